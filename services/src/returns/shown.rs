//! Whether what pages show of a revision is what its files say: for the check of what is stored.

use super::kept::{Summary, read};
use super::pack::{File, unlike_contents};
use crate::error::{Error, Result};
use domain::ids::ReturnRevisionId;
use domain::returns::{Contents, Frozen};
use entities::return_kept;
use sea_orm::{ConnectionTrait, EntityTrait};

/// What differs, in sentences that name the file; one query. What is read is let go again: one revision at a time takes no more memory than
/// the largest of them.
///
/// # Errors
/// Fails when the database does. What cannot be read is told, and is no error.
pub(crate) async fn unlike_files(
    db: &impl ConnectionTrait,
    id: ReturnRevisionId,
    files: Vec<File>,
) -> Result<Vec<String>> {
    let Some(row) = return_kept::Entity::find_by_id(id).one(db).await? else {
        return Ok(vec!["nothing is kept of it that pages could show".to_owned()]);
    };
    let comparing = tokio::task::spawn_blocking(move || compared(&files, row)).await;
    comparing.map_err(|error| Error::fault("comparing a return with its files", error))?
}

fn compared(files: &[File], row: return_kept::Model) -> Result<Vec<String>> {
    let mut told = Vec::new();
    if read::<Frozen>(&row.frozen).is_err() {
        told.push("what later returns are held against cannot be read".to_owned());
    }
    let (summary, contents) = (read::<Summary>(&row.summary), read::<Contents>(&row.contents));
    let (Ok(summary), Ok(contents)) = (summary, contents) else {
        told.push("what pages show of it cannot be read".to_owned());
        return Ok(told);
    };
    if summary.framework != framework_of(&contents) {
        told.push("its page names another framework than its figures".to_owned());
    }
    let Summary { findings, correction, .. } = summary;
    let shown = Contents { recipient: row.recipient, findings, correction, ..contents };
    let unlike = unlike_contents(files, &shown)?.into_iter();
    told.extend(unlike.map(|name| format!("{name} does not say what pages show")));
    Ok(told)
}

/// The framework as a revision's page names it: `Tower Hamlets, version 1`.
pub(super) fn framework_of(contents: &Contents) -> String {
    format!("{}, version {}", contents.framework, contents.stamp.framework_version)
}
