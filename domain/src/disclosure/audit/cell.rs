//! What is told of one count, and which numbers it could be then.

use super::figure::Span;
use super::{Count, Figure};
use crate::disclosure::Shown;

/// Why a count is shown as it is, as far as anybody can tell. Each tells less than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// It is what clauses 1 to 8 make of it.
    Itself,
    /// It is held for another's sake.
    Another,
    /// It is held, by them or for another's sake.
    Unsaid,
}

/// Less than is told now, in thought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowed {
    /// Counts that tell of so many people at most may be held; 0 is none.
    pub people: u32,
    /// Whether it may be left unsaid why something is held.
    pub unsaid: bool,
}

impl Allowed {
    /// As things stand.
    pub const NOTHING: Self = Self { people: 0, unsaid: false };

    /// Whether anything less may be told.
    pub fn is_more(self) -> bool {
        self.people > 0 || self.unsaid
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub met: i64,
    /// How many people it tells of.
    pub people: u32,
    pub now: bool,
    pub why: Why,
    /// How many numbers it must be able to be besides the true one: 2, or all there are.
    pub needs: usize,
    /// Whether it is held whatever is done here.
    held_itself: bool,
    /// What it could be, by [`Why`].
    spans: [Span; 3],
}

impl Cell {
    pub fn new(count: &Count) -> Self {
        let figure = count.figure;
        let was_held = count.now
            && !count.earlier.is_empty()
            && count.earlier.iter().all(|shown| shown.is_held());
        let shown = match count.earlier.last() {
            Some(shown) if !count.now => *shown,
            _ => figure.shown(),
        };
        Self {
            met: figure.met().into(),
            people: figure.people(),
            now: count.now,
            // What earlier returns held for another's sake stays held as long as it is the same: else a later one tells what they did not.
            why: if was_held && !figure.shown().is_held() { Why::Another } else { Why::Itself },
            needs: if figure.of() == 1 { 1 } else { 2 },
            held_itself: shown.is_held(),
            spans: spans(count),
        }
    }

    pub fn is_held(&self) -> bool {
        self.held_itself || self.why != Why::Itself
    }

    /// Whether it can still be held: what an earlier return has told cannot.
    pub fn can_be_held(&self) -> bool {
        self.now && !self.is_held() && self.span(Why::Unsaid).size() > self.span(self.why).size()
    }

    /// Why it would have to be shown as it is, to whom it could be `number`: as now, if that will do.
    pub fn why_for(&self, number: i64, allowed: Allowed) -> Option<Why> {
        let may_hold = self.is_held() || self.now && self.people <= allowed.people;
        let may = |why: &Why| match why {
            _ if *why == self.why => true,
            Why::Itself => false,
            Why::Another => may_hold && !self.is_held(),
            Why::Unsaid => may_hold && allowed.unsaid,
        };
        let whys = [Why::Itself, Why::Another, Why::Unsaid];
        whys.into_iter().filter(may).find(|why| self.span(*why).holds(number))
    }

    fn span(&self, why: Why) -> Span {
        let [itself, another, unsaid] = self.spans;
        match why {
            Why::Itself => itself,
            Why::Another => another,
            Why::Unsaid => unsaid,
        }
    }
}

/// What a count could be by what this return shows, and by what earlier ones did.
fn spans(count: &Count) -> [Span; 3] {
    let figure = count.figure;
    let earlier = |after: fn(Figure, Shown) -> Span| {
        count.earlier.iter().map(|shown| after(figure, *shown)).fold(figure.any(), Span::and)
    };
    let known = earlier(Figure::after);
    let [itself, another] = match count.now {
        true => [figure.by_its_clause(), figure.for_another()],
        false => [figure.any(); 2],
    };
    [itself.and(known), another.and(known), earlier(Figure::after_unsaid)]
}
