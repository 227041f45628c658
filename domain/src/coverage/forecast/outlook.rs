//! One question of a forecast, counted person by person: from what is met today, cause by cause, to the low end and the high one.

use super::hopes::Hopes;
use super::moves::Posts;
use super::{Cause, Forecast, ForecastRow, Pairs, Seats};
use crate::coverage::query::Query;
use crate::coverage::standings::Standings;
use crate::coverage::tally::{Frame, Key, Placed};
use crate::coverage::{Facts, Person};
use crate::people::Terms;
use crate::requirements::CompetencyIndex;
use crate::standing::Standing;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A question, and what was counted of it.
pub(super) struct Outlook<'a> {
    /// As at the day it looks from.
    now: Frame<'a>,
    /// As at the day it looks at.
    then: Frame<'a>,
    seats: &'a Seats,
    rows: BTreeMap<Key<'a>, Vec<Forecast>>,
}

impl<'a> Outlook<'a> {
    /// None where no framework was ever published: then nothing is asked.
    pub fn new(
        facts: &'a Facts,
        (now, then): (&'a Query, &'a Query),
        seats: &'a Seats,
    ) -> Option<Self> {
        let (now, then) = (Frame::new(facts, now)?, Frame::new(facts, then)?);
        Some(Self { now, then, seats, rows: BTreeMap::new() })
    }

    /// Adds one person's share to every row in which they count on either day. Both standings are of what is known today:
    /// `known` in the framework version of today, `ahead` in that of the day it looks at.
    pub fn count(
        &mut self,
        person: &'a Person,
        (known, ahead): (&mut Standings<'a>, &mut Standings<'a>),
    ) {
        let Self { now, then, seats, rows } = self;
        let (before, away_before) = now.place(person);
        let (after, away_after) = then.place(person);
        if before.is_empty() && after.is_empty() {
            return;
        }
        known.turn_to(person, now.query.as_at, now.version);
        let known = &*known;
        let ahead = if now.version == then.version {
            known
        } else {
            ahead.turn_to(person, now.query.as_at, then.version);
            &*ahead
        };
        let hopes = Hopes::of(then, known, seats);
        let ways = Ways { now, then, known, ahead, hopes: hopes.as_ref() };
        let others = after.keys().filter(|key| !before.contains_key(*key));
        for key in before.keys().chain(others) {
            let posts = Posts {
                before: posts_in(&before, key),
                after: posts_in(&after, key),
                away_before: posts_in(&away_before, key),
                away_after: posts_in(&away_after, key),
            };
            let items = rows.entry(*key);
            ways.go(posts, items.or_insert_with(|| vec![Forecast::default(); now.items()]));
        }
    }

    /// The rows in which somebody is asked something on either day, sorted as those of coverage are.
    pub fn rows(&self) -> Vec<ForecastRow> {
        let mut merged: BTreeMap<(&str, &str, &str), (&str, Forecast)> = BTreeMap::new();
        for ((unit, group), items) in &self.rows {
            let Some((code, name)) = self.now.facts.unit_name(*unit) else { continue };
            // An item of two framework versions is one item.
            for (item, forecast) in items.iter().enumerate().filter(|(_, f)| f.asks_anything()) {
                let key = (code, self.now.item_code(item), group.unwrap_or("all"));
                merged.entry(key).or_insert((name, Forecast::default())).1.add(forecast);
            }
        }
        let row = |((code, item, group), (name, forecast)): ((&str, &str, &str), (&str, _))| {
            let [scope_code, scope_name, item_code, group] =
                [code, name, item, group].map(ToOwned::to_owned);
            ForecastRow { scope_code, scope_name, item_code, group, forecast }
        };
        merged.into_iter().map(row).collect()
    }
}

fn posts_in<'m, 'a, 'p>(placed: &'m Placed<'a, 'p>, key: &Key<'a>) -> &'m [&'p Terms] {
    placed.get(key).map_or(&[], Vec::as_slice)
}

/// What one person's share is counted from.
struct Ways<'w, 'a> {
    now: &'w Frame<'a>,
    then: &'w Frame<'a>,
    known: &'w Standings<'a>,
    ahead: &'w Standings<'a>,
    hopes: Option<&'w Hopes>,
}

