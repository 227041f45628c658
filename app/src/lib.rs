//! Esteem's pages, components and server functions; built for the server, and for the browser's islands.

#![recursion_limit = "256"] // a page is one deep type

mod about; // accessibility statement, privacy
mod address; // the page's own address and what stands in it
pub mod answer; // what is said beside a body: status, next address, notice, sign-in
pub mod error; // the page's end of the one road for errors
pub mod forms; // a form that was sent and refused keeps what was typed
mod home; // the first page
mod load; // facts first, then the page
mod problem; // not found, refused, failed
mod routes; // the route table
pub mod shell; // the document around every page
pub mod ui; // the design system
pub mod viewer; // who is looking

#[cfg(feature = "ssr")]
mod faults; // a fault goes to the log, its reference to the page

/// Wakes the islands on a page; everything else on it is plain HTML.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
