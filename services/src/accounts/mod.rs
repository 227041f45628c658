//! Accounts: how somebody gets one, signs in with it and signs out everywhere.

mod invitations; // a link that sets a password, once
mod passwords; // what is accepted, and how it is kept
mod sign_ins; // browsers that are signed in
mod tokens; // secrets of 256 bits, kept as hashes

pub use invitations::{Invitation, accept, add, invitation, invite};
pub use passwords::{Password, set_password};
pub use sign_ins::{SIGN_IN_HOURS, actor_of, sign_in, sign_out, sign_out_everywhere};
pub use tokens::Token;

use crate::error::Result;
use chrono::NaiveDate;
use domain::dates::Period;
use domain::fields::FieldErrors;
use domain::policy::{Account, Grant, Scope};
use entities::{account, grant, post_terms};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// The one form in which an address is stored and compared.
///
/// # Errors
/// Returns the message for the field `email` where it cannot be an address.
pub fn email(text: &str) -> std::result::Result<String, FieldErrors> {
    let email = text.trim().to_lowercase();
    let usable = email.len() <= 254
        && !email.chars().any(char::is_whitespace)
        && email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if usable {
        return Ok(email);
    }
    Err(FieldErrors::one("email", "Enter an email address, like name@example.nhs.uk"))
}

/// The account as the policy knows it, with the grants that hold on `day`.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    account: account::Model,
    day: NaiveDate,
) -> Result<Account> {
    let rows =
        grant::Entity::find().filter(grant::Column::AccountId.eq(account.id)).all(db).await?;
    let grants = rows
        .iter()
        .filter(|g| Period::new(Some(g.starts_on), g.ends_on).contains(day))
        .map(|g| Grant { kind: g.kind, scope: scope_of(g) })
        .collect();
    let manages_posts = match account.person_id {
        Some(person) => {
            let named = post_terms::Column::LineManagerId.eq(person);
            post_terms::Entity::find().filter(named).one(db).await?.is_some()
        }
        None => false,
    };
    let account::Model { id, email, person_id: person, .. } = account;
    Ok(Account { id, email, person, grants, manages_posts })
}

/// Where a stored grant applies.
pub(crate) fn scope_of(grant: &grant::Model) -> Scope {
    match (grant.area_id, grant.organisation_id, grant.team_id) {
        (_, _, Some(team)) => Scope::Team(team),
        (_, Some(organisation), None) => Scope::Organisation(organisation),
        (Some(area), None, None) => Scope::Area(area),
        (None, None, None) => Scope::Everywhere,
    }
}
