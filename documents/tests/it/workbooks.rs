//! A return's workbook as another library reads it: the same numbers as numbers, days as days, and texts as texts.

use crate::returns::{COMMAND, FORMULA, MARKUP, contents, corrected, nothing};
use calamine::{Data, DataType, Reader, Xlsx};
use documents::return_workbook;
use domain::disclosure::RULE;
use domain::returns::cells::coverage_lines;
use domain::returns::method::RULE_SAYS;
use domain::returns::{Contents, Marker};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Rows of a table by the heads of its columns.
type Rows = Vec<BTreeMap<String, Data>>;

fn opened(contents: &Contents) -> Xlsx<Cursor<Vec<u8>>> {
    let mut file = Xlsx::new(Cursor::new(return_workbook(contents).unwrap())).unwrap();
    file.load_tables().unwrap();
    file
}

fn table(contents: &Contents, name: &str) -> Rows {
    let table = opened(contents).table_by_name(name).unwrap();
    let row = |row: &[Data]| table.columns().iter().cloned().zip(row.iter().cloned()).collect();
    table.data().rows().map(row).collect()
}

/// The files inside, by name.
fn parts(contents: &Contents) -> BTreeMap<String, String> {
    let bytes = return_workbook(contents).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |at: usize| {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    };
    (0..count).map(read).collect()
}

/// A number, and nothing where the cell is empty.
fn number(cell: &Data) -> Option<f64> {
    assert!(cell.is_empty() || cell.is_float() || cell.is_int(), "{cell:?} is no number");
    cell.as_f64()
}

fn whole(cell: &Data) -> Option<u32> {
    let number = number(cell)?;
    assert!(number.fract() == 0.0, "{number}");
    Some(number as u32)
}

fn text(cell: &Data) -> &str {
    if cell.is_empty() { "" } else { cell.get_string().unwrap() }
}

#[test]
fn a_sheet_of_what_it_is_and_one_of_notes_come_before_the_data() {
    let sheets = [
        "Cover sheet",
        "Notes",
        "Coverage",
        "Cover (k of m)",
        "Sessions",
        "Needs",
        "Local measures",
    ];
    assert_eq!(opened(&contents()).sheet_names(), sheets);
    let listed = table(&contents(), "cover_sheet");
    let listed: Vec<&str> = listed.iter().map(|row| text(&row["Sheet"])).collect();
    assert_eq!(listed, sheets[1..], "and they are listed");
    assert_eq!(opened(&corrected()).sheet_names()[7..], ["Changes"]);
}

#[test]
fn the_first_sheet_says_for_whom_where_and_of_when_it_is() {
    let sheet = opened(&contents()).worksheet_range("Cover sheet").unwrap();
    let title = sheet.get_value((0, 0)).unwrap();
    assert_eq!(text(title), "Mental health skills coverage, Tower Hamlets, 31 March 2026");
    let fact = |name: &str| {
        let row = sheet.rows().find(|row| row[0].get_string() == Some(name)).unwrap();
        row[1].clone()
    };
    assert_eq!(text(&fact("For")), "NHS England");
    assert_eq!(text(&fact("Return")), "TH-2026-03-31-r1");
    assert_eq!(text(&fact("Disclosure rule")), "R5-8");
    assert_eq!((whole(&fact("Revision")), whole(&fact("Framework version"))), (Some(1), Some(3)));
    let day = fact("Reference date");
    assert!(day.is_datetime(), "{day:?}");
    assert_eq!(day.as_date(), "2026-03-31".parse().ok());
}

#[test]
fn coverage_has_the_numbers_of_the_long_file_as_numbers() {
    let contents = contents();
    let lines = coverage_lines(&contents.stamp, &contents.cells);
    let rows = table(&contents, "coverage");
    // 8 wholes and 4 parts with 3 figures each, and 5 more of the place.
    assert_eq!((rows.len(), lines.len()), (41, 41));
    for (row, line) in rows.iter().zip(&lines) {
        assert_eq!(text(&row["Code"]), line.org_code);
        assert_eq!(text(&row["Name"]), line.org_name);
        assert_eq!(text(&row["Domain code"]), line.domain_code);
        assert_eq!(whole(&row["How many"]), line.numerator, "{line:?}");
        assert_eq!(whole(&row["Of how many"]), line.denominator, "{line:?}");
        let percent = number(&row["Percent"]).map(|share| (share * 100.0).round() as u32);
        assert_eq!(percent, line.percent, "{line:?}");
        assert_eq!(text(&row["Note"]), line.note);
    }
}

