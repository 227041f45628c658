//! People in a file of evidence who are not on record: a fault, unless whoever brings the file has them left out.

use super::merging::with_grant;
use super::small_place::{expect, small_place};
use crate::ground::{Ground, TODAY, day, nobody_listens, tally};
use domain::codes::GrantKind;
use domain::imports::Report;
use domain::policy::Scope;
use entities::{evidence_item, organisation};
use services::imports::{self, Kind, Options, Source};

const COMPETENCES: &str = "employee_number,competence,date_from\n\
    E1,Fire,2026-05-04\nE98,Fire,2026-05-04\nE98,Lifting,2026-05-04\nE99,Fire,31/02/2026\n";
const CERTIFICATES: &str = "employee_number,work_email,course,completed_on\n\
    E3,,Dementia,2026-05-04\n,nobody@staff.example,Dementia,2026-05-04\n";

fn without_strangers() -> Options {
    Options { leave_out_unknown: true, ..Options::at(day(TODAY)) }
}

fn told(report: &Report) -> Vec<String> {
    report.faults.listed.iter().map(ToString::to_string).collect()
}

async fn faults_without(ground: &Ground, kind: Kind, text: &str) -> Vec<String> {
    told(&ground.check_with(kind, text, &without_strangers()).await.report)
}

#[tokio::test]
async fn one_of_them_refuses_the_file_and_the_fault_says_how_to_leave_them_out() {
    let ground = small_place().await;
    let way = "; or tick 'Leave out people who are not on record here' (--leave-out-unknown)";
    let faults = ground.faults(Kind::EsrCompetences, COMPETENCES).await;
    let number = "nobody on record has this number; import staff first, or correct it";
    expect(
        &faults,
        &[
            &format!("line 3, employee_number 'E98': {number}{way}"),
            &format!("line 4, employee_number 'E98': {number}{way}"),
            &format!("line 5, employee_number 'E99': {number}{way}"),
            "line 5, date_from '31/02/2026'",
        ],
    );
    let faults = ground.faults(Kind::Certificates, CERTIFICATES).await;
    assert!(faults.len() == 1 && faults[0].ends_with(way), "{faults:?}");
    let history =
        "employee_number,competency_code,kind,made_on,level\nE98,RSK-1,self,2026-01-05,3\n";
    let faults = ground.faults(Kind::Judgements, history).await;
    assert!(faults[0].ends_with(number), "history leaves nobody out: {faults:?}");
}

#[tokio::test]
async fn where_they_are_left_out_the_rest_comes_in_and_they_are_counted_and_named() {
    let ground = small_place().await;
    let checked = ground.check_with(Kind::EsrCompetences, COMPETENCES, &without_strangers()).await;
    assert_eq!(checked.report.left_out, ["3 rows of 2 people not on record here: E98, E99"]);
    let outcome = ground.merge(checked).await;
    assert_eq!(tally(&outcome, "pieces of evidence").new, 1);
    let kept = ground.only::<evidence_item::Entity>().await;
    assert_eq!(kept.person_id, ground.person("E1").await);

    let checked = ground.check_with(Kind::Certificates, CERTIFICATES, &without_strangers()).await;
    let named = "1 row of 1 person not on record here: nobody@staff.example";
    assert_eq!(checked.report.left_out, [named]);
    ground.merge(checked).await;
    assert_eq!(ground.all::<evidence_item::Entity>().await.len(), 2);
}

#[tokio::test]
async fn whatever_else_is_wrong_still_refuses_the_file() {
    let ground = small_place().await;
    let text = "employee_number,work_email,employer_code,course,completed_on\n\
                E98,,,Dementia,2026-05-04\n\
                E1,,,Dementia,31/02/2026\n\
                E1,nobody@staff.example,,Dementia,2026-05-04\n\
                E98,ben.okoro@staff.example,,Dementia,2026-05-04\n\
                E98,,P9,Dementia,2026-05-04\n\
                ,,,Dementia,2026-05-04\n";
    let faults = faults_without(&ground, Kind::Certificates, text).await;
    expect(
        &faults,
        &[
            "line 3, completed_on '31/02/2026'",
            "line 4, work_email 'nobody@staff.example': nobody on record has this e-mail address",
            "line 5, employee_number 'E98': nobody on record has this number",
            "line 6, employer_code 'P9': is not the code of an organisation",
            "line 7, employee_number: say whose it is",
        ],
    );
    assert!(!faults.concat().contains("Leave out"), "it would not help: {faults:?}");
}

#[tokio::test]
async fn whom_somebody_does_not_administer_is_unknown_to_their_file() {
    let ground = small_place().await;
    let organisations = ground.all::<organisation::Entity>().await;
    let practice = organisations.iter().find(|o| o.code == "P1").unwrap();
    let scope = Scope::Organisation(practice.id);
    let ctx = with_grant(&ground, GrantKind::Administrator, scope).await;
    let text = "employee_number,competence,date_from\nE1,Fire,2026-05-04\nE3,Fire,2026-05-04\n";
    let (source, watch) = (Source::text("esr.csv", text), nobody_listens());
    let kind = Kind::EsrCompetences;
    let checked = imports::check(&ctx, kind, &source, &without_strangers(), &watch).await.unwrap();
    assert_eq!(told(&checked.report), [""; 0]);
    assert_eq!(checked.report.left_out, ["1 row of 1 person not on record here: E3"]);
}
