//! A calendar file: a message to one person about what stands under one name, or entries to read.

mod event; // one event in it

use super::entry::Entry;
use super::lines::Lines;
use event::Events;

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

/// A message about what stands under one name; `base_url` is where people reach this installation, without a slash at its end. A
/// request tells all of it, so of several it is enough to know the last.
pub fn message(
    method: Method,
    entry: &Entry,
    parties: Parties<'_>,
    base_url: &str,
) -> CalendarObject {
    let mut lines = begun();
    lines.line("METHOD", method.word());
    clocks(&mut lines);
    let mut events = Events { lines: &mut lines, entry, parties: Some(parties), base_url };
    match method {
        Method::Request => events.told(),
        Method::Cancel => events.cancelled(),
    }
    CalendarObject { method, text: ended(lines) }
}

/// Entries to read, as a file or a feed: named where it is a calendar of its own. Nobody stands in it.
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
        Events { lines: &mut lines, entry, parties: None, base_url }.told();
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

#[cfg(test)]
mod tests;
