//! Named groups, from page to page: kept by a lead, asked about as one, and as far as somebody sees their teams.

use crate::practice::{practice, sign_in};
use http::StatusCode;
use tests::{Page, User};

/// The lead makes a group of the two teams in her network, under a code that nothing else has.
async fn makes_a_group(lead: &mut User) -> Page {
    let kinds = lead.visit("/coverage/groups/add").await;
    assert!(kinds.says("All its members are of one kind"), "{}", kinds.words());
    let page = lead.visit("/coverage/groups/add?of=teams").await;
    assert!(page.says("Practice 1 team (T1)") && !page.says("(T2)"), "hers: {}", page.words());
    let named = |code| [("code", code), ("name", "Both teams"), ("unit", "T1")];
    for (code, whose) in [("N1", "an area"), ("MH", "an organisation"), ("T3", "a team")] {
        let refused = lead.submit(&page, "add_named_group", &named(code)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{code}");
        let told = format!("This is the code of {whose}. Enter another code");
        assert!(refused.says(&told), "{}", refused.words());
        assert!(refused.html.contains("Both teams"), "what was typed stays");
    }
    let kept = lead.submit(&page, "add_named_group", &named("BOTH")).await;
    assert!(kept.says("Added the named group"), "{}", kept.words());
    let again = lead.submit(&page, "add_named_group", &named("BOTH")).await;
    assert!(again.says("This is the code of another named group"), "{}", again.words());
    let kept = lead.submit(&kept, "add_group_member", &[("unit", "T3")]).await;
    assert!(kept.says("Added the member"), "{}", kept.words());
    kept
}

#[tokio::test]
async fn a_group_is_asked_about_wherever_figures_are() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let none = lead.visit("/coverage/groups").await;
    assert!(none.says("There are no named groups yet"), "{}", none.words());
    makes_a_group(&mut lead).await;
    let begin = lead.visit("/coverage").await;
    assert_eq!(begin.text("h1"), "Coverage of Network 1");
    let whole = lead.visit(&begin.links("Both teams")[0]).await;
    assert_eq!(whole.text("h1"), "Coverage of Both teams");
    assert!(whole.says("Practice 1 team"), "its rows are its teams: {}", whole.words());
    for (page, title) in [
        ("/coverage/forecast?in=BOTH", "Forecast of Both teams"),
        ("/coverage/cover?in=BOTH", "Cover of Both teams"),
    ] {
        assert_eq!(lead.visit(page).await.text("h1"), title);
    }
    let people = lead.visit("/coverage/people?in=BOTH&item=RSK").await;
    assert_eq!(people.status, StatusCode::OK, "{}", people.words());
    // The day before its members' first, the early day that the form offered for the one and kept for the other.
    let before = lead.visit("/coverage?in=BOTH&as_at=2024-03-31").await;
    let nobody = "Nobody is asked anything here on this day";
    assert!(before.says(nobody), "{}", before.words());
}

#[tokio::test]
async fn a_group_widens_nobodys_sight() {
    let esteem = practice().await;
    let (mut lead, mut dan) = (sign_in(&esteem, "lead").await, sign_in(&esteem, "dan").await);
    let kept = makes_a_group(&mut lead).await;
    let seen = dan.visit("/coverage?in=BOTH").await;
    assert_eq!(seen.text("h1"), "Coverage of Both teams");
    assert!(seen.says("Practice 1 team") && !seen.says("Community team"), "{}", seen.words());
    assert!(seen.says("leave out 1 organisation"), "{}", seen.words());
    assert!(seen.says("Mental health trust"), "{}", seen.words());
    let listed = dan.visit("/coverage/groups").await;
    assert!(listed.says("Both teams") && listed.says("Kept by somebody else"));
    assert!(listed.links("Add a named group").is_empty());
    // Nothing of it is in Finn's network, and Amina sees no figures.
    for name in ["finn", "amina"] {
        let mut user = sign_in(&esteem, name).await;
        let page = user.visit("/coverage?in=BOTH").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{name}");
        assert_eq!(user.visit(&kept.path).await.status, StatusCode::NOT_FOUND, "{name}");
        let mut fields = kept.form("add_group_member");
        fields.retain(|(field, _)| field != "unit");
        fields.push(("unit".to_owned(), "T3".to_owned()));
        let answer = user.post(&kept.path, &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
    }
}

#[tokio::test]
async fn a_member_leaves_or_never_was_one_and_a_group_without_members_has_ended() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let kept = makes_a_group(&mut lead).await;
    let twice = lead.submit(&kept, "add_group_member", &[("unit", "T3")]).await;
    assert!(twice.says("It is a member already from 1 April 2024"), "{}", twice.words());
    let member = kept.links("Change or end: Community team").remove(0);
    let page = lead.visit(&member).await;
    assert_eq!(page.text("h1"), "Community team in Both teams");
    let first = |day, month| {
        [("starts_on-day", day), ("starts_on-month", month), ("starts_on-year", "2026")]
    };
    let same = [("starts_on-day", "1"), ("starts_on-month", "4"), ("starts_on-year", "2024")];
    let nothing = lead.submit(&page, "correct_group_member", &same).await;
    assert!(nothing.says("Nothing is different from how it stands"), "{}", nothing.words());
    let moved = lead.submit(&page, "correct_group_member", &first("2", "11")).await;
    assert!(moved.says("Saved the first day") && moved.says("From 2 November 2026"));
    let stale = lead.submit(&page, "correct_group_member", &first("3", "11")).await;
    assert!(stale.says("Somebody changed this membership"), "{}", stale.words());
    let page = lead.visit(&member).await;
    let last = [("last_day-day", "31"), ("last_day-month", "12"), ("last_day-year", "2026")];
    let saved = lead.submit(&page, "end_group_member", &last).await;
    let told = "From 2 November 2026 to 31 December 2026";
    assert!(saved.says(told), "{}", saved.words());
    // The page from before knows nothing of it.
    let stale = lead.submit(&page, "take_back_group_member", &[("sure", "yes")]).await;
    assert!(stale.says("Somebody changed this membership"), "{}", stale.words());
    let again = lead.visit(&member).await;
    let unsure = lead.submit(&again, "take_back_group_member", &[]).await;
    assert!(unsure.says("Tick the box if this should never have been a member"));
    let saved = lead.submit(&again, "take_back_group_member", &[("sure", "yes")]).await;
    assert!(saved.says("Ended before it began on 2 November 2026"), "{}", saved.words());
    let renamed = lead.submit(&saved, "rename_named_group", &[("name", "One team")]).await;
    assert_eq!(renamed.text("h1"), "Change One team");
    let early = [("last_day-day", "31"), ("last_day-month", "3"), ("last_day-year", "2024")];
    let refused = lead.submit(&renamed, "end_named_group", &early).await;
    assert!(refused.says("It starts on 1 April 2024"), "{}", refused.words());
    let ended = lead.submit(&renamed, "end_named_group", &last).await;
    assert!(ended.says("Last day saved: 31 December 2026"), "{}", ended.words());
    let left = lead.visit(&renamed.links("Change or end: Practice 1 team")[0]).await;
    lead.submit(&left, "take_back_group_member", &[("sure", "yes")]).await;
    let over = lead.visit(&kept.path).await;
    assert!(!over.says("End this group"), "{}", over.words());
    let listed = lead.visit("/coverage/groups").await;
    assert!(listed.says("One team") && listed.says("Ended"), "{}", listed.words());
}
