//! Frameworks from CASE 1.0 packages, and the same packages out again.

use super::small_place::{FRAMEWORK, expect};
use crate::ground::{Ground, TODAY, ground, shared, tally};
use domain::codes::VersionState;
use domain::ids::FrameworkVersionId;
use entities::{competency, competency_domain, framework_source, framework_version};
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::{Set, Unchanged};
use serde_json::Value;
use services::case::{self, Addresses};
use services::frameworks;
use services::imports::Kind;
use std::fmt::Write;

const BASE: &str = "https://esteem.example";

/// A framework with text that other programs have spoilt before.
pub const MANY_SCRIPTS: &str = "code,domain_code,domain_title,domain_origin,title,statement,refresh_months,strand,rare_event,level_1,level_4\n\
    RSK-1,RSK,\"ঝুঁকি, \"\"risk\"\"\",named_in_report,الصحة النفسية,\"**Asks** _openly_:\n\n- about `harm`\n- <b>and</b> 👩🏽‍⚕️ “why”\",24,mental_health,no,Knows,\"'- does it\n- alone\"\n\
    RSK-2,RSK,\"ঝুঁকি, \"\"risk\"\"\",named_in_report,Two,'=not a formula,12,integrated_care,yes,,\n\
    EMG-1,EMG,Emergencies,local,Three,Three,36,mental_health,no,,\n";

/// The package of the only version.
pub async fn exported(ground: &Ground) -> String {
    exported_as(ground, ground.only::<framework_version::Entity>().await.id).await
}

/// The package of a version.
pub async fn exported_as(ground: &Ground, version: FrameworkVersionId) -> String {
    let package = case::package(&ground.nobody(), &Addresses::of(BASE), version.0).await.unwrap();
    serde_json::to_string(&package).unwrap()
}

#[tokio::test]
async fn our_own_package_comes_back_the_same_from_an_empty_database() {
    let first = ground().await;
    first.bring(Kind::Framework, MANY_SCRIPTS).await;
    let package = exported(&first).await;
    assert_eq!(package, exported(&first).await, "twice the same text");
    for text in [
        "ঝুঁকি, \\\"risk\\\"",
        "الصحة النفسية",
        "- <b>and</b> 👩🏽‍⚕️ “why”",
        "=not a formula",
        "- does it",
    ] {
        assert!(package.contains(text), "{text} in {package}");
    }

    let second = ground().await;
    let outcome = second.bring(Kind::Framework, &package).await;
    assert_eq!((tally(&outcome, "domains").new, tally(&outcome, "competencies").new), (2, 3));
    assert_eq!(exported(&second).await, package);
    let ids = |rows: Vec<competency::Model>| {
        rows.into_iter().map(|row| (row.id, row.code)).collect::<Vec<_>>()
    };
    let (mut before, mut after) = (
        ids(first.all::<competency::Entity>().await),
        ids(second.all::<competency::Entity>().await),
    );
    before.sort_unstable();
    after.sort_unstable();
    assert_eq!(before, after, "identifiers are kept");
    let source = second.only::<framework_source::Entity>().await;
    assert_eq!(source.creator, format!("Esteem at {BASE}"));

    let facts = second.facts().await;
    let again = second.bring(Kind::Framework, &package).await;
    assert_eq!(
        (tally(&again, "domains").unchanged, tally(&again, "competencies").unchanged),
        (2, 3)
    );
    assert_eq!(second.facts().await, facts, "a second time nothing changes");
}

#[tokio::test]
async fn the_set_that_ships_comes_back_the_same() {
    let first = ground().await;
    services::reference::load(&first.operator(), &crate::ground::nobody_listens()).await.unwrap();
    let package = exported(&first).await;
    let second = ground().await;
    second.bring(Kind::Framework, &package).await;
    assert_eq!(exported(&second).await, package);
}

#[tokio::test]
async fn a_framework_comes_out_as_csv_as_it_can_go_in() {
    let first = ground().await;
    first.bring(Kind::Framework, MANY_SCRIPTS).await;
    let file = |ground: &Ground, id| {
        let ctx = ground.operator();
        async move { String::from_utf8(frameworks::as_csv(&ctx, id).await.unwrap()).unwrap() }
    };
    let version = first.only::<framework_version::Entity>().await.id;
    let csv = file(&first, version).await;
    let second = ground().await;
    second.bring(Kind::Framework, &csv).await;
    let version = second.only::<framework_version::Entity>().await.id;
    assert_eq!(file(&second, version).await, csv);
    assert_eq!(second.all::<competency::Entity>().await.len(), 3);
    assert!(
        frameworks::as_csv(&first.nobody(), version).await.is_err(),
        "for those who may read frameworks"
    );
}

