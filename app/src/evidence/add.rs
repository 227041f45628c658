//! The page to add a piece of evidence: words, link and file in one form.

use super::api::evidence_to_add;
use super::fields::EvidenceFields;
use crate::address;
use crate::load::load;
use crate::ui::{Button, Crumb, Field, FileUpload, Page, UploadForm};
use domain::evidence::views::EvidenceForm;
use leptos::prelude::*;

#[component]
pub fn AddEvidencePage() -> impl IntoView {
    let (about, ask) = (address::query("about"), address::query("ask"));
    let about = if about.is_empty() { ask.clone() } else { about };
    load(evidence_to_add(about.clone()), |form| view! { <Add form about ask /> })
}

#[component]
fn Add(
    form: EvidenceForm,
    about: String,
    /// The competency in which a request was begun.
    ask: String,
) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/evidence", "My evidence")];
    let begun = (!ask.is_empty()).then(|| {
        view! { <p>"What you typed in your request is kept. You come back to it from here."</p> }
    });
    let file = Field::new("file", "File (optional)")
        .hint("A PDF, a picture (PNG or JPEG) or a Word document, 10 MB at most. Remove what could identify a patient first");
    let besides = about.clone();
    view! {
        <Page title="Add evidence" trail>
            {begun}
            <UploadForm name="add_evidence" action="/my/evidence/upload">
                <input type="hidden" name="ask" value=ask />
                <input type="hidden" name="besides" value=besides />
                <EvidenceFields form about=vec![about] />
                <FileUpload field=file accept=".pdf,.png,.jpg,.jpeg,.docx" />
                <Button text="Add to my evidence" />
            </UploadForm>
        </Page>
    }
}
