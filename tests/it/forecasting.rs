//! Coverage some days ahead, as a workforce lead looks at it: which team would worry her most, and why.

use crate::practice::{practice, sign_in};
use crate::sessions::{planned, scheduled};
use crate::small::bring;
use domain::codes::GrantKind;
use domain::imports::Kind;
use http::StatusCode;
use tests::{Installation, User};

/// Amina's and Eve's confirmations in emergencies: hers runs out on 1 December, Eve's in spring.
const CONFIRMED: &str = "employee_number,competency_code,kind,made_on,level,evidence\n\
     E1,EMG-1,confirmed,2025-12-01,2,simulation\nE3,EMG-1,confirmed,2026-04-20,2,simulation\n";

/// Amina asks for what she can do.
async fn asks(amina: &mut User) {
    let page = amina.visit("/my/competencies/RSK-2").await;
    let page = amina.submit(&page, "self_assess", &[("level", "2")]).await;
    let answers = [("level", "2"), ("evidence", "observation"), ("note", "On the ward")];
    let asked = amina.submit(&page, "ask_for_confirmation", &answers).await;
    assert!(asked.says("Your request was sent"), "{}", asked.words());
}

/// Ben teaches on 7 December what Eve is asked; she has a seat.
async fn is_booked(esteem: &Installation) {
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let at = planned(&mut ben, "Safety plans", ("7", "5")).await;
    let page = ben.visit(&format!("{at}/competencies")).await;
    let built = [("level[RSK-1]", "3"), ("level[RSK-2]", "2")];
    let built = ben.submit(&page, "set_session_outcomes", &built).await;
    assert!(built.says("Saved what this session builds"), "{}", built.words());
    scheduled(&mut ben, &at).await;
    let mut eve = sign_in(esteem, "eve").await;
    let page = eve.visit(&at).await;
    assert!(eve.submit(&page, "book_seat", &[]).await.says("You have a seat"));
}

#[tokio::test]
async fn a_lead_sees_which_team_falls_most_in_emergencies_and_why() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, CONFIRMED).await;
    asks(&mut sign_in(&esteem, "amina").await).await;
    is_booked(&esteem).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let coverage = lead.visit("/coverage?scope=team&show=critical_met").await;
    let page = lead.visit(&coverage.links("Forecast")[0]).await;
    assert_eq!(page.text("h1"), "Forecast of Network 1");
    assert!(page.path.contains("scope=team") && !page.path.contains("show="), "{}", page.path);
    assert!(page.says("90 days ahead"), "{}", page.words());
    assert!(page.says("from what is known on 2 November 2026 to 31 January 2027"));

    // Three nurses are asked three things each; two of these are met, one runs out; a request and a seat may make up for it: a
    // workshop shows 2, so nothing of RSK-1, which is asked at 3.
    let tables = "[role='table'] tbody tr";
    assert_eq!(page.all(tables).len(), 3 + 1, "of RSK nothing is met, so nothing falls");
    let whole = |part: &str| page.all(&format!("{tables}{part}"));
    let month = whole(":nth-child(1) td > span:last-child");
    assert_eq!(month[..3], ["22.2% (2 of 9)", "11.1% (1 of 9)", "22.2% (2 of 9)"]);
    let quarter = whole(":nth-child(2) td > span:last-child");
    assert_eq!(quarter[..3], ["22.2% (2 of 9)", "11.1% (1 of 9)", "33.3% (3 of 9)"]);
    let causes = [
        "1 confirmation runs out",
        "1 request is open, which would meet 1 requirement more",
        "1 seat is booked or offered, which would meet 1 requirement more",
    ];
    assert_eq!(whole(":nth-child(2) li"), causes);
    assert_eq!(whole(":nth-child(3) li")[0], "2 confirmations run out");

    let fall = page.all("[role='table'] td a, [role='table'] td .nhsuk-body-s");
    let told = ["Practice 1 team", "1 of 3 requirements met, falls from 67% today"];
    assert_eq!(fall, told);
    let cells = page.all(".heatmap td");
    for shown in ["0–33%, 0 to 2 of 6 requirements met", "33% ↓, 1 of 3 requirements met"] {
        assert!(cells.iter().any(|cell| cell.starts_with(shown)), "{cells:?}");
    }

    // First among those that lack cover already, then where it falls.
    let falling = page.links("Practice 1 team").into_iter().find(|to| to.contains("domain=EMG"));
    let team = lead.visit(&falling.expect("a way to what falls")).await;
    assert_eq!(team.text("h1"), "Forecast of Practice 1 team: EMG");
    assert!(team.says("1 confirmation runs out"), "{}", team.words());
    assert_eq!(
        team.all(".nhsuk-breadcrumb__list a"),
        ["Network 1", "All domains of Practice 1 team"]
    );
    let people = lead.visit(&team.links("33%")[0]).await;
    assert!(people.path.contains("as_at=2027-01-31"), "{}", people.path);
    assert_eq!(people.status, StatusCode::OK);
    let figures = lead.visit(&team.links("Coverage as at")[0]).await;
    assert_eq!(figures.text("h1"), "Coverage of Practice 1 team: EMG");
}

