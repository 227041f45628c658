//! A passport that was tampered with, and files that are none.

use super::super::issue::signed;
use super::super::seal::{fingerprint, public_half};
use super::*;
use domain::codes::Evidence;
use domain::frameworks::Level;
use domain::ids::PassportId;
use domain::passport::{Basis, Framework, HeldCompetency, HeldPost, Holder, Issuer, Signer};
use ed25519_dalek::SigningKey;
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

/// A passport with everything that may stand in one.
fn whole(key: &SigningKey) -> Passport {
    let day = |text: &str| text.parse().unwrap();
    let held = HeldCompetency {
        identifier: Uuid::from_u128(3),
        code: "RSK-1".into(),
        title: "Ask about risk".into(),
        domain: "Risk".into(),
        level: Level::PRACTISES_INDEPENDENTLY,
        basis: Basis::Accepted,
        made_on: day("2026-05-04"),
        original_on: Some(day("2025-05-04")),
        due_on: day("2027-05-04"),
        by: vec![Signer { name: "Łukasz “Luke” Nowak".into(), role: Some("Nurse".into()) }],
        imported: false,
        evidence: vec![Evidence::Observation, Evidence::Simulation],
    };
    Passport {
        format: Format::First,
        id: PassportId(Uuid::from_u128(1)),
        issued_on: day("2026-11-02"),
        issuer: Issuer { name: "Skills passport".into(), address: "https://e.example".into() },
        person: Holder {
            name: "Amina Khan".into(),
            employer: Some("Practice 1".into()),
            employee_number: "E1".into(),
            registration: Some("12A3456E".into()),
        },
        posts: vec![HeldPost {
            role: "Practice nurse".into(),
            team: "Practice 1 team".into(),
            organisation: "Practice 1".into(),
            from: Some(day("2024-01-01")),
            to: Some(day("2026-12-31")),
        }],
        framework: Framework { identifier: Uuid::from_u128(2), title: "Set".into(), version: 1 },
        competencies: vec![held],
        key: public_half(key),
        signature: String::new(),
    }
}

fn document() -> Value {
    let key = key(7);
    serde_json::to_value(signed(whole(&key), &key).unwrap().0).unwrap()
}

fn is_intact(file: &[u8]) -> bool {
    read(file).is_ok_and(|read| read.intact)
}

fn read_value(value: &Value) -> bool {
    is_intact(&serde_json::to_vec(value).unwrap())
}

#[test]
fn what_was_signed_is_intact_however_it_is_formatted() {
    let document = document();
    let compact = serde_json::to_vec(&document).unwrap();
    let pretty = serde_json::to_string_pretty(&document).unwrap();
    let with_mark = format!("\u{feff}{}\r\n", pretty.replace('\n', "\r\n"));
    let escaped = pretty.replace('Ł', "\\u0141");
    for file in [compact, pretty.into_bytes(), with_mark.into_bytes(), escaped.into_bytes()] {
        let read = read(&file).unwrap();
        assert!(read.intact);
        assert_eq!(read.passport.person.name, "Amina Khan");
    }
}

/// Every place in a document: the road to each value, however deep.
fn places(value: &Value, road: &str, found: &mut Vec<String>) {
    found.push(road.to_owned());
    match value {
        Value::Object(members) => {
            members
                .iter()
                .for_each(|(name, value)| places(value, &format!("{road}/{name}"), found));
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, v)| places(v, &format!("{road}/{at}"), found));
        }
        _ => {}
    }
}

/// Other values for a place, most of them of the kind that is expected there.
fn others(value: &Value) -> Vec<Value> {
    let mut others = vec![Value::Null, json!([]), json!({}), json!("x"), json!(1), json!(true)];
    match value {
        Value::String(text) => {
            others.push(json!(format!("{text} ")));
            others.push(json!(text.to_uppercase()));
            others.push(json!(text.chars().skip(1).collect::<String>()));
            others.extend(["2026-11-03", "recognised", "reading"].map(|text| json!(text)));
        }
        Value::Number(number) => {
            others.push(json!(number.as_i64().unwrap() + 1));
            others.push(json!(number.as_f64().unwrap()));
        }
        Value::Bool(said) => others.push(json!(!said)),
        Value::Array(values) => others.push(json!([values.clone(), values.clone()].concat())),
        Value::Object(members) => {
            others.extend(members.keys().map(|left_out| {
                let mut less = members.clone();
                less.remove(left_out);
                Value::Object(less)
            }));
            let mut more = members.clone();
            more.insert("more".into(), json!(""));
            others.push(Value::Object(more));
        }
        Value::Null => {}
    }
    others.retain(|other| other != value);
    others
}

