//! What the place is short of, in the report, with the lead's words beside each.

use crate::document::{Cell, Part};
use crate::returns::told;
use domain::figures::counted;
use domain::returns::Contents;
use domain::returns::shortfalls::{Need, NeedKind};
use std::collections::BTreeMap;

pub fn needs(contents: &Contents) -> Vec<Part> {
    let (gaps, others): (Vec<&Need>, Vec<&Need>) =
        contents.needs.iter().partition(|need| need.kind == NeedKind::Gap);
    let mut roles: BTreeMap<&str, Vec<&Need>> = BTreeMap::new();
    for gap in gaps {
        roles.entry(&gap.role).or_default().push(gap);
    }
    let mut parts = vec![Part::Section("Needs".to_owned())];
    if contents.needs.is_empty() {
        parts.push(Part::paragraph("None is recorded."));
    }
    if !others.is_empty() {
        let rows = others.into_iter().map(|need| other(contents, need)).collect();
        let columns = [("Need", 44), ("How much", 22), ("In the lead's words", 44)];
        parts.push(Part::table(columns, rows));
    }
    parts.extend(roles.into_iter().flat_map(|(code, gaps)| of_role(contents, code, gaps)));
    parts
}

fn other(contents: &Contents, need: &Need) -> [Cell; 3] {
    let about = told::about(contents, need);
    [
        Cell::of(need.kind.label()).with(about),
        Cell::of(told::need(need)),
        Cell::of(need.words.as_str()),
    ]
}

/// Gaps that there are or that somebody says something of, the fewest who meet them first.
fn of_role(contents: &Contents, code: &str, gaps: Vec<&Need>) -> Vec<Part> {
    let is_told = |gap: &&Need| is_open(gap) || !gap.words.is_empty();
    let (mut listed, rest): (Vec<&Need>, Vec<&Need>) = gaps.into_iter().partition(is_told);
    listed.sort_by_key(|gap| (share(gap), &gap.item));
    let title = match told::role(contents, code) {
        role if role == code => code.to_owned(),
        role => format!("{role} ({code})"),
    };
    let mut parts = vec![Part::Topic(format!("What is asked of: {title}"))];
    if !listed.is_empty() {
        let rows = listed.into_iter().map(|gap| row(contents, gap)).collect();
        let columns = [("Competency", 48), ("People who meet it", 24), ("In the lead's words", 38)];
        parts.push(Part::table(columns, rows));
    }
    if !rest.is_empty() {
        let competencies = counted(rest.len(), "competency", "competencies");
        parts.push(Part::paragraph(format!(
            "Not listed: {competencies} that everybody meets, or where too few people are counted to show it."
        )));
    }
    parts
}

fn row(contents: &Contents, gap: &Need) -> [Cell; 3] {
    [
        Cell::of(told::item(contents, &gap.item)).with(gap.item.as_str()),
        Cell::of(told::need(gap)),
        Cell::of(gap.words.as_str()),
    ]
}

/// Whether it is shown that somebody does not meet it.
fn is_open(gap: &Need) -> bool {
    gap.shown.numerator.zip(gap.shown.denominator).is_some_and(|(met, of)| met < of)
}

/// Who meets it, of a thousand who are asked; those that are held come last.
fn share(gap: &Need) -> u32 {
    let shown = gap.shown.numerator.zip(gap.shown.denominator);
    shown.and_then(|(met, of)| (1000 * met).checked_div(of)).unwrap_or(u32::MAX)
}
