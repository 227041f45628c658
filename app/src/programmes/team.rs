//! How far the audience of a programme has come in one team: figures and people, as far as each is open to me.

use super::api::programme_team;
use super::rows::{Line, head};
use super::{address_of, trail};
use crate::address;
use crate::load::load;
use crate::ui::{Cell, Column, Crumb, EmptyState, Page, Row, RowTitle, Table};
use domain::programmes::views::{ComeTeam, PersonSteps};
use leptos::prelude::*;

#[component]
pub fn ProgrammeTeamPage() -> impl IntoView {
    let (code, team) = (address::path_part("code"), address::path_part("team"));
    load(programme_team(code, team), |found| view! { <Team found /> })
}

#[component]
fn Team(found: ComeTeam) -> impl IntoView {
    let ComeTeam { programme, team, steps, come, people } = found;
    let mut trail = trail(&programme);
    trail.push(Crumb::new(format!("{}/teams", address_of(&programme.code)), "Teams"));
    let many = steps.len();
    let nobody = come.as_ref().is_none_or(|come| come.people == 0)
        && people.as_ref().is_none_or(Vec::is_empty);
    let figures = head("Team", &steps);
    let name = team.title.clone();
    view! {
        <Page title=format!("{}: {}", team.title, programme.title) trail wide=true>
            {nobody.then(|| view! {
                <EmptyState heading="Nobody in this team is of the audience today">
                    <p>"Nobody here has a post in the programme’s roles and care settings. Who is away, bank or locum does not count."</p>
                </EmptyState>
            })}
            {come.filter(|_| !nobody).map(|come| view! {
                <Table caption="Done, of those it asks something of" head=figures matrix=true>
                    <Line title=name href=None come=Some(come) many />
                </Table>
            })}
            {people.filter(|_| !nobody).map(|people| view! { <People people steps /> })}
        </Page>
    }
}

#[component]
fn People(people: Vec<PersonSteps>, steps: Vec<String>) -> impl IntoView {
    let steps = (1..).zip(steps).map(|(number, title)| format!("{number}. {title}"));
    let titles = ["Name".to_owned(), "Together".to_owned()].into_iter().chain(steps);
    let head: Vec<Column> = titles.map(|title| Column::from(&*title)).collect();
    let rows = people.into_iter().map(|person| view! { <Person person /> }).collect_view();
    view! {
        <Table caption="People" head matrix=true>
            {rows}
        </Table>
    }
}

#[component]
fn Person(person: PersonSteps) -> impl IntoView {
    let states = person.states.into_iter().zip(person.taken).map(|(state, taken)| {
        view! {
            <Cell>
                {state.label()} {taken.map(|taken| view! { <br /> <span class="nhsuk-body-s">{taken.label()}</span> })}
            </Cell>
        }
    });
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/people/{}", person.id)>{person.name}</a>
                <br />
                <span class="nhsuk-body-s">{person.role}</span>
            </RowTitle>
            <Cell>{person.done.words()}</Cell>
            {states.collect_view()}
        </Row>
    }
}
