//! Mail that leaves Esteem: what it is for, where it stands, and what follows when the mail server answers.

pub mod views; // what pages show

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How long after a hand-over began it is tried again where nobody noted what came of it. Whoever began it may only have
/// been stopped, so this is long; and the mail keeps its Message-ID, by which mailboxes know it for the same.
pub const NOT_KNOWN_PAUSE: TimeDelta = TimeDelta::hours(6);
/// How long a hand-over takes at most; one that began longer ago was cut off.
pub const HAND_OVER_MOST: TimeDelta = TimeDelta::minutes(5);
/// For how long after the first try a mail is tried again.
pub const GIVEN_UP_AFTER: TimeDelta = TimeDelta::days(4);

/// The pause after the first try, the second, and so on; the last one holds from then on.
const PAUSES: [TimeDelta; 5] = [
    TimeDelta::minutes(1),
    TimeDelta::minutes(5),
    TimeDelta::minutes(15),
    TimeDelta::hours(1),
    TimeDelta::hours(4),
];

crate::macros::codes! {
    /// What a mail is for. Its words are made when it is sent.
    MailKind, "kind of mail" {
        WeeklyDigest "weekly_digest" "Weekly digest",
        Nudge "nudge" "Nudge about what is due",
        SeatRequested "seat_requested" "Seat asked for",
        SeatBooked "seat_booked" "Seat booked",
        SeatWaiting "seat_waiting" "Place on a waiting list",
        SeatOffered "seat_offered" "Seat offered",
        SeatDeclined "seat_declined" "Request for a seat not approved",
        SeatCancelled "seat_cancelled" "Booking cancelled",
        SeatGivenUp "seat_given_up" "Seat given up",
        SessionMoved "session_moved" "Session moved",
        SessionRenamed "session_renamed" "Session with a new title",
        SessionMovedAndRenamed "session_moved_and_renamed" "Session moved, with a new title",
        SessionToLead "session_to_lead" "Session to lead",
        SessionNotToLead "session_not_to_lead" "Session no longer to lead",
        SessionReminder "session_reminder" "Reminder of a session",
        SessionFeedback "session_feedback" "Feedback on a session",
        SessionFollowUp "session_follow_up" "Follow-up of a session",
        /// What one act has made of several sessions of a series.
        SessionSeries "session_series" "Sessions of a series",
        SessionInvitation "session_invitation" "Invitation of a team to a session",
        SessionRequestAnswered "session_request_answered" "Answer to a request for a session",
    }

    /// Where a mail stands, worked out from its dates.
    MailState, "state of a mail" {
        Waiting "waiting" "Waiting",
        BeingSent "being_sent" "Being sent",
        /// Handed over, and nobody noted what came of it.
        NotKnown "not_known" "Not known if sent",
        GivenUp "given_up" "Given up",
        Sent "sent" "Sent",
        /// What it tells has passed, or was told otherwise.
        NotNeeded "not_needed" "No longer needed",
    }
}

/// From whom mail is, and where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sender<'a> {
    /// Where people reach this installation, without a slash at its end.
    pub base_url: &'a str,
    /// The address that mail is from.
    pub address: &'a str,
}

/// The dates of a mail that say where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// When the hand-over that is under way began; missing once it is known to have failed.
    pub handed_over_at: Option<DateTime<Utc>>,
    pub sent_at: Option<DateTime<Utc>>,
    pub given_up_at: Option<DateTime<Utc>>,
    /// After this moment it is not worth sending.
    pub useful_until: Option<DateTime<Utc>>,
}

impl Dates {
    /// The first that applies.
    pub fn state(&self, now: DateTime<Utc>) -> MailState {
        if self.sent_at.is_some() {
            return MailState::Sent;
        }
        if self.given_up_at.is_some() {
            return MailState::GivenUp;
        }
        match self.handed_over_at {
            Some(began) if now <= began + HAND_OVER_MOST => MailState::BeingSent,
            _ if self.useful_until.is_some_and(|end| end <= now) => MailState::NotNeeded,
            Some(_) => MailState::NotKnown,
            None => MailState::Waiting,
        }
    }
}

impl MailState {
    /// Whether somebody may say that it shall be tried again at once.
    pub const fn may_be_tried_again(self) -> bool {
        matches!(self, Self::Waiting | Self::NotKnown | Self::GivenUp)
    }
}

