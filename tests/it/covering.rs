//! Which teams are covered, from page to page: by whose rule, by whose help, and on whom it hangs.

use crate::practice::{practice, sign_in};
use http::StatusCode;
use tests::{Page, User};

const COVER: &str = "/coverage/cover?in=N1";

/// The lead adds a rule for Practice 1's team in risk: one person, of whatever profession.
async fn adds(lead: &mut User) -> Page {
    let page = lead.visit("/coverage/rules/add?team=T1").await;
    let wrong = [("item", "domain:RSK"), ("people", "a few")];
    let refused = lead.submit(&page, "add_cover_rule", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = "Enter how many people, as a whole number from 1 to 50";
    assert!(refused.says(told), "{}", refused.words());
    assert!(refused.html.contains("a few"), "what was typed stays");
    lead.submit(&refused, "add_cover_rule", &[("people", "1")]).await
}

/// Dan records that Ben comes to his team.
async fn ben_comes(dan: &mut User) {
    let page = dan.visit("/teams/T1/input/add").await;
    let answers = [
        ("kind", "link_worker"),
        ("from_person", "ben@staff.example"),
        ("case_discussions", "all"),
    ];
    let saved = dan.submit(&page, "add_input", &answers).await;
    assert!(saved.says("Ben Okoro"), "{}", saved.words());
}

#[tokio::test]
async fn a_team_that_lacks_what_it_requires_says_so_and_says_why() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let coverage = lead.visit("/coverage").await;
    assert!(coverage.says("0 of 1 that require anything here"), "{}", coverage.words());
    let cover = lead.visit(&coverage.links("Which teams are covered")[0]).await;
    assert_eq!(cover.text("h1"), "Cover of Network 1");
    assert!(cover.says("0 of 1 team is covered"), "{}", cover.words());
    assert_eq!(cover.all("tbody th"), ["Practice 1 team"], "nobody else requires anything");
    let figures = lead.visit(&cover.links("Coverage as at")[0]).await;
    assert_eq!(figures.text("h1"), "Coverage of Network 1");
    let ahead = lead.visit(&cover.links("Forecast")[0]).await;
    assert_eq!(ahead.text("h1"), "Forecast of Network 1");
    let then = lead.visit(&ahead.links("Which teams are covered on 31 January 2027")[0]).await;
    assert_eq!(then.text("h1"), "Cover of Network 1");
    assert!(then.path.contains("as_at=2027-01-31"), "{}", then.path);
    assert!(!figures.links("Cover rules").is_empty());
    let why = lead.visit(&cover.links("Not covered")[0]).await;
    assert_eq!(why.text("h1"), "Practice 1 team: cover in RSK");
    assert!(why.says("2 people at level 3 or above, from 2 professions"), "{}", why.words());
    assert!(why.says("Default rule"), "{}", why.words());
    assert!(why.says("3 people are at work in the team."), "{}", why.words());
    let back = lead.visit(&why.links("Forecast")[0]).await;
    assert_eq!(back.text("h1"), "Forecast of Practice 1 team");
    assert!(why.says("0 people") && why.says("2 more people needed"), "{}", why.words());
    assert!(why.says("2 more professions needed"), "{}", why.words());
    assert!(why.says("nobody is recorded as coming to this team"), "{}", why.words());
    let shaded = lead.visit("/coverage?in=N1&scope=team&show=capable_teams").await;
    assert!(shaded.says("0 of 1"), "{}", shaded.words());
    assert!(!shaded.links("0 of 1").is_empty(), "each leads to why");
}

#[tokio::test]
async fn a_lead_looks_at_the_teams_that_lack_cover_in_one_domain() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let lacking = lead.visit(&format!("{COVER}&only=not_covered&domain=EMG")).await;
    assert_eq!(lacking.text("h1"), "Cover of Network 1: EMG");
    assert_eq!(lacking.all("thead th"), ["Team", "EMG"]);
    assert_eq!(lacking.all("tbody th"), ["Practice 1 team"]);
    assert!(
        lacking.says("0 of 1 team is covered in EMG. 0 teams depend on one person in it."),
        "{}",
        lacking.words()
    );
    let hanging = lead.visit(&format!("{COVER}&only=one_person")).await;
    assert!(hanging.says("Of 1 team, 0 are shown"), "{}", hanging.words());
    assert!(hanging.says("No team is like that"), "{}", hanging.words());
    for unknown in ["domain=XYZ", "only=some", "setting=moon"] {
        let refused = lead.visit(&format!("{COVER}&{unknown}")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{unknown}");
    }
    for page in ["/coverage", "/coverage/forecast"] {
        let refused = lead.visit(&format!("{page}?in=N1&domain=XYZ")).await;
        assert!(refused.says("There is no domain with the code 'XYZ'"), "{}", refused.words());
    }
}

