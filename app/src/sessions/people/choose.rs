//! Those of one's people who could come, each with a box to tick, and the form that books whoever is ticked.

use crate::forms::FormScope;
use crate::sessions::api_people::BookPeople;
use crate::ui::{Button, Form, ListError, StackedTable, TickBox};
use domain::ids::SessionId;
use domain::sessions::people::PersonLine;
use leptos::prelude::*;

/// The name of the boxes, which are a list.
const FIELD: &str = "people[]";

#[component]
pub(super) fn Choose(
    id: SessionId,
    /// Those on this page.
    people: Vec<PersonLine>,
    /// Whether there are others, on other pages or beside what was searched for.
    searched: bool,
) -> impl IntoView {
    view! {
        <Form<BookPeople>>
            <input type="hidden" name="id" value=id.to_string() />
            <ListError name=FIELD />
            <People people />
            {searched.then(|| view! {
                <p>
                    "Book them before you go to another page or search again: what you ticked here is not kept."
                </p>
            })}
            <Button text="Book the people ticked on this page" />
        </Form<BookPeople>>
    }
}

#[component]
fn People(people: Vec<PersonLine>) -> impl IntoView {
    let scope = FormScope::around();
    let mut ticks = 0;
    let rows = people.into_iter().map(|line| {
        let tick = line.against.is_none().then(|| {
            ticks += 1;
            if ticks == 1 { scope.id(FIELD) } else { format!("{}-{ticks}", scope.id(FIELD)) }
        });
        cells(line, tick)
    });
    let rows = rows.collect();
    let head = vec!["Person", "Team", "Profession", "What to know"];
    view! { <StackedTable caption="People who could come" head rows /> }
}

/// `tick` is the id of the box, for those who can be booked.
fn cells(line: PersonLine, tick: Option<String>) -> Vec<AnyView> {
    let PersonLine { person, name, team, profession, against, note } = line;
    let label = format!("Book {name}");
    let known = against.or(note).unwrap_or_else(|| "No problem found".to_owned());
    let who = view! {
        {name}
        {tick.map(|id| view! { <TickBox id name=FIELD value=person.to_string() label /> })}
    };
    vec![
        who.into_any(),
        team.into_any(),
        profession.unwrap_or_else(|| "Not recorded".to_owned()).into_any(),
        known.into_any(),
    ]
}
