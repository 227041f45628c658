//! The page of my own agreement to be asked: what I hold, what I agreed to, and everything I said about it.

use super::api::{AgreeToHelp, EndHelp, my_help};
use super::helper::Held;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Crumb, Details, EmptyState, Field, Form, InsetText,
    Page, StackedTable, Textarea,
};
use domain::dates::spoken;
use domain::help::forms::REACH_MOST;
use domain::help::views::{HeldIn, HelpLine, OwnHelp};
use leptos::prelude::*;

#[component]
pub fn MyHelpPage() -> impl IntoView {
    load(my_help(), |own| view! { <Own own /> })
}

#[component]
fn Own(own: OwnHelp) -> impl IntoView {
    let OwnHelp { holds, email, agreed, is_listed, history } = own;
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let holds_nothing = holds.is_empty();
    view! {
        <Page title="Being asked for help" trail>
            <p>
                "If you agree, colleagues in your place find you under "
                <a href="/who-can-help">"Who can help?"</a>
                ". They see your name, role and team, how to reach you, and what you hold at level 4 or 5. They ask for "
                "informal advice, never about a named patient. It is yours alone to agree, and you can end it at any time."
            </p>
            <Stands agreed=agreed.clone() is_listed />
            {if holds_nothing {
                view! { <NothingHeld /> }.into_any()
            } else {
                view! { <Agree holds email agreed /> }.into_any()
            }}
            <History history />
        </Page>
    }
}

/// What stands now, and the button to end it.
#[component]
fn Stands(agreed: Option<HelpLine>, is_listed: bool) -> impl IntoView {
    let shown = if is_listed {
        "Colleagues find you."
    } else {
        "Colleagues do not find you now: nothing you agreed to is held at level 4 or 5 and current, or you are away. You \
         are shown again by itself once it is."
    };
    agreed.map(|agreed| {
        view! {
            <InsetText>
                <p>{format!("You agreed to be asked on {}. {shown}", spoken(agreed.made_on))}</p>
            </InsetText>
            <Form<EndHelp>>
                <Button text="Stop being asked" kind=ButtonKind::Secondary />
            </Form<EndHelp>>
        }
    })
}

#[component]
fn NothingHeld() -> impl IntoView {
    view! {
        <EmptyState heading="You hold nothing at level 4 or 5 yet">
            <p>
                "You can agree to be asked once a level 4 or 5 is confirmed and current. See your "
                <a href="/my/next-steps">"next steps"</a> "."
            </p>
        </EmptyState>
    }
}

#[component]
fn Agree(holds: Vec<HeldIn>, email: Option<String>, agreed: Option<HelpLine>) -> impl IntoView {
    let (heading, button) = match agreed {
        Some(_) => ("Change what you agreed to", "Save"),
        None => ("Agree to be asked", "Agree to be asked"),
    };
    let domains: Vec<Choice> =
        holds.iter().map(|held| Choice::new(&held.code, held.domain.clone())).collect();
    let many: usize = holds.iter().map(|held| held.competencies.len()).sum();
    let (chosen, words) = agreed.map(|line| (line.domains, line.reach)).unwrap_or_default();
    let about = Field::new("domains[]", "What do you want to be asked about?")
        .hint("Leave all boxes empty to be asked about everything you hold.")
        .values(chosen);
    let address = email.map_or_else(
        || "No work email of yours is on record, so say how to reach you.".to_owned(),
        |email| format!("Your work email, {email}, is shown as well."),
    );
    let how = Field::new("reach", "How and when can colleagues reach you? (optional)")
        .hint(format!("For example, by phone on Thursdays after 2pm. {address}"))
        .value(words.map(|words| words.to_string()).unwrap_or_default());
    view! {
        <h2>{heading}</h2>
        <Details summary=format!("What you hold at level 4 or 5 ({many})")>
            <Held holds />
        </Details>
        <Form<AgreeToHelp>>
            <Checkboxes field=about choices=domains />
            <Textarea field=how most=REACH_MOST rows=3 />
            <Button text=button />
        </Form<AgreeToHelp>>
    }
}

#[component]
fn History(history: Vec<HelpLine>) -> impl IntoView {
    if history.is_empty() {
        return None;
    }
    let head = vec!["Day", "What you said", "About", "How to reach you"];
    let rows = history.into_iter().map(cells).collect();
    Some(view! { <StackedTable caption="What you said so far, the latest first" head rows /> })
}

fn cells(line: HelpLine) -> Vec<AnyView> {
    let agreed = line.word == domain::help::HelpWord::Agreed;
    let about = match line.domains.join(", ") {
        codes if !codes.is_empty() => codes,
        _ if agreed => "Everything you hold".to_owned(),
        _ => "–".to_owned(),
    };
    let reach = line.reach.map_or_else(
        || if agreed { "By work email".to_owned() } else { "–".to_owned() },
        |words| words.to_string(),
    );
    vec![
        spoken(line.made_on).into_any(),
        line.word.label().into_any(),
        about.into_any(),
        reach.into_any(),
    ]
}