/// Two are asked of Practice 1's team in emergencies, whatever their professions: Amina and Eve.
async fn two_are_asked(lead: &mut User) {
    let page = lead.visit("/coverage/rules/add?team=T1&item=domain:EMG").await;
    let list = lead.submit(&page, "add_cover_rule", &[("people", "2")]).await;
    assert!(list.says("2 people at the highest level"), "{}", list.words());
}

#[tokio::test]
async fn lost_cover_comes_first_with_whose_confirmation_runs_out() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, CONFIRMED).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let before = lead.visit("/coverage/forecast?in=N1&domain=EMG").await;
    assert!(before.says("Within 90 days no team loses its cover"), "{}", before.words());
    assert!(before.says("1 team lacks cover in EMG today already"), "{}", before.words());
    assert!(before.says("No team loses cover by 31 January 2027."), "{}", before.words());
    assert_eq!(before.links("1 team is not covered today"), ["#not-covered"]);
    assert_eq!(before.all("h2#not-covered"), ["Not covered today"]);
    // Two of three are confirmed; two professions are asked by default, and there is one.
    let lacking = before.all("table:not([role]) tbody td");
    assert!(lacking[0].starts_with("EMG") && lacking[1] == "66.7% (2 of 3)", "{lacking:?}");
    let why = lead.visit(&before.links("why Practice 1 team is not covered")[0]).await;
    assert!(why.path.contains("as_at=2026-11-02"), "{}", why.path);
    let all = lead.visit(&before.links("Every team that is not covered today")[0]).await;
    assert_eq!(all.text("h1"), "Cover of Network 1: EMG");
    assert!(all.path.contains("only=not_covered"), "{}", all.path);
    two_are_asked(&mut lead).await;
    let page = lead.visit("/coverage/forecast?in=N1&domain=EMG").await;
    assert!(page.links("Every team that is not covered").is_empty(), "there is none");
    let told = "Within 90 days cover is lost in 1 team, if nothing more is confirmed";
    assert!(page.says(told) && page.says("Cover is lost"), "{}", page.words());
    // Above everything: two of three are met today, and Eve's alone then.
    let lost = page.all(".nhsuk-inset-text p");
    assert_eq!(
        lost[..2],
        [
            "1 team loses cover by 31 January 2027: Practice 1 team, from 67% to 33%.",
            "No team lacks cover today."
        ]
    );
    assert_eq!(page.links("1 team loses cover"), ["#lost-cover"]);
    assert_eq!(page.all("h2#lost-cover"), ["Will lose cover"]);
    // The practice shares figures with her, and no people.
    let hidden =
        "once 1 person whose name you do not see counts no more: EMG-1 Act in an emergency";
    assert!(page.says(hidden) && !page.html.contains("Khan"), "{}", page.words());
    assert!(page.says("1 more person needed at level"), "two are asked, and one is left");
    // Two are asked, and two hold it today: without either it would be lost.
    assert!(
        page.says("Would be lost if any one of 2 people left: EMG-1 Act in an emergency"),
        "{}",
        page.words()
    );
    assert!(!page.says("Depends on one person"), "{}", page.words());
    let team = lead.visit(&page.links("Practice 1 team")[0]).await;
    assert_eq!(team.text("h1"), "Forecast of Practice 1 team: EMG");
    let [today, then] = <[String; 2]>::try_from(page.links("Who holds it")).expect("two days");
    assert!(today.contains("as_at=2026-11-02"), "{today}");
    let why = lead.visit(&then).await;
    assert_eq!(why.text("h1"), "Practice 1 team: cover in EMG");
    let now = lead.visit(&why.links("The same today")[0]).await;
    assert!(now.says("As at 2 November 2026"), "{}", now.words());
    assert!(why.path.contains("as_at=2027-01-31") && why.says("Not covered"), "{}", why.words());
    let mut dan = sign_in(&esteem, "dan").await;
    let seen = dan.visit("/coverage/forecast?in=T1").await;
    let named = "once Amina Khan’s confirmation runs out after 1 December 2026: EMG-1";
    assert!(seen.says(named), "{}", seen.words());
    let holds = dan.visit("/coverage/cover/why?in=T1&item=EMG").await;
    assert!(holds.says("until 1 December 2026"), "{}", holds.words());
    let earlier = dan.visit("/coverage/forecast?in=T1&days=180").await;
    assert!(
        earlier.says("confirmation runs out after 20 April 2027"),
        "both have run out: {}",
        earlier.words()
    );
}

