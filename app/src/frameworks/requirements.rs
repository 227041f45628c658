//! What a draft asks of roles: how much of each, and of one competency by competency.

use super::api::{SetDraftRequirements, read_draft_requirements, read_draft_roles};
use super::read_only::ReadOnly;
use super::trail;
use crate::address;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{
    Button, Cell, Choice, Column, Crumb, EmptyState, Field, Form, Page, Row, RowTitle, Select,
    Table,
};
use domain::frameworks::Level;
use domain::frameworks::drafting::SetRequirement;
use domain::frameworks::views::{DraftRequirement, DraftRequirements, DraftRole, DraftRoles};
use leptos::prelude::*;

#[component]
pub fn DraftRolesPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    load(async move { read_draft_roles(number?).await }, |found| {
        let DraftRoles { version, roles } = found;
        let number = version.number;
        let none = roles.is_empty();
        let rows = roles.into_iter().map(|role| view! { <Role number role /> }).collect_view();
        let figures = ["Core", "Critical", "Optional"].map(Column::figures);
        let head: Vec<Column> = [Column::from("Role")].into_iter().chain(figures).collect();
        view! {
            <Page title="What roles are asked" trail=trail(number)>
                <p>"Requirements are published with the version."</p>
                {none.then(|| view! {
                    <EmptyState heading="There are no roles yet">
                        <p>"An administrator brings roles in from a file."</p>
                    </EmptyState>
                })}
                <Table caption="Competencies asked of each role" head>{rows}</Table>
            </Page>
        }
    })
}

#[component]
fn Role(number: i32, role: DraftRole) -> impl IntoView {
    let href = format!("/frameworks/{number}/requirements/{}", address::segment(&role.code));
    view! {
        <Row>
            <RowTitle>
                <a href=href>{role.title}</a>
            </RowTitle>
            <Cell figure=true>{role.core}</Cell>
            <Cell figure=true>{role.critical}</Cell>
            <Cell figure=true>{role.optional}</Cell>
        </Row>
    }
}

#[component]
pub fn DraftRequirementsPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    let role = address::path_part("role");
    load(async move { read_draft_requirements(number?, role).await }, |found| {
        let DraftRequirements { version, role, domains, is_open, may_edit } = found;
        let number = version.number;
        let mut trail = trail(number);
        trail
            .push(Crumb::new(format!("/frameworks/{number}/requirements"), "What roles are asked"));
        let title = format!("What is asked: {}", role.title);
        let role = role.code;
        view! {
            <Page title trail>
                {if may_edit {
                    view! { <Asked number role domains /> }.into_any()
                } else {
                    view! {
                        <ReadOnly is_open />
                        <Written domains />
                    }.into_any()
                }}
            </Page>
        }
    })
}

#[component]
fn Asked(
    number: i32,
    role: String,
    domains: Vec<(String, Vec<DraftRequirement>)>,
) -> impl IntoView {
    let each = move || {
        let each = domains.into_iter();
        each.map(|(title, lines)| view! { <Domain title lines /> }).collect_view()
    };
    view! {
        <p>"Keep it short: what this role needs, and no more."</p>
        <Form<SetDraftRequirements>>
            <input type="hidden" name="number" value=number />
            <input type="hidden" name="role" value=role />
            {each()}
            <Button text="Save what is asked" />
        </Form<SetDraftRequirements>>
    }
}

/// The same for whoever cannot change it.
#[component]
fn Written(domains: Vec<(String, Vec<DraftRequirement>)>) -> impl IntoView {
    let tables = domains.into_iter().map(|(title, lines)| {
        let rows = lines.into_iter().map(|line| view! { <WrittenLine line /> }).collect_view();
        view! { <Table caption=title head=["Competency", "Level asked", "How"]>{rows}</Table> }
    });
    tables.collect_view()
}

#[component]
fn WrittenLine(line: DraftRequirement) -> impl IntoView {
    let DraftRequirement { code, title, level, way } = line;
    let words = SetRequirement::WAYS.into_iter().find(|(known, _)| *known == way);
    let how = words.filter(|_| level.is_some()).map_or("", |(_, words)| words);
    view! {
        <Row>
            <RowTitle>{format!("{code} {title}")}</RowTitle>
            <Cell>{level.map_or_else(|| "Not asked".to_owned(), level_named)}</Cell>
            <Cell>{how}</Cell>
        </Row>
    }
}

#[component]
fn Domain(title: String, lines: Vec<DraftRequirement>) -> impl IntoView {
    let lines = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
    view! {
        <h2>{title}</h2>
        {lines}
    }
}

#[component]
fn Line(line: DraftRequirement) -> impl IntoView {
    let DraftRequirement { code, title, level, way } = line;
    let levels = Level::ALL.into_iter().map(|level| Choice::new(level, level_named(level)));
    let level_field = Field::new(format!("level[{code}]"), format!("{code} {title}"))
        .values(level.map(|level| level.to_string()));
    let ways = SetRequirement::WAYS.into_iter().map(|(way, words)| Choice::new(way, words));
    let way_field = Field::new(format!("way[{code}]"), format!("How {code} is asked")).value(way);
    view! {
        <Select field=level_field choices=levels.collect() none="Not asked" />
        <Select field=way_field choices=ways.collect() />
    }
}
