//! Booking for one's people: whose they are, who decides, what they are told, and what is left to them.

use super::place::{
    AMINA, BEN, CARA, DAN, EVE, beside, events, is_not_found, own_state, refused, says, scheduled,
    with_educator,
};
use crate::ground::Ground;
use domain::codes::GrantKind::{PracticeLead, TeamManager};
use domain::ids::SessionId;
use domain::outbox::{MailKind, Sender};
use domain::release::Minimum;
use domain::release::forms::KeepMinimum;
use domain::sessions::BookingState::{self, Booked, CancelledByPerson, Requested, Waitlisted};
use domain::sessions::forms::DescribeSession;
use entities::{account, mail};
use sea_orm::EntityTrait;
use sea_orm::prelude::Expr;
use services::outbox::{due, hand_over};
use services::{Ctx, release, sessions};

const SENDER: Sender<'static> =
    Sender { base_url: "https://esteem.example", address: "esteem@example.nhs.uk" };

/// A session for Network 1 with so many seats, and the manager of its team T1, who works elsewhere.
async fn with_manager(seats: u16) -> (Ground, SessionId, Ctx) {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &DescribeSession { capacity: seats, ..says("Safety plans") }).await;
    let manager = ground.sign_in(EVE, Some((TeamManager, "T1"))).await;
    (ground, id, manager)
}

async fn keeps_a_doctor(manager: &Ctx) {
    let minimum = Minimum { profession: "Medical".to_owned(), least: 1 };
    release::keep_minimum(manager, "T1", &KeepMinimum(minimum)).await.unwrap();
}

/// The states that people came to, in the order of their ids.
async fn book(ctx: &Ctx, ground: &Ground, id: SessionId, people: &[&str]) -> Vec<BookingState> {
    let mut ids = Vec::new();
    for number in people {
        ids.push(ground.person(number).await);
    }
    let answers = sessions::book_people(ctx, id, &ids).await.unwrap();
    answers.into_iter().map(|one| one.answer.unwrap()).collect()
}

#[tokio::test]
async fn only_those_whose_post_lies_within_reach_and_who_can_come_are_booked() {
    let (ground, id, manager) = with_manager(5).await;
    let page = sessions::people(&manager, id, "", 1).await.unwrap();
    let names: Vec<_> = page.people.entries.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Khan, Amina", "Okoro, Ben"]);
    // In two teams she comes from the one that Eve manages.
    assert_eq!(page.people.entries[0].team, "Practice 1 team");
    let found = sessions::people(&manager, id, "okoro", 1).await.unwrap();
    assert_eq!(found.people.total, 1);
    assert_eq!(beside(sessions::book_people(&manager, id, &[]).await), "people");
    let (cara, ben) = (ground.person(CARA).await, ground.person(BEN).await);
    assert!(is_not_found(sessions::book_people(&manager, id, &[ben, cara]).await), "not hers");
    let nobodys = ground.sign_in(AMINA, None).await;
    assert!(is_not_found(sessions::people(&nobodys, id, "", 1).await));
    assert!(is_not_found(sessions::book_people(&nobodys, id, &[ben]).await));
    assert!(events(&ground).await.is_empty());
    assert_eq!(book(&manager, &ground, id, &[BEN, BEN]).await, [Booked], "once");
    let booked = &sessions::people(&manager, id, "", 1).await.unwrap().booked[0];
    assert_eq!((booked.booked_by.as_deref(), booked.may_cancel), (Some("Eve Ali"), true));
}

#[tokio::test]
async fn booking_for_others_is_offered_to_whoever_has_people_that_could_come() {
    let (ground, id, manager) = with_manager(1).await;
    let elsewhere = ground.sign_in(DAN, Some((TeamManager, "T2"))).await;
    let nobodys = ground.sign_in(AMINA, None).await;
    let mut offered = Vec::new();
    for reader in [&manager, &elsewhere, &nobodys] {
        offered.push(sessions::session(reader, id).await.unwrap().may_book_for);
    }
    assert_eq!(offered, [true, false, false], "T2 lies in the other network");
    // Once all are booked, the page still says who is, and gives up what was booked for them.
    book(&manager, &ground, id, &[AMINA, BEN]).await;
    assert!(sessions::session(&manager, id).await.unwrap().may_book_for);
}

