//! Files that are no tables, or not quite: each is a fault that says how to save the file instead.

use super::small_place::expect;
use crate::ground::{Ground, TODAY, day, ground, nobody_listens};
use services::Error;
use services::imports::{self, Kind, Options, Source};
use std::io::Write;

async fn faults_of(ground: &Ground, bytes: &[u8]) -> Vec<String> {
    let source = Source::Memory { name: "areas.csv".into(), bytes: bytes.into() };
    let options = Options::at(day(TODAY));
    let watch = nobody_listens();
    let checked =
        imports::check(&ground.operator(), Kind::Areas, &source, &options, &watch).await.unwrap();
    checked.report.faults.listed.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn what_is_no_text_is_refused_with_what_to_do() {
    let ground = ground().await;
    let utf16: Vec<u8> = "\u{feff}code,name".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, told) in [
        (&b""[..], "the file: the file is empty"),
        (&b"\xEF\xBB\xBF"[..], "the file: the file is empty"),
        (&utf16[..], "the file: the file is written in UTF-16; save the file as 'CSV UTF-8"),
        (&b"PK\x03\x04rest"[..], "the file: the file is a workbook or an archive; save"),
        (&b"code,name,kind\nTH,\x00\x01,place\n"[..], "line 2: the file is not text; save it as"),
        (
            &b"code,name,kind\nTH,Tower,place\nN1,Caf\xE9,network\n"[..],
            "line 3: this line is not UTF-8; save",
        ),
        (&b"code,name,kind\nTH,\"Tower,place\n"[..], "line 2: this quotation mark is never closed"),
        (
            &b"code;name;kind\nTH;Tower;place\n"[..],
            "line 1, code: this column is missing; the cells are not",
        ),
    ] {
        let found = faults_of(&ground, bytes).await;
        assert!(found.first().is_some_and(|f| f.starts_with(told)), "{told}: {found:?}");
    }
}

#[tokio::test]
async fn columns_are_found_in_any_order_and_spelling() {
    let ground = ground().await;
    let text = "\u{feff}Kind,Shoe size,PARENT CODE,Name,\"Co-de\"\r\nplace,42,,Tower Hamlets,TH\r\n,,,,\r\n\r\n";
    let checked = ground.check(Kind::Areas, text).await;
    assert_eq!(checked.report.unknown_columns, ["Shoe size"]);
    assert_eq!(checked.report.tally("areas").new, 1, "blank rows are passed over");
    ground.merge(checked).await;
    let area = ground.only::<entities::area::Entity>().await;
    assert_eq!((area.code.as_str(), area.name.as_str()), ("TH", "Tower Hamlets"));
}

#[tokio::test]
async fn a_column_missing_or_named_twice_is_a_fault() {
    let ground = ground().await;
    let twice = ground.faults(Kind::Areas, "code,Name,kind,name\n").await;
    expect(&twice, &["line 1, name 'name': this column stands here twice"]);
    let missing = ground.faults(Kind::Areas, "code\nTH\n").await;
    expect(
        &missing,
        &["line 1, name: this column is missing", "line 1, kind: this column is missing"],
    );
}

#[tokio::test]
async fn every_fault_is_told_with_line_column_and_value() {
    let ground = ground().await;
    let text = "code,name,kind,opened_on,closed_on\n\
                TH,=cmd(),place,2026-02-31,\n\
                ,Net,borough,,\n\
                N1,Network 1,network\n\
                N2,Network 2,network,2026-05-01,30-Apr-2026\n\
                N3,Network 3,network,0026-01-01,\n";
    let found = ground.faults(Kind::Areas, text).await;
    expect(
        &found,
        &[
            "line 2, name '=cmd()': starts with =, +, -, @ or a tab",
            "line 2, opened_on '2026-02-31': '2026-02-31' is not a date",
            "line 3, code: this must not be blank",
            "line 3, kind 'borough': 'borough' is not a known kind of area",
            "line 4: this line has 3 cells and the file 5 columns",
            "line 5, closed_on '30-Apr-2026': is before opened_on, 2026-05-01",
            "line 6, opened_on '0026-01-01': '0026-01-01' is not a date",
        ],
    );
    assert_eq!(
        ground.all::<entities::area::Entity>().await,
        [],
        "a file with a fault imports nothing"
    );
}

#[tokio::test]
async fn a_thousand_faults_are_listed_and_the_rest_counted() {
    let ground = ground().await;
    let text = format!("code,name,kind\n{}", "X,,place\n".repeat(1_200));
    let checked = ground.check(Kind::Areas, &text).await;
    assert_eq!(checked.report.faults.listed.len(), 1_000);
    assert_eq!(checked.report.faults.more, 200);
}

#[tokio::test]
async fn an_endless_line_is_refused_from_a_path_too() {
    let ground = ground().await;
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("endless.csv");
    let mut file = std::fs::File::create(&path).unwrap();
    file.write_all(&vec![b'x'; 64 << 20]).unwrap();
    let options = Options::at(day(TODAY));
    let source = Source::Path(path.clone());
    let watch = nobody_listens();
    let checked = imports::check(&ground.operator(), Kind::Staff, &source, &options, &watch).await;
    std::fs::remove_file(path).unwrap();
    let faults = checked.unwrap().report.faults.listed;
    assert!(
        faults[0].to_string().starts_with("line 1: this line is longer than 1 MB"),
        "{faults:?}"
    );
    assert!(watch.borrow().done < 3 << 20, "read on after the fault: {:?}", watch.borrow());
}

#[tokio::test]
async fn a_path_that_cannot_be_read_is_refused_in_words() {
    let ground = ground().await;
    for path in ["/nowhere/staff.csv", "/"] {
        let source = Source::Path(path.into());
        let options = Options::at(day(TODAY));
        let watch = nobody_listens();
        let refused =
            imports::check(&ground.operator(), Kind::Staff, &source, &options, &watch).await;
        assert!(
            matches!(&refused, Err(Error::Refused(r)) if r.to_string().contains("cannot be read"))
        );
    }
}
