//! Which address goes where, and what every request passes on its way.

use crate::{
    App, assets, case, downloads, functions, headers, health, keys, pages, problem, same_origin,
    telemetry, uploads,
};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
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
        .route("/load.csv", get(downloads::load))
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
    let of_passport = DefaultBodyLimit::max(uploads::passports::MOST_BYTES);
    let of_evidence = DefaultBodyLimit::max(uploads::evidence::MOST_BYTES);
    let of_records = DefaultBodyLimit::max(uploads::brought::MOST_BYTES);
    Router::new()
        .route("/import/upload", post(uploads::imports::receive))
        .route("/my/evidence/upload", post(uploads::evidence::receive).layer(of_evidence))
        .route("/verify/upload", post(uploads::passports::receive).layer(of_passport))
        .route("/my/record/upload", post(uploads::brought::receive).layer(of_records))
        .route("/evidence/{id}/file", get(downloads::evidence))
        .route("/my/revalidation.csv", get(downloads::revalidation))
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(app.clone(), same_origin::check))
        .layer(from_fn(telemetry::request))
}

/// Published frameworks: for programs, which bring nothing.
fn for_programs() -> Router<App> {
    let gzip = CompressionLayer::new().quality(CompressionLevel::Fastest);
    case::routes().layer(gzip).layer(from_fn(telemetry::request))
}
