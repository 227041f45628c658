//! People and posts from files: corrections for every day, dated facts from a day on.

use super::small_place::{STAFF, expect, small_place};
use crate::ground::{Ground, day, tally};
use domain::codes::{PostCategory, PostStatus};
use entities::{other_employee_number, person, post, post_terms};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::imports::{Kind, Options};

/// The terms of a post, first recorded first.
async fn terms(ground: &Ground, assignment: &str) -> Vec<post_terms::Model> {
    let post = post_of(ground, assignment).await;
    let of_it = post_terms::Entity::find().filter(post_terms::Column::PostId.eq(post.id));
    of_it.order_by_asc(post_terms::Column::Id).all(ground.services.db.read()).await.unwrap()
}

async fn post_of(ground: &Ground, assignment: &str) -> post::Model {
    let posts = ground.all::<post::Entity>().await;
    posts.into_iter().find(|p| p.assignment_number.as_deref() == Some(assignment)).unwrap()
}

fn at(as_at: &str) -> Options {
    Options::at(day(as_at))
}

#[tokio::test]
async fn what_is_first_said_holds_from_the_posts_start() {
    let ground = small_place().await;
    let terms = terms(&ground, "A1").await;
    assert_eq!(terms.len(), 1);
    assert_eq!(terms[0].holds_from, None);
    assert_eq!((terms[0].category, terms[0].status), (PostCategory::Permanent, PostStatus::Active));
    assert_eq!(post_of(&ground, "A1").await.starts_on, Some(day("2020-01-06")));
    let before = ground.facts().await;
    let again = ground.bring(Kind::Staff, STAFF).await;
    assert_eq!((tally(&again, "people").unchanged, tally(&again, "posts").unchanged), (3, 3));
    assert_eq!(ground.facts().await, before);
}

#[tokio::test]
async fn a_changed_dated_fact_holds_from_the_imports_day_and_leaves_the_old_terms() {
    let ground = small_place().await;
    let moved = STAFF.replace("T1,GP,0.80", "T2,GP,0.60");
    let checked = ground.check_with(Kind::Staff, &moved, &at("2026-05-01")).await;
    let told = checked.report.tally("posts");
    assert_eq!((told.dated, told.corrected, told.unchanged), (1, 0, 2));
    assert_eq!(
        checked.report.examples[0].sentence,
        "from 1 May 2026, E1, General practitioner in Practice 2 team: team 'Practice 1 team' becomes \
         'Practice 2 team', FTE '0.80' becomes '0.60'"
    );
    ground.merge(checked).await;
    let terms_now = terms(&ground, "A1").await;
    assert_eq!(terms_now.len(), 2, "the old terms stay");
    assert_eq!((terms_now[0].holds_from, terms_now[0].fte.to_string()), (None, "0.80".to_owned()));
    assert_eq!(terms_now[1].holds_from, Some(day("2026-05-01")));
    assert_ne!(terms_now[0].team_id, terms_now[1].team_id);

    // The old file again, speaking of a day before: nothing has changed then.
    let before = ground.facts().await;
    ground.bring_with(Kind::Staff, STAFF, &at("2026-04-30")).await;
    assert_eq!(ground.facts().await, before);
}

#[tokio::test]
async fn dates_names_and_addresses_are_corrections() {
    let ground = small_place().await;
    let corrected = STAFF
        .replace("Ada,Khan", "Ada,Khan-Lewis")
        .replace("2020-01-06", "06-Jan-2021")
        .replace("ada.khan@", "Ada.KHAN-lewis@");
    let outcome = ground.bring(Kind::Staff, &corrected).await;
    assert_eq!((tally(&outcome, "people").corrected, tally(&outcome, "posts").corrected), (1, 1));
    assert_eq!(terms(&ground, "A1").await.len(), 1, "no dated fact has changed");
    assert_eq!(post_of(&ground, "A1").await.starts_on, Some(day("2021-01-06")));
    let people = ground.all::<person::Entity>().await;
    let ada = people.iter().find(|p| p.employee_number == "E1").unwrap();
    assert_eq!(ada.work_email.as_deref(), Some("ada.khan-lewis@staff.example"));
}

