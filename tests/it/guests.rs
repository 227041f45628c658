//! Guests of a session: they take a seat or wait like everybody, stand in its register, and are removed.

use crate::practice::{practice, sign_in};
use crate::sessions::{planned, scheduled};
use domain::codes::GrantKind;
use http::StatusCode;

const ADA: [(&str, &str); 4] = [
    ("name", "Ada"),
    ("organisation", "Mind"),
    ("profession", "*"),
    ("other_profession", "Peer support"),
];

#[tokio::test]
async fn a_guest_takes_the_last_seat_and_gives_way_to_who_waits_when_they_are_removed() {
    let esteem = practice().await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let at = planned(&mut ben, "Safety plans", ("7", "1")).await;
    let draft = ben.visit(&format!("{at}/guests")).await;
    assert!(draft.says("This session is a draft."), "{}", draft.words());
    scheduled(&mut ben, &at).await;
    let session = ben.visit(&at).await;
    let page = ben.visit(&session.links("Guests who are not on record here")[0]).await;
    assert!(page.says("No guests yet"), "{}", page.words());
    let nothing = ben.submit(&page, "add_guest", &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    for told in ["Enter their name", "Enter the organisation", "Choose their profession"] {
        assert!(nothing.says(told), "{}", nothing.words());
    }
    let number = [ADA[0], ADA[1], ADA[2], ("other_profession", "401 023 2137")];
    let refused = ben.submit(&nothing, "add_guest", &number).await;
    assert!(refused.says("Remove the NHS number"), "{}", refused.words());
    let added = ben.submit(&refused, "add_guest", &ADA).await;
    assert!(added.says("Ada has a seat") && added.says("Mind"), "{}", added.words());

    let mut amina = sign_in(&esteem, "amina").await;
    assert_eq!(amina.visit(&page.path).await.status, StatusCode::NOT_FOUND);
    let own = amina.visit(&at).await;
    let waits = amina.submit(&own, "book_seat", &[]).await;
    assert!(waits.says("You are number 1 on the waiting list."), "{}", waits.words());
    let second = [("name", "Joan"), ADA[1], ("profession", "Nursing and Midwifery Registered")];
    let second = ben.submit(&added, "add_guest", &second).await;
    assert!(second.says("No seat that Joan could take is free"), "{}", second.words());

    // The first form is Ada's. Amina has waited longer than Joan.
    let removed = ben.submit(&second, "remove_guest", &[]).await;
    assert!(removed.says("Removed from the guests"), "{}", removed.words());
    assert!(!removed.says("Ada") && removed.says("Joan"), "{}", removed.words());
    assert!(amina.visit(&at).await.says("A seat is offered to you until"));
    let twice = ben.submit(&second, "remove_guest", &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.words());
}

#[tokio::test]
async fn a_guest_with_a_seat_stands_in_the_register_of_the_day() {
    let esteem = practice().await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let at = planned(&mut ben, "Safety plans", ("7", "4")).await;
    scheduled(&mut ben, &at).await;
    let page = ben.visit(&format!("{at}/guests")).await;
    ben.submit(&page, "add_guest", &ADA).await;
    let session = ben.visit(&at).await;
    assert!(session.says("3 of 4 free") && session.says("Guest from Mind"), "{}", session.words());
    assert_eq!(session.links("Remove Ada on the page of guests"), [page.path.as_str()]);
    let day = esteem.beside_on("2026-12-07").await;
    let mut ben = ben.at(&day);
    let register = ben.visit(&format!("{at}/register")).await;
    assert!(register.says("Ada") && register.says("Mind, Peer support"), "{}", register.words());
    assert!(!register.says("Walked in"), "{}", register.words());
}
