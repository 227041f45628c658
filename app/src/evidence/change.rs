//! The page of a piece of evidence that is attached to nothing yet: worded anew, or removed.

use super::api::{ChangeEvidence, RemoveEvidence, evidence_to_change};
use super::fields::EvidenceFields;
use super::piece::Piece;
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Crumb, Details, Form, InsetText, Page};
use domain::evidence::views::{EvidenceForm, EvidenceLine};
use domain::refusal::Refusal;
use leptos::prelude::*;

#[component]
pub fn ChangeEvidencePage() -> impl IntoView {
    let id = address::id_part("id");
    let form = async move {
        let form = evidence_to_change(id?).await?;
        let line = form.line.clone().ok_or_else(|| Refusal::not_found("this piece of evidence"))?;
        Ok((form, line))
    };
    load(form, |(form, line)| view! { <Change form line /> })
}

#[component]
fn Change(form: EvidenceForm, line: EvidenceLine) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/evidence", "My evidence")];
    if line.attached {
        return view! {
            <Page title="Your evidence" trail>
                <Piece line />
                <InsetText>
                    <p>
                        "This was attached to a request, so it is part of your history and stays as it is. Add another "
                        "piece if there is more to say."
                    </p>
                </InsetText>
            </Page>
        }
        .into_any();
    }
    let (id, about) = (line.id.to_string(), line.about.into_iter().map(|(code, _)| code).collect());
    let removed = id.clone();
    view! {
        <Page title="Change your evidence" trail>
            <Form<ChangeEvidence>>
                <input type="hidden" name="id" value=id />
                <EvidenceFields form about />
                <Button text="Save changes" />
            </Form<ChangeEvidence>>
            <Details summary="Remove this piece">
                <p>"It is deleted with its file, because it was never attached to a request."</p>
                <Form<RemoveEvidence>>
                    <input type="hidden" name="id" value=removed />
                    <Button text="Remove from my evidence" kind=ButtonKind::Warning />
                </Form<RemoveEvidence>>
            </Details>
        </Page>
    }
    .into_any()
}
