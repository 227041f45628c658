//! The exact rows that a return is made from. Nothing of them is published before [`publish`](super::published::publish).

use super::asks::{Ask, By, asks};
use super::keys::{Part, RowKey};
use super::titles::tells_of_health;
use crate::codes::AreaKind;
use crate::coverage::cover::CapableTeams;
use crate::coverage::{Counts, Facts, GroupBy, Query, Row, coverages};
use crate::organisations::AreaIndex;
use chrono::NaiveDate;

/// What is counted of one item in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnRow {
    pub key: RowKey,
    /// The name of the area, organisation or team.
    pub name: String,
    /// A domain's code, or a competency's in the row of a role, or `all`.
    pub item: String,
    pub counts: Counts,
    /// Of areas with all groups together.
    pub capable: Option<CapableTeams>,
    /// Whether it would reveal the health of those in it. It is never published, and counted all the same, so that it is known what
    /// others must not tell of it.
    pub is_hidden: bool,
}

/// The rows of a place as at a day, exact and sorted.
pub fn rows(facts: &Facts, place: AreaIndex, day: NaiveDate) -> Vec<ReturnRow> {
    let asks = asks(&facts.places, place, day);
    let queries: Vec<Query> = asks.iter().map(|ask| ask.query.clone()).collect();
    let answers = asks.iter().zip(coverages(facts, &queries));
    let rows = answers.flat_map(|(ask, rows)| {
        rows.into_iter().filter_map(move |row| return_row(facts, ask, row))
    });
    let mut rows: Vec<ReturnRow> = rows.collect();
    rows.sort_by(|a, b| (&a.key, &a.item).cmp(&(&b.key, &b.item)));
    rows
}

fn return_row(facts: &Facts, ask: &Ask, row: Row) -> Option<ReturnRow> {
    let (part, is_hidden) = match ask.by {
        By::Nothing => (Part::Everybody, false),
        By::Setting(setting) => (Part::Setting(setting), false),
        By::CareLevel(level) => (Part::CareLevel(level), false),
        By::Group(by) => part_of_group(facts, by, &row.group)?,
    };
    let key = RowKey::part(ask.query.scope, &row.scope_code, part);
    let Row { scope_name: name, item_code: item, counts, capable, .. } = row;
    Some(ReturnRow { key, name, item, counts, capable, is_hidden })
}

/// A group of posts, and whether its name reveals the health of whoever holds them; `None` for what no return asks for.
fn part_of_group(facts: &Facts, by: GroupBy, group: &str) -> Option<(Part, bool)> {
    let named =
        |part: fn(String) -> Part, title: &str| (part(group.to_owned()), tells_of_health(title));
    match by {
        GroupBy::GpWorkforce => Some(named(Part::GpWorkforce, group)),
        GroupBy::Esr => Some(named(Part::Esr, group)),
        GroupBy::Role => {
            let role = facts.roles.iter().find(|role| role.code == group)?;
            Some(named(Part::Role, &role.title))
        }
        GroupBy::Profession => None,
    }
}

/// The place with its code; `None` where there is no such area, or it is no place.
pub fn place_of(facts: &Facts, code: &str) -> Option<AreaIndex> {
    let is_place = |at: &AreaIndex| {
        let area = facts.places.areas.get(*at);
        area.is_some_and(|a| a.code == code && a.kind == AreaKind::Place)
    };
    (0..facts.places.areas.len()).find(is_place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{JudgementKind, PostStatus};
    use crate::coverage::ScopeKind;
    use crate::coverage::small_place::{day, person, post, role, said, small_place};
    use crate::returns::keys::ALL;

    /// A nurse in T1, who is met in A-1; a peer support worker in T1; a clerk in T2.
    fn a_place() -> Facts {
        let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0)]);
        let asks: &[(u16, u8, bool)] = &[(0, 2, true)];
        facts.roles = vec![
            role("N", "Nursing", asks),
            role("PSW", "Support", asks),
            role("C", "Clerical", asks),
        ];
        facts.roles[1].title = "Peer support worker".to_owned();
        let held = |team, role| vec![post(team, role, "1".parse().unwrap(), PostStatus::Active)];
        let met = said(0, JudgementKind::Confirmed, 3, "2026-01-01");
        facts.people = vec![
            person(1, held(0, 0), vec![met]),
            person(2, held(0, 1), vec![]),
            person(3, held(1, 2), vec![]),
        ];
        facts
    }

    #[test]
    fn each_whole_and_each_part_of_the_place_is_a_row() {
        let facts = a_place();
        let rows = rows(&facts, 0, day("2026-03-31"));
        let of = |item: &str| -> Vec<String> {
            let of_item = rows.iter().filter(|row| row.item == item && !row.is_hidden);
            of_item
                .map(|row| {
                    let (setting, kind, group) = row.key.part.columns();
                    format!(
                        "{} {} {setting} {kind} {group}: {}",
                        row.key.level, row.key.code, row.counts.people
                    )
                })
                .collect()
        };
        let expected = [
            "place P all all all: 3",
            "place P primary_care all all: 3",
            "place P all esr Clerical: 1",
            "place P all esr Nursing: 1",
            "place P all esr Support: 1",
            "network N all all all: 3",
            "organisation X all all all: 3",
            "team T1 all all all: 2",
            "team T2 all all all: 1",
        ];
        assert_eq!(of("A"), expected);
        assert_eq!(of(ALL), expected);
        assert_eq!(
            of("A-1"),
            ["place P all role C: 1", "place P all role N: 1"],
            "not the peer support worker"
        );
        let hidden: Vec<&RowKey> =
            rows.iter().filter(|row| row.is_hidden).map(|row| &row.key).collect();
        let psw = Part::Role("PSW".to_owned());
        assert_eq!(hidden, [&RowKey::part(ScopeKind::Place, "P", psw)]);
    }

    #[test]
    fn teams_that_are_covered_are_counted_in_areas_only() {
        let facts = a_place();
        for row in rows(&facts, 0, day("2026-03-31")) {
            let is_area = matches!(row.key.level, ScopeKind::Place | ScopeKind::Network);
            let is_whole = row.key.part == Part::Everybody;
            assert_eq!(row.capable.is_some(), is_area && is_whole, "{row:?}");
        }
        assert_eq!((place_of(&facts, "P"), place_of(&facts, "N")), (Some(0), None));
    }
}
