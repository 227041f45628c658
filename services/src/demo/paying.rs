//! The funding scheme of the demonstration, kept by the workforce lead: what is paid to teams that let their people go.

use super::cast::WORKFORCE_LEAD;
use super::layout::PLACE;
use super::plan::Plan;
use super::requests::as_person;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::funding;
use domain::funding::forms::{KeepScheme, SchemeFields};
use domain::years::Year;

/// Adds the scheme, for sessions of the whole place since the year began: £300 for each and £100 for a branch that closes,
/// up to six a year, once somebody of the team has given feedback.
pub(super) async fn add_scheme(ctx: &Ctx, plan: &Plan) -> Result<()> {
    let lead = as_person(ctx, plan, WORKFORCE_LEAD).await?;
    let text = str::to_owned;
    let fields = SchemeFields {
        name: text("Protected learning time"),
        payer: text("The borough commissioning group"),
        area: text(PLACE),
        per_session: text("300"),
        per_branch: text("100"),
        most_a_year: text("6"),
        needs_feedback: text("yes"),
        starts_on: Year::of(plan.today).first_day().to_string(),
        ..SchemeFields::default()
    };
    funding::add(&lead, &KeepScheme::parse(&fields)?).await?;
    Ok(())
}
