//! The exact counts of a return: what is published of them is decided for all together, and they are kept, apart from what is
//! published, so that later returns can be held against them.

use super::keys::{ALL, Basis, CellKey, Measure};
use super::rows::ReturnRow;
use crate::disclosure::audit::Figure;
use serde::{Deserialize, Serialize};

/// One count. Never shown to anybody who may not see exact figures.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Exact {
    pub key: CellKey,
    /// The name of the area, organisation or team.
    pub name: String,
    pub met: u32,
    pub of: u32,
    /// How many people the row is of: requirements are published by it (clause 8).
    pub people: u32,
    /// Never published, whatever it is.
    pub is_hidden: bool,
}

impl Exact {
    pub const fn figure(&self) -> Figure {
        let Self { met, of, people, .. } = *self;
        match self.key.basis {
            Basis::PeopleAll | Basis::PeopleCritical => Figure::People { met, of },
            Basis::Requirements => Figure::Requirements { met, of, people },
        }
    }
}

/// Every count of the rows, sorted. Everything together is pairs and no people, so of it only shares of requirements are
/// published; of a role's competency only who meets it.
pub fn exact(rows: &[ReturnRow]) -> Vec<Exact> {
    let mut counts: Vec<Exact> = rows.iter().flat_map(of_row).collect();
    counts.sort();
    counts
}

fn of_row(row: &ReturnRow) -> Vec<Exact> {
    let c = &row.counts;
    let of = |measure, basis, (met, of)| Exact {
        key: row.key.cell(&row.item, measure, basis),
        name: row.name.clone(),
        met,
        of,
        people: c.people,
        is_hidden: row.is_hidden,
    };
    let met = Measure::MetConfirmed;
    let people = of(met, Basis::PeopleAll, (c.met_confirmed, c.required));
    let requirements = of(met, Basis::Requirements, (c.requirements_met, c.requirements));
    if row.key.is_of_role() {
        vec![people]
    } else if row.item == ALL {
        vec![requirements, of(Measure::Assessed, Basis::Requirements, (c.assessed, c.required))]
    } else {
        let critical = of(met, Basis::PeopleCritical, (c.critical_met, c.critical_required));
        let recognised = (c.met_recognised, c.required);
        vec![
            people,
            critical,
            requirements,
            of(Measure::MetRecognised, Basis::PeopleAll, recognised),
        ]
    }
}
