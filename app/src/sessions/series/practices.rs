//! A series looked back on: who came from which organisation, session by session, and what was agreed.

use super::address_of as series_address;
use super::api_practices::{ActionDone, AgreeAction, series_practices};
use crate::address;
use crate::forms::was_refused;
use crate::judgements::NO_PATIENTS;
use crate::load::load;
use crate::sessions::rows::capital;
use crate::ui::{
    Button, ButtonKind, Cell, Colour, Column, Crumb, DateInput, Details, EmptyState, Field, Form,
    Page, Row, RowTitle, StackedTable, Table, Tag, TextInput,
};
use chrono::NaiveDate;
use domain::dates::{spoken, spoken_day};
use domain::ids::{SeriesActionId, SessionSeriesId};
use domain::sessions::series::views::{ActionLine, PracticeRow, SeriesColumn, SeriesPractices};
use leptos::prelude::*;

#[component]
pub fn SeriesPracticesPage() -> impl IntoView {
    let id = address::id_part::<SessionSeriesId>("id");
    load(async move { series_practices(id?).await }, |found| view! { <Practices found /> })
}

#[component]
fn Practices(found: SeriesPractices) -> impl IntoView {
    let SeriesPractices { id, title, words, sessions, practices, actions, keeps, today } = found;
    let own = Crumb::new(series_address(id), format!("Series: {title}"));
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/sessions", "Sessions"), own];
    view! {
        <Page title=format!("{title}: practices and actions") trail wide=true>
            <p>{format!("{}.", capital(words))}</p>
            <WhoCame sessions practices />
            <h2>"Agreed actions"</h2>
            <Actions actions keeps today />
            {keeps.then(|| view! { <Agree id today /> })}
        </Page>
    }
}

/// A row for each organisation, a column for each session that has taken place.
#[component]
fn WhoCame(sessions: Vec<SeriesColumn>, practices: Vec<PracticeRow>) -> impl IntoView {
    if sessions.is_empty() || practices.is_empty() {
        return view! {
            <EmptyState heading="Nobody has come yet">
                <p>"Organisations are listed here once a session has taken place and its register says who came."</p>
            </EmptyState>
        }
        .into_any();
    }
    let titles = sessions.iter().map(|one| {
        let open = if one.closed { "" } else { " (register open)" };
        Column::figures(format!("{}{open}", spoken_day(one.slot.starts.date())))
    });
    let head: Vec<Column> = std::iter::once("Organisation".into()).chain(titles).collect();
    let rows = practices.into_iter().map(|row| view! { <Practice row /> }).collect_view();
    view! {
        <Table caption="How many came from each organisation" head matrix=true>
            {rows}
        </Table>
    }
    .into_any()
}

#[component]
fn Practice(row: PracticeRow) -> impl IntoView {
    let cells = row.came.into_iter().map(|came| view! { <Cell figure=true>{count(came)}</Cell> });
    view! {
        <Row>
            <RowTitle>{row.name}</RowTitle>
            {cells.collect_view()}
        </Row>
    }
}

#[component]
fn Actions(actions: Vec<ActionLine>, keeps: bool, today: NaiveDate) -> impl IntoView {
    if actions.is_empty() {
        return view! { <p>"Nothing has been agreed yet."</p> }.into_any();
    }
    let mut head = vec!["Action", "By whom", "By when", "Agreed on", "Done on"];
    head.extend(keeps.then_some("Say it is done"));
    let rows = actions.into_iter().map(|line| cells(line, keeps, today)).collect();
    view! { <StackedTable caption="Actions, open ones first" head rows /> }.into_any()
}

fn cells(line: ActionLine, keeps: bool, today: NaiveDate) -> Vec<AnyView> {
    let ActionLine { id, what, by_whom, due_on, agreed_on, done_on, is_late } = line;
    let about = what.clone();
    let mut cells = vec![
        view! { <span class="kept-lines">{what}</span> }.into_any(),
        by_whom.into_any(),
        view! {
            {due_on.map_or_else(|| "No day".to_owned(), spoken)}
            {is_late.then(|| view! { " " <Tag text="Late" colour=Colour::Orange /> })}
        }
        .into_any(),
        spoken(agreed_on).into_any(),
        done_on.map_or_else(|| "Open".to_owned(), spoken).into_any(),
    ];
    cells.extend(keeps.then(|| match done_on {
        None => view! { <Done id about today /> }.into_any(),
        Some(_) => "Done".into_any(),
    }));
    cells
}

#[component]
fn Done(id: SeriesActionId, about: String, today: NaiveDate) -> impl IntoView {
    let id = id.to_string();
    view! {
        <Form<ActionDone> about=id.clone()>
            <input type="hidden" name="id" value=id />
            <DateInput field=Field::new("done_on", "Done on").value(today) />
            <Button text="Save as done" kind=ButtonKind::Secondary about />
        </Form<ActionDone>>
    }
}

#[component]
fn Agree(id: SessionSeriesId, today: NaiveDate) -> impl IntoView {
    let open = was_refused::<AgreeAction>();
    let what =
        Field::new("what", "What was agreed?").hint(format!("In a short sentence. {NO_PATIENTS}"));
    let whom = Field::new("by_whom", "Who does it?").hint("A colleague or a practice");
    let due = Field::new("due_on", "By when? (optional)")
        .hint(format!("From {} on. Leave blank if there is no day", spoken(today)));
    view! {
        <Details summary="Add an action" open>
            <Form<AgreeAction>>
                <input type="hidden" name="id" value=id.to_string() />
                <TextInput field=what.clone() />
                <TextInput field=whom.clone() />
                <DateInput field=due.clone() />
                <Button text="Save this action" />
            </Form<AgreeAction>>
        </Details>
    }
}

fn count(came: Option<u32>) -> String {
    match came {
        None => "Not said".to_owned(),
        Some(0) => "Nobody".to_owned(),
        Some(many) => many.to_string(),
    }
}
