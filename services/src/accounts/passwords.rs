//! Passwords: what is accepted, and how it is kept (argon2id with OWASP's parameters).

use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use domain::fields::FieldErrors;
use domain::ids::AccountId;
use entities::account;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use std::sync::LazyLock;
use tokio::sync::Semaphore;

const LEAST: usize = 12;
const MOST: usize = 128;

/// Hashing takes 19 MiB and tens of milliseconds: two at a time, the others wait their turn.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// A hash nobody's password has: an unknown address takes as long as a wrong password.
static NOBODY: LazyLock<Option<String>> =
    LazyLock::new(|| Some(Argon2::default().hash_password(b"nobody").ok()?.to_string()));

/// A password that may be set.
#[derive(Clone)]
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

impl Password {
    /// # Errors
    /// Returns a message for `password` or `again`: 12 to 128 characters, typed the same twice, not the address.
    pub fn parse(
        password: &str,
        again: &str,
        email: &str,
    ) -> std::result::Result<Self, FieldErrors> {
        let length = password.chars().count();
        let fault = |field, message: &str| Err(FieldErrors::one(field, message));
        if !(LEAST..=MOST).contains(&length) {
            return fault(
                "password",
                "Use between 12 and 128 characters. Three random words work well",
            );
        }
        let first_name = email.split(['@', '.']).next().unwrap_or_default();
        let lower = password.to_lowercase();
        let distinct = lower.chars().collect::<std::collections::BTreeSet<_>>().len();
        if lower.contains(email)
            || lower.trim_matches(char::is_numeric) == first_name
            || distinct < 5
        {
            return fault(
                "password",
                "Choose a password that is harder to guess. Three random words work well",
            );
        }
        if password != again {
            return fault("again", "Type the same password twice");
        }
        Ok(Self(password.to_owned()))
    }

    /// The password as it is kept.
    pub(crate) async fn hash(self) -> Result<String> {
        on_the_side(move || {
            Argon2::default()
                .hash_password(self.0.as_bytes())
                .map(|hash| hash.to_string())
                .map_err(|e| Error::fault("hashing a password", e))
        })
        .await?
    }
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
/// Fails when the account is not there or the database does.
pub async fn set_password(ctx: &Ctx, id: AccountId, password: Password) -> Result<()> {
    let hash = password.hash().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let Some(account) = account::Entity::find_by_id(id).one(change.tx()).await? else {
        return Err(domain::refusal::Refusal::not_found("this account").into());
    };
    let mut account: account::ActiveModel = account.into();
    account.password_hash = Set(Some(hash));
    account.update(change.tx()).await?;
    super::sign_ins::end_all(change.tx(), id, ctx.now).await?;
    change.commit(Entry::new("set password", "account", id)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_long_and_not_the_address() {
        let parse = |p: &str| Password::parse(p, p, "amina.khan@staff.example").is_ok();
        assert!(parse("copper lantern fjord"));
        assert!(!parse("short words") && !parse(&"long ".repeat(30)));
        assert!(!parse("aaaaaaaaaaaaaa") && !parse("amina.khan@staff.example1"));
        assert!(Password::parse("copper lantern fjord", "copper lantern fiord", "a@b.c").is_err());
    }
}
