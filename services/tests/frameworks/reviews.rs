//! Comments on a draft, also by people who were invited without a grant.

use super::place::{FROM, copy, place};
use crate::ground::{TODAY, day};
use domain::frameworks::drafting::{Comment, InviteToComment};
use services::accounts::Token;
use services::change::Touches;
use services::frameworks;
use std::time::Duration;

fn invite(ends_on: &str) -> InviteToComment {
    InviteToComment { invited: "Carers' forum".into(), ends_on: day(ends_on) }
}

fn says(name: Option<&str>, about: &str, text: &str) -> Comment {
    Comment::parse(name, about, text).unwrap()
}

#[tokio::test]
async fn whoever_was_invited_reads_the_draft_and_comments_with_a_name() {
    let ground = place().await;
    let operator = ground.operator();
    copy(&operator).await;
    let token = frameworks::invite_to_comment(&operator, 2, &invite(TODAY)).await.unwrap();
    let guest = ground.nobody();
    let review = frameworks::review(&guest, &token).await.unwrap().unwrap();
    assert_eq!(review.domains.len(), 3);
    let comment = says(Some("Nadia"), "A-1", "Say whom it is about");
    frameworks::comment_as_guest(&guest, &token, &comment).await.unwrap();
    frameworks::comment(&operator, 2, &says(None, "", "To the board in December")).await.unwrap();
    let own = frameworks::review(&guest, &token).await.unwrap().unwrap().comments;
    assert_eq!(own.len(), 1, "a guest reads what came by the same link");
    let all = frameworks::comments(&operator, 2).await.unwrap();
    let told: Vec<_> = all.lines.iter().map(|line| (line.name.as_str(), line.by_guest)).collect();
    assert_eq!(told, [("operator", false), ("Nadia", true)]);
    assert_eq!(all.lines[1].about, Some(("A-1".to_owned(), "Asks".to_owned())));

    let id = all.lines[1].id;
    frameworks::resolve(&operator, id, true).await.unwrap();
    assert_eq!(frameworks::overview_of(&operator, 2).await.unwrap().open_comments, 1);
    frameworks::resolve(&operator, id, false).await.unwrap();
    assert_eq!(frameworks::overview_of(&operator, 2).await.unwrap().open_comments, 2);
}

#[tokio::test]
async fn a_link_ends_with_its_last_day_and_with_the_draft() {
    let ground = place().await;
    let operator = ground.operator();
    copy(&operator).await;
    let token = frameworks::invite_to_comment(&operator, 2, &invite(TODAY)).await.unwrap();
    let longer = frameworks::invite_to_comment(&operator, 2, &invite("2026-12-31")).await.unwrap();
    let mut tomorrow = ground.nobody();
    tomorrow.today = day("2026-11-02");
    assert_eq!(frameworks::review(&tomorrow, &token).await.unwrap(), None);
    let comment = says(Some("Nadia"), "", "Too late");
    assert!(frameworks::comment_as_guest(&tomorrow, &token, &comment).await.is_err());
    assert!(frameworks::review(&tomorrow, &longer).await.unwrap().is_some());
    frameworks::publish(&operator, 2, FROM).await.unwrap();
    assert_eq!(frameworks::review(&tomorrow, &longer).await.unwrap(), None);
    let guessed = Token::brought("guessed");
    assert_eq!(frameworks::review(&tomorrow, &guessed).await.unwrap(), None);
    let rows = ground.all::<entities::framework_invitation::Entity>().await;
    assert!(rows.iter().all(|row| row.token_hash != token.secret().as_bytes()));
}

#[tokio::test]
async fn whoever_knows_no_link_makes_nobody_wait_who_writes() {
    let ground = place().await;
    let operator = ground.operator();
    copy(&operator).await;
    // SQLite has one writer: a second change waits until this one ends.
    let change = operator.change(Touches::Nothing).await.unwrap();
    let (guest, guessed) = (ground.nobody(), Token::brought("guessed"));
    let comment = says(Some("Nadia"), "", "Let me in");
    let sent = frameworks::comment_as_guest(&guest, &guessed, &comment);
    let answered = tokio::time::timeout(Duration::from_secs(20), sent).await;
    let told = answered.expect("it waits for nobody").unwrap_err().to_string();
    assert!(told.contains("not valid any more"), "{told}");
    drop(change);
}
