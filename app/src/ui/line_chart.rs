//! Shares over time as lines, drawn on the server. Every line has a pattern and its words at its end, so that it needs no colour; the
//! figures stand in a table beside it.

mod geometry;

use geometry::{BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH, across, high, path, spread};
use leptos::prelude::*;

/// How far labels stand from each other, and from their lines.
const APART: f64 = 22.0;
const BESIDE: f64 = 14.0;
/// Where labels of days stand, below the field.
const BELOW: f64 = BOTTOM + 26.0;

/// One line: what it is of, and its shares in tenths of a percent, one for each point; none where there is no share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartLine {
    pub label: String,
    pub values: Vec<Option<u32>>,
    /// A level to reach, drawn thinner.
    pub is_target: bool,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    pub title: String,
    /// The same in words, for whoever does not see it.
    pub description: String,
    pub lines: Vec<ChartLine>,
    /// What stands below each point; nothing where it is blank.
    pub along: Vec<String>,
}

#[component]
pub fn LineChart(
    /// Begins the ids of its parts.
    id: &'static str,
    chart: Chart,
) -> impl IntoView {
    let Chart { title, description, lines, along } = chart;
    let (titled_by, described_by) = (format!("{id}-title"), format!("{id}-description"));
    let region = format!("Chart: {title}");
    let labels = labels(&lines);
    let lines = lines.iter().enumerate().map(|(at, line)| {
        let class = match line.is_target {
            true => "line-chart__line line-chart__line--target".to_owned(),
            false => format!("line-chart__line line-chart__line--{at}"),
        };
        view! { <path class=class d=path(&line.values) /> }
    });
    let lines = lines.collect_view();
    // Focusable, so that the arrow keys move it where the window is narrower.
    view! {
        <div class="nhsuk-scroll">
            <div class="nhsuk-scroll__content" role="region" tabindex="0" aria-label=region>
                <svg
                    class="line-chart"
                    viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                    role="img"
                    aria-labelledby=titled_by
                    aria-describedby=described_by
                >
                    <title id=titled_by.clone()>{title}</title>
                    <desc id=described_by.clone()>{description}</desc>
                    {levels()}
                    {days(&along)}
                    {lines}
                    {labels}
                </svg>
            </div>
        </div>
    }
}

/// The levels from nothing to everything, with their percentages.
fn levels() -> AnyView {
    let level = |percent: u32| {
        let height = high(percent * 10);
        view! {
            <path class="line-chart__level" d=format!("M{LEFT:.1} {height:.1}H{RIGHT:.1}") />
            <text
                class="line-chart__percent"
                x=format!("{:.1}", LEFT - BESIDE / 2.0)
                y=format!("{height:.1}")
            >
                {format!("{percent}%")}
            </text>
        }
    };
    [0, 20, 40, 60, 80, 100].map(level).into_iter().collect_view().into_any()
}

/// The labels below the points, each with a tick.
fn days(along: &[String]) -> AnyView {
    let told = along.iter().enumerate().filter(|(_, label)| !label.is_empty());
    let day = |(at, label): (usize, &String)| {
        let x = across(at, along.len());
        view! {
            <path class="line-chart__level" d=format!("M{x:.1} {BOTTOM:.1}v6") />
            <text class="line-chart__day" x=format!("{x:.1}") y=format!("{BELOW:.1}")>
                {label.clone()}
            </text>
        }
    };
    told.map(day).collect_view().into_any()
}

/// The words at the end of each line, which lead to it where they had to make room for each other.
fn labels(lines: &[ChartLine]) -> AnyView {
    let last = |line: &ChartLine| line.values.iter().rev().find_map(|value| *value);
    let told: Vec<(&str, f64)> =
        lines.iter().filter_map(|line| Some((&*line.label, high(last(line)?)))).collect();
    let wanted: Vec<f64> = told.iter().map(|(_, height)| *height).collect();
    let label = |((label, height), at): ((&str, f64), f64)| {
        let to = RIGHT + BESIDE;
        view! {
            <path class="line-chart__lead" d=format!("M{RIGHT:.1} {height:.1}L{to:.1} {at:.1}") />
            <text class="line-chart__label" x=format!("{:.1}", to + 4.0) y=format!("{at:.1}")>
                {label.to_owned()}
            </text>
        }
    };
    told.into_iter().zip(spread(&wanted, APART)).map(label).collect_view().into_any()
}
