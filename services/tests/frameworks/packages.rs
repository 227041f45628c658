//! A draft from a CASE 1.0 package: under its own identifiers, and the same package again once it is published.

use super::place::{FROM, place};
use crate::ground::{Ground, TODAY, day, ground, nobody_listens, shared, tally};
use crate::imports::case::{MANY_SCRIPTS, exported, exported_as, large};
use domain::codes::GrantKind::Administrator;
use domain::frameworks::Level;
use domain::frameworks::drafting::{BeginWith, Comment, StartDraft};
use domain::ids::FrameworkVersionId;
use domain::policy::{Actor, Grant, Scope};
use entities::{competency, competency_domain, framework_source, framework_version, requirement};
use serde_json::Value;
use services::imports::{self, Kind, Options, Source};
use services::{Ctx, frameworks};

/// Begins an empty draft and says its number.
async fn begin(ctx: &Ctx) -> i32 {
    let start = StartDraft { title: "To be replaced".into(), begin: BeginWith::Nothing };
    frameworks::start(ctx, &start).await.unwrap()
}

fn as_a_draft() -> Options {
    Options { draft: true, ..Options::at(day(TODAY)) }
}

/// A package with text in many scripts, as another installation writes it.
async fn package() -> String {
    let elsewhere = ground().await;
    elsewhere.bring(Kind::Framework, MANY_SCRIPTS).await;
    exported(&elsewhere).await
}

async fn version(ground: &Ground, number: i32) -> framework_version::Model {
    let rows = ground.all::<framework_version::Entity>().await;
    rows.into_iter().find(|row| row.number == number).unwrap()
}

#[tokio::test]
async fn a_package_that_went_into_a_draft_comes_out_as_it_came_in() {
    let package = package().await;
    let here = ground().await;
    let operator = here.operator();
    let number = begin(&operator).await;
    let outcome = here.bring(Kind::Framework, &package).await;
    assert_eq!((tally(&outcome, "domains").new, tally(&outcome, "competencies").new), (2, 3));
    assert!(here.facts().await.contains("Draft"), "nothing is published by a file");
    let overview = frameworks::overview_of(&operator, number).await.unwrap();
    let codes: Vec<&str> = overview.domains.iter().map(|domain| domain.code.as_str()).collect();
    assert_eq!(codes, ["RSK", "EMG"]);

    let before = here.facts().await;
    let again = here.bring(Kind::Framework, &package).await;
    assert_eq!(tally(&again, "competencies").unchanged, 3);
    assert_eq!(here.facts().await, before, "a second time changes nothing");
    frameworks::publish(&operator, number, TODAY).await.unwrap();
    assert_eq!(exported(&here).await, package, "byte for byte, document and all");
}

#[tokio::test]
async fn a_file_can_start_a_draft_beside_what_is_in_use() {
    let package = package().await;
    let here = place().await;
    let in_use = here.coverage(TODAY).await;
    here.bring_with(Kind::Framework, &package, &as_a_draft()).await;
    assert_eq!(here.coverage(TODAY).await, in_use);
    let draft = version(&here, 2).await;
    let theirs: Value = serde_json::from_str(&package).unwrap();
    assert_eq!(theirs["CFDocument"]["identifier"], draft.id.to_string());
    for row in here.all::<competency::Entity>().await.iter().filter(|r| r.version_id == draft.id) {
        assert!(package.contains(&row.id.to_string()), "{row:?}");
    }
    // The old competencies lead nowhere.
    let operator = here.operator();
    for old in ["A-1", "W-1", "B-1", "R-1", "C-1", "C-2"] {
        super::place::answer(&operator, old, "retired", &[]).await;
    }
    frameworks::publish(&operator, 2, FROM).await.unwrap();
    let ours: Value = serde_json::from_str(&exported_as(&here, draft.id).await).unwrap();
    let without_days = |package: &Value, part: &str| {
        let mut parts = package[part].clone();
        for part in parts.as_array_mut().unwrap() {
            part.as_object_mut().unwrap().remove("lastChangeDateTime");
        }
        parts
    };
    for part in ["CFItems", "CFAssociations"] {
        assert_eq!(without_days(&ours, part), without_days(&theirs, part));
    }
}

