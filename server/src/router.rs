//! Which address goes where, and what every request passes on its way.

use crate::{
    App, assets, calendar, case, downloads, functions, headers, health, keys, pages, problem,
    same_origin, telemetry, uploads,
};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Redirect;
use axum::routing::{MethodRouter, get, post};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// The most bytes of a form or of an island's call.
pub const MOST_BYTES: usize = 256 * 1024;

/// Everything the server answers.
pub fn router(app: App) -> Router {
    Router::new()
        .merge(for_people(&app))
        .merge(for_files(&app))
        .nest("/ims/case/v1p0", for_programs())
        .merge(for_calendars())
        .route("/.well-known/esteem-keys.json", get(keys::public))
        .route("/assets/{hash}/{name}", get(assets::serve))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .layer(from_fn_with_state(app.clone(), headers::secure))
        .with_state(app)
}

/// Pages, their forms, and the calls of their islands: for browsers, which bring a cookie.
fn for_people(app: &App) -> Router<App> {
    // Pages differ from each other and are made anew each time: the fastest level is 85% of the best.
    let gzip = CompressionLayer::new().quality(CompressionLevel::Fastest);
    Router::new()
        .route("/api/{function}", post(functions::for_islands))
        .route("/framework/csv/{version}", get(downloads::framework))
        .route("/import/template/{file}", get(downloads::template))
        .route("/load.csv", get(downloads::load))
        .route("/funding-claims/{file}", get(downloads::funding_claim))
        .route("/sessions.csv", get(downloads::session_figures))
        .route("/sessions/{id}/certificate.pdf", get(downloads::certificate))
        .route("/sessions/{id}/calendar.ics", get(downloads::session))
        .route("/sessions/series/{id}/calendar.ics", get(downloads::series))
        .route("/returns/{id}/files.zip", get(downloads::returns::all))
        .route("/returns/{id}/files/{name}", get(downloads::returns::one))
        .route("/returns/{id}/annex", get(pages::any).post(downloads::returns::annex))
        .route("/my/revalidation.pdf", get(downloads::revalidation_pdf))
        .route("/my/passport/issue", post(downloads::passport))
        .route("/my/passport/issue/pdf", post(downloads::passport_pdf))
        .fallback(pages::any)
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(from_fn_with_state(app.clone(), same_origin::check))
        .layer(from_fn_with_state(app.clone(), problem::too_slow))
        .layer(gzip)
        .layer(from_fn(telemetry::request))
}

/// Files that pages send and people open: they may be long and take long. The size of those that come is counted meanwhile.
fn for_files(app: &App) -> Router<App> {
    let most = DefaultBodyLimit::max;
    let passport = post(uploads::passports::receive).layer(most(uploads::passports::MOST_BYTES));
    let evidence = post(uploads::evidence::receive).layer(most(uploads::evidence::MOST_BYTES));
    let record = post(uploads::brought::receive).layer(most(uploads::brought::MOST_BYTES));
    Router::new()
        .route("/import/upload", taken(post(uploads::imports::receive), "/import"))
        .route("/my/evidence/upload", taken(evidence, "/my/evidence/add"))
        .route("/verify/upload", taken(passport, "/verify"))
        .route("/my/record/upload", taken(record, "/my/record/bring"))
        .route("/evidence/{id}/file", get(downloads::evidence))
        .route("/my/revalidation.csv", get(downloads::revalidation))
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(app.clone(), same_origin::check))
        .layer(from_fn(telemetry::request))
}

/// Where files are taken. A refused one is answered under this address; whoever opens that again goes to the form.
fn taken(receive: MethodRouter<App>, form: &'static str) -> MethodRouter<App> {
    receive.get(async move || Redirect::to(form))
}

/// Feeds of people's own sessions: for programs, which bring a secret in the address.
fn for_calendars() -> Router<App> {
    let gzip = CompressionLayer::new().quality(CompressionLevel::Fastest);
    Router::new()
        .route("/calendar/{file}", get(calendar::feed))
        .layer(gzip)
        .layer(from_fn(telemetry::request))
}

/// Published frameworks: for programs, which bring nothing.
fn for_programs() -> Router<App> {
    let gzip = CompressionLayer::new().quality(CompressionLevel::Fastest);
    case::routes().layer(gzip).layer(from_fn(telemetry::request))
}