#[test]
fn words_stand_beside_codes() {
    let rows = table(&contents(), "coverage");
    let of_nurses = rows.iter().find(|row| text(&row["Group"]) == "Nursing").unwrap();
    assert_eq!(text(&of_nurses["Grouped by"]), "ESR staff group");
    assert_eq!(text(&of_nurses["Care setting"]), "All");
    let emergencies = rows.iter().find(|row| text(&row["Domain code"]) == "EMG").unwrap();
    assert_eq!(text(&emergencies["Domain"]), "Psychiatric emergencies");
    let held = rows.iter().find(|row| !row["Band"].is_empty()).unwrap();
    assert_eq!((text(&held["Band"]), text(&held["Note"])), ("20% or less", "c"));
    let needs = table(&contents(), "needs");
    assert_eq!(text(&needs[0]["Role"]), "Practice nurse");
    assert_eq!(text(&needs[0]["About"]), "Recognise an emergency");
    assert_eq!(text(&needs[3]["About"]), "The educator was absent");
    let sessions = table(&contents(), "sessions");
    let by = |row: &BTreeMap<String, Data>| [text(&row["Measure"]), text(&row["By"])].join(": ");
    assert_eq!(by(&sessions[1]), "Sessions cancelled: Too few people would come");
}

#[test]
fn each_line_says_what_its_number_counts_and_in_what() {
    let told = |row: &BTreeMap<String, Data>| {
        let [counts, unit] = ["What is counted", "Unit"].map(|column| text(&row[column]));
        format!("{counts}: {unit}")
    };
    let needs: Vec<String> = table(&contents(), "needs").iter().map(told).collect();
    let gap = "Meet it: People";
    assert_eq!(needs, [gap, gap, "Too few can confirm: Competencies", "Lost: Minutes"]);
    let sessions = table(&contents(), "sessions");
    let units: Vec<&str> = sessions.iter().map(|row| text(&row["Unit"])).collect();
    let (time, teams) = ("Minutes", "Teams");
    let input = "Hundredths of a WTE";
    assert_eq!(
        units,
        ["Sessions", "Sessions", teams, time, time, time, input, teams, "People", "Sessions"]
    );
    let sheet = opened(&contents()).worksheet_range("Needs").unwrap();
    let said: Vec<String> = sheet.rows().map(|row| text(&row[0]).to_owned()).collect();
    assert!(said.iter().any(|line| line.contains("who meets what is asked of their role")));
}

#[test]
fn days_numbers_and_notes_are_what_they_are_in_every_table() {
    let sessions = table(&contents(), "sessions");
    assert_eq!(sessions[0]["From"].as_date(), "2025-04-01".parse().ok());
    assert!(sessions.iter().all(|row| row["To"].is_datetime()));
    assert_eq!(whole(&sessions[0]["How many"]), Some(1_250));
    assert_eq!((whole(&sessions[4]["How many"]), text(&sessions[4]["Note"])), (None, "x"));
    let measures = table(&contents(), "local_measures");
    assert_eq!((number(&measures[0]["Value"]), text(&measures[0]["Name"])), (Some(48.5), "Bow"));
    assert_eq!((measures[1]["Value"].is_empty(), text(&measures[1]["Note"])), (true, "x"));
    let cover = table(&contents(), "cover__k_of_m_");
    let numbers = |row: &BTreeMap<String, Data>| {
        (whole(&row["Teams covered"]), whole(&row["Of how many"]), text(&row["Note"]).to_owned())
    };
    let numbers: Vec<_> = cover.iter().map(numbers).collect();
    let held = (None, Some(2), "c".to_owned());
    assert_eq!(
        numbers,
        [(Some(5), Some(8), String::new()), (Some(8), Some(8), String::new()), held]
    );
}

