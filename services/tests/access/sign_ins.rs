//! Browsers that are signed in, and the passwords that sign them in.

use super::{BROWSER, PASSWORD, code_of, refusal};
use crate::ground::ground;
use chrono::TimeDelta;
use domain::policy::Actor;
use services::Ctx;
use services::accounts;

const EMAIL: &str = "amina.khan@staff.example";

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_told_in_the_same_words() {
    let ground = ground().await;
    let id = ground.account_of(EMAIL, &[]).await;
    let try_with = async |email: &str, password: &str| {
        refusal(accounts::sign_in(&ground.nobody(), email, password, BROWSER).await)
    };
    let wrong = try_with(EMAIL, "wrong horse battery").await;
    assert_eq!(wrong, try_with("nobody@staff.example", PASSWORD).await);
    assert_eq!(wrong, try_with("no address", PASSWORD).await);
    accounts::add(&ground.operator(), "invited@staff.example", None).await.unwrap();
    assert_eq!(wrong, try_with("invited@staff.example", PASSWORD).await, "no password yet");
    accounts::disable(&ground.operator(), id).await.unwrap();
    assert_eq!(wrong, try_with(EMAIL, PASSWORD).await, "disabled");
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_sign_in_of_the_account_and_no_other() {
    let ground = ground().await;
    ground.account_of(EMAIL, &[]).await;
    ground.account_of("ben.okoro@staff.example", &[]).await;
    let phone = ground.token_of(EMAIL).await;
    let desk = ground.token_of(&EMAIL.to_uppercase()).await;
    let other = ground.token_of("ben.okoro@staff.example").await;
    accounts::sign_out_everywhere(&ground.again(&desk).await).await.unwrap();
    for token in [&phone, &desk] {
        assert_eq!(ground.again(token).await.actor, Actor::Nobody);
    }
    assert_ne!(ground.again(&other).await.actor, Actor::Nobody);
    assert_eq!(ground.times_done("sign out everywhere").await, 1);
    assert_eq!(code_of(accounts::sign_out_everywhere(&ground.nobody()).await), "sign in");
}

#[tokio::test]
async fn my_account_tells_my_browsers_apart() {
    let ground = ground().await;
    let me = ground.visitor(EMAIL, &[]).await;
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Version/19.0 Safari/604.1";
    let this = accounts::sign_in(&ground.nobody(), EMAIL, PASSWORD, phone).await.unwrap();
    let mine = accounts::mine(&me, Some(&this)).await.unwrap();
    let mut shown: Vec<_> = mine.sign_ins.iter().map(|s| (s.browser.as_str(), s.is_this)).collect();
    shown.sort_unstable();
    assert_eq!(shown, [("Firefox on Linux", false), ("Safari on iPhone", true)]);
    accounts::sign_out(&me, &this).await.unwrap();
    assert_eq!(accounts::mine(&me, Some(&this)).await.unwrap().sign_ins.len(), 1);
    assert_eq!(code_of(accounts::mine(&ground.nobody(), None).await), "sign in");
}

#[tokio::test]
async fn a_password_is_changed_by_who_knows_it_and_other_browsers_are_signed_out() {
    let ground = ground().await;
    let me = ground.visitor(EMAIL, &[]).await;
    let other = ground.token_of(EMAIL).await;
    let new = "walnut harbour signal";
    let change = async |current: &str, password: &str, again: &str| {
        accounts::change_password(&me, current, password, again, BROWSER).await
    };
    assert_eq!(code_of(change("wrong horse battery", new, new).await), "current");
    assert_eq!(code_of(change(PASSWORD, "short", "short").await), "password");
    assert_eq!(ground.times_done("change password").await, 0);
    let token = change(PASSWORD, new, new).await.unwrap();
    assert_eq!(ground.again(&other).await.actor, Actor::Nobody);
    assert_ne!(ground.again(&token).await.actor, Actor::Nobody);
    assert_eq!(ground.times_done("change password").await, 1);
}

#[tokio::test]
async fn a_sign_in_ends_after_its_hours_and_is_noted_as_seen_until_then() {
    let ground = ground().await;
    ground.account_of(EMAIL, &[]).await;
    let token = ground.token_of(EMAIL).await;
    let after = |time| Ctx { now: ground.nobody().now + time, ..ground.nobody() };
    let hours = accounts::SIGN_IN_HOURS;
    let late = after(TimeDelta::hours(hours) + TimeDelta::minutes(1));
    assert_eq!(accounts::actor_of(&late, &token).await.unwrap(), Actor::Nobody);
    let soon = after(TimeDelta::hours(1));
    assert_ne!(accounts::actor_of(&soon, &token).await.unwrap(), Actor::Nobody);
    for _ in 0..100 {
        if ground.only::<entities::sign_in::Entity>().await.last_seen_at > ground.nobody().now {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("never noted as seen");
}
