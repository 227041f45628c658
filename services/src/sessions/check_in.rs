//! Checking in: the code that the room sees, and whoever enters it.

mod code; // shown to the room
mod enter; // entered by somebody with a seat
mod qr; // scanned by a phone
mod tries; // wrong ones, counted

pub use code::check_in_code;
pub use enter::{CheckedIn, check_in, check_in_page};

use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::SessionId;
use domain::sessions::check_in::code_of;
use entities::check_in_secret;
use sea_orm::{ConnectionTrait, EntityTrait};
use sha2::{Digest, Sha256};

const SECONDS: i64 = 60;

/// The number of this minute. By the real clock: security does not depend on a setting.
fn minute(ctx: &Ctx) -> i64 {
    ctx.now.timestamp().div_euclid(SECONDS)
}

/// The code of a session in a minute.
fn code_at(secret: &str, minute: i64) -> String {
    let digest = Sha256::new_with_prefix(secret.as_bytes()).chain_update(minute.to_be_bytes());
    code_of(&digest.finalize())
}

/// None while the code was never shown.
async fn secret_of(db: &impl ConnectionTrait, session: SessionId) -> Result<Option<String>> {
    let row = check_in_secret::Entity::find_by_id(session).one(db).await?;
    Ok(row.map(|row| row.secret))
}
