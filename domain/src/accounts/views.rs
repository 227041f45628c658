//! What pages show of accounts: plain values that cross to the browser. Moments are civil time in London.

use crate::grants::views::GrantLine;
use crate::ids::AccountId;
use crate::people::holds_words;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// An invitation that can still be taken up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    pub email: String,
    pub ends_at: NaiveDateTime,
}

/// Whether somebody can sign in, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountState {
    /// A password is set.
    Active,
    /// The link waits to be taken up.
    Invited {
        until: NaiveDateTime,
    },
    /// There is no password, and no link that works.
    NotInvited,
    Disabled,
}

impl AccountState {
    /// The word or two that a list shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Active => "Can sign in",
            Self::Invited { .. } => "Invited",
            Self::NotInvited => "No working invitation",
            Self::Disabled => "Disabled",
        }
    }
}

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    pub account: AccountId,
    pub email: String,
    /// The name in the staff record that the account is linked to.
    pub person_name: Option<String>,
}

impl Holder {
    /// The name, or the address where the account is not linked to a staff record.
    pub fn name(&self) -> &str {
        self.person_name.as_deref().unwrap_or(&self.email)
    }

    /// Whether every word of `search` stands in the name or the address, in any case.
    pub fn answers_to(&self, search: &str) -> bool {
        let name = self.person_name.as_deref().unwrap_or_default();
        holds_words(&format!("{name} {}", self.email), search)
    }
}

/// One account in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountLine {
    pub holder: Holder,
    pub state: AccountState,
}

/// One account, opened by an administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountDetail {
    pub line: AccountLine,
    pub added_at: NaiveDateTime,
    pub last_seen_at: Option<NaiveDateTime>,
    pub grants: Vec<GrantLine>,
    /// Nobody disables the account they are signed in with.
    pub is_own: bool,
}

/// A browser that is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInLine {
    pub browser: String,
    pub began_at: NaiveDateTime,
    pub last_seen_at: NaiveDateTime,
    /// The browser that asks.
    pub is_this: bool,
}

/// A look at one's own record by somebody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    pub at: NaiveDateTime,
    pub by: String,
}

/// What somebody sees of their own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnAccount {
    pub email: String,
    /// Missing where the account is not linked to a staff record.
    pub person_name: Option<String>,
    pub sign_ins: Vec<SignInLine>,
    pub grants: Vec<GrantLine>,
    pub looks: Vec<Look>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_holder_is_found_by_every_word_of_name_or_address_in_any_case() {
        let holder = Holder {
            account: AccountId(uuid::Uuid::nil()),
            email: "l.nowak@staff.example".into(),
            person_name: Some("Łukasz Nowak".into()),
        };
        assert!(holder.answers_to("łUKASZ now") && holder.answers_to("nowak staff.example"));
        assert!(holder.answers_to("Nowak, łukasz"), "as lists show the name");
        assert!(holder.answers_to("  ") && !holder.answers_to("Łukasz Kowalski"));
    }
}
