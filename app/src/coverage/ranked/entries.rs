//! One list of ranked figures as a table; each figure leads to what is behind it, and its difference to why it is.

use crate::coverage::behind::{behind, explained};
use crate::coverage::{PATH, RANKED};
use crate::ui::{Cell, Column, Row, RowTitle, Table, pages_of};
use chrono::NaiveDate;
use domain::coverage::ScopeKind;
use domain::coverage::address::CoverageAddress;
use domain::coverage::change::Difference;
use domain::coverage::ranking::{Entry, RankedList, Ranking};
use domain::coverage::views::{Figure, Measure};
use domain::dates::spoken;
use domain::figures::grouped;
use domain::standing::DUE_SOON_DAYS;
use leptos::either::Either;
use leptos::prelude::*;

/// What the lists are of.
#[derive(Clone, Debug)]
pub(super) struct About {
    pub address: CoverageAddress,
    pub as_at: NaiveDate,
    pub then: NaiveDate,
}

#[component]
pub(super) fn RankedTable(about: About, rows_are: ScopeKind, list: RankedList) -> impl IntoView {
    let RankedList { ranking, entries } = list;
    let heading = view! { <h2>{ranking.label()}</h2> };
    if entries.total == 0 {
        return view! {
            {heading}
            <p>{none_of(ranking)}</p>
        }
        .into_any();
    }
    let is_whole = about.address.list.is_some();
    let more = match is_whole {
        true => pages_of(&entries, "figures"),
        false => entries.is_part().then(|| whole_list(&about.address, ranking, entries.total)),
    };
    let item = if about.address.domain.is_some() { "Competency" } else { "Domain" };
    let head = vec![
        Column::from(rows_are.label()),
        item.into(),
        Column::figures("Requirements met"),
        Column::figures(format!("On {}", spoken(about.then))),
        Column::figures("Difference in points"),
        Column::figures(format!("Met, due within {DUE_SOON_DAYS} days")),
    ];
    let caption = format!("{}, as at {}", ranking.label(), spoken(about.as_at));
    let rows = entries.entries.into_iter().map(|entry| {
        view! { <Line address=about.address.to_coverage() days=(about.then, about.as_at) entry /> }
    });
    let rows = rows.collect_view();
    view! {
        {heading}
        <Table caption head>
            {rows}
        </Table>
        {more}
    }
    .into_any()
}

const fn none_of(ranking: Ranking) -> &'static str {
    match ranking {
        Ranking::Thinnest => "Everything that is ranked here is met.",
        Ranking::Falling => "Nothing that is ranked here fell.",
        Ranking::Expiring => "Nothing that is met runs out.",
    }
}

/// The way to the whole list, where it is longer.
fn whole_list(address: &CoverageAddress, ranking: Ranking, total: usize) -> AnyView {
    let href = format!("{RANKED}?{}", address.of_list(Some(ranking)).query());
    let words = format!("Show all {}", grouped(total as u64));
    view! {
        <p>
            <a href=href>
                {words}
                <span class="nhsuk-u-visually-hidden">{format!(" of {}", ranking.label().to_lowercase())}</span>
            </a>
        </p>
    }
    .into_any()
}

#[component]
fn Line(
    address: CoverageAddress,
    /// The day with which figures are compared, and their own.
    days: (NaiveDate, NaiveDate),
    entry: Entry,
) -> impl IntoView {
    let Entry { kind, unit, item, figure, then } = entry;
    let to = behind(&address, (kind, &unit.code), &item.code);
    let headline = CoverageAddress { measure: None, ..address.clone() };
    let why = explained(&headline, (&unit.code, Some(&item.code)), days);
    let code = item.code;
    let item = match address.domain {
        Some(_) => format!("{code} {}", item.title),
        None => item.title,
    };
    let own = address.of_unit(&unit.code);
    let own = format!("{PATH}?{}", own.query());
    let differs = Difference::between(then.as_ref(), Some(&figure), Measure::Requirements);
    let differs = differs.map(|Difference { mark, words, .. }| {
        view! {
            <a href=why>
                <span aria-hidden="true">{mark}</span>
                <span class="nhsuk-u-visually-hidden">{format!("Explain the change: {words}")}</span>
            </a>
        }
    });
    let then = match then {
        Some(then) => Either::Left(share(&then)),
        None => Either::Right("Nothing asked"),
    };
    view! {
        <Row>
            <RowTitle>
                <a href=own>{unit.title}</a>
            </RowTitle>
            <Cell>{item}</Cell>
            <Cell figure=true>
                <a href=to>{share(&figure)}</a>
            </Cell>
            <Cell figure=true>{then}</Cell>
            <Cell figure=true>{differs}</Cell>
            <Cell figure=true>{grouped(figure.due_soon)}</Cell>
        </Row>
    }
}

/// `66.7% (8 of 12)`.
fn share(figure: &Figure) -> String {
    let (met, asked) = figure.of(Measure::Requirements);
    let percent = domain::coverage::percent(met, asked);
    format!("{percent}% ({} of {})", grouped(met), grouped(asked))
}
