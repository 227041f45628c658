//! What is asked of files of one sort: each question says of which, and stands there only for whoever may bring such files.

use crate::address;
use crate::ui::{Checkboxes, Choice, Field};
use domain::imports::Kind;
use leptos::prelude::*;

#[component]
pub fn Decide(kinds: Vec<Kind>) -> impl IntoView {
    let staff = kinds.contains(&Kind::Staff);
    let framework = kinds.contains(&Kind::Framework);
    view! {
        {staff.then(|| view! {
            <Checkboxes
                field=Field::new("complete", "Only for a staff file: does it name everybody?")
                choices=vec![
                    Choice::new("yes", "Yes, it is complete")
                        .hint("Posts that it does not name, in the organisations that it names, have ended"),
                ]
            />
        })}
        {framework.then(|| view! {
            <Checkboxes
                field=Field::new("draft", "Only for a framework file: does it become a draft?")
                    .value(address::query("draft"))
                choices=vec![
                    Choice::new("yes", "Yes, start a draft from it")
                        .hint("What is in use stays as it is. A draft that is open takes the file in anyway"),
                ]
            />
        })}
    }
}
