//! How far the audience of a programme has come: everybody together, then row by row.

use super::api::programme_rows;
use super::{address_of, trail};
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, Choice, Column, Details, EmptyState, Field, FilterPanel, InsetText, NAMES_MOST, Page,
    Row, RowTitle, Select, Table, shown_of,
};
use domain::coverage::ScopeKind;
use domain::programmes::counting::{Come, StepCount};
use domain::programmes::views::{ComeRow, ComeRows};
use leptos::prelude::*;

#[component]
pub fn ProgrammeRowsPage() -> impl IntoView {
    let (code, rows) = (address::path_part("code"), address::query("rows"));
    let page = address::query("page").parse().unwrap_or(1);
    load(programme_rows(code, rows, page), |found| view! { <AllRows found /> })
}

#[component]
fn AllRows(found: ComeRows) -> impl IntoView {
    let title = format!("{}: how far teams have come", found.programme.title);
    let trail = trail(&found.programme);
    let kinds = ScopeKind::of_each_team().rev();
    let choices = kinds.map(|kind| Choice::new(kind.code(), kind.label())).collect();
    let (rows_are, left_out) = (found.rows_are, found.left_out.clone());
    view! {
        <Page title trail wide=true>
            <p>
                "Each figure says how many of those whom the programme is for have done a step, and how many came to a session that "
                "ran it: all of it (attended) or a part (begun). Coming makes no step done. Who is away, bank or locum does "
                "not count. A person in two teams counts in both, and once in any wider row: rows do not add up."
            </p>
            <FilterPanel action="Show">
                <Select field=Field::new("rows", "Rows").value(rows_are.code()) choices />
            </FilterPanel>
            <LeftOut names=left_out />
            <Figures found />
        </Page>
    }
}

#[component]
fn LeftOut(names: Vec<String>) -> impl IntoView {
    if names.len() > NAMES_MOST {
        let summary = format!(
            "{} organisations share no figures with you, and no row counts them",
            names.len()
        );
        let names = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
        return view! {
            <Details summary>
                <ul>{names}</ul>
            </Details>
        }
        .into_any();
    }
    let some = (!names.is_empty()).then(|| {
        view! {
            <InsetText>
                <p>
                    "These share no figures with you, and no row counts them: " {names.join(", ")} "."
                </p>
            </InsetText>
        }
    });
    some.into_any()
}

#[component]
fn Figures(found: ComeRows) -> impl IntoView {
    let ComeRows { programme, steps, rows_are, whole, rows, .. } = found;
    if rows.entries.is_empty() {
        return view! {
            <EmptyState heading="Nobody here is of the audience today">
                <p>"Nobody has a post in the programme’s roles and care settings in the places that you see."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&rows, "rows");
    let many = steps.len();
    let whole = whole.map(|come| {
        view! { <Line title="All of them, each once".to_owned() href=None come=Some(come) many /> }
    });
    let at = address_of(&programme.code);
    let line = |row: ComeRow| {
        let href = format!("{at}/teams/{}", address::segment(&row.unit.code));
        let href = (rows_are == ScopeKind::Team).then_some(href);
        view! { <Line title=row.unit.title href come=row.come many /> }
    };
    let lines = rows.entries.into_iter().map(line).collect_view();
    view! {
        <Table caption="Done, of those it asks something of" head=head(rows_are.label(), &steps) matrix=true>
            {whole}
            {lines}
        </Table>
        {pages}
    }
    .into_any()
}

/// Who came to a session that ran a step: `4 attended, 1 begun`; none where nobody did.
fn took(step: &StepCount) -> Option<String> {
    let parts = [(step.attended, "attended"), (step.begun, "begun")];
    let parts = parts.into_iter().filter(|(many, _)| *many > 0);
    let words: Vec<String> = parts.map(|(many, word)| format!("{many} {word}")).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// The titles of the columns: of the rows, people, all steps, and each step.
pub(super) fn head(rows: &str, steps: &[String]) -> Vec<Column> {
    let first = [rows.into(), Column::figures("People"), Column::figures("All steps done")];
    let steps = (1..).zip(steps);
    let steps = steps.map(|(number, title)| Column::figures(format!("{number}. {title}")));
    first.into_iter().chain(steps).collect()
}

#[component]
pub(super) fn Line(
    title: String,
    href: Option<String>,
    /// None where the reader sees no figures.
    come: Option<Come>,
    /// How many steps there are.
    many: usize,
) -> impl IntoView {
    let title = match href {
        Some(href) => view! { <a href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let of =
        |done: u32, of: u32| if of == 0 { "–".to_owned() } else { format!("{done} of {of}") };
    let cells = match come {
        None => vec!["Not open to you".to_owned(); many + 2],
        Some(come) => {
            let mut steps = come.steps;
            steps.resize_with(many, Default::default);
            let first = [come.people.to_string(), of(come.whole, come.people)];
            let each = steps.iter().map(|step| match took(step) {
                Some(took) => format!("{} ({took})", of(step.done, step.of)),
                None => of(step.done, step.of),
            });
            first.into_iter().chain(each).collect()
        }
    };
    let cells = cells.into_iter().map(|words| view! { <Cell figure=true>{words}</Cell> });
    view! {
        <Row>
            <RowTitle>{title}</RowTitle>
            {cells.collect_view()}
        </Row>
    }
}
