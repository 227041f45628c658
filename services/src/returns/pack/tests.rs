//! The files of a small return: stable, described as they are, and harmless.

use super::tables::TABLES;
use super::*;
use crate::returns::sample::contents;
use domain::fields::{is_formula, unguarded};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

fn files() -> Vec<File> {
    package(&contents(), None).unwrap()
}

fn text(files: &[File], name: &str) -> String {
    let file = files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("no {name}"));
    String::from_utf8(file.content.clone()).unwrap()
}

fn descriptor(files: &[File]) -> Value {
    serde_json::from_str(&text(files, DESCRIPTOR)).unwrap()
}

/// The lines of a file, by the names of their columns.
fn lines(files: &[File], name: &str) -> Vec<BTreeMap<String, String>> {
    let text = text(files, name);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|line| line.unwrap()).collect()
}

/// The tables of a return, each with the schema that the package has of it.
fn tables(files: &[File]) -> Vec<(String, Value)> {
    let descriptor = descriptor(files);
    let resources = descriptor["resources"].as_array().unwrap().iter();
    let with_schema = resources.filter(|of| of["schema"].is_object());
    with_schema.map(|of| (of["path"].as_str().unwrap().to_owned(), of["schema"].clone())).collect()
}

#[test]
fn the_same_contents_make_the_same_bytes_in_whatever_order_they_come() {
    let mut turned = contents();
    turned.cells.reverse();
    turned.sessions.reverse();
    turned.needs.reverse();
    assert_eq!(package(&turned, None).unwrap(), files());
    let names: Vec<String> = files().into_iter().map(|file| file.name).collect();
    let expected = [
        "changes.csv",
        "cover.csv",
        "coverage.csv",
        "datapackage.json",
        "local_measures.csv",
        "needs.csv",
        "sessions.csv",
    ];
    assert_eq!(names, expected);
}

#[test]
fn the_digest_is_what_anybody_computes() {
    let file = |name: &str, text: &str| File { name: name.to_owned(), content: text.into() };
    let mut files = vec![file("b.csv", "a\n1\n"), file("a.csv", ""), file("B.csv", "z")];
    // By the commands in docs/decisions/return_package.md.
    let expected = "7a613b143cf64515ab7ad3dec87861283ee0f46857c08176fd2bd0a04e864b0b";
    assert_eq!(digest(&files), expected);
    files.reverse();
    files.push(file(SUBMISSION, "{}"));
    assert_eq!(digest(&files), expected, "nor order nor steps are in it");
    for (at, changed) in [(0, file("B.csv", "y")), (1, file("c.csv", ""))] {
        let mut others = files.clone();
        others[at] = changed;
        assert_ne!(digest(&others), expected);
    }
}

#[test]
fn the_package_lists_every_other_file_with_its_length_and_hash() {
    let files = files();
    let descriptor = descriptor(&files);
    let listed = descriptor["resources"].as_array().unwrap();
    assert_eq!(listed.len(), files.len() - 1);
    let listed: Listed = serde_json::from_value(descriptor).unwrap();
    for of in &listed.resources {
        let file = files.iter().find(|file| file.name == of.path).unwrap();
        assert!(of.is_of(&file.content), "{}", of.path);
        assert!(!of.is_of(&[&file.content[..], b" "].concat()), "{}", of.path);
    }
    assert_eq!(listed.esteem.return_id.to_string(), crate::returns::sample::ID);
}

/// The columns of a line as its fields are written.
fn columns(line: impl Serialize) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.serialize(line).unwrap();
    let written = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    written.lines().next().unwrap().to_owned()
}

#[test]
fn schemas_headers_and_lines_have_the_same_columns() {
    let (files, of) = (files(), contents());
    let stamp = &of.stamp;
    let expected = BTreeMap::from([
        ("changes.csv", columns(&change_lines(stamp, of.correction.as_ref().unwrap())[0])),
        ("cover.csv", columns(of.cover[0].line(stamp))),
        ("coverage.csv", columns(of.cells[0].line(stamp))),
        ("local_measures.csv", columns(of.local_measures[0].line(stamp))),
        ("needs.csv", columns(of.needs[0].line(stamp))),
        ("sessions.csv", columns(of.sessions[0].line(stamp))),
    ]);
    let tables = tables(&files);
    assert_eq!(tables.len(), expected.len());
    for (name, schema) in tables {
        let fields = schema["fields"].as_array().unwrap();
        let named: Vec<&str> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
        assert_eq!(named.join(","), expected[name.as_str()], "{name}");
        assert_eq!(text(&files, &name).lines().next().unwrap(), expected[name.as_str()], "{name}");
    }
}

