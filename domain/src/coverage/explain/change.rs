//! Why a figure changed from one day to another: the difference in parts that sum, each with the people who make it up.

use super::posts::Posts;
use super::world::{Between, World};
use super::{Difference, Figure, Part};
use crate::coverage::query::{Query, Unit};
use crate::coverage::row::Counts;
use crate::coverage::standings::Known;
use crate::coverage::tally;
use crate::coverage::{Facts, Person};
use crate::ids::PersonId;
use crate::requirements::{Asked, CompetencyIndex};
use crate::standing::Event;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a part did to one person in one competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    pub person: PersonId,
    /// Under which the version of the earlier day knows it, where it does.
    pub competency: CompetencyIndex,
    /// In pairs of person and competency.
    pub difference: Difference,
}

/// One part of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartOfChange {
    pub part: Part,
    pub difference: Difference,
    /// How many people make it up.
    pub people: usize,
    /// By person, then competency.
    pub pairs: Vec<Changed>,
}

/// Why a figure changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub since: NaiveDate,
    pub until: NaiveDate,
    /// The earlier day, as it was known then.
    pub then: Counts,
    /// The later day, as it is known now.
    pub now: Counts,
    /// Whether anything had been recorded by the earlier day. If not, `then` is what is known of that day now.
    pub was_known: bool,
    /// Whether it is the figure of a named group, whose members come and go.
    pub of_group: bool,
    /// Every part in its order, also those that changed nothing. Together they are the difference.
    pub parts: Vec<PartOfChange>,
}

impl Change {
    pub fn difference(&self) -> Difference {
        Difference::between(&self.then, &self.now)
    }

    fn between(since: NaiveDate, until: NaiveDate, was_known: bool) -> Self {
        let part = |part: &Part| {
            let (difference, people, pairs) = (Difference::NONE, 0, Vec::new());
            PartOfChange { part: *part, difference, people, pairs }
        };
        let parts = Part::ALL.iter().map(part).collect();
        let (then, now) = (Counts::default(), Counts::default());
        Self { since, until, then, now, was_known, of_group: false, parts }
    }
}

/// Explains how a figure came from what was known of an earlier day on that day to what is known of its own day now. An earlier day
/// after its own counts as its own.
pub fn explain_change(facts: &Facts, figure: Figure<'_>, since: NaiveDate) -> Change {
    let until = figure.query.as_at;
    let then = Query { as_at: since.min(until), ..figure.query.clone() };
    let was_known = facts.recorded.known_at(then.as_at).is_some();
    let of_group = matches!(figure.unit, Unit::NamedGroup(_));
    let mut change = Change { of_group, ..Change::between(then.as_at, until, was_known) };
    if let Some(between) = Between::new(facts, figure, &then) {
        let mut walk = Walk { between, said: Vec::new(), known: Known::new(facts) };
        for person in &facts.people {
            if walk.between.concerns(person) {
                walk.go(person, &mut change);
            }
        }
    }
    change
}

/// The walk of one person through the worlds.
struct Walk<'f> {
    between: Between<'f>,
    said: Vec<Event>,
    known: Known,
}

/// Where somebody is in a world.
#[derive(Default)]
struct Share<'p> {
    posts: Posts<'p>,
    counts: Counts,
    pairs: Vec<(CompetencyIndex, Counts)>,
}

impl Walk<'_> {
    fn go(&mut self, person: &Person, change: &mut Change) {
        let mut before = World::START;
        let posts = self.between.posts(before, person);
        let (mut at, mut is_heard) = (Share { posts, ..Share::default() }, false);
        self.stand(before, person, &mut is_heard, &mut at);
        change.then.take(&at.counts);
        for part in &mut change.parts {
            let world = World::after(part.part);
            is_heard &= !self.between.is_heard_in(part.part, person);
            let posts = self.between.posts(world, person);
            let frames = (self.between.frame(before), self.between.frame(world));
            let is_same = is_heard && std::ptr::eq(frames.0, frames.1) && posts == at.posts;
            before = world;
            if is_same || (posts.is_empty() && at.posts.is_empty()) {
                continue;
            }
            let mut next = Share { posts, ..Share::default() };
            self.stand(world, person, &mut is_heard, &mut next);
            part.note(person.id, &at, &next);
            at = next;
        }
        change.now.take(&at.counts);
    }

    /// Counts what somebody's posts ask in a world, and where they stand in it.
    fn stand(&mut self, world: World, person: &Person, is_heard: &mut bool, at: &mut Share<'_>) {
        let (between, known) = (&self.between, &mut self.known);
        if at.posts.is_empty() {
            return;
        }
        let frame = between.frame(world);
        if !*is_heard {
            between.hear(world, person, &mut self.said);
            known.work_out(between.facts, &self.said, (between.until, frame.version));
            *is_heard = true;
        }
        let known = &*known;
        let Posts { chosen, away } = &at.posts;
        if chosen.is_empty() {
            let asked = frame.asked_of_posts(away);
            let is_open = asked.iter().any(|asked| !known.of(asked.competency).exempt);
            at.counts.not_in_scope = u32::from(is_open);
            return;
        }
        let asked = frame.asked_of_posts(chosen);
        at.counts = tally::share(frame, known, chosen, &asked);
        let pair = |asked: &Asked| {
            let pair = tally::pair(*asked, known.of(asked.competency), frame.query.as_at)?;
            Some((between.home_of(asked.competency), pair))
        };
        at.pairs.extend(asked.iter().filter_map(pair));
    }
}

impl PartOfChange {
    /// Notes what this part did to one person.
    fn note(&mut self, person: PersonId, before: &Share<'_>, after: &Share<'_>) {
        let difference = Difference::between(&before.counts, &after.counts);
        let mut pairs: BTreeMap<CompetencyIndex, [Counts; 2]> = BTreeMap::new();
        for (competency, counts) in &before.pairs {
            pairs.entry(*competency).or_default()[0] = *counts;
        }
        for (competency, counts) in &after.pairs {
            pairs.entry(*competency).or_default()[1] = *counts;
        }
        let many = self.pairs.len();
        let changed = pairs.into_iter().map(|(competency, [before, after])| {
            let difference = Difference::between(&before, &after);
            Changed { person, competency, difference }
        });
        self.pairs.extend(changed.filter(|changed| !changed.difference.is_none()));
        if !difference.is_none() || self.pairs.len() > many {
            self.people += 1;
            self.difference = self.difference.and(difference);
        }
    }
}
