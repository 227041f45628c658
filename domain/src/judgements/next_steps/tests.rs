//! The steps against what they are ranked by, and each situation against what would close it.

use super::*;
use crate::codes::JudgementKind::{Confirmed, Recognised, Requested, SelfAssessment, SentBack};
use crate::judgements::views::AskedLevel;
use crate::standing::{Event, standing};

const TODAY: &str = "2026-11-26";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What was said, oldest first.
type Said = (crate::codes::JudgementKind, u8, &'static str);

/// A kind of evidence and its day.
type Shown = (Evidence, &'static str);

fn line(code: &str, level: u8, critical: bool, said: &[Said]) -> RecordLine {
    let events = (1..).zip(said).map(|(sequence, (kind, level, on))| Event {
        competency: 0,
        kind: *kind,
        level: Level::try_from(*level).ok(),
        day: day(on),
        original: None,
        sequence,
    });
    let events: Vec<Event> = events.collect();
    let standing = standing(&events, 24, day(TODAY));
    let level = Level::try_from(level).unwrap();
    RecordLine {
        code: code.to_owned(),
        title: code.to_owned(),
        asked: Some(AskedLevel { level, critical }),
        asked_by: Vec::new(),
        status: Some(standing.status(level, day(TODAY))),
        standing,
    }
}

fn steps(lines: &[RecordLine], shown: &[(Evidence, NaiveDate)]) -> Vec<NextStep> {
    let gap = |line| Gap { line, rare_event: false, shown };
    next_steps(lines.iter().map(gap), day(TODAY))
}

/// The one step of one line.
fn closing(said: &[Said], shown: &[Shown]) -> Closing {
    let shown: Vec<_> = shown.iter().map(|(kind, on)| (*kind, day(on))).collect();
    steps(&[line("RSK-1", 3, false, said)], &shown).remove(0).closing
}

#[test]
fn critical_comes_before_expired_before_due_soon_before_the_larger_gap() {
    let expired: &[Said] = &[(Confirmed, 3, "2024-01-01")];
    let due_soon: &[Said] = &[(Confirmed, 3, "2024-12-01")];
    let lines = [
        line("SMALL", 3, false, &[(Confirmed, 2, "2026-01-01")]),
        line("LARGE", 3, false, &[(SelfAssessment, 1, "2026-01-01")]),
        line("SOON", 3, false, due_soon),
        line("EXPIRED", 3, false, expired),
        line("CRITICAL-SMALL", 2, true, &[(Confirmed, 1, "2026-01-01")]),
        line("CRITICAL-SOON", 3, true, due_soon),
        line("CRITICAL-EXPIRED", 3, true, expired),
        line("MET", 3, true, &[(Confirmed, 3, "2026-01-01")]),
        line("WAITS", 3, true, &[(Requested, 3, "2026-11-20")]),
        RecordLine { status: None, ..line("EXEMPT", 3, true, expired) },
    ];
    let steps = steps(&lines, &[]);
    let codes: Vec<_> = steps.iter().map(|step| step.code.as_str()).collect();
    let ranked = [
        "CRITICAL-EXPIRED",
        "CRITICAL-SOON",
        "CRITICAL-SMALL",
        "EXPIRED",
        "SOON",
        "LARGE",
        "SMALL",
        "WAITS",
    ];
    assert_eq!(codes, ranked);
}

#[test]
fn of_two_alike_the_order_of_the_framework_stands() {
    let lines = ["B", "A"].map(|code| line(code, 3, false, &[]));
    let steps = steps(&lines, &[]);
    assert_eq!(steps.iter().map(|step| step.code.as_str()).collect::<Vec<_>>(), ["B", "A"]);
}

#[test]
fn each_situation_has_what_would_close_it() {
    use Evidence::{Observation, Reading, Simulation};
    let own: Said = (SelfAssessment, 3, "2026-01-01");
    let asked: Said = (Requested, 3, "2026-11-01");
    let gather = Closing::Gather {
        kinds: vec![
            Simulation,
            Evidence::MultiSourceFeedback,
            Observation,
            Evidence::CaseRecordReview,
            Evidence::Teaching,
        ],
    };
    #[rustfmt::skip] // a table
    let table: [(&[Said], &[Shown], Closing); 9] = [
        (&[], &[(Observation, "2026-10-01")], Closing::AssessYourself),
        (&[own], &[], gather.clone()),
        (&[own], &[(Reading, "2026-10-01")], gather.clone()),
        (&[own], &[(Simulation, "2020-01-01"), (Reading, "2026-10-01"), (Observation, "2026-10-01")], Closing::AskWith { pieces: 2 }),
        // She says level 2 herself, and 3 is asked: what she has shows nothing yet.
        (&[(SelfAssessment, 2, "2026-01-01")], &[(Simulation, "2026-10-01")], gather.clone()),
        // Asked on 1 November: open until 29 November.
        (&[own, asked], &[], Closing::Wait { until: "2026-11-29".parse().unwrap() }),
        (&[own, (Requested, 3, "2026-10-01")], &[], Closing::AskOnceMore { sent_back: false }),
        (&[own, asked, (SentBack, 0, "2026-11-02")], &[], Closing::AskOnceMore { sent_back: true }),
        (&[(Recognised, 2, "2026-10-01")], &[(Observation, "2026-10-01")], Closing::AskWith { pieces: 1 }),
    ];
    for (said, shown, expected) in table {
        assert_eq!(closing(said, shown), expected, "{said:?} {shown:?}");
    }
}

#[test]
fn a_level_held_before_is_reaffirmed_on_anything_recent() {
    let held: &[Said] = &[(Confirmed, 3, "2024-11-01")];
    let reading = |on| closing(held, &[(Evidence::Reading, on)]);
    assert_eq!(reading("2025-11-26"), Closing::AskWith { pieces: 1 }, "of the last 12 months");
    assert!(matches!(reading("2025-11-25"), Closing::Gather { .. }));
    // 24 months and 90 days after 1 June 2024 were over on 30 August 2026.
    let long_ago: &[Said] = &[(Confirmed, 3, "2024-06-01")];
    let lapsed = closing(long_ago, &[(Evidence::Reading, "2026-11-01")]);
    assert!(matches!(lapsed, Closing::Gather { .. }));
}
