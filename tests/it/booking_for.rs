//! A practice manager books for her people: what stands in the way of each, several at one press, and what was booked cancelled.

use crate::practice::{practice, sign_in};
use crate::sessions::{planned, scheduled};
use domain::codes::GrantKind;
use http::StatusCode;
use tests::{Installation, Page, User};

/// Ben, who teaches in the network of Amina, Eve and Dan, and his session with so many seats; its address.
async fn with_seats(esteem: &Installation, seats: &str) -> (User, String) {
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let at = planned(&mut ben, "Safety plans", ("7", seats)).await;
    scheduled(&mut ben, &at).await;
    (ben, at)
}

/// The ids of people, by their first names.
async fn ids<const N: usize>(esteem: &Installation, names: [&str; N]) -> [String; N] {
    let facts = esteem.operator().facts().await.expect("facts");
    names.map(|name| {
        let person = facts.people.iter().find(|person| person.first_name == name);
        person.expect("them").id.to_string()
    })
}

/// Ticks these people and sends the form.
async fn books(user: &mut User, page: &Page, people: &[&String]) -> Page {
    let mut fields = page.form("book_people");
    fields.extend(people.iter().map(|id| ("people[]".to_owned(), (*id).clone())));
    let answer = user.post(&page.path, &fields).await;
    match answer.location.clone() {
        Some(next) => user.visit(&next).await,
        None => answer,
    }
}

#[tokio::test]
async fn a_manager_books_several_people_and_each_answer_is_told() {
    let esteem = practice().await;
    let (_ben, at) = with_seats(&esteem, "1").await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let mut eve = sign_in(&esteem, "eve").await;
    assert!(amina.visit(&at).await.links("Book for your people").is_empty());
    let session = dan.visit(&at).await;
    let page = dan.visit(&session.links("Book for your people")[0]).await;
    assert!(page.says("Book Khan, Amina") && page.says("Book Ali, Eve"), "{}", page.words());
    assert!(!page.says("Reid, Dan"), "nobody is their own: {}", page.words());
    assert!(!page.says("Hale, Finn"), "the other practice's: {}", page.words());
    let nobody = dan.submit(&page, "book_people", &[]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.says("Choose at least one person"), "{}", nobody.words());

    let [amina_id, eve_id, finn_id] = ids(&esteem, ["Amina", "Eve", "Finn"]).await;
    let stranger = books(&mut dan, &page, &[&finn_id]).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND, "{}", stranger.words());
    let done = books(&mut dan, &page, &[&amina_id, &eve_id]).await;
    assert!(done.says("1 person has a seat. 1 person is on the waiting list."), "{}", done.words());
    assert!(done.says("Nobody is left to book"), "{}", done.words());
    let twice = books(&mut dan, &page, &[&amina_id]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.says("Amina Khan: They"), "{}", twice.words());

    // Each sees who booked, and gives it up themselves.
    for user in [&mut amina, &mut eve] {
        let own = user.visit(&at).await;
        assert!(own.says("Dan Reid booked this for you."), "{}", own.words());
    }
    let own = amina.visit(&at).await;
    let given_up = amina.submit(&own, "give_up_seat", &[]).await;
    assert!(given_up.says("You have given up your place"), "{}", given_up.words());
}

#[tokio::test]
async fn what_stands_in_the_way_is_told_without_the_other_session() {
    let esteem = practice().await;
    let (mut ben, at) = with_seats(&esteem, "4").await;
    let other = planned(&mut ben, "Grief and loss", ("7", "4")).await;
    scheduled_by_another(&esteem, &other).await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let page = amina.visit(&other).await;
    let booked = amina.submit(&page, "book_seat", &[]).await;
    assert!(booked.says("You have a seat"), "{}", booked.words());
    let page = dan.visit(&format!("{at}/people")).await;
    assert!(page.says("Amina Khan is in another session then."), "{}", page.words());
    assert!(!page.says("Grief and loss") && !page.says("Book Khan, Amina"), "{}", page.words());
    assert!(page.says("Book Ali, Eve"), "{}", page.words());
    let [amina_id] = ids(&esteem, ["Amina"]).await;
    let refused = books(&mut dan, &page, &[&amina_id]).await;
    assert!(refused.says("Amina Khan: Amina Khan is in another session then."));
}

/// The draft goes ahead without Ben, who leads another at that time.
async fn scheduled_by_another(esteem: &Installation, at: &str) {
    let mut lead = sign_in(esteem, "lead").await;
    let page = lead.visit(&format!("{at}/leads")).await;
    let fields = page.form("remove_session_lead");
    let removed = lead.post(&page.path, &fields).await;
    assert!(removed.location.is_some(), "{}", removed.words());
    scheduled(&mut lead, at).await;
}

#[tokio::test]
async fn too_few_who_stay_are_the_managers_own_decision() {
    let esteem = practice().await;
    let (_ben, at) = with_seats(&esteem, "4").await;
    let mut dan = sign_in(&esteem, "dan").await;
    let release = dan.visit("/teams/T1/release").await;
    let keeps = [("profession", "Nursing and Midwifery Registered"), ("least", "3")];
    dan.submit(&release, "keep_minimum", &keeps).await;
    let page = dan.visit(&format!("{at}/people")).await;
    let told =
        "Fewer than 3 people in Nursing and Midwifery Registered would stay in Practice 1 team.";
    assert!(page.says(told) && page.says("That is yours to decide"), "{}", page.words());
    let [eve_id] = ids(&esteem, ["Eve"]).await;
    let done = books(&mut dan, &page, &[&eve_id]).await;
    assert!(done.says("1 person has a seat."), "no approval: {}", done.words());
}

#[tokio::test]
async fn a_manager_cancels_what_was_booked_for_somebody_and_not_what_they_booked() {
    let esteem = practice().await;
    let (_ben, at) = with_seats(&esteem, "4").await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let mut finn = sign_in(&esteem, "finn").await;
    let own = amina.visit(&at).await;
    amina.submit(&own, "book_seat", &[]).await;
    let page = dan.visit(&format!("{at}/people")).await;
    let [amina_id, eve_id] = ids(&esteem, ["Amina", "Eve"]).await;
    let page = books(&mut dan, &page, &[&eve_id]).await;
    assert!(page.says("Cancel the booking of Ali, Eve"), "{}", page.words());
    assert!(!page.says("Cancel the booking of Khan, Amina"), "{}", page.words());
    assert!(page.says("Theirs to give up"), "{}", page.words());
    let hers = dan.submit(&page, "give_up_for", &[("person", &amina_id)]).await;
    assert!(hers.says("They booked this themselves"), "{}", hers.words());
    let mut fields = page.form("give_up_for");
    fields.retain(|(name, _)| name != "form");
    let next_door = finn.post("/api/give_up_for", &fields).await;
    assert_eq!(next_door.status, StatusCode::NOT_FOUND, "{}", next_door.words());
    let cancelled = dan.submit(&page, "give_up_for", &[]).await;
    assert!(cancelled.says("Cancelled this booking"), "{}", cancelled.words());
    assert!(cancelled.says("Book Ali, Eve"), "{}", cancelled.words());
}
