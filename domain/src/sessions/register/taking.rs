//! When a register can be written, closed and opened again: from the day of the session on, until it is closed; then only
//! for a reason (rules, section 5).

use super::Word;
use crate::dates::{spoken, spoken_time};
use crate::fields::FieldErrors;
use crate::figures::counted;
use crate::refusal::Refusal;
use crate::sessions::{Attendee, SessionState};
use chrono::NaiveDateTime;

/// Whether the register can be written: from midnight of the session's day in London, because people come early.
///
/// # Errors
/// Refuses drafts, what was cancelled, what is still to come (in words that say from when on), and registers that are closed.
pub fn may_take(
    state: SessionState,
    starts: NaiveDateTime,
    now: NaiveDateTime,
) -> Result<(), Refusal> {
    let (code, sentence) = match state {
        SessionState::Scheduled if now.date() < starts.date() => {
            let day = spoken(starts.date());
            ("register-not-open", format!("The register opens on {day}, the day of the session."))
        }
        SessionState::Scheduled | SessionState::Delivered => return Ok(()),
        SessionState::Draft => {
            ("not-scheduled", "This session is a draft, so it has no register.".to_owned())
        }
        SessionState::Cancelled => {
            ("session-cancelled", "This session was cancelled, so it has no register.".to_owned())
        }
        SessionState::Closed => (
            "register-closed",
            "The register is closed. Open it again first, and say why.".to_owned(),
        ),
    };
    Err(Refusal::rule(code, sentence))
}

/// Whether this can be said of attendees now. People come early, but nobody has stayed away from what has not started. What was
/// said can be taken back at any time.
///
/// # Errors
/// Returns a message beside `came-KEY` of each who is said not to have attended before the session starts, in London.
pub fn may_be_said(
    said: &[(Attendee, Word)],
    starts: NaiveDateTime,
    now: NaiveDateTime,
) -> Result<(), FieldErrors> {
    let mut errors = FieldErrors::default();
    let (day, time) = (spoken(starts.date()), spoken_time(starts.time()));
    let message = format!(
        "The session starts on {day} at {time}. Say from then on that somebody did not attend"
    );
    let too_early = |word: Word| now < starts && word.0.is_some_and(|said| !said.came());
    for (attendee, _) in said.iter().filter(|(_, word)| too_early(*word)) {
        errors.add(&format!("came-{}", attendee.key()), message.as_str());
    }
    errors.into_result()
}

/// Whether the register can be closed. `unsaid` is how many have a seat and nothing was said of.
///
/// # Errors
/// Refuses before the session has ended, what has no register, what is closed, and while something is not said.
pub fn may_close(state: SessionState, unsaid: usize) -> Result<(), Refusal> {
    let (code, sentence) = match state {
        SessionState::Delivered if unsaid == 0 => return Ok(()),
        SessionState::Delivered => {
            let people = counted(unsaid, "person", "people");
            (
                "register-unfinished",
                format!("Say of {people} whether they came, and save it first."),
            )
        }
        SessionState::Scheduled => (
            "session-going-on",
            "This session has not ended. Close its register once it has.".to_owned(),
        ),
        SessionState::Closed => ("register-closed", "The register is closed already.".to_owned()),
        SessionState::Draft | SessionState::Cancelled => {
            ("no-register", "This session has no register to close.".to_owned())
        }
    };
    Err(Refusal::rule(code, sentence))
}

/// Whether a register can be opened again.
///
/// # Errors
/// Refuses all but those that are closed.
pub fn may_reopen(state: SessionState) -> Result<(), Refusal> {
    match state {
        SessionState::Closed => Ok(()),
        _ => Err(Refusal::rule("register-open", "This register is not closed.")),
    }
}
