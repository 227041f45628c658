//! Where Esteem is put together: settings, router, sign-in, command line. No business rule stands here.

#![recursion_limit = "256"] // a page is one deep type

mod answers; // what pages and server functions ask for, as responses
mod assets; // what browsers load beside pages
mod bundle; // the script that wakes islands, where there are any
mod calendar; // feeds of people's own sessions
mod case; // published frameworks for other programs
pub mod cli;
mod cookies; // the two that there are
mod downloads; // files that people take with them
mod forms; // posts on pages
pub mod functions; // server functions, called by forms and islands
mod headers; // what every response says to the browser
mod health; // for whatever watches the process
pub mod jobs; // what is done in the background
mod keys; // the public halves of those that sign passports
pub mod mail; // by SMTP
mod pages; // the app's pages
mod papers; // the workbook and the report of a return
mod problem; // what went wrong before a page was reached
mod router; // which address goes where
mod same_origin; // changes come from our own pages only
mod serve; // listening, until told to stop
mod settings;
mod tagged; // answers that are sent again only when they have changed
mod telemetry; // one line of the log for each request
mod typed; // what somebody typed in a form
mod typesetting; // documents as PDFs
mod uploads; // files that pages send
mod visits; // who asks, for each request

pub use papers::papers;
pub use router::router;
pub use serve::serve;
pub use settings::Settings;

use leptos::config::LeptosOptions;
use services::Services;
use std::sync::Arc;

/// What a process has one of; every handler's state.
#[derive(Clone, Debug)]
pub struct App {
    pub services: Services,
    pub settings: Arc<Settings>,
    leptos: LeptosOptions,
}

impl App {
    pub fn new(services: Services, settings: Settings) -> Self {
        // Leptos runs its tasks on tokio; a second call changes nothing.
        let _ = any_spawner::Executor::init_tokio();
        let leptos = LeptosOptions::builder()
            .output_name("app")
            .site_pkg_dir(format!("assets/{}", assets::HASH))
            .build();
        Self { services, settings: Arc::new(settings), leptos }
    }
}
