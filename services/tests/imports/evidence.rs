//! Competences and certificates from files: evidence of people, never twice, and never a level.

use super::merging::with_grant;
use super::small_place::{expect, small_place};
use crate::ground::{Ground, TODAY, day, nobody_listens, tally};
use domain::codes::{Evidence, EvidenceSource, GrantKind};
use domain::frameworks::Level;
use domain::judgements::forms::AskForConfirmation;
use domain::policy::Scope;
use entities::{course, evidence_about, evidence_item, imported_evidence, judgement};
use sea_orm::{EntityTrait, PaginatorTrait};
use services::evidence::{course as course_detail, courses, own, remove, say_about_course};
use services::imports::{self, Kind, Options, SamePerson, Source};
use services::{Ctx, Error};

/// As ESR writes it: other names of columns, bars, dates of its own, a line for each assignment.
const COMPETENCES: &str = "\
Employee Number,Competence Name,Proficiency Level,Start Date,End Date,Organisation
E1,NHS|CSTF|Fire Safety - 1 Year|,,30-Nov-2025,30-Nov-2026,Trust
E1,NHS|CSTF|Fire Safety - 1 Year|,,30-Nov-2025,30-Nov-2026,Trust
E2,Safe talking,2,2026/03/01 00:00:00,31-Dec-4712,Trust
";

const CERTIFICATES: &str = "\
employee_number,work_email,course title,completed_on,minutes,certificate,competency_code,delivery
E1,,Dementia,2026-05-04,90,https://learning.example.org/c/1,RSK-1;EMG-1,
,BEN.okoro@staff.example,Dementia,2026-05-04,60,AB-1,,classroom
";

const PIECES: &str = "pieces of evidence";

async fn judged(ground: &Ground) -> u64 {
    judgement::Entity::find().count(ground.services.db.read()).await.unwrap()
}

async fn items(ground: &Ground) -> Vec<evidence_item::Model> {
    let mut items = ground.all::<evidence_item::Entity>().await;
    items.sort_by(|a, b| a.what.cmp(&b.what));
    items
}

#[tokio::test]
async fn an_export_of_competences_becomes_evidence_once_and_no_level() {
    let ground = small_place().await;
    let checked = ground.check(Kind::EsrCompetences, COMPETENCES).await;
    assert_eq!(checked.report.unknown_columns, ["Organisation"]);
    let found = checked.report.tally(PIECES);
    assert_eq!((found.new, found.unchanged), (2, 1), "a line for each assignment is one piece");
    let told = checked.report.assumed.join("; ");
    assert!(told.contains("'Fire Safety - 1 Year (NHS CSTF)' is about (1 in the file)"), "{told}");
    let outcome = ground.merge(checked).await;

    let [fire, talking] = items(&ground).await.try_into().unwrap();
    assert_eq!(
        fire.what,
        "Fire Safety - 1 Year (NHS CSTF): competence in ESR, held to 30 November 2026"
    );
    assert_eq!((fire.kind, fire.source), (Evidence::Elearning, EvidenceSource::Import));
    assert_eq!(fire.happened_on, day("2025-11-30"));
    assert_eq!(talking.what, "Safe talking: competence in ESR, proficiency 2", "no end of time");
    let keys = ground.all::<imported_evidence::Entity>().await;
    assert!(keys.iter().all(|row| row.import_id == outcome.import));
    assert_eq!(judged(&ground).await, 0, "it says nothing of levels");

    let again = ground.bring(Kind::EsrCompetences, COMPETENCES).await;
    assert_eq!((tally(&again, PIECES).new, tally(&again, PIECES).unchanged), (0, 2));
    assert_eq!(items(&ground).await, [fire, talking]);
}

#[tokio::test]
async fn a_certificate_is_found_by_number_or_address_and_keeps_its_link() {
    let ground = small_place().await;
    ground.bring(Kind::Certificates, CERTIFICATES).await;
    let [adas, bens] = items(&ground).await.try_into().unwrap();
    assert_eq!((adas.what.as_str(), adas.minutes), ("Dementia", Some(90)));
    assert_eq!(adas.link.as_deref(), Some("https://learning.example.org/c/1"));
    assert_eq!(
        (bens.what.as_str(), bens.kind),
        ("Dementia, certificate AB-1", Evidence::Attendance)
    );
    assert!(bens.participatory && !adas.participatory, "in a room with others");
    assert_eq!(bens.person_id, ground.person("E2").await);
    let about = ground.all::<evidence_about::Entity>().await;
    assert_eq!(about.iter().filter(|row| row.item_id == adas.id).count(), 2);
    assert!(about.iter().all(|row| row.item_id == adas.id), "nobody said what Ben's is about");
}

