//! The events of an entry: a session by itself is one; a series is one with its rule, and one for each session that differs from it.

use super::{Parties, ZONE};
use crate::calendar::entry::{Appointment, Entry, Part, What};
use crate::calendar::lines::Lines;
use crate::calendar::series::{Series, Usual};
use crate::sessions::times::Slot;
use chrono::NaiveDateTime;

/// What the events of an entry have in common, and where they are written.
pub(super) struct Events<'a> {
    pub lines: &'a mut Lines,
    pub entry: &'a Entry,
    pub parties: Option<Parties<'a>>,
    pub base_url: &'a str,
}

/// How an event belongs to a series.
#[derive(Clone, Copy)]
enum Recurs<'a> {
    No,
    /// It stands for all dates of the rule but those of which somebody has nothing.
    By(&'a Series),
    /// It stands for the date at which the rule would have it begin.
    At(NaiveDateTime),
}

#[derive(Clone, Copy)]
enum Status {
    Confirmed,
    Tentative,
    Cancelled,
}

/// What one event says.
struct Event<'a> {
    slot: Slot,
    recurs: Recurs<'a>,
    title: &'a str,
    place: Option<&'a str>,
    description: Option<String>,
    page: String,
    status: Status,
}

impl Events<'_> {
    /// All that stands under the name.
    pub fn told(&mut self) {
        let (entry, base_url) = (self.entry, self.base_url);
        let series = match &entry.what {
            What::Session(one) => return self.write(&Event::of(one, Recurs::No, base_url)),
            What::Series(series) => series,
        };
        // Where they have nothing in it, there is nothing to read.
        let Some(usual) = series.usual() else { return };
        self.write(&Event::by_rule(series, usual, base_url));
        // The same number in each: whoever puts them in order one by one comes to the same.
        for (start, one) in series.apart(usual) {
            self.write(&Event::of(one, Recurs::At(start), base_url));
        }
    }

    /// That nothing stands under the name any more.
    pub fn cancelled(&mut self) {
        let (entry, base_url) = (self.entry, self.base_url);
        let event = match &entry.what {
            What::Session(one) => Event::of(one, Recurs::No, base_url),
            What::Series(series) => Event {
                slot: series.first,
                recurs: Recurs::By(series),
                title: &series.title,
                place: None,
                description: None,
                page: series.page(base_url),
                status: Status::Cancelled,
            },
        };
        // There is nothing to give up or to join.
        self.write(&Event { description: None, status: Status::Cancelled, ..event });
    }

    fn write(&mut self, event: &Event<'_>) {
        let Self { lines, entry, parties, base_url } = self;
        lines.line("BEGIN", "VEVENT");
        lines.line("UID", &entry.uid(base_url));
        lines.line("SEQUENCE", &entry.sequence.to_string());
        lines.line("DTSTAMP", &format!("{}Z", at(entry.recorded_at.naive_utc())));
        if let Recurs::At(start) = event.recurs {
            local(lines, "RECURRENCE-ID", start);
        }
        local(lines, "DTSTART", event.slot.starts);
        local(lines, "DTEND", event.slot.ends());
        if let Recurs::By(series) = event.recurs {
            lines.line("RRULE", &series.rule.to_string());
            if matches!(event.status, Status::Confirmed | Status::Tentative) {
                // Outlook takes a date out only where it is told in the same time zone as the start.
                series.without().for_each(|start| local(lines, "EXDATE", start));
            }
        }
        lines.text("SUMMARY", event.title);
        if let Some(place) = event.place {
            lines.text("LOCATION", place);
        }
        if let Some(description) = &event.description {
            lines.text("DESCRIPTION", description);
        }
        lines.line("URL", &event.page);
        lines.line("STATUS", event.status.word());
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
}

impl<'a> Event<'a> {
    fn of(one: &'a Appointment, recurs: Recurs<'a>, base_url: &str) -> Self {
        Self {
            slot: one.slot,
            recurs,
            title: &one.title,
            place: Some(&one.place),
            description: Some(one.description(base_url)),
            page: one.page(base_url),
            status: Status::of(one.part),
        }
    }

    fn by_rule(series: &'a Series, usual: Usual<'a>, base_url: &str) -> Self {
        let page = series.page(base_url);
        Self {
            slot: usual.slot(series.first),
            recurs: Recurs::By(series),
            title: usual.title,
            place: Some(usual.place),
            description: Some(usual.description(&page)),
            page,
            status: Status::of(usual.part),
        }
    }
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

/// A moment by clocks in London, so that 1pm stays 1pm wherever it is read.
fn local(lines: &mut Lines, name: &str, moment: NaiveDateTime) {
    lines.line(&format!("{name};TZID={ZONE}"), &at(moment));
}

fn at(moment: NaiveDateTime) -> String {
    moment.format("%Y%m%dT%H%M%S").to_string()
}
