//! `esteem coverage`: exact figures as CSV or JSON.

use super::figures::{Format, Which};
use super::{Failure, output};
use clap::Args;
use domain::coverage::{GroupBy, ItemKind, ScopeKind};
use services::Ctx;
use services::coverage::{self, Ask};

#[derive(Args, Debug)]
pub struct Arguments {
    #[command(flatten)]
    which: Which,
    /// system, place, locality, network, organisation, team, or named_group with --in
    #[arg(long)]
    scope: ScopeKind,
    /// competency, domain or all
    #[arg(long)]
    item: ItemKind,
    /// gpw, esr, profession or role
    #[arg(long)]
    group: Option<GroupBy>,
}

pub async fn run(ctx: &Ctx, arguments: &Arguments) -> Result<(), Failure> {
    let Arguments { which, scope, item, group } = arguments;
    let ask = Ask { group: *group, ..which.ask(*scope, *item) };
    let figures = coverage::read(ctx, &ask).await?;
    let out = output::results();
    match which.format {
        Format::Csv => coverage::csv(&figures, out)?,
        Format::Json => coverage::json(&figures, out)?,
    }
    Ok(())
}