#[tokio::test]
async fn every_fault_is_told() {
    let ground = small_place().await;
    let text = "employee_number,work_email,course,completed_on,minutes,certificate,competency_code,delivery\n\
                E99,,Dementia,2026-11-02,0,http://x.example,RSK-9,by post\n\
                ,nobody@staff.example,,2026-05-04,,,,\n\
                ,,=1,2026-05-04,,,,\n\
                E1,,Dementia,2026-05-04,90,,,\n\
                E1,,dementia,2026-05-04,60,,,\n";
    expect(
        &ground.faults(Kind::Certificates, text).await,
        &[
            "line 2, employee_number 'E99': nobody on record has this number",
            "line 2, completed_on '2026-11-02': is later than today, 1 November 2026",
            "line 2, minutes '0': write a whole number from 1 to 24000",
            "line 2, certificate 'http://x.example': Enter a whole address",
            "line 2, delivery 'by post': write e-learning or classroom",
            "line 2, competency_code 'RSK-9': is not the code of a competency",
            "line 3, work_email 'nobody@staff.example': nobody on record has this e-mail address",
            "line 3, course: this must not be blank",
            "line 4, employee_number: say whose it is",
            "line 4, course '=1': starts with =",
            "line 6 'dementia': is also said in line 5, with other values",
        ],
    );
    let text = "employee_number,competence,date_from,date_to\nE1,Fire,2026-05-04,2026-05-03\n";
    expect(
        &ground.faults(Kind::EsrCompetences, text).await,
        &["line 2, date_to '2026-05-03': is before date_from, 2026-05-04"],
    );
    assert!(items(&ground).await.is_empty(), "a file with a fault imports nothing");
}

#[tokio::test]
async fn a_patient_in_a_title_is_a_fault_and_perhaps_one_a_doubt() {
    let ground = small_place().await;
    let with =
        |title: &str| format!("employee_number,course,completed_on\nE1,{title},2026-05-04\n");
    let faults = ground.faults(Kind::Certificates, &with("About 401 023 2137")).await;
    assert_eq!(faults, ["line 2, course: holds an NHS number; remove it"], "without the number");
    let checked = ground.check(Kind::Certificates, &with("Visits in E1 4NS")).await;
    assert!(checked.report.is_clear() && checked.report.doubts.listed.len() == 1);
}

#[tokio::test]
async fn a_number_and_an_address_of_two_people_are_a_question() {
    let ground = small_place().await;
    let text = "employee_number,work_email,course,completed_on\n\
                E1,ben.okoro@staff.example,Dementia,2026-05-04\n";
    let checked = ground.check(Kind::Certificates, text).await;
    let told: Vec<String> = checked.report.questions.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["E1 (Ada Khan) and E2 (Ben Okoro) have the e-mail address ben.okoro@staff.example"]
    );
    assert!(checked.ready().is_err());
    let decided = |answer| Options { same_person: Some(answer), ..Options::at(day(TODAY)) };
    let joined = ground.check_with(Kind::Certificates, text, &decided(SamePerson::Join)).await;
    assert!(joined.report.faults.listed[0].message.contains("cannot join two records"));
    ground.bring_with(Kind::Certificates, text, &decided(SamePerson::Separate)).await;
    assert_eq!(items(&ground).await[0].person_id, ground.person("E1").await, "the number counts");
}

