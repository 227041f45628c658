//! What publishing would do to coverage: every row and domain before and after, and what causes it.

use crate::address;
use crate::ui::{Cell, Column, InsetText, Row, RowTitle, Table};
use domain::figures::grouped;
use domain::frameworks::views::{Figure, Preview, PreviewCauses, PreviewCell, PreviewRow};
use leptos::prelude::*;

#[component]
pub fn PreviewTables(preview: Preview) -> impl IntoView {
    let Preview { version, from, rows_are, columns, rows, opened, left_out, rounded, .. } = preview;
    let base = format!("/frameworks/{}/publish?from={from}&rows={rows_are}", version.number);
    let head = columns.iter().map(|(code, _)| Column::figures(code.clone()));
    let head: Vec<Column> = [Column::from(rows_are.label())].into_iter().chain(head).collect();
    let key =
        columns.into_iter().map(|(code, title)| view! { <li>{format!("{code}: {title}")}</li> });
    let key = key.collect_view();
    let rows = rows.into_iter().map(|row| view! { <Line base=base.clone() row /> }).collect_view();
    view! {
        {(!left_out.is_empty()).then(|| view! {
            <InsetText>
                <p>{format!("Left out, because they do not share figures: {}.", left_out.join(", "))}</p>
            </InsetText>
        })}
        {rounded.then(|| view! {
            <InsetText>
                <p>
                    "Figures of teams that you do not answer for are rounded. Where they could point at somebody they are "
                    "held back, and “c” stands in their place."
                </p>
            </InsetText>
        })}
        <Table caption="Requirements met of all, before and after" head matrix=true>{rows}</Table>
        <ul>{key}</ul>
        {opened.map(|opened| view! { <Causes opened /> })}
    }
}

#[component]
fn Line(base: String, row: PreviewRow) -> impl IntoView {
    let href = format!("{base}&row={}", address::segment(&row.code));
    let cells = row.cells.into_iter().map(|cell| {
        view! { <Cell figure=true>{words(cell)}</Cell> }
    });
    let cells = cells.collect_view();
    view! {
        <Row>
            <RowTitle>
                <a href=href>{row.name}</a>
            </RowTitle>
            {cells}
        </Row>
    }
}

/// `12 of 20`, and what it becomes where that differs.
fn words(cell: PreviewCell) -> String {
    let met = |figure: Option<Figure>| match figure {
        None => "nothing asked".to_owned(),
        Some(Figure::Exact(met)) => format!("{} of {}", grouped(met.met), grouped(met.of)),
        Some(Figure::Shown(shown)) => shown.to_string(),
    };
    if cell.before == cell.after {
        return met(cell.before);
    }
    format!("{} → {}", met(cell.before), met(cell.after))
}

#[component]
fn Causes(opened: PreviewCauses) -> impl IntoView {
    let PreviewCauses { name, causes, .. } = opened;
    let none = causes.is_empty();
    let rows = causes.into_iter().map(|cause| {
        view! {
            <Row>
                <RowTitle>{cause.what}</RowTitle>
                <Cell figure=true>{words(cause.cell)}</Cell>
            </Row>
        }
    });
    let rows = rows.collect_view();
    let head = vec![Column::from("What causes it"), Column::figures("Requirements met of all")];
    view! {
        <h2>{format!("What changes for {name}")}</h2>
        {if none {
            view! { <p>"Nothing changes here."</p> }.into_any()
        } else {
            view! { <Table caption="Causes" head>{rows}</Table> }.into_any()
        }}
    }
}
