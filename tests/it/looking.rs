//! Coverage as a workforce lead looks at it: from her area down to a team and back, and through more rows than a page has.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use domain::imports::Kind;
use http::StatusCode;

#[tokio::test]
async fn from_the_area_down_to_a_team_and_back_with_the_same_filters() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let network = lead.visit("/coverage?scope=team&as_at=2026-10-01&show=critical_met").await;
    assert_eq!(network.text("h1"), "Coverage of Network 1");
    assert!(network.all(".nhsuk-breadcrumb__list a").is_empty(), "nothing she sees lies above");
    let team = lead.visit(&network.links("Practice 1 team")[0]).await;
    assert_eq!(team.text("h1"), "Coverage of Practice 1 team");
    assert!(team.says("1 October 2026"), "{}", team.words());

    let domain = lead.visit(&team.links("RSK")[0]).await;
    assert_eq!(
        domain.all(".nhsuk-breadcrumb__list a"),
        ["Network 1", "All domains of Practice 1 team"]
    );
    let all = lead.visit(&domain.links("All domains")[0]).await;
    assert_eq!(all.path, team.path);
    let back = lead.visit(&domain.links("Network 1")[0]).await;
    assert!(back.text("h1").starts_with("Coverage of Network 1:"), "of the same domain");
    assert!(
        back.path.contains("as_at=2026-10-01&show=critical_met")
            && back.path.contains("scope=team"),
        "{}",
        back.path
    );
}

#[tokio::test]
async fn a_practice_manager_goes_up_to_the_practice_and_no_further() {
    let esteem = practice().await;
    let mut dan = sign_in(&esteem, "dan").await;
    let practice = dan.visit("/coverage?as_at=2026-10-01").await;
    assert_eq!(practice.text("h1"), "Coverage of Practice 1");
    assert!(practice.all(".nhsuk-breadcrumb__list a").is_empty());
    let team = dan.visit(&practice.links("Practice 1 team")[0]).await;
    assert_eq!(team.all(".nhsuk-breadcrumb__list a"), ["Practice 1"]);
    let back = dan.visit(&team.links("Practice 1")[0]).await;
    assert!(back.path.contains("as_at=2026-10-01"), "{}", back.path);
}

#[tokio::test]
async fn more_teams_than_a_page_shows_are_paged_and_counted_whole() {
    const TEAMS: usize = 230;
    let esteem = practice().await;
    let teams = (0..TEAMS).map(|n| format!("X{n:03},Team {n:03},primary_care,P1\n"));
    let head = "code,name,setting,organisation_code\n".to_owned();
    bring(&esteem, Kind::Teams, &(head + &teams.collect::<String>())).await;
    let staff = (0..TEAMS).map(|n| format!("S{n},First{n},Last{n},X{n:03},PN,1.00\n"));
    let head = "employee_number,first_name,last_name,team_code,role_code,fte\n".to_owned();
    bring(&esteem, Kind::Staff, &(head + &staff.collect::<String>())).await;

    let mut lead = sign_in(&esteem, "lead").await;
    // With the practice's own team: 231 rows below that of the network.
    let first = lead.visit("/coverage?scope=team&show=fully_met").await;
    assert!(first.says("Showing 1 to 200 of 231 rows"), "{}", first.words());
    assert_eq!(first.all("tbody th").len(), 1 + 200);
    let second = lead.visit(&first.links("Next")[0]).await;
    assert!(second.says("Showing 201 to 231 of 231 rows"), "{}", second.words());
    assert_eq!(second.all("tbody th").len(), 1 + 31);
    assert_eq!(first.text("tbody tr"), second.text("tbody tr"), "the whole is the whole on both");
    let team = lead.visit(&second.links("Team 229")[0]).await;
    assert!(!team.path.contains("page="), "{}", team.path);
}

/// Amina shows in October what she does in an emergency.
const SHOWN: &str = "employee_number,competency_code,kind,made_on,level,evidence\n\
     E1,EMG-1,confirmed,2026-10-05,2,simulation\n";

#[tokio::test]
async fn each_figure_stands_beside_that_of_another_day_in_signs_and_in_words() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, SHOWN).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let page = lead.visit("/coverage?in=N1&scope=team&compared_with=2026-10-01").await;
    assert!(page.says("As at 2 November 2026") && page.says("compared with 1 October 2026"));
    // One of nine requirements is met, none was.
    assert!(page.says("11.1% (1 of 9), up 11.1 points"), "{}", page.words());
    let cells = page.all(".heatmap td");
    let told = "▲ 33.3, up 33.3 points from 0.0%";
    assert!(cells.iter().any(|cell| cell.starts_with("33%") && cell.contains(told)), "{cells:?}");
    assert!(cells.iter().any(|cell| cell.contains("= 0.0, no change from 0.0%")), "{cells:?}");
    // The day stays in the form, and on the way down.
    assert_eq!(page.all("input[name=compared_with][value='2026-10-01']").len(), 1);
    let team = lead.visit(&page.links("Practice 1 team")[0]).await;
    assert!(team.path.contains("compared_with=2026-10-01"), "{}", team.path);
    let ahead = lead.visit(&team.links("Forecast")[0]).await;
    assert!(!ahead.path.contains("compared_with"), "{}", ahead.path);

    let alone = lead.visit("/coverage?in=N1&scope=team&compared_with=").await;
    assert!(!alone.says("compared with") && !alone.all(".heatmap td").concat().contains('▲'));
    let to_come = lead.visit("/coverage?in=N1&compared_with=2026-12-01").await;
    assert_eq!(to_come.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(to_come.says("The forecast tells of days to come"), "{}", to_come.words());
    assert_eq!(to_come.text("h1"), "Coverage of Network 1", "the form is still there");
    assert_eq!(to_come.all("input[name=compared_with][value='2026-12-01']").len(), 1);
    assert_eq!(to_come.all(".nhsuk-error-summary a[href='#compared_with']").len(), 1);
}

