//! The managers' matrix: the people of a team by the competencies of one domain, each cell in words.

use super::api::team_matrix;
use crate::address;
use crate::load::load;
use crate::ui::{Cell, Column, Crumb, Page, Row, RowTitle, Table};
use domain::coverage::views::Heading;
use domain::people::team_views::{Matrix, MatrixCell, MatrixRow};
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn MatrixPage() -> impl IntoView {
    let (code, domain) = (address::path_part("code"), address::query("domain"));
    load(team_matrix(code, domain), |matrix| view! { <TheMatrix matrix /> })
}

#[component]
fn TheMatrix(matrix: Matrix) -> impl IntoView {
    let Matrix { team, domains, domain, competencies, rows } = matrix;
    let trail = vec![
        Crumb::new("/teams", "Teams"),
        Crumb::new(format!("/teams/{}", team.code), team.title.clone()),
    ];
    let caption = domain.title.clone();
    let titles =
        competencies.into_iter().map(|c| Column::from(&*format!("{} {}", c.code, c.title)));
    let head: Vec<Column> = std::iter::once("Name".into()).chain(titles).collect();
    let rows = rows.into_iter().map(|row| view! { <Line row /> }).collect_view();
    view! {
        <Page title=format!("{}: people by competency", team.title) trail wide=true>
            <Domains team=team.code.clone() domains chosen=domain.code />
            <Table caption head matrix=true>
                {rows}
            </Table>
        </Page>
    }
}

#[component]
fn Domains(team: String, domains: Vec<Heading>, chosen: String) -> impl IntoView {
    let links = domains.into_iter().map(|domain| {
        let href = format!("/teams/{team}/matrix?domain={}", domain.code);
        let item = if domain.code == chosen {
            Either::Left(view! { <strong aria-current="page">{domain.title}</strong> })
        } else {
            Either::Right(view! { <a href=href>{domain.title}</a> })
        };
        view! { <li>{item}</li> }
    });
    view! {
        <nav aria-label="Domains">
            <ul class="nhsuk-list">{links.collect_view()}</ul>
        </nav>
    }
}

#[component]
fn Line(row: MatrixRow) -> impl IntoView {
    let cells = row.cells.into_iter().map(|cell| view! { <Standing cell /> });
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/people/{}", row.id)>{row.name}</a>
                <br />
                <span class="nhsuk-body-s">
                    {row.role} {row.away.then_some(", away")} {row.signed_off.then_some(", whole role signed off")}
                </span>
            </RowTitle>
            {cells.collect_view()}
        </Row>
    }
}

#[component]
fn Standing(cell: MatrixCell) -> impl IntoView {
    let critical = cell.asked.is_some_and(|asked| asked.critical);
    view! {
        <Cell>
            <strong>{cell.word()}</strong>
            {cell.levels().map(|levels| view! { <br /> {levels} })}
            {critical.then(|| view! { <br /> "Critical" })}
            {cell.waits.map(|kind| view! { <br /> {kind.label()} })}
        </Cell>
    }
}
