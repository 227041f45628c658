//! Next steps, the most pressing first, each with what would close it; and what expires when.

use super::api::my_next_steps;
use crate::judgements::{StatusTag, evidence_named, level_named};
use crate::load::load;
use crate::ui::{Card, Crumb, EmptyState, Page, StackedTable};
use domain::dates::spoken;
use domain::frameworks::Level;
use domain::judgements::expiring::{Due, Month};
use domain::judgements::next_steps::{Closing, NextStep};
use domain::judgements::views::Ahead;
use leptos::prelude::*;

#[component]
pub fn MyNextSteps() -> impl IntoView {
    load(my_next_steps(), |ahead| view! { <AllSteps ahead /> })
}

#[component]
fn AllSteps(ahead: Ahead) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let none = ahead.steps.is_empty();
    view! {
        <Page title="Next steps" trail>
            {if none {
                view! {
                    <EmptyState heading="Nothing to do now">
                        <p>"Everything that your work asks of you is met, and nothing is due soon."</p>
                    </EmptyState>
                }.into_any()
            } else {
                view! {
                    <p>
                        "What is critical to your role comes first, then what has expired, what is due soon, and the "
                        "larger gaps."
                    </p>
                    <Steps steps=ahead.steps />
                }.into_any()
            }}
            <h2>"What expires when"</h2>
            <Months months=ahead.months />
        </Page>
    }
}

/// The first few, above the record.
#[component]
pub(super) fn FirstSteps(steps: Vec<NextStep>, in_all: usize) -> impl IntoView {
    let more = (in_all > steps.len()).then(|| {
        view! { <p><a href="/my/next-steps">{format!("See all {in_all} next steps")}</a></p> }
    });
    (!steps.is_empty()).then(|| {
        view! {
            <Card heading="Next steps">
                <Steps steps />
                {more}
            </Card>
        }
    })
}

#[component]
fn Steps(steps: Vec<NextStep>) -> impl IntoView {
    let items = steps.into_iter().map(|step| view! { <Step step /> });
    view! { <ol class="nhsuk-list nhsuk-list--border">{items.collect_view()}</ol> }
}

#[component]
fn Step(step: NextStep) -> impl IntoView {
    let (stands, doing) = (stands(&step), doing(&step));
    let (words, link) = doing;
    let about = step.title.clone();
    let help = (format!("/who-can-help?about={}", step.code), step.title.clone());
    view! {
        <li>
            <a href=format!("/my/competencies/{}", step.code)>{step.title}</a>
            " " <StatusTag status=Some(step.status) />
            <br />
            <span class="nhsuk-body-s">
                {step.critical.then_some("Critical to your role. ")}
                {stands}
            </span>
            <br />
            {words}
            {link.map(|(href, text)| view! {
                " "
                <a href=href>{text}<span class="nhsuk-u-visually-hidden">": " {about}</span></a>
            })}
            " "
            <a href=help.0>"Who can help?"<span class="nhsuk-u-visually-hidden">": " {help.1}</span></a>
        </li>
    }
}

/// `Asked: 3 Practises with support. You hold 2 Knows how.`
fn stands(step: &NextStep) -> String {
    let asked = format!("Asked: {}.", level_named(step.asked));
    let named = |what: &str, level: Option<Level>| {
        level.map(|level| format!(" {what} {}.", level_named(level))).unwrap_or_default()
    };
    asked + &named("Confirmed:", step.holds) + &named("Your own level:", step.own)
}

/// What would close it, and where.
fn doing(step: &NextStep) -> (String, Option<(String, &'static str)>) {
    let own = format!("/my/competencies/{}", step.code);
    match &step.closing {
        Closing::AssessYourself => {
            ("Say first where you stand.".to_owned(), Some((own, "Assess yourself")))
        }
        Closing::AskWith { pieces } => {
            let pieces = match pieces {
                1 => "A piece of your evidence supports it.".to_owned(),
                several => format!("{several} pieces of your evidence support it."),
            };
            (pieces, Some((own + "?ask=yes#ask", "Ask for confirmation")))
        }
        Closing::AskOnceMore { sent_back } => {
            let what = match sent_back {
                true => "Your request was sent back: see what is missing.",
                false => "Nobody answered your request in time.",
            };
            (what.to_owned(), Some((own, "Send it again")))
        }
        Closing::Gather { kinds } => {
            let add = format!("/my/evidence/add?about={}", step.code);
            let kinds = evidence_named(kinds).replace(", ", " · ");
            (format!("What would show it: {kinds}."), Some((add, "Add evidence")))
        }
        Closing::Wait { until } => (
            format!("You asked for confirmation. It can be answered until {}.", spoken(*until)),
            None,
        ),
    }
}

#[component]
fn Months(months: Vec<Month>) -> impl IntoView {
    if months.is_empty() {
        return view! { <p>"None of your confirmations expires in the next 12 months."</p> }
            .into_any();
    }
    let tables = months.into_iter().map(|month| view! { <InMonth month /> });
    tables.collect_view().into_any()
}

#[component]
fn InMonth(month: Month) -> impl IntoView {
    let caption = month.first_day.format("%B %Y").to_string();
    let rows = month.due.into_iter().map(cells).collect();
    let head = vec!["Competency", "Confirmed level", "Last day"];
    view! { <StackedTable caption head rows /> }
}

fn cells(due: Due) -> Vec<AnyView> {
    let critical = due.critical.then(|| view! { ", " <strong>"critical"</strong> });
    vec![
        view! { <a href=format!("/my/competencies/{}", due.code)>{due.title}</a> {critical} }
            .into_any(),
        level_named(due.level).into_any(),
        spoken(due.due_on).into_any(),
    ]
}
