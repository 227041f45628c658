//! All cover rules, those that hold first; and what holds where nobody wrote one.

use super::RULES;
use super::api::list_cover_rules;
use crate::address;
use crate::coverage::PATH;
use crate::load::load;
use crate::ui::{
    Cell, ChangeOrEnd, Crumb, EmptyState, Page, Row, RowTitle, StackedTable, Table, WhenTag,
    pages_of,
};
use domain::changing::When;
use domain::coverage::cover::Asks;
use domain::coverage::cover::views::{CoverRuleLine, CoverRules};
use domain::coverage::views::Heading;
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub fn CoverRulesPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(list_cover_rules(page), |rules| view! { <Rules rules /> })
}

#[component]
fn Rules(rules: CoverRules) -> impl IntoView {
    let CoverRules { rules, defaults, may_add } = rules;
    view! {
        <Page title="Cover rules" trail=vec![Crumb::new(PATH, "Coverage")] wide=true>
            <p>
                "How many people of a team must hold each competency that it requires, confirmed and current. A rule for "
                "one team comes before one for its care setting, and of these the one for the nearest area applies. A rule "
                "for a competency comes before one for its domain."
            </p>
            {may_add.then(|| view! {
                <p>
                    <a class="nhsuk-button" href=format!("{RULES}/add") role="button">
                        "Add a cover rule"
                    </a>
                </p>
            })}
            <Written rules />
            <Defaults defaults />
        </Page>
    }
}

#[component]
fn Written(rules: Paged<CoverRuleLine>) -> impl IntoView {
    if rules.total == 0 {
        return view! {
            <EmptyState heading="Nobody has written a rule yet">
                <p>"What stands below holds for every team."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = pages_of(&rules, "rules");
    let rows = rules.entries.into_iter().map(cells).collect();
    let head = vec!["Teams", "Domain or competency", "What is asked", "Dates", "Change"];
    view! {
        <StackedTable caption="Rules" head rows />
        {pages}
    }
    .into_any()
}

fn cells(line: CoverRuleLine) -> Vec<AnyView> {
    let CoverRuleLine { id, whose, item, asks, held, when, may_change } = line;
    let about = format!("{whose}, {item}");
    let change = match may_change {
        true => view! { <ChangeOrEnd href=format!("{RULES}/{id}/change") about /> }.into_any(),
        false if when == When::Before => "Over".into_any(),
        false => "Kept by somebody else".into_any(),
    };
    vec![
        view! { {whose} <WhenTag when /> }.into_any(),
        item.into_any(),
        asks.words().into_any(),
        held.words().into_any(),
        change,
    ]
}

/// What holds without a rule, domain by domain.
#[component]
fn Defaults(defaults: Vec<(Heading, Asks)>) -> impl IntoView {
    let rows = defaults.into_iter().map(|(domain, asks)| {
        view! {
            <Row>
                <RowTitle>{format!("{} {}", domain.code, domain.title)}</RowTitle>
                <Cell>{asks.words()}</Cell>
            </Row>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption="Default rules: what is asked where nobody wrote a rule" head=["Domain", "What is asked"]>
            {rows}
        </Table>
    }
}
