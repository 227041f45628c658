//! What a page of coverage asks for stands in its address: read, answered, and shown with it.

use crate::address;
use crate::error::AppError;
use crate::load::load;
use crate::ui::{EmptyState, Page};
use domain::coverage::address::CoverageAddress;
use domain::refusal::Refusal;
use leptos::either::Either;
use leptos::prelude::*;

/// Asks what the page's address says, and shows the answer; an address that cannot be read is refused.
pub(super) fn asked<T, F, V>(
    ask: impl FnOnce(CoverageAddress) -> F + Send + 'static,
    show: impl FnOnce(CoverageAddress, T) -> V + Send + 'static,
) -> impl IntoView
where
    T: 'static,
    F: Future<Output = Result<T, AppError>> + Send + 'static,
    V: IntoView + 'static,
{
    let read = CoverageAddress::parse(&address::queries());
    load(
        async move {
            let address = read.map_err(Refusal::from)?;
            ask(address.clone()).await.map(|answer| (address, answer))
        },
        |(address, answer)| show(address, answer),
    )
}

/// The same for figures of a unit. Without any unit to begin with, the page has this title, and says what is missing.
pub(super) fn asked_of_unit<T, F, V>(
    title: &'static str,
    ask: impl FnOnce(CoverageAddress) -> F + Send + 'static,
    show: impl FnOnce(CoverageAddress, T) -> V + Send + 'static,
) -> impl IntoView
where
    T: 'static,
    F: Future<Output = Result<Option<T>, AppError>> + Send + 'static,
    V: IntoView + 'static,
{
    asked(ask, move |address, answer: Option<T>| match answer {
        Some(answer) => Either::Left(show(address, answer)),
        None => Either::Right(view! { <NoPlaces title /> }),
    })
}

#[component]
fn NoPlaces(title: &'static str) -> impl IntoView {
    view! {
        <Page title>
            <EmptyState heading="There are no teams yet">
                <p>
                    "Coverage is counted from teams, their staff and what their roles ask. An administrator imports "
                    "them: areas first, then organisations, teams, roles, requirements and staff."
                </p>
            </EmptyState>
        </Page>
    }
}
