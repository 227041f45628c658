//! How many teams can do what they must, in areas: `k of m teams`, for 3 teams or more; never of a named team (rules, section 6).

mod earlier; // beside what earlier returns told

use super::cells::{Marker, Stamp, marked};
use super::changes::Keyed;
use super::families::Family;
use super::keys::{ALL, Part, RowKey};
use super::published::Frozen;
use super::rows::ReturnRow;
use crate::coverage::cover::{TeamCover, teams_covered};
use crate::coverage::{Facts, ItemKind, Query, ScopeKind, Unit};
use crate::organisations::AreaIndex;
use chrono::NaiveDate;
use earlier::Beside;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Of fewer teams than this it would be told of each.
const TEAMS_LEAST: u32 = 3;

/// Teams of an area that require something of an item, and how many of them are covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverCell {
    pub row: RowKey,
    pub name: String,
    pub item: String,
    pub teams: u32,
    /// `None` where it is held.
    pub capable: Option<u32>,
}

impl Keyed for CoverCell {
    type Key = (RowKey, String);

    fn key(&self) -> Self::Key {
        (self.row.clone(), self.item.clone())
    }
}

impl CoverCell {
    /// As a line of `cover.csv`.
    pub fn line(&self, stamp: &Stamp) -> CoverLine {
        CoverLine {
            return_id: stamp.id.to_string(),
            reference_date: stamp.id.date,
            framework_version: stamp.framework_version,
            geography_level: self.row.level.code().to_owned(),
            org_code: self.row.code.clone(),
            org_name: self.name.clone(),
            domain_code: self.item.clone(),
            capable_teams: self.capable,
            teams: self.teams,
            note: marked(self.capable.is_none().then_some(Marker::Confidential)),
        }
    }
}

/// A line of `cover.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverLine {
    pub return_id: String,
    pub reference_date: NaiveDate,
    pub framework_version: i32,
    pub geography_level: String,
    pub org_code: String,
    pub org_name: String,
    pub domain_code: String,
    pub capable_teams: Option<u32>,
    pub teams: u32,
    pub note: String,
}

/// For each item, whether each team is covered that requires something of it, by code. Exact: never published.
pub type OfTeams = BTreeMap<String, BTreeMap<String, bool>>;

/// How the teams stood in an item, and of which areas a return told how many are covered: for later returns, and for nobody to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCover {
    pub item: String,
    pub teams: BTreeMap<String, bool>,
    pub told: Vec<RowKey>,
}

/// How each team of a place stands in each domain and in all of them, as at a day.
pub fn teams(facts: &Facts, place: AreaIndex, day: NaiveDate) -> OfTeams {
    let mut query = Query::new(day, ScopeKind::Team, ItemKind::Domain);
    query.within = Some(Unit::Area(place));
    let domains = facts.domains_at(day);
    let mut items = OfTeams::new();
    for TeamCover { team, domains: verdicts } in teams_covered(facts, &query) {
        let Some(team) = facts.places.teams.get(team) else { continue };
        let mut is_covered = true;
        for (domain, verdict) in domains.iter().zip(verdicts) {
            let (Some(domain), Some(verdict)) = (facts.domains.get(*domain), verdict) else {
                continue;
            };
            is_covered &= verdict.is_capable();
            let of_item = items.entry(domain.code.clone()).or_default();
            of_item.insert(team.code.clone(), verdict.is_capable());
        }
        items.entry(ALL.to_owned()).or_default().insert(team.code.clone(), is_covered);
    }
    items
}

/// What is kept of cover as it is published.
pub fn frozen(cells: &[CoverCell], teams: OfTeams) -> Vec<FrozenCover> {
    let of_item = |(item, teams): (String, BTreeMap<String, bool>)| {
        let told = cells.iter().filter(|cell| cell.item == item && cell.capable.is_some());
        let told = told.map(|cell| cell.row.clone()).collect();
        FrozenCover { item, teams, told }
    };
    teams.into_iter().map(of_item).collect()
}

/// What is published of cover. Areas lie in each other, so whatever is subtracted from whatever leaves the teams of one area that are
/// in no narrower one that is shown: of these there are none, or 3 at least, or the narrowest of those is held too. The same holds
/// beside each earlier return.
pub fn cover(
    rows: &[ReturnRow],
    families: &[Family],
    (teams, earlier): (&OfTeams, &[Frozen]),
) -> Vec<CoverCell> {
    let is_whole = |row: &&ReturnRow| row.key.part == Part::Everybody;
    let mut items: BTreeMap<&str, Vec<CoverCell>> = BTreeMap::new();
    for row in rows.iter().filter(is_whole) {
        let Some(counted) = row.capable.filter(|counted| counted.teams > 0) else { continue };
        items.entry(&row.item).or_default().push(CoverCell {
            row: row.key.clone(),
            name: row.name.clone(),
            item: row.item.clone(),
            teams: counted.teams,
            capable: (counted.teams >= TEAMS_LEAST).then_some(counted.capable),
        });
    }
    let below = areas_below(families);
    let beside = Beside::new(families, teams, earlier);
    let held = |(item, cells): (&str, Vec<CoverCell>)| beside.held(item, held(cells, &below));
    let mut cells: Vec<CoverCell> = items.into_iter().flat_map(held).collect();
    cells.sort_by_key(Keyed::key);
    cells
}

