//! Checking in: the page that the room sees, and the one on which a code is entered.

use super::api_check_in::{CheckIn, check_in_code, check_in_page};
use super::{id_in_path, trail};
use crate::address;
use crate::load::load;
use crate::ui::{Button, Field, Form, InsetText, Page, TextInput};
use domain::ids::SessionId;
use domain::sessions::check_in::spaced;
use domain::sessions::check_in::views::{CheckInPage, CodePage};
use leptos::prelude::*;

/// The next code is there by then.
const AFTER_THE_MINUTE: u32 = 1;

#[component]
pub fn SessionCodePage() -> impl IntoView {
    let id = id_in_path();
    load(async move { check_in_code(id?).await }, |page| view! { <Shown page /> })
}

#[component]
fn Shown(page: CodePage) -> impl IntoView {
    let CodePage { id, title, slot, code, why_not, link, next_in } = page;
    let trail = trail(id, &title);
    if code.is_some() {
        crate::answer::refresh(next_in + AFTER_THE_MINUTE);
    }
    view! {
        <Page title=format!("Check in to “{title}”") trail wide=true>
            <p>{slot.words()}</p>
            {why_not.map(|why| view! {
                <InsetText>
                    <p>{why}</p>
                </InsetText>
            })}
            {code.map(|code| view! {
                <p class="check-in-code">{spaced(&code)}</p>
                <p>"Sign in to Esteem, open this session and choose Check in; or open this address:"</p>
                <p class="long-words">
                    <a href=link.clone()>{link.clone()}</a>
                </p>
                <p>
                    "The code changes every minute, and the previous one is still taken. " <a href="">"Show the code of now"</a>
                </p>
            })}
        </Page>
    }
}

#[component]
pub fn CheckInSessionPage() -> impl IntoView {
    let id = id_in_path();
    load(async move { check_in_page(id?).await }, |page| view! { <Entering page /> })
}

#[component]
fn Entering(page: CheckInPage) -> impl IntoView {
    let CheckInPage { id, title, slot, is_there, why_not } = page;
    let trail = trail(id, &title);
    let next = match why_not {
        _ if is_there => view! { <p>"You are checked in."</p> }.into_any(),
        Some(why) => view! {
            <InsetText>
                <p>{why}</p>
            </InsetText>
        }
        .into_any(),
        None => view! { <Enter id /> }.into_any(),
    };
    view! {
        <Page title=format!("Check in to “{title}”") trail>
            <p>{slot.words()}</p>
            {next}
        </Page>
    }
}

/// The form; a link that was opened on a phone brings the code along.
#[component]
fn Enter(id: SessionId) -> impl IntoView {
    view! {
        <Form<CheckIn>>
            <input type="hidden" name="id" value=id.to_string() />
            <TextInput
                field=Field::new("code", "Code")
                    .hint("Six letters and numbers, shown in the room. It changes every minute")
                    .value(address::query("code"))
                width=10
            />
            <Button text="Check in" />
        </Form<CheckIn>>
    }
}
