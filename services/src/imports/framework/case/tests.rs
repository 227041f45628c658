//! What a package may say and what is wrong with it, read without a database; and that what is written is read again.

use super::{Edition, Package, read};
use crate::case::{Addresses, written};
use domain::codes::{Origin, Strand, VersionState};
use domain::ids::{CompetencyId, DomainId, FrameworkVersionId};
use entities::{competency, competency_domain, framework_source, framework_version, predecessor};
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

const DOCUMENT: u128 = 0xd0;
const MOMENT: &str = "2026-05-04T00:00:00Z";

fn id(number: u128) -> String {
    Uuid::from_u128(number).to_string()
}

fn part(number: u128) -> Value {
    json!({ "identifier": id(number), "uri": format!("https://elsewhere.example/{number}"), "lastChangeDateTime": MOMENT })
}

fn with(mut part: Value, more: Value) -> Value {
    part.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    part
}

fn item(number: u128, statement: &str) -> Value {
    with(part(number), json!({ "fullStatement": statement }))
}

/// An association: `child` beneath `parent`, as the file's `sequence`-th.
fn beneath(child: u128, parent: u128, sequence: Option<i64>) -> Value {
    let end = |number: u128| json!({ "title": "", "identifier": id(number), "uri": "https://elsewhere.example" });
    let ends = json!({
        "associationType": "isChildOf",
        "originNodeURI": end(child),
        "destinationNodeURI": end(parent),
        "sequenceNumber": sequence,
    });
    with(part(0xa000 + child * 0x100 + parent), ends)
}

fn package(items: Vec<Value>, associations: Vec<Value>) -> Value {
    let document = with(part(DOCUMENT), json!({ "title": "Mood", "creator": "A council" }));
    json!({ "CFDocument": document, "CFItems": items, "CFAssociations": associations })
}

fn read_value(value: &Value) -> Package {
    read(value.to_string().as_bytes(), "2026-11-01".parse().unwrap())
}

fn edition(value: &Value) -> Edition {
    let package = read_value(value);
    package.edition.unwrap_or_else(|| panic!("{:#?}", package.faults))
}