/// The areas right below each area.
fn areas_below(families: &[Family]) -> BTreeMap<&RowKey, BTreeSet<&RowKey>> {
    let mut below: BTreeMap<&RowKey, BTreeSet<&RowKey>> = BTreeMap::new();
    for Family { parent, children } in families {
        let is_area = |key: &&RowKey| key.level != ScopeKind::Team && key.part == Part::Everybody;
        below.entry(parent).or_default().extend(children.iter().filter(is_area));
    }
    below
}

/// Holds more until nothing can be subtracted.
fn held(mut cells: Vec<CoverCell>, below: &BTreeMap<&RowKey, BTreeSet<&RowKey>>) -> Vec<CoverCell> {
    while let Some(at) = to_hold(&cells, below) {
        if let Some(cell) = cells.get_mut(at) {
            cell.capable = None;
        }
    }
    cells
}

fn to_hold(cells: &[CoverCell], below: &BTreeMap<&RowKey, BTreeSet<&RowKey>>) -> Option<usize> {
    let shown = |at: &usize| cells.get(*at).is_some_and(|cell| cell.capable.is_some());
    let teams = |at: &usize| cells.get(*at).map_or(0, |cell| cell.teams);
    (0..cells.len()).filter(shown).find_map(|at| {
        let children = nearest_shown(cells, below, &cells.get(at)?.row);
        let rest = teams(&at).saturating_sub(children.iter().map(&teams).sum());
        let is_told = (1..TEAMS_LEAST).contains(&rest);
        is_told.then(|| children.into_iter().min_by_key(&teams)).flatten()
    })
}

/// The positions of the widest areas below one that are shown.
fn nearest_shown(
    cells: &[CoverCell],
    below: &BTreeMap<&RowKey, BTreeSet<&RowKey>>,
    row: &RowKey,
) -> Vec<usize> {
    let Some(children) = below.get(row) else { return Vec::new() };
    let nearest = |child: &&RowKey| {
        let is_shown = |cell: &CoverCell| cell.row == **child && cell.capable.is_some();
        match cells.iter().position(is_shown) {
            Some(at) => vec![at],
            None => nearest_shown(cells, below, child),
        }
    };
    children.iter().flat_map(nearest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::Counts;
    use crate::coverage::cover::CapableTeams;

    fn row(level: ScopeKind, code: &str, (capable, teams): (u32, u32)) -> ReturnRow {
        ReturnRow {
            key: RowKey::whole(level, code),
            name: code.to_owned(),
            item: "A".to_owned(),
            counts: Counts::default(),
            capable: Some(CapableTeams { capable, teams }),
            is_hidden: false,
        }
    }

    /// How many teams are covered, of how many.
    type Covered = (u32, u32);

    /// A place of localities, each with networks: what is shown of each area.
    fn told(place: Covered, localities: &[(Covered, &[Covered])]) -> Vec<String> {
        let mut rows = vec![row(ScopeKind::Place, "P", place)];
        let mut families = Vec::new();
        let mut of_place = Vec::new();
        for (at, (locality, networks)) in localities.iter().enumerate() {
            let locality = row(ScopeKind::Locality, &format!("L{at}"), *locality);
            let networks = networks.iter().enumerate();
            let networks: Vec<_> = networks
                .map(|(n, of)| row(ScopeKind::Network, &format!("N{at}{n}"), *of))
                .collect();
            of_place.push(locality.key.clone());
            let children = networks.iter().map(|row| row.key.clone()).collect();
            families.push(Family { parent: locality.key.clone(), children });
            rows.push(locality);
            rows.extend(networks);
        }
        families.push(Family { parent: rows[0].key.clone(), children: of_place });
        let cells = cover(&rows, &families, (&OfTeams::new(), &[]));
        cells
            .iter()
            .map(|cell| {
                let capable = cell.capable.map_or_else(|| "c".to_owned(), |k| k.to_string());
                format!("{} {capable} of {}", cell.row.code, cell.teams)
            })
            .collect()
    }

    #[test]
    fn three_teams_are_told_and_two_are_not() {
        assert_eq!(told((2, 3), &[]), ["P 2 of 3"]);
        assert_eq!(told((1, 2), &[]), ["P c of 2"]);
    }

    #[test]
    fn what_is_left_when_areas_are_subtracted_is_three_teams_or_none() {
        // 8 − 6 leaves L1's 2 teams, so L0 is held; then N00 and N01 would leave them still, so the smaller is held too.
        let of = told((5, 8), &[((4, 6), &[(2, 3), (2, 3)]), ((1, 2), &[])]);
        assert_eq!(of, ["P 5 of 8", "L0 c of 6", "L1 c of 2", "N00 c of 3", "N01 2 of 3"]);
        let of = told((5, 9), &[((4, 6), &[(2, 3), (2, 3)]), ((1, 3), &[])]);
        assert_eq!(of, ["P 5 of 9", "L0 4 of 6", "L1 1 of 3", "N00 2 of 3", "N01 2 of 3"]);
    }
}
