//! The revalidation pack: everything that counts, from evidence and from confirmations, as a page and as a file.

use super::list::reader;
use super::rows::Pieces;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::judgements::{Reflections, timeline};
use crate::redactions::Marks;
use chrono::NaiveDate;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::evidence::revalidation::{Entry, Pack, Section, packs};
use domain::evidence::views::{EvidenceLine, Revalidation};
use domain::fields::is_formula;
use domain::ids::PersonId;
use domain::judgements::views::HistoryLine;
use domain::policy::{Action, Resource};
use domain::redactions::Words;
use entities::judgement;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

const COLUMNS: [&str; 9] =
    ["regulator", "heading", "day", "kind", "minutes", "participatory", "what", "about", "source"];

/// What the signed-in person's record comes to for each regulator, in the periods that end on `last`.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn revalidation(ctx: &Ctx, last: NaiveDate) -> Result<Revalidation> {
    let (facts, person) = (ctx.facts().await?, reader(ctx)?);
    let own = Pieces::of_person(ctx.db().read(), &facts, person).await?;
    let mut entries = confirmations(ctx, &facts, person, &own).await?;
    entries.extend(own.lines.into_iter().filter(EvidenceLine::is_activity).map(of_evidence));
    let person_name = facts.name_of(person);
    Ok(Revalidation { person_name, last_day: last, packs: packs(&entries, last) })
}

/// The same for a file that its owner takes along.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn revalidation_to_take(ctx: &Ctx, last: NaiveDate) -> Result<Revalidation> {
    let own = Resource::Person { person: reader(ctx)?, posts: &[] };
    ctx.authorise(Action::ExportRecord, own, "this page")?;
    revalidation(ctx, last).await
}

/// The same as CSV: a line for each entry under each heading it stands under.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn revalidation_csv(ctx: &Ctx, last: NaiveDate) -> Result<Vec<u8>> {
    let packs = revalidation_to_take(ctx, last).await?.packs;
    written(&packs).map_err(|error| Error::fault("writing the pack", error))
}

fn of_evidence(line: EvidenceLine) -> Entry {
    Entry {
        kind: line.kind,
        happened_on: line.happened_on,
        minutes: line.minutes,
        participatory: line.participatory,
        what: line.what.to_string(),
        about: line.about.into_iter().map(|(_, title)| title).collect(),
        source: match line.imported_by {
            Some(name) => format!("{}, imported by {name}", line.source.label()),
            None => line.source.label().to_owned(),
        },
    }
}

/// What confirmations rested on without a piece of evidence: a piece counts by itself.
async fn confirmations(
    ctx: &Ctx,
    facts: &Facts,
    person: PersonId,
    own: &Pieces,
) -> Result<Vec<Entry>> {
    let rows = judgement::Entity::find()
        .filter(judgement::Column::PersonId.eq(person))
        .filter(judgement::Column::Kind.eq(JudgementKind::Confirmed))
        .order_by_asc(judgement::Column::Sequence)
        .all(ctx.db().read())
        .await?;
    let marks = Marks::of(ctx.db().read(), [person]).await?;
    let lines =
        timeline(facts, ctx.db().read(), None, &rows, &marks, Reflections::Shown(own)).await?;
    // The latest comes first in a timeline.
    let told = rows.iter().rev().zip(lines).filter(|(_, line)| line.items.is_empty());
    Ok(told.flat_map(|(row, line)| of_confirmation(facts, row, &line)).collect())
}

fn of_confirmation(facts: &Facts, row: &judgement::Model, line: &HistoryLine) -> Vec<Entry> {
    let about = facts.competencies.iter().find(|known| known.id == row.competency_id);
    let about: Vec<String> = about.map(|known| known.title.clone()).into_iter().collect();
    let by = line.by.iter().map(|name| format!("Confirmed by {name}"));
    let imported = line.imported_by.iter().map(|name| format!("imported by {name}"));
    let source: Vec<String> = by.chain(imported).collect();
    let entry = |kind: &domain::codes::Evidence| Entry {
        kind: *kind,
        happened_on: line.made_on,
        minutes: None,
        participatory: false,
        what: line.note.as_ref().map(Words::to_string).unwrap_or_default(),
        about: about.clone(),
        source: source.join(", "),
    };
    line.evidence.iter().map(entry).collect()
}

fn written(packs: &[Pack]) -> std::result::Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut file = csv::Writer::from_writer(Vec::new());
    file.write_record(COLUMNS)?;
    for pack in packs {
        for section in &pack.sections {
            for entry in &section.entries {
                file.write_record(row(pack, section, entry).map(harmless))?;
            }
        }
    }
    Ok(file.into_inner()?)
}

fn row(pack: &Pack, section: &Section, entry: &Entry) -> [String; 9] {
    let participatory = if entry.participatory { "yes" } else { "no" };
    [
        pack.regulator.code().to_owned(),
        section.title.clone(),
        entry.happened_on.to_string(),
        entry.kind.label().to_owned(),
        entry.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
        participatory.to_owned(),
        entry.what.clone(),
        entry.about.join("; "),
        entry.source.clone(),
    ]
}

/// A spreadsheet runs nothing that stands behind an apostrophe.
fn harmless(cell: String) -> String {
    if is_formula(&cell) { format!("'{cell}") } else { cell }
}
