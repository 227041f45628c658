//! Training packages: drafted by whoever answers for training in an area, read by everybody, with progress that is computed.

mod describe; // what a programme is, for whom, where and when
mod own; // where the reader stands
mod read; // the list, and one programme
mod rows; // how far the audience has come, row by row
mod run; // steps that sessions run
mod save; // rows of tables
mod ship; // a programme that comes with a set
mod steps; // added, worded anew, moved, removed
mod stored; // programmes as they are stored
mod team; // how far the audience in one team has come
mod trained; // the competencies of a step

pub use describe::{change, end, form, start};
pub use own::mine;
pub use read::{ProgrammesAsk, list, programme, to_edit};
pub use rows::rows;
pub(crate) use run::{
    OfferedStep, offered_programme, offered_step, programme_of, step_named, steps_to_run,
};
pub(crate) use ship::ship;
pub use steps::{add_step, change_step, move_step, new_step, remove_step, step};
pub use team::team;
pub(crate) use trained::{by_domain, found};
pub use trained::{competencies, set_competencies};

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::may_in_area_with_id;
use domain::coverage::Facts;
use domain::ids::AreaId;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;

/// Passes everybody with an account.
fn may_read(ctx: &Ctx) -> Result<()> {
    ctx.authorise(Action::ReadProgrammes, Resource::Installation, "this page")
}

/// Whether the asker may draft programmes that run in this area; everywhere where there is none.
fn may_draft_in(ctx: &Ctx, facts: &Facts, area: Option<AreaId>) -> bool {
    may_in_area_with_id(ctx, facts, Action::DraftProgrammes, area)
}

/// # Errors
/// Refuses whoever may not draft programmes that run in this area, as not found.
fn authorise_in(ctx: &Ctx, facts: &Facts, area: Option<AreaId>) -> Result<()> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    if may_draft_in(ctx, facts, area) {
        return Ok(());
    }
    Err(Refusal::not_found("this page").into())
}
