//! Where one person stands in each competency at one date: looked up once, however many rows and queries ask.

use super::facts::{Competency, Facts, Person};
use crate::requirements::CompetencyIndex;
use crate::standing::{Event, Requested, Standing, standing};
use chrono::NaiveDate;
use std::ops::Range;

/// The standings that somebody's judgements lead to.
#[derive(Debug)]
pub(super) struct Known {
    standings: Vec<Standing>,
    /// For a competency that no framework has.
    nothing: Standing,
    /// For each version, its competencies that take something over from earlier ones.
    carrying: Vec<Vec<CompetencyIndex>>,
    /// Where the judgements of each competency lie among those of the person, where something may be carried.
    spans: Vec<Range<usize>>,
}

impl Known {
    /// Room for one person's standings at a time.
    pub fn new(facts: &Facts) -> Self {
        let standings = vec![Standing::default(); facts.competencies.len()];
        let mut carrying = vec![Vec::new(); facts.versions.len()];
        for (at, competency) in (0..).zip(&facts.competencies) {
            let of_version = carrying.get_mut(competency.version);
            if let Some(carrying) = of_version.filter(|_| !competency.carried.is_nothing()) {
                carrying.push(at);
            }
        }
        Self { standings, nothing: Standing::default(), carrying, spans: Vec::new() }
    }

    /// Works out every standing anew, in the competencies of a version, from judgements made by a day. They are ordered by
    /// competency, then day, then recording.
    pub fn work_out(
        &mut self,
        facts: &Facts,
        judgements: &[Event],
        (day, version): (NaiveDate, usize),
    ) {
        self.standings.fill(Standing::default());
        // One walk over all of them, since a search for each competency would take most of the time of a figure.
        if self.carrying.get(version).is_none_or(Vec::is_empty) {
            self.hear(facts, judgements, day, |_| true);
        } else {
            self.note_spans(judgements);
            let counts = |of: &Competency| of.version == version && of.carried.is_nothing();
            self.hear(facts, judgements, day, counts);
            self.carry(facts, judgements, (day, version));
        }
    }

    /// Works out the standings in those competencies that take nothing over.
    fn hear(
        &mut self,
        facts: &Facts,
        judgements: &[Event],
        day: NaiveDate,
        counts: impl Fn(&Competency) -> bool,
    ) {
        for of_one in judgements.chunk_by(|a, b| a.competency == b.competency) {
            let Some(at) = of_one.first().map(|event| usize::from(event.competency)) else {
                continue;
            };
            let (known, of) = (self.standings.get_mut(at), facts.competencies.get(at));
            if let (Some(known), Some(of)) = (known, of.filter(|of| counts(of))) {
                *known = standing(of_one, of.refresh_months, day);
            }
        }
    }

    fn note_spans(&mut self, judgements: &[Event]) {
        self.spans.clear();
        self.spans.resize(self.standings.len(), 0..0);
        let mut from = 0;
        for of_one in judgements.chunk_by(|a, b| a.competency == b.competency) {
            let to = from + of_one.len();
            let at = of_one.first().map(|event| usize::from(event.competency));
            if let Some(span) = at.and_then(|at| self.spans.get_mut(at)) {
                *span = from..to;
            }
            from = to;
        }
    }

    /// Works out the standings in the competencies of a version that take something over from earlier ones.
    fn carry(&mut self, facts: &Facts, judgements: &[Event], (day, version): (NaiveDate, usize)) {
        let said = |at: CompetencyIndex| {
            let span = self.spans.get(usize::from(at)).cloned().unwrap_or(0..0);
            // A merge looks back from the first day of its version, which may be yet to come.
            said_by(judgements.get(span).unwrap_or_default(), day)
        };
        for &competency in self.carrying.get(version).into_iter().flatten() {
            let at = usize::from(competency);
            let (known, of) = (self.standings.get_mut(at), facts.competencies.get(at));
            if let (Some(known), Some(of)) = (known, of) {
                *known = of.carried.standing(competency, of.refresh_months, &said, day);
            }
        }
    }

    pub fn of(&self, competency: CompetencyIndex) -> &Standing {
        self.standings.get(usize::from(competency)).unwrap_or(&self.nothing)
    }
}

/// The standings of the person who is being counted.
#[derive(Debug)]
pub(super) struct Standings<'a> {
    facts: &'a Facts,
    person: &'a Person,
    day: NaiveDate,
    /// The position of the framework version in whose competencies they stand.
    version: usize,
    known: Known,
}

impl<'a> Standings<'a> {
    /// Room for the standings of everybody in turn; `None` where there is nobody.
    pub fn new(facts: &'a Facts) -> Option<Self> {
        let (person, known) = (facts.people.first()?, Known::new(facts));
        Some(Self { facts, person, day: NaiveDate::MIN, version: 0, known })
    }

    /// Turns to a person at a date, in the competencies of a version: the one that holds then, or one that is yet to hold,
    /// for where they stand in it with what was said by that date. What is known of them already stays known.
    pub fn turn_to(&mut self, person: &'a Person, day: NaiveDate, version: usize) {
        if std::ptr::eq(self.person, person) && (self.day, self.version) == (day, version) {
            return;
        }
        (self.person, self.day, self.version) = (person, day, version);
        self.known.work_out(self.facts, &person.judgements, (day, version));
    }

    pub const fn person(&self) -> &'a Person {
        self.person
    }

    pub const fn day(&self) -> NaiveDate {
        self.day
    }

    pub const fn known(&self) -> &Known {
        &self.known
    }

    pub fn of(&self, competency: CompetencyIndex) -> &Standing {
        self.known.of(competency)
    }

    /// The requests that are open, each in the competency of the version in which it is.
    pub fn requested(&self) -> impl Iterator<Item = (CompetencyIndex, Requested)> {
        let version = self.version;
        let known = (0..).zip(self.facts.competencies.iter().zip(&self.known.standings));
        let of_version = known.filter(move |(_, (of, _))| of.version == version);
        of_version.filter_map(|(at, (_, standing))| Some((at, standing.requested?)))
    }
}

/// Those of somebody's judgements of one competency that were made by a day.
fn said_by(said: &[Event], day: NaiveDate) -> &[Event] {
    let many = said.partition_point(|event| event.day <= day);
    said.get(..many).unwrap_or_default()
}
