//! Which competencies a course speaks of, as somebody who brings files in has said.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let course_about = Table::create()
            .table("course_about")
            .refers(uuid("course_id"), "course")
            .refers(uuid("competency_id"), "competency")
            .key(&["course_id", "competency_id"])
            .take();
        create(manager, course_about, []).await
    }
}
