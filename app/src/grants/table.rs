//! Grants as rows: what, where, from when to when, by whom.

use crate::ui::{Cell, Row, RowTitle, Table};
use domain::dates::spoken;
use domain::grants::views::GrantLine;
use leptos::prelude::*;

#[component]
pub fn GrantTable(
    #[prop(into)] caption: String,
    lines: Vec<GrantLine>,
    /// Whose grants they are stands in the first column, and a link to end each in the last.
    #[prop(optional)]
    of_several: bool,
) -> impl IntoView {
    let mut titles = vec!["Grant", "Where", "When", "Given by"];
    if of_several {
        titles.insert(0, "Who");
        titles.push("Action");
    }
    let rows = lines.into_iter().map(|line| view! { <GrantRow line of_several /> });
    let rows = rows.collect_view();
    view! {
        <Table caption head=titles>
            {rows}
        </Table>
    }
}

#[component]
fn GrantRow(line: GrantLine, of_several: bool) -> impl IntoView {
    let when = when(&line);
    let what = what(&line);
    let who = line.to.name().to_owned();
    let end = line.may_end.then(|| {
        let about = format!(" the grant {} of {who}", line.kind.label().to_lowercase());
        view! {
            <a href=format!("/grants/{}/end", line.id)>
                "End"<span class="nhsuk-u-visually-hidden">{about}</span>
            </a>
        }
    });
    view! {
        <Row>
            {of_several.then(|| view! { <RowTitle>{who.clone()}</RowTitle> })}
            <Cell>{what}</Cell>
            <Cell>{line.place}</Cell>
            <Cell>{when}</Cell>
            <Cell>{line.given_by}</Cell>
            {of_several.then(|| view! { <Cell>{end}</Cell> })}
        </Row>
    }
}

/// The grant; a founding assessor's with its limits.
fn what(line: &GrantLine) -> String {
    match &line.founding {
        None => line.kind.label().to_owned(),
        Some(terms) => {
            format!("Founding assessor up to level {} in {}", terms.highest, terms.competencies)
        }
    }
}

fn when(line: &GrantLine) -> String {
    let from = spoken(line.starts_on);
    match line.ends_on {
        None => format!("Since {from}"),
        Some(_) if line.was_ended_at_once() => format!("{from}, ended the same day"),
        Some(day) if line.is_past => format!("{from} to {}, ended", spoken(day)),
        Some(day) => format!("{from} to {}", spoken(day)),
    }
}
