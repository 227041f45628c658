//! The owner's own pieces of evidence, and the form of one.

use super::rows::Pieces;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::{asked_of_me, myself};
use crate::sessions::Known;
use chrono::NaiveDate;
use domain::codes::Evidence;
use domain::coverage::Facts;
use domain::evidence::views::{EvidenceForm, EvidenceLine, OwnEvidence};
use domain::ids::{CompetencyId, EvidenceItemId, PersonId};
use domain::judgements::views::Choice;
use domain::paging::Paged;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::{evidence_about, evidence_item};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// The signed-in person's evidence, the latest first: of one kind, or about one competency, where they ask for it.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn own(
    ctx: &Ctx,
    kind: Option<Evidence>,
    about: &str,
    page: usize,
) -> Result<OwnEvidence> {
    let (facts, person) = (ctx.facts().await?, reader(ctx)?);
    let lines = Pieces::of_person(ctx.db().read(), &facts, person).await?.lines;
    let any = !lines.is_empty();
    let mut codes: Vec<&(String, String)> = lines.iter().flat_map(|line| &line.about).collect();
    codes.sort();
    codes.dedup();
    let choices = codes.into_iter().map(|(code, title)| choice(code, title)).collect();
    let fits = |line: &EvidenceLine| {
        let is_about = about.is_empty() || line.about.iter().any(|(code, _)| code == about);
        is_about && kind.is_none_or(|kind| line.kind == kind)
    };
    let shown = lines.into_iter().filter(fits).collect();
    Ok(OwnEvidence { lines: Paged::of(shown, page), about: choices, any })
}

/// What each piece is about, with its kind and day, what registers say of them among these; one query.
pub(crate) async fn pieces_about(
    ctx: &Ctx,
    person: PersonId,
    known: &[Known],
) -> Result<Vec<(CompetencyId, Evidence, NaiveDate)>> {
    use evidence_item::Column as Item;
    let mut pieces: Vec<(CompetencyId, Evidence, NaiveDate)> = evidence_about::Entity::find()
        .inner_join(evidence_item::Entity)
        .select_only()
        .column(evidence_about::Column::CompetencyId)
        .columns([Item::Kind, Item::HappenedOn])
        .filter(Item::PersonId.eq(person))
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    for one in known.iter().filter(|one| one.counts()) {
        let about = one.outcomes.iter().map(|outcome| outcome.competency_id);
        pieces.extend(about.map(|about| (about, Evidence::Attendance, one.attended.on)));
    }
    Ok(pieces)
}

/// The kind and day of each piece, by the code of what it is about; one query, as [`pieces_about`].
pub(crate) async fn shown<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    person: PersonId,
    known: &[Known],
) -> Result<HashMap<&'a str, Vec<(Evidence, NaiveDate)>>> {
    let mut shown: HashMap<&str, Vec<(Evidence, NaiveDate)>> = HashMap::new();
    for (about, kind, day) in pieces_about(ctx, person, known).await? {
        let known = facts.competencies.iter().find(|known| known.id == about);
        if let Some(known) = known {
            shown.entry(known.code.as_str()).or_default().push((kind, day));
        }
    }
    Ok(shown)
}

/// What the form of a piece offers: a new one, about the competency with this code where there is one, or one that is
/// there already.
///
/// # Errors
/// Refuses what is somebody else's, or not there, as not found.
pub async fn form(ctx: &Ctx, id: Option<EvidenceItemId>, about: &str) -> Result<EvidenceForm> {
    let (facts, person) = (ctx.facts().await?, reader(ctx)?);
    let line = match id {
        Some(id) => Some(owned(ctx, &facts, person, id).await?),
        None => None,
    };
    let said = line.iter().flat_map(|line| &line.about).map(|(code, _)| code.as_str());
    let besides: Vec<&str> = said.chain([about]).collect();
    let offered = asked_of_me(ctx, &facts, &besides)?;
    let competencies = offered.iter().map(|c| choice(&c.code, &c.title)).collect();
    Ok(EvidenceForm { today: ctx.today, competencies, line })
}

fn choice(code: &str, title: &str) -> Choice {
    Choice { value: code.to_owned(), label: format!("{title} ({code})") }
}

/// The person who reads their own.
pub(super) fn reader(ctx: &Ctx) -> Result<PersonId> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::ReadReflections, own, "this page")?;
    Ok(person)
}

async fn owned(
    ctx: &Ctx,
    facts: &Facts,
    person: PersonId,
    id: EvidenceItemId,
) -> Result<EvidenceLine> {
    let own = Pieces::of_person(ctx.db().read(), facts, person).await?.lines;
    let line = own.into_iter().find(|line| line.id == id);
    line.ok_or_else(|| Refusal::not_found("this piece of evidence").into())
}