#[test]
fn the_notes_say_what_each_marker_means() {
    let rows = table(&contents(), "notes");
    for marker in Marker::ALL {
        let is_marker = |row: &&BTreeMap<String, Data>| {
            text(&row["About"]) == "Note" && text(&row["Note, code or number"]) == marker.code()
        };
        let row = rows.iter().find(is_marker).unwrap();
        assert_eq!(text(&row["What it means"]), marker.label());
    }
    assert!(rows.iter().any(|row| text(&row["What it means"]) == contents().method[0]));
    let of_rule = rows.iter().find(|row| text(&row["Note, code or number"]) == RULE).unwrap();
    assert_eq!(text(&of_rule["What it means"]), RULE_SAYS);
}

#[test]
fn a_correction_has_each_figure_as_it_was_and_as_it_is() {
    let rows = table(&corrected(), "changes");
    let numbers = |row: &BTreeMap<String, Data>, columns: [&str; 2]| {
        columns.map(|column| whole(&row[column]))
    };
    let (before, now) =
        (["How many before", "Of how many before"], ["How many now", "Of how many now"]);
    assert_eq!(numbers(&rows[0], before), [None, Some(45)]);
    assert_eq!(text(&rows[0]["Note before"]), "c");
    assert_eq!(numbers(&rows[0], now), [Some(35), Some(48)]);
    assert_eq!(numbers(&rows[1], before), [None, None], "it was added");
    let sheet = opened(&corrected()).worksheet_range("Changes").unwrap();
    let said: Vec<String> = sheet.rows().map(|row| text(&row[0]).to_owned()).collect();
    assert!(said.contains(&"It corrects TH-2026-03-31-r1. Why: Records came late".to_owned()));
    assert!(said.contains(&"Other tables that changed: 1 line of needs.csv.".to_owned()));
}

#[test]
fn a_text_is_a_text_whatever_it_begins_with() {
    let contents = contents();
    let names: Vec<String> =
        table(&contents, "coverage").iter().map(|row| text(&row["Name"]).to_owned()).collect();
    assert!(names.contains(&FORMULA.to_owned()) && names.contains(&COMMAND.to_owned()));
    let needs = table(&contents, "needs");
    assert_eq!(text(&needs[0]["In the lead's words"]), FORMULA);
    assert_eq!(text(&needs[2]["In the lead's words"]).trim_end(), MARKUP);
    for (name, part) in parts(&contents) {
        assert!(!name.starts_with("xl/worksheets/") || !part.contains("<f>"), "{name}");
    }
}

#[test]
fn every_table_can_be_filtered_under_a_head_that_stays_and_no_cells_are_merged() {
    let parts = parts(&contents());
    let of = |folder: &str| {
        let of_folder = parts.iter().filter(|(name, _)| name.starts_with(folder));
        of_folder.map(|(_, part)| part.as_str()).collect::<Vec<_>>()
    };
    let (sheets, tables) = (of("xl/worksheets/sheet"), of("xl/tables/table"));
    assert_eq!((sheets.len(), tables.len()), (7, 7));
    assert!(tables.iter().all(|table| table.contains("<autoFilter ref=")));
    assert!(sheets.iter().all(|sheet| !sheet.contains("<mergeCell")));
    assert!(sheets.iter().all(|sheet| sheet.contains("<col ")), "widths");
    // All but the first, where the facts stand above the table.
    let frozen = sheets.iter().filter(|sheet| sheet.contains("state=\"frozen\"")).count();
    assert_eq!(frozen, 6);
    assert!(parts["docProps/core.xml"].contains(">2026-03-31T00:00:00Z<"));
}

#[test]
fn a_return_of_nothing_says_so() {
    let empty = nothing();
    let mut file = opened(&empty);
    for name in ["Coverage", "Cover (k of m)", "Sessions", "Needs", "Local measures"] {
        let sheet = file.worksheet_range(name).unwrap();
        let said: Vec<&str> = sheet.rows().map(|row| text(&row[0])).collect();
        assert!(said.contains(&"There is nothing to list."), "{name}: {said:?}");
    }
}

#[test]
fn equal_contents_are_equal_files_whatever_is_written_beside_them() {
    let first = return_workbook(&contents()).unwrap();
    let written =
        |of: fn() -> Contents| std::thread::spawn(move || return_workbook(&of()).unwrap());
    let beside: Vec<_> = [contents as fn() -> Contents, corrected, contents]
        .map(written)
        .into_iter()
        .map(|one| one.join().unwrap())
        .collect();
    assert!(beside[0] == first && beside[2] == first && beside[1] != first);
}
