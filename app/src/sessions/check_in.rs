//! Checking in: the page that the room sees, and the one on which a code is entered.

use super::api_check_in::{CheckIn, check_in_code, check_in_page};
use super::{id_in_path, trail};
use crate::address;
use crate::load::load;
use crate::ui::{Button, Field, Form, InsetText, Page, TextInput};
use domain::ids::SessionId;
use domain::sessions::check_in::spaced;
use domain::sessions::check_in::views::{CheckInPage, CodePage, QrCode};
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
    let by_phone = page.by_phone();
    let CodePage { id, title, slot, code, why_not, link, qr, next_in } = page;
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
                <div class="check-in">
                    <p class="check-in-code">{spaced(&code)}</p>
                    {qr.map(|qr| view! { <ToScan qr title /> })}
                </div>
                <p>{by_phone}</p>
                <p class="long-words">
                    <a href=link.clone()>{link.clone()}</a>
                </p>
                <p>"Or sign in to Esteem, open this session, choose Check in and enter the code."</p>
                <p>
                    "The code changes every minute, and the previous one is still taken. " <a href="">"Show the current code"</a>
                </p>
            })}
        </Page>
    }
}

/// The address as the camera of a phone reads it. Its colours stay black on white where a browser has others.
#[component]
fn ToScan(qr: QrCode, title: String) -> impl IntoView {
    let QrCode { side, path } = qr;
    view! {
        <svg
            class="check-in-qr"
            viewBox=format!("0 0 {side} {side}")
            shape-rendering="crispEdges"
            role="img"
            aria-label=format!("QR code to check in to “{title}”")
        >
            <rect width=side height=side fill="#fff" />
            <path d=path fill="#000" />
        </svg>
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
