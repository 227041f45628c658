//! Whoever has every line of two returns, and the rule: numbers are narrowed by adding and subtracting until nothing more is learnt.
//! Nothing of the audit is used.

use super::places::Made;
use crate::disclosure::Shown;
use crate::disclosure::audit::Figure;
use crate::returns::exact::Exact;
use crate::returns::keys::CellKey;
use crate::returns::published::Publication;
use std::collections::BTreeMap;

/// From the first return to the last: what did not change is one number.
type Number<'a> = (&'a CellKey, [u32; 3]);

pub(super) struct Attacker<'a> {
    between: BTreeMap<Number<'a>, (u32, u32)>,
    /// A number, and those it is the sum of.
    sums: Vec<(Number<'a>, Vec<Number<'a>>)>,
    held: Vec<Number<'a>>,
}

fn number(exact: &Exact) -> Number<'_> {
    (&exact.key, [exact.met, exact.of, exact.people])
}

/// The numbers that would be shown as this one is. What is held could be any: so this reader knows less than the audit allows for.
fn could_be(exact: &Exact, shown: Shown) -> (u32, u32) {
    let of = |met| match exact.figure() {
        Figure::People { of, .. } => Figure::People { met, of },
        Figure::Requirements { of, people, .. } => Figure::Requirements { met, of, people },
    };
    let fits = |met: &u32| match shown {
        Shown::Held { band: None, .. } => true,
        _ => of(*met).shown() == shown,
    };
    let all: Vec<u32> = (0..=exact.of).filter(fits).collect();
    (all[0], all[all.len() - 1])
}

impl<'a> Attacker<'a> {
    pub(super) fn reads(returns: &'a [(&'a Made, &'a Publication)]) -> Self {
        let mut reader = Self { between: BTreeMap::new(), sums: Vec::new(), held: Vec::new() };
        for (_, publication) in returns {
            let frozen = &publication.frozen;
            let here: BTreeMap<&CellKey, &Exact> =
                frozen.cells.iter().map(|c| (&c.exact.key, &c.exact)).collect();
            for cell in &frozen.cells {
                let (low, high) = could_be(&cell.exact, cell.shown);
                let between = reader.between.entry(number(&cell.exact)).or_insert((0, u32::MAX));
                *between = (between.0.max(low), between.1.min(high));
                if cell.shown.is_held() {
                    reader.held.push(number(&cell.exact));
                }
            }
            for family in &frozen.families {
                for (key, exact) in &here {
                    if key.row != family.parent {
                        continue;
                    }
                    let child = |row: &_| {
                        here.get(&CellKey { row: Clone::clone(row), ..(*key).clone() })
                            .map(|e| number(e))
                    };
                    reader
                        .sums
                        .push((number(exact), family.children.iter().filter_map(child).collect()));
                }
            }
        }
        reader
    }

    /// The counts from 1 to 7 that could be fewer than three numbers, or than there are.
    pub(super) fn works_out(mut self) -> Vec<CellKey> {
        while self.narrow() {}
        let is_out = |number: &&Number<'_>| {
            let (_, [met, of, _]) = **number;
            let (low, high) = self.between[*number];
            (1..=7).contains(&met) && high - low < of.min(2)
        };
        self.held.iter().filter(is_out).map(|(key, _)| (*key).clone()).collect()
    }

    fn narrow(&mut self) -> bool {
        let before = self.between.clone();
        for (parent, children) in &self.sums {
            let ends = |of: &BTreeMap<Number<'a>, (u32, u32)>| {
                children.iter().fold((0, 0), |(low, high), child| {
                    let (a, b) = of[child];
                    (low + a, high + b)
                })
            };
            let (low, high) = ends(&self.between);
            let (least, most) = self.between[parent];
            let whole = (least.max(low), most.min(high));
            self.between.insert(*parent, whole);
            for child in children {
                let (a, b) = self.between[child];
                let (low, high) = ends(&self.between);
                let narrowed =
                    (a.max(whole.0.saturating_sub(high - b)), b.min(whole.1 - (low - a)));
                self.between.insert(*child, narrowed);
            }
        }
        before != self.between
    }
}
