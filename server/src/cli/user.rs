//! `esteem user add`: the first administrator, and anybody who is to be invited without a page.

use super::{Failure, output};
use crate::settings::Settings;
use clap::Subcommand;
use domain::codes::GrantKind;
use services::{Ctx, accounts, grants};
use std::io::Read;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make an account with a grant and print its invitation link
    Add {
        email: String,
        /// administrator, workforce_lead, assessor, …
        #[arg(long)]
        grant: GrantKind,
        /// The code of the area, organisation or team the grant is for; everywhere without it
        #[arg(long = "in")]
        place: Option<String>,
        /// Read a password from standard input instead of printing a link
        #[arg(long)]
        password_stdin: bool,
    },
}

pub async fn run(ctx: &Ctx, settings: &Settings, command: Command) -> Result<(), Failure> {
    let Command::Add { email, grant, place, password_stdin } = command;
    // Judged before anything is kept: an account whose password was refused would stay with its grant.
    let password = if password_stdin { Some(typed_password(&email)?) } else { None };
    let place = grants::find_place(ctx, place.as_deref()).await?;
    let account = accounts::add(ctx, &email, None).await?;
    grants::give(ctx, account, grant, place).await?;
    if let Some(password) = password {
        accounts::set_password(ctx, account, password).await?;
        output::tell(&format!("{email} can sign in at {}/sign-in.", settings.base_url));
        return Ok(());
    }
    let token = accounts::invite(ctx, account).await?;
    output::print(&format!("{}/invitation/{}", settings.base_url, token.secret()));
    output::tell(
        "The link works once, for 7 days. Give it to them in a way that only they can read.",
    );
    Ok(())
}

fn typed_password(email: &str) -> Result<accounts::Password, Failure> {
    let mut typed = String::new();
    std::io::stdin()
        .read_to_string(&mut typed)
        .map_err(|e| Failure(format!("cannot read the password: {e}")))?;
    let typed = typed.trim_end_matches(['\r', '\n']);
    accounts::Password::parse(typed, typed, email).map_err(|errors| Failure(errors.to_string()))
}
