//! Whether files are a return's: untouched since they were written, those that are kept here, and those that today's data would make.

mod differences; // file by file
mod folder; // what somebody hands in
#[cfg(test)]
mod tests;

use super::files::submissions;
use super::kept::contents_as_kept;
use super::pack::{FILES_VERSION, SUBMISSION, Submission, packed, version_of};
use super::{File, contents_of, files};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use differences::differences;
use domain::refusal::Refusal;
use domain::returns::ReturnId;
use folder::{Folder, shown};
use std::path::Path;

/// What was found of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// As its files name it; `None` where they do not say.
    pub id: Option<ReturnId>,
    /// What is wrong with the files by themselves, in sentences: each is as the package lists it, none is missing, there are no more,
    /// and the digest is theirs.
    pub touched: Vec<String>,
    /// How they are not those that are kept here.
    pub unlike_kept: Vec<String>,
    /// How the data as it is now would make others than are kept.
    pub unlike_today: Vec<String>,
    /// Whether they were made by another version of Esteem than those that are kept: then they are others, and nobody need have altered them.
    pub is_of_another_version: bool,
}

impl Verified {
    /// Whether there is nothing to tell.
    pub const fn is_sound(&self) -> bool {
        self.is_genuine() && self.unlike_today.is_empty()
    }

    /// Whether they are the files that were written, whatever has become of the data since.
    pub const fn is_genuine(&self) -> bool {
        self.id.is_some() && self.touched.is_empty() && self.unlike_kept.is_empty()
    }
}

/// Looks at a folder that a return was exported to. It may have been made by anybody.
///
/// # Errors
/// Refuses what is no folder. What is wrong with its files is no error; neither is a return that is not here, or not for the asker.
pub async fn verify(ctx: &Ctx, dir: &Path) -> Result<Verified> {
    let folder = read(dir).await?;
    let mut verified =
        Verified { id: folder.id.clone(), touched: folder.faults.clone(), ..Verified::default() };
    let Some(id) = &folder.id else { return Ok(verified) };
    let kept = match files(ctx, id).await {
        Ok(kept) => kept,
        Err(Error::Refused(Refusal::NotFound(_))) => {
            let id = shown(&id.to_string());
            verified
                .unlike_kept
                .push(format!("{id} is not among the returns here that you may read"));
            return Ok(verified);
        }
        Err(error) => return Err(error),
    };
    let versions = (version_of(&folder.files), version_of(&kept));
    verified.unlike_kept = other_version(versions).into_iter().collect();
    verified.is_of_another_version = !verified.unlike_kept.is_empty();
    verified.unlike_kept.extend(differences(&folder.files, &kept, "among the files that are kept"));
    verified.unlike_kept.extend(unlike_submission(ctx, id, folder.submission.as_ref()).await?);
    verified.unlike_today = unlike_today(ctx, id, &kept).await?;
    Ok(verified)
}

async fn read(dir: &Path) -> Result<Folder> {
    let dir = dir.to_owned();
    let read = tokio::task::spawn_blocking(move || Folder::read(&dir)).await;
    read.map_err(|error| Error::fault("reading a folder", error))?
}

/// Whether the steps that are told were taken; more may have been taken since. One that cannot be read is told of already.
async fn unlike_submission(
    ctx: &Ctx,
    id: &ReturnId,
    told: Option<&Submission>,
) -> Result<Option<String>> {
    let Some(told) = told else { return Ok(None) };
    let kept = submissions(ctx, id).await?;
    let differs = !kept.iter().any(|kept| told.is_continued_by(kept));
    Ok(differs.then(|| format!("{SUBMISSION}: it tells of something else")))
}

/// That files and those that are kept were made by two versions of Esteem; `None` where they were not, or nothing says so.
fn other_version((here, kept): (Option<u32>, Option<u32>)) -> Option<String> {
    let (here, kept) = here.zip(kept).filter(|(here, kept)| here != kept)?;
    Some(format!(
        "They were made by another version of Esteem: files version {here}, and {kept} is kept"
    ))
}

/// What the data as it is now would make. Where it makes nothing any more, that is what is told.
async fn unlike_today(ctx: &Ctx, id: &ReturnId, kept: &[File]) -> Result<Vec<String>> {
    let today = match contents_of(ctx, id).await {
        Ok(contents) => packed(ctx, contents).await?,
        Err(Error::Refused(refusal)) => return Ok(vec![refusal.to_string()]),
        Err(error) => return Err(error),
    };
    let place = "among the files that today's data makes";
    if version_of(kept) == Some(FILES_VERSION) {
        return Ok(differences(kept, &today, place));
    }
    // This version writes the same contents otherwise: what was kept of them is written by it, too.
    let kept = packed(ctx, contents_as_kept(ctx, id).await?).await?;
    Ok(differences(&kept, &today, place))
}
