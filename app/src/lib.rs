//! Esteem's pages, components and server functions; built for the server, and for the browser's islands.

#![recursion_limit = "256"] // a page is one deep type
#![allow(clippy::unused_async, reason = "a server function is async, whatever it does")]

mod about; // accessibility statement, privacy
mod account; // my account
mod accounts; // everybody's, for administrators
pub mod address; // the page's own address and what stands in it
pub mod answer; // what is said beside a body: status, next address, notice, sign-in
mod brought; // records from earlier employers
mod calendar; // my sessions in my calendar
mod confirm; // requests that wait for an assessor, claims for a manager
mod courses; // what files name, and what each is about
mod cover_rules; // how many people of a team must hold what
mod coverage; // the heatmap and its forecast, who is behind a figure, which teams are covered, who comes to them
pub mod error; // the page's end of the one road for errors
mod evidence; // what I did and can show
pub mod forms; // a form that was sent and refused keeps what was typed
mod framework; // the competency set
mod frameworks; // versions: drafted, reviewed, published
mod funding; // schemes that pay for sessions, and what teams claim
mod grants; // who may do what, where
mod help; // who can be asked for advice
mod home; // the first page
mod import; // files that are brought in
mod inputs; // how mental health professionals reach a team
mod invitation; // the page behind an invitation's link
mod issuers; // whose records can be accepted here
mod judgements; // levels, statuses, evidence and history in the same words everywhere
mod load; // facts first, then the page
mod local_measures; // what places measure besides
mod my; // my own competencies
mod named_groups; // areas, organisations or teams that are asked about together
mod outbox; // email that Esteem sends, for administrators
mod passport; // a record that is taken along, and checked
mod people; // people, their posts and records
mod planning; // the load of a year
mod problem; // not found, refused, failed
mod programmes; // training packages
mod protected_time; // what educators were promised, and what it is used for
mod recognise; // levels granted to people of a role
mod redactions; // free texts that two people blank
mod release; // when a team lets its people go to sessions
mod reminders; // what I am reminded of by email
mod return_recipients; // whom returns are for
mod return_schedule; // which returns are prepared by themselves
mod returns; // what a place publishes, from its first counting to its correction
mod routes; // the route table
mod session_requests; // what teams ask to be taught
mod sessions; // teaching sessions, and seats in them
mod sharing; // what organisations let others see
mod shell; // the document around every page
pub mod sign_in; // how a person gets in and out
mod supervision; // when somebody was supervised, and how long
mod teams; // teams, their people, the matrix
pub mod ui; // the design system
mod viewer; // who is looking

#[cfg(feature = "ssr")]
pub mod visit; // what a server function knows of the request

#[cfg(feature = "ssr")]
mod faults; // a fault goes to the log, its reference to the page
#[cfg(not(feature = "ssr"))]
#[path = "faults_in_browser.rs"]
mod faults;

pub use error::AppError;
pub use shell::{bundle_start, shell};
pub use viewer::{Section, Viewer};

/// Wakes the islands on a page; everything else on it is plain HTML.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
    if let Some(body) = leptos::prelude::document().body() {
        // Fails only for names with spaces.
        let _ = body.class_list().add_1("awake");
    }
}
