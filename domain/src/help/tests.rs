//! Who is listed: worked cases, and what holds for every place.

use super::forms::{AgreeToHelp, REACH_MOST};
use super::listing::{Nearness, held, helpers, is_listed, nearness};
use super::views::{HeldIn, HelperLine};
use super::*;
use crate::codes::{
    AreaKind, CareSetting, JudgementKind, PostCategory, PostStatus, Sector, Strand, VersionState,
};
use crate::coverage::facts::Domain;
use crate::coverage::{Competency, Facts, Person, Role};
use crate::dates::{Period, days_after};
use crate::frameworks::Version;
use crate::frameworks::crosswalk::Carried;
use crate::fte::Fte;
use crate::ids::*;
use crate::organisations::{Area, Organisation, Places, Team};
use crate::people::{Post, Terms};
use crate::standing::Event;
use Nearness as N;
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: &str = "2026-06-01";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Two places. In the first a locality with networks 2 and 3; the second, 4, has network 5. Area 6 stands without a parent.
fn areas() -> Vec<Area> {
    use AreaKind as K;
    let area = |(kind, parent): (AreaKind, Option<usize>)| Area {
        id: AreaId(Uuid::nil()),
        code: String::new(),
        name: String::new(),
        kind,
        parent,
    };
    let all = [
        (K::Place, None),
        (K::Locality, Some(0)),
        (K::Network, Some(1)),
        (K::Network, Some(1)),
        (K::Place, None),
        (K::Network, Some(4)),
        (K::Network, None),
    ];
    all.map(area).to_vec()
}

/// The home area of each team; the last belongs to none.
const HOMES: [Option<usize>; 9] =
    [Some(2), Some(2), Some(3), Some(1), Some(0), Some(5), Some(6), Some(6), None];

/// Competencies of domain A and B-1 of B, each to be confirmed again after 12 months.
fn a_place() -> Facts {
    let published_from = Some(day("2024-01-01"));
    let team = |home| Team {
        id: TeamId(Uuid::nil()),
        code: String::new(),
        name: String::new(),
        setting: CareSetting::PrimaryCare,
        care_level: None,
        organisation: 0,
        home,
        open: Period::ALWAYS,
    };
    let organisation = Organisation {
        id: OrganisationId(Uuid::nil()),
        code: String::new(),
        name: String::new(),
        sector: Sector::GpPractice,
        memberships: Vec::new(),
        sharing: Vec::new(),
    };
    let competency = |(code, domain): (&str, usize)| Competency {
        id: CompetencyId(Uuid::nil()),
        code: code.into(),
        title: code.into(),
        strand: Strand::MentalHealth,
        refresh_months: 12,
        rare_event: false,
        version: 0,
        domain,
        carried: Carried::default(),
    };
    let role = Role {
        id: RoleId(Uuid::nil()),
        code: "PN".into(),
        title: "Practice nurse".into(),
        profession: None,
        gpw_staff_group: None,
        esr_staff_group: None,
        mental_health_professional: false,
        requirements: Vec::new(),
    };
    Facts {
        places: Places {
            areas: areas(),
            organisations: vec![organisation],
            teams: HOMES.map(team).to_vec(),
        },
        roles: vec![role],
        versions: vec![Version { number: 1, state: VersionState::Published, published_from }],
        domains: ["A", "B"].map(|code| Domain { code: code.into(), title: code.into() }).to_vec(),
        competencies: [("A-1", 0), ("A-2", 0), ("B-1", 1)].map(competency).to_vec(),
        ..Facts::default()
    }
}

const fn person_id(number: usize) -> PersonId {
    PersonId(Uuid::from_u128(number as u128 + 1))
}

/// Somebody with a post in each of these teams.
fn person(number: usize, teams: &[usize], status: PostStatus, judgements: Vec<Event>) -> Person {
    let post = |team: &usize| {
        let (team, category) = (*team, PostCategory::Permanent);
        let terms = Terms {
            from: None,
            team,
            role: 0,
            fte: Fte::FULL,
            category,
            status,
            line_manager: None,
        };
        Post { id: PostId(Uuid::nil()), held: Period::ALWAYS, terms: vec![terms] }
    };
    let posts = teams.iter().map(post).collect();
    let [first_name, last_name] = ["P", "Q"].map(|letter| format!("{letter}{number}"));
    Person { id: person_id(number), first_name, last_name, posts, judgements }
}

