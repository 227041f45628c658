//! Two processes on one database: each sees at its next request what the other one changed.

use crate::practice::{practice, sign_in};
use tests::installation::PASSWORD;

#[tokio::test]
async fn what_one_process_saves_the_other_shows_at_its_next_request() {
    let esteem = practice().await;
    let other = esteem.beside().await;
    let mut dan = sign_in(&esteem, "dan").await;
    let mut amina = sign_in(&esteem, "amina").await;
    let mut lead = sign_in(&esteem, "lead").await;
    let mut there = other.stranger();
    there.sign_in("lead@staff.example", PASSWORD).await;
    let path = "/coverage?in=T1&show=self_assessed";
    let before = there.visit(path).await.text("tbody");

    let page = amina.visit("/my/competencies/EMG-1").await;
    amina.submit(&page, "self_assess", &[("level", "4")]).await;
    let after = there.visit(path).await.text("tbody");
    assert_ne!(before, after, "a judgement");
    assert_eq!(after, lead.visit(path).await.text("tbody"), "both count the same");

    let people = dan.visit("/people").await;
    let eve = dan.visit(&people.links("Ali, Eve")[0]).await;
    let form = dan.visit(&eve.links("Change this post")[0]).await;
    dan.submit(&form, "change_post", &[("status", "away")]).await;
    let away = there.visit(path).await.text("tbody");
    assert_ne!(after, away, "an absence");

    let page = there.visit("/account").await;
    there.submit(&page, "sign_out_everywhere", &[]).await;
    assert!(lead.visit(path).await.path.starts_with("/sign-in"), "signed out in both");
}
