//! Coverage in the report: the place domain by domain, then areas, teams, organisations and groups as heatmaps.

use super::figures::Figures;
use crate::document::{Cell, Part};
use crate::returns::told;
use domain::coverage::ScopeKind;
use domain::returns;
use domain::returns::keys::{self, ALL, Basis, Measure, RowKey};
use domain::returns::method::HELD_WHY;

/// A row, and how it is named.
type Row<'a> = (&'a RowKey, Cell);

pub fn parts(of: &Figures<'_>) -> Vec<Part> {
    let sections = [domains(of), areas(of), teams(of), organisations(of), groups(of)];
    sections.into_iter().flatten().collect()
}

/// Every domain of the place by its title and its code, which stands for it in what follows.
fn domains(of: &Figures<'_>) -> Vec<Part> {
    let place = of.place();
    let met = Measure::MetConfirmed;
    let row = |item: &&str| {
        let words = |of_what| Cell::of(of.words(&place, item, of_what));
        [
            Cell::of(told::item(of.contents, item)).with(*item),
            words((met, Basis::Requirements)),
            words((met, Basis::PeopleAll)),
            words((met, Basis::PeopleCritical)),
            words((Measure::MetRecognised, Basis::PeopleAll)),
        ]
    };
    let domains = of.items.iter().filter(|item| **item != ALL);
    let columns = [
        ("Domain", 36),
        (met.told_in(Basis::Requirements), 22),
        (met.told_in(Basis::PeopleAll), 24),
        (met.told_in(Basis::PeopleCritical), 24),
        (Measure::MetRecognised.told_in(Basis::PeopleAll), 26),
    ];
    let together = together(of.cell(&place, ALL, (met, Basis::Requirements)));
    let rows: Vec<[Cell; 5]> = domains.map(row).collect();
    let mut parts =
        vec![Part::Section("The place by domain".to_owned()), Part::paragraph(together)];
    parts.extend((!rows.is_empty()).then(|| Part::table(columns, rows)));
    parts
}

/// How much of everything asked is met, in a sentence; there is no cell where nothing is asked.
fn together(whole: Option<&returns::Cell>) -> String {
    match whole.map(returns::Cell::percent) {
        Some(Some(percent)) => {
            format!("Of everything that is asked in the place, {percent}% is met.")
        }
        Some(None) => format!("How much of everything asked is met is held back: {HELD_WHY}."),
        None => "Nothing is asked of anybody in this place.".to_owned(),
    }
}

fn areas(of: &Figures<'_>) -> Vec<Part> {
    let mut rows = of.rows(|row| is_whole(row) && row.level.area_kind().is_some());
    rows.sort_by_key(|&(row, _)| of.path(row));
    let named = rows.into_iter().map(|(row, name)| {
        let under = format!("{} {}", row.level.label(), row.code);
        (row, Cell::of(name).with(under))
    });
    let named: Vec<Row<'_>> = named.collect();
    section(of, "Requirements met by area", ("Area", &named))
}

/// Under the area that each is placed in.
fn teams(of: &Figures<'_>) -> Vec<Part> {
    let mut rows = of.rows(|row| is_whole(row) && row.level == ScopeKind::Team);
    rows.sort_by_key(|&(row, _)| of.path(row));
    if rows.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![Part::Section("Requirements met by team, network by network".to_owned())];
    for together in rows.chunk_by(|(one, _), (next, _)| of.area(one) == of.area(next)) {
        let area = together.first().and_then(|(row, _)| of.area(row));
        let title = area.map_or_else(
            || "Teams in no area".to_owned(),
            |area| format!("{} ({})", of.name(area), area.code),
        );
        parts.push(Part::Topic(title));
        parts.extend(of.heatmaps("Team", &by_code(together)));
    }
    parts
}

fn organisations(of: &Figures<'_>) -> Vec<Part> {
    let rows = of.rows(|row| is_whole(row) && row.level == ScopeKind::Organisation);
    section(of, "Requirements met by organisation", ("Organisation", &by_code(&rows)))
}

/// Parts of the place.
fn groups(of: &Figures<'_>) -> Vec<Part> {
    let group = |row: &RowKey| matches!(row.part, keys::Part::GpWorkforce(_) | keys::Part::Esr(_));
    let setting = |row: &RowKey| matches!(row.part, keys::Part::Setting(_));
    let level = |row: &RowKey| matches!(row.part, keys::Part::CareLevel(_));
    [
        section(of, "Requirements met by staff group", ("Group", &parted(of, group))),
        section(of, "Requirements met by care setting", ("Care setting", &parted(of, setting))),
        section(of, "Requirements met by care level", ("Care level", &parted(of, level))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A heading and heatmaps; nothing where there are no rows.
fn section(of: &Figures<'_>, title: &str, (head, rows): (&'static str, &[Row<'_>])) -> Vec<Part> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![Part::Section(title.to_owned())];
    parts.extend(of.heatmaps(head, rows));
    parts
}

fn is_whole(row: &RowKey) -> bool {
    row.part == keys::Part::Everybody
}

fn by_code<'a>(rows: &[(&'a RowKey, &'a str)]) -> Vec<Row<'a>> {
    let named = |(row, name): &(&'a RowKey, &'a str)| (*row, Cell::of(*name).with(&row.code));
    rows.iter().map(named).collect()
}

/// Parts of the place by what they are called; a staff group with what it is a group by.
fn parted<'a>(of: &Figures<'a>, is: impl Fn(&RowKey) -> bool) -> Vec<Row<'a>> {
    let named = |(row, _): (&'a RowKey, &'a str)| match &row.part {
        keys::Part::GpWorkforce(group) | keys::Part::Esr(group) => {
            (row, Cell::of(group).with(told::part(&row.part).1))
        }
        part => {
            let (setting, _, level) = told::part(part);
            let is_setting = matches!(part, keys::Part::Setting(_));
            (row, Cell::of(if is_setting { setting } else { level }))
        }
    };
    of.rows(is).into_iter().map(named).collect()
}
