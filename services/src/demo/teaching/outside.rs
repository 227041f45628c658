//! Somebody from elsewhere leads simulations too, as the psychiatrist who plans them says.

use super::super::cast::PSYCHIATRIST;
use super::super::plan::Plan;
use super::super::requests::as_person;
use super::Taught;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions;
use domain::sessions::forms::AddLead;
use entities::session;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Those who come from elsewhere, with the organisation; the second leads from lived experience.
const OUTSIDE: [(&str, &str, bool); 2] = [
    ("Helen Marsh", "Riverside ambulance service", false),
    ("Joseph Adeyinka", "The service users’ forum", true),
];

/// Adds one of them to each simulation to come.
pub(in super::super) async fn lead_from_outside(
    ctx: &Ctx,
    plan: &Plan,
    taught: &Taught,
) -> Result<()> {
    let psychiatrist = as_person(ctx, plan, PSYCHIATRIST).await?;
    let named = session::Column::Code.is_in(taught.simulations.iter().map(String::as_str));
    let mut simulations = session::Entity::find().filter(named).all(ctx.db().read()).await?;
    simulations.sort_by(|one, other| one.code.cmp(&other.code));
    for (row, (name, organisation, lived_experience)) in
        simulations.iter().zip(OUTSIDE.iter().cycle())
    {
        let lead = AddLead::Other {
            name: (*name).to_owned(),
            organisation: (*organisation).to_owned(),
            professional: false,
            lived_experience: *lived_experience,
        };
        sessions::add_lead(&psychiatrist, row.id, &lead).await?;
    }
    Ok(())
}
