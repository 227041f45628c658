//! One more post of somebody who is known.

use super::place::{AMINA, EVE, is_not_found, nurse, practices, told};
use domain::people::forms::PostFields;
use services::people::{add_post, new_post_form, person};

#[tokio::test]
async fn a_second_post_stands_beside_the_first() {
    let ground = practices().await;
    let (dan, amina) = (ground.dan().await, ground.person(AMINA).await);
    let second = PostFields { team: "T3".into(), fte: "0.2".into(), ..nurse() };
    let yesterday = ground.coverage("2026-10-31").await;
    let added = add_post(&dan, amina, &second, "2026-11-01").await.unwrap();
    assert_eq!(added.to_string(), "Amina Khan’s post as Practice nurse starts on 1 November 2026");
    let teams: Vec<_> =
        person(&dan, amina).await.unwrap().posts.into_iter().map(|post| post.team.title).collect();
    assert_eq!(teams, ["Practice 1 team", "Practice 1 wellbeing"]);
    assert_eq!(ground.coverage("2026-10-31").await, yesterday);
    assert!(ground.coverage("2026-11-01").await.contains("Practice 1 wellbeing"));
    assert_eq!(ground.acts_on_posts().await, ["add post"]);
}

#[tokio::test]
async fn the_same_post_is_not_added_twice() {
    let ground = practices().await;
    let (dan, amina) = (ground.dan().await, ground.person(AMINA).await);
    let errors = told(add_post(&dan, amina, &nurse(), "2026-11-01").await);
    assert!(errors.of("role").unwrap().starts_with("They hold this role in this team already"));
}

#[tokio::test]
async fn nobody_gives_posts_to_people_they_do_not_see_or_in_teams_they_do_not_manage() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let eve = ground.person(EVE).await;
    assert!(is_not_found(new_post_form(&dan, eve).await));
    assert!(is_not_found(add_post(&dan, eve, &nurse(), "2026-11-01").await));
    let amina = ground.person(AMINA).await;
    let elsewhere = PostFields { team: "T2".into(), ..nurse() };
    assert!(told(add_post(&dan, amina, &elsewhere, "2026-11-01").await).of("team").is_some());
    assert!(is_not_found(new_post_form(&ground.sign_in(AMINA, None).await, amina).await));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_twice_at_once_makes_one_post() {
    let ground = practices().await;
    let (dan, amina) = (ground.dan().await, ground.person(AMINA).await);
    let second = PostFields { team: "T3".into(), ..nurse() };
    let send = || add_post(&dan, amina, &second, "2026-11-01");
    let ended = tokio::join!(send(), send(), send());
    let made = [ended.0, ended.1, ended.2].into_iter().flatten().count();
    assert_eq!(made, 1);
    assert_eq!(ground.acts_on_posts().await, ["add post"]);
}
