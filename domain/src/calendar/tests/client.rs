//! A calendar that keeps to RFC 5546: of two things said under one name it keeps that with the higher number, then the later one.
//! It reads what is written, with a rule of its own.

use chrono::{NaiveDateTime, TimeDelta};
use std::collections::{BTreeMap, BTreeSet};

/// A session in a calendar: from when, to when, where, and what it is called.
pub type ShownSession = (NaiveDateTime, NaiveDateTime, String, String);

/// What stands in a calendar.
pub type Shown = BTreeSet<ShownSession>;

#[derive(Default)]
pub struct Client {
    /// The number and the time stamp of what it keeps.
    said: Option<(i64, String)>,
    pub shown: Shown,
}

impl Client {
    pub fn hears(&mut self, message: &str) {
        let events = events(message);
        let said = (number(message), events[0].one("DTSTAMP"));
        for event in &events {
            // Whoever puts the parts of a message in order one by one comes to the same.
            assert_eq!(
                (event.one("SEQUENCE"), event.one("DTSTAMP")),
                (said.0.to_string(), said.1.clone())
            );
            assert_eq!(event.one("UID"), events[0].one("UID"));
        }
        if self.said.as_ref().is_some_and(|kept| said < *kept) {
            return;
        }
        self.said = Some(said);
        self.shown = match message.contains("METHOD:CANCEL\r\n") {
            true => Shown::new(),
            false => shown(message),
        };
    }
}

/// The number of a message.
pub fn number(message: &str) -> i64 {
    events(message)[0].one("SEQUENCE").parse().unwrap()
}

/// The properties of an event by their names, without parameters.
struct Event(Vec<(String, String)>);

impl Event {
    fn all(&self, name: &str) -> Vec<String> {
        let named = self.0.iter().filter(|(known, _)| known == name);
        named.map(|(_, value)| value.clone()).collect()
    }

    fn one(&self, name: &str) -> String {
        let all = self.all(name);
        assert_eq!(all.len(), 1, "{name} of {:?}", self.0);
        all[0].clone()
    }

    fn at(&self, name: &str) -> NaiveDateTime {
        moment(&self.one(name))
    }

    fn is(&self, name: &str) -> bool {
        !self.all(name).is_empty()
    }
}

fn moment(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap()
}

fn events(text: &str) -> Vec<Event> {
    let text = text.replace("\r\n ", "");
    let mut events: Vec<Event> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line {
            "BEGIN:VEVENT" => {
                inside = true;
                events.push(Event(Vec::new()));
            }
            "END:VEVENT" => inside = false,
            _ if inside => {
                let (name, value) = line.split_once(':').unwrap();
                let name = name.split(';').next().unwrap().to_owned();
                events.last_mut().unwrap().0.push((name, value.to_owned()));
            }
            _ => {}
        }
    }
    events
}

/// What the events of a message or of a file come to.
pub fn shown(text: &str) -> Shown {
    let mut shown: BTreeMap<NaiveDateTime, ShownSession> = BTreeMap::new();
    let events = events(text);
    for event in events.iter().filter(|event| !event.is("RECURRENCE-ID")) {
        let length = event.at("DTEND") - event.at("DTSTART");
        for start in starts(event) {
            let one = (start, start + length, event.one("LOCATION"), event.one("SUMMARY"));
            shown.insert(start, one);
        }
    }
    for event in events.iter().filter(|event| event.is("RECURRENCE-ID")) {
        let (starts, ends) = (event.at("DTSTART"), event.at("DTEND"));
        let instead = (starts, ends, event.one("LOCATION"), event.one("SUMMARY"));
        let known = shown.insert(event.at("RECURRENCE-ID"), instead);
        assert!(known.is_some(), "it stands for a date of the rule: {text}");
    }
    shown.into_values().collect()
}

/// When an event is: once, or weekly by its rule without the dates that are taken out.
fn starts(event: &Event) -> Vec<NaiveDateTime> {
    let first = event.at("DTSTART");
    if !event.is("RRULE") {
        return vec![first];
    }
    let rule = event.one("RRULE");
    let parts: BTreeMap<&str, &str> =
        rule.split(';').map(|part| part.split_once('=').unwrap()).collect();
    assert_eq!(parts["FREQ"], "WEEKLY");
    let every: i64 = parts.get("INTERVAL").map_or(1, |every| every.parse().unwrap());
    let count: i64 = parts["COUNT"].parse().unwrap();
    let out: BTreeSet<NaiveDateTime> =
        event.all("EXDATE").iter().map(|text| moment(text)).collect();
    let all = (0..count).map(|nth| first + TimeDelta::weeks(every * nth));
    all.filter(|start| !out.contains(start)).collect()
}