/// What came of handing a mail over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    Sent,
    /// The mail server will not take it, now or later.
    Refused,
    /// It was not taken, and may be later.
    NotNow,
    /// The connection broke off: it may have been taken.
    NotKnown,
}

/// What follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Done,
    GiveUp,
    TryAt(DateTime<Utc>),
    /// As the hand-over left it: nobody touches it before [`NOT_KNOWN_PAUSE`] is over.
    LeaveIt,
}

/// What follows the outcome of the try with the number `tries`, counted from 1. Pauses grow, and after some days it is given up.
pub fn after(
    outcome: Outcome,
    tries: u32,
    first_tried_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Next {
    match outcome {
        Outcome::Sent => Next::Done,
        Outcome::NotKnown => Next::LeaveIt,
        Outcome::Refused => Next::GiveUp,
        Outcome::NotNow if now - first_tried_at >= GIVEN_UP_AFTER => Next::GiveUp,
        Outcome::NotNow => Next::TryAt(now + pause_after(tries)),
    }
}

/// What is said once mail that was given up may be tried again.
pub fn tried_again(count: u64) -> String {
    match count {
        0 => "None of these emails is still worth sending".to_owned(),
        1 => "Esteem tries to send 1 email again now".to_owned(),
        count => format!("Esteem tries to send {count} emails again now"),
    }
}

fn pause_after(tries: u32) -> TimeDelta {
    let [.., last] = PAUSES;
    PAUSES.get(tries.saturating_sub(1) as usize).copied().unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("2026-11-{text}:00Z").parse().unwrap()
    }

    #[test]
    fn where_a_mail_stands_follows_from_its_dates() {
        let now = at("02T08:00");
        let waiting = Dates::default();
        let handed = |began| Dates { handed_over_at: Some(at(began)), ..waiting };
        let table = [
            (waiting, MailState::Waiting),
            (handed("02T07:58"), MailState::BeingSent),
            (handed("02T07:00"), MailState::NotKnown),
            (Dates { sent_at: Some(at("02T07:00")), ..handed("02T07:00") }, MailState::Sent),
            (Dates { given_up_at: Some(at("02T07:00")), ..waiting }, MailState::GivenUp),
            (Dates { useful_until: Some(at("02T08:00")), ..waiting }, MailState::NotNeeded),
            (Dates { useful_until: Some(at("02T08:01")), ..waiting }, MailState::Waiting),
            (
                Dates { useful_until: Some(at("02T07:59")), ..handed("02T07:58") },
                MailState::BeingSent,
            ),
            (
                Dates { useful_until: Some(at("02T07:59")), ..handed("02T07:00") },
                MailState::NotNeeded,
            ),
        ];
        for (dates, state) in table {
            assert_eq!(dates.state(now), state, "{dates:?}");
        }
    }

    #[test]
    fn pauses_grow_and_after_four_days_it_is_given_up() {
        let first = at("02T08:00");
        let minutes = |tries| match after(Outcome::NotNow, tries, first, first) {
            Next::TryAt(next) => (next - first).num_minutes(),
            other => panic!("{other:?}"),
        };
        assert_eq!([1, 2, 3, 4, 5, 6, 40].map(minutes), [1, 5, 15, 60, 240, 240, 240]);
        assert!(matches!(after(Outcome::NotNow, 9, first, at("06T07:59")), Next::TryAt(_)));
        assert_eq!(after(Outcome::NotNow, 9, first, at("06T08:00")), Next::GiveUp);
    }

    #[test]
    fn what_the_server_refuses_for_good_is_not_tried_again_and_what_is_not_known_is_left_alone() {
        let now = at("02T08:00");
        assert_eq!(after(Outcome::Refused, 1, now, now), Next::GiveUp);
        assert_eq!(after(Outcome::NotKnown, 1, now, at("20T08:00")), Next::LeaveIt);
        assert_eq!(after(Outcome::Sent, 1, now, at("20T08:00")), Next::Done);
    }

    #[test]
    fn nobody_tries_again_what_is_sent_being_sent_or_not_needed() {
        let may: Vec<_> =
            MailState::ALL.iter().filter(|state| state.may_be_tried_again()).collect();
        assert_eq!(may, [&MailState::Waiting, &MailState::NotKnown, &MailState::GivenUp]);
    }
}
