//! What a page of coverage asks for stands in its address: read, answered, and shown with it.

use crate::address::{self, Wrong};
use crate::answer;
use crate::error::AppError;
use crate::load::load;
use crate::ui::{EmptyState, Page};
use domain::coverage::address::CoverageAddress;
use domain::fields::FieldErrors;
use domain::refusal::Refusal;
use leptos::context::Provider;
use leptos::either::Either;
use leptos::prelude::*;

/// The status of a page that could not use all it was asked: as a refusal has.
const UNUSABLE: u16 = 422;

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

/// The same for a page with a form above its figures. What was typed wrong into it is told there and at the top of the page, with the status
/// of a refusal, and the figures are those without it.
pub(super) fn asked_in_form<T, F, V>(
    ask: impl Fn(CoverageAddress) -> F + Send + Sync + 'static,
    show: impl FnOnce(CoverageAddress, T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    F: Future<Output = Result<T, AppError>> + Send + 'static,
    V: IntoView + 'static,
{
    let (read, wrong) = CoverageAddress::read(&address::queries());
    load(
        answered(ask, read, wrong),
        |(address, facts, wrong): (CoverageAddress, T, FieldErrors)| {
            if !wrong.0.is_empty() {
                answer::status(UNUSABLE);
            }
            view! { <Provider value=Wrong(wrong)>{show(address, facts)}</Provider> }
        },
    )
}

/// The answer to what could be read, without what was typed wrong.
async fn answered<T, F>(
    ask: impl Fn(CoverageAddress) -> F + Send + Sync,
    address: CoverageAddress,
    mut wrong: FieldErrors,
) -> Result<(CoverageAddress, T, FieldErrors), AppError>
where
    F: Future<Output = Result<T, AppError>> + Send,
{
    if !CoverageAddress::are_typed(&wrong) {
        return Err(Refusal::from(wrong).into());
    }
    let told = match ask(address.clone()).await {
        Ok(answer) => return Ok((address, answer, wrong)),
        Err(AppError::Refused(Refusal::Fields(told))) if CoverageAddress::are_typed(&told) => told,
        Err(error) => return Err(error),
    };
    let address = address.without(&told);
    wrong.0.extend(told.0);
    let answer = ask(address.clone()).await?;
    Ok((address, answer, wrong))
}

/// The same for figures of a unit. Without any unit to begin with, the page has this title, and says what is missing.
pub(super) fn asked_of_unit<T, F, V>(
    title: &'static str,
    ask: impl Fn(CoverageAddress) -> F + Send + Sync + 'static,
    show: impl FnOnce(CoverageAddress, T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    F: Future<Output = Result<Option<T>, AppError>> + Send + 'static,
    V: IntoView + 'static,
{
    asked_in_form(ask, move |address, answer: Option<T>| match answer {
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
