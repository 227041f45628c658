//! A file from the person's device.

use super::field::Field;
use super::field_group::FieldGroup;
use leptos::prelude::*;

#[component]
pub fn FileUpload(
    field: Field,
    /// The kinds of file a browser should offer, such as `.csv`.
    accept: &'static str,
) -> impl IntoView {
    let field = field.placed();
    view! {
        <FieldGroup field=field.clone()>
            <input
                class="nhsuk-file-upload__input"
                id=field.id.clone()
                name=field.name.clone()
                type="file"
                accept=accept
                aria-describedby=field.described_by()
            />
        </FieldGroup>
    }
}
