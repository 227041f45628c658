//! Whose texts: what waits to be decided, people by name, and all texts of one of them without their words.

use super::texts::{Stored, Which, Whose, find};
use super::{addresses, authorise, comment_texts, may_redact};
use crate::accounts::OUTSIDER;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::people_within;
use crate::viewings;
use domain::coverage::{Facts, Person};
use domain::ids::{FrameworkCommentId, PersonId};
use domain::paging::Paged;
use domain::patient_text::look;
use domain::people::{listed_name, search_words};
use domain::policy::{Action, Resource, may, reach};
use domain::redactions::views::{PersonFound, PersonTexts, Redactions, TextLine, Waiting};
use domain::redactions::{TextKind, may_decide};
use entities::redaction;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashSet;

/// What waits to be decided, the oldest first; and the people within reach whose name holds every word of `search`, where
/// there is one. Nobody's own texts are theirs to redact.
///
/// # Errors
/// Refuses whoever redacts nothing anywhere.
pub async fn redactions(ctx: &Ctx, search: &str, page: usize) -> Result<Redactions> {
    ctx.authorise_somewhere(Action::Redact, "this page")?;
    let facts = ctx.facts().await?;
    let words = search_words(search);
    let people = match words.as_slice() {
        [] => None,
        words => {
            viewings::note_list(ctx, &format!("redactions search={}", words.join(" "))).await?;
            Some(people(ctx, &facts, words, page))
        }
    };
    let of_outsiders = of_outsiders(ctx, &facts).await?;
    Ok(Redactions { waiting: waiting(ctx, &facts).await?, of_outsiders, people })
}

/// For whoever redacts in the whole installation.
async fn of_outsiders(ctx: &Ctx, facts: &Facts) -> Result<Vec<TextLine>> {
    if !may(&ctx.actor, Action::Redact, Resource::Installation) {
        return Ok(Vec::new());
    }
    let mut found = comment_texts::of_outsiders(ctx.db().read()).await?;
    found.retain(|text| may_redact(ctx, facts, &text.whose));
    let rows = found.iter().map(|text| text.row.clone());
    let open = redaction::Entity::find()
        .filter(redaction::Column::Text.eq(TextKind::FrameworkComment))
        .filter(redaction::Column::RowId.is_in(rows))
        .filter(redaction::Column::DecidedAt.is_null())
        .all(ctx.db().read())
        .await?;
    let proposed = |text: &Stored| open.iter().any(|o| o.row_id == text.row);
    Ok(found.iter().map(|text| line(ctx, facts, text, proposed(text))).collect())
}

fn people(ctx: &Ctx, facts: &Facts, words: &[String], page: usize) -> Paged<PersonFound> {
    let fits = |person: &&Person| {
        let name = person.name().to_lowercase();
        words.iter().all(|word| name.contains(word))
    };
    let within = people_within(ctx, facts, Action::Redact);
    let within = within.into_iter().filter_map(|at| facts.people.get(at)).filter(fits);
    let mut found: Vec<PersonFound> = within
        .map(|p| PersonFound { id: p.id, name: listed_name(&p.first_name, &p.last_name) })
        .collect();
    found.sort_by_key(|person| (person.name.to_lowercase(), person.id));
    Paged::of(found, page)
}

/// How many proposals the asker may decide; no query for whoever redacts nothing.
pub(crate) async fn proposals_waiting(ctx: &Ctx) -> Result<usize> {
    if reach(&ctx.actor, Action::Redact).is_empty() {
        return Ok(0);
    }
    let facts = ctx.facts().await?;
    let open = open_proposals(ctx, &facts).await?;
    let wrote = written_by_asker(ctx, &facts, &open).await?;
    let theirs = open.iter().filter(|row| {
        let second = may_decide(row.proposed_by_id, ctx.actor.account_id()).is_ok();
        second && !wrote.contains(&row.row_id)
    });
    Ok(theirs.count())
}

