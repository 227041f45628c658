//! Who is due, from the team's page to the home page of whoever was nudged.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use domain::imports::Kind;
use http::StatusCode;

#[tokio::test]
async fn a_manager_nudges_and_the_nurse_sees_it_until_she_assesses_herself() {
    let esteem = practice().await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let team = dan.visit("/teams/T1").await;
    let page = dan.visit(&team.links("Who is due")[0]).await;
    assert!(page.says("Critical gaps") && page.says("Nudge Khan, Amina"), "{}", page.words());
    assert!(!page.says("Nudge Reid, Dan"), "nobody nudges themselves");
    let nobody = dan.submit(&page, "nudge", &[]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.says("Choose at least one person"));

    let id = page.links("Khan, Amina")[0].rsplit('/').next().unwrap().to_owned();
    let done = dan.submit(&page, "nudge", &[("people[]", &id)]).await;
    assert!(done.says("1 person was nudged") && !done.says("Nudge Khan, Amina"));
    let words = "Dan Reid asked you on 2 November 2026 to look at what is due of you";
    assert!(amina.visit("/").await.says(words));
    let start = amina.visit("/my/start").await;
    amina.submit(&start, "assess_and_go_on", &[("level", "2")]).await;
    assert!(!amina.visit("/").await.says(words));
}

#[tokio::test]
async fn everyone_who_can_be_nudged_is_nudged_with_one_box_and_whoever_came_since_is_not() {
    let esteem = practice().await;
    let mut dan = sign_in(&esteem, "dan").await;
    let page = dan.visit("/teams/T1/due").await;
    assert!(page.says("Everyone on this page who can be nudged (2 people)"), "{}", page.words());
    let starter = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n\
                   E7,Nadia,Miah,T1,PN,1.00,A7,2026-11-02\n";
    bring(&esteem, Kind::Staff, starter).await;
    let done = dan.submit(&page, "nudge", &[("everyone", "yes")]).await;
    assert!(done.says("2 people were nudged"), "{}", done.words());
    assert!(done.says("Nudge Miah, Nadia") && !done.says("Nudge Khan, Amina"));
    assert!(!done.says("Everyone on this page"), "one box would do as well");
}

#[tokio::test]
async fn who_cannot_be_reached_by_email_is_named_and_what_is_wanted_by_email_is_chosen() {
    let esteem = practice().await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let page = dan.visit("/teams/T1/due").await;
    let id = |name| page.links(name)[0].rsplit('/').next().unwrap().to_owned();
    let (eve, hers) = (id("Ali, Eve"), id("Khan, Amina"));
    let mut both = page.form("nudge");
    both.extend([eve, hers].map(|id| ("people[]".to_owned(), id)));
    let done = dan.post(&page.path, &both).await;
    let done = dan.visit(&done.location.unwrap()).await;
    assert!(done.says("2 people were nudged. No email goes to Eve Ali"), "{}", done.words());

    let choice = amina.visit("/account/mail").await;
    let chosen = amina.submit(&choice, "choose_reminders", &[("nudges", "no")]).await;
    assert!(chosen.says("Saved what you get by email"), "{}", chosen.words());
    let kept = chosen.form("choose_reminders");
    assert!(kept.contains(&("nudges".to_owned(), "no".to_owned())), "{kept:?}");
}
