//! The forms of a step: a new one, and one that is worded anew or removed.

use super::api_draft::{AddStep, ChangeStep, RemoveStep, offer_step, read_step};
use super::trail_of_draft;
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Choice, Details, Field, Form, Page, Radios, TextInput, TextKind, Textarea,
};
use domain::ids::ProgrammeStepId;
use domain::programmes::StepFormat;
use domain::programmes::forms::{HAPPENS_MOST, StepFields};
use domain::programmes::views::StepForm;
use leptos::prelude::*;

#[component]
pub fn NewStepPage() -> impl IntoView {
    load(offer_step(address::path_part("code")), |form| {
        let StepForm { programme, fields } = form;
        let trail = trail_of_draft(&programme);
        view! {
            <Page title="Add a step" trail>
                <Form<AddStep>>
                    <input type="hidden" name="code" value=programme.code />
                    <Fields fields />
                    <Button text="Add the step" />
                </Form<AddStep>>
            </Page>
        }
    })
}

#[component]
pub fn ChangeStepPage() -> impl IntoView {
    let (code, id) = (address::path_part("code"), address::id_part::<ProgrammeStepId>("step"));
    let found = async move {
        let id = id?;
        Ok((id, read_step(code, id).await?))
    };
    load(found, |(id, form)| {
        let StepForm { programme, fields } = form;
        let trail = trail_of_draft(&programme);
        let (code, id) = (programme.code, id.to_string());
        let remove = view! { <Remove code=code.clone() id=id.clone() /> };
        view! {
            <Page title="Change the step" trail>
                <Form<ChangeStep>>
                    <input type="hidden" name="code" value=code />
                    <input type="hidden" name="step" value=id />
                    <Fields fields />
                    <Button text="Save the step" />
                </Form<ChangeStep>>
                {remove}
            </Page>
        }
    })
}

#[component]
fn Remove(code: String, id: String) -> impl IntoView {
    view! {
        <Details summary="Remove this step">
            <p>
                "It goes for everybody whom the programme is for, and their progress is counted without it. What was confirmed "
                "stays in their records."
            </p>
            <Form<RemoveStep>>
                <input type="hidden" name="code" value=code />
                <input type="hidden" name="step" value=id />
                <Button text="Remove this step" kind=ButtonKind::Warning />
            </Form<RemoveStep>>
        </Details>
    }
}

#[component]
fn Fields(fields: StepFields) -> impl IntoView {
    let formats = StepFormat::ALL.iter().map(|format| {
        let supports = format!("Taking part supports levels up to {}", format.ceiling());
        Choice::new(format.code(), format.label()).hint(supports)
    });
    let what = Field::new("what_happens", "What happens in it?")
        .hint("What people do, and who leads it. Nothing about patients");
    view! {
        <TextInput field=Field::new("title", "Title").value(fields.title) />
        <Textarea field=what.value(fields.what_happens) most=HAPPENS_MOST rows=5 />
        <Radios field=Field::new("format", "Format").value(fields.format) choices=formats.collect() />
        <TextInput
            field=Field::new("minutes", "How many minutes does it take?").value(fields.minutes)
            kind=TextKind::Number
            width=4
        />
    }
}
