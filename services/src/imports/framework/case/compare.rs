//! A package beside the version in use: what differs is a fault, because a published version never changes.

use super::super::compare::never_changes;
use crate::case::{self, Edition};
use crate::error::{Error, Result};
use crate::imports::changes::{Changes, yes_no};
use crate::imports::check::Check;
use domain::imports::Sort;
use domain::refusal::Refusal;
use entities::{competency, competency_domain, framework_version};
use std::collections::BTreeMap;

/// One thing in which a package differs from the version in use: where, its code, and what is wrong with it.
pub(super) type Differs = (&'static str, String, String);

/// Everything in which the file differs from the version with its identifier; without one, that the framework in use is
/// another.
pub(super) async fn compare(
    check: &Check<'_>,
    in_use: &framework_version::Model,
    says: &Edition,
) -> Result<Vec<Differs>> {
    let before = match case::edition(check.ctx, says.version.id).await {
        Ok(before) => before,
        Err(Error::Refused(Refusal::NotFound(_))) => {
            let message =
                format!("is not the identifier of the framework in use; {}", never_changes(in_use));
            return Ok(vec![("CFDocument.identifier", says.version.id.to_string(), message)]);
        }
        Err(error) => return Err(error),
    };
    let never = never_changes(&before.version);
    let told = |(path, code, what): Differs| (path, code, format!("{what}; {never}"));
    Ok(differences(&before, says).into_iter().map(told).collect())
}

/// Notes what differs as faults.
pub(super) fn tell(check: &mut Check<'_>, says: &Edition, differs: Vec<Differs>) {
    check.report.count_many("domains", Sort::Unchanged, says.domains.len() as u64);
    check.report.count_many("competencies", Sort::Unchanged, says.competencies.len() as u64);
    for (path, code, message) in differs {
        check.report.faults.add(0, path, &code, message);
    }
}

fn differences(before: &Edition, after: &Edition) -> Vec<Differs> {
    let mut found = Vec::new();
    let version = Changes::default().of("title", &before.version.title, &after.version.title).of(
        "version",
        before.version.number,
        after.version.number,
    );
    if !version.is_none() {
        found.push(("CFDocument", String::new(), version.words()));
    }
    let of = |edition: &Edition| -> Vec<(uuid::Uuid, Part)> {
        let chapters = edition.chapters().into_iter();
        let parts = chapters.flat_map(|(domain, within)| {
            let domain = (domain.id.0, Part::Domain(domain.clone()));
            let within = within.into_iter().map(|c| (c.id.0, Part::Competency(c.clone())));
            std::iter::once(domain).chain(within).collect::<Vec<_>>()
        });
        parts.collect()
    };
    let (before, after) = (of(before), of(after));
    let is_in_order = before.iter().map(|(id, _)| id).eq(after.iter().map(|(id, _)| id));
    let mut left: BTreeMap<uuid::Uuid, Part> = before.into_iter().collect();
    for (id, part) in after {
        match left.remove(&id).map(|before| before.changes(&part)) {
            None => found.push(("CFItems", part.code(), "this item is new".to_owned())),
            Some(changes) if changes.is_none() => {}
            Some(changes) => found.push(("CFItems", part.code(), changes.words())),
        }
    }
    found.extend(
        left.into_values()
            .map(|part| ("CFItems", part.code(), "this item is not in the file".to_owned())),
    );
    if found.is_empty() && !is_in_order {
        found.push(("CFAssociations", String::new(), "the order of the items differs".to_owned()));
    }
    found
}

/// A domain or a competency.
enum Part {
    Domain(competency_domain::Model),
    Competency(competency::Model),
}

impl Part {
    fn code(&self) -> String {
        match self {
            Self::Domain(row) => row.code.clone(),
            Self::Competency(row) => row.code.clone(),
        }
    }

    fn changes(&self, after: &Self) -> Changes {
        match (self, after) {
            (Self::Domain(before), Self::Domain(after)) => of_domain(before, after),
            (Self::Competency(before), Self::Competency(after)) => of_competency(before, after),
            (Self::Domain(_), Self::Competency(_)) => {
                Changes::default().of("kind", "domain", "competency")
            }
            (Self::Competency(_), Self::Domain(_)) => {
                Changes::default().of("kind", "competency", "domain")
            }
        }
    }
}

pub(super) fn of_domain(
    before: &competency_domain::Model,
    after: &competency_domain::Model,
) -> Changes {
    Changes::default()
        .of("code", &before.code, &after.code)
        .of("title", &before.title, &after.title)
        .of("origin", before.origin, after.origin)
}

pub(super) fn of_competency(before: &competency::Model, after: &competency::Model) -> Changes {
    let levels = |of: &competency::Model| {
        [&of.level_1, &of.level_2, &of.level_3, &of.level_4, &of.level_5].map(Clone::clone)
    };
    let changes = Changes::default()
        .of("domain", before.domain_id, after.domain_id)
        .of("code", &before.code, &after.code)
        .of("title", &before.title, &after.title)
        .of("statement", &before.statement, &after.statement)
        .of("refresh period", before.refresh_months, after.refresh_months)
        .of("strand", before.strand, after.strand)
        .of("rare event", yes_no(before.rare_event), yes_no(after.rare_event));
    let levels = levels(before).into_iter().zip(levels(after));
    levels.fold(changes, |changes, (before, after)| {
        changes.of_maybe("level descriptor", before, after)
    })
}
