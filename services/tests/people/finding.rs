//! People are found by whoever may, and each sees as much of them as the table of permissions says.

use super::place::{AMINA, DAN, EVE, is_not_found, practices};
use domain::codes::GrantKind::{Assessor, WorkforceLead};
use domain::people::counting::Met;
use domain::people::views::PeopleList;
use domain::policy::Actor;
use domain::refusal::Refusal;
use entities::viewing;
use services::people;

fn names(list: &PeopleList) -> Vec<&str> {
    list.entries.iter().map(|line| line.name.as_str()).collect()
}

#[tokio::test]
async fn a_manager_finds_the_people_of_the_practice_and_nobody_else() {
    let ground = practices().await;
    let list = people::find(&ground.dan().await, "", 1).await.unwrap();
    assert_eq!(names(&list), ["Khan, Amina", "Reid, Dan"]);
    let amina = &list.entries[0];
    assert_eq!(amina.posts, [("Practice nurse".to_owned(), "Practice 1 team".to_owned())]);
    // Level 4 in RSK-1 meets the 3 that is asked; in EMG-1 she has only her own word.
    assert_eq!(amina.met, Some(Met { met: 1, asked: 2 }));
    let list = people::find(&ground.finn().await, "khan", 1).await.unwrap();
    assert!(list.entries.is_empty());
}

#[tokio::test]
async fn every_word_of_a_search_must_fit_the_name_or_the_team() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let searches = [
        ("KHAN", 1),
        ("Khan, Amina", 1),
        ("amina practice", 1),
        ("practice 1", 2),
        ("amina reid", 0),
    ];
    for (query, found) in searches {
        assert_eq!(people::find(&dan, query, 1).await.unwrap().total, found, "{query}");
    }
}

#[tokio::test]
async fn a_list_is_noted_once_with_its_query() {
    let ground = practices().await;
    people::find(&ground.dan().await, "Practice", 1).await.unwrap();
    let noted = ground.only::<viewing::Entity>().await;
    assert_eq!((noted.query.as_deref(), noted.person_id), (Some("people q=practice page=1"), None));
}

#[tokio::test]
async fn a_manager_reads_the_record_and_the_reading_is_noted() {
    let ground = practices().await;
    let (dan, amina) = (ground.dan().await, ground.person(AMINA).await);
    let seen = people::person(&dan, amina).await.unwrap();
    assert_eq!((seen.name.as_str(), seen.may_add_post), ("Amina Khan", true));
    assert_eq!(seen.numbers.unwrap().employee_number, "E1");
    assert!(seen.record.is_some() && seen.posts[0].may_manage);
    let terms = seen.posts[0].terms.as_ref().unwrap();
    assert_eq!(terms.line_manager.as_deref(), Some("Dan Reid"));
    assert_eq!(ground.only::<viewing::Entity>().await.person_id, Some(amina));
    let opened = people::competency(&dan, amina, "EMG-1").await.unwrap();
    assert_eq!((opened.person_name.as_str(), opened.detail.history.len()), ("Amina Khan", 1));
}

#[tokio::test]
async fn an_assessor_sees_name_role_and_team_and_no_more() {
    let ground = practices().await;
    let assessor = ground.sign_in(EVE, Some((Assessor, "T1"))).await;
    let list = people::find(&assessor, "khan", 1).await.unwrap();
    assert_eq!((names(&list), list.entries[0].met), (vec!["Khan, Amina"], None));
    let amina = ground.person(AMINA).await;
    let seen = people::person(&assessor, amina).await.unwrap();
    assert!(seen.record.is_none() && seen.numbers.is_none() && !seen.may_add_post);
    assert!(seen.posts.iter().all(|post| post.terms.is_none() && !post.may_manage));
    assert!(is_not_found(people::competency(&assessor, amina, "EMG-1").await));
}

#[tokio::test]
async fn whoever_is_outside_finds_nothing_and_is_told_no_more_than_that() {
    let ground = practices().await;
    let amina = ground.person(AMINA).await;
    assert!(is_not_found(people::person(&ground.finn().await, amina).await));
    // Practice 1 shares figures with grants from outside it, and no people.
    let lead = ground.sign_in(EVE, Some((WorkforceLead, "N1"))).await;
    assert!(is_not_found(people::person(&lead, amina).await));
    assert!(people::find(&lead, "", 1).await.unwrap().entries.is_empty());
    let colleague = ground.sign_in(AMINA, None).await;
    assert!(is_not_found(people::find(&colleague, "", 1).await));
    assert!(is_not_found(people::person(&colleague, ground.person(DAN).await).await));
    let nobody = ground.services.as_actor(Actor::Nobody);
    let refused = people::person(&nobody, amina).await.unwrap_err();
    assert!(matches!(refused, services::Error::Refused(Refusal::SignInFirst)));
}

#[tokio::test]
async fn everybody_may_open_their_own_page() {
    let ground = practices().await;
    let amina = ground.sign_in(AMINA, None).await;
    let own = people::person(&amina, ground.person(AMINA).await).await.unwrap();
    assert!(own.record.is_some() && !own.may_add_post && !own.posts[0].may_manage);
}
