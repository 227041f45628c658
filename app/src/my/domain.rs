//! A whole domain in one sitting: every competency of it that is asked of me, with my own level.

use super::api::{AssessDomain, KeepDomain, my_domain};
use crate::address;
use crate::judgements::{level_choices, level_named};
use crate::load::load;
use crate::ui::{
    Button, Choice, Crumb, Details, EmptyState, Field, Form, InsetText, Page, Radios, SendTo,
    SummaryList, SummaryRow,
};
use domain::frameworks::Level;
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
    let alike = sitting.meanings_alike().map(<[String]>::to_vec);
    let (left, code) = (left(&sitting), sitting.domain_code.clone());
    let explain = alike.is_none();
    let items = sitting.items;
    let each = move || items.into_iter().map(|item| view! { <Item item explain /> }).collect_view();
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
                    {left.map(|left| view! { <InsetText><p>{left}</p></InsetText> })}
                    {alike.map(|descriptors| view! { <Levels descriptors /> })}
                    <Form<AssessDomain>>
                        <input type="hidden" name="domain" value=code />
                        {each()}
                        <Buttons />
                    </Form<AssessDomain>>
                }.into_any()
            }}
        </Page>
    }
}

/// The first is the one that the Enter key presses.
#[component]
fn Buttons() -> impl IntoView {
    view! {
        <div class="row-of-buttons">
            <Button text="Save my levels" />
            <SendTo<KeepDomain> text="Keep and come back later" />
        </div>
    }
}

/// What was kept and what is left, for whoever comes back.
fn left(sitting: &Sitting) -> Option<String> {
    if !sitting.is_begun() {
        return None;
    }
    let begun = "You began this and kept what you had chosen. It counts once you save it.";
    let left: Vec<&str> = sitting.left().iter().map(|item| item.title.as_str()).collect();
    Some(match left.as_slice() {
        [] => format!("{begun} Every competency has a level now."),
        left => format!("{begun} Still without a level: {}.", left.join("; ")),
    })
}

/// What each level means, once for all.
#[component]
fn Levels(descriptors: Vec<String>) -> impl IntoView {
    let levels = Level::ALL.into_iter().zip(descriptors);
    let rows =
        levels.map(|(level, meaning)| SummaryRow::new(level_named(level), meaning)).collect();
    view! {
        <Details summary="What each level means" open=true>
            <SummaryList rows />
        </Details>
    }
}

#[component]
fn Item(
    item: SittingItem,
    /// Whether each answer says what it means here.
    explain: bool,
) -> impl IntoView {
    let critical = if item.asked.critical { ", critical to your role" } else { "" };
    let hint = format!(
        "{} Asked of you: {}{critical}.",
        sentence(&item.statement),
        level_named(item.asked.level)
    );
    let field = Field::new(format!("level[{}]", item.code), item.title.clone()).hint(hint);
    let field = match item.stands() {
        Some(own) => field.value(own),
        None => field,
    };
    let choices = level_choices(&item.descriptors, Some((item.asked.level, "asked of you")));
    let choices =
        if explain { choices } else { choices.into_iter().map(Choice::without_hint).collect() };
    view! { <Radios field choices /> }
}

fn sentence(statement: &str) -> String {
    format!("{}.", statement.trim_end_matches('.'))
}
