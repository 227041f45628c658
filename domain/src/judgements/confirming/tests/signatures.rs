//! One signature or two, and who may sign second.

use super::*;

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
