//! A link shows a form as often as it is opened, and sets a password once.

use super::{BROWSER, PASSWORD, code_of};
use crate::ground::{Ground, ground};
use chrono::TimeDelta;
use domain::policy::Actor;
use entities::{account, invitation};
use services::Ctx;
use services::accounts::{self, Token};

const EMAIL: &str = "amina.khan@staff.example";

async fn invited(ground: &Ground) -> Token {
    let id = accounts::add(&ground.operator(), EMAIL, None).await.unwrap();
    accounts::invite(&ground.operator(), id).await.unwrap()
}

async fn accept(ctx: &Ctx, token: &Token) -> Result<Token, services::Error> {
    accounts::accept(ctx, token, PASSWORD, PASSWORD, BROWSER).await
}

#[tokio::test]
async fn looking_uses_nothing_up_and_setting_the_password_does() {
    let ground = ground().await;
    let token = invited(&ground).await;
    for _ in 0..3 {
        let shown = accounts::invitation(&ground.nobody(), &token).await.unwrap().unwrap();
        assert_eq!(shown.email, EMAIL);
    }
    assert!(ground.only::<invitation::Entity>().await.used_at.is_none());
    let sign_in = accept(&ground.nobody(), &token).await.unwrap();
    assert!(matches!(ground.again(&sign_in).await.actor, Actor::Account(a) if a.email == EMAIL));
    assert_eq!(accounts::invitation(&ground.nobody(), &token).await.unwrap(), None);
    assert_eq!(code_of(accept(&ground.nobody(), &token).await), "invitation-not-valid");
    let told = ground.all::<entities::audit_entry::Entity>().await;
    let taken_up = told.iter().find(|entry| entry.action == "accept invitation").unwrap();
    assert_eq!(taken_up.actor, EMAIL);
}

#[tokio::test]
async fn of_two_posts_at_once_one_succeeds() {
    let ground = ground().await;
    let token = invited(&ground).await;
    let (one, other) = (ground.nobody(), ground.nobody());
    let (first, second) = tokio::join!(accept(&one, &token), accept(&other, &token));
    assert_eq!(u8::from(first.is_ok()) + u8::from(second.is_ok()), 1);
    assert_eq!(ground.times_done("accept invitation").await, 1);
    let refused = if first.is_err() { first } else { second };
    assert_eq!(code_of(refused), "invitation-not-valid");
}

#[tokio::test]
async fn a_password_that_is_refused_uses_nothing_up() {
    let ground = ground().await;
    let token = invited(&ground).await;
    let short = accounts::accept(&ground.nobody(), &token, "short", "short", BROWSER).await;
    assert_eq!(code_of(short), "password");
    let twice = accounts::accept(&ground.nobody(), &token, PASSWORD, "other", BROWSER).await;
    assert_eq!(code_of(twice), "again");
    assert!(ground.only::<account::Entity>().await.password_hash.is_none());
    assert!(accept(&ground.nobody(), &token).await.is_ok());
}

#[tokio::test]
async fn after_seven_days_the_link_is_over() {
    let ground = ground().await;
    let token = invited(&ground).await;
    let after = |time| Ctx { now: ground.nobody().now + time, ..ground.nobody() };
    let (last, late) = (after(TimeDelta::hours(7 * 24 - 1)), after(TimeDelta::hours(7 * 24 + 1)));
    assert!(accounts::invitation(&last, &token).await.unwrap().is_some());
    assert_eq!(accounts::invitation(&late, &token).await.unwrap(), None);
    assert_eq!(code_of(accept(&late, &token).await), "invitation-not-valid");
    assert!(accept(&last, &token).await.is_ok());
}

#[tokio::test]
async fn a_new_link_ends_the_one_before_and_the_secret_is_nowhere_in_the_database() {
    let ground = ground().await;
    let first = invited(&ground).await;
    let second = invited(&ground).await;
    assert_eq!(ground.all::<account::Entity>().await.len(), 1);
    assert_eq!(accounts::invitation(&ground.nobody(), &first).await.unwrap(), None);
    assert!(accounts::invitation(&ground.nobody(), &second).await.unwrap().is_some());
    assert_eq!(second.secret().len(), 64, "256 bits");
    let stored = format!(
        "{:?}{:?}",
        ground.all::<invitation::Entity>().await,
        ground.all::<entities::audit_entry::Entity>().await
    );
    assert!(!stored.contains(second.secret()));
    assert_eq!(ground.times_done("invite").await, 2);
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_and_every_old_sign_in_ends() {
    let ground = ground().await;
    let id = ground.account_of(EMAIL, &[]).await;
    let before = ground.token_of(EMAIL).await;
    let token = accounts::invite(&ground.operator(), id).await.unwrap();
    let new = "walnut harbour signal";
    accounts::accept(&ground.nobody(), &token, new, new, BROWSER).await.unwrap();
    assert_eq!(ground.again(&before).await.actor, Actor::Nobody);
    let old = accounts::sign_in(&ground.nobody(), EMAIL, PASSWORD, BROWSER).await;
    assert_eq!(code_of(old), "wrong-sign-in");
    assert!(accounts::sign_in(&ground.nobody(), EMAIL, new, BROWSER).await.is_ok());
}
