//! The page's own address and what stands in it: filters are query parameters, so that a link carries them.

use crate::error::AppError;
use domain::fields::FieldErrors;
use domain::refusal::Refusal;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map, use_query_map};
use leptos_router::location::Url;

/// A part of the path as the route names it; empty where the route has none.
pub fn path_part(name: &str) -> String {
    use_params_map().read_untracked().get(name).unwrap_or_default()
}

/// An id in the path.
///
/// # Errors
/// What cannot be an id names nothing, so it is not found.
pub fn id_part<I: std::str::FromStr>(name: &str) -> Result<I, AppError> {
    path_part(name).parse().map_err(|_| Refusal::not_found("this page").into())
}

/// One query parameter; empty where the address has none.
pub fn query(name: &str) -> String {
    use_query_map().read_untracked().get(name).unwrap_or_default()
}

/// Every query parameter, in order.
pub fn queries() -> Vec<(String, String)> {
    let query = use_query_map().get_untracked();
    query.into_iter().map(|(name, value)| (name.into_owned(), value)).collect()
}

/// What is wrong with the answers in the page's address, where the page is shown without them: the form above it and the top of the page
/// tell it.
#[derive(Clone, Debug)]
pub struct Wrong(pub FieldErrors);

/// What is wrong with the answers in the address of the page around.
pub fn wrong() -> FieldErrors {
    use_context::<Wrong>().map(|wrong| wrong.0).unwrap_or_default()
}

/// The path alone.
pub fn path() -> String {
    use_location().pathname.get_untracked()
}

/// Path and query: where a form posts to, and where a sign-in comes back to.
pub fn here() -> String {
    let search = use_location().search.get_untracked();
    let search = search.trim_start_matches('?');
    if search.is_empty() { path() } else { format!("{}?{search}", path()) }
}

/// This page's address with another page of its list.
pub fn list_page(page: usize) -> String {
    let page = page.to_string();
    with(&[("page", page.as_str())])
}

/// This page's address with other answers to some of its questions; what is blank is left out.
pub fn with(changes: &[(&str, &str)]) -> String {
    let known = queries();
    let stays = |name: &str| !changes.iter().any(|(changed, _)| *changed == name);
    let kept = known.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let answers: Vec<String> = kept
        .filter(|answer| stays(answer.0))
        .chain(changes.iter().copied())
        .filter(|answer| !answer.1.is_empty())
        .map(|(name, value)| format!("{}={}", Url::escape(name), Url::escape(value)))
        .collect();
    if answers.is_empty() { path() } else { format!("{}?{}", path(), answers.join("&")) }
}

/// A code as a part of a path: as it stands, unless it has letters that a path takes for something else.
pub fn segment(code: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~".contains(letter);
    if code.chars().all(plain) { code.to_owned() } else { Url::escape(code) }
}

/// Where a person signs in to come back to `path`.
pub fn sign_in_then(path: &str) -> String {
    if path == "/" { "/sign-in".to_owned() } else { format!("/sign-in?then={}", Url::escape(path)) }
}