fn said(competency: u16, kind: JudgementKind, number: u8, on: NaiveDate) -> Event {
    let level = Level::try_from(number).ok();
    Event { competency, kind, level, day: on, original: None, sequence: 0 }
}

fn confirmed(competency: u16, number: u8) -> Event {
    said(competency, JudgementKind::Confirmed, number, day("2026-01-05"))
}

fn agreed(number: usize, domains: &[&str]) -> Agreement {
    let domains = domains.iter().map(|code| (*code).to_owned()).collect();
    let (person, made_on) = (person_id(number), day("2026-05-04"));
    Agreement { person, word: HelpWord::Agreed, made_on, reach: None, domains }
}

/// Everybody here is at work; the first asks, and works in team 0.
fn with(people: Vec<Person>) -> Facts {
    let mut facts = a_place();
    facts.people = vec![person(0, &[0], PostStatus::Active, Vec::new())];
    facts.people.extend(people);
    facts
}

/// Whom the first person finds, by number, with the codes of what they hold.
fn found(facts: &Facts, standing: &[Agreement]) -> Vec<(usize, Nearness, Vec<String>)> {
    let code = |at: u16| facts.competencies[usize::from(at)].code.clone();
    let line = |helper: listing::Helper<'_>| {
        let number = helper.person.id.0.as_u128() as usize - 1;
        (number, helper.near, helper.holds.iter().map(|(at, _)| code(*at)).collect())
    };
    helpers(facts, standing, &facts.people[0], day(TODAY)).into_iter().map(line).collect()
}

fn numbers(facts: &Facts, standing: &[Agreement]) -> Vec<usize> {
    found(facts, standing).into_iter().map(|(number, ..)| number).collect()
}

#[test]
fn whoever_holds_a_level_and_agreed_is_listed_and_nobody_else() {
    let at_work = |number, judgements| person(number, &[1], PostStatus::Active, judgements);
    let facts = with(vec![
        at_work(1, vec![confirmed(0, 4)]),
        at_work(2, vec![confirmed(0, 3)]),
        at_work(3, vec![confirmed(0, 5)]), // did not agree
        at_work(4, vec![said(0, JudgementKind::SelfAssessment, 5, day("2026-01-05"))]),
        at_work(5, vec![said(0, JudgementKind::Recognised, 4, day("2026-01-05"))]),
        at_work(6, vec![said(0, JudgementKind::Confirmed, 4, day("2025-05-31"))]), // expired
        at_work(7, vec![said(0, JudgementKind::Confirmed, 4, day("2025-06-01"))]), // due today
        person(8, &[1], PostStatus::Away, vec![confirmed(0, 4)]),
    ]);
    let all = [0, 1, 2, 4, 5, 6, 7, 8].map(|number| agreed(number, &[]));
    assert_eq!(numbers(&facts, &all), [1, 5, 7]);
    assert_eq!(numbers(&facts, &[]), [0; 0]);
}

#[test]
fn they_drop_out_by_themselves_when_the_level_lapses_or_is_taken_back() {
    let revoked = said(0, JudgementKind::Revoked, 0, day("2026-02-01"));
    let facts = with(vec![
        person(1, &[1], PostStatus::Active, vec![confirmed(0, 4)]),
        person(2, &[1], PostStatus::Active, vec![confirmed(0, 4), revoked]),
    ]);
    let standing = [agreed(1, &[]), agreed(2, &[])];
    let on = |text: &str| helpers(&facts, &standing, &facts.people[0], day(text)).len();
    assert_eq!((on("2026-01-31"), on(TODAY)), (2, 1));
    assert_eq!((on("2027-01-05"), on("2027-01-06")), (1, 0), "due on 5 January 2027");
}

