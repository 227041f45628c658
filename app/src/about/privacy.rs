//! What Esteem keeps about the people in it, who sees it, and which cookies it uses.

use crate::ui::{Cell, Page, Row, Table};
use leptos::prelude::*;

#[component]
pub fn Privacy() -> impl IntoView {
    view! {
        <Page title="Privacy and cookies">
            <p>"Esteem holds no patient data. Do not type anything into it that could identify a patient."</p>
            <Kept />
            <Seen />
            <p>"Published figures are rounded, and small numbers are left out, so that they identify nobody."</p>
            <p>
                "What you answer about your wellbeing after a session is not kept about you: it adds one to a count for the whole "
                "place and three months, and no page, file or log of Esteem says what you answered."
            </p>
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
            <li>"your name, work email address, employee number, professional registration number and posts"</li>
            <li>"your assessments of your own skills, what others confirmed, and what you and they wrote with it"</li>
            <li>"the evidence and reflections you add, and what you have begun and not sent"</li>
            <li>"training records that your employer brings in from other systems"</li>
            <li>"records that you bring from earlier employers, as they were signed"</li>
            <li>"your supervision: the day, the kind and the minutes, and not what was said"</li>
            <li>"the protected time you were given, what you entered about its use, and why sessions of yours went beyond it"</li>
            <li>"the sessions you asked for a seat in, or somebody booked for you, and what your team manager answered"</li>
            <li>"the sessions you led and those you came to, when you checked in, and the feedback you gave"</li>
            <li>"what you asked to be taught for your team"</li>
            <li>"that you made a calendar address, and when, but not the address itself"</li>
            <li>"when you made a passport, and not what was in it"</li>
            <li>"when you agreed to be asked for help or ended it, and how to reach you"</li>
            <li>"when a manager nudged you, which emails you want, and which were sent to you recently"</li>
            <li>"what you may do in Esteem, when you signed in, and with which browser"</li>
            <li>"whose records and which lists of people you opened, what you searched for, and when"</li>
            <li>"what you changed in Esteem, and when"</li>
        </ul>
    }
}

#[component]
fn Seen() -> impl IntoView {
    view! {
        <h2>"Who can see it"</h2>
        <p>"You can see your own record. Other people see what their access to Esteem allows, and no more:"</p>
        <ul>
            <li>
                "your managers, practice mental health lead and workforce leads see your status, your levels and your "
                "history, with what others wrote in it"
            </li>
            <li>
                "your managers and practice mental health lead see how often you had supervision in the last 12 months, "
                "and for how long"
            </li>
            <li>"workforce leads see your protected time, and what you entered about its use"</li>
            <li>"whoever plans a session that you lead sees whether your protected time covers it"</li>
            <li>"your team manager, and their deputy where nobody has answered, see the bookings that wait for approval"</li>
            <li>"whoever runs a session sees who booked it; they and whoever leads it see who came, and feedback only as numbers of 5 or more"</li>
            <li>"an educator who finds a time for a session sees how many people lack what it teaches, only as numbers of 5 or more"</li>
            <li>"your managers see the sessions of a training package that you came to"</li>
            <li>"assessors for your team see, in what they may confirm, the level asked of you and the level confirmed"</li>
            <li>
                "the assessor you name in a request sees it while it is open, with your own level, your history and the "
                "evidence and reflection you attach; if you name nobody, every assessor for your team sees it"
            </li>
            <li>
                "where two people must sign, an assessor who may sign second sees the evidence until it is signed; a workforce "
                "lead sees what kinds of evidence there are"
            </li>
            <li>
                "assessors and workforce leads who may accept a record from an earlier employer see it until it is accepted"
            </li>
            <li>
                "information governance can open what you wrote, and the names of your files, to remove what must not be "
                "there; it takes two people to remove it"
            </li>
        </ul>
        <p>
            "Nobody else sees the evidence and reflections you add. When someone opens your record, Esteem notes who and "
            "when, and you can see that."
        </p>
        <p>
            "If you agree to be asked for help, colleagues in your place see your name, role and team, how to reach "
            "you, and what you hold at level 4 or 5, until you end it."
        </p>
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
        <p>
            "On the device on which a register is taken, the browser keeps what was ticked until it is saved. No names are kept."
        </p>
        <Table caption="Cookies that Esteem uses" head=["Name", "What it is for", "How long it lasts"]>
            <Row>
                <Cell>"esteem, or __Host-esteem"</Cell>
                <Cell>"keeps you signed in"</Cell>
                <Cell>"until you sign out, or your sign-in ends"</Cell>
            </Row>
            <Row>
                <Cell>"esteem-notice, or __Host-esteem-notice"</Cell>
                <Cell>"tells you on the next page what was saved"</Cell>
                <Cell>"until that page is shown, at most 1 minute"</Cell>
            </Row>
        </Table>
    }
}