/// The proposals within the asker's reach that nobody has decided, the oldest first.
async fn open_proposals(ctx: &Ctx, facts: &Facts) -> Result<Vec<redaction::Model>> {
    let mut rows = redaction::Entity::find()
        .filter(redaction::Column::DecidedAt.is_null())
        .order_by_asc(redaction::Column::ProposedAt)
        .all(ctx.db().read())
        .await?;
    rows.retain(|row| match row.person_id {
        Some(person) => may_redact(ctx, facts, &Whose::Person(person)),
        None => may(&ctx.actor, Action::Redact, Resource::Installation),
    });
    Ok(rows)
}

/// The rows of what the asker wrote themselves, among proposals about texts that stand in nobody's record.
async fn written_by_asker(
    ctx: &Ctx,
    facts: &Facts,
    proposals: &[redaction::Model],
) -> Result<HashSet<String>> {
    let of_nobody = proposals.iter().filter(|row| row.person_id.is_none());
    let comments: Vec<FrameworkCommentId> =
        of_nobody.filter_map(|row| row.row_id.parse().ok()).collect();
    if comments.is_empty() {
        return Ok(HashSet::new());
    }
    let texts = comment_texts::of_ids(ctx.db().read(), comments).await?.into_iter();
    let own = texts.filter(|text| !may_redact(ctx, facts, &text.whose));
    Ok(own.map(|text| text.row).collect())
}

async fn waiting(ctx: &Ctx, facts: &Facts) -> Result<Vec<Waiting>> {
    let rows = open_proposals(ctx, facts).await?;
    let wrote = written_by_asker(ctx, facts, &rows).await?;
    let by = addresses(ctx, rows.iter().map(|row| row.proposed_by_id)).await?;
    let line = |row: redaction::Model| Waiting {
        kind: row.text,
        wrote: wrote.contains(&row.row_id),
        row: row.row_id,
        whose: row.person_id.map_or_else(|| OUTSIDER.to_owned(), |id| facts.name_of(id)),
        proposed_by: by.get(&row.proposed_by_id).cloned().unwrap_or_default(),
        proposed_at: in_london(row.proposed_at),
        mine: ctx.actor.account_id() == Some(row.proposed_by_id),
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Every free text in somebody's record, the latest first: where it stands and what the guard finds in it. The owner is
/// told who looked.
///
/// # Errors
/// Refuses whoever may not redact what is written about the person as not found.
pub async fn of_person(ctx: &Ctx, person: PersonId, page: usize) -> Result<PersonTexts> {
    ctx.authorise_somewhere(Action::Redact, "this person")?;
    let facts = ctx.facts().await?;
    authorise(ctx, &facts, &Whose::Person(person))?;
    viewings::note_record(ctx, person).await?;
    let mut texts: Vec<Stored> = Vec::new();
    for kind in TextKind::ALL {
        texts.extend(find(ctx.db().read(), *kind, Which::Of(person)).await?);
    }
    texts.sort_by_key(|text| std::cmp::Reverse((text.made_on(), text.sequence())));
    let open = redaction::Entity::find()
        .filter(redaction::Column::PersonId.eq(person))
        .filter(redaction::Column::DecidedAt.is_null())
        .all(ctx.db().read())
        .await?;
    let proposed = |text: &Stored| open.iter().any(|o| o.text == text.kind && o.row_id == text.row);
    let texts = Paged::of(texts, page);
    let texts = texts.map(|text| line(ctx, &facts, &text, proposed(&text)));
    Ok(PersonTexts { person, person_name: facts.name_of(person), texts })
}

/// A text without its words.
pub(super) fn line(ctx: &Ctx, facts: &Facts, text: &Stored, proposed: bool) -> TextLine {
    let found = look(text.words.as_deref().unwrap_or_default(), ctx.today);
    TextLine {
        kind: text.kind,
        row: text.row.clone(),
        beside: text.beside(facts),
        made_on: text.made_on(),
        by: text.by(facts),
        may_hold: found.told_of_stopped().or_else(|| found.told_of_questioned()),
        proposed,
    }
}
