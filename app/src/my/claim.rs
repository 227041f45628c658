//! The claim that a competency is not part of my post, for my manager to decide.

use super::api::ClaimExemption;
use crate::forms::was_refused;
use crate::ui::{Button, ButtonKind, Details, Field, Form, InsetText, Textarea};
use domain::dates::spoken;
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::views::RecordDetail;
use leptos::prelude::*;

#[component]
pub(super) fn Claim(detail: RecordDetail) -> impl IntoView {
    if let Some(claimed_on) = detail.line.standing.claimed_on {
        return view! {
            <InsetText>
                <p>
                    {format!("You said on {} that this is not part of your post.", spoken(claimed_on))}
                    " Your manager has still to decide."
                </p>
            </InsetText>
        }
        .into_any();
    }
    if detail.line.status.is_none() {
        return ().into_any();
    }
    let refused = was_refused::<ClaimExemption>();
    view! {
        <Details summary="This is not part of my post" open=refused>
            <p>"If your manager agrees, it is no longer asked of you in any of your posts."</p>
            <Form<ClaimExemption>>
                <input type="hidden" name="code" value=detail.line.code />
                <Textarea field=Field::new("reason", "Why is it not part of your post?") most=NOTE_MOST rows=3 />
                <Button text="Send to my manager" kind=ButtonKind::Secondary />
            </Form<ClaimExemption>>
        </Details>
    }
    .into_any()
}
