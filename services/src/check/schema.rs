//! Whether the database has the shape that this program works with.

use super::Remark;
use crate::ctx::Ctx;
use crate::error::Result;

/// Tells what is missing; whether nothing is.
pub(super) async fn check(ctx: &Ctx, tell: &mut impl FnMut(Remark)) -> Result<bool> {
    let sentence = match migrations::pending(ctx.db().read()).await {
        Ok(pending) if pending.is_empty() => return Ok(true),
        Ok(pending) => format!(
            "the schema is not up to date: {} is missing. Run esteem migrate, then check again.",
            pending.join(", ")
        ),
        Err(cause) => format!(
            "the schema is not one that this esteem knows ({cause}). Use the version that made it, or a later one."
        ),
    };
    tell(Remark::Wrong(sentence));
    Ok(false)
}