#[test]
fn every_field_that_is_altered_left_out_or_added_shows() {
    let document = document();
    let mut all = Vec::new();
    places(&document, "", &mut all);
    for place in &all {
        for other in others(document.pointer(place).unwrap()) {
            let mut altered = document.clone();
            *altered.pointer_mut(place).unwrap() = other.clone();
            assert!(!read_value(&altered), "{place}: {other}");
        }
    }
    let fields: BTreeSet<_> = all.iter().filter_map(|road| road.rsplit('/').next()).collect();
    assert!(
        ["level", "x", "signature", "original_on", "imported"].iter().all(|f| fields.contains(f))
    );
}

proptest! {
    #[test]
    fn any_other_byte_is_white_space_or_shows(at in 0_usize..10_000, byte in any::<u8>()) {
        let document = document();
        let mut file = serde_json::to_vec_pretty(&document).unwrap();
        let at = at % file.len();
        file[at] = byte;
        let same = serde_json::from_slice::<Value>(&file).is_ok_and(|value| value == document);
        prop_assert_eq!(is_intact(&file), same);
    }
}

#[test]
fn another_key_in_its_place_signed_nothing_and_one_that_signs_anew_is_another_key() {
    let mut altered = document();
    altered["key"] = serde_json::to_value(public_half(&key(8))).unwrap();
    assert!(!read_value(&altered));
    let forged = signed(whole(&key(8)), &key(8)).unwrap().0;
    let read = read(&serde_json::to_vec(&forged).unwrap()).unwrap();
    assert!(read.intact);
    assert_ne!(fingerprint(&read.passport.key), fingerprint(&public_half(&key(7))));
}

#[test]
fn what_stands_twice_is_refused_wherever_it_stands() {
    let text = serde_json::to_string(&document()).unwrap();
    for (name, twice) in [
        ("\"level\":4", "\"level\":5,\"level\":4"),
        ("\"level\":4", "\"level\":4,\"level\":4"),
        ("{\"competencies\"", "{\"competencies\":[],\"competencies\""),
        ("\"name\":\"Amina", "\"name\":\"Eve\",\"name\":\"Amina"),
    ] {
        assert!(text.contains(name), "{name}");
        assert!(read(text.replacen(name, twice, 1).as_bytes()).is_err(), "{twice}");
    }
}

#[test]
fn what_is_no_passport_is_told_in_a_sentence() {
    let deep = |open: &str, close: &str| open.repeat(50_000) + &close.repeat(50_000);
    let mut newer = document();
    newer["format"] = json!("esteem-passport/2");
    let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(b"{\0}\0".iter().copied()).collect();
    let table: Vec<(Vec<u8>, &str)> = vec![
        (Vec::new(), "The file is empty"),
        ("\u{feff} \n".into(), "The file is empty"),
        (vec![b' '; LARGEST + 1], "larger than 1 MB"),
        (utf_16, "not text in UTF-8"),
        (vec![0xff; 20], "not text in UTF-8"),
        (b"%PDF-1.7".into(), "save passport.json and choose that"),
        (b"null".into(), "not an Esteem passport"),
        (b"{}".into(), "not an Esteem passport"),
        (b"[1, 2".into(), "not an Esteem passport"),
        (deep("[", "]").into(), "not an Esteem passport"),
        (deep("{\"format\":", "}").into(), "not an Esteem passport"),
        (serde_json::to_vec(&newer).unwrap(), "a format that this Esteem does not know"),
        (b"{\"format\":\"esteem-passport/1\"}".into(), "not an Esteem passport"),
        (b"{\"format\":1.5}".into(), "not an Esteem passport"),
    ];
    for (file, told) in table {
        let message = read(&file).unwrap_err();
        assert!(message.contains(told), "{message}");
    }
}
