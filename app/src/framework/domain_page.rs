//! One domain of the set: its competencies, what each level means, and which roles ask it.

use super::api::framework_domain;
use crate::address;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{Cell, Crumb, Details, Page, Row, RowTitle, SummaryList, SummaryRow, Table};
use domain::codes::{Necessity, Origin};
use domain::frameworks::Level;
use domain::frameworks::views::{CompetencyDetail, DomainDetail, RoleAsks};
use leptos::prelude::*;

#[component]
pub fn FrameworkDomain() -> impl IntoView {
    load(framework_domain(address::path_part("domain")), |detail| view! { <Domain detail /> })
}

#[component]
fn Domain(detail: DomainDetail) -> impl IntoView {
    let DomainDetail { line, competencies } = detail;
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/framework", "Competency set")];
    let competencies =
        competencies.into_iter().map(|competency| view! { <Competency competency /> });
    let competencies = competencies.collect_view();
    view! {
        <Page title=line.title trail>
            <p>{origin(line.origin)}</p>
            {competencies}
        </Page>
    }
}

const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::NamedInReport => {
            "The heading of this domain is named by the report. The statements under it are Esteem’s own wording."
        }
        Origin::Elaboration => {
            "This domain is our elaboration: its heading and its statements are Esteem’s own wording."
        }
        Origin::Local => "This domain was added locally.",
    }
}

#[component]
fn Competency(competency: CompetencyDetail) -> impl IntoView {
    let rare = if competency.rare_event {
        " Rarely seen in practice: a simulation with a recorded debrief can show level 4."
    } else {
        ""
    };
    let confirm = format!("Confirmed again every {} months.{rare}", competency.refresh_months);
    let levels = Level::ALL.into_iter().zip(competency.descriptors);
    let levels =
        levels.map(|(level, meaning)| SummaryRow::new(level_named(level), meaning)).collect();
    let code = competency.code.clone();
    view! {
        <section id=code>
            <h2>{competency.title.clone()}</h2>
            <p class="nhsuk-body-s">{competency.code}</p>
            <p>{competency.statement}</p>
            <p>{confirm}</p>
            <Details summary=format!("What each level means: {}", competency.title)>
                <SummaryList rows=levels />
            </Details>
            <Roles title=competency.title asked_by=competency.asked_by />
        </section>
    }
}

#[component]
fn Roles(title: String, asked_by: Vec<RoleAsks>) -> impl IntoView {
    if asked_by.is_empty() {
        return view! { <p>"No role asks this today."</p> }.into_any();
    }
    let rows = asked_by.into_iter().map(|asks| view! { <Asks asks /> });
    let rows = rows.collect_view();
    view! {
        <Details summary=format!("Which roles ask it: {title}")>
            <Table caption="Roles" head=["Role", "Level asked", "Necessity"]>{rows}</Table>
        </Details>
    }
    .into_any()
}

#[component]
fn Asks(asks: RoleAsks) -> impl IntoView {
    let critical = asks.critical && asks.necessity == Necessity::Core;
    view! {
        <Row>
            <RowTitle>{asks.role_title}</RowTitle>
            <Cell>{level_named(asks.level)}</Cell>
            <Cell>
                {asks.necessity.label()}
                {critical.then(|| view! { ", " <strong>"critical"</strong> })}
            </Cell>
        </Row>
    }
}
