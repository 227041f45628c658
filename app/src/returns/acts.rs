//! What is done with a return on its page: approved, submitted, corrected.

use super::api::{ApproveReturn, ReviseReturn, SubmitReturn};
use super::checks::Standing;
use super::texts::NO_NAMES;
use super::{BEGIN_CORRECTION, TAKES_A_WHILE, short};
use crate::judgements::NO_PATIENTS;
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Field, Form, SummaryList, SummaryRow, Textarea,
    WarningCallout,
};
use domain::figures::counted;
use domain::returns::history::REASON_MOST;
use domain::returns::views::{ReturnPage, Taken};
use domain::returns::{ReturnId, Step};
use leptos::prelude::*;

/// What it is that somebody approves, in a few lines.
pub(super) fn what_is_approved(of: &ReturnPage) -> Vec<SummaryRow> {
    let reasons = match of.concerns.len() {
        0 => "Nothing was found".to_owned(),
        many => {
            format!("{}, each with a reason above", counted(many, "thing", "things"))
        }
    };
    let words = match of.texts.len() {
        0 => "None".to_owned(),
        many => format!("{}, each above", counted(many, "text", "texts")),
    };
    let files = counted(of.files.len(), "file", "files");
    vec![
        SummaryRow::new("Files", format!("{files}, listed above")),
        SummaryRow::new("Their digest", short(&of.digest)),
        SummaryRow::new("What the checks found", reasons),
        SummaryRow::new("Words that will be published", words),
        SummaryRow::new("What the figures say", of.findings.join(" ")),
    ]
}

/// Who checked the files that stand: they prepare returns, and would mend this one.
pub(super) fn who_checked(history: &[Taken]) -> Option<String> {
    let checked = history.iter().rfind(|taken| taken.step == Step::Checked && !taken.is_outdated);
    checked.map(|taken| taken.by.clone())
}

/// The form of whoever approves, with what it is that they approve, and what they do if they do not.
#[component]
pub(super) fn Approve(
    approved: Standing,
    rows: Vec<SummaryRow>,
    /// Who checked it.
    checked_by: Option<String>,
) -> impl IntoView {
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
        {checked_by.map(|by| view! { <NotYet by /> })}
    }
}

/// Whoever has something against it takes no step here: the way back is that it is prepared again.
#[component]
fn NotYet(by: String) -> impl IntoView {
    view! {
        <h3>"If something has to be put right"</h3>
        <p>
            {format!("Do not approve it. Tell {by}, who checked it, what has to be put right. ")}
            "They prepare the return again then, and it is checked and approved again."
        </p>
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
                <p>{TAKES_A_WHILE}</p>
                <Button text=BEGIN_CORRECTION kind=ButtonKind::Secondary />
            </Form<ReviseReturn>>
        </div>
    }
}