#[tokio::test]
async fn the_address_says_how_far_and_from_when_it_looks() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, CONFIRMED).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let page = lead.visit("/coverage/forecast?in=N1&days=30").await;
    assert!(page.says("30 days ahead") && page.says("to 2 December 2026"), "{}", page.words());
    let further = lead.visit(&page.links("180 days")[0]).await;
    assert!(further.says("180 days ahead"), "{}", further.words());
    assert!(further.path.contains("days=180"), "{}", further.path);
    let earlier = lead.visit("/coverage/forecast?in=N1&as_at=2026-05-04").await;
    assert!(earlier.says("to 2 August 2026"), "{}", earlier.words());
    assert!(earlier.says("looks ahead from a day that is over"), "{}", earlier.words());
    assert!(earlier.says("Not covered on 4 May 2026"), "{}", earlier.words());
    assert!(
        !earlier.all("th").iter().any(|title| title.contains("Today")),
        "{:?}",
        earlier.all("th")
    );
    // Of a day to come nothing is known: its figures lead to the forecast from today.
    let ahead = lead.visit("/coverage/forecast?in=N1&as_at=2026-12-24").await;
    assert_eq!(ahead.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(ahead.says("Enter today’s date or an earlier one"), "{}", ahead.words());
    let figures = lead.visit("/coverage?in=N1&as_at=2026-12-24").await;
    assert!(figures.says("The forecast adds open requests and booked seats"));
    let from_today = lead.visit(&figures.links("Forecast")[0]).await;
    assert!(from_today.says("from what is known on 2 November 2026"), "{}", from_today.words());
}

#[tokio::test]
async fn where_nothing_is_asked_the_page_says_what_to_do() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let page = lead.visit("/coverage/forecast?in=T3").await;
    assert!(page.says("Nobody is asked anything here on these days"), "{}", page.words());
    let nothing = lead.visit("/coverage/forecast?in=T1&days=30").await;
    assert!(nothing.says("Nothing falls within 30 days"), "{}", nothing.words());
    assert!(nothing.says("0.0% (0 of 9)"), "{}", nothing.words());
}
