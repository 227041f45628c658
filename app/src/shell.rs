//! The document around every page: head, skip link, header with navigation, footer.

use crate::error::AppError;
use crate::problem::Problem;
use crate::routes::Pages;
use crate::ui::{Footer, Header};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::components::Router;

/// The whole document. The style sheet lies under the path that names its content.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let assets = format!("/{}", options.site_pkg_dir);
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="theme-color" content="#005eb8" />
                <link rel="stylesheet" href=format!("{assets}/app.css") />
                <link rel="icon" href=format!("{assets}/favicon.svg") type="image/svg+xml" />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// What loads and starts the bundle, for the head of a page that has an island.
pub fn bundle_start(options: LeptosOptions) -> impl IntoView {
    view! { <HydrationScripts options islands=true /> }
}

/// The page that the address names, or the problem that the server found before it came so far.
#[component]
fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <a class="nhsuk-skip-link" href="#maincontent">
                "Skip to main content"
            </a>
            <Header />
            {match use_context::<AppError>() {
                Some(error) => Either::Left(view! { <Problem error /> }),
                None => Either::Right(view! { <Pages /> }),
            }}
            <Footer />
        </Router>
    }
}
