//! The words of a draft: its domains and competencies, added, worded anew, moved and removed.

use super::comments::comments_on;
use super::copying::same;
use super::draft::{Draft, may_edit, may_read, title};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::{CrosswalkRelation, CrosswalkRelation as Is, Origin};
use domain::fields::FieldErrors;
use domain::frameworks::drafting::{CompetencyFields, WordCompetency, WordDomain};
use domain::frameworks::views::{DraftCompetency, DraftDomain, DraftLine};
use domain::ids::{CompetencyId, DomainId};
use domain::refusal::Refusal;
use entities::{
    competency, competency_domain, crosswalk, framework_comment, predecessor, requirement,
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use uuid::Uuid;

/// A domain of a draft with its competencies, to be worded and put in order; an empty one where `code` is none.
///
/// # Errors
/// Refuses unknown codes, versions that are published, and whoever may not draft.
pub async fn domain_of(ctx: &Ctx, number: i32, code: Option<&str>) -> Result<DraftDomain> {
    may_edit(ctx)?;
    let draft = Draft::read_open(ctx.db().read(), number).await?;
    let Some(code) = code else {
        let (code, title, competencies) = (String::new(), String::new(), Vec::new());
        return Ok(DraftDomain { code, title, origin: Origin::Local, competencies });
    };
    let row = draft.domain(code)?;
    let line = |row: &competency::Model| DraftLine {
        code: row.code.clone(),
        title: row.title.clone(),
        open_comments: 0,
    };
    Ok(DraftDomain {
        code: row.code.clone(),
        title: row.title.clone(),
        origin: row.origin,
        competencies: draft.of_domain(row).map(line).collect(),
    })
}

/// Adds a domain at the end, or words the one with the code `was` anew.
///
/// # Errors
/// Refuses a code that another domain has, and versions that are published.
pub async fn word_domain(
    ctx: &Ctx,
    number: i32,
    was: Option<&str>,
    says: &WordDomain,
) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let before = was.map(|code| draft.domain(code)).transpose()?;
    let taken = draft.domains.iter().any(|row| row.code == says.code);
    if taken && before.is_none_or(|row| row.code != says.code) {
        return Err(FieldErrors::one("code", "Another domain of this draft has this code").into());
    }
    let last = draft.domains.iter().map(|row| row.position).max().unwrap_or(0);
    let row = competency_domain::Model {
        id: before.map_or_else(|| DomainId(Uuid::now_v7()), |row| row.id),
        version_id: draft.version.id,
        code: says.code.clone(),
        title: says.title.clone(),
        origin: says.origin,
        position: before.map_or(last + 1, |row| row.position),
    };
    let row = row.into_active_model().reset_all();
    match before {
        Some(_) => row.update(change.tx()).await?,
        None => row.insert(change.tx()).await?,
    };
    change.commit(Entry::new("word domain", "framework_version", number).after(&says.code)).await
}

/// Removes a domain that has no competencies.
///
/// # Errors
/// Refuses while competencies stand in it, and versions that are published.
pub async fn remove_domain(ctx: &Ctx, number: i32, code: &str) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let row = draft.domain(code)?;
    if draft.of_domain(row).next().is_some() {
        let sentence = "Competencies stand in this domain. Move or remove them first.";
        return Err(Refusal::rule("domain-not-empty", sentence).into());
    }
    row.clone().into_active_model().delete(change.tx()).await?;
    change.commit(Entry::new("remove domain", "framework_version", number).after(&code)).await
}

/// A competency of a draft with its comments, to be worded; an empty one in `domain` where `code` is none.
///
/// # Errors
/// Refuses unknown codes, and whoever may neither draft nor publish; an empty one also in versions that are published, and
/// to whoever may not draft.
pub async fn competency_of(
    ctx: &Ctx,
    number: i32,
    code: Option<&str>,
    domain: &str,
) -> Result<DraftCompetency> {
    may_read(ctx)?;
    let draft = if code.is_some() {
        Draft::read(ctx.db().read(), number).await?
    } else {
        may_edit(ctx)?;
        Draft::read_open(ctx.db().read(), number).await?
    };
    let row = code.map(|code| draft.competency(code)).transpose()?;
    let comments = match row {
        Some(row) => comments_on(ctx, &draft, Some(row.id)).await?,
        None => Vec::new(),
    };
    let new = CompetencyFields {
        domain: domain.to_owned(),
        refresh_months: "24".to_owned(),
        ..CompetencyFields::default()
    };
    Ok(DraftCompetency {
        version: title(&draft.version),
        fields: row.map_or(new, |row| fields(&draft, row)),
        domains: draft.domains.iter().map(|d| (d.code.clone(), d.title.clone())).collect(),
        comes_from: row.map(|row| comes_from(&draft, row)).unwrap_or_default(),
        comments,
        is_open: draft.is_open(),
        may_edit: draft.is_open() && may_edit(ctx).is_ok(),
    })
}

