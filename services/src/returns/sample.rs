//! A small return for tests: every kind of line, and texts that a spreadsheet would run.

use super::pack::{File, StepTaken, Submission, digest};
use domain::coverage::ScopeKind;
use domain::dates::Period;
use domain::disclosure::{people, requirements};
use domain::returns::contents::{Correction, Titles};
use domain::returns::cover::CoverCell;
use domain::returns::local_measures::{LocalMeasure, Written};
use domain::returns::sessions::{PublishedSession, SessionFigure, SessionMeasure};
use domain::returns::shortfalls::{Need, NeedKind};
use domain::returns::{Basis, Cell, Change, Contents, Measure, Part, RowKey, Stamp, Step};
use std::collections::BTreeMap;

pub const ID: &str = "TH-2026-03-31-r2";

/// The second revision of a place with one practice, which is assessed by less than half, and its team.
pub fn contents() -> Contents {
    let (cells, gap) = cells();
    let waiting =
        Need::short(("TH", "Tower Hamlets"), (NeedKind::WaitingList, ""), (Some(3), Some(60)));
    let before = Cell { shown: people(20, 48), ..cells[0].clone() };
    Contents {
        stamp: Stamp { id: ID.parse().unwrap(), framework_version: 1 },
        place: "Tower Hamlets".to_owned(),
        recipient: "NHS England".to_owned(),
        framework: "Tower Hamlets set".to_owned(),
        cover: vec![CoverCell {
            row: RowKey::whole(ScopeKind::Place, "TH"),
            name: "Tower Hamlets".to_owned(),
            item: "RSK".to_owned(),
            teams: 5,
            capable: Some(2),
        }],
        sessions: sessions(),
        needs: vec![waiting, Need { words: "=1+1, and \"more\"\nnext year".to_owned(), ..gap }],
        local_measures: vec![measure()],
        findings: vec!["40% of what is asked is assessed.".to_owned()],
        method: vec!["Figures follow the rule R5-8.".to_owned()],
        titles: Titles::default(),
        within: BTreeMap::new(),
        correction: Some(Correction {
            of: "TH-2026-03-31-r1".parse().unwrap(),
            reason: "A team was missing".to_owned(),
            cells: vec![Change { from: Some(before), to: Some(cells[0].clone()) }],
            others: BTreeMap::from([("needs.csv".to_owned(), 1)]),
        }),
        cells,
    }
}

/// Published cells, and the gap of a role.
fn cells() -> (Vec<Cell>, Need) {
    let cell = |row: RowKey, (item, measure, basis), shown| Cell {
        name: format!("-{}", row.code),
        is_provisional: row.level == ScopeKind::Organisation,
        key: row.cell(item, measure, basis),
        shown,
    };
    let place = |part| RowKey::part(ScopeKind::Place, "TH", part);
    let met = ("RSK", Measure::MetConfirmed, Basis::PeopleAll);
    let nurses = Part::Esr("Nursing and Midwifery Registered".to_owned());
    let role = cell(place(Part::Role("PN".to_owned())), ("RSK-1", met.1, met.2), people(33, 48));
    let assessed = ("all", Measure::Assessed, Basis::Requirements);
    let cells = vec![
        cell(place(Part::Everybody), met, people(33, 48)),
        cell(place(Part::Everybody), assessed, requirements(40, 100, 48)),
        cell(place(nurses), met, people(3, 22)),
        cell(RowKey::whole(ScopeKind::Organisation, "P1"), met, people(33, 48)),
        cell(RowKey::whole(ScopeKind::Organisation, "P1"), assessed, requirements(40, 100, 48)),
        cell(RowKey::whole(ScopeKind::Team, "T1"), met, people(0, 0)),
        role.clone(),
    ];
    (cells, Need::gap(&role).unwrap())
}

fn sessions() -> Vec<PublishedSession> {
    let figure = |measure, value, of| SessionFigure {
        level: ScopeKind::Place,
        code: "TH".to_owned(),
        name: "Tower Hamlets".to_owned(),
        period: Period::new("2025-04-01".parse().ok(), "2026-03-31".parse().ok()),
        measure,
        by: String::new(),
        value,
        of,
    };
    let figures = [
        figure(SessionMeasure::Delivered, Some(12), None),
        figure(SessionMeasure::MinutesLost, None, None),
        figure(SessionMeasure::Attended, Some(33), Some(48)),
    ];
    figures.iter().filter_map(SessionFigure::published).collect()
}

fn measure() -> LocalMeasure {
    let written = Written {
        code: "PHQ-1",
        definition: "@Change in score",
        source: "Practice systems",
        unit: "points",
        level: "team",
        scope_code: "T1",
        from: "2025-04-01",
        to: "2026-03-31",
        value: "-1.5",
    };
    // What is stored may be older than the rule that names begin with no such sign.
    let read = Written { definition: "Change in score", ..written };
    LocalMeasure { definition: written.definition.to_owned(), ..LocalMeasure::parse(read).unwrap() }
}

/// The files with what was done with them: prepared, and nothing else.
pub fn with_submission(mut files: Vec<File>) -> Vec<File> {
    let submission = Submission {
        return_id: ID.parse().unwrap(),
        recipient: "NHS England".to_owned(),
        digest: digest(&files),
        steps: vec![StepTaken {
            step: Step::Prepared,
            by: "Lena Marsh".to_owned(),
            at: "2026-04-15T09:30:00Z".parse().unwrap(),
        }],
        corrects: None,
    };
    files.push(submission.file().unwrap());
    files
}
