//! The rules of confirming, each tried on both sides of its edge.

use super::*;
use crate::codes::JudgementKind;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn holding(number: u8, made_on: &str, due_on: &str) -> Standing {
    Standing {
        confirmed: Confirmed::At {
            level: Level::try_from(number).unwrap(),
            kind: JudgementKind::Confirmed,
            made_on: day(made_on),
            due_on: day(due_on),
        },
        ..Standing::default()
    }
}

fn nurse() -> Assessor {
    Assessor {
        has_record: true,
        is_subject: false,
        in_reach: true,
        standing: holding(4, "2025-01-01", "2026-08-31"),
        founding: None,
        confirmed_by_subject_on: None,
    }
}

fn confirming(number: u8, evidence: &[Evidence]) -> Confirming<'_> {
    Confirming {
        level: Level::try_from(number).unwrap(),
        made_on: day("2026-06-01"),
        today: day("2026-06-01"),
        evidence,
        competency: "RSK-1",
        rare_event: false,
        refresh_months: 24,
        subject: Standing::default(),
    }
}

fn code(result: Result<(), Refusal>) -> String {
    match result {
        Ok(()) => "allowed".into(),
        Err(Refusal::Rule { code, .. }) => code,
        Err(other) => format!("{other:?}"),
    }
}

#[test]
fn nobody_confirms_themselves() {
    let assessor = Assessor { is_subject: true, ..nurse() };
    assert_eq!(code(confirming(3, &[Evidence::Observation]).by(&assessor)), "own-confirmation");
    // Whose account it is could be the subject's own second one.
    let nobody = Assessor { has_record: false, ..nurse() };
    let refused = confirming(3, &[Evidence::Observation]).by(&nobody);
    assert_eq!(code(refused), "assessor-without-record");
}

#[test]
fn a_person_out_of_reach_is_not_found() {
    let assessor = Assessor { in_reach: false, ..nurse() };
    let result = confirming(3, &[Evidence::Observation]).by(&assessor);
    assert!(matches!(result, Err(Refusal::NotFound(_))));
}

#[test]
fn an_assessor_holds_level_four_current_or_at_most_90_days_past_due() {
    let held =
        |number, due_on| Assessor { standing: holding(number, "2024-01-01", due_on), ..nurse() };
    let attempt = |assessor: &Assessor| code(confirming(2, &[Evidence::Observation]).by(assessor));
    // 90 days before 1 June 2026 is 3 March 2026.
    assert_eq!(attempt(&held(4, "2026-03-03")), "allowed");
    assert_eq!(attempt(&held(4, "2026-03-02")), "assessor-must-hold");
    assert_eq!(attempt(&held(3, "2027-01-01")), "assessor-must-hold");
    let revoked = Standing { confirmed: Confirmed::Revoked, ..Standing::default() };
    assert_eq!(attempt(&Assessor { standing: revoked, ..nurse() }), "assessor-must-hold");
}

#[test]
fn level_five_is_confirmed_by_a_holder_of_five() {
    let mut five = confirming(5, &[Evidence::Teaching]);
    five.subject = holding(4, "2025-06-01", "2027-06-01");
    assert_eq!(code(five.by(&nurse())), "assessor-must-hold");
    let leader = Assessor { standing: holding(5, "2025-01-01", "2027-01-01"), ..nurse() };
    assert_eq!(code(five.by(&leader)), "allowed");
}

#[test]
fn a_founding_assessor_need_not_hold_it_up_to_a_level_and_for_twelve_months() {
    let founding = |given_on| Assessor {
        standing: Standing::default(),
        founding: Some(Founding {
            highest: Level::PRACTISES_WITH_SUPPORT,
            given_on: day(given_on),
        }),
        ..nurse()
    };
    let observed = [Evidence::Observation];
    assert_eq!(code(confirming(3, &observed).by(&founding("2025-06-01"))), "allowed");
    assert_eq!(code(confirming(3, &observed).by(&founding("2025-05-31"))), "assessor-must-hold");
    assert_eq!(code(confirming(4, &observed).by(&founding("2026-01-01"))), "assessor-must-hold");
}

