//! `esteem forecast`: what coverage may be some days ahead, at the least and at the most.

use super::Failure;
use super::figures::Which;
use clap::Args;
use domain::coverage::forecast::Horizon;
use domain::coverage::{GroupBy, ItemKind, ScopeKind};
use services::Ctx;
use services::coverage::{Ask, forecast_lines};

#[derive(Args, Debug)]
pub struct Arguments {
    #[command(flatten)]
    which: Which,
    /// How many days it looks ahead: 30, 90 or 180
    #[arg(long)]
    days: Horizon,
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
    let Arguments { which, days, scope, item, group } = arguments;
    let ask = Ask { group: *group, ..which.ask(*scope, *item) };
    which.print(&forecast_lines(ctx, &ask, *days).await?)
}
