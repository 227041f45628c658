//! What the forms of people and posts accept, and every word of what they refuse.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn nadia() -> PersonFields {
    PersonFields {
        employee_number: " 20417 ".into(),
        first_name: "Nadia".into(),
        last_name: "Miah".into(),
        work_email: String::new(),
    }
}

fn post() -> PostFields {
    PostFields {
        team: "T-LIM".into(),
        role: "PN".into(),
        fte: "0.6".into(),
        category: "permanent".into(),
        line_manager: String::new(),
    }
}

fn change(status: &str, from: &str) -> Result<ChangePost, FieldErrors> {
    let fields = ChangeFields { post: post(), status: status.into(), from: from.into() };
    ChangePost::parse(&fields, held())
}

fn held() -> Period {
    Period::new(Some(day("2026-01-05")), Some(day("2026-12-31")))
}

#[test]
fn a_starter_needs_no_email_and_no_line_manager() {
    let starter = AddStarter::parse(&nadia(), &post(), "2026-05-04").unwrap();
    assert_eq!(starter.person.employee_number, "20417");
    assert_eq!((starter.person.work_email, starter.post.wanted.line_manager), (None, None));
    assert_eq!(starter.post.starts_on, day("2026-05-04"));
}

#[test]
fn every_fault_of_an_empty_form_is_told_in_the_order_of_the_form() {
    let errors = AddStarter::parse(&PersonFields::default(), &PostFields::default(), "");
    let errors = errors.unwrap_err();
    let fields: Vec<_> = errors.0.iter().map(|e| e.field.as_str()).collect();
    let person = ["employee_number", "first_name", "last_name"];
    assert_eq!(fields[..3], person);
    assert_eq!(fields[3..], ["team", "role", "fte", "category", "starts_on"]);
}

#[test]
fn addresses_and_hours_are_checked() {
    let person = PersonFields { work_email: "nadia at work".into(), ..nadia() };
    let post = PostFields { fte: "60%".into(), line_manager: "x".into(), ..post() };
    let errors = AddStarter::parse(&person, &post, "31/02/2026").unwrap_err();
    for field in ["work_email", "fte", "line_manager", "starts_on"] {
        assert!(errors.of(field).is_some(), "{field}");
    }
    let person = PersonFields { work_email: "Nadia.Miah@NHS.example ".into(), ..nadia() };
    let starter = AddStarter::parse(&person, &self::post(), "2026-05-04").unwrap();
    assert_eq!(starter.person.work_email.as_deref(), Some("nadia.miah@nhs.example"));
}

#[test]
fn a_change_lies_within_the_post() {
    assert_eq!(change("away", "2026-05-04").unwrap().status, PostStatus::Away);
    assert!(change("away", "2026-01-05").is_ok() && change("away", "2026-12-31").is_ok());
    let told = |from: &str| change("away", from).unwrap_err().of("from").unwrap().to_owned();
    assert_eq!(
        told("2026-01-04"),
        "This post starts on 5 January 2026. Enter that day or a later one"
    );
    assert_eq!(
        told("2027-01-01"),
        "This post ends on 31 December 2026. Enter that day or an earlier one"
    );
}

#[test]
fn nobody_is_made_a_leaver_by_a_status() {
    let errors = change("left", "2026-05-04").unwrap_err();
    assert_eq!(errors.of("status"), Some("To say that somebody left, end the post"));
    assert!(change("", "2026-05-04").unwrap_err().of("status").is_some());
}

#[test]
fn a_post_never_ends_before_it_starts() {
    let end = |last_day: &str| EndPost::parse(last_day, held());
    assert_eq!(end("2026-05-04").unwrap().last_day, Some(day("2026-05-04")));
    assert_eq!(end("2026-01-05").unwrap().last_day, Some(day("2026-01-05")), "one day is a post");
    let told = end("2026-01-04").unwrap_err();
    assert_eq!(
        told.of("last_day"),
        Some("This post starts on 5 January 2026. Enter that day or a later one")
    );
}

#[test]
fn a_last_day_can_be_taken_back_where_there_is_one() {
    assert_eq!(EndPost::parse("", held()).unwrap().last_day, None);
    assert!(EndPost::parse("", Period::ALWAYS).unwrap_err().of("last_day").is_some());
}
