//! Cover as section 4 of the rules reads, one team and one person at a time, held against the one pass.

use super::as_read::{
    Asks, Someone, asked, asks, chosen, leads, made, people, publish_again, stands,
};
use super::*;
use crate::codes::CareSetting;
use crate::coverage::cover::{self, Arrangement, Covered, Helper, Item, Rule, Verdict, Whose};
use crate::ids::{CoverRuleId, PersonId};
use crate::people::Terms;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A question: a team on a day, and the code of an item.
#[derive(Clone, Copy)]
struct Asking<'a> {
    facts: &'a Facts,
    query: &'a Query,
    team: usize,
    item: &'a str,
}

fn row(team: usize, item: &str) -> Row {
    Row {
        unit: Unit::Team(team),
        scope_code: String::new(),
        scope_name: String::new(),
        item_code: item.to_owned(),
        group: "all".to_owned(),
        counts: Counts::default(),
        capable: None,
    }
}

impl<'a> Asking<'a> {
    fn posts(self, team: usize, who: &'a Person) -> Vec<&'a Terms> {
        chosen(self.facts, self.query, &row(team, "all"), who, false)
    }

    /// The competencies of the item that the team requires, each at the highest level.
    fn required(self) -> BTreeMap<u16, Level> {
        let mut required: BTreeMap<u16, Level> = BTreeMap::new();
        for who in &self.facts.people {
            let (row, posts) = (row(self.team, self.item), self.posts(self.team, who));
            for (competency, (level, _)) in asked(self.facts, self.query, &row, &posts) {
                if !stands(self.facts, self.query, who, competency).exempt {
                    let known = required.entry(competency).or_insert(level);
                    *known = level.max(*known);
                }
            }
        }
        required
    }

    fn applies(self, competency: u16) -> cover::Asks {
        let (facts, day) = (self.facts, self.query.as_at);
        let team = &facts.places.teams[self.team];
        let competency = &facts.competencies[usize::from(competency)];
        let domain = &facts.domains[competency.domain].code;
        let setting = |area| Whose::Setting { setting: team.setting, area };
        let areas = facts.places.areas_of(team, day).map(|area| setting(Some(area)));
        let nearest_first = std::iter::once(Whose::Team(self.team)).chain(areas);
        for whose in nearest_first.chain([setting(None)]) {
            for item in [Item::Competency(competency.code.clone()), Item::Domain(domain.clone())] {
                let rules = facts.cover_rules.iter().enumerate();
                let held = rules.filter(|(_, rule)| {
                    rule.whose == whose && rule.item == item && rule.held.contains(day)
                });
                if let Some((_, rule)) = held.max_by_key(|(at, rule)| (rule.held.from, *at)) {
                    return rule.asks;
                }
            }
        }
        match &**domain {
            "RSK" | "EMG" => cover::Asks { people: 2, level: level(3), professions: 2 },
            _ => cover::Asks { people: 1, level: None, professions: 1 },
        }
    }

    /// The profession of the post with the highest FTE; of the role that is first by its code, where two are the same.
    fn profession(self, posts: &[&Terms]) -> Option<&'a str> {
        let mut posts = posts.to_vec();
        posts.sort_by(|a, b| b.fte.cmp(&a.fte).then_with(|| a.role.cmp(&b.role)));
        self.facts.roles[posts[0].role].group(GroupBy::Profession)
    }

    /// The posts through which somebody helps the team.
    fn helping(self, who: &'a Person) -> Vec<&'a Terms> {
        let rows = self.facts.arrangements.iter();
        let of_team =
            rows.filter(|row| row.team == self.team && row.held.contains(self.query.as_at));
        let mut posts = Vec::new();
        for row in of_team {
            for team in 0..self.facts.places.teams.len() {
                if row.helper == Helper::Team(team) || row.helper == Helper::Person(who.id) {
                    posts.extend(self.posts(team, who));
                }
            }
        }
        posts
    }

    fn read(self) -> Reading<'a> {
        let (mut own, mut helping) = (BTreeMap::new(), BTreeMap::new());
        let mut held = BTreeMap::new();
        let required = self.required();
        for (at, who) in self.facts.people.iter().enumerate() {
            let (posts, helps) = (self.posts(self.team, who), self.helping(who));
            if !posts.is_empty() {
                own.insert(at, self.profession(&posts));
            } else if !helps.is_empty() {
                helping.insert(at, self.profession(&helps));
            }
            for competency in required.keys() {
                let stands = stands(self.facts, self.query, who, *competency);
                if let Some((level, _)) = stands.current(self.query.as_at) {
                    held.insert((at, *competency), level);
                }
            }
        }
        let asks = required.into_iter().map(|(competency, required)| {
            let asks = self.applies(competency);
            let at_most = required.min(Level::PRACTISES_INDEPENDENTLY);
            (competency, cover::Asks { level: asks.level.or(Some(at_most)), ..asks })
        });
        Reading { asks: asks.collect(), own, helping, held }
    }