#[test]
fn mutual_confirmation_within_a_year_needs_somebody_else() {
    let told = |on| Assessor { confirmed_by_subject_on: Some(day(on)), ..nurse() };
    let observed = [Evidence::Observation];
    assert_eq!(code(confirming(3, &observed).by(&told("2025-06-01"))), "reciprocal-confirmation");
    assert_eq!(code(confirming(3, &observed).by(&told("2025-05-31"))), "allowed");
}

#[test]
fn the_best_piece_of_evidence_sets_the_ceiling() {
    // Straight from the list of section 3.
    let ceilings = [
        (Evidence::PriorLearning, 0),
        (Evidence::Reading, 1),
        (Evidence::Attendance, 1),
        (Evidence::Elearning, 1),
        (Evidence::ReflectiveAccount, 1),
        (Evidence::KnowledgeCheck, 2),
        (Evidence::CaseDiscussion, 2),
        (Evidence::Simulation, 3),
        (Evidence::MultiSourceFeedback, 3),
        (Evidence::Observation, 4),
        (Evidence::CaseRecordReview, 4),
    ];
    for (evidence, ceiling) in ceilings {
        for number in 1..=4 {
            let expected = if number <= ceiling { "allowed" } else { "above-evidence" };
            assert_eq!(
                code(confirming(number, &[evidence]).by(&nurse())),
                expected,
                "{evidence} {number}"
            );
        }
    }
    let both = [Evidence::Attendance, Evidence::Observation];
    assert_eq!(code(confirming(4, &both).by(&nurse())), "allowed");
    assert_eq!(code(confirming(1, &[]).by(&nurse())), "evidence-missing");
}

#[test]
fn the_refusal_says_which_evidence_would_do() {
    let refusal = confirming(4, &[Evidence::Simulation]).by(&nurse()).unwrap_err().to_string();
    assert!(refusal.contains("supports level 3 at most"), "{refusal}");
    assert!(refusal.contains("observation of practice"), "{refusal}");
}

#[test]
fn a_rare_event_accepts_a_simulation_for_four() {
    let mut rare = confirming(4, &[Evidence::Simulation]);
    rare.rare_event = true;
    assert_eq!(code(rare.by(&nurse())), "allowed");
}

#[test]
fn teaching_supports_five_only_on_top_of_a_current_four() {
    let leader = Assessor { standing: holding(5, "2025-01-01", "2027-01-01"), ..nurse() };
    let mut five = confirming(5, &[Evidence::Teaching]);
    assert_eq!(code(five.by(&leader)), "above-evidence");
    five.subject = holding(4, "2024-01-01", "2026-05-31");
    assert_eq!(code(five.by(&leader)), "above-evidence", "no longer current");
    five.subject = holding(4, "2025-01-01", "2026-06-01");
    assert_eq!(code(five.by(&leader)), "allowed");
}

#[test]
fn a_reaffirmation_may_rest_on_any_evidence() {
    let mut again = confirming(3, &[Evidence::Reading]);
    // Confirmed 31 January 2024; 24 months and 90 days later is 1 May 2026.
    again.subject = holding(3, "2024-01-31", "2026-01-31");
    assert_eq!(code(again.by(&nurse())), "above-evidence");
    again.subject = holding(3, "2024-03-03", "2026-03-03");
    assert_eq!(code(again.by(&nurse())), "allowed", "1 June 2026 is 90 days after 3 March 2026");
    again.level = Level::PRACTISES_INDEPENDENTLY;
    assert_eq!(code(again.by(&nurse())), "above-evidence", "never a higher level");
}

#[test]
fn only_an_observation_may_be_dated_back_and_by_28_days() {
    let mut observed = confirming(3, &[Evidence::Observation]);
    observed.made_on = day("2026-05-04");
    assert_eq!(code(observed.by(&nurse())), "allowed");
    observed.made_on = day("2026-05-03");
    assert_eq!(code(observed.by(&nurse())), "day-out-of-range");
    observed.made_on = day("2026-06-02");
    assert_eq!(code(observed.by(&nurse())), "day-out-of-range");
    let mut simulated = confirming(3, &[Evidence::Simulation]);
    simulated.made_on = day("2026-05-31");
    assert_eq!(code(simulated.by(&nurse())), "day-out-of-range");
}
