//! Other employee numbers: the numbers a person had before, or has elsewhere, so that files find them.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let other_employee_number = Table::create()
            .table("other_employee_number")
            .refers(uuid("person_id"), "person")
            .col(text("employee_number"))
            .key(&["person_id", "employee_number"])
            .take();
        let indexes = [index("other_employee_number", &["employee_number"])];
        create(manager, other_employee_number, indexes).await
    }
}
