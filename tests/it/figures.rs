//! Sessions in figures: for whoever runs them, on a page and as a file; how work has been for those who came; and a session that asks for more people than have a seat.

use crate::practice::{practice, sign_in};
use crate::registers::{signed_in, with_two_seats};
use crate::sessions::{planned_at, scheduled};
use domain::codes::GrantKind;
use http::StatusCode;

#[tokio::test]
async fn what_a_session_was_stands_on_its_page_and_in_the_figures_of_the_year() {
    let esteem = practice().await;
    let (ben, at) = with_two_seats(&esteem, "2").await;
    let after = esteem.beside_on("2026-12-08").await;
    let mut ben = ben.at(&after);
    let page = ben.visit(&format!("{at}/register")).await;
    let page = ben.submit(&page, "take_register", &[("form", "everyone_arrived")]).await;
    let list = ben.visit("/sessions").await;
    let address = list.links("Sessions in figures").remove(0);
    let none = ben.visit(&address).await;
    assert!(none.says("No session to count"), "{}", none.words());
    assert!(none.says("register is open: 1 session that has taken place"), "{}", none.words());
    ben.submit(&page, "close_register", &[]).await;
    let session = ben.visit(&at).await;
    assert!(session.says("What it was"), "{}", session.words());
    let figures = ben.visit(&address).await;
    assert!(figures.says("1 April 2026 to 31 March 2027"), "{}", figures.words());
    assert!(figures.says("December 2026") && figures.says("Workshop"), "{}", figures.words());
    let wrong = ben.visit(&format!("{address}?from=2026-12-01&to=2026-11-01")).await;
    assert!(wrong.says("Enter a last day that is not before the first"), "{}", wrong.words());
    assert!(wrong.text("title").starts_with("Error: "), "{}", wrong.text("title"));
    assert_eq!(
        wrong.text(".nhsuk-error-summary a[href=\"#to\"]"),
        "Enter a last day that is not before the first"
    );
    let file = ben.visit(&figures.links("Download these figures as CSV")[0]).await;
    assert!(file.html.contains("2026-04-01,2027-03-31,month,2026-12,1,"), "{}", file.html);
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
    let mut amina = signed_in(&after, "amina").await;
    for hidden in [address.as_str(), "/sessions.csv"] {
        assert_eq!(amina.visit(hidden).await.status, StatusCode::NOT_FOUND, "{hidden}");
    }
    assert!(!amina.visit(&at).await.says("What it was"));
}

#[tokio::test]
async fn a_session_that_asks_for_more_people_than_have_a_seat_says_so_to_its_educator() {
    let esteem = practice().await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let asks = [("capacity", "12"), ("people_least", "2"), ("professions_least", "1")];
    let at = planned_at(&mut ben, "Safety plans", &asks).await;
    scheduled(&mut ben, &at).await;
    let page = ben.visit(&at).await;
    assert!(page.says("At least 2 people and 1 profession"), "{}", page.words());
    assert!(!page.says("Fewer people than this session asks for"), "five weeks before");
    let near = esteem.beside_on("2026-11-25").await;
    let (mut ben, mut amina) = (ben.at(&near), sign_in(&esteem, "amina").await.at(&near));
    let page = ben.visit(&at).await;
    assert!(page.says("asks for: 2 people more needed"), "{}", page.words());
    let mine = ben.visit("/my/sessions").await;
    assert!(mine.says("Too few 2 people more needed"), "{}", mine.words());
    let page = amina.visit(&at).await;
    assert!(page.says("At least 2 people") && !page.says("more needed"), "{}", page.words());
    let change = ben.visit(&format!("{at}/change")).await;
    let more = ben.submit(&change, "change_session", &[("people_least", "13")]).await;
    assert_eq!(more.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        more.says("Enter the fewest people as a whole number from 1 to 12"),
        "{}",
        more.words()
    );
}

#[tokio::test]
async fn how_work_has_been_is_answered_without_a_name_and_told_of_no_few() {
    let esteem = practice().await;
    let (ben, at) = with_two_seats(&esteem, "2").await;
    let after = esteem.beside_on("2026-12-08").await;
    let mut ben_after = ben.at(&after);
    let page = ben_after.visit(&format!("{at}/register")).await;
    ben_after.submit(&page, "take_register", &[("form", "everyone_arrived")]).await;

    let mut amina = signed_in(&after, "amina").await;
    let asked = amina.visit(&format!("{at}/feedback")).await;
    assert!(asked.says("This answer is kept without your name"), "{}", asked.words());
    let hers = [("reaction", "useful"), ("wellbeing", "very_poor")];
    let missing = amina.submit(&asked, "give_feedback", &hers).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let typed = ("wellbeing".to_owned(), "very_poor".to_owned());
    assert!(missing.form("give_feedback").contains(&typed), "what was chosen stays");
    let confident = [("before[RSK-1]", "2"), ("now[RSK-1]", "4")];
    let given = amina.submit(&missing, "give_feedback", &confident).await;
    assert!(given.says("Thank you for your feedback"), "{}", given.words());

    let mut eve = signed_in(&after, "eve").await;
    let asked = eve.visit(&format!("{at}/feedback")).await;
    assert!(asked.says("I would rather not say"), "{}", asked.words());
    let rather_not = [[("reaction", "useful"), ("wellbeing", "not_said")], confident].concat();
    let given = eve.submit(&asked, "give_feedback", &rather_not).await;
    assert!(given.says("Thank you for your feedback"), "{}", given.words());

    let goes_on = ben_after.visit("/sessions/figures").await;
    assert!(goes_on.says("There are no answers for these dates"), "{}", goes_on.words());
    let next_year = esteem.beside_on("2027-01-04").await;
    let over = ben.at(&next_year).visit("/sessions/figures").await;
    let few = "How many of 1 said “Very good” or “Good” is left out";
    assert!(over.says("Tower Hamlets") && over.says(few), "{}", over.words());
    assert!(over.says("small numbers are held back (rule R5-8)"), "{}", over.words());
}
