//! How passwords are kept (argon2id with OWASP's parameters), checked and changed.

use super::sign_ins::{begin, end_all};
use super::tokens::Token;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use domain::accounts::Password;
use domain::fields::FieldErrors;
use domain::ids::AccountId;
use domain::refusal::Refusal;
use entities::account;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};
use std::sync::LazyLock;
use tokio::sync::Semaphore;

/// Hashing takes 19 MiB and tens of milliseconds: two at a time, the others wait their turn.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// A hash nobody's password has: an unknown address takes as long as a wrong password.
static NOBODY: LazyLock<Option<String>> =
    LazyLock::new(|| Some(Argon2::default().hash_password(b"nobody").ok()?.to_string()));

/// The password as it is kept.
pub(super) async fn hash(password: Password) -> Result<String> {
    on_the_side(move || {
        Argon2::default()
            .hash_password(password.secret().as_bytes())
            .map(|hash| hash.to_string())
            .map_err(|e| Error::fault("hashing a password", e))
    })
    .await?
}

/// Whether `password` is the one behind `hash`; without a hash it takes as long and is wrong.
pub(super) async fn is_right(password: &str, hash: Option<String>) -> Result<bool> {
    let password = password.to_owned();
    on_the_side(move || {
        let known = hash.is_some();
        let Some(hash) = hash.or_else(|| NOBODY.clone()) else { return false };
        let parsed = PasswordHash::new(&hash);
        let matches = parsed.is_ok_and(|parsed| {
            Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok()
        });
        known && matches
    })
    .await
}

/// Runs slow work where it holds up no request.
async fn on_the_side<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _turn = AT_ONCE.acquire().await.map_err(|e| Error::fault("waiting to hash", e))?;
    tokio::task::spawn_blocking(work).await.map_err(|e| Error::fault("hashing a password", e))
}

/// Sets a password without an invitation: for the first administrator, at the command line.
///
/// # Errors
/// Refuses whoever may not manage accounts, and accounts that are not there.
pub async fn set_password(ctx: &Ctx, id: AccountId, password: Password) -> Result<()> {
    super::may_add(ctx)?;
    let hash = hash(password).await?;
    let change = ctx.change(Touches::Nothing).await?;
    save(ctx, change.tx(), id, hash).await?;
    change.commit(Entry::new("set password", "account", id)).await
}

/// Changes the password of whoever is signed in. Every browser is signed out; the token signs this one in again.
///
/// # Errors
/// Refuses where `current` is not the password, and passwords that are not accepted.
pub async fn change_password(
    ctx: &Ctx,
    current: &str,
    password: &str,
    again: &str,
    browser: &str,
) -> Result<Token> {
    let account = ctx.actor.account().ok_or(Refusal::SignInFirst)?;
    let id = account.id;
    let kept = super::find(ctx.db().read(), id).await?.password_hash;
    if !is_right(current, kept).await? {
        return Err(FieldErrors::one("current", "This is not your password now").into());
    }
    let hash = hash(Password::parse(password, again, &account.email)?).await?;
    let change = ctx.change(Touches::Nothing).await?;
    save(ctx, change.tx(), id, hash).await?;
    let sign_in = begin(ctx, change.tx(), id, browser).await?;
    change.commit(Entry::new("change password", "account", id)).await?;
    Ok(sign_in)
}

/// Keeps a new password and ends every sign-in with the old one.
pub(super) async fn save(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    id: AccountId,
    hash: String,
) -> Result<()> {
    let mut account: account::ActiveModel = super::find(tx, id).await?.into();
    account.password_hash = Set(Some(hash));
    account.update(tx).await?;
    end_all(tx, id, ctx.now).await
}