#[tokio::test]
async fn what_a_competency_has_replaced_elsewhere_is_kept() {
    let first = ground().await;
    first.bring(Kind::Framework, FRAMEWORK).await;
    let mut package: Value = serde_json::from_str(&exported(&first).await).unwrap();
    let new = package["CFAssociations"][1]["originNodeURI"].clone();
    let old = |n: u8, of: &str| {
        let id = format!("0000000{n}-0000-0000-0000-000000000000");
        serde_json::json!({ "title": of, "identifier": id, "uri": format!("https://elsewhere.example/{n}") })
    };
    let replaced = |n: u8, origin: Value| {
        serde_json::json!({
            "identifier": format!("a000000{n}-0000-0000-0000-000000000000"),
            "associationType": "replacedBy",
            "uri": "https://elsewhere.example",
            "originNodeURI": origin,
            "destinationNodeURI": new,
            "lastChangeDateTime": "2026-05-04T00:00:00Z",
        })
    };
    let within = package["CFAssociations"][0]["originNodeURI"].clone();
    let more = [replaced(2, old(2, "Two")), replaced(1, old(1, "ঝুঁকি")), replaced(3, within)];
    package["CFAssociations"].as_array_mut().unwrap().extend(more);
    let second = ground().await;
    let checked = second.check(Kind::Framework, &package.to_string()).await;
    let left_out = checked.report.left_out.join("\n");
    assert!(
        left_out.starts_with("Associations replacedBy: 1."),
        "one is no way into another version: {left_out}"
    );
    second.merge(checked).await;

    let text = exported(&second).await;
    let package: Value = serde_json::from_str(&text).unwrap();
    let associations = package["CFAssociations"].as_array().unwrap();
    let kept: Vec<_> =
        associations.iter().filter(|a| a["associationType"] == "replacedBy").collect();
    let ends: Vec<_> =
        kept.iter().map(|a| (&a["originNodeURI"], &a["destinationNodeURI"])).collect();
    assert_eq!(ends, [(&old(1, "ঝুঁকি"), &new), (&old(2, "Two"), &new)]);
    let third = ground().await;
    third.bring(Kind::Framework, &text).await;
    assert_eq!(exported(&third).await, text);
}

#[tokio::test]
async fn a_package_beside_another_framework_is_refused() {
    let elsewhere = ground().await;
    elsewhere.bring(Kind::Framework, FRAMEWORK).await;
    let package = exported(&elsewhere).await;
    let here = ground().await;
    here.bring(Kind::Framework, FRAMEWORK).await;
    let found = here.faults(Kind::Framework, &package).await;
    expect(&found, &["the file, CFDocument.identifier"]);
    assert!(
        found[0].contains("is not the identifier of the framework in use; version 1 is in use"),
        "{found:?}"
    );
}

#[tokio::test]
async fn a_published_version_never_changes_by_a_package() {
    let ground = ground().await;
    ground.bring(Kind::Framework, FRAMEWORK).await;
    let facts = ground.facts().await;
    let mut package: Value = serde_json::from_str(&exported(&ground).await).unwrap();
    package["CFItems"][1]["fullStatement"] = "Reworded".into();
    package["CFItems"].as_array_mut().unwrap().pop();
    package["CFAssociations"].as_array_mut().unwrap().pop();
    let found = ground.faults(Kind::Framework, &package.to_string()).await;
    expect(
        &found,
        &[
            "the file, CFItems 'RSK-1': statement 'Asks openly about suicide and self-harm' becomes 'Reworded'; version 1 is in use",
            "the file, CFItems 'EMG-1': this item is not in the file; version 1",
        ],
    );
    assert_eq!(ground.facts().await, facts);
}

