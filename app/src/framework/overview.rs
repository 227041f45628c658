//! The competency set from above: its domains, and honestly where each comes from.

use super::api::{LoadSet, framework};
use crate::load::load;
use crate::ui::{Button, Cell, Column, EmptyState, Form, InsetText, Page, Row, RowTitle, Table};
use domain::dates::spoken;
use domain::frameworks::views::{DomainLine, Overview, VersionTitle};
use leptos::prelude::*;

#[component]
pub fn Framework() -> impl IntoView {
    load(framework(), |overview| view! { <Set overview /> })
}

#[component]
fn Set(overview: Overview) -> impl IntoView {
    let Overview { version, domains, may_load } = overview;
    view! {
        <Page title="Competency set" wide=true>
            {match version {
                Some(version) => view! { <Domains version domains /> }.into_any(),
                None => view! { <NothingPublished may_load /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn NothingPublished(may_load: bool) -> impl IntoView {
    let what = if may_load {
        view! {
            <p>"Load the set that comes with Esteem: 10 domains, with what 23 roles ask."</p>
            <Form<LoadSet>>
                <Button text="Load the Tower Hamlets competency set" />
            </Form<LoadSet>>
        }
        .into_any()
    } else {
        view! { <p>"Until an administrator has published one, nothing is asked of anybody."</p> }
            .into_any()
    };
    view! { <EmptyState heading="No competency set has been published yet">{what}</EmptyState> }
}

#[component]
fn Domains(version: VersionTitle, domains: Vec<DomainLine>) -> impl IntoView {
    let rows = domains.into_iter().map(|domain| view! { <Line domain /> });
    let rows = rows.collect_view();
    let competencies = Column::figures("Competencies");
    let head = vec!["Domain".into(), "Strand".into(), "Where it comes from".into(), competencies];
    let from = version.published_from.map(|day| format!(", published from {}", spoken(day)));
    view! {
        <p class="nhsuk-lede-text">{format!("{}, version {}", version.title, version.number)} {from}</p>
        <Honesty />
        <Table caption="Domains" head>{rows}</Table>
        <Downloads id=version.id.to_string() />
    }
}

/// The set as other programs read it, and as it can be imported again.
#[component]
fn Downloads(id: String) -> impl IntoView {
    let package = format!("/ims/case/v1p0/CFPackages/{id}");
    let name = format!("framework-{id}.json");
    view! {
        <h2>"Take it with you"</h2>
        <ul>
            <li>
                <a href=package download=name>
                    "Download as CASE 1.0 JSON"
                </a>
            </li>
            <li>
                <a href=format!("/framework/csv/{id}")>"Download as CSV"</a>
            </li>
        </ul>
    }
}

/// What nobody should read into the set.
#[component]
fn Honesty() -> impl IntoView {
    view! {
        <InsetText>
            <p>
                "No public text of the Tower Hamlets competency set exists. The headings of the domains “named by the "
                "report” are those of the report “Mental health and new models of care” (The King’s Fund and the Royal "
                "College of Psychiatrists, 2017). Every statement under them is Esteem’s own wording."
            </p>
            <p>
                "The report does not say which heading belongs to which strand: the split between mental health skills "
                "and integrated care skills is Esteem’s reading."
            </p>
            <p>
                "No national return asks for figures on this set: Esteem’s return is a local return for Health Education "
                "England, now part of NHS England."
            </p>
        </InsetText>
    }
}

#[component]
fn Line(domain: DomainLine) -> impl IntoView {
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/framework/{}", domain.code)>{domain.title}</a>
                <br />
                <span class="nhsuk-body-s">{domain.code}</span>
            </RowTitle>
            <Cell>{domain.strand.map_or("Both strands", |strand| strand.label())}</Cell>
            <Cell>{domain.origin.label()}</Cell>
            <Cell figure=true>{domain.competencies}</Cell>
        </Row>
    }
}
