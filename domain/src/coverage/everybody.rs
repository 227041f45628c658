//! Everybody counted, each once: in parts at the same time where there are many.

use super::cover::{self, Pass};
use super::facts::{Facts, Person};
use super::row::Counts;
use super::shares::Shares;
use super::standings::Standings;
use super::tally::{self, Frame, Key};
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::thread;

/// Fewer people than this are counted in a few thousandths of a second, and are not worth a thread.
const PEOPLE_A_THREAD: usize = 10_000;

/// The counts of each query, row by row, and what the passes have counted.
pub(super) struct Counted<'a> {
    pub rows: Vec<BTreeMap<Key<'a>, Vec<Counts>>>,
    pub passes: Vec<Pass<'a>>,
}

/// In how many parts people are counted here.
pub(super) fn parts_of(people: usize) -> usize {
    match people / PEOPLE_A_THREAD {
        0 | 1 => 1,
        many => thread::available_parallelism().map_or(1, |cores| cores.get().min(many)),
    }
}

/// Counts everybody in so many parts at the same time. All that is counted is summed, so it does not matter who is in which.
pub(super) fn count_in_parts<'a>(
    facts: &'a Facts,
    frames: &[Option<Frame<'a>>],
    parts: usize,
) -> Counted<'a> {
    let size = facts.people.len().div_ceil(parts.max(1)).max(1);
    let count = |people: &'a [Person]| Counted::of(facts, frames, people);
    thread::scope(|scope| {
        let mut parts = facts.people.chunks(size);
        let own = parts.next().unwrap_or_default();
        let begin = |people| {
            let begun = thread::Builder::new().spawn_scoped(scope, move || count(people));
            (people, begun)
        };
        let others: Vec<_> = parts.map(begin).collect();
        let mut all = count(own);
        for (people, begun) in others {
            match begun.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(counted)) => all.add(counted),
                Ok(Err(panicked)) => resume_unwind(panicked),
                // There is no thread to be had, as in a browser.
                Err(_) => all.add(count(people)),
            }
        }
        all
    })
}

impl<'a> Counted<'a> {
    fn of(facts: &'a Facts, frames: &[Option<Frame<'a>>], people: &'a [Person]) -> Self {
        let mut rows: Vec<_> = frames.iter().map(|_| BTreeMap::new()).collect();
        let mut passes = cover::passes(facts, frames.iter().flatten());
        if let Some(mut standings) = Standings::new(facts) {
            let mut shares = Shares::new(frames);
            for person in people {
                shares.turn();
                for (at, (frame, rows)) in frames.iter().zip(&mut rows).enumerate() {
                    let Some(frame) = frame else { continue };
                    let placed = frame.place(person);
                    // Standings take most of the time, and in a narrow question few people have a place.
                    if placed.0.is_empty() && placed.1.is_empty() {
                        continue;
                    }
                    standings.turn_to(person, frame.query.as_at, frame.version);
                    tally::count((at, frame), (standings.known(), placed), (&mut shares, rows));
                }
                for pass in &mut passes {
                    pass.count(&mut standings, person);
                }
            }
        }
        Self { rows, passes }
    }

    /// Adds what was counted of other people for the same queries.
    fn add(&mut self, other: Self) {
        for (rows, others) in self.rows.iter_mut().zip(other.rows) {
            for (key, counts) in others {
                let known =
                    rows.entry(key).or_insert_with(|| vec![Counts::default(); counts.len()]);
                for (sum, share) in known.iter_mut().zip(&counts) {
                    sum.take(share);
                }
            }
        }
        for (pass, other) in self.passes.iter_mut().zip(other.passes) {
            pass.add(other);
        }
    }
}
