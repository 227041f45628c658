//! What was typed of a programme and its steps: what becomes of it, and what is told beside which field.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn typed() -> ProgrammeFields {
    ProgrammeFields {
        code: " SMI-1 ".into(),
        title: "Title".into(),
        purpose: "Purpose".into(),
        area: EVERYWHERE.into(),
        from: "2026-05-01".into(),
        ends_on: String::new(),
    }
}

#[test]
fn a_programme_is_for_somebody_and_does_not_end_before_it_begins() {
    let parse = |typed: &ProgrammeFields, roles: &[&str], settings: &[&str]| {
        let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        let settings: Vec<String> = owned(settings);
        DescribeProgramme::parse(typed, owned(roles), &settings)
    };
    let parsed = parse(&typed(), &["PN"], &["primary_care"]).unwrap();
    assert_eq!((parsed.code.as_str(), parsed.area, parsed.to), ("SMI-1", None, None));
    assert_eq!(parsed.settings, [CareSetting::PrimaryCare]);
    let told = |typed: &ProgrammeFields, field: &str| {
        let told = parse(typed, &["PN"], &[]).unwrap_err();
        told.of(field).unwrap_or_else(|| panic!("{told:?}")).to_owned()
    };
    let backwards = ProgrammeFields { ends_on: "2026-04-30".into(), ..typed() };
    assert!(told(&backwards, "ends_on").contains("not before the first"));
    let address = ProgrammeFields { code: "New".into(), ..typed() };
    assert!(told(&address, "code").contains("taken"));
    assert!(told(&ProgrammeFields { code: "A B".into(), ..typed() }, "code").contains("letters"));
    let nobody = parse(&typed(), &[], &[]).unwrap_err();
    assert_eq!(nobody.of("roles"), Some("Choose at least one role or care setting"));
    assert!(parse(&typed(), &[], &["moon"]).unwrap_err().of("settings").is_some());
    let nothing = parse(&ProgrammeFields::default(), &[], &[]).unwrap_err();
    for field in ["code", "title", "purpose", "area", "roles", "from"] {
        assert!(nothing.of(field).is_some(), "{field}: {nothing:?}");
    }
}

#[test]
fn it_ends_on_its_first_day_at_the_earliest() {
    let end = |on| EndProgramme::parse(on, day("2026-05-01")).map(|end| end.0);
    assert_eq!(end("2026-05-01"), Ok(day("2026-05-01")));
    assert!(end("2026-04-30").is_err() && end("").is_err());
}

#[test]
fn a_step_tells_every_fault_at_once() {
    let told = DescribeStep::parse(&StepFields::default()).unwrap_err();
    for field in ["title", "what_happens", "format", "minutes"] {
        assert!(told.of(field).is_some(), "{field}: {told:?}");
    }
    let step = |minutes: &str| {
        let [title, what_happens, format] = ["T", "W", "workshop"].map(str::to_owned);
        let minutes = minutes.to_owned();
        DescribeStep::parse(&StepFields { title, what_happens, format, minutes })
    };
    assert_eq!(step("90").unwrap().minutes, 90);
    assert!(step("0").is_err() && step("2401").is_err() && step("1.5").is_err());
}

#[test]
fn an_empty_level_is_no_part_of_a_step() {
    let levels = |typed: &[(&str, &str)]| {
        intended_levels(&typed.iter().map(|(c, l)| ((*c).to_owned(), (*l).to_owned())).collect())
    };
    let chosen = levels(&[("A-1", "2"), ("A-2", " ")]).unwrap();
    assert_eq!(chosen.into_iter().collect::<Vec<_>>(), [("A-1".to_owned(), Level::KNOWS_HOW)]);
    assert!(levels(&[("A-1", "6")]).unwrap_err().of("level-A-1").is_some());
}

proptest! {
    #[test]
    fn moving_a_step_keeps_every_step_and_moving_it_back_restores_the_order(many in 0_usize..8, at in 0_usize..8) {
        let there = Move::Down.order(at, many);
        let mut sorted = there.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..many).collect::<Vec<_>>());
        if at + 1 < many {
            prop_assert_eq!(there[at], at + 1);
            let back: Vec<usize> = Move::Up.order(at + 1, many).iter().map(|n| there[*n]).collect();
            prop_assert_eq!(back, (0..many).collect::<Vec<_>>());
        } else {
            prop_assert_eq!(there, (0..many).collect::<Vec<_>>(), "the last has nowhere to go");
        }
    }
}

#[test]
fn the_first_step_moves_no_further_up() {
    assert_eq!(Move::Up.order(0, 3), [0, 1, 2]);
    assert_eq!(Move::Up.order(2, 3), [0, 2, 1]);
}
