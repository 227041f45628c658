//! What was wrong with a form, at the top of its page, with a link to each field.

use crate::forms::Submitted;
use leptos::either::Either;
use leptos::prelude::*;

/// Shows itself only on a page that is shown again because its form was refused.
#[component]
pub fn ErrorSummary() -> impl IntoView {
    let submitted = use_context::<Submitted>()?;
    let messages = submitted.messages().into_iter().map(|(field, message)| {
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
