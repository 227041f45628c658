//! A post ends: from the day after, its holder no longer counts.

use super::place::{AMINA, is_not_found, nurse, practices, told};
use services::people::{add_post, end_post, person};

#[tokio::test]
async fn the_last_day_still_counts_and_the_day_after_does_not() {
    let ground = practices().await;
    let (dan, amina, post) =
        (ground.dan().await, ground.person(AMINA).await, ground.post(AMINA).await);
    let before = ground.coverage("2026-11-20").await;
    let ended = end_post(&dan, amina, post, "2026-11-20").await.unwrap();
    assert_eq!(ended.to_string(), "Amina Khan’s post ends on 20 November 2026");
    assert_eq!(ground.coverage("2026-11-20").await, before);
    let after = ground.coverage("2026-11-21").await;
    assert!(before.contains("Practice 1 team") && !after.contains("Practice 1 team"));
    assert_eq!(ground.acts_on_posts().await, ["end post"]);
}

#[tokio::test]
async fn ending_before_the_start_is_refused() {
    let ground = practices().await;
    let (dan, amina, post) =
        (ground.dan().await, ground.person(AMINA).await, ground.post(AMINA).await);
    let errors = told(end_post(&dan, amina, post, "2023-12-31").await);
    let message = "This post starts on 1 January 2024. Enter that day or a later one";
    assert_eq!(errors.of("last_day"), Some(message));
    assert!(told(end_post(&dan, amina, post, "31/02/2026").await).of("last_day").is_some());
    assert!(ground.acts_on_posts().await.is_empty());
}

#[tokio::test]
async fn a_last_day_can_be_put_right_and_taken_back_even_when_it_is_past() {
    let ground = practices().await;
    let (dan, amina, post) =
        (ground.dan().await, ground.person(AMINA).await, ground.post(AMINA).await);
    let untouched = ground.coverage("2026-11-01").await;
    end_post(&dan, amina, post, "2026-10-01").await.unwrap();
    assert!(person(&dan, amina).await.unwrap().posts[0].may_manage, "she is still theirs to mend");
    end_post(&dan, amina, post, "2026-10-15").await.unwrap();
    assert_ne!(ground.coverage("2026-11-01").await, untouched);
    end_post(&dan, amina, post, "").await.unwrap();
    assert_eq!(ground.coverage("2026-11-01").await, untouched);
    assert!(told(end_post(&dan, amina, post, "").await).of("last_day").is_some());
}

#[tokio::test]
async fn who_left_long_ago_is_nobodys_to_call_back() {
    let ground = practices().await;
    let (dan, amina, post) =
        (ground.dan().await, ground.person(AMINA).await, ground.post(AMINA).await);
    end_post(&dan, amina, post, "2026-08-02").await.unwrap();
    // 1 November is 91 days later.
    assert!(is_not_found(end_post(&dan, amina, post, "").await));
    assert!(is_not_found(person(&dan, amina).await));
    assert!(is_not_found(add_post(&dan, amina, &nurse(), "2026-11-01").await));
}

#[tokio::test]
async fn a_manager_of_another_practice_does_not_find_the_post() {
    let ground = practices().await;
    let (amina, post) = (ground.person(AMINA).await, ground.post(AMINA).await);
    let finn = ground.finn().await;
    assert!(is_not_found(end_post(&finn, amina, post, "2026-11-20").await));
    // Nor under the name of somebody of their own.
    let own = ground.person("E5").await;
    assert!(is_not_found(end_post(&finn, own, post, "2026-11-20").await));
    assert!(ground.acts_on_posts().await.is_empty());
}
