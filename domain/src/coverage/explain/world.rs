//! Between the earlier day and the later one: worlds in which the parts of a change have happened up to one of them.

use super::{Figure, Part};
use crate::coverage::query::Query;
use crate::coverage::recorded::KnownAt;
use crate::coverage::tally::Frame;
use crate::coverage::{Competency, Facts};
use crate::dates::days_after;
use crate::frameworks::in_order;
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;

/// A world in which every part up to this one has happened, and none after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct World(Option<Part>);

impl World {
    /// The earlier day, as it was known then.
    pub const START: Self = Self(None);

    pub const fn after(part: Part) -> Self {
        Self(Some(part))
    }

    pub fn has(self, part: Part) -> bool {
        self.0 >= Some(part)
    }
}

/// All that is looked at in those worlds, once for everybody.
pub(super) struct Between<'f> {
    pub facts: &'f Facts,
    pub figure: Figure<'f>,
    pub since: NaiveDate,
    pub until: NaiveDate,
    /// What was known on the earlier day; none where nothing was: then it is read as it is known now.
    pub known: Option<KnownAt<'f>>,
    /// The earlier day.
    pub then: Frame<'f>,
    /// What was asked then, due by the later day.
    due: Frame<'f>,
    /// What the earlier day's version asks at last.
    asked: Frame<'f>,
    /// The later day.
    pub now: Frame<'f>,
    /// For each competency, the one of the earlier day's version that became it and nothing else; itself where there is none.
    home: Vec<CompetencyIndex>,
}

impl<'f> Between<'f> {
    /// `then` is the figure's query as at the earlier day. None where no framework was ever published.
    pub fn new(facts: &'f Facts, figure: Figure<'f>, then: &'f Query) -> Option<Self> {
        let now = figure.query;
        let (since, until) = (then.as_at, now.as_at);
        let (at_first, at_last) = (Frame::new(facts, then)?, Frame::new(facts, now)?);
        let version = at_first.version;
        let last = last_day_of(facts, version).map_or(until, |last| last.min(until));
        let only = |frame: Frame<'f>| frame.only(figure.item_code);
        Some(Self {
            facts,
            figure,
            since,
            until,
            known: facts.recorded.known_at(since),
            due: only(Frame::of(facts, now, (version, since))),
            asked: only(Frame::of(facts, now, (version, last))),
            home: home(facts, version, at_last.version),
            then: only(at_first),
            now: only(at_last),
        })
    }

    /// What is asked in a world, by whom it is met, and on which day it must be current.
    pub fn frame(&self, world: World) -> &Frame<'f> {
        if world.has(Part::FrameworkVersions) {
            &self.now
        } else if world.has(Part::Requirements) {
            &self.asked
        } else if world.has(Part::Expiries) {
            &self.due
        } else {
            &self.then
        }
    }

    pub fn is_of_one_version(&self) -> bool {
        self.then.version == self.now.version
    }

    /// The competency of the earlier day's version under which a competency is told.
    pub fn home_of(&self, competency: CompetencyIndex) -> CompetencyIndex {
        self.home.get(usize::from(competency)).copied().unwrap_or(competency)
    }
}

/// The last day of a version; none where no other follows.
fn last_day_of(facts: &Facts, version: usize) -> Option<NaiveDate> {
    let order = in_order(&facts.versions);
    let next = order.iter().skip_while(|at| **at != version).nth(1)?;
    Some(days_after(facts.versions.get(*next)?.published_from?, -1))
}

fn home(facts: &Facts, first: usize, last: usize) -> Vec<CompetencyIndex> {
    let order = in_order(&facts.versions);
    let place = |version| order.iter().position(|at| *at == version);
    let of_first: Vec<CompetencyIndex> = (0..)
        .zip(&facts.competencies)
        .filter(|(_, of)| of.version == first)
        .map(|(at, _)| at)
        .collect();
    let home = |(at, competency): (CompetencyIndex, &Competency)| {
        let version = place(competency.version);
        if version <= place(first) || version > place(last) {
            return at;
        }
        let became = |old: &&CompetencyIndex| competency.carried.takes_questions_of(**old);
        let old = of_first.iter().find(became).copied();
        let alone = |old: &CompetencyIndex| {
            let of_version =
                facts.competencies.iter().filter(|of| of.version == competency.version);
            of_version.filter(|of| of.carried.takes_questions_of(*old)).nth(1).is_none()
        };
        old.filter(alone).unwrap_or(at)
    };
    (0..).zip(&facts.competencies).map(home).collect()
}
