//! What a brought level means here, held against section 3 of the rules as it reads.

use super::*;
use crate::codes::{CrosswalkRelation, Evidence, JudgementKind, Strand, VersionState};
use crate::coverage::facts::Domain;
use crate::coverage::{Competency, Facts, Person};
use crate::frameworks::crosswalk::{Answer, Carried};
use crate::frameworks::{Level, Version};
use crate::ids::{CompetencyId, PassportId, PersonId};
use crate::passport::{Basis, Curve, Format, Framework, Holder, KeyType, PublicKey};
use crate::standing::{Confirmed, Event, Standing};
use uuid::Uuid;

const TODAY: &str = "2026-11-02";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn level(number: u8) -> Level {
    Level::try_from(number).unwrap()
}

fn held(identifier: u128, number: u8, made_on: &str) -> HeldCompetency {
    HeldCompetency {
        identifier: Uuid::from_u128(identifier),
        code: format!("C-{identifier}"),
        title: "Ask about risk".to_owned(),
        domain: "Risk".to_owned(),
        level: level(number),
        basis: Basis::Confirmed,
        made_on: day(made_on),
        original_on: None,
        due_on: day("2030-01-01"),
        by: vec![Signer { name: "Cara Miah".to_owned(), role: Some("Nurse".to_owned()) }],
        imported: false,
        evidence: vec![Evidence::Observation],
    }
}

fn passport(competencies: Vec<HeldCompetency>) -> Passport {
    Passport {
        format: Format::First,
        id: PassportId(Uuid::from_u128(1)),
        issued_on: day("2026-10-01"),
        issuer: Issuer {
            name: "Eastern Trust".to_owned(),
            address: "https://e.example".to_owned(),
        },
        person: Holder {
            name: "Amina Khan".to_owned(),
            employer: None,
            employee_number: "E1".to_owned(),
            registration: None,
        },
        posts: Vec::new(),
        framework: Framework { identifier: Uuid::nil(), title: "Set".to_owned(), version: 1 },
        competencies,
        key: PublicKey { kty: KeyType::Okp, crv: Curve::Ed25519, x: String::new() },
        signature: String::new(),
    }
}

/// Competencies 1 to 4 of a first version; 5 to 9 of the second, which holds today. 1 is the same as 5; 2 was split into 6
/// and 7; 3 and 4 were merged into 8; 9 is new and replaced 90 elsewhere. All are refreshed after 24 months.
fn facts() -> Facts {
    let version = |number, from: &str| Version {
        number,
        state: VersionState::Published,
        published_from: Some(day(from)),
    };
    let competency = |number: u128| Competency {
        id: CompetencyId(Uuid::from_u128(number)),
        code: format!("C-{number}"),
        title: String::new(),
        strand: Strand::MentalHealth,
        refresh_months: 24,
        rare_event: false,
        version: usize::from(number > 4),
        domain: 0,
        carried: Carried::default(),
    };
    let answer = |old, relation, new| Answer { old, relation, asked_again: false, new: Some(new) };
    let mut facts = Facts {
        versions: vec![version(1, "2024-01-01"), version(2, "2026-01-01")],
        domains: vec![Domain { code: "RSK".into(), title: "Risk".into() }],
        competencies: (1..=9).map(competency).collect(),
        crosswalk: vec![
            answer(0, CrosswalkRelation::Same, 4),
            answer(1, CrosswalkRelation::Split, 5),
            answer(1, CrosswalkRelation::Split, 6),
            answer(2, CrosswalkRelation::Merged, 7),
            answer(3, CrosswalkRelation::Merged, 7),
        ],
        ..Facts::default()
    };
    facts.carry();
    facts
}

fn person(judgements: Vec<Event>) -> Person {
    Person {
        id: PersonId(Uuid::nil()),
        first_name: "Amina".into(),
        last_name: "Khan".into(),
        posts: Vec::new(),
        judgements,
    }
}