#[tokio::test]
async fn whatever_keeps_somebody_away_is_kept_only_as_away() {
    let ground = small_place().await;
    let header = STAFF.lines().next().unwrap();
    let text = format!(
        "{header},assignment_status,assignment_category\n\
         E1,Ada,Khan,T1,GP,0.80,A1,2020-01-06,,Maternity & Adoption,\n\
         E2,Ben,Okoro,T1,PN,1.00,A2,2021-03-01,,Acting Up,Bank\n\
         E3,Cara,Miah,T2,PN,0.60,A3,2019-09-02,,on the moon,guest\n"
    );
    expect(
        &ground.faults(Kind::Staff, &text).await,
        &["line 4, assignment_category 'guest'", "line 4, assignment_status 'on the moon'"],
    );
    let text = text.replace("on the moon,guest", ",");
    ground.bring(Kind::Staff, &text).await;
    assert_eq!(terms(&ground, "A1").await[1].status, PostStatus::Away);
    assert_eq!(terms(&ground, "A2").await[1].category, PostCategory::Bank);
    assert_eq!(terms(&ground, "A3").await.len(), 1, "blank is active and permanent, as before");

    // A file without the columns says nothing of either.
    let before = ground.facts().await;
    let plain = STAFF.replace("ada.khan@staff.example", "").replace("ben.okoro@staff.example", "");
    ground.bring(Kind::Staff, &plain).await;
    assert_eq!(ground.facts().await, before);
}

#[tokio::test]
async fn a_post_without_a_number_is_known_by_person_team_and_role() {
    let ground = small_place().await;
    let header = "employee_number,first_name,last_name,team_code,role_code,fte\n";
    let both = format!("{header}E1,Ada,Khan,T1,GP,0.50\nE1,Ada,Khan,T2,GP,0.30\n");
    let outcome = ground.bring(Kind::Staff, &both).await;
    assert_eq!((tally(&outcome, "posts").new, tally(&outcome, "posts").dated), (1, 1));
    assert_eq!(ground.all::<post::Entity>().await.len(), 4);

    // Given a number later, it is the same post.
    let numbered = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number\n\
                    E1,Ada,Khan,T2,GP,0.30,A9\n";
    let outcome = ground.bring(Kind::Staff, numbered).await;
    assert_eq!(tally(&outcome, "posts").corrected, 1);
    assert_eq!(ground.all::<post::Entity>().await.len(), 4);
}

#[tokio::test]
async fn only_a_complete_file_ends_the_posts_it_does_not_name() {
    let ground = small_place().await;
    let lines = STAFF.split_inclusive('\n');
    let without_ben: String =
        lines.filter(|line| !line.starts_with("E2") && !line.starts_with("E3")).collect();
    let before = ground.facts().await;
    ground.bring_with(Kind::Staff, &without_ben, &at("2026-05-01")).await;
    assert_eq!(ground.facts().await, before, "left alone");

    let complete = Options { complete: true, ..at("2026-05-01") };
    let outcome = ground.bring_with(Kind::Staff, &without_ben, &complete).await;
    assert_eq!(tally(&outcome, "posts").dated, 1);
    let bens = terms(&ground, "A2").await;
    let left = (Some(day("2026-05-01")), PostStatus::Left);
    assert_eq!((bens[1].holds_from, bens[1].status), left);
    assert_eq!(bens[0].status, PostStatus::Active, "April keeps what it had");
    assert_eq!(terms(&ground, "A3").await.len(), 1, "the other practice is not in the file");
    let before = ground.facts().await;
    ground.bring_with(Kind::Staff, &without_ben, &complete).await;
    assert_eq!(ground.facts().await, before);

    ground.bring_with(Kind::Staff, STAFF, &at("2026-07-01")).await;
    assert_eq!(terms(&ground, "A2").await[2].status, PostStatus::Active, "and back again");
}

#[tokio::test]
async fn line_managers_may_stand_anywhere_in_the_file_or_on_record() {
    let ground = small_place().await;
    let text = "employee_number,first_name,last_name,team_code,role_code,fte,line_manager_employee_number\n\
                E7,Dee,Ali,T1,PN,1.00,E8\n\
                E8,Eli,Ray,T1,PN,1.00,E1\n\
                E9,Fay,Ode,T1,PN,1.00,E9\n";
    ground.bring(Kind::Staff, text).await;
    let people = ground.all::<person::Entity>().await;
    let id = |number: &str| people.iter().find(|p| p.employee_number == number).map(|p| p.id);
    let managers = ground.all::<post_terms::Entity>().await;
    for manager in ["E8", "E1", "E9"] {
        assert!(managers.iter().any(|t| t.line_manager_id == id(manager)), "{manager}");
    }
    expect(
        &ground.faults(Kind::Staff, &text.replace(",E8\n", ",E99\n")).await,
        &["line 2, line_manager_employee_number 'E99': nobody with this number"],
    );
}

#[tokio::test]
async fn a_number_belongs_to_its_employer() {
    let ground = small_place().await;
    let header = "employee_number,first_name,last_name,team_code,role_code,fte,employer_code\n";
    let text = format!("{header}X1,Ola,One,T1,PN,1.00,P1\nX1,Tom,Two,T2,PN,1.00,P2\n");
    assert_eq!(tally(&ground.bring(Kind::Staff, &text).await, "people").new, 2);
    let before = ground.facts().await;
    ground.bring(Kind::Staff, &text).await;
    assert_eq!(ground.facts().await, before);
    let alone =
        "employee_number,first_name,last_name,team_code,role_code,fte\nX1,Ola,One,T1,PN,1.00\n";
    let found = ground.faults(Kind::Staff, alone).await;
    expect(&found, &["line 2, employee_number 'X1': several people have this number"]);
    let nowhere = format!("{header}X1,Ola,One,T1,PN,1.00,P9\n");
    expect(&ground.faults(Kind::Staff, &nowhere).await, &["line 2, employer_code 'P9'"]);
}