fn fields(draft: &Draft, row: &competency::Model) -> CompetencyFields {
    let domain = draft.domains.iter().find(|domain| domain.id == row.domain_id);
    let place = domain.and_then(|d| draft.of_domain(d).position(|other| other.id == row.id));
    let text = |level: &Option<String>| level.clone().unwrap_or_default();
    CompetencyFields {
        code: row.code.clone(),
        domain: domain.map(|d| d.code.clone()).unwrap_or_default(),
        title: row.title.clone(),
        statement: row.statement.clone(),
        strand: row.strand.code().to_owned(),
        refresh_months: row.refresh_months.to_string(),
        rare_event: if row.rare_event { "yes".to_owned() } else { String::new() },
        place: place.map(|at| (at + 1).to_string()).unwrap_or_default(),
        level_1: text(&row.level_1),
        level_2: text(&row.level_2),
        level_3: text(&row.level_3),
        level_4: text(&row.level_4),
        level_5: text(&row.level_5),
    }
}

fn comes_from(draft: &Draft, row: &competency::Model) -> Vec<String> {
    let version = draft.follows.as_ref().map_or(0, |row| row.number);
    let leads = draft.answers.iter().filter(|answer| answer.new_competency_id == Some(row.id));
    let words = |answer: &crosswalk::Model| {
        let old = draft.code_of(answer.old_competency_id)?;
        let again = if answer.asked_again { ", asked again" } else { "" };
        Some(format!(
            "{} in version {version}: {}{again}",
            old,
            answer.relation.label().to_lowercase()
        ))
    };
    leads.filter_map(words).collect()
}

/// Adds a competency, or words the one with the code `was` anew. Where it was said to be the same as an old one whose
/// words it no longer has, that answer is withdrawn, to be given again.
///
/// # Errors
/// Refuses a code that another competency has, unknown domains, and versions that are published.
pub async fn word_competency(
    ctx: &Ctx,
    number: i32,
    was: Option<&str>,
    says: &WordCompetency,
) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let before = was.map(|code| draft.competency(code)).transpose()?;
    let domain = draft.domains.iter().find(|row| row.code == says.domain);
    let domain = domain.ok_or_else(|| FieldErrors::one("domain", "Choose a domain"))?;
    let taken = draft.competencies.iter().any(|row| row.code == says.code);
    if taken && before.is_none_or(|row| row.code != says.code) {
        let message = "Another competency of this draft has this code";
        return Err(FieldErrors::one("code", message).into());
    }
    let row = worded(&draft, before, domain, says);
    let whole = row.clone().into_active_model().reset_all();
    match before {
        Some(_) => whole.update(change.tx()).await?,
        None => whole.insert(change.tx()).await?,
    };
    put_in_order(change.tx(), &draft, &row, says.place).await?;
    if let Some(before) = before {
        ask_whether_same(change.tx(), &draft, before, &row).await?;
    }
    let entry = Entry::new("word competency", "framework_version", number).after(&says.code);
    change.commit(entry).await
}

fn worded(
    draft: &Draft,
    before: Option<&competency::Model>,
    domain: &competency_domain::Model,
    says: &WordCompetency,
) -> competency::Model {
    let [level_1, level_2, level_3, level_4, level_5] = says.levels.clone();
    let last = draft.competencies.iter().map(|row| row.position).max().unwrap_or(0);
    competency::Model {
        id: before.map_or_else(|| CompetencyId(Uuid::now_v7()), |row| row.id),
        version_id: draft.version.id,
        domain_id: domain.id,
        code: says.code.clone(),
        title: says.title.clone(),
        statement: says.statement.clone(),
        strand: says.strand,
        refresh_months: i32::try_from(says.refresh_months).unwrap_or(i32::MAX),
        rare_event: says.rare_event,
        position: before.map_or(last + 1, |row| row.position),
        level_1,
        level_2,
        level_3,
        level_4,
        level_5,
    }
}

