//! The courses that lines name: found or added by title, and what somebody said that they are about.

use super::entry::Entry;
use crate::error::Result;
use crate::imports::check::Check;
use domain::evidence::courses::key;
use domain::ids::{CompetencyId, CourseId};
use entities::{course, course_about};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// How many courses about nothing are named; the rest is counted.
const MOST_NAMED: usize = 50;
/// Courses added by one statement.
const AT_ONCE: usize = 5_000;

/// Every course on record.
#[derive(Debug, Default)]
pub(super) struct Courses {
    by_key: HashMap<String, CourseId>,
    about: HashMap<CourseId, Vec<CompetencyId>>,
}

impl Courses {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self> {
        let mut courses = Self::default();
        for row in course::Entity::find().all(db).await? {
            courses.by_key.insert(row.key, row.id);
        }
        for row in course_about::Entity::find().all(db).await? {
            courses.about.entry(row.course_id).or_default().push(row.competency_id);
        }
        Ok(courses)
    }

    /// As [`Courses::load`], once every course of these lines is among them.
    pub async fn with(tx: &impl ConnectionTrait, entries: &[Entry]) -> Result<Self> {
        let known = Self::load(tx).await?;
        let new: BTreeMap<String, &str> = entries
            .iter()
            .map(|entry| (key(&entry.course), entry.course.as_str()))
            .filter(|(key, _)| !known.by_key.contains_key(key))
            .collect();
        if new.is_empty() {
            return Ok(known);
        }
        let rows: Vec<course::ActiveModel> = new
            .into_iter()
            .map(|(key, title)| course::ActiveModel {
                id: Set(CourseId(Uuid::now_v7())),
                title: Set(title.to_owned()),
                key: Set(key),
            })
            .collect();
        for some in rows.chunks(AT_ONCE) {
            let once = OnConflict::column(course::Column::Key).do_nothing().to_owned();
            let insert = course::Entity::insert_many(some.to_vec()).on_conflict(once);
            insert.exec_without_returning(tx).await?;
        }
        Self::load(tx).await
    }

    pub fn id(&self, title: &str) -> Option<CourseId> {
        self.by_key.get(&key(title)).copied()
    }

    /// What somebody said that a course is about.
    pub fn about(&self, title: &str) -> &[CompetencyId] {
        let id = self.id(title);
        id.and_then(|id| self.about.get(&id)).map_or(&[][..], Vec::as_slice)
    }
}

/// Names the courses of which neither the file nor anybody else has said what they are about.
pub(super) async fn tell_unknown(check: &mut Check<'_>, entries: &[Entry]) -> Result<()> {
    let courses = Courses::load(check.db()).await?;
    let mut unknown: BTreeMap<&str, u64> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.about.is_empty()) {
        if courses.about(&entry.course).is_empty() {
            *unknown.entry(entry.course.as_str()).or_default() += 1;
        }
    }
    let more = unknown.len().saturating_sub(MOST_NAMED);
    let named = unknown.into_iter().take(MOST_NAMED);
    check.report.assumed.extend(named.map(|(title, lines)| {
        format!(
            "which competencies the course '{title}' is about ({lines} in the file): none, until somebody says so on \
             the page Courses"
        )
    }));
    if more > 0 {
        check.report.assumed.push(format!("the same of {more} more courses"));
    }
    Ok(())
}