    fn verdict(self) -> Option<Verdict> {
        self.read().verdict()
    }
}

/// All that the answer rests on: people by position.
struct Reading<'a> {
    asks: Vec<(u16, cover::Asks)>,
    own: BTreeMap<usize, Option<&'a str>>,
    helping: BTreeMap<usize, Option<&'a str>>,
    held: BTreeMap<(usize, u16), Level>,
}

impl Reading<'_> {
    /// Whether everything required is held by enough people of enough professions, without the one who has left.
    fn holds(&self, with_help: bool, left: Option<usize>) -> bool {
        let helping = self.helping.iter().filter(|_| with_help);
        let people = self.own.iter().chain(helping).filter(|(at, _)| Some(**at) != left);
        let people: Vec<(usize, Option<&str>)> = people.map(|(at, of)| (*at, *of)).collect();
        self.asks.iter().all(|(competency, asks)| {
            let holds = |(at, _): &&(usize, Option<&str>)| {
                let held = self.held.get(&(*at, *competency)).copied();
                held.is_some_and(|held| Some(held) >= asks.level)
            };
            let professions: BTreeSet<&str> =
                people.iter().filter(holds).filter_map(|(_, profession)| *profession).collect();
            let enough = asks.professions == 1 || professions.len() >= asks.professions as usize;
            people.iter().filter(holds).count() >= asks.people as usize && enough
        })
    }

    fn falls_without(&self, person: usize) -> bool {
        self.holds(true, None) && !self.holds(true, Some(person))
    }

    fn verdict(&self) -> Option<Verdict> {
        let covered = match (self.holds(false, None), self.holds(true, None)) {
            _ if self.asks.is_empty() => return None,
            (true, _) => Covered::InTeam,
            (false, true) => Covered::ByArrangement,
            (false, false) => Covered::NotCovered,
        };
        let mut people = self.own.keys().chain(self.helping.keys());
        Some(Verdict { covered, one_person: people.any(|person| self.falls_without(*person)) })
    }
}

pub(in crate::coverage) type Ruled = (usize, usize, u32, u8, u32, bool);
pub(in crate::coverage) type Helped = (usize, usize, bool);

const TEAMS: usize = 3;

pub(in crate::coverage) fn rules() -> impl Strategy<Value = Vec<Ruled>> {
    let dated = any::<bool>();
    prop::collection::vec((0_usize..7, 0_usize..5, 1_u32..3, 0_u8..6, 1_u32..3, dated), 0..6)
}

pub(in crate::coverage) fn help() -> impl Strategy<Value = Vec<Helped>> {
    let is_valid = prop::bool::weighted(0.8);
    prop::collection::vec((0..TEAMS, 0_usize..TEAMS + 5, is_valid), 0..4)
}

fn whose(which: usize) -> Whose {
    let setting = CareSetting::PrimaryCare;
    match which {
        3 => Whose::Setting { setting, area: Some(1) },
        4 => Whose::Setting { setting, area: Some(0) },
        5 => Whose::Setting { setting, area: None },
        6 => Whose::Setting { setting: CareSetting::Community, area: None },
        team => Whose::Team(team),
    }
}

