//! Which published rows are made of which others: clause 9's hierarchies, and what else a reader can add up (rules, section 6).

use super::keys::{Part, RowKey};
use crate::coverage::{Facts, GroupBy, ScopeKind};
use crate::organisations::{AreaIndex, Places, Team};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A row and its children, which have everybody of it among them, but for those who are in no child that is published.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Family {
    pub parent: RowKey,
    pub children: Vec<RowKey>,
}

/// What children are, so that one row may be the parent of several families.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Narrower areas, and teams that are placed there.
    Below,
    Teams,
    Settings,
    CareLevels,
    GpWorkforce,
    Esr,
}

#[derive(Default)]
struct Families(BTreeMap<(RowKey, Kind), BTreeSet<RowKey>>);

/// The families of a place as at a day, sorted. Besides clause 9's they are those of care settings and care levels with their teams:
/// whose setting is which is no secret, so their teams can be added up.
pub fn families(facts: &Facts, place: AreaIndex, day: NaiveDate) -> Vec<Family> {
    let places = &facts.places;
    let Some(whole) = area_key(places, place) else { return Vec::new() };
    let mut families = Families::default();
    for (at, area) in places.areas.iter().enumerate() {
        let is_below = at != place && places.upwards(Some(at)).any(|above| above == place);
        if let Some(parent) = area.parent.filter(|_| is_below).and_then(|at| area_key(places, at)) {
            families.add(parent, Kind::Below, RowKey::whole(area.kind.into(), &area.code));
        }
    }
    for team in &places.teams {
        if places.areas_of(team, day).any(|area| area == place) {
            families.add_team(places, &whole, (team, day));
        }
    }
    for role in &facts.roles {
        for by in [GroupBy::GpWorkforce, GroupBy::Esr] {
            families.add_group(&whole, by, role.group(by));
        }
    }
    families.list()
}

/// The area right above each area and each team, as the families of a place tell it. Which team is of which area is no secret.
pub fn within(families: &[Family]) -> BTreeMap<RowKey, RowKey> {
    let is_whole = |row: &&RowKey| row.part == Part::Everybody;
    let of_areas = families
        .iter()
        .filter(|family| is_whole(&&family.parent) && family.parent.level.area_kind().is_some());
    let pairs = of_areas.flat_map(|family| {
        let parent = &family.parent;
        let wholes = family.children.iter().filter(is_whole);
        wholes.map(move |child| (child.clone(), parent.clone()))
    });
    pairs.collect()
}

fn area_key(places: &Places, at: AreaIndex) -> Option<RowKey> {
    places.areas.get(at).map(|area| RowKey::whole(area.kind.into(), &area.code))
}

impl Families {
    fn add(&mut self, parent: RowKey, kind: Kind, child: RowKey) {
        self.0.entry((parent, kind)).or_default().insert(child);
    }

    fn add_team(&mut self, places: &Places, place: &RowKey, (team, day): (&Team, NaiveDate)) {
        let key = RowKey::whole(ScopeKind::Team, &team.code);
        if let Some(home) = places.home_of(team, day).and_then(|at| area_key(places, at)) {
            self.add(home, Kind::Below, key.clone());
        }
        if let Some(organisation) = places.organisations.get(team.organisation) {
            let parent = RowKey::whole(ScopeKind::Organisation, &organisation.code);
            self.add(parent, Kind::Teams, key.clone());
        }
        self.add_part(place, (Kind::Settings, Part::Setting(team.setting)), &key);
        if let Some(level) = team.care_level {
            self.add_part(place, (Kind::CareLevels, Part::CareLevel(level)), &key);
        }
    }

    /// A part of the place, and a team of it.
    fn add_part(&mut self, place: &RowKey, (kind, part): (Kind, Part), team: &RowKey) {
        let part = RowKey { part, ..place.clone() };
        self.add(place.clone(), kind, part.clone());
        self.add(part, Kind::Teams, team.clone());
    }

    fn add_group(&mut self, place: &RowKey, by: GroupBy, group: Option<&str>) {
        let Some(group) = group.map(str::to_owned) else { return };
        let (kind, part) = match by {
            GroupBy::GpWorkforce => (Kind::GpWorkforce, Part::GpWorkforce(group)),
            _ => (Kind::Esr, Part::Esr(group)),
        };
        self.add(place.clone(), kind, RowKey { part, ..place.clone() });
    }

    fn list(self) -> Vec<Family> {
        let family = |((parent, _), children): (_, BTreeSet<RowKey>)| Family {
            parent,
            children: children.into_iter().collect(),
        };
        self.0.into_iter().map(family).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::small_place::{day, role, small_place};

    #[test]
    fn a_team_is_a_child_where_it_is_placed_and_of_its_organisation() {
        let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0)]);
        facts.places.teams[1].home = Some(0);
        facts.roles = vec![role("N", "Nursing", &[])];
        let told: Vec<String> = families(&facts, 0, day("2026-03-31"))
            .iter()
            .map(|family| {
                let name = |key: &RowKey| {
                    let (setting, _, group) = key.part.columns();
                    [key.code.as_str(), setting, group]
                        .into_iter()
                        .filter(|part| *part != "all")
                        .collect::<Vec<_>>()
                        .join("/")
                };
                let children: Vec<String> = family.children.iter().map(name).collect();
                format!("{}: {}", name(&family.parent), children.join(" "))
            })
            .collect();
        let expected = [
            "P: N T2",
            "P: P/primary_care",
            "P: P/Nursing",
            "P/primary_care: T1 T2",
            "N: T1",
            "X: T1 T2",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn an_area_and_a_team_lie_in_one_area_and_parts_of_the_place_in_none() {
        let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0)]);
        facts.places.teams[1].home = Some(0);
        facts.roles = vec![role("N", "Nursing", &[])];
        let within = within(&families(&facts, 0, day("2026-03-31")));
        let told = within.iter().map(|(row, area)| format!("{} in {}", row.code, area.code));
        assert_eq!(told.collect::<Vec<_>>(), ["N in P", "T1 in N", "T2 in P"]);
    }
}