#[tokio::test]
async fn the_samples_come_in_and_out() {
    let Some(folder) = shared("case-samples") else { return };
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();

    let one = ground().await;
    let sample = read("Utf8TestFramework.json");
    let checked = one.check(Kind::Framework, &sample).await;
    assert!(
        checked.report.assumed.iter().any(|line| line.starts_with("Competencies in no domain: 1")),
        "{:?}",
        checked.report
    );
    one.bring(Kind::Framework, &sample).await;
    let item = one.only::<competency::Entity>().await;
    assert_eq!((item.title.as_str(), item.statement.as_str()), ("Item 𝑑 1", "Item 𝑑 1"));
    assert_eq!(item.id.to_string(), "00000000-0000-0000-0000-000000000001");
    let package = exported(&one).await;
    assert!(package.contains("OpenSALT Testing"), "its words are not taken for ours");

    let other = ground().await;
    other.bring(Kind::Framework, &read("SmartLevelFramework.json")).await;
    let domains = other.all::<competency_domain::Entity>().await;
    let mut titles: Vec<_> = domains.iter().map(|d| (d.position, d.title.as_str())).collect();
    titles.sort_unstable();
    assert_eq!(titles, [(1, "Item 1"), (2, "Item 2")]);
    let mut competencies = other.all::<competency::Entity>().await;
    competencies.sort_by_key(|c| c.position);
    let titles: Vec<_> = competencies.iter().map(|c| c.title.as_str()).collect();
    let first = (1..=10).map(|n| format!("Item 1.{n}"));
    let wanted: Vec<String> = first.chain(["Item 2.1".to_owned(), "Item 2.2".to_owned()]).collect();
    assert_eq!(titles, wanted, "in their order, ten after nine");
}

/// A package with `many` items: 50 domains and their competencies, each in two languages.
pub fn large(many: usize) -> String {
    let part = |kind: u8, n: usize| {
        format!(
            "\"identifier\":\"{kind:08x}-0000-0000-0000-{n:012x}\",\"uri\":\"https://e.example/{n}\",\"lastChangeDateTime\":\"2026-05-04T00:00:00Z\""
        )
    };
    let end = |kind: u8, n: usize| {
        format!(
            "{{\"title\":\"\",\"identifier\":\"{kind:08x}-0000-0000-0000-{n:012x}\",\"uri\":\"https://e.example\"}}"
        )
    };
    let (mut items, mut associations) = (String::new(), String::new());
    for n in 0..many {
        let comma = if n == 0 { "" } else { "," };
        write!(items, "{comma}{{{},\"fullStatement\":\"Item {n} আইটেম\"}}", part(1, n)).unwrap();
        let parent = if n < 50 { end(9, 0) } else { end(1, n % 50) };
        let ends = format!("\"originNodeURI\":{},\"destinationNodeURI\":{parent}", end(1, n));
        write!(associations, "{comma}{{{},\"associationType\":\"isChildOf\",{ends}}}", part(2, n))
            .unwrap();
    }
    let document = format!("{{{},\"title\":\"Large\",\"creator\":\"Somebody\"}}", part(9, 0));
    format!(
        "{{\"CFDocument\":{document},\"CFItems\":[{items}],\"CFAssociations\":[{associations}]}}"
    )
}

#[tokio::test]
async fn five_thousand_items_come_in_and_out() {
    let first = ground().await;
    let outcome = first.bring(Kind::Framework, &large(5_000)).await;
    assert_eq!((tally(&outcome, "domains").new, tally(&outcome, "competencies").new), (50, 4_950));
    let package = exported(&first).await;
    let second = ground().await;
    second.bring(Kind::Framework, &package).await;
    assert_eq!(exported(&second).await, package);
    let found = second.faults(Kind::Framework, &large(10_001)).await;
    expect(&found, &["the file, CFItems: the package has 10001 items; the most is 10000"]);
}

#[tokio::test]
async fn nothing_but_what_was_published_is_read() {
    let ground = ground().await;
    let nobody = ground.nobody();
    let at = Addresses::of(BASE);
    assert_eq!(case::documents(&nobody, &at, 10, 0).await.unwrap().total, 0);
    ground.bring(Kind::Framework, FRAMEWORK).await;
    let version = ground.only::<framework_version::Entity>().await;
    let item = ground.all::<competency::Entity>().await.remove(0).id.0;
    assert!(case::item(&nobody, &at, item).await.is_ok());
    assert_eq!(version.published_from, Some(TODAY.parse().unwrap()));
    let draft = framework_version::ActiveModel {
        id: Unchanged(version.id),
        state: Set(VersionState::Draft),
        ..Default::default()
    };
    draft.update(ground.services.db.read()).await.unwrap();
    assert_eq!(case::documents(&nobody, &at, 10, 0).await.unwrap().total, 0);
    for answer in [
        case::document(&nobody, &at, version.id.0).await.err(),
        case::package(&nobody, &at, version.id.0).await.err(),
        case::item(&nobody, &at, item).await.err(),
        case::item_associations(&nobody, &at, item).await.err(),
    ] {
        assert!(matches!(answer, Some(services::Error::Refused(_))), "{answer:?}");
    }
}