impl Ways<'_, '_> {
    /// From today to the high end, in a row: first what is asked, then who is there, then what runs out, so that nothing that
    /// somebody takes along when they leave is told to run out too.
    fn go(&self, posts: Posts<'_, '_>, items: &mut [Forecast]) {
        let Self { now, then, known, ahead, hopes } = *self;
        let (day, until) = (now.query.as_at, then.query.as_at);
        let moved = posts.moved();
        let mut way = Way::begin(items, pairs(now, posts.before, day, |at| known.of(at)));
        if moved != Some(Cause::Changed) && self.asks_otherwise(posts.before) {
            way.go_on(Cause::Changed, pairs(then, posts.before, day, |at| ahead.of(at)));
        }
        if let Some(cause) = moved {
            way.go_on(cause, pairs(then, posts.after, day, |at| ahead.of(at)));
        }
        way.go_on(Cause::Expiries, pairs(then, posts.after, until, |at| ahead.of(at)));
        way.ends_low();
        if let Some(hopes) = hopes.filter(|_| !posts.after.is_empty()) {
            let confirmed = |at| hopes.confirmed(at).unwrap_or_else(|| ahead.of(at));
            way.go_on(Cause::Requests, pairs(then, posts.after, until, confirmed));
            let taught = |at| hopes.taught(at).unwrap_or_else(|| ahead.of(at));
            way.go_on(Cause::Seats, pairs(then, posts.after, until, taught));
            way.note(Cause::Requests, &hopes.requests);
            way.note(Cause::Seats, &hopes.seats);
        }
        way.ends_high();
    }

    /// Whether the roles of posts will ask something else.
    fn asks_otherwise(&self, posts: &[&Terms]) -> bool {
        posts.iter().any(|terms| self.now.asked_of(terms.role) != self.then.asked_of(terms.role))
    }
}

/// One person's pairs in a row by item, in their order.
type ByItem = Vec<(usize, Pairs)>;

/// What posts ask of somebody and is not exempt, and how much of it they meet at a day.
fn pairs<'s>(
    frame: &Frame<'_>,
    posts: &[&Terms],
    day: NaiveDate,
    stands: impl Fn(CompetencyIndex) -> &'s Standing,
) -> ByItem {
    let mut items = ByItem::new();
    for asked in frame.asked_of_posts(posts).iter() {
        let standing = stands(asked.competency);
        let item = frame.item_of(asked.competency).filter(|_| !standing.exempt);
        let Some(item) = item else { continue };
        let pair = Pairs { requirements: 1, met: u32::from(standing.meets(asked.level, day)) };
        match items.last_mut() {
            Some((last, pairs)) if *last == item => pairs.add(pair),
            _ => items.push((item, pair)),
        }
    }
    items
}

/// The way of one person's pairs in a row from one cause to the next.
struct Way<'r> {
    row: &'r mut [Forecast],
    at: ByItem,
}

impl<'r> Way<'r> {
    fn begin(row: &'r mut [Forecast], today: ByItem) -> Self {
        let mut way = Self { row, at: today };
        way.add(|forecast| &mut forecast.today);
        way
    }

    fn go_on(&mut self, cause: Cause, next: ByItem) {
        let before = std::mem::replace(&mut self.at, next);
        if before == self.at {
            return;
        }
        let of = |pairs: &ByItem, item| {
            let found = pairs.iter().find(|(known, _)| *known == item);
            found.map_or_else(Pairs::default, |(_, pairs)| *pairs)
        };
        let items: BTreeSet<usize> = before.iter().chain(&self.at).map(|(item, _)| *item).collect();
        for item in items {
            let (from, to) = (of(&before, item), of(&self.at, item));
            if let Some(forecast) = self.row.get_mut(item).filter(|_| from != to) {
                forecast.causes.shift(cause, from, to);
            }
        }
    }

    /// There are requests or seats for these items, whether or not they change anything.
    fn note(&mut self, cause: Cause, items: &[usize]) {
        for item in items {
            if let Some(forecast) = self.row.get_mut(*item) {
                forecast.causes.of(cause).count += 1;
            }
        }
    }

    fn ends_low(&mut self) {
        self.add(|forecast| &mut forecast.low);
    }

    fn ends_high(&mut self) {
        self.add(|forecast| &mut forecast.high);
    }

    fn add(&mut self, to: impl Fn(&mut Forecast) -> &mut Pairs) {
        for (item, pairs) in &self.at {
            if let Some(forecast) = self.row.get_mut(*item) {
                to(forecast).add(*pairs);
            }
        }
    }
}
