//! The rules of confirming, each tried on both sides of its edge.

use super::*;
use crate::codes::JudgementKind;
use crate::standing::Signed;

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
        reaches: Reaches::AtWork,
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
        evidence_on: None,
        competency: "RSK-1",
        rare_event: false,
        subject: Standing::default(),
    }
}

fn code(result: Result<Signatures, Refusal>) -> String {
    match result {
        Ok(Signatures::One) => "allowed".into(),
        Ok(Signatures::Two(second)) => format!("{second:?}"),
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
    let assessor = Assessor { reaches: Reaches::Nothing, ..nurse() };
    let result = confirming(3, &[Evidence::Observation]).by(&assessor);
    assert!(matches!(result, Err(Refusal::NotFound(_))));
}

#[test]
fn nobody_is_confirmed_while_away_and_whoever_assesses_them_is_told_so() {
    let away = Assessor { reaches: Reaches::Away, ..nurse() };
    assert_eq!(code(confirming(3, &[Evidence::Observation]).by(&away)), "subject-away");
    let three = confirming(3, &[Evidence::Observation]);
    assert_eq!(signed(&three, &told("2025-06-01"), &second(away.clone())), "subject-away");
    let elsewhere =
        Assessor { reaches: Reaches::Nothing, standing: Standing::default(), ..nurse() };
    let lead = Countersigner { leads: true, ..second(elsewhere) };
    assert_eq!(signed(&three, &away, &lead), "subject-away", "not that the first lost their right");
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

fn five(evidence: &[Evidence]) -> Confirming<'_> {
    let subject = holding(4, "2025-06-01", "2027-06-01");
    Confirming { subject, ..confirming(5, evidence) }
}

#[test]
fn level_five_is_confirmed_by_one_holder_of_five_or_by_two_of_four() {
    let five = five(&[Evidence::Teaching]);
    let leader = |due_on| Assessor { standing: holding(5, "2024-01-01", due_on), ..nurse() };
    assert_eq!(code(five.by(&leader("2026-03-03"))), "allowed", "90 days past due");
    assert_eq!(code(five.by(&leader("2026-03-02"))), "assessor-must-hold");
    assert_eq!(code(five.by(&nurse())), "Assessor", "another holder of 4 must sign too");
    let three = Assessor { standing: holding(3, "2025-01-01", "2026-08-31"), ..nurse() };
    assert_eq!(code(five.by(&three)), "assessor-must-hold");
}

#[test]
fn what_waits_for_a_second_signature_is_not_signed_first_again() {
    let mut five = five(&[Evidence::Teaching]);
    let signed_on = day("2026-05-30");
    five.subject.signed = Some(Signed { sequence: 1, signed_on, level: five.level });
    assert_eq!(code(five.by(&nurse())), "signed-already");
    let leader = Assessor { standing: holding(5, "2025-01-01", "2027-01-01"), ..nurse() };
    assert_eq!(code(five.by(&leader)), "allowed", "their word is enough");
}

fn second(signer: Assessor) -> Countersigner {
    Countersigner { signer, signed_first: false, leads: false }
}

/// What came of a second signature.
fn signed(confirming: &Confirming<'_>, first: &Assessor, second: &Countersigner) -> String {
    code(confirming.countersigned(first, second).map(|()| Signatures::One))
}

#[test]
fn of_two_holders_of_four_the_second_is_another_person_and_not_the_subject() {
    let five = five(&[Evidence::Teaching]);
    let sign = |second: &Countersigner| signed(&five, &nurse(), second);
    assert_eq!(sign(&second(nurse())), "allowed");
    assert_eq!(sign(&Countersigner { signed_first: true, ..second(nurse()) }), "same-signature");
    let subject = Assessor { is_subject: true, ..nurse() };
    assert_eq!(sign(&second(subject)), "own-confirmation");
    let nobody = Assessor { has_record: false, ..nurse() };
    assert_eq!(sign(&second(nobody)), "assessor-without-record");
    let elsewhere = Assessor { reaches: Reaches::Nothing, ..nurse() };
    let not_found = five.countersigned(&nurse(), &second(elsewhere.clone()));
    assert!(matches!(not_found, Err(Refusal::NotFound(_))));
    let lead = Countersigner { leads: true, ..second(elsewhere) };
    assert_eq!(sign(&lead), "countersigned-by-assessor", "a lead is no holder of 4");
}

#[test]
fn both_who_sign_hold_four_on_the_day_of_the_second_signature() {
    let five = five(&[Evidence::Teaching]);
    let held =
        |number, due_on| Assessor { standing: holding(number, "2024-01-01", due_on), ..nurse() };
    let sign = |first: Assessor, other: Assessor| signed(&five, &first, &second(other));
    assert_eq!(sign(held(4, "2026-03-03"), held(4, "2026-03-03")), "allowed");
    assert_eq!(sign(nurse(), held(4, "2026-03-02")), "assessor-must-hold");
    assert_eq!(sign(nurse(), held(3, "2026-08-31")), "assessor-must-hold");
    assert_eq!(sign(held(4, "2026-03-02"), nurse()), "first-signature-lost");
    let subject = Assessor { is_subject: true, ..nurse() };
    assert_eq!(sign(subject, nurse()), "first-signature-lost");
    assert_eq!(
        sign(Assessor { reaches: Reaches::Nothing, ..nurse() }, nurse()),
        "first-signature-lost"
    );
}

#[test]
fn what_the_evidence_no_longer_supports_is_not_countersigned() {
    let mut five = five(&[Evidence::Teaching]);
    five.subject = holding(4, "2024-01-01", "2026-05-31");
    assert_eq!(
        signed(&five, &nurse(), &second(nurse())),
        "above-evidence",
        "no current 4 under it"
    );
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
    let (highest, given_on) = (Level::LEADS_AND_TEACHES, day("2026-01-01"));
    let up_to_five =
        Assessor { founding: Some(Founding { highest, given_on }), ..founding("2026-01-01") };
    assert_eq!(
        code(five(&[Evidence::Teaching]).by(&up_to_five)),
        "allowed",
        "alone, as a holder of 5"
    );
}

fn told(on: &str) -> Assessor {
    Assessor { confirmed_by_subject_on: Some(day(on)), ..nurse() }
}

#[test]
fn mutual_confirmation_within_365_days_is_countersigned() {
    let observed = [Evidence::Observation];
    assert_eq!(code(confirming(3, &observed).by(&told("2025-06-01"))), "AssessorOrLead");
    assert_eq!(code(confirming(3, &observed).by(&told("2025-05-31"))), "allowed");
}

#[test]
fn a_mutual_confirmation_is_countersigned_by_an_independent_assessor_or_a_workforce_lead() {
    let observed = [Evidence::Observation];
    let three = confirming(3, &observed);
    let sign = |second: &Countersigner| signed(&three, &told("2025-06-01"), second);
    assert_eq!(sign(&second(nurse())), "allowed");
    assert_eq!(sign(&second(told("2025-06-01"))), "reciprocal-confirmation", "mutual as well");
    assert_eq!(sign(&second(told("2025-05-31"))), "allowed");
    let lead = Assessor { reaches: Reaches::Nothing, standing: Standing::default(), ..nurse() };
    assert_eq!(sign(&Countersigner { leads: true, ..second(lead.clone()) }), "allowed");
    let not_found = three.countersigned(&told("2025-06-01"), &second(lead));
    assert!(matches!(not_found, Err(Refusal::NotFound(_))));
}

#[test]
fn a_mutual_level_five_of_two_holders_of_four_needs_an_assessor_and_no_lead() {
    let five = five(&[Evidence::Teaching]);
    assert_eq!(code(five.by(&told("2025-06-01"))), "Assessor");
    let lead = Assessor { reaches: Reaches::Nothing, standing: Standing::default(), ..nurse() };
    let lead = Countersigner { leads: true, ..second(lead) };
    assert_eq!(signed(&five, &told("2025-06-01"), &lead), "countersigned-by-assessor");
}

#[test]
fn a_lead_may_join_whatever_does_not_take_two_holders_of_four() {
    let observed = [Evidence::Observation];
    let three = confirming(3, &observed);
    assert!(three.lead_may_join(&told("2025-06-01")));
    assert!(three.lead_may_join(&told("2025-05-31")), "the year passed since it was signed first");
    let five = five(&[Evidence::Teaching]);
    let leader =
        Assessor { standing: holding(5, "2025-01-01", "2027-01-01"), ..told("2025-06-01") };
    assert!(five.lead_may_join(&leader), "mutual, by one holder of 5");
    assert!(!five.lead_may_join(&nurse()) && !five.lead_may_join(&told("2025-06-01")));
}

#[test]
fn who_holds_four_confirms_up_to_five_and_a_founding_assessor_up_to_the_level_of_the_grant() {
    let most = |assessor: &Assessor| {
        let level = confirms_up_to(assessor, day("2026-06-01"));
        assert_eq!(may_confirm(assessor, day("2026-06-01")), level.is_some());
        level.map(Level::number)
    };
    assert_eq!(most(&nurse()), Some(5), "with another holder of 4");
    let founding = |given_on| {
        let (highest, given_on) = (Level::PRACTISES_WITH_SUPPORT, day(given_on));
        Assessor { founding: Some(Founding { highest, given_on }), ..nurse() }
    };
    let holding_nothing = |assessor| Assessor { standing: Standing::default(), ..assessor };
    assert_eq!(most(&founding("2026-01-01")), Some(5), "what they hold counts more");
    assert_eq!(most(&holding_nothing(founding("2025-06-01"))), Some(3));
    assert_eq!(most(&holding_nothing(founding("2025-05-31"))), None, "over after 12 months");
    assert_eq!(most(&holding_nothing(nurse())), None);
    assert_eq!(most(&Assessor { reaches: Reaches::Away, ..nurse() }), None);
    assert_eq!(most(&Assessor { reaches: Reaches::Nothing, ..nurse() }), None);
    assert_eq!(most(&Assessor { is_subject: true, ..nurse() }), None);
    assert_eq!(most(&Assessor { has_record: false, ..nurse() }), None);
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

/// Seen on that day, of somebody who stands so.
fn seen(on: &str, subject: Standing) -> String {
    let observed =
        Confirming { made_on: day(on), subject, ..confirming(3, &[Evidence::Observation]) };
    code(observed.by(&nurse()))
}

#[test]
fn what_was_seen_before_the_level_was_taken_back_does_not_count_and_is_refused() {
    let revoked_on = Some(day("2026-05-20"));
    let revoked = Standing { confirmed: Confirmed::Revoked, revoked_on, ..Standing::default() };
    assert_eq!(seen("2026-05-19", revoked), "revoked-since");
    assert_eq!(seen("2026-05-20", revoked), "allowed", "of one day the later recorded counts");
    let refused = Confirming {
        made_on: day("2026-05-19"),
        subject: revoked,
        ..confirming(3, &[Evidence::Observation])
    };
    let sentence = refused.by(&nurse()).unwrap_err().to_string();
    assert!(sentence.contains("20 May 2026") && sentence.contains("Observe again"), "{sentence}");
    // Signed first on what was seen before: the second signature does not make it count either.
    let mut signed_before = confirming(3, &[Evidence::Observation]);
    (signed_before.subject, signed_before.evidence_on) = (revoked, Some(day("2026-05-19")));
    assert_eq!(signed(&signed_before, &nurse(), &second(nurse())), "revoked-since");
}

#[test]
fn what_was_seen_before_a_later_confirmation_does_not_count_and_is_refused() {
    assert_eq!(seen("2026-05-19", holding(2, "2026-05-20", "2028-05-20")), "confirmed-since");
    assert_eq!(seen("2026-05-20", holding(2, "2026-05-20", "2028-05-20")), "allowed");
}
