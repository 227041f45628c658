//! Sessions, protected time and mental health input in the report.

use crate::document::{Cell, Part};
use crate::returns::told;
use domain::coverage::ScopeKind;
use domain::returns::Contents;
use domain::returns::sessions::{PublishedSession, SessionMeasure};
use std::collections::BTreeMap;

/// What is told together, under one heading, and what of it is told of areas within the place.
struct Topic {
    title: &'static str,
    measures: &'static [SessionMeasure],
    /// With what stands over their columns.
    of_areas: [(SessionMeasure, &'static str); 2],
}

const TOPICS: [Topic; 3] = [
    Topic {
        title: "Sessions",
        measures: &[
            SessionMeasure::Delivered,
            SessionMeasure::Cancelled,
            SessionMeasure::CrossBoundary,
            SessionMeasure::TeamsEntitled,
            SessionMeasure::Attended,
        ],
        of_areas: [
            (SessionMeasure::Delivered, "Sessions delivered"),
            (SessionMeasure::TeamsEntitled, "Teams that had every session they are due"),
        ],
    },
    Topic {
        title: "Protected time",
        measures: &[
            SessionMeasure::MinutesPromised,
            SessionMeasure::MinutesUsed,
            SessionMeasure::MinutesLost,
        ],
        of_areas: [
            (SessionMeasure::MinutesPromised, "Promised"),
            (SessionMeasure::MinutesUsed, "Used"),
        ],
    },
    Topic {
        title: "Mental health input",
        measures: &[SessionMeasure::InputWte, SessionMeasure::TeamsWithInput],
        of_areas: [
            (SessionMeasure::InputWte, "Input"),
            (SessionMeasure::TeamsWithInput, "Teams with input"),
        ],
    },
];

pub fn sessions(contents: &Contents) -> Vec<Part> {
    TOPICS.iter().flat_map(|topic| told_of(contents, topic)).collect()
}

fn told_of(contents: &Contents, topic: &Topic) -> Vec<Part> {
    let is_of_topic = |of: &&PublishedSession| topic.measures.contains(&of.figure.measure);
    let (place, areas): (Vec<&PublishedSession>, Vec<&PublishedSession>) = contents
        .sessions
        .iter()
        .filter(is_of_topic)
        .partition(|of| of.figure.level == ScopeKind::Place);
    let mut parts = vec![Part::Section(topic.title.to_owned())];
    match place.first() {
        None => parts.push(Part::paragraph("Nothing is recorded.")),
        Some(first) => {
            parts.push(Part::paragraph(format!("{}.", first.figure.period.words())));
            let rows = place.iter().map(|of| of_place(of)).collect();
            parts.push(Part::table([("In the whole place", 70), ("How much", 30)], rows));
        }
    }
    let rows = by_area(&areas, topic);
    if !rows.is_empty() {
        let [one, other] = topic.of_areas.map(|(_, title)| (title, 30));
        parts.push(Part::table([("Area", 40), one, other], rows));
    }
    parts
}

fn of_place(of: &PublishedSession) -> [Cell; 2] {
    let by = told::by(of.figure.measure, &of.figure.by);
    [Cell::of(of.figure.measure.label()).with(by), Cell::of(told::figure(of))]
}

/// Narrower areas, with what is told of each: the rest stands in the workbook.
fn by_area(figures: &[&PublishedSession], topic: &Topic) -> Vec<[Cell; 3]> {
    let mut areas: BTreeMap<(ScopeKind, &str), [Option<&PublishedSession>; 2]> = BTreeMap::new();
    for of in figures.iter().copied().filter(|of| of.figure.by.is_empty()) {
        let key = (of.figure.level, of.figure.code.as_str());
        let row = areas.entry(key).or_default();
        for (place, (measure, _)) in row.iter_mut().zip(&topic.of_areas) {
            if *measure == of.figure.measure {
                *place = Some(of);
            }
        }
    }
    areas.into_values().filter_map(area_row).collect()
}

/// `None` where nothing is told of the area.
fn area_row(figures: [Option<&PublishedSession>; 2]) -> Option<[Cell; 3]> {
    let known = figures.iter().flatten().next()?;
    let under = format!("{} {}", known.figure.level.label(), known.figure.code);
    let about = Cell::of(known.figure.name.as_str()).with(under);
    let figure = |of: Option<&PublishedSession>| {
        Cell::of(of.map_or_else(|| told::NOTHING.to_owned(), told::figure))
    };
    let [one, other] = figures.map(figure);
    Some([about, one, other])
}
