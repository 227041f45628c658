//! Gaps by role and competency are counts of people, published like all others; this is how they hang together with the rows of staff
//! groups, so that neither tells what the other holds (rules, sections 6 and 7).

use super::keys::{Basis, CellKey, Measure, Part, RowKey};
use crate::coverage::{Competency, Facts, GroupBy, Role, ScopeKind};
use crate::frameworks::version_at;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is met of a staff group's requirements in a domain is what each of its roles meets in each competency of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedFamily {
    pub parent: CellKey,
    pub children: Vec<CellKey>,
    /// Where the group is one role: whoever meets the whole domain meets each competency that is asked of them.
    pub at_most: Vec<(CellKey, CellKey)>,
}

/// How the counts of roles hang together with those of staff groups, at a place as at a day.
pub fn need_families(facts: &Facts, place: &str, day: NaiveDate) -> Vec<NeedFamily> {
    let mut families = Vec::new();
    for by in [GroupBy::GpWorkforce, GroupBy::Esr] {
        let mut groups: BTreeMap<&str, Vec<&Role>> = BTreeMap::new();
        for role in &facts.roles {
            if let Some(group) = role.group(by) {
                groups.entry(group).or_default().push(role);
            }
        }
        for (group, roles) in groups {
            let group = group.to_owned();
            let part = if by == GroupBy::Esr { Part::Esr(group) } else { Part::GpWorkforce(group) };
            let row = RowKey::part(ScopeKind::Place, place, part);
            families.extend(domains(facts, day).into_iter().map(|(domain, competencies)| {
                family(
                    &row.cell(domain, Measure::MetConfirmed, Basis::Requirements),
                    &roles,
                    &competencies,
                )
            }));
        }
    }
    families
}

/// The competencies of each domain that hold at the day.
fn domains(facts: &Facts, day: NaiveDate) -> BTreeMap<&str, BTreeSet<&str>> {
    let version = version_at(&facts.versions, day);
    let domain = |c: &Competency| facts.domains.get(c.domain).map(|domain| domain.code.as_str());
    let mut domains: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for competency in facts.competencies.iter().filter(|c| Some(c.version) == version) {
        if let Some(domain) = domain(competency) {
            domains.entry(domain).or_default().insert(&competency.code);
        }
    }
    domains
}

fn family(parent: &CellKey, roles: &[&Role], competencies: &BTreeSet<&str>) -> NeedFamily {
    let place = |part| RowKey { part, ..parent.row.clone() };
    let rows: Vec<RowKey> = roles.iter().map(|role| place(Part::Role(role.code.clone()))).collect();
    let of_row = |row: &RowKey| {
        let cell = |code: &&str| row.cell(code, Measure::MetConfirmed, Basis::PeopleAll);
        competencies.iter().map(cell).collect::<Vec<_>>()
    };
    let children: Vec<CellKey> = rows.iter().flat_map(of_row).collect();
    let people = CellKey { basis: Basis::PeopleAll, ..parent.clone() };
    let at_most = match roles.len() {
        1 => children.iter().map(|child| (people.clone(), child.clone())).collect(),
        _ => Vec::new(),
    };
    NeedFamily { parent: parent.clone(), children, at_most }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::small_place::{day, role, small_place};

    #[test]
    fn a_group_of_one_role_is_at_most_what_the_role_meets() {
        let mut facts =
            small_place(["T1", "T2"], &[("A-1", 12, 0), ("A-2", 12, 0), ("B-1", 12, 1)]);
        facts.roles = vec![
            role("N1", "Nursing", &[]),
            role("N2", "Nursing", &[]),
            role("C", "Clerical", &[]),
        ];
        let told: Vec<String> = need_families(&facts, "P", day("2026-03-31"))
            .iter()
            .map(|family| {
                let (_, _, group) = family.parent.row.part.columns();
                let children = family
                    .children
                    .iter()
                    .map(|c| format!("{} {}", c.row.part.columns().2, c.item));
                let children = children.collect::<Vec<_>>().join(", ");
                format!("{group} {}: {children}; {}", family.parent.item, family.at_most.len())
            })
            .collect();
        assert_eq!(
            told,
            [
                "Clerical A: C A-1, C A-2; 2",
                "Clerical B: C B-1; 1",
                "Nursing A: N1 A-1, N1 A-2, N2 A-1, N2 A-2; 0",
                "Nursing B: N1 B-1, N2 B-1; 0",
            ]
        );
    }
}
