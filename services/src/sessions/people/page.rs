//! The page on which somebody books for their people: who could come, with what stands in the way, and who has a booking.

use super::super::asking::Asking;
use super::super::booked::team_name;
use super::super::on_behalf::Actors;
use super::super::released::told;
use super::super::seats::Seats;
use super::super::stored::Stored;
use super::line::line;
use super::mine::Mine;
use super::together::together;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::may_manage;
use crate::viewings;
use domain::coverage::{Facts, Person};
use domain::ids::{AccountId, PersonId, SessionId, TeamId};
use domain::organisations::TeamIndex;
use domain::paging::Paged;
use domain::people::{holds_words, listed_name};
use domain::policy::Action;
use domain::sessions::Attendee;
use domain::sessions::people::{BookedLine, PeoplePage};
use domain::sessions::scheduling::{can_be_booked, may_change};
use domain::sessions::views::Seats as HowFull;
use std::collections::BTreeSet;

/// A page of the asker's people who could come and whose name or team holds all these words, and all who have a booking. The list is
/// noted once with its query, where there is anybody in it.
///
/// # Errors
/// Refuses whoever books for nobody, and sessions that are not for them to see, as not found.
pub async fn people(ctx: &Ctx, id: SessionId, words: &str, page: usize) -> Result<PeoplePage> {
    ctx.authorise_somewhere(Action::BookSeat, "this page")?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::read(ctx, &facts, db, id).await?;
    let seats = Seats::load(&facts, db, &stored, ctx.rule_now()).await?;
    let mine = Mine::of(ctx, &facts, &stored);
    let mut all: Vec<(&Person, TeamIndex)> = mine.all().collect();
    all.sort_by_cached_key(|(person, _)| (name(person).to_lowercase(), person.id));
    let has_booking = |person: &Person| {
        let own = seats.seating.of(Attendee::Person(person.id));
        own.is_some_and(|own| own.is_live(seats.seating.now))
    };
    let (with, without): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(person, _)| has_booking(person));
    let found = without.into_iter().filter(|one| holds_words(&known_by(&facts, *one), words));
    let shown = Paged::of(found.collect(), page);
    if !shown.entries.is_empty() || !with.is_empty() {
        let (code, page) = (&stored.row.code, shown.page);
        let query = format!("people to book for session {code} q={} page={page}", words.trim());
        viewings::note_list(ctx, &query).await?;
    }
    let asking =
        Asking::load(ctx, &facts, db, &stored, &from_teams(&facts, &shown.entries)).await?;
    let why_not = can_be_booked(stored.state(seats.seating.now));
    let why_not = why_not.and_then(|()| seats.seating.is_open()).err();
    let asked_by = |person: &Person| seats.asked_by(Attendee::Person(person.id));
    let accounts: Vec<AccountId> = with.iter().filter_map(|(person, _)| asked_by(person)).collect();
    let actors = Actors::of(&facts, db, accounts).await?;
    let booked =
        with.iter().filter_map(|(person, _)| booked(&facts, (&stored, &seats), &actors, person));
    let mut warnings = warnings(ctx, &facts, &stored, (&asking, &shown.entries));
    let Paged { entries, page, size, total } = shown;
    let at = (&stored, &seats.seating);
    let lines = entries.iter().map(|one| line(ctx, &facts, at, &asking, *one));
    let lines = lines.collect::<Result<Vec<_>>>()?;
    warnings.extend(together(ctx, &facts, at, &asking, (&entries, &lines)));
    let people = Paged { entries: lines, page, size, total };
    Ok(PeoplePage {
        id,
        title: stored.row.title.clone(),
        slot: stored.slot(),
        seats: HowFull {
            capacity: usize::from(seats.seating.rules.capacity),
            held: seats.seating.held().count(),
            waiting: seats.seating.waiting().len(),
        },
        why_not: why_not.map(|refusal| refusal.to_string()),
        warnings,
        booked: booked.collect(),
        people,
    })
}

fn name(person: &Person) -> String {
    listed_name(&person.first_name, &person.last_name)
}

/// What somebody is looked for by: their name, and that of the team that they come from.
fn known_by(facts: &Facts, (person, from): (&Person, TeamIndex)) -> String {
    let team = facts.places.teams.get(from).map_or("", |team| team.name.as_str());
    format!("{} {team}", name(person))
}

/// People with the ids of the teams that they come from.
fn from_teams(facts: &Facts, people: &[(&Person, TeamIndex)]) -> Vec<(PersonId, TeamId)> {
    let team = |at: TeamIndex| facts.places.teams.get(at).map(|team| team.id);
    people.iter().filter_map(|(person, at)| Some((person.id, team(*at)?))).collect()
}

/// What the release of the teams of those who are shown says of the session; that a manager is asked, to whoever is not it.
fn warnings(
    ctx: &Ctx,
    facts: &Facts,
    stored: &Stored,
    (asking, shown): (&Asking, &[(&Person, TeamIndex)]),
) -> Vec<String> {
    let teams: BTreeSet<TeamIndex> = shown.iter().map(|(_, team)| *team).collect();
    let of = |at: TeamIndex| {
        let team = facts.places.teams.get(at).map(|team| team.id);
        let asks = !may_manage(ctx, facts, at);
        told(ctx, facts, (stored, &asking.releases), (team.as_slice(), asks))
    };
    teams.into_iter().flat_map(of).collect()
}

/// Somebody who has a booking.
fn booked(
    facts: &Facts,
    (stored, seats): (&Stored, &Seats),
    actors: &Actors,
    person: &Person,
) -> Option<BookedLine> {
    let attendee = Attendee::Person(person.id);
    let own = seats.seating.of(attendee)?;
    let booked_by = actors.for_another(seats.asked_by(attendee), person.id).map(str::to_owned);
    Some(BookedLine {
        person: person.id,
        name: name(person),
        team: team_name(facts, own.team).unwrap_or_default(),
        state: own.state,
        answer_by: own.answer_by,
        may_cancel: booked_by.is_some() && may_change(stored.state(seats.seating.now)).is_ok(),
        booked_by,
    })
}
