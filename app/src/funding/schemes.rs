//! All funding schemes: who pays, how much, on which conditions, from when to when.

use super::api::funding_schemes;
use super::{SCHEMES, claimed_words, pays};
use crate::load::load;
use crate::ui::{ChangeOrEnd, Crumb, EmptyState, Page, StackedTable, WhenTag};
use domain::dates::spoken;
use domain::funding::views::SchemeLine;
use leptos::prelude::*;

#[component]
pub fn SchemesPage() -> impl IntoView {
    load(funding_schemes(), |lines| view! { <Schemes lines /> })
}

#[component]
fn Schemes(lines: Vec<SchemeLine>) -> impl IntoView {
    let none = lines.is_empty();
    let rows = lines.into_iter().map(cells).collect();
    let head =
        vec!["Scheme", "Pays", "Conditions", "For teams in", "From and to", "Claimed", "Change"];
    view! {
        <Page title="Funding schemes" trail=vec![Crumb::new("/", "Home")] wide=true>
            <p>
                "Schemes that pay teams for sessions. Team managers claim under them for sessions that were delivered. A change "
                "holds from a day on: what was claimed before stays as it was."
            </p>
            <p>
                <a class="nhsuk-button" href=format!("{SCHEMES}/add") role="button">
                    "Add a scheme"
                </a>
            </p>
            {if none {
                view! {
                    <EmptyState heading="There are no funding schemes yet">
                        <p>"Add the first one, so that teams can claim for sessions."</p>
                    </EmptyState>
                }.into_any()
            } else {
                view! { <StackedTable caption="Schemes" head rows /> }.into_any()
            }}
        </Page>
    }
}

fn cells(line: SchemeLine) -> Vec<AnyView> {
    let SchemeLine { id, name, payer, area, conditions, terms, held, when, may_change, claimed } =
        line;
    let from = held.from.map(spoken).unwrap_or_default();
    let until = held.to.map_or_else(|| "no end".to_owned(), spoken);
    let asks = terms.conditions().join("; ");
    let claims = match claimed {
        Some(claimed) => {
            let href = format!("{SCHEMES}/{id}/claims");
            let about = format!(" under {name}");
            view! {
                <a href=href>
                    {claimed_words(claimed)} <span class="nhsuk-u-visually-hidden">{about}</span>
                </a>
            }
            .into_any()
        }
        None => "Not yours to read".into_any(),
    };
    let change = match may_change {
        true => {
            let href = format!("{SCHEMES}/{id}/change");
            view! { <ChangeOrEnd href about=name.clone() /> }.into_any()
        }
        false => "Not yours to change, or over".into_any(),
    };
    vec![
        view! {
            {name}
            <WhenTag when />
            <br />
            <span class="nhsuk-body-s">{format!("Paid by {payer}")}</span>
        }
        .into_any(),
        view! {
            {pays(&terms)}
            <br />
            <span class="nhsuk-body-s">{format!("For {}", terms.counts_from.sessions())}</span>
        }
        .into_any(),
        view! {
            {if asks.is_empty() { "None".to_owned() } else { asks }}
            {conditions.map(|words| view! { <br /> <span class="nhsuk-body-s kept-lines">{words}</span> })}
        }
        .into_any(),
        area.unwrap_or_else(|| "Every area".to_owned()).into_any(),
        format!("{from} to {until}").into_any(),
        claims,
        change,
    ]
}
