//! A return to write files from: a place of two networks with every kind of line, and texts that would be something else to a program.

use domain::codes::{CareLevel, CareSetting};
use domain::coverage::ScopeKind;
use domain::dates::Period;
use domain::disclosure::{Shown, people};
use domain::returns::contents::{Correction, Titles};
use domain::returns::cover::CoverCell;
use domain::returns::keys::{ALL, Basis, Measure, Part, RowKey};
use domain::returns::local_measures::{LocalMeasure, Written};
use domain::returns::sessions::{PublishedSession, SessionFigure, SessionMeasure};
use domain::returns::shortfalls::{Need, NeedKind};
use domain::returns::{Cell, Change, Contents, Stamp};
use std::collections::BTreeMap;

/// Names and words that a spreadsheet would run, or its library would read as markup.
pub const FORMULA: &str = "=HYPERLINK(\"https://example.org\")";
pub const COMMAND: &str = "@SUM(A1:A9)";
pub const MARKUP: &str = "<r><t>more</t></r>";

fn cell(row: &RowKey, name: &str, item: &str, of: (Measure, Basis), shown: Shown) -> Cell {
    let is_provisional = row.code == "X1";
    Cell { key: row.cell(item, of.0, of.1), name: name.to_owned(), shown, is_provisional }
}

/// Requirements met: of everything, in EMG and in RSK. What is `None` is held.
fn met(row: &RowKey, name: &str, percents: [Option<u32>; 3]) -> Vec<Cell> {
    let shown =
        |percent: Option<u32>| percent.map_or(Shown::Held { of: None, band: None }, Shown::Percent);
    let of = (Measure::MetConfirmed, Basis::Requirements);
    let items = [ALL, "EMG", "RSK"].into_iter().zip(percents);
    items.map(|(item, percent)| cell(row, name, item, of, shown(percent))).collect()
}

fn place() -> RowKey {
    RowKey::whole(ScopeKind::Place, "TH")
}

fn wholes() -> Vec<Cell> {
    use ScopeKind::{Locality, Network, Organisation, Team};
    let whole = |level, code, name, percents| met(&RowKey::whole(level, code), name, percents);
    [
        met(&place(), "Tower Hamlets", [Some(55), Some(40), Some(70)]),
        whole(Locality, "L1", "West", [Some(50), Some(45), None]),
        whole(Network, "N1", "Bow", [Some(60), Some(30), Some(80)]),
        whole(Network, "N2", "Mile End", [Some(45), None, Some(100)]),
        whole(Organisation, "X1", COMMAND, [Some(35), Some(20), None]),
        whole(Team, "T1", FORMULA, [Some(65), Some(5), Some(15)]),
        whole(Team, "T2", "Tiny team", [None, None, None]),
        whole(Team, "T3", "Mile End team", [Some(45), None, Some(100)]),
    ]
    .concat()
}

fn parts() -> Vec<Cell> {
    let part = |part, percents| {
        met(&RowKey::part(ScopeKind::Place, "TH", part), "Tower Hamlets", percents)
    };
    [
        part(Part::Setting(CareSetting::PrimaryCare), [Some(52), Some(41), Some(63)]),
        part(Part::CareLevel(CareLevel::UrgentCare), [Some(48), None, None]),
        part(Part::GpWorkforce("Nurses".to_owned()), [Some(58), Some(42), Some(61)]),
        part(Part::Esr("Nursing".to_owned()), [Some(57), Some(43), Some(62)]),
    ]
    .concat()
}

/// Of the place, in people; and how much is assessed.
fn people_of_place() -> Vec<Cell> {
    let of = |item, of, shown| cell(&place(), "Tower Hamlets", item, of, shown);
    vec![
        of(ALL, (Measure::Assessed, Basis::Requirements), Shown::Percent(62)),
        of("EMG", (Measure::MetConfirmed, Basis::PeopleAll), people(33, 48)),
        of("EMG", (Measure::MetConfirmed, Basis::PeopleCritical), people(3, 45)),
        of("EMG", (Measure::MetRecognised, Basis::PeopleAll), people(12, 48)),
        of("RSK", (Measure::MetConfirmed, Basis::PeopleAll), people(0, 0)),
    ]
}

/// Nurses by competency: they are among the needs.
fn of_role() -> Vec<Cell> {
    let row = RowKey::part(ScopeKind::Place, "TH", Part::Role("PN".to_owned()));
    let of = (Measure::MetConfirmed, Basis::PeopleAll);
    let met = |item, met, all| cell(&row, "Tower Hamlets", item, of, people(met, all));
    vec![met("EMG-1", 33, 48), met("EMG-2", 3, 22)]
}

