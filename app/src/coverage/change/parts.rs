//! What each part of a change did, as a table that a phone shows as a list.

use crate::ui::StackedTable;
use domain::coverage::change::moved;
use domain::coverage::explain::Step;
use domain::coverage::explain::views::PartLine;
use domain::coverage::views::Measure;
use domain::figures::grouped;
use leptos::prelude::*;

/// Those that moved something, in their order, and all together.
#[component]
pub(super) fn PartsTable(
    measure: Measure,
    /// Of the whole change.
    points: Option<i64>,
    parts: Vec<PartLine>,
) -> impl IntoView {
    let sum = parts
        .iter()
        .fold((0, 0), |(met, asked), part| (met + part.step.met, asked + part.step.asked));
    let together = [more(sum.0), more(sum.1), in_points(points, sum != (0, 0))];
    let together = ["Together".to_owned(), String::new()].into_iter().chain(together);
    let together = together.map(|words| view! { <strong>{words}</strong> }.into_any()).collect();
    let rows = parts.into_iter().map(cells).chain(std::iter::once(together)).collect();
    view! {
        <StackedTable
            caption=format!("What changed it: {}", measure.label().to_lowercase())
            head=vec!["Part", "What happened", "Met", "Asked", "Share"]
            rows
            dense=true
        />
    }
}

fn cells(line: PartLine) -> Vec<AnyView> {
    let Step { met, asked, points, .. } = line.step;
    let stirred = met != 0 || asked != 0;
    let told = line.told.into_iter().map(|sentence| view! { <div>{sentence}</div> });
    vec![
        line.title.into_any(),
        told.collect_view().into_any(),
        more(met).into_any(),
        more(asked).into_any(),
        in_points(points, stirred).into_any(),
    ]
}

/// `3 more`, `1,204 fewer`, `as many`.
fn more(number: i32) -> String {
    let many = grouped(number.unsigned_abs());
    match number.signum() {
        1 => format!("{many} more"),
        -1 => format!("{many} fewer"),
        _ => "as many".to_owned(),
    }
}

/// How far the share moved, of what moved something or nothing; where nothing is asked there is none.
fn in_points(points: Option<i64>, stirred: bool) -> String {
    match points {
        Some(0) if stirred => "by less than 0.1 points".to_owned(),
        Some(points) => moved(points),
        None => "no share to compare".to_owned(),
    }
}

/// All that moved nothing, in one line.
#[component]
pub(super) fn Unmoved(parts: Vec<String>) -> impl IntoView {
    let names: Vec<String> = parts.iter().map(|part| part.to_lowercase()).collect();
    let told = format!("These changed nothing: {}.", names.join("; "));
    (!names.is_empty()).then(|| view! { <p>{told}</p> })
}
