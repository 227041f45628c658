//! An educator finds a time for a draft, sees which gaps it would help to close, and uses it.

use crate::practice::{practice, sign_in};
use crate::sessions::{planned, scheduled};
use crate::small::bring;
use domain::codes::GrantKind;
use domain::imports::Kind;
use http::StatusCode;

#[tokio::test]
async fn the_best_time_lies_in_the_teams_protected_time_and_is_put_into_the_draft() {
    let esteem = practice().await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let release = dan.visit("/teams/T1/release").await;
    let wednesdays = [("weekday", "wednesday"), ("begins", "1pm"), ("ends", "5pm")];
    dan.submit(&release, "add_release_window", &wednesdays).await;
    let at = planned(&mut ben, "Safety plans", ("7", "12")).await;
    let draft = ben.visit(&at).await;
    let page = ben.visit(&draft.links("Find a time")[0]).await;
    assert!(page.says("No team is invited yet"), "{}", page.words());
    let teams = ben.visit(&format!("{at}/teams")).await;
    ben.submit(&teams, "invite_team", &[("team", "T1")]).await;
    // From 8 weeks after 2 November on; the first Wednesday is 30 December.
    let times = format!("{at}/times");
    let page = ben.visit(&times).await;
    assert!(page.says("1 team is invited, with 3 people in these days."), "{}", page.words());
    assert!(page.says("the search begins 8 weeks from today"), "{}", page.words());
    let nearer = ben.visit(&format!("{at}/times?from=2026-12-01")).await;
    assert!(nearer.says("These are times from Tuesday 1 December 2026"), "{}", nearer.words());
    assert!(!nearer.says("8 weeks"), "the first day was chosen");
    assert!(page.says("Wednesday 30 December 2026, 1pm to 2:30pm"), "{}", page.words());
    assert!(page.says("3 of 3, 3 in protected time"), "{}", page.words());
    assert!(page.says("Practice 1 team") && page.says("Free: Ben Okoro."), "{}", page.words());
    assert!(page.says("Ben Okoro. You have no protected time."), "{}", page.words());
    let wrong = ben.visit(&format!("{at}/times?from=2026-10-01")).await;
    assert!(wrong.says("Enter a first day that is today or ahead"), "{}", wrong.words());
    assert_eq!(amina.visit(&format!("{at}/times")).await.status, StatusCode::NOT_FOUND);

    // The first form is that of the best time.
    let moved = ben.submit(&page, "use_session_time", &[]).await;
    assert_eq!(moved.path, at);
    assert!(moved.says("Wednesday 30 December 2026, 1pm to 2:30pm"), "{}", moved.words());
    let change = ben.visit(&format!("{at}/change")).await;
    assert_eq!(change.links("Find a time"), [times.as_str()]);
    scheduled(&mut ben, &at).await;
    // Of a scheduled session the pages say how times are compared for it.
    for address in [at.clone(), format!("{at}/change"), times] {
        let page = ben.visit(&address).await;
        assert!(page.says("compares times for drafts only"), "{address}: {}", page.words());
        assert!(page.links("Find a time").is_empty(), "{address}");
        assert_eq!(page.links("change the time of this one"), [format!("{at}/change")]);
    }
    for address in ["/sessions", "/sessions/new?one_page=yes", "/sessions/plan/when"] {
        let page = ben.visit(address).await;
        assert!(page.says("“Find a time” on its page"), "{address}: {}", page.words());
    }
    let late = ben.submit(&page, "use_session_time", &[]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.says("This session is not a draft any more"), "{}", late.words());
}

#[tokio::test]
async fn gaps_are_counted_for_whoever_runs_sessions_and_few_are_not_told() {
    let esteem = practice().await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let at = planned(&mut ben, "Safety plans", ("7", "12")).await;
    let times = format!("{at}/times");
    let page = ben.visit(&times).await;
    assert!(!page.says("Gaps it would help to close"), "nobody is invited yet");
    let teams = ben.visit(&format!("{at}/teams")).await;
    ben.submit(&teams, "invite_team", &[("team", "T1")]).await;
    // Three nurses are asked RSK-1 at 3 and hold nothing; the session builds it at 2.
    let page = ben.visit(&times).await;
    assert!(page.says("Gaps it would help to close"), "{}", page.words());
    assert!(page.says("None of 5 people or more"), "{}", page.words());
    assert!(page.says("Of fewer than 5 people nothing is shown."), "{}", page.words());
    let nurse = |n: usize| format!("X{n},Nia,Ray,x{n}@staff.example,T1,PN,1.00\n");
    let staff = "employee_number,first_name,last_name,work_email,team_code,role_code,fte\n"
        .to_owned()
        + &(0..4).map(nurse).collect::<String>();
    bring(&esteem, Kind::Staff, &staff).await;
    let page = ben.visit(&times).await;
    assert!(page.says("RSK-1 Ask about risk: 7 people"), "{}", page.words());
    assert!(!page.says("Nia Ray"), "nobody is named");
    // A workforce lead runs the session too, and reads the figures of these teams.
    let page = sign_in(&esteem, "lead").await.visit(&times).await;
    assert!(page.says("RSK-1 Ask about risk: 7 people"), "{}", page.words());
}
