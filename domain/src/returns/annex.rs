//! The restricted annex: exact figures of teams, without names of people, for named recipients; of teams whose organisation shares
//! figures that day. It is no part of what is published, and each look at it is logged (rules, section 7).

use super::cells::Stamp;
use super::keys::{ALL, Part};
use super::rows::ReturnRow;
use crate::codes::Sharing;
use crate::coverage::{Facts, ScopeKind, percent};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The exact rows of teams that may be handed on, and the names of the organisations that share nothing, whose teams are left out.
pub fn annex<'a>(
    facts: &'a Facts,
    rows: &'a [ReturnRow],
    today: NaiveDate,
) -> (Vec<&'a ReturnRow>, BTreeSet<&'a str>) {
    let organisation = |row: &ReturnRow| {
        let team = facts.places.teams.iter().find(|team| team.code == row.key.code)?;
        facts.places.organisations.get(team.organisation)
    };
    let of_teams = rows
        .iter()
        .filter(|row| row.key.level == ScopeKind::Team && row.key.part == Part::Everybody);
    let (mut shared, mut left_out) = (Vec::new(), BTreeSet::new());
    for row in of_teams {
        match organisation(row) {
            Some(of) if of.sharing_at(today) >= Sharing::Figures => shared.push(row),
            Some(of) => {
                left_out.insert(of.name.as_str());
            }
            None => {}
        }
    }
    (shared, left_out)
}

/// A line of the annex. Of everything together the counts of people are pairs, so they are left blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnexLine {
    pub return_id: String,
    pub reference_date: NaiveDate,
    pub framework_version: i32,
    pub team_code: String,
    pub team_name: String,
    pub domain_code: String,
    pub people: u32,
    pub people_met: Option<u32>,
    pub people_met_recognised: Option<u32>,
    pub critical_people: Option<u32>,
    pub critical_people_met: Option<u32>,
    pub requirements: u32,
    pub requirements_met: u32,
    /// Of requirements, with one decimal.
    pub percent: String,
}

impl ReturnRow {
    /// As a line of the annex.
    pub fn annex_line(&self, stamp: &Stamp) -> AnnexLine {
        let c = &self.counts;
        let people = |count: u32| (self.item != ALL).then_some(count);
        AnnexLine {
            return_id: stamp.id.to_string(),
            reference_date: stamp.id.date,
            framework_version: stamp.framework_version,
            team_code: self.key.code.clone(),
            team_name: self.name.clone(),
            domain_code: self.item.clone(),
            people: c.people,
            people_met: people(c.met_confirmed),
            people_met_recognised: people(c.met_recognised),
            critical_people: people(c.critical_required),
            critical_people_met: people(c.critical_met),
            requirements: c.requirements,
            requirements_met: c.requirements_met,
            percent: percent(c.requirements_met, c.requirements),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{JudgementKind, PostStatus};
    use crate::coverage::small_place::{day, person, post, role, said, small_place};
    use crate::returns::rows::rows;

    /// One nurse, who meets A-1 and not A-2.
    fn a_place() -> Facts {
        let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0), ("A-2", 12, 0)]);
        facts.roles = vec![role("N", "Nursing", &[(0, 2, true), (1, 2, false)])];
        let held = vec![post(0, 0, "1".parse().unwrap(), PostStatus::Active)];
        facts.people =
            vec![person(1, held, vec![said(0, JudgementKind::Confirmed, 3, "2026-01-01")])];
        facts
    }

    #[test]
    fn teams_are_exact_and_nothing_else_is_in_it() {
        let facts = a_place();
        let rows = rows(&facts, 0, day("2026-03-31"));
        let (shared, left_out) = annex(&facts, &rows, day("2026-04-15"));
        assert!(left_out.is_empty());
        let stamp = Stamp { id: "P-2026-03-31-r1".parse().unwrap(), framework_version: 1 };
        let told: Vec<_> = shared
            .iter()
            .map(|row| row.annex_line(&stamp))
            .map(|line| {
                (
                    line.team_code,
                    line.domain_code,
                    line.people,
                    line.people_met,
                    line.critical_people_met,
                    line.percent,
                )
            })
            .collect();
        let line = |item: &str, met, critical| {
            ("T1".to_owned(), item.to_owned(), 1, met, critical, "50.0".to_owned())
        };
        assert_eq!(told, [line("A", Some(0), Some(1)), line(ALL, None, None)]);
    }

    #[test]
    fn who_shares_nothing_on_the_day_is_left_out_and_named() {
        let mut facts = a_place();
        facts.places.organisations[0].sharing = vec![(day("2026-04-01"), Sharing::None)];
        let rows = rows(&facts, 0, day("2026-03-31"));
        let told = |today: &str| annex(&facts, &rows, day(today));
        assert_eq!(told("2026-03-31").0.len(), 2);
        assert_eq!(told("2026-04-01"), (vec![], BTreeSet::from(["X"])));
    }
}
