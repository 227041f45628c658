//! The forms of a session: a new one, from a template or from nothing, and one whose description is changed.

use super::api_draft::{
    ChangeSession, DraftSession, RecordSession, offer_session, seat_holders, session_to_change,
};
use super::cutting::{WhoseBooking, is_asked};
use super::fields::SessionFieldset;
use super::planning::FIRST_STEP;
use super::times::{TIME_CAN_WAIT, WayToTimes};
use super::{id_in_path, trail};
use crate::address;
use crate::answer;
use crate::forms::was_refused;
use crate::load::load;
use crate::protected_time::OutsideReason;
use crate::ui::{Button, Choice, Crumb, Field, FilterPanel, Form, InsetText, Page, Select};
use domain::coverage::views::Heading;
use domain::sessions::forms::BeginFields;
use domain::sessions::planning::Stepwise;
use leptos::prelude::*;

/// From nothing, from a template, or from something else that is there: then that is asked no more.
#[component]
pub fn NewSessionPage() -> impl IntoView {
    let [template, like, step, request] =
        ["template", "like", "step", "request"].map(address::query);
    let begin = BeginFields { template, like, step, request };
    // What was typed here and refused is shown here again.
    let stays = !address::query("one_page").is_empty() || was_refused::<DraftSession>();
    load(offer_session(begin.clone()), move |form| {
        if form.stepwise == Stepwise::First && !stays {
            answer::go_to(FIRST_STEP);
        }
        let trail = vec![Crumb::new("/", "Home"), Crumb::new("/sessions", "Sessions")];
        let (templates, also) = (form.templates.clone(), also_copied(&begin));
        let stepwise = form.stepwise != Stepwise::Never;
        let BeginFields { template, like, step, request } = begin;
        view! {
            <Page title="Plan a session" trail>
                <p>
                    "First it is a draft, which nobody can book. Then you say who leads it and what it builds, and schedule it."
                </p>
                <p>{TIME_CAN_WAIT}</p>
                <p>
                    "Has it already taken place? "
                    <a href="/sessions/record">"Record a session that has taken place"</a>
                </p>
                {stepwise.then(|| view! {
                    <p>
                        <a href=FIRST_STEP>"Plan it step by step"</a>
                    </p>
                })}
                <Templates templates />
                {also.map(|also| view! { <p>{also}</p> })}
                <Form<DraftSession>>
                    <input type="hidden" name="template" value=template />
                    <input type="hidden" name="like" value=like />
                    <input type="hidden" name="step" value=step />
                    <input type="hidden" name="request" value=request />
                    <SessionFieldset form />
                    <Button text="Save this draft" />
                </Form<DraftSession>>
            </Page>
        }
    })
}

/// What the draft begins with beside what stands in the form.
fn also_copied(begin: &BeginFields) -> Option<&'static str> {
    let BeginFields { template, like, step, request } = begin;
    if !like.is_empty() {
        Some(
            "The draft also has the leads, competencies, kept seats and invited teams of the session that it is like.",
        )
    } else if !step.is_empty() {
        Some("The draft runs a step of a programme, and builds what the step is meant to lead to.")
    } else if !request.is_empty() {
        Some(
            "The draft also builds the competencies that the team asks for, at level 2, and invites the team. Once it is saved, the \
             team is told that you plan it.",
        )
    } else if !template.is_empty() {
        Some(
            "The draft also builds every competency of the template’s domains. Leave out those that the session is not about.",
        )
    } else {
        None
    }
}

/// The form of a session that is over.
#[component]
pub fn RecordSessionPage() -> impl IntoView {
    load(offer_session(BeginFields::default()), |form| {
        let trail = vec![Crumb::new("/", "Home"), Crumb::new("/sessions", "Sessions")];
        view! {
            <Page title="Record a session that has taken place" trail>
                <p>
                    "Only for a session that is over and that nobody planned here. First it is a draft: you say who led it and what "
                    "it built, then record it. Nobody can book it."
                </p>
                <Form<RecordSession>>
                    <SessionFieldset form over=true />
                    <Button text="Save this draft" />
                </Form<RecordSession>>
            </Page>
        }
    })
}

/// Ready-made plans to start from; nothing where there are none.
#[component]
fn Templates(templates: Vec<Heading>) -> impl IntoView {
    if templates.is_empty() {
        return None;
    }
    let choices = templates.into_iter().map(|one| Choice::new(one.code, one.title)).collect();
    let field = Field::new("template", "Start from a template (optional)")
        .hint("It fills in the form below. What you have typed there is lost");
    Some(view! {
        <FilterPanel action="Use this template">
            <input type="hidden" name="one_page" value="yes" />
            <Select field choices none="No template" />
        </FilterPanel>
    })
}

#[component]
pub fn ChangeSessionPage() -> impl IntoView {
    // Who holds a seat is shown, and noted, only where it is asked whose booking is cancelled.
    let (id, asked) = (id_in_path(), is_asked());
    let found = async move {
        let id = id?;
        let form = session_to_change(id).await?;
        let holders = if asked { seat_holders(id).await? } else { Vec::new() };
        Ok((id, form, holders))
    };
    load(found, |(id, form, holders)| {
        let (trail, concerned) = (trail(id, &form.fields.title), form.concerned.clone());
        let state = form.state;
        view! {
            <Page title="Change what, when and where" trail>
                {concerned.map(|words| view! { <InsetText><p>{words}</p></InsetText> })}
                {state.map(|state| view! { <WayToTimes id state /> })}
                <Form<ChangeSession>>
                    <input type="hidden" name="id" value=id.to_string() />
                    <SessionFieldset form />
                    <OutsideReason />
                    <WhoseBooking holders />
                    <Button text="Save the session" />
                </Form<ChangeSession>>
            </Page>
        }
    })
}
