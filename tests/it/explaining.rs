//! "Explain this number" and "Explain this change", as a lead does it who sees no names, and a manager who does.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use domain::imports::Kind;
use http::StatusCode;

/// Amina shows in October what she does in an emergency; then Eve does.
const AMINA: &str = "employee_number,competency_code,kind,made_on,level,evidence\n\
     E1,EMG-1,confirmed,2026-10-05,2,simulation\n";
const EVE: &str = "employee_number,competency_code,kind,made_on,level,evidence\n\
     E3,EMG-1,confirmed,2026-10-06,2,simulation\n";
/// Of whom nothing is asked.
const IRA: &str =
    "employee_number,first_name,last_name,team_code,role_code,fte\nE8,Ira,Dunn,T1,MHN,1.00\n";

#[tokio::test]
async fn a_number_opens_to_its_rule_and_its_people() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, AMINA).await;
    bring(&esteem, Kind::Staff, IRA).await;
    let mut dan = sign_in(&esteem, "dan").await;
    let team = dan.visit("/coverage?in=T1").await;
    let page = dan.visit(&team.links("33%")[0]).await;
    let up = dan.visit(&page.links("Coverage of Practice 1 team")[0]).await;
    assert_eq!(up.text("h1"), "Coverage of Practice 1 team: EMG");
    assert_eq!(page.text("h1"), "Practice 1 team: EMG");
    assert_eq!(page.text(".nhsuk-lede-text"), "Requirements met: 1 of 3 is 33.3%");
    assert!(page.says("People fully met: 1 of 3 is 33.3%"), "{}", page.words());
    assert!(page.says("Counted by the rule coverage-1, with framework version"));
    assert!(page.says("3 people count. 1 person does not."), "{}", page.words());
    let rows = page.all("tbody");
    assert_eq!(
        rows.len(),
        4,
        "each of three people with what is asked of them, then who does not count"
    );
    let row = |name: &str| rows.iter().find(|row| row.contains(name)).expect("a row").clone();
    assert!(row("Amina Khan").contains("Met: level 2, due on 5 October 2027"), "{rows:?}");
    assert!(row("Amina Khan").contains("Practice nurse, Practice 1 team"), "{rows:?}");
    assert!(row("Eve Ali").contains("Not met: not assessed"), "{rows:?}");
    assert!(row("Ira Dunn").contains("Their role asks nothing here"), "{rows:?}");

    // Whoever leads from outside has the same numbers, and no names.
    let mut lead = sign_in(&esteem, "lead").await;
    let numbers = lead.visit("/coverage/people?in=T1&item=EMG").await;
    assert!(numbers.says("Requirements met: 1 of 3 is 33.3%"), "{}", numbers.words());
    let told = "4 people are not named to you: 3 count, 1 does not.";
    assert!(numbers.says(told), "{}", numbers.words());
    assert!(numbers.all("tbody tr").is_empty() && !numbers.says("Amina"), "{}", numbers.words());
    let network = lead.visit("/coverage?in=N1").await;
    let everything = lead.visit(&network.links("Explain requirements met")[0]).await;
    assert_eq!(everything.text("h1"), "Network 1: Everything asked");
    assert!(everything.says("Requirements met: 1 of 9 is 11.1%"), "{}", everything.words());
}

#[tokio::test]
async fn a_link_says_later_whether_its_answer_still_stands() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, AMINA).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let page = lead.visit("/coverage/people?in=T1&item=EMG").await;
    let link = page.links("Link to check this answer").remove(0);
    assert!(link.contains("as_at=2026-11-02&answer="), "the day stands in it: {link}");
    let again = lead.visit(&link).await;
    assert!(again.says("This is still the answer"), "{}", again.words());
    bring(&esteem, Kind::Judgements, EVE).await;
    let later = lead.visit(&link).await;
    assert!(later.says("Today’s data would answer differently"), "{}", later.words());
    assert!(later.says("Requirements met: 2 of 3 is 66.7%"), "and how: {}", later.words());
    let cut = lead.visit(&link[..link.len() - 1]).await;
    assert_eq!(cut.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(cut.says("A part of this link is missing"), "{}", cut.words());
}

