//! The trusted issuers, those that are trusted first.

use super::api::trusted_issuers;
use crate::load::load;
use crate::ui::{Crumb, EmptyState, Page, StackedTable};
use domain::dates::spoken;
use domain::issuers::views::{IssuerLine, Issuers};
use leptos::prelude::*;

#[component]
pub fn IssuersPage() -> impl IntoView {
    load(trusted_issuers(), |issuers| view! { <Listing issuers /> })
}

#[component]
fn Listing(issuers: Issuers) -> impl IntoView {
    let Issuers { lines, own } = issuers;
    let trail = vec![Crumb::new("/", "Home")];
    view! {
        <Page title="Trusted issuers" trail wide=true>
            <p>
                "People bring a record from an earlier employer as a signed file. An assessor or workforce lead can "
                "accept it in one act if its key stands here. Records signed with any other key are evidence and "
                "nothing more. Esteem opens none of these addresses."
            </p>
            <p>
                <a class="nhsuk-button" href="/trusted-issuers/add" role="button">
                    "Add an issuer"
                </a>
            </p>
            <Listed lines />
            <h2>"To be trusted elsewhere"</h2>
            {match own {
                Some(own) => view! {
                    <p>"Tell whoever asks the fingerprint of the key that signs passports here:"</p>
                    <p class="long-words"><code>{own}</code></p>
                }.into_any(),
                None => view! {
                    <p>"No passport was made here yet. The key that signs them is made with the first."</p>
                }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Listed(lines: Vec<IssuerLine>) -> impl IntoView {
    if lines.is_empty() {
        return view! {
            <EmptyState heading="No trusted issuers yet">
                <p>"Until there is one, every record that people bring is evidence and nothing more."</p>
            </EmptyState>
        }
        .into_any();
    }
    let rows = lines.into_iter().map(cells).collect();
    let head = vec!["Issuer", "Address", "Fingerprint of the key", "Added", "Trusted"];
    view! { <StackedTable caption="Whose records can be accepted" head rows /> }.into_any()
}

fn cells(line: IssuerLine) -> Vec<AnyView> {
    let long = |text: String| view! { <span class="long-words">{text}</span> }.into_any();
    let added = format!("{} by {}", spoken(line.added_on), line.added_by);
    let trusted = match line.ended {
        Some((on, by)) => format!("No: ended on {} by {by}", spoken(on)).into_any(),
        None => {
            let about = format!(": {}", line.name);
            view! {
                "Yes. "
                <a href=format!("/trusted-issuers/{}/end", line.id)>
                    "End this"<span class="nhsuk-u-visually-hidden">{about}</span>
                </a>
            }
            .into_any()
        }
    };
    vec![
        line.name.into_any(),
        long(line.address),
        long(line.fingerprint),
        added.into_any(),
        trusted,
    ]
}
