//! What a calendar is told under one name: a session by itself, or all that somebody has of a series.

use super::series::Series;
use crate::ids::SessionId;
use crate::sessions::times::Slot;
use chrono::{DateTime, Utc};

/// What the owner of a calendar has in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Seat,
    /// A seat that is kept for them until they answer.
    Offer,
    Lead,
}

/// A session as a calendar holds it. It names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    pub session: SessionId,
    pub slot: Slot,
    pub title: String,
    /// Where it is, in a few words.
    pub place: String,
    /// Where to join online: for whoever holds a seat or leads, and in no feed.
    pub link: Option<String>,
    pub part: Part,
}

/// All that stands in a calendar under one name (`UID`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which of two things said under the name is the later one: see [`sequence`] and [`series_sequence`].
    pub sequence: i64,
    /// When what it says was recorded.
    pub recorded_at: DateTime<Utc>,
    pub what: What,
}

/// What stands under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Session(Appointment),
    Series(Series),
}

impl Appointment {
    /// The page of the session.
    pub(super) fn page(&self, base_url: &str) -> String {
        format!("{base_url}/sessions/{}", self.session)
    }

    /// What stands in the entry below its time and place.
    pub(super) fn description(&self, base_url: &str) -> String {
        let about = match self.part {
            Part::Seat => {
                "Removing this from your calendar does not give up your seat. If you cannot come, give it up at"
            }
            Part::Offer => "A seat is offered to you. It is yours once you accept it at",
            Part::Lead => {
                "You lead this session. Removing this from your calendar does not change that. Read more at"
            }
        };
        described(self.link.as_deref(), about, &self.page(base_url))
    }
}

/// Where to join, where that is told; what to know; and where to read more.
pub(super) fn described(link: Option<&str>, about: &str, page: &str) -> String {
    let join = link.map(|link| format!("Join online: {link}\n\n"));
    format!("{}{about}\n{page}", join.unwrap_or_default())
}

impl Entry {
    /// The name in every calendar (`UID`): the same for ever. A series has that of the session that was repeated, if any.
    pub(super) fn uid(&self, base_url: &str) -> String {
        let host = host(base_url);
        match &self.what {
            What::Session(one) => format!("{}@{host}", one.session),
            What::Series(series) => format!("{}@{host}", series.id),
        }
    }

    /// Whether it is a series in which they have nothing.
    pub fn is_empty(&self) -> bool {
        match &self.what {
            What::Session(_) => false,
            What::Series(series) => series.appointments.is_empty(),
        }
    }
}

/// The number by which calendars put what they are told of a session in order (`SEQUENCE`). `revision` is how often all who
/// have to do with the session were to be told of a change; `latest_event` is the number of the last thing that was recorded
/// of the owner's own booking in it, 0 where there is none.
///
/// Both only go up, and whatever the owner is told of raises one of them under the lock of the session. So a cancellation
/// has a lower number than the booking after it, and a calendar that is told of them the wrong way round ends as if it had not
/// been.
pub fn sequence(revision: i32, latest_event: i64) -> i64 {
    i64::from(revision).saturating_add(latest_event)
}

/// The same for a series: the sum over all its sessions, those that are drafts, cancelled or past too, of whether each was ever
/// scheduled and its [`sequence`]. None of that is ever taken back, so the sum only goes up, and whatever happens to one session
/// raises it. That a session is scheduled counts because its leads are told, and raises nothing else; so what is said of a series
/// is also later than what was said of its first session before that was repeated.
pub fn series_sequence(sessions: impl IntoIterator<Item = (bool, i64)>) -> i64 {
    let counted = sessions
        .into_iter()
        .map(|(scheduled, sequence)| sequence.saturating_add(i64::from(scheduled)));
    counted.fold(0, i64::saturating_add)
}

/// The host in an address, without its port.
fn host(base_url: &str) -> &str {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let host = rest.split_once('/').map_or(rest, |(host, _)| host);
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_session_is_named_by_its_id_and_the_host_whatever_the_port() {
        let table = [
            ("https://esteem.example", "esteem.example"),
            ("http://127.0.0.1:3000", "127.0.0.1"),
            ("https://trust.example/esteem", "trust.example"),
            ("http://[::1]:3000", "[::1]"),
            ("http://[::1]", "[::1]"),
        ];
        for (base_url, expected) in table {
            assert_eq!(host(base_url), expected, "{base_url}");
        }
    }

    proptest! {
        /// Whatever else happens in the session in between.
        #[test]
        fn what_somebody_is_told_later_has_a_higher_number(acts in proptest::collection::vec(0_u8..3, 0..60)) {
            let (mut revision, mut bookings, mut own) = (0, 0_i64, 0);
            let mut told = Vec::new();
            for act in acts {
                match act {
                    // It is moved.
                    0 => revision += 1,
                    // Their own booking changes.
                    1 => {
                        bookings += 1;
                        own = bookings;
                    }
                    // Somebody else's does, which is nothing to them.
                    _ => {
                        bookings += 1;
                        continue;
                    }
                }
                told.push(sequence(revision, own));
            }
            prop_assert!(told.is_sorted_by(|earlier, later| earlier < later), "{told:?}");
        }
    }
}
