//! The files of a return: each to be downloaded, or all of them together, with what they are known by.

use super::at;
use crate::address::segment;
use crate::ui::{Details, StackedTable};
use domain::evidence::views::spoken_size;
use domain::returns::ReturnId;
use domain::returns::views::FileLine;
use leptos::prelude::*;

#[component]
pub(super) fn Files(id: ReturnId, files: Vec<FileLine>, digest: String) -> impl IntoView {
    if files.is_empty() {
        return ().into_any();
    }
    let all = format!("{}/files.zip", at(&id));
    let taken = format!("{}/files/submission.json", at(&id));
    let sums = files.clone();
    let rows = files.into_iter().map(|file| cells(&id, file)).collect();
    let head = vec!["File", "What is in it", "Size"];
    view! {
        <h2>"Files"</h2>
        <StackedTable caption="To read, and to hand over" head rows dense=true />
        <p>
            <a class="tall-link" href=all>"Download all files (ZIP)"</a>
        </p>
        <p>
            <a class="tall-link" href=taken>"Download who took which step, and when (submission.json)"</a>
        </p>
        <Sums sums digest />
    }
    .into_any()
}

fn cells(id: &ReturnId, file: FileLine) -> Vec<AnyView> {
    let FileLine { name, what, bytes, .. } = file;
    let href = format!("{}/files/{}", at(id), segment(&name));
    vec![
        view! { <a class="long-words tall-link" href=href>{name}</a> }.into_any(),
        what.into_any(),
        spoken_size(usize::try_from(bytes).unwrap_or(usize::MAX)).into_any(),
    ]
}

/// By what somebody who was handed the files sees that nothing in them was changed.
#[component]
fn Sums(sums: Vec<FileLine>, digest: String) -> impl IntoView {
    let sums = sums.into_iter().map(|FileLine { name, sha256, .. }| {
        view! {
            <li class="long-words">
                {name} ": " <span class="digest">{sha256}</span>
            </li>
        }
    });
    let sums = sums.collect_view();
    view! {
        <Details summary="SHA-256 of each file: how to see that nothing in them was changed">
            <p>"The SHA-256 of each file as it stands here:"</p>
            <ul>{sums}</ul>
            <p class="long-words">
                "All of them together are known by the digest " <span class="digest">{digest}</span>
                ". Who took which step, and when, stands in submission.json, which does not count in it."
            </p>
        </Details>
    }
}