#[tokio::test]
async fn other_numbers_find_the_same_person() {
    let ground = small_place().await;
    let header =
        "employee_number,first_name,last_name,team_code,role_code,fte,other_employee_numbers\n";
    let text = format!("{header}OLD1,Ada,Khan,T2,GP,0.10,\nE1,Ada,Khan,T1,GP,0.80,OLD1; OLD2\n");
    ground.bring(Kind::Staff, &text).await;
    assert_eq!(ground.all::<person::Entity>().await.len(), 3, "nobody new");
    assert_eq!(ground.all::<other_employee_number::Entity>().await.len(), 2);
    let before = ground.facts().await;
    ground.bring(Kind::Staff, &text).await;
    assert_eq!(ground.facts().await, before);
    let taken = format!("{header}E1,Ada,Khan,T1,GP,0.80,E2\n");
    let found = ground.faults(Kind::Staff, &taken).await;
    expect(&found, &["line 2, other_employee_numbers 'E2': E2 is the number of somebody else"]);
}

#[tokio::test]
async fn every_fault_of_a_staff_file_is_told() {
    let ground = small_place().await;
    let text = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,\
                leaving_date,work_email\n\
                N1,Ann,Lee,T9,XX,1.6,,31/02/2026,,ann\n\
                N2,Bob,-x,T1,PN,-0.5,,2026-05-01,2026-04-30,\n\
                N3,Cyd,Ray,T1,PN,1.00,,2026-05-01,2026-04-30,\n\
                N4,Dan,Poe,T1,PN,1.00,A1,,,\n\
                N5,Eve,Fox,T1,PN,1.00,B5,,,\n\
                N6,Fin,Fox,T1,PN,1.00,B5,,,\n\
                N5,Eva,Fox,T2,PN,1.00,,,,\n\
                N7,Gus,Orr,T1,PN,1.00,,,,\n\
                N7,Gus,Orr,T1,PN,1.00,,,,\n\
                N7,Gus,Orr,T1,PN,0.50,,,,\n";
    expect(
        &ground.faults(Kind::Staff, text).await,
        &[
            "line 2, work_email 'ann': is not an e-mail address",
            "line 2, team_code 'T9': is not the code of a team on record",
            "line 2, role_code 'XX': is not the code of a role on record",
            "line 2, fte '1.6': '1.6' is not a full-time equivalent",
            "line 2, start_date '31/02/2026'",
            "line 3, last_name '-x': starts with =, +, -, @",
            "line 3, fte '-0.5': '-0.5' is not a full-time equivalent",
            "line 4, leaving_date: the leaving date is before the start date",
            "line 5, assignment_number 'A1': is the assignment number of somebody else on record",
            "line 7, assignment_number 'B5': is also the assignment number of somebody else, in line 6",
            "line 8, employee_number 'N5': name, e-mail address or registration number differ from line 6",
            "line 10, employee_number 'N7': repeats line 9",
            "line 11, employee_number 'N7': is also said in line 9, with other values",
        ],
    );
}

/// A person, a team and a role, and the header of what a file says of their posts.
const KEYS: &str =
    "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number\n";

#[tokio::test]
async fn a_post_without_a_number_and_one_with_stay_two_posts() {
    let ground = small_place().await;
    let text = KEYS.to_owned() + "E9,Ada,Ray,T1,PN,1,\nE9,Ada,Ray,T1,PN,0.5,A9\n";
    let first = ground.bring(Kind::Staff, &text).await;
    assert_eq!(tally(&first, "posts").new, 2);
    let again = ground.bring(Kind::Staff, &text).await;
    assert!(tally(&again, "posts").changes_nothing(), "{:?}", again.tallies);
}

#[tokio::test]
async fn a_number_for_a_second_post_is_not_given_to_the_first() {
    let ground = small_place().await;
    ground.bring(Kind::Staff, &(KEYS.to_owned() + "E9,Ada,Ray,T1,PN,1,\n")).await;
    let both = KEYS.to_owned() + "E9,Ada,Ray,T1,PN,0.5,A9\nE9,Ada,Ray,T1,PN,1,\n";
    let outcome = ground.bring(Kind::Staff, &both).await;
    assert_eq!((tally(&outcome, "posts").new, tally(&outcome, "posts").unchanged), (1, 1));
}