#[tokio::test]
async fn a_difference_opens_to_its_parts_and_who_is_behind_them() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, AMINA).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let beside = lead.visit("/coverage?in=N1&scope=team&compared_with=2026-10-01").await;
    let page = lead.visit(&beside.links("up 33.3 points from 0.0%: explain the change")[0]).await;
    assert_eq!(page.text("h1"), "Network 1: EMG, and why it changed");
    // 1 of the 9 requirements of everything: beside the headline, and in the row of the whole.
    let all = beside.links("up 11.1 points");
    assert_eq!(all.len(), 3, "the headline, the network and its team: {all:?}");
    for link in &all[..2] {
        let all = lead.visit(link).await;
        assert_eq!(all.text("h1"), "Network 1: Everything asked, and why it changed");
    }
    let told =
        "Requirements met: 0.0% (0 of 3) on 1 October 2026, 33.3% (1 of 3) on 2 November 2026";
    assert_eq!(page.text(".nhsuk-lede-text"), told);
    assert!(page.says("That is up 33.3 points. The parts below add up to it."), "{}", page.words());
    let rows = page.all("tbody tr");
    assert_eq!(rows.len(), 2, "one part, and all together: {rows:?}");
    let sentence =
        "1 requirement was newly met by a confirmation, recognition or acceptance (EMG 1)";
    let told = [sentence, "1 more", "as many", "up 33.3 points"];
    assert!(told.iter().all(|words| rows[0].contains(words)), "{rows:?}");
    assert!(
        page.says("These changed nothing: late records; joiners; leavers;"),
        "{}",
        page.words()
    );
    assert!(page.says("You do not see who is behind these parts") && !page.says("Amina"));

    // A link to check it later says whether it is still the answer; the form asks anew.
    let kept = lead.visit(&page.links("Link to check this answer")[0]).await;
    assert!(kept.says("This is still the answer"), "{}", kept.words());
    assert!(kept.all("form input[name=answer]").is_empty());
    // The form keeps what else was asked, and the way on to the figure keeps both days.
    assert_eq!(page.all("form input[type=hidden][name=item][value=EMG]").len(), 1);
    assert_eq!(page.all("input[name=compared_with][value='2026-10-01']").len(), 1);
    let number = lead.visit(&page.links("Explain the figure on 2 November 2026")[0]).await;
    let back = lead.visit(&number.links("Explain the change since 1 October 2026")[0]).await;
    assert_eq!(back.text("h1"), page.text("h1"));

    let mut dan = sign_in(&esteem, "dan").await;
    let own = dan.visit("/coverage/change?in=T1&item=EMG&compared_with=2026-10-01").await;
    let folded = own.all("details");
    let behind = folded.iter().find(|part| part.contains("Amina Khan")).expect("her part");
    assert!(behind.contains("Confirmations, recognitions and acceptances: 1 person"), "{behind}");
    assert!(behind.contains("EMG-1 Act in an emergency: newly met"), "{behind}");
}

#[tokio::test]
async fn a_change_of_nothing_and_days_that_cannot_be_compared_are_told() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    // A quarter before, where no other day is chosen.
    let same = lead.visit("/coverage/change?in=N1").await;
    assert_eq!(same.text("h1"), "Network 1: Everything asked, and why it changed");
    assert!(same.says("on 2 August 2026, 0.0% (0 of 9) on 2 November 2026"), "{}", same.words());
    assert!(same.says("Nothing that this figure counts changed"), "{}", same.words());
    let long_ago = lead.visit("/coverage/change?in=N1&item=RSK&compared_with=2020-01-01").await;
    assert!(
        long_ago.says("What is on record about 1 January 2020 was loaded after that day"),
        "{}",
        long_ago.words()
    );
    let to_come = lead.visit("/coverage/change?in=N1&compared_with=2026-12-01").await;
    assert_eq!(to_come.status, StatusCode::UNPROCESSABLE_ENTITY);
}
