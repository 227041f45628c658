//! The draft that a file goes into: the one that is open, or one that the file starts.

use super::found::UNTITLED;
use crate::error::Result;
use crate::frameworks::{Draft, begun, carried, open_draft, same, says_the_same};
use crate::imports::check::Check;
use domain::codes::CrosswalkRelation;
use domain::ids::CompetencyId;
use domain::imports::Sort;
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use entities::competency;

pub(super) struct Target {
    pub draft: Draft,
    /// Whether it is kept only with the file.
    pub is_new: bool,
}

impl Target {
    /// None where no draft is open and none is to be started.
    ///
    /// # Errors
    /// Refuses to change one, or to start one, for whoever may not draft.
    pub async fn of(check: &Check<'_>) -> Result<Option<Self>> {
        // A set with a title of its own is a framework, and no part of somebody's draft.
        if check.options.title.is_some() {
            return Ok(None);
        }
        if let Some(draft) = open_draft(check.db()).await? {
            may_change(check, &draft)?;
            return Ok(Some(Self { draft, is_new: false }));
        }
        if !check.options.draft {
            return Ok(None);
        }
        let what = "imports of this kind";
        check.ctx.authorise(Action::DraftFramework, Resource::Installation, what)?;
        Ok(Some(Self { draft: begun(check.db(), UNTITLED).await?, is_new: true }))
    }

    pub const fn is_empty(&self) -> bool {
        self.draft.domains.is_empty() && self.draft.competencies.is_empty()
    }
}

/// Whoever publishes and does not draft has nothing to write into an open draft.
fn may_change(check: &Check<'_>, draft: &Draft) -> Result<()> {
    if may(&check.ctx.actor, Action::DraftFramework, Resource::Installation) {
        return Ok(());
    }
    let sentence = format!(
        "Version {} is being drafted, and a file would go into that draft. Ask a framework editor to bring it in.",
        draft.version.number
    );
    Err(Refusal::rule("draft-open", sentence).into())
}

/// Tells that a draft is started.
pub(super) fn tell_begun(check: &mut Check<'_>, draft: &Draft) {
    let entities::framework_version::Model { number, title, .. } = &draft.version;
    check.report.count("drafts", Sort::New, || format!("version {number}, {title}"));
}

/// What a file says is the same: each old competency with the new one. What the draft asks begins from these.
#[derive(Debug, Default)]
pub(super) struct SameAs(Vec<(CompetencyId, CompetencyId)>);

impl SameAs {
    /// An old competency that nothing was said of yet and that the file words alike is the same.
    pub fn propose(
        &mut self,
        check: &mut Check<'_>,
        draft: &Draft,
        old: Option<&competency::Model>,
        row: &competency::Model,
    ) {
        let alike = old.filter(|old| says_the_same(old, row));
        let open = alike.filter(|old| draft.answers.iter().all(|a| a.old_competency_id != old.id));
        if let Some(old) = open {
            check.plan.answers.add(same(draft.version.id, old.id, row.id));
            self.0.push((old.id, row.id));
        }
    }

    /// Begins what the draft asks, as the crosswalk leads (rules, section 2).
    pub async fn begin_requirements(self, check: &mut Check<'_>) -> Result<()> {
        for row in carried(check.ctx, check.db(), &self.0).await? {
            check.plan.requirements.add(row);
        }
        Ok(())
    }
}

/// Whatever was said to be the same and is no more must be answered again.
pub(super) fn withdraw_same(
    check: &mut Check<'_>,
    draft: &Draft,
    before: &competency::Model,
    row: &competency::Model,
) {
    let leads = draft.answers.iter().filter(|answer| answer.new_competency_id == Some(row.id));
    for answer in leads.filter(|a| a.relation == CrosswalkRelation::Same && !a.asked_again) {
        let old = draft.old.iter().find(|old| old.id == answer.old_competency_id);
        if old.is_some_and(|old| says_the_same(old, before) && !says_the_same(old, row)) {
            check.plan.answers_withdrawn.push(answer.id);
        }
    }
}
