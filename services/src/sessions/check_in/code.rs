//! The code as the room sees it.

use super::super::locks::hold_session;
use super::super::may_read;
use super::super::stored::Stored;
use super::qr::qr_code;
use super::{SECONDS, code_at, minute, secret_of};
use crate::accounts::Token;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::SessionId;
use domain::sessions::check_in::may_check_in;
use domain::sessions::check_in::views::CodePage;
use entities::check_in_secret;
use sea_orm::{ActiveModelTrait, IntoActiveModel};

/// The code of this minute, while people can check in, and the address that checks in with it, also to scan. `base_url` is where
/// people reach this installation, without a slash at its end.
///
/// # Errors
/// Refuses sessions that the asker neither runs nor leads, as not found.
pub async fn check_in_code(ctx: &Ctx, id: SessionId, base_url: &str) -> Result<CodePage> {
    may_read(ctx)?;
    let facts = ctx.facts().await?;
    let stored = Stored::taught_by(ctx, &facts, ctx.db().read(), id).await?;
    let now = ctx.rule_now();
    let why_not = may_check_in(stored.state(now), stored.slot(), now).err();
    let code = match why_not {
        Some(_) => None,
        None => Some(code_at(&secret(ctx, id).await?, minute(ctx))),
    };
    let to = code.as_ref().map(|code| format!("?code={code}")).unwrap_or_default();
    let link = format!("{base_url}/sessions/{id}/check-in{to}");
    let passed = ctx.now.timestamp().rem_euclid(SECONDS);
    Ok(CodePage {
        id,
        slot: stored.slot(),
        title: stored.row.title,
        qr: code.as_ref().and_then(|_| qr_code(&link)),
        code,
        why_not: why_not.map(|refusal| refusal.to_string()),
        link,
        next_in: u32::try_from(SECONDS - passed).unwrap_or_default(),
    })
}

/// The session's secret, made where there is none yet. It stands in no log.
async fn secret(ctx: &Ctx, id: SessionId) -> Result<String> {
    if let Some(secret) = secret_of(ctx.db().read(), id).await? {
        return Ok(secret);
    }
    let change = ctx.change(Touches::Nothing).await?;
    // Of two who show the first code at once, the second waits and shows the same.
    hold_session(change.tx(), id).await?;
    if let Some(secret) = secret_of(change.tx(), id).await? {
        return Ok(secret);
    }
    let secret = Token::make()?.secret().to_owned();
    let row = check_in_secret::Model { session_id: id, secret: secret.clone(), made_at: ctx.now };
    row.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(Entry::new("show check-in code", "session", id)).await?;
    Ok(secret)
}
