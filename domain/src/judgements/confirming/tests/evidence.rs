//! What the evidence of a confirmation supports, and of a reaffirmation.

use super::*;

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
    let leader = Assessor { standing: holding(5, "2025-01-01", "2027-01-01"), ..nurse() };
    for (evidence, _) in ceilings {
        for rare_event in [false, true] {
            let alone = [evidence];
            let five = Confirming { rare_event, ..five(&alone) };
            assert_eq!(code(five.by(&leader)), "above-evidence", "{evidence}: no 5");
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
    let said = |confirming: Confirming<'_>| confirming.by(&nurse()).unwrap_err().to_string();
    assert!(!refusal.contains("recorded debrief"), "it is no rare event");
    let rare = said(Confirming { rare_event: true, ..confirming(4, &[Evidence::CaseDiscussion]) });
    assert!(rare.contains("a simulation with a recorded debrief"), "{rare}");
    let five = said(confirming(5, &[Evidence::Observation]));
    assert!(
        five.ends_with("teaching or supervising others, on top of a current level 4."),
        "{five}"
    );
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
    five.subject = holding(3, "2025-01-01", "2026-06-01");
    assert_eq!(code(five.by(&leader)), "above-evidence", "a current 3 is not enough");
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
    // Taken over lately, but due by its original day.
    again.level = Level::PRACTISES_WITH_SUPPORT;
    again.subject = holding(3, "2026-02-01", "2026-03-02");
    assert_eq!(code(again.by(&nurse())), "above-evidence", "91 days after 2 March 2026");
}

#[test]
fn a_reaffirmation_rests_on_evidence_of_the_last_12_months() {
    let mut again = confirming(3, &[Evidence::Reading]);
    again.subject = holding(3, "2025-01-01", "2027-01-01");
    let mut from = |on| {
        again.evidence_on = Some(day(on));
        code(again.by(&nurse()))
    };
    assert_eq!(from("2025-06-01"), "allowed");
    assert_eq!(from("2025-05-31"), "evidence-too-old");
    assert_eq!(from("2026-06-02"), "evidence-too-old", "it has not happened yet");
}
