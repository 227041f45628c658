//! `esteem demo`: the demonstration place, and its sign-ins.

use super::{Failure, output};
use crate::settings::Settings;
use clap::Args;
use services::Ctx;
use services::demo::{self, SignIn};
use std::process::{Command, Stdio};

#[derive(Args, Debug)]
pub struct Arguments {
    /// How many people
    #[arg(long, default_value_t = demo::STAFF)]
    staff: u32,
    /// The same seed makes the same place
    #[arg(long, default_value_t = demo::SEED)]
    seed: u64,
}

pub async fn run(ctx: &Ctx, arguments: &Arguments) -> Result<(), Failure> {
    load(ctx, arguments.staff, arguments.seed).await?;
    let password = demo::renew_password(ctx).await?;
    print_sign_ins(&demo::sign_ins(ctx).await?, &password);
    Ok(())
}

async fn load(ctx: &Ctx, staff: u32, seed: u64) -> Result<(), Failure> {
    output::tell(&format!("Making the demonstration place with {staff} people …"));
    // Boxed: it holds everything that a file changes while it waits.
    let loaded = Box::pin(demo::load(ctx, staff, seed)).await?;
    output::tell(&format!(
        "{} people in {} teams, {} judgements, {} requests waiting, {} sessions.",
        loaded.people, loaded.teams, loaded.judgements, loaded.requests, loaded.sessions
    ));
    Ok(())
}

/// The same by a process of its own, so that a server gives back the memory that making two years of history takes.
pub fn load_apart(settings: &Settings) -> Result<(), Failure> {
    let failed = |why: String| Failure(format!("The demonstration could not be loaded: {why}"));
    let mut command =
        std::env::current_exe().map(Command::new).map_err(|e| failed(e.to_string()))?;
    // By the environment, because everybody on a machine can read the words of a command.
    command.arg("demo").env("ESTEEM_DATABASE_URL", &settings.database_url);
    command.envs(settings.today.map(|today| ("ESTEEM_TODAY", today.to_string())));
    let ended = command.stdout(Stdio::null()).status().map_err(|e| failed(e.to_string()))?;
    ended
        .success()
        .then_some(())
        .ok_or_else(|| failed("what stood against it is told above".to_owned()))
}

/// One line an account; the password is made new at every start.
pub fn print_sign_ins(sign_ins: &[SignIn], password: &str) {
    output::print("\nDemonstration sign-ins, all with the password below:");
    for SignIn { name, email, what } in sign_ins {
        output::print(&format!("  {email:<34} {name}: {what}"));
    }
    output::print(&format!("  password: {password}"));
}
