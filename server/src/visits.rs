//! Who asks, for each request: the cookie's sign-in looked up, and what pages are given of it.

use crate::telemetry::Reference;
use crate::{App, cookies};
use app::visit::Visit;
use app::{AppError, Viewer};
use domain::policy::Actor;
use http::header::USER_AGENT;
use http::request::Parts;
use services::accounts::{self, Token};

/// A visit by nobody in particular, as it stands before the sign-in is looked up.
pub fn unrecognised(app: &App, head: &Parts) -> Visit {
    let reference = head.extensions.get::<Reference>().map_or_else(String::new, |r| r.0.clone());
    let browser = head.headers.get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    Visit {
        ctx: app.services.as_actor(Actor::Nobody),
        token: cookies::sign_in_of(app, &head.headers).map(|secret| Token::brought(&secret)),
        browser: browser.to_owned(),
        base_url: app.settings.base_url.trim_end_matches('/').to_owned(),
        reference,
    }
}

/// The same visit by whoever is signed in.
///
/// # Errors
/// A fault where the sign-in could not be looked up.
pub async fn recognised(app: &App, visit: Visit) -> Result<Visit, AppError> {
    let Some(token) = &visit.token else { return Ok(visit) };
    let actor = accounts::actor_of(&visit.ctx, token).await.map_err(|error| {
        let reference = visit.reference.clone();
        tracing::error!(reference, %error, "looking up a sign-in");
        AppError::Fault { reference }
    })?;
    Ok(Visit { ctx: app.services.as_actor(actor), ..visit })
}

/// What a page's header shows of the visitor.
pub async fn viewer(visit: &Visit) -> Option<Viewer> {
    visit.ctx.actor.account()?;
    let name = visit.ctx.own_name().await;
    Viewer::of(&visit.ctx.actor, name)
}
