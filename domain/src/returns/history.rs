//! Which step may be taken next with a return, and by whom: nobody approves what they prepared or checked, nor their own words and
//! local measures in it (rules, section 7).

use super::ReturnId;
use super::state::{Event, Step, is_locked, stands};
use crate::dates::spoken;
use crate::fields::{FieldErrors, required_text};
use crate::ids::AccountId;
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// How long the reason for a correction may be, in characters.
pub const REASON_MOST: usize = 500;

/// Whether preparing adds anything: the same files again are the same revision, and whatever was done with it stands.
pub fn is_prepared_anew(events: &[Event], digest: &str) -> bool {
    events.last().is_none_or(|last| last.digest != digest)
}

/// Whether a return may be of a day.
///
/// # Errors
/// Refuses days to come, beside `day`: nobody knows yet what they will be like.
pub fn may_be_of(day: NaiveDate, today: NaiveDate) -> Result<(), FieldErrors> {
    if day <= today {
        return Ok(());
    }
    let message = format!("Enter {} or an earlier day", spoken(today));
    Err(FieldErrors::one("day", message))
}

/// Whether a revision with these steps is there for somebody. What is submitted is there for everybody. Before, it is for whoever prepares
/// returns of the place, and for whoever else reads them there, once somebody has checked it: until then it is put before nobody.
pub fn is_there_for(steps: &[Step], prepares: bool, reads: bool) -> bool {
    let was = |step| steps.contains(&step);
    was(Step::Submitted) || prepares || reads && was(Step::Checked)
}

/// Whether the files of a revision were held against every return of its place that is submitted by now; `beside` are those that they
/// were held against.
///
/// # Errors
/// Refuses where another one was submitted since: beside it, the files might tell what is held.
pub fn is_beside_all(
    id: &ReturnId,
    beside: &[ReturnId],
    submitted: &[ReturnId],
) -> Result<(), Refusal> {
    match submitted.iter().find(|other| *other != id && !beside.contains(other)) {
        None => Ok(()),
        Some(other) => Err(Refusal::rule(
            "return_outdated",
            format!("{other} was submitted since {id} was prepared; prepare {id} again"),
        )),
    }
}

/// Whether `by` may take a step with the files of this digest, after what was done with the revision; `wrote` are those whose words or
/// local measures stand in it. Which grants allow a step at all is policy's to say.
///
/// # Errors
/// Returns why not, and what would be accepted.
pub fn may_take(
    id: &ReturnId,
    (events, wrote): (&[Event], &[AccountId]),
    step: Step,
    (by, digest): (Option<AccountId>, &str),
) -> Result<(), Refusal> {
    if is_locked(events) {
        return Err(locked(id));
    }
    if step == Step::Prepared {
        return Ok(());
    }
    if by.is_none() {
        return Err(nobody());
    }
    let Some(last) = events.last() else {
        return Err(Refusal::rule(
            "return_order",
            format!("{id} is not prepared yet; prepare it first"),
        ));
    };
    if last.step.next() != Some(step) {
        return Err(out_of_order(id, last.step));
    }
    if last.digest != digest {
        return Err(Refusal::rule(
            "return_changed",
            format!("{id} has changed since it was {}; look at it again", last.step),
        ));
    }
    if step == Step::Approved { is_others(id, (events, wrote), by) } else { Ok(()) }
}

/// # Errors
/// Refuses whoever had a hand in a return: they would approve their own.
fn is_others(
    id: &ReturnId,
    (events, wrote): (&[Event], &[AccountId]),
    by: Option<AccountId>,
) -> Result<(), Refusal> {
    let did = if had_a_hand(events, by) {
        format!("You prepared or checked {id}")
    } else if by.is_some_and(|by| wrote.contains(&by)) {
        format!("Words or local measures that you brought in stand in {id}")
    } else {
        return Ok(());
    };
    Err(Refusal::rule("return_own", format!("{did}, so somebody else has to approve it")))
}

/// The name of the correction of a return, with the reason that it is made for.
///
/// # Errors
/// Returns why there can be none: what is not submitted is prepared again, and a correction has a reason.
pub fn revise(
    id: &ReturnId,
    events: &[Event],
    reason: &str,
) -> Result<(ReturnId, String), Refusal> {
    if !is_locked(events) {
        let instead = "prepare it again instead";
        return Err(Refusal::rule(
            "return_not_submitted",
            format!("{id} is not submitted, so there is nothing to correct; {instead}"),
        ));
    }
    let reason = required_text(reason, "the reason for the correction", REASON_MOST)
        .map_err(|message| FieldErrors::one("reason", message))?;
    Ok((id.next(), reason))
}

/// Whether these are events of a revision as they may be: each step after the one before and about the same files, or all of it begun again,
/// nothing after it was submitted, nobody approving what they had a hand in, and no step but the first by nobody.
pub fn is_in_order(events: &[Event]) -> bool {
    let is_next = |(at, event): (usize, &Event)| {
        let before = events.get(..at).unwrap_or_default();
        let follows = match (event.step, before.last()) {
            (Step::Prepared, Some(last)) if last.step != Step::Prepared => true,
            (Step::Prepared, _) => is_prepared_anew(before, &event.digest),
            (_, None) => false,
            (step, Some(last)) => last.step.next() == Some(step) && last.digest == event.digest,
        };
        let is_own = event.step == Step::Approved && had_a_hand(before, event.by);
        let is_somebodys = event.step == Step::Prepared || event.by.is_some();
        follows && !is_locked(before) && !is_own && is_somebodys
    };
    events.iter().enumerate().all(is_next)
}

fn nobody() -> Refusal {
    Refusal::rule(
        "return_nobody",
        "A return is checked, approved and submitted by somebody with an account; use --as EMAIL",
    )
}

fn had_a_hand(events: &[Event], by: Option<AccountId>) -> bool {
    let is_hand = |event: &Event| matches!(event.step, Step::Prepared | Step::Checked);
    events.iter().any(|event| is_hand(event) && event.by == by)
}

/// What is locked is corrected, by another revision.
const LOCKED: &str = "return_locked";

fn locked(id: &ReturnId) -> Refusal {
    let next = id.next();
    let instead = format!("to correct it, begin its correction, {next}, with a reason");
    Refusal::rule(LOCKED, format!("{id} was submitted and is locked; {instead}"))
}

/// The return that a refusal of [`may_take`] says is locked: its sentence begins with the name.
pub fn locked_in(refusal: &Refusal) -> Option<ReturnId> {
    match refusal {
        Refusal::Rule { code, sentence } if code == LOCKED => {
            sentence.split_once(' ')?.0.parse().ok()
        }
        _ => None,
    }
}

fn out_of_order(id: &ReturnId, last: Step) -> Refusal {
    let next = last.next().map_or("revise it", Step::to_do);
    Refusal::rule("return_order", format!("{id} is {last}; next, {next}"))
}

/// What comes next with a revision; `None` once it is submitted.
pub fn next(events: &[Event]) -> Option<Step> {
    stands(events).map_or(Some(Step::Prepared), Step::next)
}

#[cfg(test)]
mod tests;