#[tokio::test]
async fn figures_are_narrowed_to_what_is_critical_or_to_a_strand_down_to_the_people() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let all = lead.visit("/coverage?in=N1&scope=team").await;
    assert!(all.says("0.0% (0 of 9)") && !all.says("Only critical"), "{}", all.words());
    // The first word is of 5 January: before it nothing is known, which is not the same as that nobody could do anything.
    let unknown = "Nothing is on record of what anybody could do by 4 January 2026";
    assert!(!all.says("Nothing is on record of what anybody could do"), "{}", all.words());
    let before = lead.visit("/coverage?in=N1&scope=team&as_at=2026-01-04").await;
    assert!(before.says(unknown), "{}", before.words());
    let no_cover = "Whether a team is covered is told of the team as a whole";
    let covered = lead.visit("/coverage?in=N1&scope=team&show=capable_teams").await;
    let cells = covered.all(".heatmap td");
    assert!(cells.contains(&"Not covered".to_owned()) && !covered.says(no_cover), "{cells:?}");
    for part in ["critical=yes", "group=esr"] {
        let path = format!("/coverage?in=N1&scope=team&show=capable_teams&{part}");
        assert!(lead.visit(&path).await.says(no_cover), "{part}");
    }
    // Of three nurses asking about risk is critical, and nothing else.
    let critical = lead.visit("/coverage?in=N1&scope=team&critical=yes").await;
    assert!(critical.says("Only critical requirements."), "{}", critical.words());
    assert!(critical.says("0.0% (0 of 3)"), "{}", critical.words());
    assert!(!critical.says("Teams that are covered in everything"), "cover is of everything");
    let team = lead.visit(&critical.links("Practice 1 team")[0]).await;
    let people = lead.visit(&team.links("0%")[0]).await;
    assert!(people.says("Requirements met: 0 of 3 is 0.0%"), "{}", people.words());
    assert!(people.says("Only critical requirements."), "{}", people.words());
    let trend = lead.visit(&critical.links("Trend")[0]).await;
    assert!(trend.says("Only critical requirements."), "{}", trend.words());
    assert_eq!(trend.text("tbody tr:nth-child(1) td"), "3");
    for of_everything in ["Forecast", "Which teams are covered"] {
        let page = lead.visit(&critical.links(of_everything)[0]).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
        assert!(!page.path.contains("critical"), "{}", page.path);
        assert!(page.says("For everything asked, in all organisations."), "{}", page.words());
    }
    for unknown in ["strand=both", "critical=no", "list=longest", "include_bank=some"] {
        let refused = lead.visit(&format!("/coverage?in=N1&{unknown}")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{unknown}");
    }

    let other = lead.visit("/coverage?in=N1&strand=integrated_care").await;
    assert!(other.says("Nobody is asked anything here on this day"), "{}", other.words());
    let own = lead.visit("/coverage?in=N1&strand=mental_health").await;
    assert!(own.says("0.0% (0 of 9)"), "{}", own.words());
}

#[tokio::test]
async fn cells_show_fte_recognition_and_assessment_too() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, SHOWN).await;
    let mut lead = sign_in(&esteem, "lead").await;
    // In emergencies Amina (1.00), Eve (0.50) and Dan (0.80) are asked something, and Amina alone is confirmed, by no recognition.
    for (measure, told) in
        [("fte", "1.00 of 2.30"), ("recognised", "0 of 3"), ("assessed", "1 of 3")]
    {
        let page = lead.visit(&format!("/coverage?in=N1&scope=team&show={measure}")).await;
        let cells = page.all(".heatmap td");
        assert!(cells.iter().any(|cell| cell.starts_with(told)), "{measure}: {cells:?}");
        // What counts people in a domain counts pairs of everything, so no column tells that.
        assert!(!page.all(".heatmap thead th").iter().any(|head| head.starts_with("All")));
    }
}

#[tokio::test]
async fn figures_are_narrowed_to_the_teams_of_one_organisation() {
    let esteem = practice().await;
    // The trust has a nurse of its own who is asked the same three things.
    let staff =
        "employee_number,first_name,last_name,team_code,role_code,fte\nE8,Ira,Dunn,T3,PN,1.00\n";
    bring(&esteem, Kind::Staff, staff).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let all = lead.visit("/coverage?in=N1&scope=team").await;
    assert!(all.says("0.0% (0 of 12)"), "{}", all.words());
    let choices = all.all("select[name=organisation] option");
    assert_eq!(choices, ["All organisations", "Mental health trust", "Practice 1"]);
    let trust = lead.visit("/coverage?in=N1&scope=team&organisation=MH").await;
    assert!(trust.says("0.0% (0 of 3)") && trust.says("Only organisation: MH."));
    assert_eq!(trust.all("tbody th"), ["Network 1", "Community team"]);
    // One that is not known looks like one that is not hers to see: nothing is counted.
    for other in ["P2", "XX"] {
        let page = lead.visit(&format!("/coverage?in=N1&organisation={other}")).await;
        assert!(page.says("Nobody is asked anything here on this day"), "{}", page.words());
    }
}
