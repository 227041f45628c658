//! Each question is asked on one page, and answers are checked by the rule of the one form.

use super::*;
use crate::coverage::views::Heading;
use crate::patient_text::let_through;

fn form() -> SessionForm {
    let place = Heading { code: "N1".to_owned(), title: "Network 1".to_owned() };
    SessionForm {
        fields: SessionFields::default(),
        state: None,
        concerned: None,
        places: vec![place],
        everybody: false,
        templates: Vec::new(),
        stepwise: Stepwise::First,
    }
}

fn typed() -> SessionFields {
    let text = str::to_owned;
    SessionFields {
        title: text("Safety plans"),
        format: text("workshop"),
        day: text("7-Dec-2026"),
        time: text("13:30"),
        minutes: text("90"),
        held_for: text("N1"),
        venue: text("Room 2"),
        capacity: text("12"),
        invited_only: text("on"),
        ..SessionFields::default()
    }
}

fn kept(fields: &SessionFields, steps: &[Step]) -> Draft {
    let nothing_asked = LetThrough::default();
    steps.iter().fold(Draft::default(), |kept, step| step.put(kept, fields, &nothing_asked))
}

fn beside(plan: &Plan, step: Step) -> Vec<String> {
    let told = plan.check(step).err().unwrap_or_default();
    told.0.into_iter().map(|error| error.field).collect()
}

fn words(plan: &Plan, field: &str) -> String {
    plan.answers().into_iter().find(|answer| answer.field == field).unwrap().words
}

#[test]
fn every_field_of_a_session_is_asked_on_exactly_one_page() {
    let mut fields = SessionFields::default();
    for (name, _) in named(&mut fields) {
        let asking: Vec<_> = Step::ALL.iter().filter(|step| step.asks(name)).collect();
        assert_eq!(asking.len(), 1, "{name}: {asking:?}");
    }
    let asked: usize = Step::ALL.iter().map(|step| step.fields().len()).sum();
    assert_eq!(asked, named(&mut fields).len(), "and nothing else is asked");
    assert_eq!((Step::What.number(), Step::Seats.number()), (1, 5));
}

#[test]
fn a_page_keeps_its_own_answers_and_leaves_the_others_as_they_were() {
    let first = kept(&typed(), &[Step::What, Step::When]);
    let again = SessionFields { title: "Other".to_owned(), day: "x".to_owned(), ..typed() };
    let plan = Plan::of(form(), &Step::What.put(first, &again, &LetThrough::default()));
    let SessionFields { title, day, venue, .. } = &plan.form.fields;
    assert_eq!((title.as_str(), day.as_str()), ("Other", "2026-12-07"));
    assert_eq!(venue, "", "the page that asks it was not sent");
    assert_eq!((plan.answered.as_slice(), plan.unanswered()), (&Step::ALL[..2], Some(Step::Where)));
}

#[test]
fn the_id_of_the_draft_that_they_become_stays_with_the_answers() {
    let id = SessionId(uuid::Uuid::from_u128(7));
    let begun = Draft { answers: vec![(BECOMES.to_owned(), id.to_string())] };
    let all =
        Step::ALL.iter().fold(begun, |kept, step| step.put(kept, &typed(), &LetThrough::default()));
    assert_eq!(Plan::of(form(), &all).becomes, Some(id));
    assert_eq!(Plan::of(form(), &kept(&typed(), Step::ALL)).becomes, None);
}

#[test]
fn a_page_is_checked_for_what_it_asks_and_nothing_else() {
    let nothing = Plan::of(form(), &Draft::default());
    assert_eq!(beside(&nothing, Step::What), ["title", "format"]);
    assert_eq!(beside(&nothing, Step::When), ["day", "time", "minutes"]);
    assert_eq!(beside(&nothing, Step::Where), Vec::<String>::new());
    assert_eq!(beside(&nothing, Step::ForWhom), ["held_for"]);
    assert_eq!(beside(&nothing, Step::Seats), ["capacity"]);
    for place in ["N2", EVERYBODY] {
        let elsewhere = SessionFields { held_for: place.to_owned(), ..typed() };
        let plan = Plan::of(form(), &kept(&elsewhere, &[Step::ForWhom]));
        assert_eq!(beside(&plan, Step::ForWhom), ["held_for"], "{place} is not in the list");
    }
}

