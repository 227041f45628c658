//! `esteem forecast`: what coverage may be some days ahead, at the least and at the most.

use super::Failure;
use super::figures::{Rows, Which};
use clap::Args;
use domain::coverage::forecast::Horizon;
use services::Ctx;
use services::coverage::forecast_lines;

#[derive(Args, Debug)]
pub struct Arguments {
    #[command(flatten)]
    which: Which,
    /// How many days it looks ahead: 30, 90 or 180
    #[arg(long)]
    days: Horizon,
    #[command(flatten)]
    rows: Rows,
}

pub async fn run(ctx: &Ctx, arguments: &Arguments) -> Result<(), Failure> {
    let Arguments { which, days, rows } = arguments;
    which.print(&forecast_lines(ctx, &rows.ask(which), *days).await?)
}
