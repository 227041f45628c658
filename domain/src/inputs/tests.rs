//! What a change keeps of the past, who a team's links are, what a form must say, and how a row is told.

use super::forms::{InputFields, KeepInput};
use super::views::{InputLine, Named};
use super::*;
use crate::changing::EndOn;
use crate::dates::days_after;
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: &str = "2026-06-01";
const TEAM: TeamId = TeamId(Uuid::from_u128(1));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(from: &str, to: &str) -> Period {
    let day = |text: &str| (!text.is_empty()).then(|| day(text));
    Period::new(day(from), day(to))
}

fn says(kind: InputKind) -> Said {
    Said {
        kind,
        population: None,
        from_team: None,
        from_person: None,
        wte: None,
        target_wte: None,
        case_discussions: None,
        supervisor: None,
        supervised_every: None,
        times: None,
        reach: None,
    }
}

fn input(number: u128, kind: InputKind, held: Period) -> Input {
    let id = MentalHealthInputId(Uuid::from_u128(number));
    Input { id, team: TEAM, held, says: says(kind) }
}

/// Somebody is to be embedded for 0.50, and nobody is yet.
fn target_alone() -> Said {
    Said { target_wte: "0.5".parse().ok(), ..says(InputKind::Embedded) }
}

fn changed(from: &str, to: &str, first: &str, last: &str) -> Result<Change, Refusal> {
    let row = input(1, InputKind::LinkWorker, period(from, to));
    row.changed(&says(InputKind::Embedded), period(first, last), day(TODAY))
}

#[test]
fn what_has_not_begun_is_put_right_and_what_has_ends_the_day_before_the_change() {
    let followed = |last_day: &str| Ok(Change::Followed { last_day: day(last_day) });
    let cases = [
        // Ahead, or beginning today: no past day changes.
        ("2026-06-02", "", "2026-07-01", "", Ok(Change::Corrected)),
        ("2026-06-01", "", "2026-06-01", "", Ok(Change::Corrected)),
        ("2026-05-31", "", "2026-06-01", "", followed("2026-05-31")),
        ("", "", "2026-06-01", "", followed("2026-05-31")),
        // A change that is told late, and one that is planned.
        ("2026-01-01", "", "2026-03-01", "", followed("2026-02-28")),
        ("2026-01-01", "2026-12-31", "2026-12-31", "2027-12-31", followed("2026-12-30")),
    ];
    for (from, to, first, last, expected) in cases {
        assert_eq!(changed(from, to, first, last), expected, "{from} to {to}, {first}");
    }
}

#[test]
fn a_change_lies_within_the_row_it_changes_and_changes_something() {
    for (from, to, first) in [
        ("2026-01-01", "", "2026-01-01"),
        ("2026-01-01", "", "2025-12-31"),
        ("2026-01-01", "2026-12-31", "2027-01-01"),
    ] {
        let told = changed(from, to, first, "").unwrap_err();
        assert!(matches!(&told, Refusal::Fields(e) if e.of("starts_on").is_some()), "{told}");
    }
    let row = input(1, InputKind::LinkWorker, period("2026-01-01", ""));
    let same = row.changed(&row.says, period("2026-06-01", ""), day(TODAY)).unwrap_err();
    assert!(same.to_string().starts_with("Nothing is different"));
    let over = input(1, InputKind::LinkWorker, period("2026-01-01", "2026-05-31"));
    assert!(over.changed(&says(InputKind::Embedded), row.held, day(TODAY)).is_err());
}

#[test]
fn only_what_has_not_begun_can_be_removed() {
    let may = |from, to| {
        input(1, InputKind::LinkWorker, period(from, to)).refuse_begun(day(TODAY)).is_ok()
    };
    assert!(may("2026-06-02", ""));
    assert!(!may("2026-06-01", "") && !may("", "") && !may("2026-01-01", "2026-02-01"));
}

#[test]
fn the_links_of_a_team_are_the_rows_of_today_the_nearest_kind_first() {
    let elsewhere = TeamId(Uuid::from_u128(2));
    let rows = [
        input(1, InputKind::ConsultationLiaison, period("", "")),
        input(2, InputKind::LinkWorker, period("2026-06-01", "")),
        input(3, InputKind::Embedded, period("", "2026-06-01")),
        input(4, InputKind::Embedded, period("", "2026-05-31")),
        input(5, InputKind::LinkWorker, period("2026-06-02", "")),
        input(6, InputKind::None, period("", "")),
        Input { says: target_alone(), ..input(8, InputKind::Embedded, Period::ALWAYS) },
        Input { team: elsewhere, ..input(7, InputKind::Embedded, Period::ALWAYS) },
    ];
    let ids = |team| -> Vec<u128> {
        links(&rows, team, day(TODAY)).iter().map(|link| link.id.0.as_u128()).collect()
    };
    assert_eq!(ids(TEAM), [3, 2, 1]);
    assert_eq!(ids(elsewhere), [7]);
}

fn fields() -> InputFields {
    let text = str::to_owned;
    InputFields {
        kind: text("link_worker"),
        population: text("all"),
        from_person: text(" Ben@Trust.example "),
        wte: text("0.2"),
        times: text("Tuesdays, 9am to 1pm"),
        case_discussions: text("invited"),
        starts_on: text("2026-06-01"),
        ..InputFields::default()
    }
}

