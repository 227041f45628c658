//! `esteem keys`: the keys that sign passports, listed, rotated, marked as compromised.

use super::{Failure, output};
use chrono::NaiveDate;
use clap::Subcommand;
use domain::dates::{parse_written, spoken};
use services::Ctx;
use services::passport::{self, KeyLine};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// List every key by its fingerprint, the latest first
    List,
    /// Make a new key and sign with it from now on; what the old one signed can still be checked
    Rotate,
    /// Say that others may have signed with a key from a day on: what it signed from then is not vouched for
    Compromised {
        #[arg(allow_hyphen_values = true)]
        fingerprint: String,
        #[arg(long, value_parser = parse_written)]
        from: NaiveDate,
    },
}

pub async fn run(ctx: &Ctx, command: Command) -> Result<(), Failure> {
    match command {
        Command::List => list(ctx).await,
        Command::Rotate => rotate(ctx).await,
        Command::Compromised { fingerprint, from } => {
            passport::compromised(ctx, &fingerprint, from).await?;
            output::print(&format!(
                "Passports that {fingerprint} signed from {} on are not vouched for. If it is the key in use, make a \
                 new one with esteem keys rotate.",
                spoken(from)
            ));
            Ok(())
        }
    }
}

async fn list(ctx: &Ctx) -> Result<(), Failure> {
    let keys = passport::list(ctx).await?;
    if keys.is_empty() {
        output::print(
            "No key yet: the first is made when the first passport is, or by esteem keys rotate.",
        );
    }
    for key in &keys {
        output::print(&line(key));
    }
    Ok(())
}

fn line(key: &KeyLine) -> String {
    let retired =
        key.retired_on.map_or("in use".to_owned(), |day| format!("retired {}", spoken(day)));
    let compromised = key.compromised_from.map(|day| format!("  compromised from {}", spoken(day)));
    format!(
        "{}  first used {}  {retired}{}",
        key.fingerprint,
        spoken(key.first_used_on),
        compromised.unwrap_or_default()
    )
}

async fn rotate(ctx: &Ctx) -> Result<(), Failure> {
    let rotated = passport::rotate(ctx).await?;
    output::print(&format!("Passports are signed with {} from now on.", rotated.new));
    if let Some(old) = rotated.old {
        output::print(&format!(
            "{old} is retired: its private half is gone from the file, its public half is kept, and what it signed can \
             still be checked."
        ));
    }
    output::print(
        "Back up the key's file, and tell those who trust this installation the new fingerprint.",
    );
    Ok(())
}
