//! Booking for one's people: what stands in the way of each, and what became of those who were chosen.

use super::BookingState;
use super::times::Slot;
use super::views::Seats;
use crate::fields::FieldErrors;
use crate::figures::counted;
use crate::ids::{PersonId, SessionId};
use crate::paging::{PAGE_SIZE, Paged};
use crate::refusal::Refusal;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A session, for whoever books for their people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeoplePage {
    pub id: SessionId,
    pub title: String,
    pub slot: Slot,
    pub seats: Seats,
    /// Why nobody can be booked, where that is so.
    pub why_not: Option<String>,
    /// What the release of their teams says of the session.
    pub warnings: Vec<String>,
    /// Those who could come and have no booking, by name.
    pub people: Paged<PersonLine>,
    /// Those who have one, by name.
    pub booked: Vec<BookedLine>,
}

/// Somebody who could be booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLine {
    pub person: PersonId,
    /// `Surname, First name`.
    pub name: String,
    /// The team that they come from.
    pub team: String,
    pub profession: Option<String>,
    /// Why they cannot be booked, where that is so.
    pub against: Option<String>,
    /// What is to be known before they are.
    pub note: Option<String>,
}

/// Somebody who has a booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookedLine {
    pub person: PersonId,
    /// As in [`PersonLine`], like the next.
    pub name: String,
    pub team: String,
    pub state: BookingState,
    /// Until when an offer holds.
    pub answer_by: Option<NaiveDateTime>,
    /// The name of whoever booked for them; none where they did themselves.
    pub booked_by: Option<String>,
    /// Whether the reader can cancel it: it was booked for them.
    pub may_cancel: bool,
}

/// Those who were ticked to be booked at one press, each once.
///
/// # Errors
/// Refuses nobody, and more people than a page of the list has.
pub fn ticked(people: &[PersonId]) -> Result<BTreeSet<PersonId>, FieldErrors> {
    let each: BTreeSet<PersonId> = people.iter().copied().collect();
    match each.len() {
        0 => Err(FieldErrors::one("people", "Choose at least one person")),
        1..=PAGE_SIZE => Ok(each),
        _ => {
            let most = format!("Choose at most {PAGE_SIZE} people, and book the others after them");
            Err(FieldErrors::one("people", most))
        }
    }
}

/// What becomes of a booking that would leave fewer of a profession in a team than it keeps: `decides` says that the asker
/// manages the team's release, so that it is their own decision.
pub fn too_few(profession: &str, team: &str, least: u16, decides: bool) -> String {
    let least = counted(usize::from(least), "person", "people");
    let what = format!("Fewer than {least} in {profession} would stay in {team}.");
    match decides {
        true => format!("{what} That is yours to decide: nobody is asked."),
        false => format!("{what} The booking waits for the team manager."),
    }
}

/// How many of a profession can be booked together before fewer stay in a team than it keeps: `decides` as in [`too_few`].
pub fn can_go(profession: &str, team: &str, (least, most): (u16, usize), decides: bool) -> String {
    let what = format!("{team} keeps at least {least} of {profession}: {most} of them can go.");
    match decides {
        true => format!("{what} To book more is yours to decide: nobody is asked."),
        false => format!("{what} Bookings of more wait for the team manager."),
    }
}

/// A refusal that speaks to whoever books for themselves, in words for whoever books for another.
pub fn of_another(refusal: &Refusal) -> String {
    let Refusal::Rule { code, sentence } = refusal else { return refusal.to_string() };
    let words = match code.as_str() {
        "already-booked" => "They have a seat already.",
        "already-offered" => "A seat is offered to them. They can accept it themselves.",
        "already-requested" => {
            "A seat is asked for already. The team manager has not answered yet."
        }
        "already-waiting" => "They are on the waiting list already.",
        "leads-it" => "They lead this session, so they need no seat in it.",
        _ => sentence,
    };
    words.to_owned()
}

/// What became of somebody for whom a seat was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub name: String,
    /// The state that their booking came to, or why there is none.
    pub answer: Result<BookingState, String>,
    /// That too few of their profession would stay after them and those before them, where that was the asker's to decide.
    pub too_few: Option<String>,
}

/// What the asker is told: `2 people have a seat. 1 person could not be booked: the list says why.` Before it that too few would stay,
/// because a long notice loses its end.
pub fn told(answers: &[Answer]) -> String {
    let came_to = |state| answers.iter().filter(|one| one.answer == Ok(state)).count();
    let (booked, waits) = (came_to(BookingState::Booked), came_to(BookingState::Waitlisted));
    let offered = came_to(BookingState::Offered);
    let requested = came_to(BookingState::Requested);
    let refused = answers.iter().filter(|one| one.answer.is_err()).count();
    let people = |many: usize| counted(many, "person", "people");
    let verb = |many: usize, one: &'static str, several: &'static str| match many {
        1 => one,
        _ => several,
    };
    let parts = [
        (booked, format!("{} {} a seat.", people(booked), verb(booked, "has", "have"))),
        (waits, format!("{} {} on the waiting list.", people(waits), verb(waits, "is", "are"))),
        (offered, format!("A seat is offered to {}.", people(offered))),
        (requested, format!("The team manager answers first for {}.", people(requested))),
        (refused, format!("{} could not be booked: the list says why.", people(refused))),
    ];
    let parts = parts.into_iter().filter(|(many, _)| *many > 0).map(|(_, words)| words);
    too_few_after(answers).into_iter().chain(parts).collect::<Vec<_>>().join(" ")
}

/// That too few would stay once all of them have gone: of one profession in a team its own words, of several how many they are.
fn too_few_after(answers: &[Answer]) -> Option<String> {
    let below: BTreeSet<&str> = answers.iter().filter_map(|one| one.too_few.as_deref()).collect();
    match below.len() {
        0 | 1 => below.first().map(|words| (*words).to_owned()),
        many => Some(format!(
            "In {many} cases fewer of a profession would stay in a team than it keeps. That is yours to decide: nobody is asked."
        )),
    }
}

/// That nobody of several could be booked: who, and why.
///
/// # Errors
/// Refuses where none of them could be, each with their name.
pub fn somebody(answers: &[Answer]) -> Result<(), Refusal> {
    let why = |one: &Answer| {
        let words = one.answer.as_ref().err()?;
        Some(format!("{}: {words}", one.name))
    };
    let refused: Vec<String> = answers.iter().filter_map(why).collect();
    if refused.len() < answers.len() {
        return Ok(());
    }
    Err(Refusal::rule("nobody-booked", refused.join(" ")))
}

#[cfg(test)]
mod tests;
