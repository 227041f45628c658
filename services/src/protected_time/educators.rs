//! Everybody who teaches, for the workforce lead who promises them time: who has how much, who is beyond it, and why.

use super::books::Books;
use super::rows::minutes;
use super::teaching::who_teach;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::people_within;
use crate::viewings;
use domain::coverage::{Facts, Person};
use domain::ids::{PersonId, SessionId};
use domain::paging::Paged;
use domain::people::{holds_words, listed_name};
use domain::policy::Action;
use domain::protected_time::EntryKind;
use domain::protected_time::ledger::Totals;
use domain::protected_time::shortfall::NOT_ASKED;
use domain::protected_time::views::{EducatorLine, Educators, ReasonLine};
use domain::years::Year;
use entities::{protected_time_entry, session};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// How many of the latest reasons are listed.
const REASONS_MOST: u64 = 20;

/// Which educators are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EducatorsAsk {
    /// Words that their name holds; with some, everybody within reach is searched, and not only who teaches.
    pub words: String,
    /// Only those who are beyond their protected time.
    pub beyond: bool,
    pub page: usize,
}

/// A page of those who teach and are within the asker's reach, by surname, with what this year comes to; and the latest reasons
/// for sessions that protected time does not cover. The list is noted once.
///
/// # Errors
/// Refuses whoever gives nobody protected time.
pub async fn educators(ctx: &Ctx, ask: &EducatorsAsk) -> Result<Educators> {
    ctx.authorise_somewhere(Action::GiveTime, "this page")?;
    let (facts, year) = (ctx.facts().await?, Year::of(ctx.today));
    let teach = who_teach(ctx, year).await?;
    let within = people_within(ctx, &facts, Action::GiveTime);
    let within: Vec<&Person> = within.into_iter().filter_map(|at| facts.people.get(at)).collect();
    let own: Vec<PersonId> =
        within.iter().map(|person| person.id).filter(|id| teach.contains(id)).collect();
    let searches = !ask.words.trim().is_empty();
    let mut found: Vec<(String, PersonId)> = within
        .iter()
        .map(|person| (listed_name(&person.first_name, &person.last_name), person.id))
        .filter(|(name, id)| match searches {
            true => holds_words(name, &ask.words),
            false => teach.contains(id),
        })
        .collect();
    found.sort_by_cached_key(|(name, id)| (name.to_lowercase(), *id));
    // Who is beyond is known from everybody's books; else those of one page are enough.
    let lines = if ask.beyond {
        found.retain(|(_, id)| teach.contains(id));
        let mut lines = totals_of(ctx, found, year).await?;
        lines.retain(|line| line.totals.beyond() > 0);
        Paged::of(lines, ask.page)
    } else {
        let Paged { entries, page, size, total } = Paged::of(found, ask.page);
        Paged { entries: totals_of(ctx, entries, year).await?, page, size, total }
    };
    let (words, beyond) = (ask.words.trim(), ask.beyond);
    let query = format!("protected time q={words} beyond={beyond} page={}", lines.page);
    viewings::note_list(ctx, &query).await?;
    Ok(Educators { year, lines, reasons: reasons(ctx, &facts, &own).await? })
}

/// What the year of each of these people comes to; as many queries, however many they are.
async fn totals_of(
    ctx: &Ctx,
    people: Vec<(String, PersonId)>,
    year: Year,
) -> Result<Vec<EducatorLine>> {
    let ids: Vec<PersonId> = people.iter().map(|(_, id)| *id).collect();
    let mut books = Books::of(ctx.db().read(), &ids, year).await?;
    let line = |(name, person): (String, PersonId)| {
        let book = books.take(person);
        let totals = Totals::of(&book.allocations, &book.spent(ctx), year.period());
        EducatorLine { person, name, totals }
    };
    Ok(people.into_iter().map(line).collect())
}

/// The latest reasons of these people; two queries.
async fn reasons(ctx: &Ctx, facts: &Facts, people: &[PersonId]) -> Result<Vec<ReasonLine>> {
    let rows = protected_time_entry::Entity::find()
        .filter(protected_time_entry::Column::PersonId.is_in(people.iter().copied()))
        .filter(protected_time_entry::Column::Kind.eq(EntryKind::Outside))
        .order_by_desc(protected_time_entry::Column::Id)
        .limit(REASONS_MOST)
        .all(ctx.db().read())
        .await?;
    let about: Vec<(SessionId, String)> = session::Entity::find()
        .select_only()
        .columns([session::Column::Id, session::Column::Title])
        .filter(session::Column::Id.is_in(rows.iter().filter_map(|row| row.session_id)))
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    let titles: HashMap<SessionId, String> = about.into_iter().collect();
    let line = |row: protected_time_entry::Model| {
        let session = row.session_id?;
        Some(ReasonLine {
            person: row.person_id,
            name: facts.name_of(row.person_id),
            session,
            title: titles.get(&session).cloned().unwrap_or_default(),
            on: row.spent_on,
            shortfall: row.shortfall?,
            minutes: minutes(row.minutes),
            reason: row.note.unwrap_or_else(|| NOT_ASKED.to_owned()),
        })
    };
    Ok(rows.into_iter().filter_map(line).collect())
}
