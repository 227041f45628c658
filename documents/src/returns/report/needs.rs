//! What the place is short of, in the report, with the lead's words beside each.

use crate::document::{Cell, Part};
use crate::returns::{said, told};
use domain::figures::counted;
use domain::returns::Contents;
use domain::returns::shortfalls::{Need, NeedKind};
use std::collections::BTreeMap;

pub fn needs(contents: &Contents) -> Vec<Part> {
    let mut parts = vec![Part::Section("Needs".to_owned())];
    if contents.needs.is_empty() {
        parts.push(Part::paragraph("None is recorded."));
        return parts;
    }
    let (gaps, others): (Vec<&Need>, Vec<&Need>) =
        contents.needs.iter().partition(|need| need.kind == NeedKind::Gap);
    let mut roles: BTreeMap<&str, Vec<&Need>> = BTreeMap::new();
    for gap in gaps {
        roles.entry(&gap.role).or_default().push(gap);
    }
    parts.push(Part::paragraph(said::NEEDS));
    parts.extend(short(contents, others));
    parts.extend(roles.into_iter().flat_map(|(code, gaps)| of_role(contents, code, gaps)));
    parts
}

/// What is short besides skill; what is not is named in a sentence, because each was looked at.
fn short(contents: &Contents, others: Vec<&Need>) -> Vec<Part> {
    let (rest, listed): (Vec<&Need>, Vec<&Need>) =
        others.into_iter().partition(|need| is_left_out(need));
    let mut parts = Vec::new();
    if !listed.is_empty() {
        let rows = listed.into_iter().map(|need| other(contents, need)).collect();
        let columns = [("What is short", 44), ("How much", 28), ("In the lead's words", 38)];
        parts.push(Part::table(columns, rows));
    }
    if !rest.is_empty() {
        let named: Vec<String> = rest.into_iter().map(|need| named(contents, need)).collect();
        parts
            .push(Part::paragraph(format!("Counted, and nothing is short: {}.", named.join("; "))));
    }
    parts
}

/// Whether it is shown that nothing is needed, and nobody says anything of it.
fn is_left_out(need: &Need) -> bool {
    need.needs_nothing() && need.words.is_empty()
}

/// What it counts, and by what.
fn named(contents: &Contents, need: &Need) -> String {
    match told::about(contents, need) {
        "" => need.label().to_owned(),
        about => format!("{} ({about})", need.label()),
    }
}

fn other(contents: &Contents, need: &Need) -> [Cell; 3] {
    let about = told::about(contents, need);
    [Cell::of(need.label()).with(about), Cell::of(need.told()), Cell::of(need.words.as_str())]
}

/// Gaps that are shown or that somebody says something of, the fewest who meet them first. Those that are held back are named by their codes:
/// they may be gaps as well.
fn of_role(contents: &Contents, code: &str, gaps: Vec<&Need>) -> Vec<Part> {
    let (met, gaps): (Vec<&Need>, Vec<&Need>) = gaps.into_iter().partition(|gap| is_left_out(gap));
    let is_held = |gap: &&Need| gap.shown.numerator.is_none() && gap.words.is_empty();
    let (held, mut listed): (Vec<&Need>, Vec<&Need>) = gaps.into_iter().partition(is_held);
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
    parts.extend(not_listed("It is held back how many people meet", &held));
    parts.extend(not_listed("Everybody meets", &met));
    parts
}

/// `Everybody meets 2 competencies: EMG-1, EMG-2.`
fn not_listed(said: &str, gaps: &[&Need]) -> Option<Part> {
    let codes: Vec<&str> = gaps.iter().map(|gap| gap.item.as_str()).collect();
    let competencies = counted(codes.len(), "competency", "competencies");
    let told = || Part::paragraph(format!("{said} {competencies}: {}.", codes.join(", ")));
    (!codes.is_empty()).then(told)
}

fn row(contents: &Contents, gap: &Need) -> [Cell; 3] {
    [
        Cell::of(told::item(contents, &gap.item)).with(gap.item.as_str()),
        Cell::of(gap.numbers()),
        Cell::of(gap.words.as_str()),
    ]
}

/// Who meets it, of a thousand who are asked; those that are held come last.
fn share(gap: &Need) -> u32 {
    let shown = gap.shown.numerator.zip(gap.shown.denominator);
    shown.and_then(|(met, of)| (1000 * met).checked_div(of)).unwrap_or(u32::MAX)
}
