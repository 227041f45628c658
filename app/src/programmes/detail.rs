//! One programme: what it is for, for whom, its steps, and how far I have come where it is for me.

use super::address_of;
use super::api::programme;
use super::list::StageTag;
use super::step::Step;
use crate::address;
use crate::load::load;
use crate::ui::{Card, Crumb, EmptyState, InsetText, Page, SummaryList, SummaryRow};
use domain::codes::Origin;
use domain::dates::spoken_minutes;
use domain::programmes::views::{ProgrammeDetail, runs_words};
use leptos::prelude::*;

#[component]
pub fn ProgrammePage() -> impl IntoView {
    load(programme(address::path_part("code")), |detail| view! { <Programme detail /> })
}

#[component]
fn Programme(detail: ProgrammeDetail) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/programmes", "Programmes")];
    let (title, stage, purpose) =
        (detail.programme.title.clone(), detail.stage, detail.purpose.clone());
    let named = detail.origin == Origin::NamedInReport;
    let (rows, steps, may_plan) = (summary(&detail), detail.steps.clone(), detail.may_plan);
    view! {
        <Page title trail wide=true>
            <p>
                <StageTag stage />
            </p>
            <p class="nhsuk-lede-text kept-lines">{purpose}</p>
            {named.then(|| view! { <Honesty /> })}
            <SummaryList rows />
            <Links detail=detail.clone() />
            <Mine detail />
            <h2>"Steps"</h2>
            {if steps.is_empty() {
                view! {
                    <EmptyState heading="This programme has no steps yet">
                        <p>"Whoever drafts it adds them. Until then there is nothing to do in it."</p>
                    </EmptyState>
                }.into_any()
            } else {
                let steps = (1..).zip(steps).map(|(number, step)| view! { <Step number step may_plan /> });
                steps.collect_view().into_any()
            }}
        </Page>
    }
}

/// What nobody should read into a programme that the report names.
#[component]
fn Honesty() -> impl IntoView {
    view! {
        <InsetText>
            <p>
                "The report “Mental health and new models of care” (The King’s Fund and the Royal College of Psychiatrists, "
                "2017) names this training package, for GPs and practice nurses. Its content is not public: the steps, their "
                "words and what each is meant to lead to are Esteem’s own elaboration."
            </p>
        </InsetText>
    }
}

fn summary(detail: &ProgrammeDetail) -> Vec<SummaryRow> {
    let audience = &detail.audience;
    let settings: Vec<&str> = audience.settings.iter().map(|setting| setting.label()).collect();
    let or_any = |words: String, any: &str| if words.is_empty() { any.to_owned() } else { words };
    let minutes: u32 = detail.steps.iter().map(|step| step.minutes).sum();
    vec![
        SummaryRow::new("Code", detail.programme.code.clone()),
        SummaryRow::new("Roles", or_any(audience.roles.join(", "), "Any role")),
        SummaryRow::new("Care settings", or_any(settings.join(", "), "Any care setting")),
        SummaryRow::new("Where", audience.area.clone().unwrap_or_else(|| "Everywhere".to_owned())),
        SummaryRow::new("Runs", runs_words(detail.runs)),
        SummaryRow::new("Time for all steps", spoken_minutes(minutes)),
    ]
}

#[component]
fn Links(detail: ProgrammeDetail) -> impl IntoView {
    let at = address_of(&detail.programme.code);
    let links = [
        (detail.may_plan_series(), format!("{at}/series"), "Plan all steps as a series"),
        (detail.may_see_teams, format!("{at}/teams"), "How far teams have come"),
        (detail.may_change, format!("{at}/edit"), "Change this programme"),
    ];
    let links = links.into_iter().filter(|(open, ..)| *open);
    let links: Vec<_> =
        links.map(|(_, href, text)| view! { <li><a href=href>{text}</a></li> }).collect();
    (!links.is_empty()).then(|| view! { <ul>{links}</ul> })
}

/// How far I have come, and my next step.
#[component]
fn Mine(detail: ProgrammeDetail) -> impl IntoView {
    let mine = detail.mine?;
    let next = detail.next.and_then(|at| Some((at + 1, detail.steps.get(at)?.title.clone())));
    let words = match next {
        Some((number, title)) => format!("Your next step is {number}: {title}."),
        None if mine.is_whole() => {
            "You have done all of it. It stays done while everything in it is current.".to_owned()
        }
        None => "Nothing in it is asked of you.".to_owned(),
    };
    Some(view! {
        <Card heading="My progress">
            <p>
                <strong>{mine.words()}</strong>
            </p>
            <p>{words}</p>
            <p>
                "A step is done when each of its competencies is confirmed at the intended level and current. Taking part in a "
                "step is evidence that you can ask with."
            </p>
        </Card>
    })
}
