//! A calendar file: a message to one person about one session, or sessions to read.

use super::entry::{Entry, Part};
use super::lines::Lines;
use chrono::NaiveDateTime;

const ZONE: &str = "Europe/London";
/// How often a calendar should ask for a feed again.
const READ_AGAIN: &str = "PT1H";

/// The clocks of London as they have changed since 1996, and do: on the last Sundays of March and October, at 1am by
/// Greenwich.
const CLOCKS: [(&str, &str); 17] = [
    ("BEGIN", "VTIMEZONE"),
    ("TZID", ZONE),
    ("BEGIN", "DAYLIGHT"),
    ("DTSTART", "19960331T010000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("TZNAME", "BST"),
    ("TZOFFSETFROM", "+0000"),
    ("TZOFFSETTO", "+0100"),
    ("END", "DAYLIGHT"),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19961027T020000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    ("TZNAME", "GMT"),
    ("TZOFFSETFROM", "+0100"),
    ("TZOFFSETTO", "+0000"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
];

/// What a message asks of a calendar (RFC 5546).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Put the session in, or change what stands there.
    Request,
    /// Take it out.
    Cancel,
}

impl Method {
    /// The word for it, in the file and beside the type of the mail's part.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// From whom a message is and to whom: addresses of mail. Nobody else is named in it.
#[derive(Clone, Copy, Debug)]
pub struct Parties<'a> {
    pub organiser: &'a str,
    pub attendee: &'a str,
}

/// A message to a calendar, written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarObject {
    pub method: Method,
    pub text: String,
}

/// A message about one session; `base_url` is where people reach this installation, without a slash at its end.
pub fn message(
    method: Method,
    entry: &Entry,
    parties: Parties<'_>,
    base_url: &str,
) -> CalendarObject {
    let mut lines = begun();
    lines.line("METHOD", method.word());
    clocks(&mut lines);
    let status = match method {
        Method::Request => Status::of(entry.part),
        Method::Cancel => Status::Cancelled,
    };
    event(&mut lines, (entry, status), Some(parties), base_url);
    CalendarObject { method, text: ended(lines) }
}

/// Sessions to read, as a file or a feed: named where it is a calendar of its own. Nobody stands in it.
pub fn published(name: Option<&str>, entries: &[Entry], base_url: &str) -> String {
    let mut lines = begun();
    if let Some(name) = name {
        lines.text("NAME", name);
        lines.text("X-WR-CALNAME", name);
        lines.line("REFRESH-INTERVAL;VALUE=DURATION", READ_AGAIN);
        lines.line("X-PUBLISHED-TTL", READ_AGAIN);
    }
    clocks(&mut lines);
    for entry in entries {
        event(&mut lines, (entry, Status::of(entry.part)), None, base_url);
    }
    ended(lines)
}

fn begun() -> Lines {
    let mut lines = Lines::default();
    lines.line("BEGIN", "VCALENDAR");
    lines.line("VERSION", "2.0");
    lines.line("PRODID", "-//Esteem//Sessions//EN");
    lines.line("CALSCALE", "GREGORIAN");
    lines
}

fn ended(mut lines: Lines) -> String {
    lines.line("END", "VCALENDAR");
    lines.written()
}

fn clocks(lines: &mut Lines) {
    for (name, value) in CLOCKS {
        lines.line(name, value);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Confirmed,
    Tentative,
    Cancelled,
}

impl Status {
    const fn of(part: Part) -> Self {
        match part {
            Part::Seat | Part::Lead => Self::Confirmed,
            Part::Offer => Self::Tentative,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Tentative => "TENTATIVE",
            Self::Cancelled => "CANCELLED",
        }
    }
}

fn event(
    lines: &mut Lines,
    (entry, status): (&Entry, Status),
    parties: Option<Parties<'_>>,
    base_url: &str,
) {
    let at = |moment: NaiveDateTime| moment.format("%Y%m%dT%H%M%S").to_string();
    lines.line("BEGIN", "VEVENT");
    lines.line("UID", &entry.uid(base_url));
    lines.line("SEQUENCE", &entry.sequence.to_string());
    lines.line("DTSTAMP", &format!("{}Z", at(entry.recorded_at.naive_utc())));
    // By clocks in London, so that 1pm stays 1pm wherever it is read.
    lines.line(&format!("DTSTART;TZID={ZONE}"), &at(entry.slot.starts));
    lines.line(&format!("DTEND;TZID={ZONE}"), &at(entry.slot.ends()));
    lines.text("SUMMARY", &entry.title);
    lines.text("LOCATION", &entry.place);
    if status != Status::Cancelled {
        lines.text("DESCRIPTION", &entry.description(base_url));
    }
    lines.line("URL", &entry.page(base_url));
    lines.line("STATUS", status.word());
    if let Some(Parties { organiser, attendee }) = parties {
        lines.line("ORGANIZER;CN=Esteem", &format!("mailto:{organiser}"));
        // They said yes when they booked: what a calendar would answer, nobody waits for.
        lines.line(
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE",
            &format!("mailto:{attendee}"),
        );
    }
    lines.line("END", "VEVENT");
}

#[cfg(test)]
mod tests;
