//! Who is counted in a figure, by name as far as the reader may see them.

use super::PATH;
use super::api::coverage_people;
use super::around::OnlyOf;
use super::asked::asked;
use crate::judgements::StatusTag;
use crate::ui::{Cell, Crumb, EmptyState, InsetText, Page, Row, RowTitle, Table};
use domain::coverage::address::CoverageAddress;
use domain::coverage::percent;
use domain::coverage::views::{FigureLine, FigurePeople, FigurePerson};
use domain::dates::spoken;
use domain::figures::grouped;
use domain::standing::level_told;
use leptos::prelude::*;

#[component]
pub fn CoveragePeoplePage() -> impl IntoView {
    asked(coverage_people, |address, figure| view! { <People address figure /> })
}

#[component]
fn People(address: CoverageAddress, figure: FigurePeople) -> impl IntoView {
    let back = CoverageAddress { item: None, ..address };
    let coverage = format!("Coverage of {}", figure.unit.title);
    let trail = vec![Crumb::new(format!("{PATH}?{}", back.query()), coverage)];
    let title = format!("{}: {}", figure.unit.title, figure.item.title);
    let headline = figure.figure.map(|f| {
        format!(
            "{}% of requirements met ({} of {}). {} of {} people meet all that is asked of them here.",
            percent(f.requirements_met, f.requirements),
            grouped(f.requirements_met),
            grouped(f.requirements),
            grouped(f.fully_met),
            grouped(f.required),
        )
    });
    let (hidden, nobody) = (figure.hidden, figure.people.is_empty());
    let rows =
        figure.people.into_iter().map(|person| view! { <PersonRows person /> }).collect_view();
    let caption = format!("People counted as at {}", spoken(figure.as_at));
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{headline}</p>
            <OnlyOf address=back />
            {(hidden > 0).then(|| view! {
                <InsetText>
                    <p>{hidden_words(hidden)}</p>
                </InsetText>
            })}
            {if nobody {
                view! {
                    <EmptyState heading="No names to show">
                        <p>"The figure counts people, but none whose names are yours to see."</p>
                    </EmptyState>
                }.into_any()
            } else {
                view! {
                    <Table caption head=["Person", "Competency", "Asked", "Status", "Confirmed", "Own level"]>
                        {rows}
                    </Table>
                }.into_any()
            }}
        </Page>
    }
}

fn hidden_words(hidden: usize) -> String {
    if hidden == 1 {
        "1 more person is counted whose name you do not see: their organisation shares only figures with you, or they \
         are not in your teams today."
            .to_owned()
    } else {
        format!(
            "{} more people are counted whose names you do not see: their organisations share only figures with you, or \
             they are not in your teams today.",
            grouped(hidden as u64)
        )
    }
}

#[component]
fn PersonRows(person: FigurePerson) -> impl IntoView {
    let FigurePerson { id, name, asked } = person;
    asked
        .into_iter()
        .map(|line| {
            let FigureLine { competency, level, critical, status, confirmed, due_on, self_level } =
                line;
            let asked = if critical { format!("{level}, critical") } else { level.to_string() };
            let until = due_on.map(|day| format!(" until {}", spoken(day))).unwrap_or_default();
            let confirmed = confirmed.map_or_else(
                || "Not confirmed".to_owned(),
                |(level, kind)| format!("{}{until}", level_told(level, kind)),
            );
            let name = name.clone();
            let own = self_level.map_or_else(|| "–".to_owned(), |l| l.to_string());
            view! {
                <Row>
                    <RowTitle>
                        <a href=format!("/people/{id}")>{name}</a>
                    </RowTitle>
                    <Cell>{format!("{} {}", competency.code, competency.title)}</Cell>
                    <Cell>{asked}</Cell>
                    <Cell>
                        <StatusTag status />
                    </Cell>
                    <Cell>{confirmed}</Cell>
                    <Cell>{own}</Cell>
                </Row>
            }
        })
        .collect_view()
}
