//! Where a workforce lead looks first: her teams in order, and from there to the people behind a figure.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use domain::imports::Kind;

/// Amina's confirmation in safety plans ran out in September; Eve's in emergencies will in December.
const CONFIRMED: &str = "employee_number,competency_code,kind,made_on,level,evidence\n\
     E1,RSK-2,confirmed,2024-09-15,2,simulation\nE3,EMG-1,confirmed,2025-12-01,2,simulation\n";

#[tokio::test]
async fn a_lead_finds_the_thinnest_the_fastest_falling_and_what_runs_out() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, CONFIRMED).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let figures = lead.visit("/coverage?in=N1&show=fully_met&group=esr").await;
    let page = lead.visit(&figures.links("Where to look first")[0]).await;
    assert_eq!(page.text("h1"), "Ranked figures of Network 1");
    assert!(!page.path.contains("show=") && !page.path.contains("group="), "{}", page.path);
    assert!(page.says("compared with 2 August 2026"), "{}", page.words());

    let row = |list: &str| {
        page.all(&format!("[aria-label='{list}, as at 2 November 2026'] tbody tr:nth-child(1) td"))
    };
    // Three nurses are asked two things each in RSK: of six nothing is met, one was. Three in emergencies are too few for a share.
    let thin = row("Thinnest");
    assert_eq!(thin[..3], ["RSK", "0.0% (0 of 6)", "16.7% (1 of 6)"]);
    assert!(thin[3].contains("▼ 16.7") && thin[3].contains("down 16.7 points"), "{}", thin[3]);
    assert_eq!(row("Fastest falling"), thin);
    let runs_out = row("Most running out");
    assert_eq!((&*runs_out[0], &*runs_out[1], &*runs_out[4]), ("EMG", "33.3% (1 of 3)", "1"));

    let people = lead.visit(&page.links("0.0%")[0]).await;
    assert!(people.path.starts_with("/coverage/people?"), "{}", people.path);
    assert_eq!(people.text("h1"), "Practice 1 team: RSK");
    assert!(people.says("Requirements met: 0 of 6 is 0.0%"), "{}", people.words());

    let why = lead.visit(&page.links("down 16.7 points")[0]).await;
    assert_eq!(why.text("h1"), "Practice 1 team: RSK, and why it changed");
    assert!(why.says("1 confirmation expired (RSK 1)"), "{}", why.words());
    // The practice shares figures with her: she sees where, and its manager who.
    assert!(why.says("What to do next") && why.links("see who is due").is_empty());
    let most = lead.visit(&why.links("See where most is running out")[0]).await;
    assert!(most.text("h1").starts_with("Ranked figures of Practice 1 team"), "{}", most.words());
    assert!(most.path.contains("list=expiring"), "{}", most.path);
    let mut dan = sign_in(&esteem, "dan").await;
    let own = dan.visit(&why.path).await;
    assert_eq!(own.links("see who is due"), ["/teams/T1/due"]);
    assert!(dan.visit("/teams/T1/due").await.says("who is due"));
    let trend = lead.visit(&why.links("Trend")[0]).await;
    assert_eq!(trend.text("h1"), "Trend of Practice 1 team: RSK");

    let alone = lead.visit("/coverage/ranked?in=N1&list=falling").await;
    assert_eq!(alone.all("h2").iter().filter(|h2| *h2 == "Fastest falling").count(), 1);
    assert!(!alone.all("h2").contains(&"Thinnest".to_owned()), "{}", alone.words());
    let all = lead.visit(&alone.links("All lists")[0]).await;
    assert!(all.all("h2").contains(&"Thinnest".to_owned()), "{}", all.words());
}

#[tokio::test]
async fn a_longer_list_is_shown_whole_on_its_own_page() {
    const TEAMS: usize = 12;
    let esteem = practice().await;
    let teams = (0..TEAMS).map(|n| format!("X{n:02},Team {n:02},primary_care,P1\n"));
    let head = "code,name,setting,organisation_code\n".to_owned();
    bring(&esteem, Kind::Teams, &(head + &teams.collect::<String>())).await;
    let row = |n: usize| format!("S{n},First{n},Last{n},X{:02},PN,1.00\n", n / 3);
    let staff = (0..TEAMS * 3).map(row);
    let head = "employee_number,first_name,last_name,team_code,role_code,fte\n".to_owned();
    bring(&esteem, Kind::Staff, &(head + &staff.collect::<String>())).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let page = lead.visit("/coverage/ranked?in=N1").await;
    let rows = "[aria-label^='Thinnest'] tbody tr";
    assert_eq!(page.all(rows).len(), 10);
    // Twelve teams and that of the practice, each thin in RSK.
    let whole = lead.visit(&page.links("Show all 13")[0]).await;
    assert_eq!(whole.all(rows).len(), 13);
    // Of a place, the rows are teams too: wider ones would fill every list.
    let wide = lead.visit("/coverage/ranked?in=TH").await;
    assert_eq!(wide.all(rows).len(), 10, "{}", wide.words());
}
