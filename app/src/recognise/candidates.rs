//! The people of a role as a table with a box to tick for each; links choose all or none.

use crate::address;
use crate::forms::FormScope;
use crate::ui::{ListError, StackedTable, TickBox};
use domain::judgements::recognising::Candidate;
use leptos::prelude::*;

/// The name of the boxes, which are a list.
const FIELD: &str = "people[]";

#[component]
pub(super) fn Candidates(people: Vec<Candidate>) -> impl IntoView {
    let scope = use_context::<FormScope>().unwrap_or_default();
    let all = address::query("choose") == "all";
    let rows = people.into_iter().enumerate().map(|(at, person)| {
        // The first bears the field's own id, where the error summary's link leads.
        let id = if at == 0 { scope.id(FIELD) } else { format!("{}-{at}", scope.id(FIELD)) };
        let value = person.person.to_string();
        let at_first = all && person.open > 0;
        let open = format!("{} of {} asked", person.open, person.asked);
        let name = view! { <TickBox id name=FIELD value label=person.name at_first /> };
        vec![name.into_any(), person.team_name.into_any(), open.into_any()]
    });
    let rows = rows.collect();
    let head = vec!["Person", "Team", "Not held currently"];
    view! {
        <ChooseLinks />
        <ListError name=FIELD />
        <StackedTable caption="Choose people" head rows />
    }
}

/// The same page with every box ticked, or none.
#[component]
fn ChooseLinks() -> impl IntoView {
    let (role, domain) = (address::query("role"), address::query("domain"));
    let with = |choose: &str| format!("/recognise?role={role}&domain={domain}&choose={choose}");
    view! {
        <ul class="nhsuk-list row-of-links">
            <li><a href=with("all")>"Choose everyone with something to recognise"</a></li>
            <li><a href=with("none")>"Choose nobody"</a></li>
        </ul>
    }
}
