//! CASE 1.0 for other programs: published frameworks, without a sign-in.

mod answer; // JSON with its digest, and what went wrong in CASE's own words

use crate::App;
use answer::{answer, no_such_address};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use domain::policy::Actor;
use domain::refusal::Refusal;
use http::header::{HeaderName, LINK};
use http::{HeaderMap, HeaderValue, Uri};
use services::case::{self, Addresses};
use services::{Ctx, Error};
use uuid::Uuid;

const TOTAL: HeaderName = HeaderName::from_static("x-total-count");
/// How many documents a page has where nobody says.
const LIMIT: usize = 100;

/// The addresses beneath `/ims/case/v1p0`.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/CFDocuments", get(documents))
        .route("/CFDocuments/{id}", get(document))
        .route("/CFPackages/{id}", get(package))
        .route("/CFItems/{id}", get(item))
        .route("/CFItemAssociations/{id}", get(item_associations))
        .fallback(no_such_address)
}

/// A number in the query; what is none says nothing.
fn asked_number(address: &Uri, name: &str) -> Option<usize> {
    let query = form_urlencoded::parse(address.query().unwrap_or_default().as_bytes());
    query.into_iter().find(|(known, _)| known == name).and_then(|(_, number)| number.parse().ok())
}

/// Nobody in particular: whoever asks, the answer is the same.
fn anybody(app: &App) -> (Ctx, Addresses) {
    (app.services.as_actor(Actor::Nobody), Addresses::of(&app.settings.base_url))
}

/// What is no UUID is the identifier of nothing.
fn identifier(written: &str) -> Result<Uuid, Error> {
    Ok(written.parse().map_err(|_| Refusal::not_found("this identifier"))?)
}

async fn documents(State(app): State<App>, address: Uri, asked: HeaderMap) -> Response {
    let (ctx, at) = anybody(&app);
    let limit = asked_number(&address, "limit").unwrap_or(LIMIT).clamp(1, LIMIT);
    let offset = asked_number(&address, "offset").unwrap_or(0);
    let listed = case::documents(&ctx, &at, limit, offset).await;
    let total = listed.as_ref().map_or(0, |listed| listed.total);
    let mut response = answer(&asked, listed);
    let headers = response.headers_mut();
    headers.insert(TOTAL, HeaderValue::from(total));
    let links = links(&format!("{}/ims/case/v1p0/CFDocuments", at.base()), total, limit, offset);
    if let Ok(links) = HeaderValue::try_from(links) {
        headers.insert(LINK, links);
    }
    response
}

/// The ways to the other pages of the list.
fn links(list: &str, total: usize, limit: usize, offset: usize) -> String {
    let last = total.saturating_sub(1) / limit * limit;
    let next = offset.checked_add(limit).filter(|next| *next < total).map(|next| ("next", next));
    let previous = (offset > 0).then(|| ("prev", offset.saturating_sub(limit)));
    let pages = [Some(("first", 0)), previous, next, Some(("last", last))].into_iter().flatten();
    let links =
        pages.map(|(name, at)| format!("<{list}?limit={limit}&offset={at}>; rel=\"{name}\""));
    links.collect::<Vec<_>>().join(", ")
}

async fn document(State(app): State<App>, Path(id): Path<String>, asked: HeaderMap) -> Response {
    let (ctx, at) = anybody(&app);
    answer(&asked, async { case::document(&ctx, &at, identifier(&id)?).await }.await)
}

async fn package(State(app): State<App>, Path(id): Path<String>, asked: HeaderMap) -> Response {
    let (ctx, at) = anybody(&app);
    answer(&asked, async { case::package(&ctx, &at, identifier(&id)?).await }.await)
}

async fn item(State(app): State<App>, Path(id): Path<String>, asked: HeaderMap) -> Response {
    let (ctx, at) = anybody(&app);
    answer(&asked, async { case::item(&ctx, &at, identifier(&id)?).await }.await)
}

async fn item_associations(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: HeaderMap,
) -> Response {
    let (ctx, at) = anybody(&app);
    answer(&asked, async { case::item_associations(&ctx, &at, identifier(&id)?).await }.await)
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn a_page_leads_to_those_around_it() {
        let pages = links("http://e/l", 5, 2, 2);
        let wanted = "<http://e/l?limit=2&offset=0>; rel=\"first\", <http://e/l?limit=2&offset=0>; rel=\"prev\", \
                      <http://e/l?limit=2&offset=4>; rel=\"next\", <http://e/l?limit=2&offset=4>; rel=\"last\"";
        assert_eq!(pages, wanted);
        assert!(!links("http://e/l", 2, 2, 0).contains("next"));
        assert!(links("http://e/l", 0, 2, 0).ends_with("offset=0>; rel=\"last\""));
    }
}