#[tokio::test]
async fn a_rule_and_somebody_who_comes_cover_a_team_and_it_hangs_on_them() {
    let esteem = practice().await;
    let (mut lead, mut dan) = (sign_in(&esteem, "lead").await, sign_in(&esteem, "dan").await);
    let none = lead.visit("/coverage/rules").await;
    assert!(none.says("Nobody has written a rule yet"), "{}", none.words());
    let by_default = "2 people at level 3 or above, from 2 professions";
    assert!(none.says(by_default), "{}", none.words());
    let list = adds(&mut lead).await;
    let one = "1 person at the highest level that the team requires, at most 4";
    assert!(list.says("Practice 1 team") && list.says(one), "{}", list.words());
    assert!(list.says("From 2 November 2026"), "{}", list.words());
    ben_comes(&mut dan).await;

    let cover = lead.visit(COVER).await;
    assert!(cover.says("By arrangement"), "{}", cover.words());
    assert!(cover.says("Depends on one person"), "{}", cover.words());
    let why = lead.visit(&cover.links("By arrangement")[0]).await;
    assert!(why.says("The rule for Practice 1 team"), "{}", why.words());
    assert!(why.says("1 of them by arrangement"), "{}", why.words());
    // The trust shares figures with her, and no people.
    let hidden = "1 person whose name you do not see, without whom it would not be covered";
    assert!(why.says(hidden) && !why.html.contains("Okoro"), "{}", why.words());
    let mut amina = sign_in(&esteem, "amina").await;
    for page in [COVER, "/coverage/cover/why?in=T1&item=RSK", "/coverage/rules"] {
        assert_eq!(amina.visit(page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
}

#[tokio::test]
async fn a_rule_is_changed_and_ended_by_whoever_leads_there_and_by_nobody_else() {
    let esteem = practice().await;
    let (mut lead, mut dan) = (sign_in(&esteem, "lead").await, sign_in(&esteem, "dan").await);
    let list = adds(&mut lead).await;
    ben_comes(&mut dan).await;
    let again = lead.visit("/coverage/rules/add?team=T1&item=domain:RSK").await;
    let twice = lead.submit(&again, "add_cover_rule", &[("people", "3")]).await;
    let told = "There is a rule for this already from 2 November 2026";
    assert!(twice.says(told), "{}", twice.words());
    let both = [("setting", "primary_care"), ("area", "N1"), ("people", "3")];
    let refused = lead.submit(&again, "add_cover_rule", &both).await;
    assert!(refused.says("not both"), "{}", refused.words());
    let unknown = lead.submit(&again, "add_cover_rule", &[("team", "XX"), ("people", "3")]).await;
    assert!(unknown.says("Choose a team from the list"), "{}", unknown.words());
    assert!(again.says("Practice 1 team (T1)") && !again.says("(T2)"), "hers: {}", again.words());
    let elsewhere = [("team", ""), ("setting", "primary_care"), ("area", "TH"), ("people", "3")];
    let refused = lead.submit(&again, "add_cover_rule", &elsewhere).await;
    assert!(refused.says("Choose an area from the list"), "not hers: {}", refused.words());

    let change = list.links("Change or end").remove(0);
    let page = lead.visit(&change).await;
    assert!(page.says("It has not begun before today"), "{}", page.words());
    let same = lead.submit(&page, "change_cover_rule", &[]).await;
    assert!(same.says("Nothing is different"), "{}", same.words());
    let list = lead.submit(&page, "change_cover_rule", &[("people", "2")]).await;
    assert!(list.says("2 people at the highest level"), "{}", list.words());
    let cover = lead.visit(COVER).await;
    assert!(!cover.says("By arrangement"), "{}", cover.words());
    let page = lead.visit(&change).await;
    let last = [("last_day-day", "2"), ("last_day-month", "11"), ("last_day-year", "2026")];
    let list = lead.submit(&page, "end_cover_rule", &last).await;
    assert!(list.says("On 2 November 2026 only"), "{}", list.words());
    // The page from before that knows nothing of it.
    let stale = lead.submit(&page, "change_cover_rule", &[("people", "4")]).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        stale.says("Somebody changed this rule after you opened this page"),
        "{}",
        stale.words()
    );
    let again = lead.visit(&change).await;
    assert!(again.says("This rule would never have applied"), "{}", again.words());
    let unsure = lead.submit(&again, "undo_cover_rule", &[]).await;
    assert!(unsure.says("Tick the box if this rule should never have applied"));
    let list = lead.submit(&again, "undo_cover_rule", &[("sure", "yes")]).await;
    assert!(list.says("Ended before it began on 2 November 2026"), "{}", list.words());

    // Dan reads the rules of his team, and keeps none.
    let seen = dan.visit("/coverage/rules").await;
    assert!(seen.says("Practice 1 team"), "{}", seen.words());
    assert!(seen.links("Change or end").is_empty() && seen.links("Add a cover rule").is_empty());
    for page in ["/coverage/rules/add", change.as_str()] {
        assert_eq!(dan.visit(page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    let fields = page.form("end_cover_rule");
    let answer = dan.post(&change, &fields).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.words());
}

#[tokio::test]
async fn who_comes_to_which_team_stands_beside_what_the_team_holds() {
    let esteem = practice().await;
    let (mut lead, mut dan) = (sign_in(&esteem, "lead").await, sign_in(&esteem, "dan").await);
    let coverage = lead.visit("/coverage").await;
    let nothing = lead.visit(&coverage.links("Mental health input")[0]).await;
    assert_eq!(nothing.text("h1"), "Mental health input of Network 1");
    let told = "0 of 2 teams have mental health input. No target is set for any of them.";
    assert!(nothing.says(told) && nothing.says("None recorded"), "{}", nothing.words());

    let page = dan.visit("/teams/T1/input/add").await;
    let answers = [
        ("kind", "link_worker"),
        ("from_person", "ben@staff.example"),
        ("target_wte", "half"),
        ("wte", "0.2"),
        ("case_discussions", "all"),
    ];
    let refused = dan.submit(&page, "add_input", &answers).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = "Enter the target in whole-time equivalents, as a number above 0 and at most 1.5";
    assert!(refused.says(told), "{}", refused.words());
    let saved = dan.submit(&refused, "add_input", &[("target_wte", "0.5")]).await;
    assert!(saved.says("Link worker, 0.20 of 0.50 WTE"), "{}", saved.words());

    let seen = lead.visit(&nothing.path).await;
    let told = "1 of 2 teams have mental health input. Against targets in whole-time equivalents: 0.30 short.";
    assert!(seen.says(told), "{}", seen.words());
    let rows = seen.all("tbody th > span:last-child");
    let parts = ["Network 1", "Mental health trust", "Practice 1"];
    assert_eq!(rows[..3], parts);
    assert_eq!(rows[3..], ["Community team", "Practice 1 team"], "the team with nothing first");
    // The practice shares figures with her, and no people.
    assert!(seen.says("Link worker, 0.20 of 0.50 WTE (name not open to you)"), "{}", seen.words());
    assert!(seen.says("0.0% (0 of 6)") && !seen.html.contains("Okoro"), "{}", seen.words());
    let why = lead.visit(&seen.links("Not covered")[0]).await;
    assert_eq!(why.text("h1"), "Practice 1 team: cover in RSK");
    let input = lead.visit(&seen.links("Practice 1 team")[0]).await;
    assert_eq!(input.text("h1"), "Practice 1 team: mental health input");
    let back = lead.visit(&input.links("beside the team’s coverage and cover")[0]).await;
    assert_eq!(back.text("h1"), "Mental health input of Practice 1 team");
    assert_eq!(back.all(".nhsuk-breadcrumb__list a"), ["Network 1"]);
    let before = lead.visit("/coverage/input?in=N1&as_at=2026-11-01").await;
    assert!(before.says("0 of 2 teams"), "{}", before.words());

    let own = dan.visit("/coverage/input?in=T1").await;
    assert!(own.says("Ben Okoro: Link worker, 0.20 of 0.50 WTE"), "{}", own.words());
    let mut amina = sign_in(&esteem, "amina").await;
    let answer = amina.visit("/coverage/input?in=T1").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    for page in ["/coverage/forecast?in=N1", "/coverage/cover?in=N1"] {
        let page = lead.visit(page).await;
        assert_eq!(page.links("Mental health input")[0], "/coverage/input?in=N1", "{}", page.path);
    }
}
