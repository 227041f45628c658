//! Made-up places whose rows add up: teams in two networks, two organisations and two care settings.

use crate::codes::CareSetting;
use crate::coverage::{Counts, ScopeKind};
use crate::returns::families::Family;
use crate::returns::keys::{ALL, Part, RowKey};
use crate::returns::rows::ReturnRow;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Each of its people has two requirements in the one domain there is.
#[derive(Clone, Debug)]
pub(super) struct Team {
    pub met: u32,
    pub of: u32,
    /// Of those who are not met, how many have met one of the two.
    pub half: u32,
    /// Requirements assessed.
    pub assessed: u32,
    pub network: usize,
    pub organisation: usize,
    pub setting: usize,
}

#[derive(Clone, Debug)]
pub(super) struct Made(pub Vec<Team>);

fn place() -> RowKey {
    RowKey::whole(ScopeKind::Place, "P")
}

fn team_key(at: usize) -> RowKey {
    RowKey::whole(ScopeKind::Team, &format!("T{at}"))
}

fn setting(at: usize) -> RowKey {
    let settings = [CareSetting::PrimaryCare, CareSetting::Crisis];
    RowKey::part(ScopeKind::Place, "P", Part::Setting(settings[at]))
}

impl Made {
    /// The rows each team counts in.
    fn rows_of(&self, at: usize) -> [RowKey; 5] {
        let team = &self.0[at];
        let network = RowKey::whole(ScopeKind::Network, &format!("N{}", team.network));
        let organisation =
            RowKey::whole(ScopeKind::Organisation, &format!("X{}", team.organisation));
        [place(), network, organisation, setting(team.setting), team_key(at)]
    }

    pub(super) fn rows(&self) -> Vec<ReturnRow> {
        let mut rows: BTreeMap<(RowKey, &str), Counts> = BTreeMap::new();
        for (at, team) in self.0.iter().enumerate() {
            for key in self.rows_of(at) {
                for item in ["A", ALL] {
                    let counts = rows.entry((key.clone(), item)).or_default();
                    let (requirements, met) = (2 * team.of, 2 * team.met + team.half);
                    counts.people += team.of;
                    counts.requirements += requirements;
                    counts.requirements_met += met;
                    counts.required += if item == ALL { requirements } else { team.of };
                    counts.met_confirmed += if item == ALL { met } else { team.met };
                    counts.assessed += team.assessed;
                    // One of the two is critical, and those who have met one have met the other.
                    counts.critical_required += team.of;
                    counts.critical_met += team.met;
                }
            }
        }
        let row = |((key, item), counts): ((RowKey, &str), Counts)| {
            let name = key.code.clone();
            ReturnRow { key, name, item: item.to_owned(), counts, capable: None, is_hidden: false }
        };
        rows.into_iter().map(row).collect()
    }

    pub(super) fn families(&self) -> Vec<Family> {
        let mut families: BTreeMap<(RowKey, u8), Vec<RowKey>> = BTreeMap::new();
        for at in 0..self.0.len() {
            let [place, network, organisation, setting, team] = self.rows_of(at);
            families.entry((place.clone(), 0)).or_default().push(network.clone());
            families.entry((place, 1)).or_default().push(setting.clone());
            for parent in [network, organisation, setting] {
                families.entry((parent, 2)).or_default().push(team.clone());
            }
        }
        let family = |((parent, _), mut children): ((RowKey, u8), Vec<RowKey>)| {
            children.sort();
            children.dedup();
            Family { parent, children }
        };
        families.into_iter().map(family).collect()
    }
}

fn numbers() -> impl Strategy<Value = (u32, u32, u32, u32)> {
    let size = prop_oneof![1_u32..8, 8_u32..24, Just(30), 24_u32..64];
    let met = size.prop_flat_map(|of| (prop_oneof![0..=of.min(10), 0..=of], Just(of)));
    met.prop_flat_map(|(met, of)| (Just(met), Just(of), 0..=of - met))
        .prop_flat_map(|(met, of, half)| (Just(met), Just(of), Just(half), 2 * met + half..=2 * of))
}

fn team() -> impl Strategy<Value = Team> {
    (numbers(), 0_usize..2, 0_usize..2, 0_usize..2).prop_map(
        |(numbers, network, organisation, setting)| {
            let (met, of, half, assessed) = numbers;
            Team { met, of, half, assessed, network, organisation, setting }
        },
    )
}

pub(super) fn made() -> impl Strategy<Value = Made> {
    prop::collection::vec(team(), 1..6).prop_map(Made)
}

/// A place, and what has become of it at the next return: some of its teams have other numbers.
pub(super) fn later() -> impl Strategy<Value = (Made, Made)> {
    made()
        .prop_flat_map(|first| {
            let becomes =
                prop::collection::vec(prop::option::weighted(0.4, numbers()), first.0.len());
            (Just(first), becomes)
        })
        .prop_map(|(first, becomes)| {
            let mut then = first.clone();
            for (team, numbers) in then.0.iter_mut().zip(becomes) {
                if let Some(numbers) = numbers {
                    (team.met, team.of, team.half, team.assessed) = numbers;
                }
            }
            (first, then)
        })
}

/// Two teams, each of an organisation of its own: people met, people, and how many of their requirements are assessed.
pub(super) fn of_two(teams: [(u32, u32, u32); 2]) -> Made {
    let team = |(at, (met, of, assessed)): (usize, (u32, u32, u32))| Team {
        met,
        of,
        half: 0,
        assessed,
        network: 0,
        organisation: at,
        setting: at,
    };
    Made(teams.into_iter().enumerate().map(team).collect())
}

/// Teams that are alike in everything but how many are met of how many.
pub(super) fn of_one_network(teams: &[(u32, u32)]) -> Made {
    let team = |&(met, of): &(u32, u32)| Team {
        met,
        of,
        half: 0,
        assessed: 2 * of,
        network: 0,
        organisation: 0,
        setting: 0,
    };
    Made(teams.iter().map(team).collect())
}
