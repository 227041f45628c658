//! Who asks: nobody, somebody signed in, or the operator at the command line.

use crate::codes::GrantKind;
use crate::ids::{AccountId, AreaId, OrganisationId, PersonId, TeamId};

/// Whoever asks for something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    Nobody,
    Account(Account),
    /// The command line without `--as`. May not check, approve or submit a return.
    Operator,
}

/// Somebody signed in, with the grants that are valid today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    pub email: String,
    pub person: Option<PersonId>,
    pub grants: Vec<Grant>,
    /// Whether any post ever named this person as line manager.
    pub manages_posts: bool,
}

/// A grant that is valid today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    pub kind: GrantKind,
    pub scope: Scope,
}

/// Where a grant applies: there and everywhere below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    Everywhere,
    Area(AreaId),
    Organisation(OrganisationId),
    Team(TeamId),
}

impl Actor {
    pub const fn account(&self) -> Option<&Account> {
        match self {
            Self::Account(account) => Some(account),
            Self::Nobody | Self::Operator => None,
        }
    }

    /// The person who is signed in, where the account belongs to one.
    pub fn person(&self) -> Option<PersonId> {
        self.account()?.person
    }

    pub fn account_id(&self) -> Option<AccountId> {
        self.account().map(|a| a.id)
    }

    /// Whether a grant of this kind is held anywhere.
    pub fn holds(&self, kind: GrantKind) -> bool {
        self.account().is_some_and(|a| a.grants.iter().any(|g| g.kind == kind))
    }

    /// The name that stands in the audit log.
    pub fn name(&self) -> &str {
        match self {
            Self::Nobody => "nobody",
            Self::Operator => "operator",
            Self::Account(account) => &account.email,
        }
    }
}