async fn check_as(ctx: &Ctx, text: &str) -> Vec<String> {
    let source = Source::text("certificates.csv", text);
    let (options, watch) = (Options::at(day(TODAY)), nobody_listens());
    let checked = imports::check(ctx, Kind::Certificates, &source, &options, &watch).await.unwrap();
    checked.report.faults.listed.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn nobody_brings_evidence_about_themselves_or_about_people_outside_their_scope() {
    let ground = small_place().await;
    let ada = ground.sign_in("E1", Some((GrantKind::Administrator, "P1"))).await;
    let found = check_as(&ada, CERTIFICATES).await;
    expect(&found, &["line 2, employee_number 'E1': is yourself"]);
    let caras = "employee_number,course,completed_on\nE3,Dementia,2026-05-04\n";
    expect(&check_as(&ada, caras).await, &["line 2, employee_number 'E3': nobody on record"]);
}

#[tokio::test]
async fn what_is_corrected_in_a_file_is_corrected_unless_it_was_attached() {
    let ground = small_place().await;
    ground.bring(Kind::Certificates, CERTIFICATES).await;
    let longer = CERTIFICATES.replace(",90,", ",120,");
    let outcome = ground.bring(Kind::Certificates, &longer).await;
    let found = tally(&outcome, PIECES);
    assert_eq!((found.new, found.corrected, found.unchanged), (0, 1, 1));
    assert_eq!(items(&ground).await[0].minutes, Some(120));

    let ada = ground.sign_in("E1", None).await;
    let piece = items(&ground).await[0].id;
    let asked = AskForConfirmation {
        level: Level::AWARE,
        items: vec![piece],
        described: None,
        attach_reflection: false,
    };
    services::judgements::ask(&ada, "RSK-1", asked, "").await.unwrap();
    let checked = ground.check(Kind::Certificates, CERTIFICATES).await;
    let left_out = checked.report.left_out.join("; ");
    assert!(left_out.contains("E1: Dementia, 4 May 2026: it was attached"), "{left_out}");
    ground.merge(checked).await;
    assert_eq!(items(&ground).await[0].minutes, Some(120), "history stays as it is");
}

#[tokio::test]
async fn its_owner_sees_who_brought_it_in_and_cannot_change_it() {
    let ground = small_place().await;
    let admin = with_grant(&ground, GrantKind::Administrator, Scope::Everywhere).await;
    let source = Source::text("certificates.csv", CERTIFICATES);
    let (options, watch) = (Options::at(day(TODAY)), nobody_listens());
    imports::bring_in(&admin, Kind::Certificates, &source, &options, &watch).await.unwrap();
    let ada = ground.sign_in("E1", None).await;
    let mine = own(&ada, None, "", 1).await.unwrap().lines.entries;
    assert_eq!(mine.len(), 1, "and nothing of Ben's");
    assert_eq!(mine[0].imported_by.as_deref(), Some(admin.actor.name()));
    assert!(!mine[0].may_change());
    let refused = remove(&ada, mine[0].id).await;
    assert!(
        matches!(&refused, Err(Error::Refused(r)) if r.to_string().contains("stays as it came")),
        "{refused:?}"
    );
}

#[tokio::test]
async fn what_a_course_is_about_is_remembered_and_fills_in_what_came_in_about_nothing() {
    let ground = small_place().await;
    ground.bring(Kind::Certificates, CERTIFICATES).await;
    let operator = ground.operator();
    let listed = courses(&operator, "", 1).await.unwrap().entries;
    assert_eq!((listed.len(), listed[0].pieces), (1, 2));
    let id = listed[0].id;
    say_about_course(&operator, id, &["EMG-1".to_owned()]).await.unwrap();
    let [adas, bens] = items(&ground).await.try_into().unwrap();
    let about = ground.all::<evidence_about::Entity>().await;
    let of = |id| about.iter().filter(|row| row.item_id == id).count();
    assert_eq!((of(adas.id), of(bens.id)), (2, 1), "what said so itself stays");

    let more = "employee_number,course,completed_on\nE3,DEMENTIA,2026-06-01\n";
    let checked = ground.check(Kind::Certificates, more).await;
    assert!(checked.report.assumed.is_empty(), "{:?}", checked.report.assumed);
    ground.merge(checked).await;
    assert_eq!(ground.all::<evidence_about::Entity>().await.len(), 4);
    assert_eq!(ground.all::<course::Entity>().await.len(), 1, "one course, however it is written");
    assert_eq!(course_detail(&operator, id).await.unwrap().chosen, ["EMG-1"]);

    let unknown = say_about_course(&operator, id, &["RSK-9".to_owned()]).await;
    assert!(matches!(unknown, Err(Error::Refused(_))));
    let lead = with_grant(&ground, GrantKind::WorkforceLead, Scope::Everywhere).await;
    assert!(courses(&lead, "", 1).await.is_err() && course_detail(&lead, id).await.is_err());
    assert!(say_about_course(&lead, id, &[]).await.is_err());
}
