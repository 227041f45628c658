//! People and teams as a practice manager meets them: a starter, a change, a leaver; and what others see of it.

use crate::small::{bring, small_place};
use domain::codes::GrantKind::{TeamManager, WorkforceLead};
use domain::imports::Kind;
use http::StatusCode;
use tests::{Installation, User};

const TODAY: &str = "2026-11-02";

const FILES: [(Kind, &str); 4] = [
    (
        Kind::Framework,
        "code,domain_code,title,statement,strand,refresh_months,rare_event\n\
         RSK-1,RSK,Ask about risk,Asks openly about self-harm,mental_health,24,no\n",
    ),
    (
        Kind::Roles,
        "code,title,setting,esr_staff_group,mental_health_professional\n\
         PN,Practice nurse,primary_care,Nursing and Midwifery Registered,no\n",
    ),
    (
        Kind::Requirements,
        "role_code,competency_code,required_level,necessity,critical\nPN,RSK-1,3,core,yes\n",
    ),
    (
        Kind::Staff,
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,employer_code\n\
         E1,Amina,Khan,T1,PN,1.00,A1,2024-01-01,P1\nE2,Eve,Ali,T2,PN,1.00,A2,2024-01-01,P2\n",
    ),
];

async fn staffed() -> Installation {
    let esteem = small_place(TODAY).await;
    for (kind, text) in FILES {
        bring(&esteem, kind, text).await;
    }
    esteem
}

async fn manager(esteem: &Installation) -> User {
    esteem.somebody("dan@staff.example", &[(TeamManager, "P1")]).await
}

/// The address of somebody's page, from the list of people.
async fn page_of(user: &mut User, name: &str) -> String {
    let list = user.visit("/people").await;
    list.links(name).into_iter().next().unwrap_or_else(|| panic!("no {name} in {}", list.words()))
}

/// The three boxes of a date.
fn on<'a>([day, month, year]: [&'a str; 3], names: [&'a str; 3]) -> [(&'a str, &'a str); 3] {
    [(names[0], day), (names[1], month), (names[2], year)]
}

const FIRST_DAY: [&str; 3] = ["starts_on-day", "starts_on-month", "starts_on-year"];
const LAST_DAY: [&str; 3] = ["last_day-day", "last_day-month", "last_day-year"];

#[tokio::test]
async fn a_manager_adds_a_starter() {
    let esteem = staffed().await;
    let mut dan = manager(&esteem).await;
    let teams = dan.visit("/teams").await;
    assert!(teams.says("Practice 1 team") && !teams.says("Practice 2 team"), "{}", teams.words());
    let team = dan.visit("/teams/T1").await;
    let form = dan.visit(&team.links("Add a starter")[0]).await;

    let empty = dan.submit(&form, "add_starter", &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text(".nhsuk-error-summary").contains("Enter the first name"));
    let mut answers =
        vec![("employee_number", "E1"), ("first_name", "Nadia"), ("last_name", "Miah")];
    answers.extend([("role", "PN"), ("fte", "0.6")]);
    answers.extend(on(["16", "11", "2026"], FIRST_DAY));
    let known = dan.submit(&empty, "add_starter", &answers).await;
    assert!(known.says("already in use at Practice 1") && known.says("This may be Amina Khan"));
    assert!(known.form("add_starter").contains(&("first_name".to_owned(), "Nadia".to_owned())));

    let team = dan.submit(&known, "add_starter", &[("employee_number", "E9")]).await;
    assert_eq!(team.path, "/teams/T1");
    assert!(team.says("Nadia Miah’s post as Practice nurse starts on 16 November 2026"));
    assert!(team.says("Starters in the last and next 90 days"));
    let due = dan.visit("/teams/T1/due").await;
    assert!(due.says("1 starter has not begun yet and is not in this list."), "{}", due.words());
    assert_eq!(due.links("See who starts"), ["/teams/T1"]);
    let seen = dan.visit(&team.links("Nadia Miah")[0]).await;
    assert!(seen.says("E9") && seen.says("Not started") && seen.says("0.60"), "{}", seen.words());
}

