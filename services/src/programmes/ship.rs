//! A programme that comes with a set: added where none has its code, else left as it is, because people may have changed it.

use super::save::{put_audience, put_outcomes, roles_with, row, step_row};
use super::trained::found;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::Origin;
use domain::frameworks::Level;
use domain::ids::{ProgrammeId, ProgrammeStepId};
use domain::policy::{Action, Resource};
use domain::programmes::forms::{DescribeProgramme, DescribeStep};
use entities::programme;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A step with the level it intends in each competency, by code.
pub(crate) type ShippedStep = (DescribeStep, BTreeMap<String, Level>);

/// Adds a programme that the report names, with its steps. It runs everywhere.
///
/// # Errors
/// Refuses whoever may not bring a set in, and codes that are not in use.
pub(crate) async fn ship(ctx: &Ctx, says: &DescribeProgramme, steps: &[ShippedStep]) -> Result<()> {
    ctx.authorise(Action::PublishFramework, Resource::Installation, "this programme")?;
    let same = programme::Entity::find().filter(programme::Column::Code.eq(&says.code));
    if same.count(ctx.db().read()).await? > 0 {
        return Ok(());
    }
    let facts = ctx.facts().await?;
    let roles = roles_with(&facts, &says.roles)?;
    let change = ctx.change(Touches::Nothing).await?;
    let id = ProgrammeId(Uuid::now_v7());
    let row = row(id, says, None, Origin::NamedInReport);
    row.into_active_model().reset_all().insert(change.tx()).await?;
    put_audience(change.tx(), id, &roles, &says.settings).await?;
    for (position, (says, levels)) in (1..).zip(steps) {
        let step = ProgrammeStepId(Uuid::now_v7());
        let row = step_row(step, id, position, says).into_active_model().reset_all();
        row.insert(change.tx()).await?;
        put_outcomes(change.tx(), step, &found(ctx, &facts, levels)?).await?;
    }
    change.commit(Entry::new("load", "programme", id).after(&says.code)).await
}
