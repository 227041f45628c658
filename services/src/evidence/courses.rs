//! The courses that files have named, and which competencies each speaks of.

use super::about::say_about;
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::find;
use domain::coverage::Facts;
use domain::evidence::courses::views::{CourseDetail, CourseLine};
use domain::fields::FieldErrors;
use domain::frameworks::version_at;
use domain::ids::{CompetencyId, CourseId, EvidenceItemId};
use domain::judgements::views::Choice;
use domain::paging::Paged;
use domain::policy::Action;
use domain::refusal::Refusal;
use entities::{course, course_about, evidence_about, imported_evidence, judgement_evidence};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::{BTreeSet, HashMap};

/// The courses whose title has `search` in it: first those about nothing, then by title.
///
/// # Errors
/// Refuses whoever brings in nothing about people as not found.
pub async fn courses(ctx: &Ctx, search: &str, page: usize) -> Result<Paged<CourseLine>> {
    ctx.authorise_somewhere(Action::ImportPeople, "this page")?;
    let facts = ctx.facts().await?;
    let by_title = course::Entity::find().order_by_asc(course::Column::Key);
    let rows = by_title.all(ctx.db().read()).await?;
    let said = said(ctx, None).await?;
    let pieces = pieces(ctx, None).await?;
    let search = search.trim().to_lowercase();
    let mut lines: Vec<CourseLine> = rows
        .into_iter()
        .filter(|row| row.key.contains(&search))
        .map(|row| line(&facts, row, &said, &pieces))
        .collect();
    lines.sort_by_key(|line| !line.about.is_empty()); // stable: by title within each
    Ok(Paged::of(lines, page))
}

/// One course, and the competencies of today that it can be said to speak of.
///
/// # Errors
/// As [`courses`]; a course that is not there is not found.
pub async fn course(ctx: &Ctx, id: CourseId) -> Result<CourseDetail> {
    ctx.authorise_somewhere(Action::ImportPeople, "this page")?;
    let facts = ctx.facts().await?;
    let row = course::Entity::find_by_id(id).one(ctx.db().read()).await?;
    let row = row.ok_or_else(|| Refusal::not_found("this course"))?;
    let (said, pieces) = (said(ctx, Some(id)).await?, pieces(ctx, Some(id)).await?);
    let chosen = said.get(&id).into_iter().flatten().filter_map(|id| named(&facts, *id));
    let version = version_at(&facts.versions, ctx.today);
    let offered = facts.competencies.iter().filter(|known| Some(known.version) == version);
    let choice = |known: &domain::coverage::Competency| Choice {
        value: known.code.clone(),
        label: format!("{} ({})", known.title, known.code),
    };
    Ok(CourseDetail {
        chosen: chosen.map(|(code, _)| code).collect(),
        competencies: offered.map(choice).collect(),
        line: line(&facts, row, &said, &pieces),
    })
}

/// Says which competencies a course speaks of. What comes in later is about them; so is what came in about nothing and was
/// never attached to a request.
///
/// # Errors
/// As [`course`]; refuses codes that are not of today's framework.
pub async fn say_about_course(ctx: &Ctx, id: CourseId, codes: &[String]) -> Result<()> {
    ctx.authorise_somewhere(Action::ImportPeople, "this page")?;
    let facts = ctx.facts().await?;
    let about = competencies(ctx, &facts, codes)?;
    // The lock of judgements: nobody attaches a piece meanwhile.
    let change = ctx.change(Touches::Judgements).await?;
    let row = course::Entity::find_by_id(id).one(change.tx()).await?;
    row.ok_or_else(|| Refusal::not_found("this course"))?;
    let of_it = course_about::Column::CourseId.eq(id);
    course_about::Entity::delete_many().filter(of_it).exec(change.tx()).await?;
    let rows = about.iter().map(|competency| course_about::ActiveModel {
        course_id: Set(id),
        competency_id: Set(*competency),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        course_about::Entity::insert_many(rows).exec_without_returning(change.tx()).await?;
        fill_in(&change, id, &about).await?;
    }
    let entry = Entry::new("say what a course is about", "course", id).after(&codes);
    change.commit(entry).await
}

/// Says of the pieces about nothing what the course now speaks of.
async fn fill_in(change: &Change<'_>, id: CourseId, about: &BTreeSet<CompetencyId>) -> Result<()> {
    let something = evidence_about::Entity::find()
        .select_only()
        .column(evidence_about::Column::ItemId)
        .into_query();
    let attached = judgement_evidence::Entity::find()
        .select_only()
        .column(judgement_evidence::Column::ItemId)
        .into_query();
    let free: Vec<EvidenceItemId> = imported_evidence::Entity::find()
        .select_only()
        .column(imported_evidence::Column::ItemId)
        .filter(imported_evidence::Column::CourseId.eq(id))
        .filter(imported_evidence::Column::ItemId.not_in_subquery(something))
        .filter(imported_evidence::Column::ItemId.not_in_subquery(attached))
        .into_tuple()
        .all(change.tx())
        .await?;
    let pairs = free.iter().flat_map(|item| about.iter().map(|id| (*item, *id)));
    let pairs: Vec<_> = pairs.collect();
    say_about(change.tx(), pairs).await
}

fn competencies(ctx: &Ctx, facts: &Facts, codes: &[String]) -> Result<BTreeSet<CompetencyId>> {
    let mut about = BTreeSet::new();
    for code in codes.iter().filter(|code| !code.is_empty()) {
        let (_, competency) = find(ctx, facts, code)
            .map_err(|_| FieldErrors::one("about", "Choose competencies from the list"))?;
        about.insert(competency.id);
    }
    Ok(about)
}

/// What each course is said to speak of; of one, where only that is wanted.
async fn said(ctx: &Ctx, id: Option<CourseId>) -> Result<HashMap<CourseId, Vec<CompetencyId>>> {
    let rows = course_about::Entity::find()
        .apply_if(id, |query, id| query.filter(course_about::Column::CourseId.eq(id)));
    let mut said: HashMap<CourseId, Vec<CompetencyId>> = HashMap::new();
    for row in rows.all(ctx.db().read()).await? {
        said.entry(row.course_id).or_default().push(row.competency_id);
    }
    Ok(said)
}

/// How many pieces came in about each course.
async fn pieces(ctx: &Ctx, id: Option<CourseId>) -> Result<HashMap<CourseId, i64>> {
    use imported_evidence::Column;
    let counted: Vec<(CourseId, i64)> = imported_evidence::Entity::find()
        .apply_if(id, |query, id| query.filter(Column::CourseId.eq(id)))
        .select_only()
        .column(Column::CourseId)
        .column_as(Column::ItemId.count(), "pieces")
        .group_by(Column::CourseId)
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    Ok(counted.into_iter().collect())
}

fn named(facts: &Facts, id: CompetencyId) -> Option<(String, String)> {
    let known = facts.competencies.iter().find(|known| known.id == id)?;
    Some((known.code.clone(), known.title.clone()))
}

fn line(
    facts: &Facts,
    row: course::Model,
    said: &HashMap<CourseId, Vec<CompetencyId>>,
    pieces: &HashMap<CourseId, i64>,
) -> CourseLine {
    let about = said.get(&row.id).into_iter().flatten();
    let mut about: Vec<(String, String)> = about.filter_map(|id| named(facts, *id)).collect();
    about.sort();
    CourseLine {
        about: about.into_iter().map(|(_, title)| title).collect(),
        pieces: pieces.get(&row.id).copied().unwrap_or_default().unsigned_abs(),
        id: row.id,
        title: row.title,
    }
}
