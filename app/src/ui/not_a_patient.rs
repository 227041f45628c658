//! The question above the button of a form in which something looked like a patient's: why it is not.

use super::field::Field;
use super::textarea::Textarea;
use crate::forms::FormScope;
use domain::patient_text::{REASON_FIELD, REASON_MOST};
use leptos::prelude::*;

/// Shows itself only in a form that was refused until this is answered.
#[component]
pub(super) fn NotAPatient() -> impl IntoView {
    let asked = use_context::<FormScope>().is_some_and(|form| form.asks(REASON_FIELD));
    asked.then(|| {
        let field = Field::new(REASON_FIELD, "Why is this not about a patient?").hint(
            "For example: it is the postcode of our surgery. Your reason is kept in the audit log.",
        );
        view! { <Textarea field most=REASON_MOST rows=2 /> }
    })
}