#[test]
fn an_identifier_is_followed_through_the_versions_and_what_it_replaced_elsewhere() {
    let facts = facts();
    let replaced =
        [Predecessor { replaced: Uuid::from_u128(90), by: CompetencyId(Uuid::from_u128(9)) }];
    let matched = |number| matched(&facts, &replaced, Uuid::from_u128(number), day(TODAY));
    assert_eq!(matched(5), Match::Here(vec![4]), "as it is");
    assert_eq!(matched(1), Match::Here(vec![4]), "the same in an earlier version");
    assert_eq!(matched(2), Match::Here(vec![5, 6]), "split: level and date carry to each");
    assert_eq!(matched(3), Match::AskedAgain, "merged: one of the two is not enough");
    assert_eq!(matched(90), Match::Here(vec![8]), "replaced elsewhere");
    assert_eq!(matched(77), Match::Unknown);
    let claimed =
        [Predecessor { replaced: Uuid::from_u128(5), by: CompetencyId(Uuid::from_u128(9)) }];
    let found = super::matched(&facts, &claimed, Uuid::from_u128(5), day(TODAY));
    assert_eq!(found, Match::Here(vec![4]), "what is on record here became nothing else");
}

#[test]
fn a_level_is_due_by_our_refresh_period_from_its_original_day() {
    let never = Standing::default();
    let fate_of = |made_on| fate(&held(5, 3, made_on), &never, 24, day(TODAY));
    assert_eq!(fate_of("2025-08-31"), Fate::Accepted { due_on: day("2027-08-31") });
    // 24 months from 2 November 2024 is today, the last day on which it is current.
    assert_eq!(fate_of("2024-11-02"), Fate::Accepted { due_on: day(TODAY) });
    assert_eq!(fate_of("2024-11-01"), Fate::Expired { due_on: day("2026-11-01") });
    assert_eq!(fate_of("2026-11-03"), Fate::NotYet);
}

#[test]
fn only_what_the_issuer_itself_confirmed_is_taken_over() {
    for (basis, accepted) in
        [(Basis::Confirmed, true), (Basis::Recognised, false), (Basis::Accepted, false)]
    {
        let level = HeldCompetency { basis, ..held(5, 3, "2026-05-01") };
        let fate = fate(&level, &Standing::default(), 24, day(TODAY));
        assert_eq!(fate.is_accepted(), accepted, "{basis}");
    }
}

#[test]
fn what_is_held_here_stays_where_it_is_higher_or_the_same_and_as_late() {
    let here = |number, due: &str| Confirmed::At {
        level: level(number),
        kind: JudgementKind::Confirmed,
        made_on: day("2025-01-01"),
        due_on: day(due),
    };
    // The brought level is a 3 of 1 May 2026, due on 1 May 2028.
    for (confirmed, accepted, why) in [
        (Confirmed::Never, true, "nothing is held"),
        (Confirmed::Revoked, false, "it was revoked here"),
        (here(2, "2029-01-01"), true, "lower, however late"),
        (here(3, "2028-04-30"), true, "the same, due earlier"),
        (here(3, "2028-05-01"), false, "the same, due on the same day"),
        (here(4, "2026-11-02"), false, "higher, to the last day"),
        (here(4, "2026-11-01"), true, "higher, but no longer current"),
    ] {
        let standing = Standing { confirmed, ..Standing::default() };
        let fate = fate(&held(5, 3, "2026-05-01"), &standing, 24, day(TODAY));
        assert_eq!(fate.is_accepted(), accepted, "{why}: {fate:?}");
    }
}

#[test]
fn a_lower_level_that_was_confirmed_here_later_is_not_raised_again() {
    // The brought level is a 3 of 1 May 2026.
    let fate_beside = |number, kind, made_on: &str, due_on: &str| {
        let (made_on, due_on) = (day(made_on), day(due_on));
        let confirmed = Confirmed::At { level: level(number), kind, made_on, due_on };
        let standing = Standing { confirmed, ..Standing::default() };
        fate(&held(5, 3, "2026-05-01"), &standing, 24, day(TODAY))
    };
    let confirmed = JudgementKind::Confirmed;
    let since = Fate::LowerSince { level: level(2), made_on: day("2026-05-02") };
    assert_eq!(fate_beside(2, confirmed, "2026-05-02", "2028-05-02"), since);
    assert_eq!(fate_beside(2, confirmed, "2026-05-02", "2026-10-31"), since, "expired as well");
    assert!(fate_beside(2, confirmed, "2026-05-01", "2028-05-01").is_accepted(), "the same day");
    let recognised = JudgementKind::Recognised;
    assert!(fate_beside(2, recognised, "2026-05-02", "2027-05-02").is_accepted(), "nobody saw it");
}

