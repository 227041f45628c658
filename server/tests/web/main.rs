//! The web ground, through the router, as a browser with scripts off meets it.

mod browser; // the harness
mod forms; // refused, done, not found, failed
mod ground; // assets, headers, health, problems