/// Whoever changes a column raises the version with it: what an earlier one wrote is then told from what somebody altered.
#[test]
fn other_columns_are_another_version() {
    let of_this_version = [
        (
            "changes.csv",
            "return_id,corrects,reference_date,geography_level,org_code,org_name,care_setting,staff_classification,staff_group,domain_code,measure,basis,change,from_numerator,from_denominator,from_percent,from_band,from_note,to_numerator,to_denominator,to_percent,to_band,to_note",
        ),
        (
            "cover.csv",
            "return_id,reference_date,framework_version,geography_level,org_code,org_name,domain_code,capable_teams,teams,note",
        ),
        (
            "coverage.csv",
            "return_id,reference_date,framework_version,geography_level,org_code,org_name,care_setting,staff_classification,staff_group,domain_code,measure,basis,numerator,denominator,percent,note,disclosure_rule",
        ),
        (
            "local_measures.csv",
            "return_id,reference_date,geography_level,org_code,measure_code,definition,source,unit,period_from,period_to,value,note",
        ),
        (
            "needs.csv",
            "return_id,reference_date,framework_version,geography_level,org_code,org_name,need,role_code,item_code,numerator,denominator,percent,note,words,disclosure_rule",
        ),
        (
            "sessions.csv",
            "return_id,reference_date,period_from,period_to,geography_level,org_code,org_name,measure,by,numerator,denominator,note,disclosure_rule",
        ),
    ];
    assert_eq!(FILES_VERSION, 1);
    let files = files();
    for (name, header) in of_this_version {
        assert_eq!(text(&files, name).lines().next(), Some(header), "{name}");
    }
    assert_eq!(of_this_version.len(), TABLES.len());
    assert_eq!(version_of(&files), Some(FILES_VERSION));
    let earlier: Listed = serde_json::from_str(
        "{\"resources\": [], \"esteem\": {\"return_id\": \"TH-2026-03-31-r1\"}}",
    )
    .unwrap();
    assert_eq!(earlier.esteem.files_version, 0, "packages once had none");
}

#[test]
fn files_are_held_against_contents_as_far_as_their_version_goes() {
    let files = files();
    assert_eq!(unlike_contents(&files, &contents()).unwrap(), [""; 0]);
    let mut other = contents();
    other.findings.push("Another.".to_owned());
    other.cover[0].teams = 6;
    assert_eq!(unlike_contents(&files, &other).unwrap(), ["cover.csv", "datapackage.json"]);
    // An earlier version, which called a column otherwise.
    let mut earlier = files.clone();
    let was = [
        ("cover.csv", "capable_teams", "able_teams"),
        (DESCRIPTOR, "\"files_version\": 1", "\"files_version\": 0"),
    ];
    for (name, from, to) in was {
        let told = text(&files, name).replace(from, to);
        let file = earlier.iter_mut().find(|file| file.name == name).unwrap();
        file.content = told.into_bytes();
    }
    assert_eq!(unlike_contents(&earlier, &other).unwrap(), [""; 0]);
    other.sessions.clear();
    assert_eq!(unlike_contents(&earlier, &other).unwrap(), ["sessions.csv"]);
    let first = Contents { correction: None, ..contents() };
    let unlike = unlike_contents(&files, &first).unwrap();
    assert_eq!(unlike, ["datapackage.json", "changes.csv"], "there is one too many");
}

#[test]
fn every_cell_is_what_its_schema_says() {
    let files = files();
    for (name, schema) in tables(&files) {
        let lines = lines(&files, &name);
        assert!(!lines.is_empty(), "{name}");
        for line in &lines {
            for field in schema["fields"].as_array().unwrap() {
                let cell = &line[field["name"].as_str().unwrap()];
                assert!(fits(field, cell), "{name}: {cell:?} in {field}");
            }
        }
        let key = schema["primaryKey"].as_array();
        let key = key.or_else(|| schema["uniqueKeys"][0].as_array()).unwrap();
        let of = |line: &BTreeMap<String, String>| -> Vec<String> {
            key.iter().map(|column| line[column.as_str().unwrap()].clone()).collect()
        };
        let keys: std::collections::BTreeSet<Vec<String>> = lines.iter().map(of).collect();
        assert_eq!(keys.len(), lines.len(), "{name}");
    }
}

fn fits(field: &Value, cell: &str) -> bool {
    let constraints = &field["constraints"];
    if cell.is_empty() {
        return constraints["required"] != true;
    }
    let is_one = constraints["enum"].as_array().is_none_or(|list| list.iter().any(|of| of == cell));
    let bound = |name: &str| constraints[name].as_f64();
    let is_kind = match field["type"].as_str().unwrap() {
        "integer" => cell.parse::<i64>().is_ok(),
        "number" => cell.parse::<f64>().is_ok(),
        "date" => cell.parse::<chrono::NaiveDate>().is_ok(),
        _ => return is_one,
    };
    let is_within = cell.parse::<f64>().ok().is_none_or(|number| {
        bound("minimum").is_none_or(|least| number >= least)
            && bound("maximum").is_none_or(|most| number <= most)
    });
    is_one && is_kind && is_within
}

