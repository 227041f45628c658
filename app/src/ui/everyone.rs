//! One box that stands for everybody whom a form shows: it says who they are, so that nobody who came since is meant.

use super::checkboxes::Checkboxes;
use super::choice::Choice;
use super::field::Field;
use domain::fields::in_one_field;
use leptos::prelude::*;

/// Sends `everyone`, which is `yes` where it is ticked, and `shown` with the ids; nothing where one box would do as well.
#[component]
pub fn Everyone(
    question: &'static str,
    /// What stands beside the box, before the number of people.
    label: &'static str,
    ids: Vec<String>,
) -> impl IntoView {
    let label = format!("{label} ({} people)", ids.len());
    (ids.len() > 1).then(|| {
        let field =
            Field::new("everyone", question).hint("Then it does not matter whom you choose below.");
        view! {
            <input type="hidden" name="shown" value=in_one_field(&ids) />
            <Checkboxes field choices=vec![Choice::new("yes", label)] />
        }
    })
}
