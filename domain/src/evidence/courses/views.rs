//! What pages show of courses.

use crate::ids::CourseId;
use crate::judgements::views::Choice;
use serde::{Deserialize, Serialize};

/// One course that files have named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseLine {
    pub id: CourseId,
    pub title: String,
    /// The titles of the competencies that it speaks of; none where nobody has said so.
    pub about: Vec<String>,
    /// How many pieces of evidence came in about it.
    pub pieces: u64,
}

/// One course, and the competencies that it can be said to speak of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseDetail {
    pub line: CourseLine,
    pub competencies: Vec<Choice>,
    /// The codes of those that it speaks of already.
    pub chosen: Vec<String>,
}