#[test]
fn a_form_says_who_comes_how_and_from_when() {
    let kept = KeepInput::parse(&fields()).unwrap();
    assert_eq!(kept.from_person.as_deref(), Some("ben@trust.example"));
    assert_eq!((kept.kind, kept.held), (InputKind::LinkWorker, period("2026-06-01", "")));
    let refused = |change: fn(&mut InputFields), field: &str| {
        let mut fields = fields();
        change(&mut fields);
        let told = KeepInput::parse(&fields).unwrap_err();
        assert!(told.of(field).is_some(), "{field}: {told}");
        assert_eq!(told.0.len(), 1, "{told}");
    };
    refused(|f| f.kind = "none".into(), "kind");
    refused(|f| f.population.clear(), "population");
    refused(|f| f.from_person.clear(), "from_person");
    refused(|f| f.from_person = "Ben".into(), "from_person");
    refused(|f| f.wte = "2".into(), "wte");
    refused(|f| f.target_wte = "0".into(), "target_wte");
    refused(|f| f.times = "x".repeat(201), "times");
    refused(|f| f.case_discussions.clear(), "case_discussions");
    refused(|f| f.supervised_every = "monthly".into(), "supervisor");
    refused(|f| f.starts_on.clear(), "starts_on");
    refused(|f| f.ends_on = "2026-05-31".into(), "ends_on");
}

#[test]
fn a_target_may_stand_alone_until_somebody_comes() {
    let alone = InputFields {
        from_person: String::new(),
        wte: String::new(),
        target_wte: "0.333".into(),
        ..fields()
    };
    let kept = KeepInput::parse(&alone).unwrap();
    assert_eq!((kept.wte, kept.target_wte), (None, "0.333".parse().ok()));
    let hours_of_nobody = InputFields { wte: "0.2".into(), ..alone.clone() };
    let told = KeepInput::parse(&hours_of_nobody).unwrap_err();
    assert!(told.of("from_person").unwrap().contains("If nobody comes yet"), "{told}");
    let from_a_team = InputFields { from_team: "PCMHS".into(), ..alone };
    assert!(KeepInput::parse(&from_a_team).is_ok(), "its hours are not recorded yet");
    assert!(target_alone().is_vacant() && !target_alone().somebody_comes());
    let comes = Said { from_team: Some(TEAM), ..target_alone() };
    assert!(!comes.is_vacant() && comes.somebody_comes());
    assert!(!says(InputKind::None).somebody_comes() && !says(InputKind::None).is_vacant());
}

#[test]
fn a_new_target_is_a_change() {
    let row = input(1, InputKind::LinkWorker, period("2026-01-01", ""));
    let wanted = Said { target_wte: "0.4".parse().ok(), ..row.says.clone() };
    let change = row.changed(&wanted, period("2026-06-01", ""), day(TODAY));
    assert_eq!(change, Ok(Change::Followed { last_day: day("2026-05-31") }));
}

#[test]
fn a_line_says_how_much_of_its_target_comes() {
    let line = |wte: &str, target: &str, is_vacant: bool| {
        let (wte, target_wte) = (wte.parse().ok(), target.parse().ok());
        InputLine {
            id: MentalHealthInputId(Uuid::nil()),
            when: When::Now,
            held: Period::ALWAYS,
            kind: InputKind::LinkWorker,
            population: None,
            from_team: (!is_vacant).then(|| "Bow crisis team".to_owned()),
            named: Named::Nobody,
            wte,
            target_wte,
            is_vacant,
            times: None,
            reach: None,
            case_discussions: None,
            supervisor: Named::Nobody,
            supervised_every: None,
        }
        .words()
    };
    assert_eq!(line("0.5", "0.8", false), "Link worker from Bow crisis team, 0.50 of 0.80 WTE");
    assert_eq!(line("0.5", "", false), "Link worker from Bow crisis team, 0.50 WTE");
    assert_eq!(line("", "0.8", false), "Link worker from Bow crisis team, target 0.80 WTE");
    assert_eq!(line("", "", false), "Link worker from Bow crisis team");
    assert_eq!(line("", "0.8", true), "Link worker, target 0.80 WTE: nobody comes yet");
}

#[test]
fn a_row_ends_on_its_first_day_or_later_or_not_after_all() {
    let held = period("2026-01-01", "2026-12-31");
    let end = |text: &str| EndOn::parse(text, held).map(|end| end.last_day);
    assert_eq!(end("2026-01-01"), Ok(Some(day("2026-01-01"))));
    assert_eq!(end(""), Ok(None));
    assert!(end("2025-12-31").is_err());
    assert!(EndOn::parse("", period("", "")).is_err(), "it has no end to take back");
}

fn some_day() -> impl Strategy<Value = NaiveDate> {
    (-400_i64..400).prop_map(|days| days_after(day(TODAY), days))
}

proptest! {
    /// Whatever is changed, whenever: yesterday and every day before says what it said, and the days of the change say
    /// the new thing.
    #[test]
    fn a_change_never_changes_a_day_before_it(
        from in proptest::option::of(some_day()),
        first in some_day(),
        asked in some_day(),
    ) {
        let today = day(TODAY);
        let row = input(1, InputKind::LinkWorker, Period::new(from, None));
        let wanted = says(InputKind::Embedded);
        let held = Period::new(Some(first), None);
        let Ok(change) = row.changed(&wanted, held, today) else { return Ok(()) };
        let new = |id| Input { id, team: TEAM, held, says: wanted.clone() };
        let rows = match change {
            Change::Corrected => vec![new(row.id)],
            Change::Followed { last_day } => {
                let before = Input { held: Period::new(from, Some(last_day)), ..row.clone() };
                vec![before, new(MentalHealthInputId(Uuid::from_u128(2)))]
            }
        };
        let kinds = |rows: &[Input]| -> Vec<InputKind> {
            links(rows, TEAM, asked).iter().map(|link| link.says.kind).collect()
        };
        if asked >= first {
            prop_assert_eq!(kinds(&rows), [InputKind::Embedded]);
        } else if asked < today || change != Change::Corrected {
            prop_assert_eq!(kinds(&rows), kinds(&[row]));
        }
    }
}
