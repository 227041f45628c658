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
use domain::frameworks::answering::{AnswerOld, starts_again};
use domain::frameworks::views::{AnswerSaved, Crosswalk, CrosswalkLine, CrosswalkQuestion};
use domain::ids::{CompetencyId, CrosswalkId};
use domain::refusal::Refusal;
use entities::{competency, crosswalk};
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, ModelTrait};
use std::collections::BTreeSet;
use uuid::Uuid;

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
        open_questions: if draft.is_open() { draft.open_questions() } else { Vec::new() },
        is_open: draft.is_open(),
        may_edit: draft.is_open() && may_edit(ctx).is_ok(),
    })
}

/// One old competency, to be answered.
///
/// # Errors
/// Refuses unknown codes, versions that are published, and whoever may not draft.
pub async fn crosswalk_of(ctx: &Ctx, number: i32, code: &str) -> Result<CrosswalkQuestion> {
    may_edit(ctx)?;
    let draft = Draft::read_open(ctx.db().read(), number).await?;
    let old = draft.old_competency(code)?;
    Ok(CrosswalkQuestion {
        version: title(&draft.version),
        line: line(&draft, old),
        statement: old.statement.clone(),
        choices: draft.choices(),
    })
}

fn line(draft: &Draft, old: &competency::Model) -> CrosswalkLine {
    let answers = answers(draft, old);
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

/// Says what becomes of an old competency. Where that leads elsewhere than before, what the draft asks there starts again
/// from the crosswalk; everywhere else it stays. The answer that was given already changes nothing.
///
/// # Errors
/// Refuses unknown codes, and versions that are published.
pub async fn answer(ctx: &Ctx, number: i32, code: &str, says: &AnswerOld) -> Result<AnswerSaved> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let old = draft.old_competency(code)?;
    let to = competencies(&draft, &says.to)?;
    let before = answers(&draft, old);
    let led: BTreeSet<CompetencyId> =
        before.iter().filter_map(|answer| answer.new_competency_id).collect();
    if led == to && says_so(&before, says) {
        return Ok(AnswerSaved::Unchanged);
    }
    for answer in before {
        answer.clone().delete(change.tx()).await?;
    }
    put(change.tx(), &same(draft.version.id, old.id, old.id), says, &to).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let again = starts_again(&led, &to);
    let roles = start_requirements(ctx, change.tx(), &draft, &again).await?;
    let entry = Entry::new("answer crosswalk", "framework_version", number);
    change.commit(entry.after(&(code, says.relation.code(), &says.to))).await?;
    Ok(AnswerSaved::Changed(roles))
}

/// What is said of an old competency: a row for each that it leads to.
fn answers<'a>(draft: &'a Draft, old: &competency::Model) -> Vec<&'a crosswalk::Model> {
    draft.answers.iter().filter(|answer| answer.old_competency_id == old.id).collect()
}

/// Whether an answer was given before, in the same words.
fn says_so(before: &[&crosswalk::Model], says: &AnswerOld) -> bool {
    let alike = |answer: &&crosswalk::Model| {
        (answer.relation, answer.asked_again) == (says.relation, says.asked_again)
    };
    !before.is_empty() && before.iter().all(alike)
}

/// What codes of a form stand for in the draft.
fn competencies(draft: &Draft, codes: &[String]) -> Result<BTreeSet<CompetencyId>> {
    let known = |code: &String| draft.competencies.iter().find(|row| row.code == *code);
    let ids = codes.iter().map(|code| known(code).map(|row| row.id));
    let ids: Option<BTreeSet<CompetencyId>> = ids.collect();
    ids.ok_or_else(|| FieldErrors::one("to", "Choose competencies from the list").into())
}

/// Stores an answer: a row for each competency that it leads to, or one that leads nowhere.
async fn put(
    tx: &impl ConnectionTrait,
    like: &crosswalk::Model,
    says: &AnswerOld,
    to: &BTreeSet<CompetencyId>,
) -> Result<()> {
    let nowhere = to.is_empty().then_some(None);
    for new in to.iter().copied().map(Some).chain(nowhere) {
        let row = crosswalk::Model {
            id: CrosswalkId(Uuid::now_v7()),
            new_competency_id: new,
            relation: says.relation,
            asked_again: says.asked_again,
            ..like.clone()
        };
        row.into_active_model().reset_all().insert(tx).await?;
    }
    Ok(())
}