#[tokio::test]
async fn a_csv_can_start_a_draft_too_and_what_it_words_alike_is_asked_as_before() {
    let here = place().await;
    let file = "code,domain_code,title,statement,refresh_months\nA-1,ONE,Asks,Asks openly,24\n\
                W-1,ONE,Widens,Widens a lot,24\n";
    here.bring_with(Kind::Framework, file, &as_a_draft()).await;
    let operator = here.operator();
    let asked = frameworks::requirements_of(&operator, 2, "PN").await.unwrap().domains;
    let levels: Vec<_> = asked[0].1.iter().map(|of| of.level.map(Level::number)).collect();
    assert_eq!(
        levels,
        [Some(3), None],
        "A-1 is the same; of W-1 somebody must say what became of it"
    );
    let open = frameworks::overview_of(&operator, 2).await.unwrap().open_questions;
    assert!(!open.contains(&"Say what becomes of A-1.".to_owned()), "{open:?}");
    assert!(open.contains(&"Say what becomes of W-1.".to_owned()), "{open:?}");
}

#[tokio::test]
async fn what_was_edited_elsewhere_comes_back_under_new_identifiers_as_the_same_where_it_is() {
    let here = place().await;
    let operator = here.operator();
    let first = version(&here, 1).await.id;
    let mut package: Value = serde_json::from_str(&exported_as(&here, first).await).unwrap();
    let items = package["CFItems"].as_array_mut().unwrap();
    let item = items.iter_mut().find(|item| item["humanCodingScheme"] == "W-1").unwrap();
    item["fullStatement"] = "Widens at once".into();
    begin(&operator).await;
    let checked = here.check(Kind::Framework, &package.to_string()).await;
    let told = checked.report.left_out.join("\n");
    assert!(told.contains("The identifier of the document"), "{told}");
    assert!(
        told.contains("that another version here has: 9"),
        "three domains, six competencies: {told}"
    );
    here.merge(checked).await;
    let open = frameworks::overview_of(&operator, 2).await.unwrap().open_questions;
    assert_eq!(open, ["Say what becomes of W-1."]);
    let requirements = here.all::<requirement::Entity>().await.len();
    assert_eq!(requirements, 8 + 7, "asked as before, but for W-1");
    let before = here.facts().await;
    here.bring(Kind::Framework, &package.to_string()).await;
    assert_eq!(here.facts().await, before, "a second time changes nothing");
}

#[tokio::test]
async fn another_order_elsewhere_is_the_order_of_the_draft() {
    let package = package().await;
    let here = ground().await;
    let operator = here.operator();
    let number = begin(&operator).await;
    here.bring(Kind::Framework, &package).await;
    let mut other: Value = serde_json::from_str(&package).unwrap();
    for association in other["CFAssociations"].as_array_mut().unwrap() {
        let place = association["sequenceNumber"].as_i64().unwrap();
        association["sequenceNumber"] = (10 - place).into();
    }
    let outcome = here.bring(Kind::Framework, &other.to_string()).await;
    assert!(tally(&outcome, "places in the order").corrected > 0, "{outcome:?}");
    let overview = frameworks::overview_of(&operator, number).await.unwrap();
    let codes: Vec<&str> =
        overview.domains.iter().flat_map(|d| &d.competencies).map(|c| c.code.as_str()).collect();
    assert_eq!(codes, ["EMG-1", "RSK-2", "RSK-1"]);
}

#[tokio::test]
async fn a_package_is_no_part_of_another_draft() {
    let package = package().await;
    let here = place().await;
    super::place::copy(&here.operator()).await;
    let before = here.facts().await;
    let faults = here.faults(Kind::Framework, &package).await;
    assert!(
        faults[0].contains("is not that of the package which the open draft came from"),
        "{faults:?}"
    );
    assert_eq!(here.facts().await, before);
}

