//! The rules of confirming, each tried on both sides of its edge: who confirms, and on which day.

mod evidence; // what the evidence supports
mod signatures; // one signature or two

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

fn second(signer: Assessor) -> Countersigner {
    Countersigner { signer, signed_first: false, leads: false }
}

/// What came of a second signature.
fn signed(confirming: &Confirming<'_>, first: &Assessor, second: &Countersigner) -> String {
    code(confirming.countersigned(first, second).map(|()| Signatures::One))
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
