//! Money for sessions from page to page: a workforce lead keeps a scheme, and a team claims under it.

use crate::practice::{practice, sign_in};
use crate::sessions::{planned_at, scheduled};
use domain::codes::GrantKind;
use http::StatusCode;
use tests::{Installation, Page, User};

/// The lead adds a scheme for the teams of the network, from April on.
async fn adds(lead: &mut User, other: &[(&str, &str)]) -> Page {
    let page = lead.visit("/funding-schemes/add").await;
    let usual = [
        ("name", "Protected learning"),
        ("payer", "The board"),
        ("area", "N1"),
        ("per_session", "£300"),
        ("per_branch", "100"),
        ("most_a_year", "6"),
        ("starts_on-day", "1"),
        ("starts_on-month", "4"),
        ("starts_on-year", "2026"),
    ];
    let is_usual = |(name, _): &&(&str, &str)| other.iter().all(|(known, _)| known != name);
    let answers: Vec<(&str, &str)> = usual.iter().filter(is_usual).chain(other).copied().collect();
    lead.submit(&page, "add_scheme", &answers).await
}

/// A session by its title, and what is unusual about it.
type Planned<'a> = (&'a str, &'a [(&'a str, &'a str)]);

/// Ben's sessions, to which these people of team T1 came; their registers are closed. The installation on a later day.
async fn held(
    esteem: &Installation,
    sessions: &[Planned<'_>],
    people: &[&str],
    today: &str,
) -> Installation {
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let mut planned = Vec::new();
    for (title, other) in sessions {
        let at = planned_at(&mut ben, title, other).await;
        let teams = ben.visit(&format!("{at}/teams")).await;
        ben.submit(&teams, "invite_team", &[("team", "T1")]).await;
        scheduled(&mut ben, &at).await;
        planned.push(at);
    }
    for name in people {
        let mut user = sign_in(esteem, name).await;
        for at in &planned {
            let page = user.visit(at).await;
            user.submit(&page, "book_seat", &[]).await;
        }
    }
    let after = esteem.beside_on(today).await;
    let mut ben = ben.at(&after);
    for at in &planned {
        let page = ben.visit(&format!("{at}/register")).await;
        let page = ben.submit(&page, "take_register", &[("form", "everyone_arrived")]).await;
        ben.submit(&page, "close_register", &[]).await;
    }
    after
}

/// One on 7 December, to which Amina and Eve came; the installation a day later.
async fn delivered(esteem: &Installation) -> Installation {
    let session = ("Safety plans", &[("capacity", "4")][..]);
    held(esteem, &[session], &["amina", "eve"], "2026-12-08").await
}

#[tokio::test]
async fn a_scheme_is_added_changed_from_a_day_on_and_ended() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    assert!(lead.visit("/funding-schemes").await.says("There are no funding schemes yet"));
    let refused = adds(&mut lead, &[("per_session", "much"), ("payer", "401 023 2137")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Enter an amount in pounds"), "{}", refused.words());
    let refused = adds(&mut lead, &[("payer", "401 023 2137")]).await;
    assert!(refused.says("Remove the NHS number"), "{}", refused.words());
    let list = adds(&mut lead, &[]).await;
    assert!(list.says("£300 a session, £100 a branch"), "{}", list.words());
    assert!(list.says("at most 6 sessions a year"), "{}", list.words());
    let change = list.links("Change or end").remove(0);
    let page = lead.visit(&change).await;
    assert!(page.says("It ends the day before the change"), "{}", page.words());
    let list = lead.submit(&page, "change_scheme", &[("per_session", "350")]).await;
    assert!(list.says("1 April 2026 to 1 November 2026"), "{}", list.words());
    assert!(list.says("£350 a session") && list.says("Ended"), "{}", list.words());
    let late = lead.visit(&change).await;
    assert!(!late.status.is_success(), "what is over stays: {}", late.words());
    let page = lead.visit(&list.links("Change or end")[0]).await;
    let last = [("last_day-day", "31"), ("last_day-month", "3"), ("last_day-year", "2027")];
    let list = lead.submit(&page, "end_scheme", &last).await;
    assert!(list.says("2 November 2026 to 31 March 2027"), "{}", list.words());
}

#[tokio::test]
async fn a_team_claims_once_for_what_was_delivered_to_it() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    adds(&mut lead, &[]).await;
    let mut dan = sign_in(&esteem, "dan").await;
    let page = dan.visit("/teams/T1/claims").await;
    assert!(page.says("There is nothing to claim for"), "{}", page.words());
    let after = delivered(&esteem).await;
    let mut dan = dan.at(&after);
    let team = dan.visit("/teams/T1").await;
    assert!(team.says("3 due, 0 booked, 1 delivered"), "{}", team.words());
    let page = dan.visit(&team.links("Claims for sessions")[0]).await;
    assert!(
        page.says("Safety plans, Monday 7 December 2026, 1pm to 2:30pm, £300"),
        "{}",
        page.words()
    );
    let wrong = dan.submit(&page, "make_claim", &[("branches", "many")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Enter a whole number of branches"), "{}", wrong.words());
    let claim = dan.submit(&wrong, "make_claim", &[("branches", "2")]).await;
    assert!(claim.says("Claim of 8 December 2026") && claim.says("£500"), "{}", claim.words());
    assert!(claim.says("2 branches") && claim.says("2 people"), "{}", claim.words());
    let file = claim.links("Download this claim as CSV").remove(0);
    let csv = dan.visit(&file).await;
    assert!(csv.html.contains(",The board,,2,"), "{}", csv.html);
    assert!(csv.html.contains("Safety plans,2026-12-07,500"), "{}", csv.html);
    // From the page of before: it is claimed for already.
    let twice = dan.submit(&page, "make_claim", &[("branches", "2")]).await;
    assert!(twice.says("cannot be claimed for any more"), "{}", twice.words());
    let list = dan.visit("/teams/T1/claims").await;
    assert!(list.says("There is nothing to claim for"), "{}", list.words());
    assert!(list.says("Claim of 8 December 2026"), "{}", list.words());
    let last = dan.visit("/teams/T1/claims?year=2025").await;
    assert!(!last.says("Claim of 8 December"), "{}", last.words());
    let mut lead = lead.at(&after);
    let schemes = lead.visit("/funding-schemes").await;
    let under = schemes.links("1 claim, £500").remove(0);
    let claims = lead.visit(&under).await;
    assert!(claims.says("(T1)") && claims.says("8 December 2026"), "{}", claims.words());
    assert!(claims.says("1 session") && claims.says("£500"), "{}", claims.words());
    assert_eq!(dan.visit(&under).await.status, StatusCode::NOT_FOUND, "who claims keeps none");
    let mut eve = crate::registers::signed_in(&after, "eve").await;
    let all = [&*file, &*claim.path, &*under, "/teams/T1/claims", "/funding-schemes"];
    for hidden in all {
        assert_eq!(eve.visit(hidden).await.status, StatusCode::NOT_FOUND, "{hidden}");
    }
}

#[tokio::test]
async fn what_a_session_lacks_is_told_and_it_cannot_be_claimed_for() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let asks = [("needs_cover", "yes"), ("needs_feedback", "yes")];
    adds(&mut lead, &asks).await;
    let mut dan = sign_in(&esteem, "dan").await;
    let after = delivered(&esteem).await;
    let mut dan_after = dan.at(&after);
    let page = dan_after.visit("/teams/T1/claims").await;
    assert!(page.says("The team has not said who covers"), "{}", page.words());
    assert!(page.says("Nobody from the team has given feedback yet"), "{}", page.words());
    assert!(page.says("No session can be claimed for under it now"), "{}", page.words());
    let release = dan.visit("/teams/T1/release").await;
    dan.submit(&release, "keep_release", &[("cover", "locum")]).await;
    let mut amina = crate::registers::signed_in(&after, "amina").await;
    let mine = amina.visit("/my/sessions").await;
    let asked = amina.visit(&mine.links("Give feedback on “Safety plans”")[0]).await;
    let answers = [("reaction", "useful"), ("before[RSK-1]", "2"), ("now[RSK-1]", "4")];
    let given = amina.submit(&asked, "give_feedback", &answers).await;
    assert!(given.says("Thank you for your feedback"), "{}", given.words());
    let page = dan_after.visit("/teams/T1/claims").await;
    let claim = dan_after.submit(&page, "make_claim", &[]).await;
    assert!(claim.says("A locum covers"), "{}", claim.words());
}

#[tokio::test]
async fn a_leads_meeting_is_claimed_for_under_a_scheme_for_which_one_person_is_enough() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let page = lead.visit("/funding-schemes/add").await;
    assert!(page.says("Which sessions can be claimed?"), "{}", page.words());
    let refused = adds(&mut lead, &[("counts_from", "everybody")]).await;
    assert!(refused.says("Choose which sessions can be claimed"), "{}", refused.words());
    let list = adds(&mut lead, &[]).await;
    assert!(list.says("For sessions that count towards a team’s entitlement"), "{}", list.words());
    let leads = [("name", "Practice leads"), ("per_branch", ""), ("counts_from", "one_person")];
    let list = adds(&mut lead, &leads).await;
    let one = "For sessions that at least one person of the team came to";
    assert!(list.says(one), "{}", list.words());
    // Of a changed scheme it stays as it was said.
    let change = list.links("Change or end: Practice leads").remove(0);
    let page = lead.visit(&change).await;
    let list = lead.submit(&page, "change_scheme", &[("per_session", "350")]).await;
    assert!(list.says("£350 a session") && list.says(one), "{}", list.words());

    let dan = sign_in(&esteem, "dan").await;
    let meeting = ("Meeting of leads", &[("format", "leads_meeting"), ("capacity", "4")][..]);
    let after = held(&esteem, &[meeting], &["amina"], "2026-12-08").await;
    let mut dan = dan.at(&after);
    let team = dan.visit("/teams/T1").await;
    assert!(team.says("3 due, 0 booked, 0 delivered"), "one of three: {}", team.words());
    let page = dan.visit("/teams/T1/claims").await;
    assert!(
        page.says("Meeting of leads, Monday 7 December 2026, 1pm to 2:30pm, £350"),
        "{}",
        page.words()
    );
    assert!(!page.says("Protected learning"), "{}", page.words());
    let claim = dan.submit(&page, "make_claim", &[]).await;
    assert!(claim.says("1 person") && claim.says("£350"), "{}", claim.words());
}

#[tokio::test]
async fn the_most_a_year_holds_though_the_scheme_was_changed_meanwhile() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    adds(&mut lead, &[("most_a_year", "1")]).await;
    let dan = sign_in(&esteem, "dan").await;
    let first = ("Safety plans", &[("capacity", "4")][..]);
    let second = ("Recovery", &[("day-day", "14"), ("capacity", "4")][..]);
    let after = held(&esteem, &[first, second], &["amina", "eve"], "2026-12-15").await;
    let (mut lead, mut dan) = (lead.at(&after), dan.at(&after));
    let list = lead.visit("/funding-schemes").await;
    let page = lead.visit(&list.links("Change or end")[0]).await;
    let from = [
        ("per_session", "350"),
        ("starts_on-day", "10"),
        ("starts_on-month", "12"),
        ("starts_on-year", "2026"),
    ];
    let list = lead.submit(&page, "change_scheme", &from).await;
    assert!(list.says("1 April 2026 to 9 December 2026"), "{}", list.words());
    let page = dan.visit("/teams/T1/claims").await;
    assert!(
        page.says("Safety plans, Monday 7 December 2026, 1pm to 2:30pm, £300"),
        "{}",
        page.words()
    );
    assert!(
        page.says("Recovery, Monday 14 December 2026, 1pm to 2:30pm, £350"),
        "{}",
        page.words()
    );
    // The first form is that of the scheme as it was.
    let claim = dan.submit(&page, "make_claim", &[]).await;
    assert!(claim.says("£300"), "{}", claim.words());
    let page = dan.visit("/teams/T1/claims").await;
    assert!(page.says("Claimed this year: 1 session"), "{}", page.words());
    assert!(page.says("The scheme pays for no more sessions this year"), "{}", page.words());
    assert!(page.says("No session can be claimed for under it now"), "{}", page.words());
}
