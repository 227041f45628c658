//! Each team: by whom it is reached, how much of that is missing, and what the team holds in risk and emergencies.

use crate::address::segment;
use crate::coverage::cover::CoverTag;
use crate::coverage::grid::{ColumnKey, Dash};
use crate::coverage::{COVER, PEOPLE};
use crate::ui::{StackedTable, pages_of};
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::rule::BY_TWO;
use domain::coverage::percent;
use domain::coverage::views::Heading;
use domain::inputs::beside::{Beside, InputTable, TeamInput};
use domain::inputs::views::{InputLine, Named};
use leptos::prelude::*;

#[component]
pub(super) fn TeamRows(address: CoverageAddress, table: InputTable) -> impl IntoView {
    let InputTable { as_at, domains, rows, .. } = table;
    let mut head = vec!["Team", "Who comes", "Target WTE", "Actual WTE", "Gap"];
    let titles = domains.iter().filter_map(|domain| BY_TWO.into_iter().find(|c| *c == domain.code));
    head.extend(titles);
    let more = pages_of(&rows, "teams");
    let rows = rows.entries.into_iter().map(|row| cells((&address, as_at), &domains, row));
    let rows = rows.collect();
    view! {
        <StackedTable caption="Each team" head rows dense=true />
        {more}
        {(!domains.is_empty()).then(|| view! { <ColumnKey columns=domains /> })}
    }
}

fn cells(
    (address, day): (&CoverageAddress, NaiveDate),
    domains: &[Heading],
    row: TeamInput,
) -> Vec<AnyView> {
    let own = address.of_unit(&row.team.code);
    let comes = who_comes(&row);
    let TeamInput { team, sum, beside, .. } = row;
    let to = format!("/teams/{}/input", segment(&team.code));
    let gap = sum.gap_words();
    let gap = match sum.short > 0 {
        true => view! { <strong>{gap}</strong> }.into_any(),
        false => gap.into_any(),
    };
    let mut cells = vec![
        view! { <a href=to>{team.title}</a> }.into_any(),
        comes,
        sum.target_words().into_any(),
        sum.actual_words().into_any(),
        gap,
    ];
    let beside = domains.iter().zip(beside);
    cells.extend(beside.map(|(domain, said)| held((&own, day), domain, said)));
    cells
}

/// A line for each arrangement; where nobody comes, whether that is said or only not recorded.
fn who_comes(row: &TeamInput) -> AnyView {
    match (row.lines.is_empty(), row.says_none) {
        (true, true) => "None".into_any(),
        (true, false) => "None recorded".into_any(),
        (false, _) => row.lines.iter().map(line).collect_view().into_any(),
    }
}

fn line(line: &InputLine) -> AnyView {
    let words = line.words();
    let told = match (&line.named, line.named.words()) {
        (Named::Person { .. }, Some(name)) => format!("{name}: {words}"),
        (Named::Hidden, _) => format!("{words} (name not open to you)"),
        _ => words,
    };
    view! { <div>{told}</div> }.into_any()
}

/// What a team holds of a domain: its coverage, which leads to its people, and its cover, which leads to why.
fn held((own, day): (&CoverageAddress, NaiveDate), domain: &Heading, said: Beside) -> AnyView {
    let Beside { asked, met, verdict } = said;
    if asked == 0 && verdict.is_none() {
        return view! { <Dash words="Nothing asked" /> }.into_any();
    }
    let people = format!("{PEOPLE}?{}", own.to_people(Some(&domain.code), day).query());
    let why = format!("{COVER}/why?{}", own.to_why_covered(&domain.code, day).query());
    let share = format!("{}% ({met} of {asked})", percent(met, asked));
    let of = format!(", {}", domain.title);
    view! {
        {(asked > 0).then(|| view! {
            <div>
                <a href=people>{share}</a>
            </div>
        })}
        {verdict.map(|verdict| view! {
            <a href=why>
                <CoverTag verdict />
                <span class="nhsuk-u-visually-hidden">{of}</span>
            </a>
        })}
    }
    .into_any()
}