#[tokio::test]
async fn a_manager_ends_a_post_and_puts_the_day_right() {
    let esteem = staffed().await;
    let mut dan = manager(&esteem).await;
    let amina = page_of(&mut dan, "Khan, Amina").await;
    let page = dan.visit(&amina).await;
    let form = dan.visit(&page.links("End this post")[0]).await;
    let early = dan.submit(&form, "end_post", &on(["31", "12", "2023"], LAST_DAY)).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.says("This post starts on 1 January 2024"), "{}", early.words());
    let ended = dan.submit(&early, "end_post", &on(["4", "12", "2026"], LAST_DAY)).await;
    assert_eq!(ended.path, amina);
    assert!(ended.says("Amina Khan’s post ends on 4 December 2026"), "{}", ended.words());
    assert!(dan.visit("/teams/T1").await.says("Leavers in the next 90 days"));
    let form = dan.visit(&ended.links("End this post")[0]).await;
    let back = dan.submit(&form, "end_post", &on(["", "", ""], LAST_DAY)).await;
    assert!(back.says("Amina Khan’s post has no last day any more"), "{}", back.words());
}

#[tokio::test]
async fn a_manager_changes_a_post_and_gives_a_second_one() {
    let esteem = staffed().await;
    let mut dan = manager(&esteem).await;
    let amina = page_of(&mut dan, "Khan, Amina").await;
    let page = dan.visit(&amina).await;
    let form = dan.visit(&page.links("Change this post")[0]).await;
    let same = dan.submit(&form, "change_post", &[]).await;
    assert!(same.text(".nhsuk-error-summary").contains("Nothing is different"));
    let changed = dan.submit(&same, "change_post", &[("status", "away")]).await;
    assert!(changed.says("Amina Khan’s post changes on 2 November 2026"), "{}", changed.words());
    assert!(dan.visit("/teams/T1").await.says("Away"));

    let form = dan.visit(&changed.links("Add a post")[0]).await;
    let answers = [("team", "T1"), ("role", "PN"), ("fte", "0.2")];
    let twice = dan.submit(&form, "add_post", &answers).await;
    assert!(twice.says("They hold this role in this team already"), "{}", twice.words());
}

#[tokio::test]
async fn the_matrix_and_the_record_are_read_in_words() {
    let esteem = staffed().await;
    let mut dan = manager(&esteem).await;
    let team = dan.visit("/teams/T1").await;
    let matrix = dan.visit(&team.links("People by competency")[0]).await;
    assert_eq!(matrix.all("thead th[scope=col]"), ["Name", "RSK-1 Ask about risk"]);
    assert!(matrix.text("tbody th[scope=row]").starts_with("Khan, Amina"));
    let cell = matrix.text("tbody td");
    for words in ["Not assessed", "Level 3 asked", "Critical"] {
        assert!(cell.contains(words), "{cell}");
    }
    let amina = page_of(&mut dan, "Khan, Amina").await;
    let page = dan.visit(&amina).await;
    let competency = dan.visit(&page.links("Ask about risk")[0]).await;
    assert!(
        competency.says("Amina Khan: Ask about risk")
            && competency.says("Nothing has been recorded")
    );
}

#[tokio::test]
async fn what_is_not_ones_to_see_is_not_found() {
    let esteem = staffed().await;
    let mut dan = manager(&esteem).await;
    let amina = page_of(&mut dan, "Khan, Amina").await;
    let page = dan.visit(&amina).await;
    let mut paths =
        vec![amina.clone(), format!("{amina}/competencies/RSK-1"), format!("{amina}/posts/new")];
    paths.extend(page.links("Change this post"));
    paths.extend(page.links("End this post"));
    paths.extend(["/teams/T1", "/teams/T1/matrix", "/teams/T1/starters/new"].map(str::to_owned));
    let mut other = esteem.somebody("finn@staff.example", &[(TeamManager, "P2")]).await;
    for path in &paths {
        assert_eq!(other.visit(path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert!(esteem.stranger().visit(path).await.path.starts_with("/sign-in"), "{path}");
    }
    assert_eq!(dan.visit("/people/nobody").await.status, StatusCode::NOT_FOUND);
    let mut lead = esteem.somebody("lead@staff.example", &[(WorkforceLead, "TH")]).await;
    let seen = lead.visit("/teams").await;
    assert!(seen.says("Practice 2 team") && seen.says("0.0%"), "{}", seen.words());
    let team = lead.visit("/teams/T1").await;
    assert_eq!(team.status, StatusCode::OK);
    assert!(team.says("Coverage of this team") && !team.says("Khan"), "{}", team.words());
}

#[tokio::test]
async fn an_empty_search_says_what_to_do() {
    let esteem = staffed().await;
    let mut dan = manager(&esteem).await;
    let page = dan.visit("/people?q=zebra").await;
    assert!(page.says("Nobody found for “zebra”") && !page.links("Show everyone").is_empty());
    assert!(dan.visit("/teams?q=zebra").await.says("No team found"));
    let found = dan.visit("/people?q=practice").await;
    assert!(found.says("Showing 1 to 1 of 1 people"), "{}", found.words());
}
