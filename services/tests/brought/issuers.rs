//! Trusted issuers: added and ended by administrators, one row for each key.

use crate::ground::{Ground, day, ground};
use crate::imports::with_grant;
use domain::codes::GrantKind;
use domain::issuers::AddIssuer;
use domain::policy::Scope;
use entities::{audit_entry, trusted_issuer};
use services::{Ctx, Error, issuers};

pub const FINGERPRINT: &str = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

pub fn eastern(fingerprint: &str) -> AddIssuer {
    AddIssuer::parse("Eastern Trust", "https://esteem.eastern.example", fingerprint).unwrap()
}

async fn administrator(ground: &Ground) -> Ctx {
    with_grant(ground, GrantKind::Administrator, Scope::Everywhere).await
}

#[tokio::test]
async fn a_new_key_of_a_known_issuer_is_a_row_of_its_own() {
    let ground = ground().await;
    let admin = administrator(&ground).await;
    let old = issuers::add(&admin, eastern(FINGERPRINT)).await.unwrap();
    let new = FINGERPRINT.replace('k', "A");
    issuers::add(&admin, eastern(&new)).await.unwrap();
    let again = issuers::add(&admin, eastern(FINGERPRINT)).await;
    assert!(
        matches!(&again, Err(Error::Refused(r)) if r.to_string().contains("on the list already")),
        "{again:?}"
    );

    issuers::end(&admin, old).await.unwrap();
    assert!(issuers::end(&admin, old).await.is_err(), "once");
    let listed = issuers::list(&admin).await.unwrap();
    let told: Vec<_> = listed.iter().map(|line| (&*line.fingerprint, line.ended.clone())).collect();
    let by = admin.actor.name().to_owned();
    assert_eq!(told, [(&*new, None), (FINGERPRINT, Some((day("2026-11-01"), by)))]);
    issuers::add(&admin, eastern(FINGERPRINT)).await.expect("an ended key can come back");
    assert_eq!(ground.all::<trusted_issuer::Entity>().await.len(), 3, "what ended stays");
    let acts: Vec<_> =
        ground.all::<audit_entry::Entity>().await.into_iter().map(|row| row.action).collect();
    assert_eq!(acts.iter().filter(|act| act.contains("trusted issuer")).count(), 4);
}

#[tokio::test]
async fn nobody_but_an_administrator_of_everything_says_who_is_trusted() {
    let ground = crate::imports::small_place::small_place().await;
    let scoped = ground.sign_in("E1", Some((GrantKind::Administrator, "P1"))).await;
    let lead = with_grant(&ground, GrantKind::WorkforceLead, Scope::Everywhere).await;
    for ctx in [ground.nobody(), scoped, lead] {
        assert!(issuers::list(&ctx).await.is_err(), "{}", ctx.actor.name());
        assert!(issuers::add(&ctx, eastern(FINGERPRINT)).await.is_err(), "{}", ctx.actor.name());
    }
    assert!(ground.all::<trusted_issuer::Entity>().await.is_empty());
}
