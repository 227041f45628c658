//! A post is different from a day on, and what was before that day stays as it was.

use super::place::{AMINA, changing, is_not_found, nurse, practices, told};
use crate::ground::Ground;
use domain::codes::GrantKind::TeamManager;
use domain::ids::{PersonId, PostId};
use domain::people::forms::PostFields;
use entities::post_terms;
use services::Ctx;
use services::people::{change_post, person, post_form};

/// Amina's post with its line manager, as the form shows it.
async fn held(ground: &Ground) -> PostFields {
    PostFields { line_manager: ground.person("E4").await.to_string(), ..nurse() }
}

async fn with_manager(ground: &Ground) -> (Ctx, PersonId, PostId) {
    (ground.dan().await, ground.person(AMINA).await, ground.post(AMINA).await)
}

#[tokio::test]
async fn moving_to_another_team_today_leaves_every_figure_of_yesterday_alone() {
    let ground = practices().await;
    let (dan, amina, post) = with_manager(&ground).await;
    let (yesterday, today) =
        (ground.coverage("2026-10-31").await, ground.coverage("2026-11-01").await);
    let moved = PostFields { team: "T3".into(), ..held(&ground).await };
    let changed = change_post(&dan, amina, post, &changing(moved, "active", "2026-11-01")).await;
    assert_eq!(changed.unwrap().to_string(), "Amina Khan’s post changes on 1 November 2026");
    assert_eq!(ground.coverage("2026-10-31").await, yesterday);
    let now = ground.coverage("2026-11-01").await;
    assert!(today.contains("Practice 1 team") && !now.contains("Practice 1 team"));
    assert!(now.contains("Practice 1 wellbeing"));
    assert_eq!(ground.acts_on_posts().await, ["change post"]);
}

#[tokio::test]
async fn what_was_recorded_before_is_never_touched() {
    let ground = practices().await;
    let (dan, amina, post) = with_manager(&ground).await;
    let before = ground.all::<post_terms::Entity>().await;
    let fewer = PostFields { fte: "0.5".into(), ..held(&ground).await };
    change_post(&dan, amina, post, &changing(fewer, "active", "2026-12-01")).await.unwrap();
    let after = ground.all::<post_terms::Entity>().await;
    assert_eq!(after.len(), before.len() + 1);
    assert!(before.iter().all(|row| after.contains(row)));
}

#[tokio::test]
async fn a_planned_absence_stays_planned_when_something_else_changes() {
    let ground = practices().await;
    let (dan, amina, post) = with_manager(&ground).await;
    let held = held(&ground).await;
    let away = changing(held.clone(), "away", "2026-12-01");
    change_post(&dan, amina, post, &away).await.unwrap();
    let fewer = PostFields { fte: "0.5".into(), ..held };
    change_post(&dan, amina, post, &changing(fewer, "active", "2026-11-01")).await.unwrap();
    let seen = person(&dan, amina).await.unwrap().posts.remove(0).terms.unwrap();
    assert_eq!((seen.fte.to_string().as_str(), seen.status.label()), ("0.50", "Active"));
    let planned: Vec<_> = seen.planned.iter().map(|(day, what)| format!("{day} {what}")).collect();
    assert_eq!(planned, ["2026-12-01 Status: Away"]);
}

#[tokio::test]
async fn one_moves_people_only_between_teams_one_manages() {
    let ground = practices().await;
    let (amina, post) = (ground.person(AMINA).await, ground.post(AMINA).await);
    let of_one_team = ground.sign_in("E4", Some((TeamManager, "T1"))).await;
    for elsewhere in ["T2", "T3"] {
        let moved = PostFields { team: elsewhere.into(), ..held(&ground).await };
        let fields = changing(moved, "active", "2026-11-01");
        let errors = told(change_post(&of_one_team, amina, post, &fields).await);
        assert_eq!(errors.of("team"), Some("Choose a team from the list"), "{elsewhere}");
    }
    let finn = ground.finn().await;
    assert!(is_not_found(post_form(&finn, amina, post).await));
    let fields = changing(nurse(), "active", "2026-11-01");
    assert!(is_not_found(change_post(&finn, amina, post, &fields).await));
}

#[tokio::test]
async fn a_form_in_which_nothing_was_changed_records_nothing() {
    let ground = practices().await;
    let (dan, amina, post) = with_manager(&ground).await;
    let fields = changing(held(&ground).await, "active", "2026-11-01");
    let refused = change_post(&dan, amina, post, &fields).await.unwrap_err().to_string();
    assert!(refused.starts_with("Nothing is different"), "{refused}");
    let early = changing(held(&ground).await, "away", "2023-12-31");
    assert!(told(change_post(&dan, amina, post, &early).await).of("from").is_some());
    assert!(ground.acts_on_posts().await.is_empty());
}

#[tokio::test]
async fn the_form_offers_what_may_be_chosen_and_shows_how_it_stands() {
    let ground = practices().await;
    let (dan, amina, post) = with_manager(&ground).await;
    let form = post_form(&dan, amina, post).await.unwrap();
    let labels = |choices: &[domain::judgements::views::Choice]| {
        choices.iter().map(|choice| choice.label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(labels(&form.teams), ["Practice 1 team", "Practice 1 wellbeing"]);
    assert_eq!(labels(&form.line_managers), ["Reid, Dan"], "nobody manages themselves");
    let now = form.post.unwrap();
    assert_eq!(
        (now.team.as_str(), now.role.as_str(), now.title.as_str()),
        ("T1", "PN", "Practice nurse, Practice 1 team")
    );
}
