//! What becomes of each old competency, said by an editor; what a draft asks follows.

use super::copying::same;
use super::draft::{Draft, may_edit, may_read, title};
use super::requirements::start_requirements;
use super::wording::says_the_same;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::CrosswalkRelation;
use domain::fields::FieldErrors;
use domain::frameworks::answering::AnswerOld;
use domain::frameworks::views::{Crosswalk, CrosswalkLine, CrosswalkQuestion};
use domain::ids::CompetencyId;
use domain::refusal::Refusal;
use entities::{competency, crosswalk};
use sea_orm::{ActiveModelTrait, IntoActiveModel, ModelTrait};
use std::collections::BTreeSet;

/// The crosswalk of a version, answer by answer.
///
/// # Errors
/// Refuses unknown numbers, first versions, and whoever may neither draft nor publish.
pub async fn crosswalk(ctx: &Ctx, number: i32) -> Result<Crosswalk> {
    may_read(ctx)?;
    let draft = Draft::read(ctx.db().read(), number).await?;
    let from = draft.follows.as_ref().ok_or_else(|| Refusal::not_found("this crosswalk"))?;
    Ok(Crosswalk {
        version: title(&draft.version),
        from: title(from),
        lines: draft.old.iter().map(|old| line(&draft, old)).collect(),
        open_questions: draft.open_questions(),
    })
}

/// One old competency, to be answered.
///
/// # Errors
/// Refuses unknown codes, and whoever may not draft.
pub async fn crosswalk_of(ctx: &Ctx, number: i32, code: &str) -> Result<CrosswalkQuestion> {
    may_edit(ctx)?;
    let draft = Draft::read(ctx.db().read(), number).await?;
    let old = draft.old_competency(code)?;
    Ok(CrosswalkQuestion {
        version: title(&draft.version),
        line: line(&draft, old),
        statement: old.statement.clone(),
        choices: draft.choices(),
    })
}

fn line(draft: &Draft, old: &competency::Model) -> CrosswalkLine {
    let answers: Vec<&crosswalk::Model> =
        draft.answers.iter().filter(|answer| answer.old_competency_id == old.id).collect();
    let ids = answers.iter().filter_map(|answer| answer.new_competency_id);
    let to: Vec<&competency::Model> =
        ids.filter_map(|id| draft.competencies.iter().find(|row| row.id == id)).collect();
    let relation = answers.first().map(|answer| answer.relation);
    CrosswalkLine {
        code: old.code.clone(),
        title: old.title.clone(),
        relation,
        asked_again: answers.iter().any(|answer| answer.asked_again),
        reworded: relation == Some(CrosswalkRelation::Same)
            && to.iter().any(|new| !says_the_same(old, new)),
        to: to.into_iter().map(|new| (new.code.clone(), new.title.clone())).collect(),
    }
}

/// Says what becomes of an old competency. What the draft asks in the competencies that this touches starts again from
/// the crosswalk.
///
/// # Errors
/// Refuses unknown codes, and versions that are published.
pub async fn answer(ctx: &Ctx, number: i32, code: &str, says: &AnswerOld) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let old = draft.old_competency(code)?;
    let mut to: Vec<Option<CompetencyId>> = Vec::new();
    for code in &says.to {
        let known = draft.competencies.iter().find(|row| row.code == *code);
        let known =
            known.ok_or_else(|| FieldErrors::one("to", "Choose competencies from the list"))?;
        to.push(Some(known.id));
    }
    if to.is_empty() {
        to.push(None);
    }
    let mut touched: BTreeSet<CompetencyId> = to.iter().flatten().copied().collect();
    for before in draft.answers.iter().filter(|answer| answer.old_competency_id == old.id) {
        touched.extend(before.new_competency_id);
        before.clone().delete(change.tx()).await?;
    }
    for new in to {
        let row = crosswalk::Model {
            new_competency_id: new,
            relation: says.relation,
            asked_again: says.asked_again,
            ..same(draft.version.id, old.id, old.id)
        };
        row.into_active_model().reset_all().insert(change.tx()).await?;
    }
    let draft = Draft::open(change.tx(), number).await?;
    let touched: Vec<CompetencyId> = touched.into_iter().collect();
    start_requirements(ctx, change.tx(), &draft, &touched).await?;
    let entry = Entry::new("answer crosswalk", "framework_version", number);
    change.commit(entry.after(&(code, says.relation.code(), &says.to))).await
}
