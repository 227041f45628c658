//! My account at a glance.

use super::api::{SignOutEverywhere, my_account};
use crate::grants::GrantTable;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Cell, Form, Page, Row, RowTitle, SummaryList, SummaryRow, Table, Tag,
};
use domain::accounts::views::{Look, OwnAccount, SignInLine};
use domain::dates::spoken_moment;
use domain::grants::views::GrantLine;
use leptos::prelude::*;

#[component]
pub fn AccountPage() -> impl IntoView {
    load(my_account(), |account| {
        let OwnAccount { email, person_name, sign_ins, grants, looks } = account;
        let linked = person_name.is_some();
        let rows = vec![
            SummaryRow::new("Email address", email),
            SummaryRow::new("Staff record", person_name.unwrap_or_else(|| "Not linked".to_owned())),
            SummaryRow::new("Password", "Set").change_at("/account/password"),
            SummaryRow::new("Email from Esteem", "Reminders, and your seats in sessions")
                .change_at("/account/mail"),
        ];
        view! {
            <Page title="Your account">
                <SummaryList rows />
                {(!linked).then(|| view! {
                    <p>
                        "Your account is not linked to a staff record, so Esteem shows no competencies of yours. An "
                        "administrator can link it."
                    </p>
                })}
                <SignIns sign_ins />
                <Grants lines=grants />
                {linked.then(|| view! { <Looks looks /> })}
            </Page>
        }
    })
}

#[component]
fn SignIns(sign_ins: Vec<SignInLine>) -> impl IntoView {
    let rows = sign_ins.into_iter().map(|line| {
        view! {
            <Row>
                <RowTitle>
                    {line.browser}
                    {line.is_this.then(|| view! { " " <Tag text="This one" /> })}
                </RowTitle>
                <Cell>{spoken_moment(line.began_at)}</Cell>
                <Cell>{spoken_moment(line.last_seen_at)}</Cell>
            </Row>
        }
    });
    let rows = rows.collect_view();
    view! {
        <h2>"Where you are signed in"</h2>
        <Table caption="Browsers signed in as you" head=["Browser", "Signed in", "Last seen, within 5 minutes"]>
            {rows}
        </Table>
        <p>"Signing out everywhere ends every sign-in in this table, this one too."</p>
        <Form<SignOutEverywhere>>
            <Button text="Sign out everywhere" kind=ButtonKind::Secondary />
        </Form<SignOutEverywhere>>
    }
}

#[component]
fn Grants(lines: Vec<GrantLine>) -> impl IntoView {
    view! {
        <h2>"Your grants"</h2>
        {if lines.is_empty() {
            view! { <p>"You have no grants. Everybody sees their own record without one."</p> }.into_any()
        } else {
            view! { <GrantTable caption="Grants given to you" lines /> }.into_any()
        }}
    }
}

#[component]
fn Looks(looks: Vec<Look>) -> impl IntoView {
    let nobody = looks.is_empty();
    let rows = looks.into_iter().map(|look| {
        view! {
            <Row>
                <RowTitle>{look.by}</RowTitle>
                <Cell>{spoken_moment(look.at)}</Cell>
            </Row>
        }
    });
    let rows = rows.collect_view();
    view! {
        <h2>"Who looked at your record"</h2>
        {if nobody {
            view! { <p>"Nobody else has opened your record."</p> }.into_any()
        } else {
            view! {
                <Table caption="The latest 50 times somebody else opened your record" head=["Who", "When"]>
                    {rows}
                </Table>
            }.into_any()
        }}
    }
}
