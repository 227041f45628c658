//! A published version as the file it could have come from: the contract's columns, and those of its domains.

use crate::case::{Edition, edition};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::fields::guarded;
use domain::ids::FrameworkVersionId;
use domain::policy::{Action, Resource};
use entities::{competency, competency_domain};

const COLUMNS: [&str; 14] = [
    "code",
    "domain_code",
    "title",
    "statement",
    "refresh_months",
    "strand",
    "rare_event",
    "domain_title",
    "domain_origin",
    "level_1",
    "level_2",
    "level_3",
    "level_4",
    "level_5",
];

/// The file: UTF-8 without BOM, LF, quotes only where needed. A long text that a spreadsheet would run as a formula begins
/// with an apostrophe, which importing takes off again.
///
/// # Errors
/// Refuses whoever may not read frameworks, and what was never published, as not found.
pub async fn as_csv(ctx: &Ctx, id: FrameworkVersionId) -> Result<Vec<u8>> {
    ctx.authorise(Action::ReadFramework, Resource::Installation, "this file")?;
    written(&edition(ctx, id).await?).map_err(|error| Error::fault("writing a framework", error))
}

fn written(edition: &Edition) -> std::result::Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for (domain, within) in edition.chapters() {
        for competency in within {
            writer.write_record(cells(domain, competency))?;
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn cells(domain: &competency_domain::Model, of: &competency::Model) -> [String; 14] {
    let level = |words: &Option<String>| words.as_deref().map(guarded).unwrap_or_default();
    [
        of.code.clone(),
        domain.code.clone(),
        of.title.clone(),
        guarded(&of.statement),
        of.refresh_months.to_string(),
        of.strand.to_string(),
        if of.rare_event { "yes" } else { "no" }.to_owned(),
        domain.title.clone(),
        domain.origin.to_string(),
        level(&of.level_1),
        level(&of.level_2),
        level(&of.level_3),
        level(&of.level_4),
        level(&of.level_5),
    ]
}
