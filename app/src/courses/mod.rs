//! Courses: what files of competences and certificates name, and which competencies each speaks of.

mod about; // one course
mod api; // server functions
mod list; // all that files have named

pub use about::CoursePage;
pub use list::CoursesPage;

use crate::ui::Crumb;

fn trail() -> Vec<Crumb> {
    vec![Crumb::new("/import", "Import"), Crumb::new("/import/courses", "Courses")]
}
