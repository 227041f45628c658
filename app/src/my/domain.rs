//! A whole domain in one sitting: every competency of it that is asked of me, with my own level.

use super::api::{AssessDomain, my_domain};
use crate::address;
use crate::judgements::{level_choices, level_named};
use crate::load::load;
use crate::ui::{Button, Crumb, EmptyState, Field, Form, Page, Radios};
use domain::judgements::starting::{Sitting, SittingItem};
use leptos::prelude::*;

#[component]
pub fn MyDomain() -> impl IntoView {
    load(my_domain(address::path_part("code")), |sitting| view! { <Domain sitting /> })
}

#[component]
fn Domain(sitting: Sitting) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let nothing = sitting.items.is_empty();
    let items = sitting.items.into_iter().map(|item| view! { <Item item /> }).collect_view();
    view! {
        <Page title=sitting.domain_title trail>
            {if nothing {
                view! {
                    <EmptyState heading="Nothing in this domain is asked of you">
                        <p>
                            <a href="/my/competencies">"See what your work asks of you"</a>
                        </p>
                    </EmptyState>
                }.into_any()
            } else {
                view! {
                    <p>"Choose the level that describes you best. What you leave open stays as it is."</p>
                    <Form<AssessDomain>>
                        {items}
                        <Button text="Save my levels" />
                    </Form<AssessDomain>>
                }.into_any()
            }}
        </Page>
    }
}

#[component]
fn Item(item: SittingItem) -> impl IntoView {
    let critical = if item.asked.critical { ", critical to your role" } else { "" };
    let hint = format!(
        "{} Asked of you: {}{critical}.",
        sentence(&item.statement),
        level_named(item.asked.level)
    );
    let field = Field::new(format!("level[{}]", item.code), item.title).hint(hint);
    let field = match item.self_level {
        Some(own) => field.value(own),
        None => field,
    };
    view! { <Radios field choices=level_choices(&item.descriptors, Some(item.asked.level)) /> }
}

fn sentence(statement: &str) -> String {
    format!("{}.", statement.trim_end_matches('.'))
}
