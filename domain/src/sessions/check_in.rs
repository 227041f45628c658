//! Checking in to a session by a code that is bound to it and changes every minute; the previous one is still valid (rules,
//! section 5).

#[cfg(test)]
mod tests;
pub mod views; // what pages show

use super::SessionState;
use super::register::Attendance;
use super::times::Slot;
use crate::dates::{spoken, spoken_time};
use crate::refusal::Refusal;
use chrono::{NaiveDateTime, TimeDelta};

/// Check-in opens this long before the session starts.
const OPENS_BEFORE: TimeDelta = TimeDelta::minutes(60);
/// For how many minutes back a code is told to be one that has changed, rather than a wrong one.
const REMEMBERED: i64 = 15;
/// So many wrong codes of one person for one session are taken in [`TRIES_MINUTES`].
pub const TRIES_MOST: usize = 10;
pub const TRIES_MINUTES: i64 = 10;

/// The letters of a code: none that is taken for another, and no vowel, so that no word comes of them.
const LETTERS: [char; 23] = [
    '3', '4', '7', '9', 'B', 'C', 'D', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R', 'T', 'V',
    'W', 'X', 'Y', 'Z',
];
const LENGTH: u32 = 6;

/// The code that a digest stands for: the secret of a session and the number of a minute, hashed, so that who sees one code
/// knows no other. Six letters have 148 million values.
pub fn code_of(digest: &[u8]) -> String {
    let mut number = digest.iter().take(8).fold(0_u64, |all, byte| (all << 8) | u64::from(*byte));
    let letters = LETTERS.len() as u64;
    let mut code = String::new();
    for _ in 0..LENGTH {
        let at = usize::try_from(number % letters).unwrap_or_default();
        code.extend(LETTERS.get(at));
        number /= letters;
    }
    code
}

/// A code as people read it aloud: in two halves.
pub fn spaced(code: &str) -> String {
    let (first, second): (Vec<_>, Vec<_>) = code.chars().enumerate().partition(|(at, _)| *at < 3);
    let letters = |half: Vec<(usize, char)>| half.into_iter().map(|(_, letter)| letter);
    letters(first).chain([' ']).chain(letters(second)).collect()
}

/// What somebody entered, without spaces and hyphens, in capitals.
fn meant(entered: &str) -> String {
    let letters = entered.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|letter| letter.to_ascii_uppercase()).collect()
}

/// What an entered code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// That of this minute, or of the one before.
    Valid,
    /// One that was shown a few minutes ago.
    Passed,
    /// That of another session, of another day, or of none.
    Wrong,
}

/// Judges what somebody entered in a minute; `code_at` is the session's code in each minute.
pub fn judge(entered: &str, minute: i64, code_at: impl Fn(i64) -> String) -> Entered {
    let entered = meant(entered);
    let was_shown = |back: i64| code_at(minute - back) == entered;
    match (0..=REMEMBERED).find(|back| was_shown(*back)) {
        Some(0 | 1) => Entered::Valid,
        Some(_) => Entered::Passed,
        None => Entered::Wrong,
    }
}

/// Why a code does not check anybody in; none where it does.
pub fn refused(entered: Entered) -> Option<&'static str> {
    match entered {
        Entered::Valid => None,
        Entered::Passed => Some("This code has changed. Enter the one that is shown now"),
        Entered::Wrong => {
            Some("This is not the code of this session. Enter the one that is shown now")
        }
    }
}

/// Whether people can check in to a session now: from an hour before it starts until it ends.
///
/// # Errors
/// Refuses what is earlier (in words that say from when on) or over, drafts, and what was cancelled.
pub fn may_check_in(state: SessionState, slot: Slot, now: NaiveDateTime) -> Result<(), Refusal> {
    let opens = slot.starts.checked_sub_signed(OPENS_BEFORE).unwrap_or(slot.starts);
    let (code, sentence) = match state {
        SessionState::Scheduled if now < opens => {
            let (day, time) = (spoken(opens.date()), spoken_time(opens.time()));
            ("check-in-early", format!("Check-in opens on {day} at {time}."))
        }
        SessionState::Scheduled => return Ok(()),
        SessionState::Delivered | SessionState::Closed => (
            "check-in-late",
            "This session has ended. If you were there, tell whoever led it: they keep the register.".to_owned(),
        ),
        SessionState::Cancelled => ("session-cancelled", "This session was cancelled.".to_owned()),
        SessionState::Draft => ("not-scheduled", "This session is a draft.".to_owned()),
    };
    Err(Refusal::rule(code, sentence))
}

/// Somebody who wants to check in, as the rule looks at them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arriving {
    pub has_a_seat: bool,
    /// What the register says of them.
    pub attendance: Option<Attendance>,
    /// How many wrong codes they entered for this session in the last [`TRIES_MINUTES`].
    pub wrong_tries: usize,
}

impl Arriving {
    /// Whether they are there already: checked in, or marked by the educator.
    pub fn is_there(&self) -> bool {
        self.attendance.is_some_and(Attendance::came)
    }

    /// Whether a code of theirs is looked at.
    ///
    /// # Errors
    /// Refuses whoever has no seat, and whoever entered too many wrong codes: codes could be guessed otherwise.
    pub fn may_enter(&self) -> Result<(), Refusal> {
        if !self.has_a_seat {
            let sentence = "You have no seat in this session. Go to the educator: they can add you as a walk-in.";
            return Err(Refusal::rule("no-seat", sentence));
        }
        if self.wrong_tries >= TRIES_MOST {
            let sentence = format!(
                "You entered {TRIES_MOST} wrong codes. Wait {TRIES_MINUTES} minutes, or ask the educator to mark you in the \
                 register."
            );
            return Err(Refusal::rule("too-many-tries", sentence));
        }
        Ok(())
    }
}
