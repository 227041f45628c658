//! People: known by their number at their employer, with or without an account.
//!
//! Where a file names no employer the number alone must be unique, which a partial index says: an ordinary unique
//! constraint takes two missing employers for different. Neither e-mail nor registration number is unique, because one
//! person may hold two employee numbers until somebody joins them.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let person = Table::create()
            .table("person")
            .col(pk_uuid("id"))
            .refers(uuid_null("employer_id"), "organisation")
            .col(text("employee_number"))
            .col(text("first_name"))
            .col(text("last_name"))
            .col(text_null("work_email"))
            .col(text_null("professional_registration_number"))
            .unique(&["employer_id", "employee_number"])
            .take();
        let indexes = [
            unique_where_empty("person", &["employee_number"], "employer_id"),
            index("person", &["work_email"]),
            index("person", &["professional_registration_number"]),
            index("person", &["last_name"]),
        ];
        create(manager, person, indexes).await
    }
}
