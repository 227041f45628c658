//! What is done with a return on its page: prepared again, approved, submitted, corrected.

use super::api::{ApproveReturn, PrepareReturn, ReviseReturn, SubmitReturn};
use super::checks::Standing;
use super::short;
use super::texts::NO_NAMES;
use crate::address;
use crate::judgements::NO_PATIENTS;
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Field, Form, InsetText, SummaryList, SummaryRow,
    Textarea, WarningCallout,
};
use domain::figures::counted;
use domain::returns::ReturnId;
use domain::returns::history::REASON_MOST;
use domain::returns::views::{MayDo, ReturnPage};
use leptos::prelude::*;

/// Whether today's data says the same, and the button that prepares the return from it.
#[component]
pub(super) fn Today(
    id: ReturnId,
    is_locked: bool,
    /// Whether today's data would make other files; `None` where nobody asked.
    has_drifted: Option<bool>,
    may: MayDo,
) -> impl IntoView {
    let told = match (has_drifted, is_locked) {
        (None, _) => None,
        (Some(false), _) => Some("Today’s data makes the same files."),
        (Some(true), true) => Some(
            "Today’s data would make other files. What was submitted stays as it is; if it was wrong, it can be corrected.",
        ),
        (Some(true), false) => Some(
            "Today’s data would make other files. Prepare the return again, unless it is to stay as it is. What was done with it \
            then begins again.",
        ),
    };
    let urgent = has_drifted == Some(true);
    let told = told.map(|told| match urgent {
        true => view! { <InsetText><p>{told}</p></InsetText> }.into_any(),
        false => view! { <p>{told}</p> }.into_any(),
    });
    let may_ask = has_drifted.is_none() && (!is_locked || may.revise);
    view! {
        {told}
        {may_ask.then(|| view! { <CompareWithToday /> })}
        {may.prepare_again.then(|| view! { <PrepareAgain id /> })}
    }
}

/// It is counted anew for this, which takes a while.
#[component]
fn CompareWithToday() -> impl IntoView {
    view! {
        <p class="only-on-screen">
            <a href=address::with(&[("beside", "today")])>"See whether today’s data would make other files"</a>
        </p>
    }
}

#[component]
fn PrepareAgain(id: ReturnId) -> impl IntoView {
    view! {
        <Form<PrepareReturn>>
            <input type="hidden" name="day" value=id.date.to_string() />
            <input type="hidden" name="place" value=id.place />
            <Button text="Prepare it again" kind=ButtonKind::Secondary />
        </Form<PrepareReturn>>
    }
}

/// What it is that somebody approves, in a few lines.
pub(super) fn what_is_approved(of: &ReturnPage) -> Vec<SummaryRow> {
    let reasons = match of.concerns.len() {
        0 => "Nothing was found".to_owned(),
        many => {
            let found = counted(many, "thing is", "things are");
            format!("{found} odd and may stand, each with a reason above")
        }
    };
    let words = match of.texts.len() {
        0 => "None".to_owned(),
        many => format!("{}, each above", counted(many, "text", "texts")),
    };
    let files = counted(of.files.len(), "file", "files");
    vec![
        SummaryRow::new("Files", format!("{files}, listed below")),
        SummaryRow::new("Their digest", short(&of.digest)),
        SummaryRow::new("What the checks found", reasons),
        SummaryRow::new("Words that will be published", words),
        SummaryRow::new("What the figures say", of.findings.join(" ")),
    ]
}

/// The form of whoever approves, with what it is that they approve.
#[component]
pub(super) fn Approve(approved: Standing, rows: Vec<SummaryRow>) -> impl IntoView {
    let Standing { id, digest } = approved;
    view! {
        <h2>"Approve it"</h2>
        <p>
            "You approve exactly these files. If the return is prepared again from other data, it has to be checked and "
            "approved again."
        </p>
        <SummaryList rows />
        <Form<ApproveReturn>>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="digest" value=digest />
            <Button text="Approve this return" />
        </Form<ApproveReturn>>
    }
}

/// The form of whoever submits: nothing of the return changes after it.
#[component]
pub(super) fn Submit(
    submitted: Standing,
    /// Whom it is for.
    recipient: String,
) -> impl IntoView {
    let Standing { id, digest } = submitted;
    let sure = Field::new("sure", "Is this the return that you submit?");
    let yes = Choice::new("yes", format!("Yes, submit {id} for {recipient}"));
    view! {
        <WarningCallout heading="Submitting locks it">
            <p>
                "Its figures are published from then on, and nothing of it can be changed or taken back. What is wrong then is "
                "corrected by another revision, with a reason. Esteem sends nothing: you hand its files over yourself."
            </p>
        </WarningCallout>
        <Form<SubmitReturn>>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="digest" value=digest />
            <Checkboxes field=sure choices=vec![yes] />
            <Button text="Submit this return" kind=ButtonKind::Warning />
        </Form<SubmitReturn>>
    }
}

/// The form that begins the next revision of a return that was submitted.
#[component]
pub(super) fn Correct(id: ReturnId) -> impl IntoView {
    let next = id.next();
    let reason = Field::new("reason", "Why is it corrected?")
        .hint(format!("It is published with the correction. {NO_NAMES} {NO_PATIENTS}"));
    view! {
        <div class="only-on-screen">
            <h2>"Correct it"</h2>
            <p>
                {format!("The correction is {next}. It is prepared from what is known today, lists every cell that changed, and ")}
                "goes the same way: checked, approved, submitted. This one stays readable."
            </p>
            <Form<ReviseReturn>>
                <input type="hidden" name="id" value=id.to_string() />
                <Textarea field=reason most=REASON_MOST rows=3 />
                <Button text="Begin the correction" kind=ButtonKind::Secondary />
            </Form<ReviseReturn>>
        </div>
    }
}
