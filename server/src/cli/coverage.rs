//! `esteem coverage`: exact figures as CSV or JSON.

use super::{Failure, output};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use domain::codes::{CareLevel, CareSetting};
use domain::coverage::{GroupBy, ItemKind, ScopeKind};
use domain::dates::parse_written;
use services::Ctx;
use services::coverage::{self, Ask};

#[derive(Args, Debug)]
pub struct Arguments {
    /// The day the figures speak of
    #[arg(long, value_parser = parse_written)]
    as_at: NaiveDate,
    /// system, place, locality, network, organisation, team, or named_group with --in
    #[arg(long)]
    scope: ScopeKind,
    /// competency, domain or all
    #[arg(long)]
    item: ItemKind,
    /// Only posts in or below this area, organisation, team or named group
    #[arg(long = "in")]
    within: Option<String>,
    /// Only teams in this care setting
    #[arg(long)]
    setting: Option<CareSetting>,
    /// Only teams at this care level
    #[arg(long)]
    care_level: Option<CareLevel>,
    /// gpw, esr, profession or role
    #[arg(long)]
    group: Option<GroupBy>,
    /// Count bank and locum posts too
    #[arg(long)]
    include_bank: bool,
    #[arg(long, default_value = "csv")]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Csv,
    Json,
}

pub async fn run(ctx: &Ctx, arguments: &Arguments) -> Result<(), Failure> {
    let ask = Ask {
        as_at: arguments.as_at,
        scope: arguments.scope,
        item: arguments.item,
        within: arguments.within.as_deref().map(|code| code.trim().to_owned()),
        setting: arguments.setting,
        care_level: arguments.care_level,
        // The command line asks about everything.
        organisation: None,
        strand: None,
        critical_only: false,
        group: arguments.group,
        include_bank: arguments.include_bank,
    };
    let figures = coverage::read(ctx, &ask).await?;
    let out = output::results();
    match arguments.format {
        Format::Csv => coverage::csv(&figures, out)?,
        Format::Json => coverage::json(&figures, out)?,
    }
    Ok(())
}