#[test]
fn every_level_is_told_with_what_becomes_of_it() {
    let revoked = Event {
        competency: 4,
        kind: JudgementKind::Revoked,
        level: None,
        day: day("2026-06-01"),
        original: None,
        sequence: 1,
    };
    let record = passport(vec![
        held(1, 3, "2026-05-01"),
        held(2, 4, "2026-05-01"),
        held(3, 3, "2026-05-01"),
        held(77, 3, "2026-05-01"),
        // The same competency of ours as the second, once more and higher.
        held(6, 5, "2026-05-01"),
    ]);
    let all = levels(&facts(), &[], &person(vec![revoked]), &record, day(TODAY));
    let told: Vec<_> = all.iter().map(|one| (one.line, one.here, one.fate)).collect();
    let due_on = day("2028-05-01");
    assert_eq!(
        told,
        [
            (0, Some(4), Fate::RevokedHere),
            (1, Some(5), Fate::HeldHere { level: level(5), due_on }),
            (1, Some(6), Fate::Accepted { due_on }),
            (2, None, Fate::AskedAgain),
            (3, None, Fate::Unknown),
            (4, Some(5), Fate::Accepted { due_on }),
        ]
    );
}

#[test]
fn whoever_accepts_says_that_it_is_the_same_person_unless_name_and_registration_agree() {
    let same = |name: &str, there: Option<&str>, here: Option<&str>| {
        let there = Holder {
            name: name.to_owned(),
            employer: None,
            employee_number: "E1".to_owned(),
            registration: there.map(str::to_owned),
        };
        let here = here.map(str::to_owned);
        SamePerson { there, name_here: "Amina Khan".to_owned(), registration_here: here }
    };
    let number = Some("12A3456E");
    assert!(!same("amina  khan", Some("12a 3456e"), number).must_be_said());
    for (name, there, here, why) in [
        ("Amina Begum", number, number, "another name"),
        ("Amina Khan", number, Some("99Z9999Z"), "another number"),
        ("Amina Khan", None, number, "no number there"),
        ("Amina Khan", None, None, "no number at all"),
    ] {
        assert!(same(name, there, here).must_be_said(), "{why}");
    }
}

#[test]
fn a_record_of_a_day_to_come_or_about_a_patient_or_about_nothing_is_not_kept() {
    let fine = || passport(vec![held(5, 3, "2026-05-01")]);
    assert_eq!(may_keep(&fine(), day(TODAY)), Ok(()));
    let told = |record: Passport| may_keep(&record, day(TODAY)).unwrap_err();
    assert!(told(Passport { issued_on: day("2026-11-03"), ..fine() }).contains("has not come yet"));
    assert!(told(passport(Vec::new())).contains("nothing to bring"));
    let patient = HeldCompetency { title: "401 023 2137".to_owned(), ..held(5, 3, "2026-05-01") };
    let told_of = told(passport(vec![patient]));
    assert!(told_of.contains("an NHS number") && !told_of.contains("401"), "{told_of}");
    let endless = HeldCompetency { title: "x".repeat(501), ..held(5, 3, "2026-05-01") };
    assert!(told(passport(vec![endless])).contains("longer than 500"));
}

#[test]
fn a_level_reads_as_a_sentence() {
    let record = passport(vec![held(5, 3, "2026-05-01")]);
    assert_eq!(
        in_words(&record, &record.competencies[0]),
        "Ask about risk (C-5): level 3, confirmed on 1 May 2026 by Cara Miah, Nurse. From a record that names \
         Eastern Trust as its issuer, issued on 1 October 2026"
    );
    let unnamed = HeldCompetency { by: Vec::new(), ..held(5, 3, "2026-05-01") };
    assert!(confirmed_by(&unnamed).contains("does not name"));
}
