//! Who gets in, and what they are given there: accounts, invitations, sign-ins, grants and sharing.

mod grants; // given and ended, within one's right
mod holders; // accounts added, linked, disabled
mod invitations; // looked at for nothing, taken up once
mod sharing; // levels from a day on
mod sign_ins; // browsers, passwords

use crate::ground::Ground;
use domain::codes::GrantKind;
use domain::ids::AccountId;
use domain::refusal::Refusal;
use entities::audit_entry;
use services::accounts::{self, Password, Token};
use services::{Ctx, Error};

/// Everybody's in these tests.
const PASSWORD: &str = "copper lantern fjord";
const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

impl Ground {
    /// An account that can sign in, with grants, each with the code of its place (empty for everywhere).
    async fn account_of(&self, email: &str, held: &[(GrantKind, &str)]) -> AccountId {
        let operator = self.operator();
        let id = accounts::add(&operator, email, None).await.unwrap();
        for (kind, code) in held {
            let place = services::grants::find_place(&operator, Some(code)).await.unwrap();
            services::grants::give(&operator, id, *kind, place).await.unwrap();
        }
        let password = Password::parse(PASSWORD, PASSWORD, email).unwrap();
        accounts::set_password(&operator, id, password).await.unwrap();
        id
    }

    /// As [`Ground::account_of`], signed in.
    async fn visitor(&self, email: &str, held: &[(GrantKind, &str)]) -> Ctx {
        self.account_of(email, held).await;
        self.again(&self.token_of(email).await).await
    }

    async fn token_of(&self, email: &str) -> Token {
        accounts::sign_in(&self.nobody(), email, PASSWORD, BROWSER).await.unwrap()
    }

    /// The next request of the browser with this token.
    async fn again(&self, token: &Token) -> Ctx {
        self.services.as_actor(accounts::actor_of(&self.nobody(), token).await.unwrap())
    }

    /// How often something was done, as the audit log tells it.
    async fn times_done(&self, action: &str) -> usize {
        let entries = self.all::<audit_entry::Entity>().await;
        entries.iter().filter(|entry| entry.action == action).count()
    }
}

/// The refusal that a use case ended with.
fn refusal<T: std::fmt::Debug>(ended: Result<T, Error>) -> Refusal {
    match ended.unwrap_err() {
        Error::Refused(refusal) => refusal,
        Error::Fault(cause) => panic!("failed: {cause}"),
    }
}

/// The stable code of a rule's refusal; `not found` and the names of fields for the others.
fn code_of<T: std::fmt::Debug>(ended: Result<T, Error>) -> String {
    match refusal(ended) {
        Refusal::Rule { code, .. } => code,
        Refusal::NotFound(_) => "not found".to_owned(),
        Refusal::SignInFirst => "sign in".to_owned(),
        Refusal::Fields(errors) => {
            errors.0.iter().map(|e| e.field.clone()).collect::<Vec<_>>().join(" ")
        }
    }
}
