//! What is asked of files of one sort: each question says of which, and stands there only for whoever may bring such files.

use crate::address;
use crate::ui::{Checkboxes, Choice, Field};
use domain::imports::{Kind, LEAVE_OUT_UNKNOWN};
use leptos::prelude::*;

#[component]
pub fn Decide(kinds: Vec<Kind>) -> impl IntoView {
    let staff = kinds.contains(&Kind::Staff);
    let framework = kinds.contains(&Kind::Framework);
    let evidence = kinds.iter().any(|kind| kind.is_evidence());
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
        {evidence.then(|| view! {
            <Checkboxes
                field=Field::new("leave_out_unknown", "Only for competences and certificates: may rows be left out?")
                choices=vec![
                    Choice::new("yes", LEAVE_OUT_UNKNOWN)
                        .hint("Otherwise a file that names one of them imports nothing"),
                ]
            />
        })}
    }
}
