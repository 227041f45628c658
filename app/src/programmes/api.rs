//! Server functions: read programmes, and how far people have come.

use crate::error::AppError;
use domain::programmes::views::{ComeRows, ComeTeam, MyProgramme, ProgrammeDetail, ProgrammesList};
use leptos::prelude::*;

#[server(endpoint = "programmes")]
pub async fn programmes(words: String, page: usize) -> Result<ProgrammesList, AppError> {
    let ask = services::programmes::ProgrammesAsk { words, page };
    Ok(services::programmes::list(&crate::visit::ctx()?, &ask).await?)
}

#[server(endpoint = "programme")]
pub async fn programme(code: String) -> Result<ProgrammeDetail, AppError> {
    Ok(services::programmes::programme(&crate::visit::ctx()?, &code).await?)
}

#[server(endpoint = "my_programmes")]
pub async fn my_programmes() -> Result<Vec<MyProgramme>, AppError> {
    Ok(services::programmes::mine(&crate::visit::ctx()?).await?)
}

/// `rows` is the code of what a row stands for; what is none means teams.
#[server(endpoint = "programme_rows")]
pub async fn programme_rows(code: String, rows: String, page: usize) -> Result<ComeRows, AppError> {
    let rows = rows.parse().unwrap_or(domain::coverage::ScopeKind::Team);
    Ok(services::programmes::rows(&crate::visit::ctx()?, &code, rows, page).await?)
}

#[server(endpoint = "programme_team")]
pub async fn programme_team(code: String, team: String) -> Result<ComeTeam, AppError> {
    Ok(services::programmes::team(&crate::visit::ctx()?, &code, &team).await?)
}
