//! The people of a role as a table with a box to tick for each, and one box that stands for all of them.

use crate::forms::FormScope;
use crate::ui::{Everyone, ListError, StackedTable, TickBox};
use domain::judgements::recognising::Candidate;
use leptos::prelude::*;

/// The name of the boxes, which are a list.
const FIELD: &str = "people[]";

#[component]
pub(super) fn Candidates(people: Vec<Candidate>) -> impl IntoView {
    let scope = FormScope::around();
    let with_something = people.iter().filter(|person| person.open > 0);
    let ids: Vec<String> = with_something.map(|person| person.person.to_string()).collect();
    let rows = people.into_iter().enumerate().map(|(at, person)| {
        // The first bears the field's own id, where the error summary's link leads.
        let id = if at == 0 { scope.id(FIELD) } else { format!("{}-{at}", scope.id(FIELD)) };
        let value = person.person.to_string();
        let open = format!("{} of {} asked", person.open, person.asked);
        let name = view! { <TickBox id name=FIELD value label=person.name /> };
        vec![name.into_any(), person.team_name.into_any(), open.into_any()]
    });
    let rows = rows.collect();
    let head = vec!["Person", "Team", "Not held currently"];
    view! {
        <Everyone
            question="Do you recognise all of them?"
            label="Everyone with something to recognise"
            ids
        />
        <ListError name=FIELD />
        <StackedTable caption="Choose people" head rows />
    }
}
