//! `esteem cover`: whether each team is covered, domain by domain.

use super::Failure;
use super::figures::Which;
use clap::Args;
use domain::coverage::{ItemKind, ScopeKind};
use services::Ctx;
use services::coverage::cover_lines;

#[derive(Args, Debug)]
pub struct Arguments {
    #[command(flatten)]
    which: Which,
}

pub async fn run(ctx: &Ctx, Arguments { which }: &Arguments) -> Result<(), Failure> {
    which.print(&cover_lines(ctx, &which.ask(ScopeKind::Team, ItemKind::Domain)).await?)
}
