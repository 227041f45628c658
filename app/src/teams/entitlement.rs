//! How many sessions teams are due this year, and how many are booked and were delivered: those first that are furthest behind.

use super::api::team_entitlements;
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, Column, Crumb, EmptyState, Field, FilterPanel, Page, Row, RowTitle, Table, TextInput,
    TextKind, shown_of,
};
use domain::entitlement::{Entitlement, EntitlementLine, Entitlements};
use leptos::prelude::*;

#[component]
pub fn EntitlementPage() -> impl IntoView {
    let (words, page) = (address::query("q"), address::query("page").parse().unwrap_or(1));
    load(team_entitlements(words, page), |found| view! { <Due found /> })
}

#[component]
fn Due(found: Entitlements) -> impl IntoView {
    let Entitlements { year, lines } = found;
    let hint = match address::query("q").is_empty() {
        true => "Teams that are due sessions and within your access are listed here.",
        false => "Check the spelling, or search for a part of the name.",
    };
    view! {
        <Page title="Sessions due this year" trail=vec![Crumb::new("/teams", "Teams")] wide=true>
            <p class="nhsuk-lede-text">{year.words()}</p>
            <p>
                "A session counts for a team that is invited to it once at least half of the team’s people have a seat, or 3 of "
                "them, whichever is less. It is delivered once as many came and its register is closed; until then it stays "
                "booked. Those furthest behind come first."
            </p>
            <FilterPanel action="Search">
                <TextInput
                    field=Field::new("q", "Team or organisation").hint("Part of a name is enough")
                    kind=TextKind::Search
                    width=20
                />
            </FilterPanel>
            {if lines.entries.is_empty() {
                view! {
                    <EmptyState heading="No team found">
                        <p>{hint}</p>
                    </EmptyState>
                }.into_any()
            } else {
                let pages = shown_of(&lines, "teams");
                let rows = lines.entries.into_iter().map(|line| view! { <Line line /> });
                let rows = rows.collect_view();
                let head: Vec<Column> = vec![
                    "Team".into(),
                    "Organisation".into(),
                    Column::figures("Due"),
                    Column::figures("Booked"),
                    Column::figures("Delivered"),
                    Column::figures("Still to book"),
                ];
                view! {
                    <Table caption="Teams" head>
                        {rows}
                    </Table>
                    {pages}
                }.into_any()
            }}
        </Page>
    }
}

#[component]
fn Line(line: EntitlementLine) -> impl IntoView {
    let EntitlementLine { team, organisation, entitlement } = line;
    let Entitlement { due, booked, delivered } = entitlement;
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/teams/{}", address::segment(&team.code))>{team.title}</a>
            </RowTitle>
            <Cell>{organisation}</Cell>
            <Cell figure=true>{due}</Cell>
            <Cell figure=true>{booked}</Cell>
            <Cell figure=true>{delivered}</Cell>
            <Cell figure=true>{entitlement.missing()}</Cell>
        </Row>
    }
}
