//! Who is due in a team: the most pressing first, each with a box to tick for a nudge.

use super::api::{Nudge, who_is_due};
use crate::address;
use crate::forms::FormScope;
use crate::load::load;
use crate::ui::{
    Button, Crumb, EmptyState, Everyone, Form, InsetText, ListError, Page, StackedTable, TickBox,
};
use domain::dates::spoken;
use domain::people::due::{Due, NUDGE_SHOWN_DAYS, NUDGED_AGAIN_AFTER_DAYS};
use domain::people::team_views::{DueLine, TeamDue};
use domain::standing::DUE_SOON_DAYS;
use leptos::prelude::*;

/// The name of the boxes, which are a list.
const FIELD: &str = "people[]";

#[component]
pub fn DuePage() -> impl IntoView {
    load(who_is_due(address::path_part("code")), |due| view! { <Listed due /> })
}

#[component]
fn Listed(due: TeamDue) -> impl IntoView {
    let TeamDue { team, people, not_begun, may_nudge } = due;
    let trail = vec![
        Crumb::new("/teams", "Teams"),
        Crumb::new(format!("/teams/{}", team.code), team.title.clone()),
    ];
    let nothing = people.iter().all(|line| line.due.is_nothing());
    let code = team.code.clone();
    view! {
        <Page title=format!("{}: who is due", team.title) trail wide=true>
            <p>
                {format!(
                    "Confirmations count as due soon in their last {DUE_SOON_DAYS} days. Those with critical gaps come first, \
                     then those whose confirmations have expired."
                )}
            </p>
            {(not_begun > 0).then(|| view! { <NotBegun starters=not_begun code=code.clone() /> })}
            {nothing.then(|| view! {
                <EmptyState heading="Nothing is due">
                    <p>{format!("Everybody here meets what is asked of them, for {DUE_SOON_DAYS} days at least.")}</p>
                </EmptyState>
            })}
            {if may_nudge {
                view! { <Nudging code people /> }.into_any()
            } else {
                view! { <People people scope=FormScope::default() /> }.into_any()
            }}
        </Page>
    }
}

/// Those of whom nothing is asked yet stand on the team's page alone.
#[component]
fn NotBegun(starters: usize, code: String) -> impl IntoView {
    let words = match starters {
        1 => "1 starter has not begun yet and is not in this list.".to_owned(),
        starters => format!("{starters} starters have not begun yet and are not in this list."),
    };
    view! {
        <p>
            {words} " " <a href=format!("/teams/{code}")>"See who starts"</a>
        </p>
    }
}

#[component]
fn Nudging(code: String, people: Vec<DueLine>) -> impl IntoView {
    let may_be_nudged = people.iter().filter(|line| line.may_nudge);
    let ids: Vec<String> = may_be_nudged.map(|line| line.person.to_string()).collect();
    view! {
        <Form<Nudge>>
            <input type="hidden" name="code" value=code />
            <Everyone
                question="Do you nudge all of them?"
                label="Everyone on this page who can be nudged"
                ids
            />
            <ListError name=FIELD />
            <People people scope=FormScope::around() />
            <InsetText>
                <p>
                    {format!(
                        "A nudge asks people to look at their competencies. They see it on their home page for \
                         {NUDGE_SHOWN_DAYS} days, with your name, and get an email if they have an account, are at work and \
                         want one. Nobody can be nudged twice in {NUDGED_AGAIN_AFTER_DAYS} days."
                    )}
                </p>
            </InsetText>
            <Button text="Nudge the people you ticked" />
        </Form<Nudge>>
    }
}

#[component]
fn People(people: Vec<DueLine>, scope: FormScope) -> impl IntoView {
    let head =
        vec!["Person", "Met", "Critical gaps", "Expired", "Due soon", "Not assessed", "Nudged"];
    let mut ticks = 0;
    let rows = people.into_iter().map(|line| {
        let id = line.may_nudge.then(|| {
            ticks += 1;
            if ticks == 1 { scope.id(FIELD) } else { format!("{}-{ticks}", scope.id(FIELD)) }
        });
        cells(line, id)
    });
    let rows = rows.collect();
    view! { <StackedTable caption="People" head rows /> }
}

/// `id` is that of the box to tick, for those who may be nudged.
fn cells(line: DueLine, id: Option<String>) -> Vec<AnyView> {
    let nudged = line.nudged_on.map_or_else(|| "Not yet".to_owned(), spoken);
    let due = line.due;
    vec![
        view! { <Person line id /> }.into_any(),
        due.met.words().into_any(),
        due.critical.to_string().into_any(),
        due.expired.to_string().into_any(),
        due_soon(&due).into_any(),
        due.not_assessed.to_string().into_any(),
        nudged.into_any(),
    ]
}

/// `2, the first on 4 May 2026`.
fn due_soon(due: &Due) -> String {
    match due.first_due_on {
        None => due.due_soon.to_string(),
        Some(first) if due.due_soon == 1 => format!("1, on {}", spoken(first)),
        Some(first) => format!("{}, the first on {}", due.due_soon, spoken(first)),
    }
}

#[component]
fn Person(line: DueLine, id: Option<String>) -> impl IntoView {
    let DueLine { person, name, role, away, .. } = line;
    let known = view! {
        <a href=format!("/people/{person}")>{name.clone()}</a>
        <br />
        <span class="nhsuk-body-s">{role} {away.then_some(", away")}</span>
    };
    let tick = id.map(|id| {
        view! { <TickBox id name=FIELD value=person.to_string() label=format!("Nudge {name}") /> }
    });
    view! {
        {known}
        {tick}
    }
}
