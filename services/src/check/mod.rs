//! `esteem check`: whether what is stored is as it must be, told one thing at a time and without what stands there.

mod references; // what foreign keys cannot say
mod returns; // whether they are what was decided about
mod schema; // whether the database has the shape that this program works with
mod texts; // every free text, held against the guard

use crate::ctx::Ctx;
use crate::error::Result;
use domain::policy::Action;

/// One thing that a check has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// To be mended: where it is, what it is, and how.
    Wrong(String),
    /// To be looked at: nothing says that it is wrong.
    Question(String),
}

/// Checks everything and hands each remark on as it is found, so that a large database takes no more memory than a small
/// one. Where the schema is not this program's, nothing else can be checked.
///
/// # Errors
/// Refuses whoever may not read the log of the installation.
pub async fn check(ctx: &Ctx, tell: &mut (impl FnMut(Remark) + Send)) -> Result<()> {
    ctx.authorise_somewhere(Action::ReadLogs, "this page")?;
    if !schema::check(ctx, tell).await? {
        return Ok(());
    }
    references::check(ctx, tell).await?;
    returns::check(ctx, tell).await?;
    texts::check(ctx, tell).await
}
