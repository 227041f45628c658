//! The training package of the set, in the demonstration: it has run in the whole place for a year.

use super::layout::PLACE;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::programmes;
use domain::dates::months_before;
use domain::programmes::forms::{DescribeProgramme, ProgrammeFields};

/// The code of the package.
const PACKAGE: &str = "TH-SMI";
const MONTHS: u32 = 12;

/// Gives the package its place and its first day.
pub(super) async fn run_a_year(ctx: &Ctx) -> Result<()> {
    let form = programmes::form(ctx, Some(PACKAGE)).await?;
    let from = months_before(ctx.today, MONTHS).to_string();
    let fields = ProgrammeFields { area: PLACE.to_owned(), from, ..form.fields };
    let says = DescribeProgramme::parse(&fields, form.chosen_roles, &form.chosen_settings)?;
    programmes::change(ctx, PACKAGE, &says).await
}
