//! The restricted annex of a return: exact figures of teams, for whoever is named when it is taken.

use super::api::annex_of_return;
use super::{titled, trail};
use crate::address;
use crate::load::load;
use crate::ui::{Button, DownloadForm, Field, Page, TextInput, WarningCallout};
use domain::returns::ReturnId;
use domain::returns::views::ReturnLine;
use leptos::prelude::*;

#[component]
pub fn ReturnAnnexPage() -> impl IntoView {
    let id = address::id_part::<ReturnId>("id");
    load(async move { annex_of_return(id?).await }, |line| view! { <Annex line /> })
}

#[component]
fn Annex(line: ReturnLine) -> impl IntoView {
    let whom = Field::new("to", "Who is it for?")
        .hint("For example, the name and post of whoever reads it. It stands in the log");
    view! {
        <Page title=format!("Restricted annex: {}", titled(&line)) trail=trail(&line)>
            <p>
                "The annex has the exact figures of each team, of every domain and of everything asked together, without names of "
                "people. Teams of organisations that share no figures are left out, and named."
            </p>
            <WarningCallout heading="It is not for everybody">
                <p>
                    "Its numbers are small enough to point at people. Give it to those alone whom you name here, and to nobody "
                    "with it. It is logged that you took it, when, and for whom."
                </p>
            </WarningCallout>
            <DownloadForm name="open_annex">
                <TextInput field=whom />
                <Button text="Download the annex (CSV)" />
            </DownloadForm>
        </Page>
    }
}
