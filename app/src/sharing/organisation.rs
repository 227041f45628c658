//! What one organisation shares: today, in its history, and from a day on.

use super::api::{SetSharing, sharing_of};
use super::short;
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, Cell, Choice, Crumb, DateInput, Field, Form, InsetText, Page, Radios, Row, RowTitle,
    Table,
};
use domain::codes::Sharing;
use domain::dates::{spoken, spoken_moment};
use domain::sharing::views::{SharingChange, SharingDetail};
use leptos::prelude::*;

#[component]
pub fn SharingOrganisationPage() -> impl IntoView {
    let code = address::path_part("code");
    load(sharing_of(code.clone()), move |SharingDetail { line, history, may_set }| {
        let next = line.next.map(|(from, level)| {
            let from = spoken(from);
            view! { <p>{format!("From {from}: {}.", level.label().to_lowercase())}</p> }
        });
        view! {
            <Page title=format!("What {} shares", line.name) trail=vec![Crumb::new("/sharing", "Sharing")]>
                <p>{format!("{}, {}", line.sector.label(), line.code)}</p>
                <InsetText>
                    <p>
                        <strong>{format!("Today: {}.", line.today.label().to_lowercase())}</strong>
                    </p>
                    <p>{line.today.meaning()}</p>
                    {next}
                </InsetText>
                {may_set.then(|| view! { <SetForm code /> })}
                <History history />
            </Page>
        }
    })
}

#[component]
fn SetForm(code: String) -> impl IntoView {
    let level = |level: &Sharing| Choice::new(level, level.label()).hint(level.meaning());
    let levels = Sharing::ALL.iter().map(level).collect();
    view! {
        <h2>"Set what it shares"</h2>
        <Form<SetSharing>>
            <input type="hidden" name="code" value=code />
            <Radios field=Field::new("level", "What may grants from outside see?") choices=levels />
            <DateInput
                field=Field::new("from", "From which day?")
                    .hint("Leave it blank for today. Past days do not change. For example, 4 5 2027.")
            />
            <p>
                "From that day on it holds for everybody whose grant comes from outside the organisation, until "
                "another level is set. You will find it in the history below, with your name."
            </p>
            <Button text="Set this level" />
        </Form<SetSharing>>
    }
}

#[component]
fn History(history: Vec<SharingChange>) -> impl IntoView {
    let nobody = history.is_empty();
    let rows = history.into_iter().map(|change| {
        view! {
            <Row>
                <RowTitle>{spoken(change.from)}</RowTitle>
                <Cell>{short(change.level)}</Cell>
                <Cell>{change.place.label()}</Cell>
                <Cell>{format!("{}, {}", change.set_by, spoken_moment(change.set_at))}</Cell>
            </Row>
        }
    });
    let rows = rows.collect_view();
    view! {
        <h2>"History"</h2>
        {if nobody {
            view! { <p>"Nobody has set a level yet. Until somebody does, it shares figures."</p> }.into_any()
        } else {
            view! {
                <Table caption="Levels that were set, the latest first" head=["From", "Shares", "State", "Set by"]>
                    {rows}
                </Table>
            }.into_any()
        }}
    }
}
