//! The page on which whoever came to a session gives feedback, and is asked once more weeks later.

use super::api_feedback::{GiveFeedback, feedback_page};
use super::wellbeing::HowWorkHasBeen;
use super::{id_in_path, trail};
use crate::load::load;
use crate::ui::{Button, Choice, Field, Form, InsetText, Page, Radios};
use domain::coverage::views::Heading;
use domain::dates::spoken;
use domain::ids::SessionId;
use domain::judgements::forms::CONFIDENCE;
use domain::sessions::feedback::views::FeedbackPage;
use domain::sessions::feedback::{LEAST_SHOWN, Phase, Reaction};
use leptos::prelude::*;

#[component]
pub fn SessionFeedbackPage() -> impl IntoView {
    let id = id_in_path();
    load(async move { feedback_page(id?).await }, |page| view! { <Feedback page /> })
}

#[component]
fn Feedback(page: FeedbackPage) -> impl IntoView {
    let FeedbackPage { id, title, slot, phase, why_not, outcomes, follow_up, asks_wellbeing } =
        page;
    let trail = trail(id, &title);
    view! {
        <Page title=format!("Feedback on “{title}”") trail>
            <p>{slot.words()}</p>
            {why_not.map(|why| view! {
                <InsetText>
                    <p>{why}</p>
                </InsetText>
            })}
            {phase.map(|phase| view! {
                <p>
                    {format!(
                        "Whoever taught it reads counts and means, and only where {LEAST_SHOWN} people or more answered. Nobody \
                         reads what you answered by yourself, and none of it is a level.",
                    )}
                </p>
                {(phase == Phase::After).then(|| view! {
                    <p>
                        {format!("We ask how confident you are once more from {} to {}.", spoken(follow_up.0), spoken(follow_up.1))}
                    </p>
                })}
                <Questions id phase outcomes asks_wellbeing />
            })}
        </Page>
    }
}

#[component]
fn Questions(
    id: SessionId,
    phase: Phase,
    outcomes: Vec<Heading>,
    asks_wellbeing: bool,
) -> impl IntoView {
    let after = phase == Phase::After;
    view! {
        <Form<GiveFeedback>>
            <input type="hidden" name="id" value=id.to_string() />
            {after.then(|| view! { <HowUseful /> })}
            <About outcomes after />
            {asks_wellbeing.then(|| view! { <HowWorkHasBeen /> })}
            <Button text="Send my answers" />
        </Form<GiveFeedback>>
    }
}

#[component]
fn HowUseful() -> impl IntoView {
    let choices = Reaction::ALL.iter().map(|one| Choice::new(one.code(), one.label())).collect();
    view! { <Radios field=Field::new("reaction", "How useful was it for your work?") choices /> }
}

/// How confident somebody is in each outcome, and was before where that is asked.
#[component]
fn About(outcomes: Vec<Heading>, after: bool) -> impl IntoView {
    let each = outcomes.into_iter().map(|Heading { code, title }| {
        let before = after.then(|| {
            let label = format!("{title}: how confident were you before the session?");
            view! { <Confidence name=format!("before[{code}]") label /> }
        });
        let label = format!("{title}: how confident are you now?");
        view! {
            {before}
            <Confidence name=format!("now[{code}]") label />
        }
    });
    each.collect_view()
}

#[component]
fn Confidence(name: String, label: String) -> impl IntoView {
    let choices = (1..).zip(CONFIDENCE).map(|(number, words)| Choice::new(number, words)).collect();
    view! { <Radios field=Field::new(name, label) choices /> }
}
