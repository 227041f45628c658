//! Server functions: the courses, one of them, and what it is about.

use crate::error::AppError;
use domain::evidence::courses::views::{CourseDetail, CourseLine};
use domain::ids::CourseId;
use domain::paging::Paged;
use leptos::prelude::*;

#[server(endpoint = "courses")]
pub async fn courses(search: String, page: usize) -> Result<Paged<CourseLine>, AppError> {
    Ok(services::evidence::courses(&crate::visit::ctx()?, &search, page).await?)
}

#[server(endpoint = "course")]
pub async fn course(id: CourseId) -> Result<CourseDetail, AppError> {
    Ok(services::evidence::course(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "say_about_course")]
pub async fn say_about_course(
    id: CourseId,
    #[server(default)] about: Vec<String>,
) -> Result<(), AppError> {
    services::evidence::say_about_course(&crate::visit::ctx()?, id, &about).await?;
    crate::answer::notice("Saved what the course is about");
    crate::answer::go_to("/import/courses");
    Ok(())
}