#[test]
fn the_nearest_come_first_and_other_places_do_not_come_at_all() {
    let teams: [&[usize]; 9] = [&[8], &[5], &[4], &[3], &[2], &[1], &[0], &[5, 2], &[6]];
    let people = (1..)
        .zip(teams)
        .map(|(number, teams)| person(number, teams, PostStatus::Active, vec![confirmed(0, 4)]));
    let facts = with(people.collect());
    let standing: Vec<Agreement> = (1..=9).map(|number| agreed(number, &[])).collect();
    let near: Vec<(usize, Nearness)> =
        found(&facts, &standing).into_iter().map(|(number, near, _)| (number, near)).collect();
    // Team 3 belongs to the locality itself, team 4 to the place; 8 works here and elsewhere.
    let expected = [
        (7, N::Team),
        (6, N::Network),
        (4, N::Locality),
        (5, N::Locality),
        (8, N::Locality),
        (3, N::Place),
    ];
    assert_eq!(near, expected);
}

#[test]
fn a_network_that_nobody_placed_yet_is_a_place_of_its_own() {
    let mut facts = with(vec![person(1, &[7], PostStatus::Active, vec![confirmed(0, 4)])]);
    facts.people[0] = person(0, &[6], PostStatus::Active, Vec::new());
    assert_eq!(found(&facts, &[agreed(1, &[])])[0].1, Nearness::Network);
}

#[test]
fn somebody_is_listed_for_the_domains_they_chose() {
    let holds = vec![confirmed(0, 4), confirmed(1, 3), confirmed(2, 5)];
    let facts = with(vec![person(1, &[1], PostStatus::Active, holds)]);
    let codes = |domains: &[&str]| -> Vec<String> {
        found(&facts, &[agreed(1, domains)]).into_iter().flat_map(|(.., codes)| codes).collect()
    };
    assert_eq!(codes(&[]), ["A-1", "B-1"]);
    assert_eq!(codes(&["B"]), ["B-1"]);
    assert_eq!(codes(&["C"]), [""; 0], "a domain in which they hold nothing");
    let standing = [agreed(1, &[])];
    let about = |code: &str| {
        let all = helpers(&facts, &standing, &facts.people[0], day(TODAY));
        let about = all.into_iter().filter_map(|helper| helper.about(&facts, code));
        about.map(|helper| helper.holds.len()).sum::<usize>()
    };
    assert_eq!((about("A"), about("A-1"), about("B-1"), about("A-2")), (1, 1, 1, 0));
}

#[test]
fn who_is_told_that_they_are_listed_is_whom_a_colleague_finds() {
    let holds = || vec![confirmed(0, 4), confirmed(1, 3)];
    let facts = with(vec![
        person(1, &[0], PostStatus::Active, holds()),
        person(2, &[0], PostStatus::Away, holds()),
        person(3, &[0], PostStatus::Active, vec![confirmed(0, 3)]),
    ]);
    let cases: [(&[&str], bool); 4] =
        [(&[], true), (&["A"], true), (&["B"], false), (&["C"], false)];
    for (domains, listed) in cases {
        let agreement = agreed(1, domains);
        assert_eq!(is_listed(&facts, &agreement, day(TODAY)), listed, "{domains:?}");
        assert_eq!(numbers(&facts, &[agreement]).contains(&1), listed, "{domains:?}");
    }
    assert!(!is_listed(&facts, &agreed(2, &[]), day(TODAY)), "away");
    assert!(!is_listed(&facts, &agreed(3, &[]), day(TODAY)), "below 4");
    assert!(!is_listed(&facts, &agreed(9, &[]), day(TODAY)), "nobody who is known");
    assert!(!is_listed(&facts, &agreed(1, &[]), day("2027-01-06")), "due on 5 January 2027");
}

#[test]
fn the_last_word_of_each_person_counts() {
    let ended = |number| Agreement { word: HelpWord::Ended, ..agreed(number, &[]) };
    let said = vec![agreed(1, &["A"]), agreed(2, &[]), ended(2), agreed(1, &["B"]), ended(3)];
    assert_eq!(standing(said), [agreed(1, &["B"])]);
    assert_eq!(standing(vec![agreed(1, &[]), ended(1), agreed(1, &["A"])]), [agreed(1, &["A"])]);
}

