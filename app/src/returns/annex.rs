//! The restricted annex of a return: exact figures of teams, for whoever is named when it is taken.

use super::api::annex_of_return;
use super::{titled, trail};
use crate::address;
use crate::load::load;
use crate::ui::{Button, DownloadForm, Field, Page, StackedTable, TextInput, WarningCallout};
use domain::dates::spoken_moment;
use domain::returns::ReturnId;
use domain::returns::views::{AnnexTaken, ReturnAnnex};
use leptos::prelude::*;

#[component]
pub fn ReturnAnnexPage() -> impl IntoView {
    let id = address::id_part::<ReturnId>("id");
    load(async move { annex_of_return(id?).await }, |found| view! { <Annex found /> })
}

#[component]
fn Annex(found: ReturnAnnex) -> impl IntoView {
    let ReturnAnnex { line, taken } = found;
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
                <p>"Your browser saves the file, and this page stays as it is. Load it again to see yourself in the list."</p>
                <Button text="Download the annex (CSV)" />
            </DownloadForm>
            <Taken taken />
        </Page>
    }
}

/// Who has it already, for whoever might give it to the same again.
#[component]
fn Taken(taken: Vec<AnnexTaken>) -> impl IntoView {
    let cells = |AnnexTaken { by, at, to }: AnnexTaken| {
        vec![by.into_any(), spoken_moment(at).into_any(), to.into_any()]
    };
    let rows: Vec<Vec<AnyView>> = taken.into_iter().map(cells).collect();
    (!rows.is_empty()).then(|| {
        view! { <StackedTable caption="Who took it, the latest first" head=vec!["By", "When", "For"] rows /> }
    })
}