#[test]
fn no_cell_is_run_by_a_spreadsheet_and_numbers_stay_numbers() {
    let files = files();
    let mut guarded = Vec::new();
    for (name, _) in tables(&files) {
        for cell in lines(&files, &name).into_iter().flat_map(BTreeMap::into_values) {
            assert!(!is_formula(&cell) || cell.parse::<f64>().is_ok(), "{name}: {cell}");
            guarded.extend(unguarded(&cell).map(str::to_owned));
        }
    }
    for text in ["-TH", "=1+1, and \"more\"\nnext year", "@Change in score"] {
        assert!(guarded.iter().any(|known| known == text), "{text}: {guarded:?}");
    }
    assert_eq!(lines(&files, "local_measures.csv")[0]["value"], "-1.5");
    let said = descriptor(&files)["esteem"]["texts"].as_str().unwrap().to_owned();
    assert!(said.contains("apostrophe"), "{said}");
}

#[test]
fn a_marker_stands_beside_a_number_that_is_not_there() {
    let told: Vec<[String; 5]> = lines(&files(), "coverage.csv")
        .into_iter()
        .map(|line| {
            ["geography_level", "staff_group", "numerator", "denominator", "note"]
                .map(|column| line[column].clone())
        })
        .collect();
    let line = |cells: [&str; 5]| cells.map(str::to_owned);
    let expected = [
        line(["place", "all", "35", "48", ""]),
        line(["place", "all", "", "", ""]), // requirements: a percentage alone
        line(["place", "Nursing and Midwifery Registered", "", "22", "c"]),
        line(["organisation", "all", "35", "48", "p"]),
        line(["organisation", "all", "", "", "p"]), // how much of it is assessed
        line(["team", "all", "", "", "z"]),
    ];
    assert_eq!(told, expected, "and no line of a role");
}

#[test]
fn the_package_says_whose_it_is_how_complete_and_what_it_corrects() {
    let files = files();
    let said = descriptor(&files);
    assert_eq!(said["profile"], "data-package");
    assert_eq!(said["name"], "th-2026-03-31-r2");
    assert_eq!(said["title"], "Return of Tower Hamlets, 31 March 2026, revision 2");
    assert!(said["description"].as_str().unwrap().contains("No national return asks"));
    assert_eq!(said["created"], Value::Null, "no time of day is in it");
    let own = &said["esteem"];
    assert_eq!(own["recipient"], "NHS England");
    assert_eq!(own["correction"]["corrects"], "TH-2026-03-31-r1");
    assert_eq!(own["correction"]["reason"], "A team was missing");
    // 40 of 100 pairs of 48 people: to the nearest 5.
    assert_eq!(own["completeness"]["assessed_percent"], 40);
    assert_eq!(own["completeness"]["provisional_organisations"][0], "P1");
    assert_eq!(own["completeness"]["organisations"], 1);
    assert_eq!(own["completeness"]["organisations_not_told"], 0);
    assert!(own["disclosure"][0].as_str().unwrap().contains("(R5-8)"), "{own}");
    let first = Contents { correction: None, ..contents() };
    let files = package(&first, None).unwrap();
    assert!(files.iter().all(|file| file.name != "changes.csv"));
    assert_eq!(descriptor(&files)["esteem"]["correction"], Value::Null);
}

#[test]
fn a_return_with_no_line_has_its_headers() {
    let of = contents();
    let empty = Contents {
        cells: Vec::new(),
        cover: Vec::new(),
        sessions: Vec::new(),
        needs: Vec::new(),
        local_measures: Vec::new(),
        correction: None,
        ..of
    };
    let files = package(&empty, None).unwrap();
    for (name, _) in tables(&files) {
        let text = text(&files, &name);
        assert!(text.starts_with("return_id,") && text.ends_with('\n'), "{text}");
        assert_eq!(text.lines().count(), 1, "{name}");
    }
}

#[test]
fn papers_are_files_like_others_and_what_cannot_be_drawn_is_told() {
    let papers =
        Papers { workbook: |of| Ok(of.place.clone().into_bytes()), report: |_| Ok(vec![0xff]) };
    let files = package(&contents(), Some(papers)).unwrap();
    let descriptor = descriptor(&files);
    let papers = descriptor["resources"].as_array().unwrap().iter();
    let papers = papers.filter(|of| of["schema"].is_null());
    let told: Vec<(&str, &str)> =
        papers.map(|of| (of["path"].as_str().unwrap(), of["profile"].as_str().unwrap())).collect();
    assert_eq!(told, [("coverage.xlsx", "data-resource"), ("report.pdf", "data-resource")]);
    assert!(files.iter().all(|file| !what(&file.name).is_empty()));
    let failing = Papers { report: |_| Err("no font".to_owned()), ..DRAWN };
    let told = package(&contents(), Some(failing)).unwrap_err().to_string();
    assert!(told.contains("report.pdf") && told.contains("no font"), "{told}");
}

const DRAWN: Papers = Papers { workbook: |_| Ok(Vec::new()), report: |_| Ok(Vec::new()) };