/// A place with rules, and with rows that say who helps.
pub(in crate::coverage) fn ruled(
    asks: &[Asks],
    people: &[Someone],
    rules: &[Ruled],
    help: &[Helped],
) -> Facts {
    let mut facts = made(asks, people);
    facts.domains[0].code = "RSK".into();
    facts.places.teams[1].setting = CareSetting::Community;
    facts.roles[1].esr_staff_group = Some("Medical".into());
    facts.roles[2].esr_staff_group = None;
    let items = ["domain:RSK", "domain:B", "competency:A-1", "competency:A-2", "competency:B-1"];
    let later = Some(day("2024-06-02"));
    let rule = |&(which, item, people, number, professions, dated): &Ruled| Rule {
        id: CoverRuleId(Uuid::nil()),
        whose: whose(which),
        item: items[item].parse().unwrap(),
        asks: cover::Asks { people, level: level(number), professions },
        held: Period::new(later.filter(|_| dated), None),
    };
    facts.cover_rules = rules.iter().map(rule).collect();
    let over = Period::new(None, Some(day("2024-01-01")));
    let helped = |&(team, helper, is_valid): &Helped| Arrangement {
        team,
        held: if is_valid { Period::ALWAYS } else { over },
        helper: match helper.checked_sub(TEAMS) {
            None => Helper::Team(helper),
            Some(person) => Helper::Person(PersonId(Uuid::from_u128(person as u128))),
        },
    };
    facts.arrangements = help.iter().map(helped).collect();
    facts
}

proptest! {
    #[test]
    fn the_one_pass_says_of_each_team_what_the_rules_say(
        asks in asks(),
        people in people(),
        leads in leads(),
        rules in rules(),
        help in help(),
        include_bank in any::<bool>(),
        on in prop::sample::select(vec!["2024-06-01", "2024-12-31", "2025-01-01"]),
    ) {
        let mut facts = ruled(&asks, &people, &rules, &help);
        publish_again(&mut facts, &leads);
        let query = |scope, item| {
            let asked = Query::new(day(on), scope, item);
            Query { include_bank, capable_teams: true, ..asked }
        };
        let teams = query(ScopeKind::Team, ItemKind::Domain);
        let mut read = BTreeMap::new();
        for item in ["all", "RSK", "B", "A-1", "A-2", "B-1"] {
            for team in 0..TEAMS {
                let asking = Asking { facts: &facts, query: &teams, team, item };
                read.insert((team, item.to_owned()), asking.verdict());
            }
        }
        let covers = cover::teams_covered(&facts, &teams);
        for team in 0..TEAMS {
            let ours = covers.iter().find(|cover| cover.team == team);
            for (at, domain) in facts.domains_at(day(on)).into_iter().enumerate() {
                let ours = ours.and_then(|cover| cover.domains[at]);
                prop_assert_eq!(ours, read[&(team, facts.domains[domain].code.clone())]);
            }
        }
        for scope in ScopeKind::ALL {
            for item in ItemKind::ALL {
                let query = query(*scope, *item);
                for row in coverage(&facts, &query) {
                    let in_row = |team: &usize| row_of_team(&facts, &query, *team) == Some(row.unit);
                    let of_team = |team| read[&(team, row.item_code.clone())];
                    let verdicts: Vec<Verdict> =
                        (0..TEAMS).filter(in_row).filter_map(of_team).collect();
                    let capable = verdicts.iter().filter(|verdict| verdict.is_capable()).count();
                    let (capable, teams) = (capable as u32, verdicts.len() as u32);
                    prop_assert_eq!(row.capable, Some(CapableTeams { capable, teams }));
                }
            }
        }
    }

    #[test]
    fn a_name_in_a_teams_detail_is_marked_where_the_team_falls_without_them(
        asks in asks(),
        people in people(),
        leads in leads(),
        rules in rules(),
        help in help(),
    ) {
        let mut facts = ruled(&asks, &people, &rules, &help);
        publish_again(&mut facts, &leads);
        let query = Query::new(day("2024-06-01"), ScopeKind::Team, ItemKind::Competency);
        for team in 0..TEAMS {
            for competency in &facts.competencies {
                let item = Item::Competency(competency.code.clone());
                let asking = Asking { facts: &facts, query: &query, team, item: &competency.code };
                let reading = asking.read();
                let found = cover::detail(&facts, (query.as_at, false), team, &item);
                prop_assert_eq!(found.first().map(|cover| cover.verdict), reading.verdict());
                for holder in found.iter().flat_map(|cover| &cover.holders) {
                    let at = facts.people.iter().position(|who| who.id == holder.person).unwrap();
                    prop_assert_eq!(holder.alone, reading.falls_without(at));
                    prop_assert_eq!(holder.helps, reading.helping.contains_key(&at));
                }
            }
        }
    }
}