fn sessions() -> Vec<PublishedSession> {
    use SessionMeasure as M;
    let period = Period::new("2025-04-01".parse().ok(), "2026-03-31".parse().ok());
    let figure = |(level, code, name): (ScopeKind, &str, &str), measure, by: &str, value, of| {
        let (code, name, by) = (code.to_owned(), name.to_owned(), by.to_owned());
        let figure = SessionFigure { level, code, name, period, measure, by, value, of };
        figure.published().unwrap()
    };
    let place = (ScopeKind::Place, "TH", "Tower Hamlets");
    vec![
        figure(place, M::Delivered, "", Some(1_250), None),
        figure(place, M::Cancelled, "low_numbers", Some(2), None),
        figure(place, M::TeamsEntitled, "", Some(5), Some(8)),
        figure(place, M::MinutesPromised, "", Some(600), None),
        figure(place, M::MinutesUsed, "", None, None),
        figure(place, M::MinutesLost, "absence", Some(90), None),
        figure(place, M::InputWte, "", Some(250), None),
        figure(place, M::TeamsWithInput, "", Some(3), Some(8)),
        figure(place, M::Attended, "", Some(33), Some(48)),
        figure((ScopeKind::Locality, "L1", "West"), M::Delivered, "", Some(7), None),
    ]
}

fn needs() -> Vec<Need> {
    let mut needs: Vec<Need> = of_role().iter().filter_map(Need::gap).collect();
    FORMULA.clone_into(&mut needs[0].words);
    let place = ("TH", "Tower Hamlets");
    let mut assessors = Need::short(place, (NeedKind::Assessors, ""), (Some(2), Some(40)));
    MARKUP.clone_into(&mut assessors.words);
    needs
        .extend([assessors, Need::short(place, (NeedKind::TimeLost, "absence"), (Some(90), None))]);
    needs
}

fn local_measures() -> Vec<LocalMeasure> {
    let written = Written {
        code: "PHQ-1",
        definition: "Reviews of depression in time",
        source: "Practice systems",
        unit: "%",
        level: "network",
        scope_code: "N1",
        from: "2025-04-01",
        to: "2026-03-31",
        value: "48.5",
    };
    let read = |written| LocalMeasure::parse(written).unwrap();
    vec![read(written), read(Written { code: "PHQ-2", value: "", ..written })]
}

fn cover() -> Vec<CoverCell> {
    let of = |row: RowKey, name: &str, item: &str, teams, capable| CoverCell {
        row,
        name: name.to_owned(),
        item: item.to_owned(),
        teams,
        capable,
    };
    let locality = RowKey::whole(ScopeKind::Locality, "L1");
    vec![
        of(place(), "Tower Hamlets", "EMG", 8, Some(5)),
        of(place(), "Tower Hamlets", "RSK", 8, Some(8)),
        of(locality, "West", "EMG", 2, None),
    ]
}

fn within() -> BTreeMap<RowKey, RowKey> {
    use ScopeKind::{Locality, Network, Place, Team};
    let lies =
        |(level, code), (above, area)| (RowKey::whole(level, code), RowKey::whole(above, area));
    BTreeMap::from([
        lies((Locality, "L1"), (Place, "TH")),
        lies((Network, "N1"), (Locality, "L1")),
        lies((Network, "N2"), (Locality, "L1")),
        lies((Team, "T1"), (Network, "N1")),
        lies((Team, "T2"), (Network, "N1")),
        lies((Team, "T3"), (Network, "N2")),
    ])
}

fn titles() -> Titles {
    let titled = |titles: &[(&str, &str)]| {
        let owned = |(code, title): &(&str, &str)| ((*code).to_owned(), (*title).to_owned());
        titles.iter().map(owned).collect()
    };
    Titles {
        items: titled(&[
            ("EMG", "Psychiatric emergencies"),
            ("RSK", "Risk assessment"),
            ("EMG-1", "Recognise an emergency"),
            ("EMG-2", "Act in an emergency"),
        ]),
        roles: titled(&[("PN", "Practice nurse")]),
    }
}

/// A return of which nothing is known.
pub fn nothing() -> Contents {
    Contents {
        cells: Vec::new(),
        cover: Vec::new(),
        sessions: Vec::new(),
        needs: Vec::new(),
        local_measures: Vec::new(),
        ..contents()
    }
}

/// The first revision.
pub fn contents() -> Contents {
    let mut cells = [wholes(), parts(), people_of_place(), of_role()].concat();
    cells.sort_by(|one, other| one.key.cmp(&other.key));
    Contents {
        stamp: Stamp { id: "TH-2026-03-31-r1".parse().unwrap(), framework_version: 3 },
        place: "Tower Hamlets".to_owned(),
        recipient: "NHS England".to_owned(),
        framework: "Tower Hamlets competency set".to_owned(),
        cells,
        cover: cover(),
        sessions: sessions(),
        needs: needs(),
        local_measures: local_measures(),
        findings: vec!["62% of what is asked is assessed.".to_owned()],
        method: vec!["People are counted by their active posts.".to_owned()],
        titles: titles(),
        within: within(),
        correction: None,
    }
}

/// The second, in which one figure differs and one was added.
pub fn corrected() -> Contents {
    let mut contents = contents();
    let of = (Measure::MetConfirmed, Basis::PeopleAll);
    let now = cell(&place(), "Tower Hamlets", "EMG", of, people(33, 48));
    let before = Cell { shown: people(3, 45), ..now.clone() };
    let added = Change { from: None, to: Some(now.clone()) };
    contents.correction = Some(Correction {
        of: contents.stamp.id.clone(),
        reason: "Records came late".to_owned(),
        cells: vec![Change { from: Some(before), to: Some(now) }, added],
        others: BTreeMap::from([("needs.csv".to_owned(), 1), ("sessions.csv".to_owned(), 0)]),
    });
    contents.stamp.id = contents.stamp.id.next();
    contents
}
