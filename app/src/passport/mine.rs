//! My passport: what it holds today, one button that makes it, and those I made before.

use super::api::{WithdrawPassport, my_passports};
use super::contents::InIt;
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Colour, Crumb, EmptyState, Form, InsetText, Page, StackedTable, Tag,
    shown_of,
};
use domain::dates::spoken_moment;
use domain::paging::Paged;
use domain::passport::views::{IssuedLine, OwnPassports};
use leptos::prelude::*;

#[component]
pub fn MyPassport() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(my_passports(page), |own| view! { <Own own /> })
}

#[component]
fn Own(own: OwnPassports) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let OwnPassports { contents, none_because, issued } = own;
    let any = !contents.competencies.is_empty();
    view! {
        <Page title="My passport" trail wide=true>
            <p class="nhsuk-lede-text">
                "What is confirmed of you today, as a signed file to take to your next employer. Whoever you show it to "
                "can check that nothing in it was changed."
            </p>
            {match none_because {
                Some(why) => view! { <InsetText><p>{why}</p></InsetText> }.into_any(),
                None => view! { <Make /> }.into_any(),
            }}
            {any.then(|| view! { <InIt contents /> })}
            <Issued issued />
        </Page>
    }
}

/// The answer is the file itself, so the form goes to an address of its own.
#[component]
fn Make() -> impl IntoView {
    view! {
        <form method="post" action="/my/passport/issue/pdf">
            <Button text="Download my passport as a PDF" />
        </form>
        <form method="post" action="/my/passport/issue">
            <Button text="Download the signed file alone" kind=ButtonKind::Secondary />
        </form>
        <p>
            "The file is yours: Esteem keeps when it was made, and not what is in it. Anybody can check it on the page "
            <a href="/verify">"Check a passport"</a>", which tells them no name and no level."
        </p>
    }
}

#[component]
fn Issued(issued: Paged<IssuedLine>) -> impl IntoView {
    if issued.entries.is_empty() {
        return view! {
            <EmptyState heading="No passports made yet">
                <p>"Those you make are listed here, so that you can withdraw one that you no longer want to be relied on."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&issued, "passports");
    let rows = issued.entries.into_iter().map(cells).collect();
    let head = vec!["Made", "Identifier ends in", "State", "Withdraw"];
    view! {
        <StackedTable caption="Passports you made" head rows />
        <p>"The whole identifier stands in the signed file, and in the PDF under “How to check this passport”."</p>
        {pages}
    }
    .into_any()
}

fn cells(line: IssuedLine) -> Vec<AnyView> {
    let made = spoken_moment(line.issued_at);
    let (id, ends) = (line.id.to_string(), line.id_ends());
    let about = format!("the passport of {made} that ends in {ends}");
    let (state, withdraw) = match line.withdrawn_at {
        Some(at) => {
            let state = view! { <Tag text="Withdrawn" colour=Colour::Grey /> };
            (state.into_any(), spoken_moment(at).into_any())
        }
        None => {
            let withdraw = view! {
                <Form<WithdrawPassport> about=id.clone()>
                    <input type="hidden" name="id" value=id />
                    <Button text="Withdraw" kind=ButtonKind::Secondary about />
                </Form<WithdrawPassport>>
            };
            (view! { <Tag text="Made" colour=Colour::Green /> }.into_any(), withdraw.into_any())
        }
    };
    vec![made.into_any(), ends.into_any(), state, withdraw]
}
