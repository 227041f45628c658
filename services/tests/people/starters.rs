//! Somebody new: made once, at the employer of the team, and only by whoever manages it.

use super::place::{AMINA, EVE, is_not_found, nurse, practices, told};
use domain::people::forms::{PersonFields, PostFields};
use entities::{organisation, person, post, post_terms};
use services::people::{add_starter, person as person_page, starter_form};

fn nadia() -> PersonFields {
    PersonFields {
        employee_number: "E9".into(),
        first_name: "Nadia".into(),
        last_name: "Miah".into(),
        work_email: "Nadia.Miah@staff.example".into(),
    }
}

#[tokio::test]
async fn a_starter_is_a_person_with_a_first_post() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let manager = ground.person("E4").await.to_string();
    let post = PostFields { fte: "0.6".into(), line_manager: manager, ..nurse() };
    let started = add_starter(&dan, &nadia(), &post, "2026-11-16").await.unwrap();
    assert_eq!(
        started.to_string(),
        "Nadia Miah’s post as Practice nurse starts on 16 November 2026"
    );

    let people = ground.all::<person::Entity>().await;
    let nadia = people.iter().find(|p| p.id == started.person).unwrap();
    let employers = ground.all::<organisation::Entity>().await;
    let employer = employers.iter().find(|o| Some(o.id) == nadia.employer_id).unwrap();
    assert_eq!((employer.code.as_str(), nadia.employee_number.as_str()), ("P1", "E9"));
    assert_eq!(nadia.work_email.as_deref(), Some("nadia.miah@staff.example"));
    let posts = ground.all::<post::Entity>().await;
    let first = posts.iter().find(|p| p.person_id == nadia.id).unwrap();
    assert_eq!(first.starts_on.unwrap().to_string(), "2026-11-16");
    let terms = ground.all::<post_terms::Entity>().await;
    let terms: Vec<_> = terms.iter().filter(|t| t.post_id == first.id).collect();
    assert_eq!((terms.len(), terms[0].holds_from), (1, None), "first terms hold from the start");
    assert_eq!(terms[0].recorded_by, "e4@staff.example");
    assert_eq!(ground.acts_on_posts().await, ["add person", "add post"]);
}

#[tokio::test]
async fn who_has_not_started_yet_is_known_to_those_who_manage_the_post() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let started = add_starter(&dan, &nadia(), &nurse(), "2026-11-16").await.unwrap();
    let seen = person_page(&dan, started.person).await.unwrap();
    assert!(seen.posts[0].may_manage && seen.record.is_none());
    assert!(is_not_found(person_page(&ground.finn().await, started.person).await));
}

#[tokio::test]
async fn an_employee_number_is_given_once() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let known = PersonFields { employee_number: " E1 ".into(), ..nadia() };
    let errors = told(add_starter(&dan, &known, &nurse(), "2026-11-16").await);
    let message = errors.of("employee_number").unwrap();
    assert!(message.contains("already in use at Practice 1") && !message.contains("Amina"));
    let offered = starter_form(&dan, "T1", &known).await.unwrap();
    assert_eq!(offered.known, Some((ground.person(AMINA).await, "Amina Khan".to_owned())));
    assert_eq!(starter_form(&dan, "T1", &PersonFields::default()).await.unwrap().known, None);
    // The same number at another employer is another person.
    let elsewhere = PersonFields { employee_number: "E5".into(), ..nadia() };
    add_starter(&dan, &elsewhere, &nurse(), "2026-11-16").await.unwrap();
    let twice = told(add_starter(&dan, &elsewhere, &nurse(), "2026-11-16").await);
    assert!(twice.of("employee_number").is_some() && twice.of("work_email").is_some());
}

#[tokio::test]
async fn an_address_of_somebody_out_of_sight_is_refused_without_a_name() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let taken = PersonFields { work_email: "FINN.COLE@staff.example".into(), ..nadia() };
    let errors = told(add_starter(&dan, &taken, &nurse(), "2026-11-16").await);
    assert!(!errors.of("work_email").unwrap().contains("Finn"));
    assert_eq!(starter_form(&dan, "T1", &taken).await.unwrap().known, None);
    let seen = PersonFields { work_email: "amina.khan@staff.example".into(), ..nadia() };
    let known = starter_form(&dan, "T1", &seen).await.unwrap().known;
    assert_eq!(known.map(|(id, _)| id), Some(ground.person(AMINA).await), "whatever its case");
}

#[tokio::test]
async fn a_starter_is_added_only_where_one_manages_and_only_what_is_offered() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let elsewhere = PostFields { team: "T2".into(), ..nurse() };
    assert!(is_not_found(add_starter(&dan, &nadia(), &elsewhere, "2026-11-16").await));
    assert!(is_not_found(starter_form(&dan, "T2", &PersonFields::default()).await));
    let nurse_herself = ground.sign_in(AMINA, None).await;
    assert!(is_not_found(add_starter(&nurse_herself, &nadia(), &nurse(), "2026-11-16").await));
    let manager = ground.person(EVE).await.to_string();
    let post = PostFields { role: "XX".into(), line_manager: manager, ..nurse() };
    let errors = told(add_starter(&dan, &nadia(), &post, "2026-11-16").await);
    assert!(errors.of("role").is_some() && errors.of("line_manager").is_some());
    let early = told(add_starter(&dan, &nadia(), &nurse(), "2009-01-01").await);
    assert_eq!(
        early.of("starts_on"),
        Some("Practice 1 team is not open on that day. Enter another day")
    );
    assert!(ground.acts_on_posts().await.is_empty());
}
