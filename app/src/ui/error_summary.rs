//! What was wrong with a form, at the top of its page, with a link to each field.

use crate::forms::{FormScope, Submitted};
use domain::fields::FieldErrors;
use leptos::either::Either;
use leptos::prelude::*;

/// Shows itself only on a page that is shown again because its form was refused, or where the answers in its address cannot be
/// used.
#[component]
pub fn ErrorSummary(
    /// What is wrong with the answers in the address.
    #[prop(optional)]
    errors: FieldErrors,
) -> impl IntoView {
    let submitted = use_context::<Submitted>().map(|submitted| submitted.messages());
    let mut messages = submitted.unwrap_or_default();
    let scope = FormScope::default();
    messages.extend(errors.0.into_iter().map(|one| (Some(scope.id(&one.field)), one.message)));
    if messages.is_empty() {
        return None;
    }
    let messages = messages.into_iter().map(|(field, message)| {
        let item = match field {
            Some(id) => Either::Left(view! { <a href=format!("#{id}")>{message}</a> }),
            None => Either::Right(message),
        };
        view! { <li>{item}</li> }
    });
    Some(view! {
        <div class="nhsuk-error-summary" tabindex="-1" autofocus>
            <div role="alert">
                <h2 class="nhsuk-error-summary__heading">"There is a problem"</h2>
                <div class="nhsuk-error-summary__body">
                    <ul class="nhsuk-list nhsuk-error-summary__list">{messages.collect_view()}</ul>
                </div>
            </div>
        </div>
    })
}
