//! What the reader may confirm of one person: what falls due, and what they saw.

use super::again::Again;
use super::api::what_to_observe;
use crate::address;
use crate::forms::FormScope;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Checkboxes, Choice, Crumb, EmptyState, Field, Page};
use domain::dates::spoken;
use domain::judgements::observing::{Observable, ObservableItem};
use leptos::context::Provider;
use leptos::prelude::*;

#[component]
pub fn ConfirmPersonPage() -> impl IntoView {
    let id = address::id_part("id");
    load(async move { what_to_observe(id?).await }, |person| view! { <Person person /> })
}

#[component]
fn Person(person: Observable) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/confirm", "Confirm")];
    let posts = person.posts.join("; ");
    let nothing = person.items.is_empty();
    let others = person.others;
    view! {
        <Page title=format!("Confirm {}", person.name) trail>
            <p class="nhsuk-body-s">{posts}</p>
            {nothing.then(|| view! {
                <EmptyState heading="There is nothing of theirs that you may confirm">
                    <p>"You may confirm what you hold at level 4 yourself, and what is asked of them or confirmed already."</p>
                </EmptyState>
            })}
            <Again person=person.clone() />
            {(!nothing).then(|| view! { <ChooseObserved person /> })}
            {(others > 0).then(|| view! {
                <p>{format!("{others} more of their competencies are for assessors who hold them.")}</p>
            })}
        </Page>
    }
}

/// Which competencies the reader saw; the next page asks for each of them.
#[component]
fn ChooseObserved(person: Observable) -> impl IntoView {
    let action = format!("/confirm/people/{}/observe", person.person);
    let choices = person.items.iter().map(choice).collect();
    let field = Field::new("code[]", "What did you see?")
        .hint("Choose all that you saw in one sitting. You say the level and the evidence of each on the next page.");
    view! {
        <h2>"Record what you saw"</h2>
        <form method="get" action=action>
            <Provider value=FormScope::in_address(Vec::new())>
                <Checkboxes field choices />
            </Provider>
            <Button text="Go on" kind=ButtonKind::Secondary />
        </form>
    }
}

fn choice(item: &ObservableItem) -> Choice {
    let asked = item.asked.map_or_else(
        || "not asked of them".to_owned(),
        |asked| format!("asked at {}", level_named(asked.level)),
    );
    let held = item.held.map_or_else(
        || "nothing confirmed".to_owned(),
        |(level, due_on)| format!("confirmed at {level}, due {}", spoken(due_on)),
    );
    let waits = item.waits.map(|kind| format!("; {}", kind.label().to_lowercase()));
    let waits = waits.unwrap_or_default();
    Choice::new(&item.code, &item.title).hint(format!("{}: {asked}; {held}{waits}", item.code))
}
