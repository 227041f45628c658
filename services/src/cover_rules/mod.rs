//! Cover rules: how many people of a team must hold what; read, added, changed from a day on, ended.

mod form; // what the forms offer
mod keep; // added, changed, ended, taken back, removed
mod list; // all rules, and what holds where there is none
mod words; // whose cover a rule is about, and in what

pub use form::{change_form, new_form};
pub use keep::{add, change, end, remove, undo};
pub use list::list;
pub(crate) use words::whose_in_words;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::{may_in_area, may_in_team};
use domain::coverage::Facts;
use domain::coverage::cover::{Rule, Whose};
use domain::ids::CoverRuleId;
use domain::policy::Action;
use domain::refusal::Refusal;

/// Whether the asker keeps rules for these teams.
pub(crate) fn may_keep(ctx: &Ctx, facts: &Facts, whose: Whose) -> bool {
    match whose {
        Whose::Team(team) => may_in_team(ctx, facts, Action::KeepCover, team),
        Whose::Setting { area, .. } => may_in_area(ctx, facts, Action::KeepCover, area),
    }
}

/// A rule that the asker keeps.
///
/// # Errors
/// Refuses every other as not found.
fn kept<'a>(ctx: &Ctx, facts: &'a Facts, id: CoverRuleId) -> Result<&'a Rule> {
    ctx.authorise_somewhere(Action::KeepCover, "this page")?;
    let rule = facts.cover_rules.iter().find(|rule| rule.id == id);
    let rule = rule.filter(|rule| may_keep(ctx, facts, rule.whose));
    rule.ok_or_else(|| Refusal::not_found("this rule").into())
}