#[tokio::test]
async fn a_draft_that_is_talked_about_keeps_its_identifier_and_says_so() {
    let package = package().await;
    let here = ground().await;
    let operator = here.operator();
    let number = begin(&operator).await;
    let said = Comment::parse(None, "", "We wait for the file").unwrap();
    frameworks::comment(&operator, number, &said).await.unwrap();
    let id: FrameworkVersionId = version(&here, number).await.id;
    let checked = here.check(Kind::Framework, &package).await;
    assert!(checked.report.left_out[0].starts_with("The identifier of the document"));
    here.merge(checked).await;
    assert_eq!(here.only::<framework_version::Entity>().await.id, id);
    assert_eq!(frameworks::comments(&operator, number).await.unwrap().lines.len(), 1);
    assert_eq!(here.only::<framework_source::Entity>().await.version_id, id);
    frameworks::delete(&operator, number).await.unwrap();
    assert!(here.all::<competency::Entity>().await.is_empty(), "it can be deleted with its source");
}

#[tokio::test]
async fn a_circle_goes_into_no_draft() {
    let here = ground().await;
    begin(&here.operator()).await;
    let mut package: Value = serde_json::from_str(&package().await).unwrap();
    let ends = package["CFAssociations"][1].clone();
    // The domain lies beneath its own competency.
    package["CFAssociations"][0]["destinationNodeURI"] = ends["originNodeURI"].clone();
    let before = here.facts().await;
    let faults = here.faults(Kind::Framework, &package.to_string()).await;
    assert!(faults[0].contains("isChildOf goes in a circle"), "{faults:?}");
    assert_eq!(here.facts().await, before);
}

#[tokio::test]
async fn the_samples_go_into_a_draft() {
    let Some(folder) = shared("case-samples") else { return };
    for (name, domains, competencies) in
        [("Utf8TestFramework.json", 1, 1), ("SmartLevelFramework.json", 2, 12)]
    {
        let sample = std::fs::read_to_string(folder.join(name)).unwrap();
        let here = ground().await;
        let operator = here.operator();
        let number = begin(&operator).await;
        here.bring(Kind::Framework, &sample).await;
        assert_eq!(here.all::<competency_domain::Entity>().await.len(), domains, "{name}");
        for row in here.all::<competency::Entity>().await {
            assert!(sample.contains(&row.id.to_string()), "{name}: {row:?}");
        }
        assert_eq!(here.all::<competency::Entity>().await.len(), competencies, "{name}");
        frameworks::publish(&operator, number, TODAY).await.unwrap();
        let other = ground().await;
        let package = exported(&here).await;
        other.bring(Kind::Framework, &package).await;
        assert_eq!(exported(&other).await, package, "{name}");
    }
}

#[tokio::test]
async fn five_thousand_items_go_into_a_draft() {
    let here = ground().await;
    let operator = here.operator();
    let number = begin(&operator).await;
    here.bring(Kind::Framework, &large(5_000)).await;
    let overview = frameworks::overview_of(&operator, number).await.unwrap();
    let many: usize = overview.domains.iter().map(|domain| domain.competencies.len()).sum();
    assert_eq!((overview.domains.len(), many), (50, 4_950));
}

#[tokio::test]
async fn whoever_publishes_and_does_not_draft_starts_no_draft_by_a_file() {
    let here = place().await;
    let mut ctx = here.sign_in("E1", None).await;
    if let Actor::Account(account) = &mut ctx.actor {
        account.grants.push(Grant { kind: Administrator, scope: Scope::Everywhere });
    }
    let source = Source::text("framework.json", &package().await);
    let (options, watch) = (as_a_draft(), nobody_listens());
    let refused = imports::check(&ctx, Kind::Framework, &source, &options, &watch).await;
    assert!(refused.is_err());
}
