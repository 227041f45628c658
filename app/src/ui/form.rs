//! A form that changes something: it posts to the page's own address and names its server function.

use crate::error::AppError;
use crate::forms::{FormScope, name_of};
use leptos::context::Provider;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use std::marker::PhantomData;

/// `<Form<SignIn>> … </Form<SignIn>>`: the fields inside keep what was typed when the server refuses it.
#[component]
pub fn Form<F>(
    /// Tells apart several forms of one kind on a page: the code or id of what each is about.
    #[prop(optional, into)]
    about: Option<String>,
    /// The name of the server function that its second button calls, where it has one.
    #[prop(optional, into)]
    second: Option<String>,
    #[prop(optional)] function: PhantomData<F>,
    children: Children,
) -> impl IntoView
where
    F: ServerFn<Error = AppError>,
{
    let PhantomData = function;
    let name = name_of::<F>(about.as_deref());
    // No `action`: a form without one posts to the address it stands at, query and all.
    view! {
        <form method="post" novalidate>
            <input type="hidden" name="form" value=name.clone() />
            <Provider value=FormScope::posted(name, second.as_deref())>{children()}</Provider>
        </form>
    }
}

/// A second button of the form around it, which sends the same fields to another server function. Forms name theirs once
/// before; the last one counts.
#[component]
pub fn SendTo<F>(
    #[prop(into)] text: String,
    #[prop(optional)] function: PhantomData<F>,
) -> impl IntoView
where
    F: ServerFn<Error = AppError>,
{
    let PhantomData = function;
    let name = name_of::<F>(None);
    view! {
        <button class="nhsuk-button nhsuk-button--secondary" type="submit" name="form" value=name>
            {text}
        </button>
    }
}
