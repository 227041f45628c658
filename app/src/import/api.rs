//! Server functions: what may be imported, one import, and what is done with it.

use crate::error::AppError;
use domain::ids::ImportId;
use domain::imports::Kind;
use domain::imports::views::{ImportRun as Run, Shape};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the first page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    pub kinds: Vec<Kind>,
    /// What files of these kinds look like, where Esteem says so.
    pub shapes: Vec<Shape>,
    pub runs: Vec<Run>,
    pub today: chrono::NaiveDate,
}

#[server(endpoint = "import_start")]
pub async fn import_start() -> Result<Start, AppError> {
    use services::imports;
    let ctx = crate::visit::ctx()?;
    let runs = imports::runs(&ctx).await?;
    let kinds = imports::kinds(&ctx).await;
    let shapes = kinds.iter().copied().filter_map(imports::shape).collect();
    Ok(Start { kinds, shapes, runs, today: ctx.today })
}

/// It waits a few seconds for work on the file to end, so that most pages show its outcome at once.
#[server(endpoint = "import_run")]
pub async fn import_run(id: ImportId) -> Result<Run, AppError> {
    Ok(services::imports::settled(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "check_again")]
pub async fn check_again(id: ImportId) -> Result<(), AppError> {
    Ok(services::imports::check_uploaded(&crate::visit::ctx()?, id).await?)
}

/// `pairs` holds an answer for each question of the report, by its number.
#[server(endpoint = "keep_import")]
pub async fn keep_import(
    id: ImportId,
    #[server(default)] pairs: BTreeMap<String, String>,
) -> Result<(), AppError> {
    Ok(services::imports::merge_uploaded(&crate::visit::ctx()?, id, &pairs).await?)
}