#[test]
fn booking_that_ends_after_the_session_is_told_whichever_page_came_last() {
    let late = SessionFields { booking_ends: "8 December 2026".to_owned(), ..typed() };
    let alone = Plan::of(form(), &kept(&late, &[Step::Seats]));
    assert_eq!(beside(&alone, Step::Seats), Vec::<String>::new(), "no day is known yet");
    let plan = Plan::of(form(), &kept(&late, Step::ALL));
    assert_eq!(beside(&plan, Step::Seats), ["booking_ends"]);
    assert_eq!(beside(&plan, Step::When), Vec::<String>::new());
    assert!(words(&plan, "booking_ends").contains("not after the session"));
}

#[test]
fn what_all_pages_ask_is_what_the_one_form_asks() {
    let plan = Plan::of(form(), &kept(&typed(), Step::ALL));
    assert_eq!((plan.unanswered(), plan.wrong()), (None, FieldErrors::default()));
    let fields = SessionFields { invited_only: String::new(), ..typed() };
    assert_eq!(DescribeSession::parse(&plan.form.fields), DescribeSession::parse(&fields));
}

#[test]
fn answers_are_checked_as_people_say_them() {
    let plan = Plan::of(form(), &kept(&typed(), &[Step::When, Step::ForWhom, Step::Seats]));
    assert_eq!(words(&plan, "title"), "Not answered yet");
    assert_eq!(words(&plan, "day"), "Monday 7 December 2026");
    assert_eq!(words(&plan, "time"), "1:30pm");
    assert_eq!(words(&plan, "minutes"), "1 hour 30 minutes");
    assert_eq!(words(&plan, "held_for"), "Network 1");
    assert_eq!(words(&plan, "invited_only"), "Everyone it is held for");
    assert_eq!(words(&plan, "booking_ends"), "Until it starts");
    assert_eq!(words(&plan, "booking_opens_time"), "Once it is scheduled");
    assert_eq!(words(&plan, "people_least"), "None");
}

#[test]
fn a_page_names_what_is_in_somebodys_own_words() {
    let typed = typed();
    assert_eq!(Step::What.texts(&typed), [("title", "Safety plans"), ("about", "")]);
    assert_eq!(Step::Where.texts(&typed), [("venue", "Room 2"), ("link", "")]);
    assert!(
        [Step::When, Step::ForWhom, Step::Seats].iter().all(|step| step.texts(&typed).is_empty())
    );
    let says = DescribeSession::parse(&typed).unwrap();
    let of_all: Vec<_> = Step::ALL.iter().flat_map(|step| step.texts(&typed)).collect();
    assert_eq!(of_all, says.texts(), "all that is looked through for patients");
}

#[test]
fn each_page_keeps_why_it_is_not_about_a_patient_until_it_is_saved_again() {
    let asked = |why: &str| {
        let today = "2026-11-01".parse().unwrap();
        let_through(&[("venue", "The surgery, E1 4NS")], why, today).unwrap()
    };
    let kept = Step::What.put(Draft::default(), &typed(), &asked("A poem"));
    let both = Step::Where.put(kept, &typed(), &asked("Our surgery"));
    assert_eq!(
        Step::ALL.iter().map(|step| step.reason(&both)).collect::<Vec<_>>(),
        ["A poem", "", "Our surgery", "", ""]
    );
    let other = Step::Where.put(both.clone(), &typed(), &asked("The other surgery"));
    assert_eq!(
        (Step::What.reason(&other), Step::Where.reason(&other)),
        ("A poem", "The other surgery")
    );
    let nothing = Step::Where.put(both, &typed(), &LetThrough::default());
    assert_eq!((Step::What.reason(&nothing), Step::Where.reason(&nothing)), ("A poem", ""));
    assert_eq!(Plan::of(form(), &nothing).form.fields.venue, "Room 2");
}
