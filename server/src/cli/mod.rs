//! The command line: reads it, runs one use case, and says how it ended by words and exit status.

mod change; // esteem change
mod check; // esteem check
mod cover; // esteem cover
mod coverage; // esteem coverage
mod demo; // esteem demo
mod figures; // what the commands for figures share
mod forecast; // esteem forecast
mod import; // esteem import
mod keys; // esteem keys
mod load; // esteem load
mod output; // the one place that writes to the terminal
mod returns; // esteem return
mod serve; // esteem serve
mod user; // esteem user add

use crate::papers;
use crate::settings::Settings;
use clap::{Parser, Subcommand};
use domain::policy::Actor;
use services::accounts;
use services::clock::Clock;
use services::db::Db;
use services::{Ctx, Services};
use std::process::ExitCode;
use std::time::Duration;
use tokio::time::timeout;

/// How long a command that has ended waits for the database to put its file in order.
const FAREWELL: Duration = Duration::from_secs(10);

/// Workforce competency and training tracking for mental health skills.
#[derive(Debug, Parser)]
#[command(name = "esteem", version, about)]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Migrate, then serve
    Serve(serve::Arguments),
    /// Bring the database's schema up to date
    Migrate,
    /// Load the demonstration place into an empty database
    Demo(demo::Arguments),
    /// Bring in a file, or the set that ships
    Import(import::Arguments),
    /// Check the schema, references and every free text; exit status 1 where anything is wrong
    Check,
    /// Print coverage figures, exact, to standard output
    Coverage(coverage::Arguments),
    /// Print whether teams are covered, domain by domain
    Cover(cover::Arguments),
    /// Print what coverage may be in 30, 90 or 180 days
    Forecast(forecast::Arguments),
    /// Print why a figure is another than on an earlier day; --in names its area, organisation, team or named group
    Change(change::Arguments),
    /// Print what confirming asks of assessors in a year, and who is missing
    Load(load::Arguments),
    /// Prepare, check, approve, submit and correct the return of a place; export its files, and verify them
    Return(returns::Arguments),
    /// The keys that sign passports
    #[command(subcommand)]
    Keys(keys::Command),
    /// Accounts
    #[command(subcommand)]
    User(user::Command),
}

/// How a command ended badly: it says what, where and how to mend it.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(String);

impl From<services::Error> for Failure {
    fn from(error: services::Error) -> Self {
        Self(error.to_string())
    }
}

/// Runs the command line. Exit status 0: done; 1: the input or the data is wrong; 2: wrong usage.
pub fn run() -> ExitCode {
    // A missing .env file is the usual case.
    let _ = dotenvy::dotenv();
    let cli = Cli::parse();
    let mut faults = cli.settings.faults();
    faults.extend(match &cli.command {
        Command::Import(arguments) => arguments.fault(),
        Command::Change(arguments) => arguments.fault(),
        _ => None,
    });
    if !faults.is_empty() {
        output::tell(&faults.join("\n"));
        return ExitCode::from(2);
    }
    let ended = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|e| Failure(format!("cannot start: {e}")))
        .and_then(|runtime| runtime.block_on(run_command(cli)));
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::tell(&failure.to_string());
            ExitCode::from(1)
        }
    }
}

async fn run_command(cli: Cli) -> Result<(), Failure> {
    let settings = cli.settings;
    let db = Db::connect(&settings.database_url).await?;
    // A check tells what is there, and changes nothing.
    if !matches!(cli.command, Command::Check) {
        db.migrate().await?;
    }
    let services = Services::new(db.clone(), Clock::new(settings.today))
        .issuing(settings.issuing())
        .papers(papers());
    let ended = Box::pin(obey(cli.command, services, settings)).await;
    // Work in the background may still hold a connection; what it has not committed never happened.
    let _ = timeout(FAREWELL, db.close()).await;
    ended
}

async fn obey(command: Command, services: Services, settings: Settings) -> Result<(), Failure> {
    match command {
        Command::Serve(arguments) => serve::run(services, settings, arguments).await,
        Command::Migrate => Ok(()),
        Command::Demo(arguments) => demo::run(&operator(&services), &arguments).await,
        Command::Import(arguments) => {
            let ctx = acting_as(&services, arguments.as_email.as_deref()).await?;
            import::run(&ctx, &arguments).await
        }
        Command::Check => check::run(&operator(&services)).await,
        Command::Coverage(arguments) => coverage::run(&operator(&services), &arguments).await,
        Command::Cover(arguments) => cover::run(&operator(&services), &arguments).await,
        Command::Forecast(arguments) => forecast::run(&operator(&services), &arguments).await,
        Command::Change(arguments) => change::run(&operator(&services), &arguments).await,
        Command::Load(arguments) => load::run(&operator(&services), &arguments).await,
        Command::Return(arguments) => {
            let ctx = acting_as(&services, arguments.as_email.as_deref()).await?;
            returns::run(&ctx, arguments.command).await
        }
        Command::Keys(command) => keys::run(&operator(&services), command).await,
        Command::User(command) => user::run(&operator(&services), &settings, command).await,
    }
}

/// The command line without `--as`.
fn operator(services: &Services) -> Ctx {
    services.as_actor(Actor::Operator)
}

/// The command line in the name of an account, or the operator.
async fn acting_as(services: &Services, email: Option<&str>) -> Result<Ctx, Failure> {
    let operator = operator(services);
    match email {
        None => Ok(operator),
        Some(email) => Ok(services.as_actor(accounts::actor_with(&operator, email).await?)),
    }
}
