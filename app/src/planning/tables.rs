//! The load by assessor and by team, and who is missing where.

use crate::ui::{Cell, Column, Details, Row, RowTitle, Table};
use domain::figures::grouped;
use domain::judgements::load::views::{AssessorLoad, Missing, MissingIn, TeamLoad};
use leptos::prelude::*;

fn head(title: &str, figures: &[&str]) -> Vec<Column> {
    let figures = figures.iter().map(|title| Column::figures(*title));
    std::iter::once(Column::from(title)).chain(figures).collect()
}

#[component]
pub(super) fn AssessorTable(assessors: Vec<AssessorLoad>) -> impl IntoView {
    let rows = assessors.into_iter().map(|one| {
        view! {
            <Row>
                <RowTitle>{one.name}</RowTitle>
                <Cell figure=true>{grouped(one.competencies as u64)}</Cell>
                <Cell figure=true>{grouped(one.part.confirmations)}</Cell>
                <Cell figure=true>{grouped(one.part.acts)}</Cell>
            </Row>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table
            caption="Assessors"
            head=head("Assessor", &["Competencies they may confirm", "Confirmations", "Acts"])
        >
            {rows}
        </Table>
    }
}

#[component]
pub(super) fn TeamTable(teams: Vec<TeamLoad>) -> impl IntoView {
    let rows = teams.into_iter().map(|team| {
        view! {
            <Row>
                <RowTitle>{team.name}</RowTitle>
                <Cell figure=true>{grouped(team.part.confirmations)}</Cell>
                <Cell figure=true>{grouped(team.recognised)}</Cell>
                <Cell figure=true>{grouped(team.part.acts)}</Cell>
                <Cell figure=true>{grouped(team.left)}</Cell>
            </Row>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table
            caption="Teams"
            head=head("Team", &["Confirmations", "By recognition", "Acts of assessors", "Acts nobody has room for"])
        >
            {rows}
        </Table>
    }
}

#[component]
pub(super) fn MissingTables(missing: Vec<Missing>, most: u32) -> impl IntoView {
    if missing.is_empty() {
        return None;
    }
    let places = missing.into_iter().map(|missing| view! { <MissingHere missing /> });
    Some(view! {
        <h2>"Who is missing"</h2>
        <p>
            {format!(
                "So many more assessors would be needed for nobody to exceed {} acts. One who may confirm several of \
                 the competencies counts once.",
                grouped(most)
            )}
        </p>
        {places.collect_view()}
    })
}

#[component]
fn MissingHere(missing: Missing) -> impl IntoView {
    let Missing { place, acts, assessors, competencies } = missing;
    let more = match assessors {
        1 => "1 assessor".to_owned(),
        several => format!("{} assessors", grouped(several)),
    };
    let caption = format!("{place}: who must be able to confirm what");
    let rows = competencies.into_iter().map(|of| view! { <InCompetency of /> }).collect_view();
    view! {
        <p>
            <strong>{format!("{place}: {more}, for {} acts", grouped(acts))}</strong>
        </p>
        <Details summary=format!("What they must be able to confirm in {place}")>
            <Table caption head=head("Competency", &["Acts", "Of the missing assessors"])>
                {rows}
            </Table>
        </Details>
    }
}

#[component]
fn InCompetency(of: MissingIn) -> impl IntoView {
    view! {
        <Row>
            <RowTitle>
                {of.title}
                <br />
                <span class="nhsuk-body-s">{of.code}</span>
            </RowTitle>
            <Cell figure=true>{grouped(of.acts)}</Cell>
            <Cell figure=true>{grouped(of.assessors)}</Cell>
        </Row>
    }
}
