//! Network memberships: which network an organisation belongs to, and from which day to which.
//!
//! A blank start is the earliest of all. Both databases take two blanks for different in a unique constraint, so blanks
//! have a partial index of their own.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let network_membership = Table::create()
            .table("network_membership")
            .col(pk_uuid("id"))
            .refers(uuid("organisation_id"), "organisation")
            .refers(uuid("network_id"), "area")
            .col(date_null("starts_on"))
            .col(date_null("ends_on"))
            .unique(&["organisation_id", "network_id", "starts_on"])
            .take();
        let indexes = [
            index("network_membership", &["organisation_id"]),
            index("network_membership", &["network_id"]),
            unique_where_empty(
                "network_membership",
                &["organisation_id", "network_id"],
                "starts_on",
            ),
        ];
        create(manager, network_membership, indexes).await
    }
}
