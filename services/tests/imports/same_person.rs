//! Two employee numbers with one e-mail address or registration number: a question, never a guess.

use super::merging::with_grant;
use super::small_place::small_place;
use crate::ground::{Ground, TODAY, day, nobody_listens, tally};
use domain::codes::GrantKind;
use domain::imports::{PersonKey, Verdict};
use domain::policy::Scope;
use entities::{organisation, other_employee_number, person, post};
use services::Error;
use services::imports::{self, Kind, Options, SamePerson, Source};

const HEADER: &str = "employee_number,first_name,last_name,team_code,role_code,fte,work_email,\
                      professional_registration_number\n";

/// Ada Khan of the small place again, under another number.
fn again() -> String {
    format!("{HEADER}Z9,A,Khan,T2,GP,0.20,ADA.Khan@staff.example,\n")
}

fn decided(same_person: SamePerson) -> Options {
    Options { same_person: Some(same_person), ..Options::at(day(TODAY)) }
}

async fn numbers_of(ground: &Ground) -> (usize, usize) {
    (
        ground.all::<person::Entity>().await.len(),
        ground.all::<other_employee_number::Entity>().await.len(),
    )
}

#[tokio::test]
async fn without_an_answer_nothing_is_imported_and_the_pairs_are_listed() {
    let ground = small_place().await;
    let before = ground.facts().await;
    let checked = ground.check(Kind::Staff, &again()).await;
    let told: Vec<String> = checked.report.questions.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["E1 (Ada Khan) and Z9 (A Khan) have the e-mail address ada.khan@staff.example"]
    );
    let refused = imports::merge(&ground.operator(), checked, &nobody_listens()).await;
    assert!(matches!(refused, Err(Error::Refused(_))));
    assert_eq!(ground.facts().await, before);
}

#[tokio::test]
async fn joined_the_second_number_finds_the_first_person() {
    let ground = small_place().await;
    ground.bring_with(Kind::Staff, &again(), &decided(SamePerson::Join)).await;
    assert_eq!(numbers_of(&ground).await, (3, 1));
    let people = ground.all::<person::Entity>().await;
    let ada = people.iter().find(|p| p.employee_number == "E1").unwrap();
    let posts = ground.all::<post::Entity>().await;
    assert_eq!(posts.iter().filter(|p| p.person_id == ada.id).count(), 2, "both posts are hers");

    let before = ground.facts().await;
    ground.bring(Kind::Staff, &again()).await;
    assert_eq!(ground.facts().await, before, "decided once, never asked again");
}

#[tokio::test]
async fn kept_separate_they_are_two_people_and_are_not_asked_about_again() {
    let ground = small_place().await;
    ground.bring_with(Kind::Staff, &again(), &decided(SamePerson::Separate)).await;
    assert_eq!(numbers_of(&ground).await, (4, 0));
    let before = ground.facts().await;
    ground.bring(Kind::Staff, &again()).await;
    assert_eq!(ground.facts().await, before);
}

#[tokio::test]
async fn each_pair_may_have_an_answer_of_its_own() {
    let ground = small_place().await;
    let text =
        format!("{}F1,Flo,Day,T1,PN,1.00,,12a3456e\nF2,Flo,Day,T2,PN,0.50,,12A3456E\n", again());
    let checked = ground.check(Kind::Staff, &text).await;
    assert_eq!(checked.report.questions.len(), 2);
    let verdict = |first: &str, second: &str, answer| {
        let key = |number: &str| PersonKey { employer: None, number: number.to_owned() };
        Verdict { first: key(first), second: key(second), answer }
    };
    let options = Options {
        verdicts: vec![
            verdict("E1", "Z9", SamePerson::Separate),
            verdict("F1", "F2", SamePerson::Join),
        ],
        ..Options::at(day(TODAY))
    };
    let outcome = ground.bring_with(Kind::Staff, &text, &options).await;
    assert_eq!((tally(&outcome, "people").new, tally(&outcome, "posts").new), (2, 3));
    assert_eq!(numbers_of(&ground).await, (5, 1));
}

#[tokio::test]
async fn two_records_that_exist_already_cannot_be_joined_by_a_file() {
    let ground = small_place().await;
    let text = format!("{HEADER}E2,Ben,Okoro,T1,PN,1.00,ada.khan@staff.example,\n");
    let checked = ground.check_with(Kind::Staff, &text, &decided(SamePerson::Join)).await;
    assert!(checked.report.faults.listed[0].message.contains("a file cannot join two records"));
}

#[tokio::test]
async fn nobody_outside_a_scoped_grant_is_named_or_joined() {
    let ground = small_place().await;
    let before = ground.facts().await;
    let organisations = ground.all::<organisation::Entity>().await;
    let practice = organisations.iter().find(|o| o.code == "P2").unwrap();
    let ctx = with_grant(&ground, GrantKind::Administrator, Scope::Organisation(practice.id)).await;
    let (source, watch) = (Source::text("staff.csv", &again()), nobody_listens());
    for options in [Options::at(day(TODAY)), decided(SamePerson::Join)] {
        let checked = imports::check(&ctx, Kind::Staff, &source, &options, &watch).await.unwrap();
        let told: Vec<String> =
            checked.report.faults.listed.iter().map(ToString::to_string).collect();
        assert!(checked.report.questions.is_empty() && told.len() == 1, "{told:?}");
        assert!(told[0].contains("outside what you administer") && !told[0].contains("Ada"));
        assert!(imports::merge(&ctx, checked, &watch).await.is_err());
    }
    assert_eq!(ground.facts().await, before);
}
