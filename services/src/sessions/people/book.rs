//! Several people are booked at one press: each is asked for by the same rules as if they did it themselves.

use super::super::asking::Asking;
use super::super::locked::{Locked, Purpose};
use super::super::locks::hold_teams;
use super::super::stored::Stored;
use super::line::below;
use super::mine::Mine;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::people::hold_people;
use crate::release::may_manage;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId, TeamId};
use domain::policy::Action;
use domain::refusal::Refusal;
use domain::sessions::people::{Answer, of_another, somebody, ticked};
use domain::sessions::{Attendee, BookingState};
use std::collections::BTreeSet;

/// Asks for a seat for each of these people: what became of each. What is refused of one, such as a clash, stands in no other's way.
/// Each is judged after those before them, who count as gone: of a manager's own decisions the answer says which leave too few.
/// A seat that falls to them later is offered to them: to be booked without asking is theirs to choose.
///
/// # Errors
/// Refuses nobody, and more people than a page of the list has, beside `people`; sessions that cannot be booked, and where each of
/// them was refused, with why; people for whom the asker may not book, and sessions that are not for them to see, as not found.
pub async fn book_people(ctx: &Ctx, id: SessionId, people: &[PersonId]) -> Result<Vec<Answer>> {
    ctx.authorise_somewhere(Action::BookSeat, "this page")?;
    let people = ticked(people)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_people(change.tx(), people.iter().copied()).await?;
    hold_teams(change.tx(), &facts, people.iter().copied()).await?;
    let mut locked = Locked::hold(ctx, &facts, change.tx(), (id, Purpose::TakeSeat)).await?;
    let wanted = wanted(ctx, &facts, &locked.stored, &people)?;
    let asking = Asking::load(ctx, &facts, change.tx(), &locked.stored, &wanted).await?;
    let (mut steps, mut own, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let mut too_few = Vec::new();
    for (person, team) in wanted {
        let before = locked.seats.clone();
        let decided = decided(ctx, &facts, &locked, &asking, (person, team));
        match asking.ask(ctx, &facts, &mut locked, (person, team, false)) {
            Ok(more) => {
                steps.extend(more);
                own.push(Attendee::Person(person));
                too_few.push(decided);
            }
            Err(Error::Refused(refusal)) => {
                locked.seats = before;
                let (name, answer) = (facts.name_of(person), Err(of_another(&refusal)));
                refused.push(Answer { name, answer, too_few: None });
            }
            Err(fault) => return Err(fault),
        }
    }
    let each = own.iter().zip(too_few);
    let mut answers: Vec<Answer> =
        each.map(|(one, too_few)| answer(&facts, &locked, *one, too_few)).collect();
    answers.extend(refused);
    somebody(&answers)?;
    let entry = locked.save(ctx, change.tx(), "book people", (&steps, &own)).await?;
    change.commit(entry).await?;
    Ok(answers)
}

/// Each of them with the team that they come from.
fn wanted(
    ctx: &Ctx,
    facts: &Facts,
    stored: &Stored,
    people: &BTreeSet<PersonId>,
) -> Result<Vec<(PersonId, TeamId)>> {
    let mine = Mine::of(ctx, facts, stored);
    let mut wanted = Vec::new();
    for person in people {
        let team = facts.person(*person).and_then(|person| mine.team_of(person));
        let team = team.and_then(|at| facts.places.teams.get(at));
        let team = team.ok_or_else(|| Refusal::not_found("one of these people"))?;
        wanted.push((*person, team.id));
    }
    Ok(wanted)
}

/// That too few would stay once somebody goes too, where the asker decides about it: whoever does not is told that the booking waits.
fn decided(
    ctx: &Ctx,
    facts: &Facts,
    locked: &Locked,
    asking: &Asking,
    (person, team): (PersonId, TeamId),
) -> Option<String> {
    let from = facts.places.team_at(team).filter(|from| may_manage(ctx, facts, *from))?;
    below(ctx, facts, (&locked.stored, &locked.seats.seating), asking, (person, from))
}

/// Where somebody's booking stands after all of them were asked for.
fn answer(facts: &Facts, locked: &Locked, attendee: Attendee, too_few: Option<String>) -> Answer {
    let name = match attendee {
        Attendee::Person(person) => facts.name_of(person),
        Attendee::Guest(_) => String::new(),
    };
    let own = locked.seats.seating.of(attendee);
    Answer { name, answer: Ok(own.map_or(BookingState::Booked, |own| own.state)), too_few }
}
