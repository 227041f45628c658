//! Who acted for somebody else: the holders of the accounts that stand beside what was recorded.

use crate::accounts::OUTSIDER;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::{AccountId, PersonId};
use entities::account;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, BTreeSet};

/// Some accounts, each with whose it is and a name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Actors(BTreeMap<AccountId, (Option<PersonId>, String)>);

impl Actors {
    /// One query, and none for none.
    pub async fn of(
        facts: &Facts,
        db: &impl ConnectionTrait,
        accounts: impl IntoIterator<Item = AccountId>,
    ) -> Result<Self> {
        let accounts: BTreeSet<AccountId> = accounts.into_iter().collect();
        if accounts.is_empty() {
            return Ok(Self::default());
        }
        let of_them = account::Column::Id.is_in(accounts);
        let rows = account::Entity::find().filter(of_them).all(db).await?;
        let named = |row: account::Model| {
            let name = row.person_id.map_or(row.email, |person| facts.name_of(person));
            (row.id, (row.person_id, name))
        };
        Ok(Self(rows.into_iter().map(named).collect()))
    }

    pub fn name(&self, account: AccountId) -> Option<&str> {
        self.0.get(&account).map(|(_, name)| name.as_str())
    }

    /// The same for a reader who may not see accounts: whoever has no staff record is told without their address.
    pub fn name_to(&self, account: AccountId, sees_accounts: bool) -> Option<&str> {
        let (person, name) = self.0.get(&account)?;
        Some(if person.is_some() || sees_accounts { name.as_str() } else { OUTSIDER })
    }

    /// The name of whoever acted for a person; none where they did themselves, or nobody is known to have.
    pub fn for_another(&self, account: Option<AccountId>, whose: PersonId) -> Option<&str> {
        let (person, name) = self.0.get(&account?)?;
        (*person != Some(whose)).then_some(name.as_str())
    }
}
