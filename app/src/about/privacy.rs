//! What Esteem keeps about the people in it, who sees it, and which cookies it uses.

use crate::ui::{Cell, Page, Row, Table};
use leptos::prelude::*;

#[component]
pub fn Privacy() -> impl IntoView {
    view! {
        <Page title="Privacy and cookies">
            <p>"Esteem holds no patient data. Do not type anything into it that could identify a patient."</p>
            <Kept />
            <h2>"Who can see it"</h2>
            <p>
                "You can see your own record. Other people see what their access to Esteem allows, and no more: "
                "your managers and assessors see your status and confirmed levels, and nobody but you and the "
                "assessor you ask sees your reflections and the evidence you attach, while the request is open. When someone opens your record, Esteem notes who and when, "
                "and you can see that."
            </p>
            <p>"Published figures are rounded, and small numbers are left out, so that they identify nobody."</p>
            <h2>"Your rights"</h2>
            <p>
                "Your employer is responsible for the information about you in Esteem. You can ask them for a copy "
                "of it, to correct it, or to explain how it is used."
            </p>
            <Cookies />
        </Page>
    }
}

#[component]
fn Kept() -> impl IntoView {
    view! {
        <h2>"What Esteem keeps about you"</h2>
        <ul>
            <li>"your name, work email address, employee number and posts"</li>
            <li>"your assessments of your own skills, and what others confirmed"</li>
            <li>"the evidence and reflections you add"</li>
            <li>"when you made a passport, and not what was in it"</li>
            <li>"what you changed in Esteem, and when"</li>
        </ul>
    }
}

#[component]
fn Cookies() -> impl IntoView {
    view! {
        <h2>"Cookies"</h2>
        <p>
            "Esteem uses only cookies it cannot work without. They do not follow you to other websites, and there "
            "is nothing to accept or refuse."
        </p>
        <Table caption="Cookies that Esteem uses" head=["Name", "What it is for", "How long it lasts"]>
            <Row>
                <Cell>"esteem"</Cell>
                <Cell>"keeps you signed in"</Cell>
                <Cell>"until you sign out, or your sign-in ends"</Cell>
            </Row>
            <Row>
                <Cell>"esteem-notice"</Cell>
                <Cell>"tells you on the next page what was saved"</Cell>
                <Cell>"until that page is shown, at most 1 minute"</Cell>
            </Row>
        </Table>
    }
}
