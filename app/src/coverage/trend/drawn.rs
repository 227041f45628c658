//! The figures of a trend as lines, with the same in words.

use crate::ui::{Chart, ChartLine};
use domain::coverage::trend::{Basis, TrendPoint};
use domain::dates::spoken;

/// So many months lie between days that are written below the lines.
const BETWEEN_DAYS: usize = 6;

pub(super) fn chart(title: &str, points: &[TrendPoint], target: Option<u8>) -> Chart {
    let of_basis = |basis: &Basis| {
        let share = |point: &TrendPoint| point.figure.as_ref().and_then(|f| basis.share(f));
        let values: Vec<Option<u32>> = points.iter().map(share).collect();
        ChartLine { label: ended(basis.label(), &values), values, is_target: false }
    };
    let mut lines: Vec<ChartLine> = Basis::ALL.iter().map(of_basis).collect();
    let description = description(points, &lines, target);
    lines.extend(target.map(|target| ChartLine {
        label: format!("Target {target}%"),
        values: vec![Some(u32::from(target) * 10); points.len()],
        is_target: true,
    }));
    let along = points.iter().enumerate().map(|(at, point)| match at % BETWEEN_DAYS {
        0 => point.day.format("%b %Y").to_string(),
        _ => String::new(),
    });
    Chart { title: title.to_owned(), description, along: along.collect(), lines }
}

/// `Confirmed 67.3%`: what stands at the end of a line.
fn ended(label: &str, values: &[Option<u32>]) -> String {
    match values.iter().rev().find_map(|value| *value) {
        Some(share) => format!("{label} {}", percent(share)),
        None => label.to_owned(),
    }
}

fn percent(tenths: u32) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// What the lines show, as a sentence each.
fn description(points: &[TrendPoint], lines: &[ChartLine], target: Option<u8>) -> String {
    let days = points.first().zip(points.last());
    let days = days.map(|(from, to)| {
        format!("Shares of requirements from {} to {}.", spoken(from.day), spoken(to.day))
    });
    let went = lines.iter().filter_map(|line| {
        let first = line.values.iter().find_map(|value| *value)?;
        Some(format!("{}, {} at first.", line.label, percent(first)))
    });
    let target = target.map(|target| format!("The target is {target}% met."));
    let table = "The table after it has every figure.".to_owned();
    days.into_iter().chain(went).chain(target).chain([table]).collect::<Vec<_>>().join(" ")
}
