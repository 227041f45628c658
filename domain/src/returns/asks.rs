//! Which figures a return asks for: each area, organisation and team with all groups together; the place alone by staff group, care
//! setting and care level; and for the needs its roles, competency by competency. Nothing finer (rules, section 7).

use crate::codes::{CareLevel, CareSetting};
use crate::coverage::{GroupBy, ItemKind, Query, ScopeKind, Unit};
use crate::organisations::{AreaIndex, Places};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// One query, and what its rows are parts of the place by.
#[derive(Clone, Debug)]
pub struct Ask {
    pub query: Query,
    pub by: By,
}

/// What a row is a part by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// It is a whole.
    Nothing,
    Setting(CareSetting),
    CareLevel(CareLevel),
    Group(GroupBy),
}

/// The kinds of row with all groups together.
const WHOLES: [ScopeKind; 5] = [
    ScopeKind::Place,
    ScopeKind::Locality,
    ScopeKind::Network,
    ScopeKind::Organisation,
    ScopeKind::Team,
];
const ITEMS: [ItemKind; 2] = [ItemKind::Domain, ItemKind::All];

/// Everything that is asked for, as at the day.
pub fn asks(places: &Places, place: AreaIndex, day: NaiveDate) -> Vec<Ask> {
    let ask = |scope, item, by| Ask { query: query(place, day, (scope, item), by), by };
    let mut asks = Vec::new();
    for item in ITEMS {
        asks.extend(WHOLES.map(|scope| ask(scope, item, By::Nothing)));
        let settings = settings(places).into_iter().map(By::Setting);
        let levels = CareLevel::ALL.iter().copied().map(By::CareLevel);
        let groups = [By::Group(GroupBy::GpWorkforce), By::Group(GroupBy::Esr)];
        let parts = settings.chain(levels).chain(groups);
        asks.extend(parts.map(|by| ask(ScopeKind::Place, item, by)));
    }
    asks.push(ask(ScopeKind::Place, ItemKind::Competency, By::Group(GroupBy::Role)));
    asks
}

fn query(place: AreaIndex, day: NaiveDate, (scope, item): (ScopeKind, ItemKind), by: By) -> Query {
    let mut query = Query::new(day, scope, item);
    query.within = Some(Unit::Area(place));
    match by {
        // Cover is of teams, so it is told of areas only: see `cover`.
        By::Nothing => query.capable_teams = scope.area_kind().is_some(),
        By::Setting(setting) => query.setting = Some(setting),
        By::CareLevel(level) => query.care_level = Some(level),
        By::Group(group) => query.group = Some(group),
    }
    query
}

fn settings(places: &Places) -> BTreeSet<CareSetting> {
    places.teams.iter().map(|team| team.setting).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::small_place::{day, small_place};

    #[test]
    fn nothing_finer_is_asked_than_the_rules_name() {
        let facts = small_place(["T1", "T2"], &[("A-1", 12, 0)]);
        let asks = asks(&facts.places, 0, day("2026-03-31"));
        for Ask { query, by } in &asks {
            let is_whole = *by == By::Nothing;
            let is_part =
                query.group.is_some() || query.setting.is_some() || query.care_level.is_some();
            assert_eq!(is_part, !is_whole);
            assert!(
                is_whole || query.scope == ScopeKind::Place,
                "parts are of the place: {query:?}"
            );
            let is_competency = query.item == ItemKind::Competency;
            assert_eq!(is_competency, query.group == Some(GroupBy::Role), "{query:?}");
            assert_eq!((query.within, query.include_bank), (Some(Unit::Area(0)), false));
            assert!(query.visible.is_none(), "what is published counts everybody");
        }
        // Five wholes, one setting that there is, four care levels and two kinds of group, of two items; and the roles.
        assert_eq!(asks.len(), (5 + 1 + 4 + 2) * 2 + 1);
    }
}