#[test]
fn who_holds_nothing_is_not_asked_and_domains_are_those_they_hold() {
    assert!(may_agree(1).is_ok() && may_agree(0).is_err());
    let held = ["A".to_owned(), "B".to_owned()];
    let parse = |reach: &str, domains: &[&str]| {
        let domains: Vec<String> = domains.iter().map(|code| (*code).to_owned()).collect();
        AgreeToHelp::parse(reach, &domains, &held)
    };
    let agreed = parse(" Thursdays ", &["B", "A", "B", ""]).unwrap();
    assert_eq!(
        (agreed.reach.as_deref(), agreed.domains.as_slice()),
        (Some("Thursdays"), &held[..])
    );
    assert!(parse("", &["C"]).unwrap_err().of("domains").is_some());
    assert!(parse(&"x".repeat(REACH_MOST + 1), &[]).unwrap_err().of("reach").is_some());
}

#[test]
fn a_colleague_is_found_by_every_word_in_any_case() {
    let line = HelperLine {
        id: person_id(1),
        name: "Ben Okoro".into(),
        near: Nearness::Team,
        posts: vec![("Mental health nurse".into(), "Community team".into())],
        reach: Some("Unlisted words".into()),
        email: None,
        holds: vec![HeldIn {
            code: "RSK".into(),
            domain: "Risk".into(),
            competencies: vec![("Plan for safety".into(), HELPS_FROM)],
        }],
    };
    let answers = |words: &str| {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        line.answers_to(&words)
    };
    assert!(answers("OKORO nurse") && answers("community safety") && answers("risk"));
    assert!(!answers("okoro doctor") && !answers("unlisted"), "how to reach them is no skill");
}

/// What somebody in a drawn place is like: a team, whether at work, whether they agreed, and a confirmation of A-1.
type Drawn = (usize, bool, bool, u8, i64);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let one = (0..HOMES.len(), any::<bool>(), any::<bool>(), 1_u8..=5, 0_i64..800);
    proptest::collection::vec(one, 0..12)
}

proptest! {
    /// Listed is who agreed, is at work in a team of the same place, and holds 4 or 5 confirmed within the last 12 months.
    #[test]
    fn being_listed_is_agreement_and_level_and_place_and_nothing_else(drawn in drawn()) {
        let today = day(TODAY);
        let judged = |level: u8, ago: i64| vec![said(0, JudgementKind::Confirmed, level, days_after(today, -ago))];
        let people = (1..).zip(&drawn).map(|(number, (team, at_work, _, level, ago))| {
            let status = if *at_work { PostStatus::Active } else { PostStatus::Away };
            person(number, &[*team], status, judged(*level, *ago))
        });
        let facts = with(people.collect());
        let who_agreed = (1..).zip(&drawn).filter(|(_, (.., yes, _, _))| *yes);
        let standing: Vec<Agreement> = who_agreed.map(|(number, _)| agreed(number, &[])).collect();
        let mut listed = numbers(&facts, &standing);
        listed.sort_unstable();
        // The first person works in team 0, in the first place: teams 0 to 4 are in it. 1 June 2025 is 365 days ago.
        let expected: Vec<usize> = (1..)
            .zip(&drawn)
            .filter(|(_, (team, at_work, yes, level, ago))| {
                *yes && *at_work && *team <= 4 && *level >= 4 && *ago <= 365
            })
            .map(|(number, _)| number)
            .collect();
        prop_assert_eq!(listed, expected);
        for agreement in &standing {
            let person = facts.person(agreement.person).unwrap();
            let near = nearness(&facts, &facts.people[0], person, today);
            let found = numbers(&facts, std::slice::from_ref(agreement)).len() == 1;
            prop_assert_eq!(found, near.is_some() && is_listed(&facts, agreement, today));
        }
        for one in &facts.people {
            let best = held(&facts, one, today).iter().map(|(_, level)| *level).min();
            prop_assert!(best.is_none_or(|level| level >= HELPS_FROM));
        }
    }

    /// Nearness is the same from either side.
    #[test]
    fn two_people_are_as_near_to_each_other(one in 0..HOMES.len(), other in 0..HOMES.len()) {
        let facts = a_place();
        let [one, other] =
            [one, other].map(|team| person(team, &[team], PostStatus::Active, Vec::new()));
        let there = nearness(&facts, &one, &other, day(TODAY));
        prop_assert_eq!(there, nearness(&facts, &other, &one, day(TODAY)));
    }
}