fn faults(value: &Value) -> Vec<String> {
    let package = read_value(value);
    assert!(package.edition.is_none());
    package.faults.listed.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn expect(found: &[String], wanted: &[&str]) {
    let fits = found.len() == wanted.len() && found.iter().zip(wanted).all(|(f, w)| f.contains(w));
    assert!(fits, "found {found:#?}, wanted {wanted:#?}");
}

/// Each domain's title with its competencies' titles.
fn outline(edition: &Edition) -> Vec<(String, Vec<String>)> {
    let chapters = edition.chapters().into_iter();
    let titles = |within: Vec<&competency::Model>| within.iter().map(|c| c.title.clone()).collect();
    chapters.map(|(domain, within)| (domain.title.clone(), titles(within))).collect()
}

fn wanted(outline: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    outline.iter().map(|(domain, within)| ((*domain).to_owned(), texts(within))).collect()
}

#[test]
fn items_are_ordered_by_their_numbers_and_then_by_the_file() {
    let items = (1..=5).map(|n| item(n, &format!("Item {n}"))).collect();
    let associations = vec![
        beneath(1, DOCUMENT, Some(2)),
        beneath(2, DOCUMENT, Some(1)),
        beneath(3, 1, None),
        beneath(4, 1, Some(7)),
        beneath(5, 2, None),
    ];
    let read = edition(&package(items, associations));
    assert_eq!(
        outline(&read),
        wanted(&[("Item 2", &["Item 5"]), ("Item 1", &["Item 4", "Item 3"])])
    );
    let codes: Vec<_> = read.competencies.iter().map(|c| c.code.as_str()).collect();
    assert_eq!(codes, ["D1-1", "D2-1", "D2-2"], "items without codes are counted");
}

#[test]
fn levels_between_domain_and_competency_stand_in_its_title() {
    let items =
        vec![item(1, "Mood"), item(2, "Medicines"), item(3, "Explains them"), item(4, "Listens")];
    let associations = vec![
        beneath(1, DOCUMENT, None),
        beneath(2, 1, None),
        beneath(3, 2, None),
        beneath(4, 1, None),
    ];
    let value = package(items, associations);
    let read = edition(&value);
    assert_eq!(outline(&read), wanted(&[("Mood", &["Medicines: Explains them", "Listens"])]));
    assert_eq!(read.competencies[0].statement, "Explains them", "the statement stays as it is");
    assert!(read_value(&value).left_out[0].contains("'Medicines'"));
}

#[test]
fn competencies_without_a_domain_get_one_with_the_title_of_the_framework() {
    let mut empty = item(3, "Nothing yet");
    empty = with(empty, json!({ "CFItemType": "Domain" }));
    let value =
        package(vec![item(1, "Listens"), item(2, "Asks"), empty], vec![beneath(1, DOCUMENT, None)]);
    let read = edition(&value);
    assert_eq!(outline(&read), wanted(&[("Mood", &["Listens", "Asks"]), ("Nothing yet", &[])]));
    assert_eq!(edition(&value), read, "the domain that was made up is the same each time");
    assert!(
        read_value(&value)
            .assumed
            .iter()
            .any(|line| line.starts_with("Competencies in no domain: 2"))
    );
}

#[test]
fn a_circle_is_refused_and_named_once() {
    let items = (1..=5).map(|n| item(n, "One")).collect();
    let associations = vec![
        beneath(1, DOCUMENT, None),
        beneath(2, 3, None),
        beneath(3, 4, None),
        beneath(4, 2, None),
        beneath(5, 4, None),
    ];
    expect(
        &faults(&package(items, associations)),
        &[
            "CFAssociations[1]: isChildOf goes in a circle: CFItems[1] beneath CFItems[2] beneath CFItems[3] and back",
        ],
    );
    let alone = package(vec![item(1, "One")], vec![beneath(1, 1, None)]);
    expect(&faults(&alone), &["isChildOf goes in a circle: CFItems[0] and back to the first"]);
}

#[test]
fn an_item_lies_beneath_one_other() {
    let items = vec![item(1, "One"), item(2, "Two"), item(3, "Three")];
    let associations = vec![
        beneath(1, DOCUMENT, None),
        beneath(2, DOCUMENT, None),
        beneath(3, 1, None),
        beneath(3, 2, None),
    ];
    expect(
        &faults(&package(items, associations)),
        &[
            "CFAssociations[3].originNodeURI.identifier '00000000-0000-0000-0000-000000000003': lies beneath something else by \
           CFAssociations[2] already",
        ],
    );
}

#[test]
fn what_goes_too_deep_is_refused() {
    let deep = |levels: u128| {
        let items = (1..=levels).map(|n| item(n, "One")).collect();
        let up = |n| beneath(n, if n == 1 { DOCUMENT } else { n - 1 }, None);
        package(items, (1..=levels).map(up).collect())
    };
    assert_eq!(edition(&deep(8)).competencies.len(), 1);
    expect(
        &faults(&deep(9)),
        &[
            "CFItems[7].identifier '00000000-0000-0000-0000-000000000008': has items beneath it on level 9",
        ],
    );
}

#[test]
fn every_fault_is_told_with_its_path() {
    let mut items = vec![
        with(item(1, " "), json!({ "humanCodingScheme": "=A" })),
        with(
            item(2, "Two"),
            json!({ "conceptKeywords": ["esteem:refresh_months=0"], "lastChangeDateTime": "yesterday" }),
        ),
        item(2, "Twice"),
        json!({ "identifier": "7", "fullStatement": 7, "uri": "u", "lastChangeDateTime": MOMENT }),
    ];
    items.push(json!("text"));
    let mut unknown = beneath(9, DOCUMENT, None);
    unknown["destinationNodeURI"]["identifier"] = json!("nowhere");
    expect(
        &faults(&package(items, vec![unknown])),
        &[
            "the file, CFItems[4]: this must be an object",
            "CFItems[0].fullStatement: this must not be missing or blank",
            "CFItems[0].humanCodingScheme '=A': starts with =",
            "CFItems[1].lastChangeDateTime 'yesterday': write a date and time with its zone",
            "CFItems[1].conceptKeywords 'esteem:refresh_months=0': write a whole number from 1 to 120",
            "CFItems[2].identifier '00000000-0000-0000-0000-000000000002': is also the identifier of CFItems[1]",
            "CFItems[3].identifier '7': write a UUID",
            "CFItems[3].fullStatement '7': this must be text",
            "CFAssociations[0].originNodeURI.identifier '00000000-0000-0000-0000-000000000009': is no item of the package",
            "CFAssociations[0].destinationNodeURI.identifier 'nowhere': is neither an item of the package nor its document",
        ],
    );
}

#[test]
fn what_is_no_package_is_refused() {
    let told = |text: &[u8]| {
        let package = read(text, "2026-11-01".parse().unwrap());
        package.faults.listed.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    assert!(told(b"{\"CFDocument\": \n{,}").starts_with("line 2: the file is no JSON"));
    assert!(told(b"[]").contains("is no CASE package"));
    assert!(told(b"{}").contains("CFDocument: the file is no CASE package without it"));
    assert!(told(&b"[".repeat(100_000)).contains("no JSON"), "however deep it goes");
    assert!(told(b"{\"CFDocument\": {\"title\": \"\xFF\"}}").contains("no JSON"));
}

#[test]
fn levels_come_from_rubrics_that_score_one_to_five() {
    let mut value = package(
        vec![item(1, "Mood"), item(2, "Asks")],
        vec![beneath(1, DOCUMENT, None), beneath(2, 1, None)],
    );
    let level = |score: f64, words: &str| {
        with(part(0xe0 + score as u128), json!({ "score": score, "description": words }))
    };
    let rubric = |levels: Value, about: u128| {
        let link =
            json!({ "title": "", "identifier": id(about), "uri": "https://elsewhere.example" });
        let criterion =
            with(part(0xc1), json!({ "CFItemURI": link, "CFRubricCriterionLevels": levels }));
        json!([with(part(0xc0), json!({ "CFRubricCriteria": [criterion] }))])
    };
    value["CFRubrics"] = rubric(json!([level(1.0, "Knows"), level(4.0, "Does")]), 2);
    let read = edition(&value);
    let [asks] = read.competencies.as_slice() else { panic!("{read:?}") };
    assert_eq!((asks.level_1.as_deref(), asks.level_2.as_deref()), (Some("Knows"), None));
    assert_eq!(asks.level_4.as_deref(), Some("Does"));

    value["CFRubrics"] =
        rubric(json!([level(0.0, "Nothing"), level(5.0, "One"), level(5.0, "Two")]), 3);
    expect(
        &faults(&value),
        &[
            "CFRubrics[0].CFRubricCriteria[0].CFItemURI.identifier '00000000-0000-0000-0000-000000000003': is no item",
        ],
    );
    value["CFRubrics"] =
        rubric(json!([level(0.0, "Nothing"), level(5.0, "One"), level(5.0, "Two")]), 2);
    expect(
        &faults(&value),
        &[
            "CFRubricCriterionLevels[0].score '0.0': write the level",
            "CFRubricCriterionLevels[2].score '5.0': an earlier level has this score",
        ],
    );
}

/// Text as it is kept: any script, any mark, nothing unseen and no white space around it.
fn words(most: usize) -> impl Strategy<Value = String> {
    let any = proptest::collection::vec(any::<char>(), 1..most);
    let text = any.prop_map(|chars| {
        domain::fields::seen(&chars.into_iter().collect::<String>()).trim().to_owned()
    });
    prop_oneof![
        text.prop_filter("something", |text| !text.is_empty()),
        Just("- **asks** \"openly\" 👩🏽‍⚕️\n- মানসিক স্বাস্থ্য, الصحة النفسية".to_owned()),
    ]
}

fn short_words() -> impl Strategy<Value = String> {
    words(20).prop_filter("no formula", |text| !domain::fields::is_formula(text))
}

/// A title, a statement, and what the levels mean.
type Made = (String, String, [Option<String>; 5]);

fn chapters() -> impl Strategy<Value = Vec<(String, Vec<Made>)>> {
    let level = || proptest::option::of(words(10));
    let competency = (short_words(), words(40), [level(), level(), level(), level(), level()]);
    proptest::collection::vec((short_words(), proptest::collection::vec(competency, 0..4)), 1..4)
}

/// Every other competency has replaced something.
fn predecessors_of(competencies: &[competency::Model]) -> Vec<predecessor::Model> {
    let replaced = competencies.iter().step_by(2).map(|row| predecessor::Model {
        competency_id: row.id,
        identifier: Uuid::from_u128(u128::MAX - row.position as u128),
        title: row.title.clone(),
        uri: "https://elsewhere.example/old".to_owned(),
    });
    let mut predecessors: Vec<_> = replaced.collect();
    predecessors.sort_by_key(|row| row.identifier);
    predecessors
}

fn made(title: String, chapters: Vec<(String, Vec<Made>)>) -> Edition {
    let mut next = 0;
    let mut fresh = || {
        next += 1;
        Uuid::from_u128(next)
    };
    let version = framework_version::Model {
        id: FrameworkVersionId(fresh()),
        number: 3,
        title,
        state: VersionState::Published,
        published_from: Some("2026-04-01".parse().unwrap()),
    };
    let version_id = version.id;
    let source = framework_source::Model {
        version_id,
        creator: "A council".to_owned(),
        publisher: None,
        description: Some("Ours".to_owned()),
        language: Some("bn".to_owned()),
        official_source_url: None,
        licence_title: Some("Open".to_owned()),
        licence_identifier: Some(fresh()),
        licence_uri: Some("https://elsewhere.example/licence".to_owned()),
    };
    let (mut domains, mut competencies) = (Vec::new(), Vec::new());
    for (title, within) in chapters {
        let (id, position) = (DomainId(fresh()), domains.len() as i32 + 1);
        let code = format!("C{position}");
        domains.push(competency_domain::Model {
            id,
            version_id,
            code,
            title,
            origin: Origin::Elaboration,
            position,
        });
        for (title, statement, [level_1, level_2, level_3, level_4, level_5]) in within {
            let position = competencies.len() as i32 + 1;
            competencies.push(competency::Model {
                id: CompetencyId(fresh()),
                version_id,
                domain_id: id,
                code: format!("K{position}"),
                title,
                statement,
                strand: Strand::IntegratedCare,
                refresh_months: position,
                rare_event: position % 2 == 0,
                position,
                level_1,
                level_2,
                level_3,
                level_4,
                level_5,
            });
        }
    }
    let predecessors = predecessors_of(&competencies);
    Edition { version, source: Some(source), domains, competencies, predecessors }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_as_it_was(title in short_words(), chapters in chapters()) {
        let edition = made(title, chapters);
        let text = serde_json::to_string(&written(&edition, &Addresses::of("https://esteem.example/"))).unwrap();
        let package = read(text.as_bytes(), "2026-11-01".parse().unwrap());
        prop_assert!(package.faults.is_empty(), "{:#?}", package.faults);
        prop_assert_eq!(package.edition, Some(edition));
        prop_assert!(package.passed_over.is_empty() && package.left_out.is_empty() && package.assumed.is_empty());
    }
}
