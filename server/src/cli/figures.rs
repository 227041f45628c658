//! What the commands for figures share: which posts are counted, and how the answer is written.

use super::{Failure, output};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use domain::codes::{CareLevel, CareSetting};
use domain::coverage::{GroupBy, ItemKind, ScopeKind};
use domain::dates::parse_written;
use serde::Serialize;
use services::coverage::{Ask, lines_as_csv, lines_as_json};

#[derive(Args, Debug)]
pub struct Which {
    /// The day the figures speak of
    #[arg(long, value_parser = parse_written)]
    pub as_at: NaiveDate,
    /// Only posts in or below this area, organisation, team or named group
    #[arg(long = "in")]
    pub within: Option<String>,
    /// Only teams in this care setting
    #[arg(long)]
    setting: Option<CareSetting>,
    /// Only teams at this care level
    #[arg(long)]
    care_level: Option<CareLevel>,
    /// Count bank and locum posts too
    #[arg(long)]
    include_bank: bool,
    #[arg(long, default_value = "csv")]
    pub format: Format,
}

/// What each row of the answer stands for.
#[derive(Args, Debug)]
pub struct Rows {
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

impl Rows {
    /// The question of these rows.
    pub fn ask(&self, which: &Which) -> Ask {
        Ask { group: self.group, ..which.ask(self.scope, self.item) }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    Csv,
    Json,
}

impl Which {
    /// The question: the command line asks about everything that these choose.
    pub fn ask(&self, scope: ScopeKind, item: ItemKind) -> Ask {
        Ask {
            as_at: self.as_at,
            scope,
            item,
            within: self.within.as_deref().map(|code| code.trim().to_owned()),
            setting: self.setting,
            care_level: self.care_level,
            organisation: None,
            strand: None,
            critical_only: false,
            group: None,
            include_bank: self.include_bank,
        }
    }

    /// Writes the answer.
    pub fn print<T: Serialize>(&self, lines: &[T]) -> Result<(), Failure> {
        let out = output::results();
        match self.format {
            Format::Csv => lines_as_csv(lines, out)?,
            Format::Json => lines_as_json(lines, out)?,
        }
        Ok(())
    }
}