/// Counts the positions anew, domain by domain, with one competency at its place.
async fn put_in_order(
    tx: &impl ConnectionTrait,
    draft: &Draft,
    moved: &competency::Model,
    place: Option<usize>,
) -> Result<()> {
    let mut in_order: Vec<&competency::Model> = Vec::new();
    for domain in &draft.domains {
        let others = draft.of_domain(domain).filter(|row| row.id != moved.id);
        let mut own: Vec<&competency::Model> = others.collect();
        if domain.id == moved.domain_id {
            let stays = draft.of_domain(domain).position(|row| row.id == moved.id);
            let at = place.map(|place| place - 1).or(stays).unwrap_or(own.len());
            own.insert(at.min(own.len()), moved);
        }
        in_order.extend(own);
    }
    count_positions(tx, &in_order).await
}

/// Numbers competencies in the order in which they stand here: pages read a domain's together.
pub(super) async fn count_positions(
    tx: &impl ConnectionTrait,
    in_order: &[&competency::Model],
) -> Result<()> {
    for (position, row) in (1..).zip(in_order) {
        if row.position != position {
            let mut changed = (*row).clone().into_active_model();
            changed.position = Set(position);
            changed.update(tx).await?;
        }
    }
    Ok(())
}

/// Whether two competencies say the same to whoever is judged by them.
pub(crate) fn says_the_same(one: &competency::Model, two: &competency::Model) -> bool {
    let words = |row: &competency::Model| {
        let competency::Model {
            title, statement, level_1, level_2, level_3, level_4, level_5, ..
        } = row.clone();
        (title, statement, [level_1, level_2, level_3, level_4, level_5])
    };
    words(one) == words(two) && one.rare_event == two.rare_event
}

async fn ask_whether_same(
    tx: &impl ConnectionTrait,
    draft: &Draft,
    before: &competency::Model,
    now: &competency::Model,
) -> Result<()> {
    for answer in &draft.answers {
        let old = draft.old.iter().find(|row| row.id == answer.old_competency_id);
        let is_same = answer.new_competency_id == Some(now.id)
            && answer.relation == CrosswalkRelation::Same
            && !answer.asked_again;
        if let Some(old) = old.filter(|_| is_same)
            && says_the_same(old, before)
            && !says_the_same(old, now)
        {
            answer.clone().into_active_model().delete(tx).await?;
        }
    }
    Ok(())
}

/// Removes a competency from a draft. An old one that led only to it is retired by that; where it was one part of a
/// split, or others were merged into it, their answers are withdrawn, to be given again.
///
/// # Errors
/// Refuses unknown codes, and versions that are published.
pub async fn remove_competency(ctx: &Ctx, number: i32, code: &str) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let row = draft.competency(code)?;
    let tx = change.tx();
    for answer in draft.answers.iter().filter(|a| a.new_competency_id == Some(row.id)) {
        answer.clone().into_active_model().delete(tx).await?;
        if matches!(answer.relation, Is::Same | Is::Narrower | Is::Wider) {
            let retired = crosswalk::Model {
                relation: Is::Retired,
                new_competency_id: None,
                asked_again: false,
                ..same(draft.version.id, answer.old_competency_id, row.id)
            };
            retired.into_active_model().reset_all().insert(tx).await?;
        }
    }
    let asks = requirement::Column::CompetencyId.eq(row.id);
    requirement::Entity::delete_many().filter(asks).exec(tx).await?;
    let replaced = predecessor::Column::CompetencyId.eq(row.id);
    predecessor::Entity::delete_many().filter(replaced).exec(tx).await?;
    // What was said of it is then said of the whole.
    framework_comment::Entity::update_many()
        .col_expr(framework_comment::Column::CompetencyId, Expr::value(None::<Uuid>))
        .filter(framework_comment::Column::CompetencyId.eq(row.id))
        .exec(tx)
        .await?;
    row.clone().into_active_model().delete(tx).await?;
    change.commit(Entry::new("remove competency", "framework_version", number).after(&code)).await
}
