//! What whoever books for others is told.

use super::*;
use uuid::Uuid;

fn answer(name: &str, answer: Result<BookingState, &str>) -> Answer {
    Answer { name: name.to_owned(), answer: answer.map_err(str::to_owned), too_few: None }
}

#[test]
fn what_became_of_each_is_told_in_numbers() {
    let all = [
        answer("Amina Khan", Ok(BookingState::Booked)),
        answer("Ben Okoro", Ok(BookingState::Booked)),
        answer("Cara Miah", Ok(BookingState::Waitlisted)),
        answer("Dan Reid", Ok(BookingState::Requested)),
        answer("Eve Ali", Err("Eve Ali is in another session then.")),
    ];
    let expected = "2 people have a seat. 1 person is on the waiting list. The team manager answers first for 1 person. \
                    1 person could not be booked: the list says why.";
    assert_eq!(told(&all), expected);
}

#[test]
fn where_nobody_could_be_booked_each_is_told_with_a_reason() {
    let leads = answer("Dan Reid", Err("They lead this session."));
    let refused = somebody(&[leads.clone(), answer("Eve Ali", Err("They wait."))]);
    let told = refused.unwrap_err().to_string();
    assert_eq!(told, "Dan Reid: They lead this session. Eve Ali: They wait.");
    assert!(somebody(&[leads, answer("Amina Khan", Ok(BookingState::Booked))]).is_ok());
}

#[test]
fn no_refusal_of_anothers_booking_speaks_to_the_asker() {
    let codes =
        ["already-booked", "already-offered", "already-requested", "already-waiting", "leads-it"];
    for code in codes {
        let told = of_another(&Refusal::rule(code, "You have a seat in this session."));
        assert!(!told.contains("You"), "{code}: {told}");
    }
    let clash = Refusal::rule("clash", "Eve Ali is in another session then.");
    assert_eq!(of_another(&clash), clash.to_string());
}

#[test]
fn too_few_who_stay_are_the_managers_own_decision_and_wait_for_them_otherwise() {
    let decides = too_few("Nursing", "Practice 1 team", 2, true);
    assert!(decides.contains("Fewer than 2 people in Nursing would stay in Practice 1 team."));
    assert!(decides.contains("yours to decide"), "{decides}");
    let waits = too_few("Nursing", "Practice 1 team", 2, false);
    assert!(waits.contains("waits for the team manager"), "{waits}");
}

#[test]
fn too_few_after_several_are_told_once_and_before_what_became_of_them() {
    let below = |profession: &str| Answer {
        too_few: Some(too_few(profession, "Practice 1 team", 3, true)),
        ..answer("Amina Khan", Ok(BookingState::Booked))
    };
    let fits = answer("Ben Okoro", Ok(BookingState::Booked));
    let one = "Fewer than 3 people in Nursing would stay in Practice 1 team. That is yours to decide: nobody is asked. \
               3 people have a seat.";
    assert_eq!(told(&[fits.clone(), below("Nursing"), below("Nursing")]), one);
    let two = told(&[fits, below("Nursing"), below("Medical")]);
    assert!(two.starts_with("In 2 cases fewer of a profession would stay"), "{two}");
}

#[test]
fn how_many_can_go_together_is_told_with_who_decides_about_more() {
    let decides = can_go("Nursing", "Practice 1 team", (3, 1), true);
    let first = "Practice 1 team keeps at least 3 of Nursing: 1 of them can go.";
    assert!(decides.starts_with(first) && decides.contains("yours to decide"), "{decides}");
    let waits = can_go("Nursing", "Practice 1 team", (3, 2), false);
    assert!(waits.contains("2 of them") && waits.contains("wait for the team manager"), "{waits}");
}

#[test]
fn as_many_people_are_booked_at_one_press_as_a_page_shows_and_each_once() {
    let people = |many: u128| -> Vec<PersonId> {
        (1..=many).map(|number| PersonId(Uuid::from_u128(number))).collect()
    };
    assert_eq!(ticked(&people(50)).unwrap().len(), 50);
    let twice = [people(50), people(2)].concat();
    assert_eq!(ticked(&twice).unwrap().len(), 50, "two were sent twice");
    let beside = |message: &str| FieldErrors::one("people", message);
    assert_eq!(ticked(&[]), Err(beside("Choose at least one person")));
    let too_many = beside("Choose at most 50 people, and book the others after them");
    assert_eq!(ticked(&people(51)), Err(too_many));
}
