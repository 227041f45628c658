//! Everything that holds between the counts of returns, for the audit of clause 9: of this return, and of those before it.

use super::exact::Exact;
use super::families::Family;
use super::keys::{ALL, Basis, CellKey, Measure, RowKey};
use super::needs::NeedFamily;
use super::published::Frozen;
use crate::disclosure::Shown;
use crate::disclosure::audit::{Count, Relation};
use std::collections::{BTreeMap, BTreeSet};

/// The counts of several returns. A count with the same numbers in two of them is one count: whoever knows that nothing has
/// changed knows no more, so it is enough to be safe from them.
#[derive(Debug, Default)]
pub(super) struct Web<'a> {
    pub counts: Vec<Count>,
    known: BTreeMap<(&'a CellKey, [u32; 3]), usize>,
    wholes: BTreeSet<(usize, Vec<usize>)>,
    at_most: BTreeSet<(usize, usize, u32)>,
}

/// The counts of one return by their key: where they stand in the web, and what they are.
type Standing<'a> = BTreeMap<&'a CellKey, (usize, &'a Exact)>;

impl<'a> Web<'a> {
    /// Adds a return as it was submitted.
    pub fn add_earlier(&mut self, earlier: &'a Frozen) {
        let mut standing = Standing::new();
        for cell in &earlier.cells {
            let at = self.place(&cell.exact, Some(cell.shown));
            standing.insert(&cell.exact.key, (at, &cell.exact));
        }
        self.relate(&standing, &earlier.families, &earlier.needs);
    }

    /// Adds the return that is to be published. For each of its counts, where it stands.
    pub fn add_now(
        &mut self,
        counts: &'a [Exact],
        families: &[Family],
        needs: &[NeedFamily],
    ) -> Vec<usize> {
        // What is never published is kept safe like what an earlier return held.
        let shown = |exact: &Exact| exact.is_hidden.then(|| exact.figure().held());
        let places: Vec<usize> =
            counts.iter().map(|exact| self.place(exact, shown(exact))).collect();
        let keyed = counts.iter().zip(&places).map(|(exact, at)| (&exact.key, (*at, exact)));
        self.relate(&keyed.collect(), families, needs);
        places
    }

    pub fn relations(&self) -> Vec<Relation> {
        let whole = |(parent, children): &(usize, Vec<usize>)| Relation::Whole {
            parent: *parent,
            children: children.clone(),
        };
        let at_most = |&(less, more, by): &(usize, usize, u32)| Relation::AtMost { less, more, by };
        self.wholes.iter().map(whole).chain(self.at_most.iter().map(at_most)).collect()
    }

    /// Where a count stands, with how it was shown before this return; without, this return is to show it.
    fn place(&mut self, exact: &'a Exact, shown: Option<Shown>) -> usize {
        let numbers = [exact.met, exact.of, exact.people];
        let at = *self.known.entry((&exact.key, numbers)).or_insert(self.counts.len());
        if at == self.counts.len() {
            self.counts.push(Count { now: false, ..Count::new(exact.figure()) });
        }
        if let Some(count) = self.counts.get_mut(at) {
            count.now |= shown.is_none();
            count.earlier.extend(shown);
        }
        at
    }

    fn relate(&mut self, standing: &Standing<'_>, families: &[Family], needs: &[NeedFamily]) {
        let kinds: BTreeSet<_> =
            standing.keys().map(|key| (key.item.as_str(), key.measure, key.basis)).collect();
        for family in families {
            for (item, measure, basis) in &kinds {
                let cell = |row: &RowKey| row.cell(item, *measure, *basis);
                self.whole(standing, &cell(&family.parent), family.children.iter().map(cell));
            }
        }
        for need in needs {
            self.whole(standing, &need.parent, need.children.iter().cloned());
            for (less, more) in &need.at_most {
                self.at_most(standing, less, more);
            }
        }
        self.domains(standing);
        for key in standing.keys() {
            self.measures(standing, key);
        }
    }

    fn whole(
        &mut self,
        standing: &Standing<'_>,
        parent: &CellKey,
        children: impl Iterator<Item = CellKey>,
    ) {
        let at = |key: &CellKey| standing.get(key).map(|(at, _)| *at);
        let children: Vec<usize> = children.filter_map(|key| at(&key)).collect();
        if let Some(parent) = at(parent).filter(|_| !children.is_empty()) {
            self.wholes.insert((parent, children));
        }
    }

    /// What is met of everything asked is what is met in each domain, added up.
    fn domains(&mut self, standing: &Standing<'_>) {
        let mut of_row: BTreeMap<&RowKey, Vec<CellKey>> = BTreeMap::new();
        for key in standing.keys().filter(|key| key.basis == Basis::Requirements && key.item != ALL)
        {
            of_row.entry(&key.row).or_default().push((*key).clone());
        }
        for (row, domains) in of_row {
            let all = row.cell(ALL, Measure::MetConfirmed, Basis::Requirements);
            self.whole(standing, &all, domains.into_iter());
        }
    }

    /// What the measures of one item in one row say of each other.
    fn measures(&mut self, standing: &Standing<'_>, key: &CellKey) {
        use Basis::{PeopleAll, PeopleCritical, Requirements};
        use Measure::{Assessed, MetConfirmed, MetRecognised};
        let cell = |measure, basis| CellKey { measure, basis, ..key.clone() };
        match (key.measure, key.basis) {
            // What is met is assessed.
            (Assessed, _) => self.at_most(standing, &cell(MetConfirmed, Requirements), key),
            (MetRecognised, _) => self.at_most(standing, key, &cell(MetConfirmed, PeopleAll)),
            // Whoever meets everything meets what is critical, or has nothing critical; each of them has met one requirement, and
            // each of the others lacks one.
            (_, PeopleAll) => {
                self.at_most(standing, key, &cell(MetConfirmed, PeopleCritical));
                self.each_of(standing, key, &cell(MetConfirmed, Requirements));
            }
            (_, PeopleCritical) => self.each_of(standing, key, &cell(MetConfirmed, Requirements)),
            (MetConfirmed, Requirements) => {}
        }
    }

    /// People, and requirements of which each of them has one at least.
    fn each_of(&mut self, standing: &Standing<'_>, people: &CellKey, requirements: &CellKey) {
        self.at_most(standing, people, requirements);
        self.at_most(standing, requirements, people);
    }

    /// Whoever is not counted in `more` adds to `less` at most as much as there is beyond it.
    fn at_most(&mut self, standing: &Standing<'_>, less: &CellKey, more: &CellKey) {
        if let (Some((less, a)), Some((more, b))) = (standing.get(less), standing.get(more)) {
            self.at_most.insert((*less, *more, a.of.saturating_sub(b.of)));
        }
    }
}
