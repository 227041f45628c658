//! `esteem change`: why one figure is another than on an earlier day, part by part.

use super::Failure;
use super::figures::Which;
use chrono::NaiveDate;
use clap::Args;
use domain::coverage::views::Measure;
use domain::coverage::{ItemKind, ScopeKind};
use domain::dates::parse_written;
use services::Ctx;
use services::coverage::{ChangeAsk, change_lines};

#[derive(Args, Debug)]
pub struct Arguments {
    #[command(flatten)]
    which: Which,
    /// The earlier day
    #[arg(long, value_parser = parse_written)]
    since: NaiveDate,
    /// A domain or competency by its code; everything asked where none is named
    #[arg(long)]
    item_code: Option<String>,
}

impl Arguments {
    /// What was not said and must be.
    pub fn fault(&self) -> Option<String> {
        let message = "Say whose figure it is with --in and the code of an area, organisation, team or named group";
        self.which.within.is_none().then(|| message.to_owned())
    }
}

pub async fn run(ctx: &Ctx, arguments: &Arguments) -> Result<(), Failure> {
    let Arguments { which, since, item_code } = arguments;
    let asked = ChangeAsk {
        // Which unit it is says of what kind it is, and the item of which.
        ask: which.ask(ScopeKind::Team, ItemKind::All),
        item: item_code.clone(),
        compared_with: Some(*since),
        measure: Measure::Requirements,
        answer: None,
    };
    which.print(&change_lines(ctx, asked).await?)
}
