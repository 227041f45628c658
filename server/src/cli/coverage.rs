//! `esteem coverage`: exact figures as CSV or JSON.

use super::figures::{Format, Rows, Which};
use super::{Failure, output};
use clap::Args;
use services::Ctx;
use services::coverage;

#[derive(Args, Debug)]
pub struct Arguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    rows: Rows,
}

pub async fn run(ctx: &Ctx, Arguments { which, rows }: &Arguments) -> Result<(), Failure> {
    let figures = coverage::read(ctx, &rows.ask(which)).await?;
    let out = output::results();
    match which.format {
        Format::Csv => coverage::csv(&figures, out)?,
        Format::Json => coverage::json(&figures, out)?,
    }
    Ok(())
}
