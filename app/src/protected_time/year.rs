//! A year of protected time: what was promised, what it came to month by month, and the way to the years beside it.

use crate::address;
use crate::ui::{
    Cell, ChangeOrEnd, Column, EmptyState, Row, RowTitle, StackedTable, SummaryList, SummaryRow,
    Table,
};
use chrono::NaiveDate;
use domain::changing::When;
use domain::dates::{spoken, spoken_minutes};
use domain::ids::PersonId;
use domain::protected_time::ledger::Totals;
use domain::protected_time::views::AllocationLine;
use domain::years::Year;
use leptos::prelude::*;

/// What the year comes to.
#[component]
pub(super) fn Sums(totals: Totals) -> impl IntoView {
    let mut rows = vec![
        SummaryRow::new("Allocated", spoken_minutes(totals.allocated)),
        SummaryRow::new("Planned", spoken_minutes(totals.planned)),
        SummaryRow::new("Delivered", spoken_minutes(totals.delivered)),
        SummaryRow::new("Lost", spoken_minutes(totals.lost)),
    ];
    rows.push(match totals.beyond() {
        0 => SummaryRow::new("Left", spoken_minutes(totals.left())),
        beyond => SummaryRow::new("Beyond what is allocated", spoken_minutes(beyond)),
    });
    view! { <SummaryList rows /> }
}

/// The same month by month, each in hours and minutes.
#[component]
pub(super) fn Months(months: Vec<(NaiveDate, Totals)>) -> impl IntoView {
    let titles = ["Allocated", "Planned", "Delivered", "Lost"].map(Column::figures);
    let head: Vec<Column> = std::iter::once(Column::from("Month")).chain(titles).collect();
    let rows = months.into_iter().map(|(first, totals)| view! { <Month first totals /> });
    let rows = rows.collect_view();
    view! {
        <Table caption="Month by month, in hours and minutes" head>
            {rows}
        </Table>
    }
}

#[component]
fn Month(first: NaiveDate, totals: Totals) -> impl IntoView {
    let Totals { allocated, planned, delivered, lost } = totals;
    let cells = [allocated, planned, delivered, lost]
        .map(|minutes| view! { <Cell figure=true>{clock(minutes)}</Cell> });
    view! {
        <Row>
            <RowTitle>{first.format("%B %Y").to_string()}</RowTitle>
            {cells.into_iter().collect_view()}
        </Row>
    }
}

/// `17:05`; a dash stands for none.
fn clock(minutes: u32) -> String {
    if minutes == 0 {
        return "–".to_owned();
    }
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// The years before and after.
#[component]
pub(crate) fn OtherYears(year: Year) -> impl IntoView {
    let links = [("Previous year", year.previous()), ("Next year", year.next())];
    let links = links.map(|(words, other)| {
        let href = format!("{}?year={}", address::path(), other.begins_in());
        view! {
            <li>
                <a href=href>
                    {words}
                    <span class="nhsuk-u-visually-hidden">": " {other.words()}</span>
                </a>
            </li>
        }
    });
    view! {
        <nav aria-label="Other years">
            <ul class="nhsuk-list row-of-links">{links.into_iter().collect_view()}</ul>
        </nav>
    }
}

/// What was promised; with links to change what is not over, where the reader promises it to this person.
#[component]
pub(super) fn Allocations(
    lines: Vec<AllocationLine>,
    #[prop(optional)] to: Option<PersonId>,
) -> impl IntoView {
    if lines.is_empty() {
        return view! {
            <EmptyState heading="No protected time is recorded">
                <p>"Sessions can go ahead without it. Whoever schedules them then gives a reason."</p>
            </EmptyState>
        }
        .into_any();
    }
    let mut head = vec!["Amount", "From", "To", "Source", "Agreed by"];
    head.extend(to.map(|_| "Change"));
    let rows = lines.into_iter().map(|line| cells(line, to)).collect();
    view! { <StackedTable caption="Allocated protected time" head rows /> }.into_any()
}

fn cells(line: AllocationLine, to: Option<PersonId>) -> Vec<AnyView> {
    let day = |day: Option<NaiveDate>, none: &str| day.map_or_else(|| none.to_owned(), spoken);
    let words = line.amount.words();
    let mut cells = vec![
        words.clone().into_any(),
        day(line.held.from, "Not recorded").into_any(),
        day(line.held.to, "No end").into_any(),
        line.source.into_any(),
        line.agreed_by.into_any(),
    ];
    cells.extend(to.map(|person| match line.when {
        When::Before => "Over".into_any(),
        When::Now | When::Ahead => {
            let href = format!("{}/{}/change", super::page_of(person), line.id);
            view! { <ChangeOrEnd href about=words /> }.into_any()
        }
    }));
    cells
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn time_stands_in_hours_and_minutes() {
        assert_eq!([0, 5, 60, 1_025].map(clock), ["–", "0:05", "1:00", "17:05"]);
    }
}