#[tokio::test]
async fn one_press_gives_out_no_more_seats_than_there_are() {
    let (ground, id, manager) = with_manager(1).await;
    let states = book(&manager, &ground, id, &[AMINA, BEN]).await;
    assert_eq!(states, [Booked, Waitlisted]);
    let numbers: Vec<_> = events(&ground).await.iter().map(|event| event.sequence).collect();
    assert_eq!(numbers, [1, 2], "in one order, without a gap");
    let by: Vec<_> = events(&ground).await.iter().map(|event| event.by_account_id).collect();
    assert_eq!(by, [manager.actor.account_id(); 2]);
}

#[tokio::test]
async fn where_too_few_stay_the_manager_decides_and_whoever_is_none_asks_them() {
    let (ground, id, manager) = with_manager(5).await;
    keeps_a_doctor(&manager).await;
    let lead = ground.sign_in(DAN, Some((PracticeLead, "T1"))).await;
    let note = |page: domain::sessions::people::PeoplePage| {
        let line = page.people.entries.into_iter().find(|line| line.name == "Okoro, Ben");
        line.unwrap().note.unwrap()
    };
    let told = note(sessions::people(&manager, id, "", 1).await.unwrap());
    assert!(
        told.contains("Fewer than 1 person in Medical") && told.contains("yours to decide"),
        "{told}"
    );
    let told = note(sessions::people(&lead, id, "", 1).await.unwrap());
    assert!(told.contains("waits for the team manager"), "{told}");
    assert_eq!(book(&lead, &ground, id, &[BEN]).await, [Requested]);
    let ben = ground.person(BEN).await;
    sessions::give_up_for(&lead, id, ben).await.unwrap();
    assert_eq!(book(&manager, &ground, id, &[BEN]).await, [Booked]);
}

#[tokio::test]
async fn what_somebody_booked_themselves_is_theirs_to_give_up() {
    let (ground, id, manager) = with_manager(5).await;
    let ben = ground.sign_in(BEN, None).await;
    let person = ben.actor.person().unwrap();
    assert!(refused(sessions::give_up_for(&manager, id, person).await).contains("no booking"));
    sessions::book(&ben, id, "T1", false).await.unwrap();
    assert!(refused(sessions::give_up_for(&manager, id, person).await).contains("themselves"));
    sessions::give_up(&ben, id).await.unwrap();
    // The booking after it is another.
    book(&manager, &ground, id, &[BEN]).await;
    let own = sessions::session(&ben, id).await.unwrap().own;
    assert_eq!(own.booked_by.as_deref(), Some("Eve Ali"));
    let stranger = ground.sign_in(DAN, Some((TeamManager, "T2"))).await;
    assert!(is_not_found(sessions::give_up_for(&stranger, id, person).await));
    sessions::give_up_for(&manager, id, person).await.unwrap();
    assert_eq!(own_state(&ben, id).await, Some(CancelledByPerson));
}

#[tokio::test]
async fn they_are_told_by_whom_they_were_booked_and_by_whom_it_was_given_up() {
    let (ground, id, manager) = with_manager(5).await;
    ground.sign_in(BEN, None).await;
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value("set"))
        .exec(ground.services.db.read())
        .await
        .unwrap();
    book(&manager, &ground, id, &[BEN]).await;
    assert!(letters(&ground).await[0].contains("Eve Ali booked it for you."));
    sessions::give_up_for(&manager, id, ground.person(BEN).await).await.unwrap();
    let letters = letters(&ground).await;
    assert!(letters.iter().any(|text| text.contains("Eve Ali has given up your place")));
    let kinds: Vec<_> = ground.all::<mail::Entity>().await.iter().map(|mail| mail.kind).collect();
    assert_eq!(kinds.len(), 2);
    assert!(kinds.contains(&MailKind::SeatBooked) && kinds.contains(&MailKind::SeatGivenUp));
}

/// The texts of all that waits, handed over.
async fn letters(ground: &Ground) -> Vec<String> {
    let operator = ground.operator();
    let mut texts = Vec::new();
    for one in due(&operator, 99).await.unwrap() {
        let letter = hand_over(&operator, one, SENDER).await.unwrap();
        texts.extend(letter.map(|letter| letter.words.text));
    }
    texts
}
