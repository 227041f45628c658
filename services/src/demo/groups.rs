//! The named group of the demonstration, kept by the workforce lead: the integrated teams of all localities, to be asked about together.

use super::cast::WORKFORCE_LEAD;
use super::layout::INTEGRATED;
use super::plan::Plan;
use super::requests::as_person;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::named_groups;
use domain::coverage::named_groups::forms::{AddMember, AddNamedGroup, NamedGroupFields};
use domain::years::Year;

/// Makes the group as of the first day of the year before, so that two years can be compared in it.
pub(super) async fn keep(ctx: &Ctx, plan: &Plan) -> Result<()> {
    let lead = as_person(ctx, plan, WORKFORCE_LEAD).await?;
    let since = Year::of(plan.today).previous().first_day().to_string();
    let teams = plan.places.teams.iter().map(|team| &*team.code);
    let mut members = teams.filter(|code| code.starts_with(INTEGRATED));
    let Some(first) = members.next() else { return Ok(()) };
    let fields = NamedGroupFields {
        code: INTEGRATED.to_owned(),
        name: "Integrated community health teams".to_owned(),
        of: "teams".to_owned(),
        unit: first.to_owned(),
        starts_on: since.clone(),
    };
    let group = named_groups::add(&lead, &AddNamedGroup::parse(&fields)?).await?;
    for code in members {
        named_groups::add_member(&lead, group, &AddMember::parse(code, &since)?).await?;
    }
    Ok(())
}
