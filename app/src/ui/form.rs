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
            <Provider value=FormScope::posted(name)>{children()}</Provider>
        </form>
    }
}
