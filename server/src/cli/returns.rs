//! `esteem return`: the return of a place, step by step; its files, and whether files are still those.

use super::{Failure, output};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use domain::dates::{parse_written, spoken};
use domain::returns::checks::{Check, Concern, Note, Severity, unanswered};
use domain::returns::views::Noted;
use domain::returns::{ReturnId, Step};
use services::Ctx;
use services::returns::{self, Verified};
use std::path::{Path, PathBuf};

#[derive(Args, Debug)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// The account in whose name it is done; otherwise the operator, who may not check, approve or submit
    #[arg(long = "as", global = true)]
    pub as_email: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prepare the return of a place, and print its name; the same data makes nothing new
    Prepare {
        /// The code of the place
        #[arg(long)]
        place: String,
        /// The day the figures speak of
        #[arg(long, value_parser = parse_written)]
        as_at: NaiveDate,
    },
    /// Say that it was checked: what has to be mended is told, and what needs a note
    Check {
        id: ReturnId,
        /// Why something may stand as it is: CHECK:SUBJECT=WORDS, as it was told; once for each
        #[arg(long = "note", value_parser = note)]
        notes: Vec<Note>,
    },
    /// Approve it: by somebody who neither prepared nor checked it
    Approve { id: ReturnId },
    /// Submit it: nothing of it changes any more
    Submit { id: ReturnId },
    /// Correct what was submitted: prepare the next revision, and print its name
    Revise {
        id: ReturnId,
        /// Why it is corrected
        #[arg(long)]
        reason: String,
    },
    /// Write its files into a folder
    Export {
        id: ReturnId,
        /// The folder: empty, or not there yet
        #[arg(long)]
        out: PathBuf,
    },
    /// Say whether the files in a folder are untouched, those that are kept, and those that today's data makes
    Verify { dir: PathBuf },
}

fn note(written: &str) -> Result<Note, String> {
    let parts = written.split_once(':').and_then(|(check, rest)| {
        rest.split_once('=').map(|(subject, words)| (check, subject, words))
    });
    let (check, subject, words) = parts.ok_or("write it like provisional:P1=A new practice")?;
    let check = check.parse::<Check>().map_err(|error| error.to_string())?;
    Ok(Note { check, subject: subject.to_owned(), words: words.to_owned() })
}

pub async fn run(ctx: &Ctx, command: Command) -> Result<(), Failure> {
    match command {
        Command::Prepare { place, as_at } => prepare(ctx, &place, as_at).await,
        Command::Check { id, notes } => check(ctx, &id, notes).await,
        Command::Approve { id } => {
            returns::approve(ctx, &id, &digest(ctx, &id).await?).await?;
            tell_where(&id, Step::Approved);
            Ok(())
        }
        Command::Submit { id } => {
            returns::submit(ctx, &id, &digest(ctx, &id).await?).await?;
            tell_where(&id, Step::Submitted);
            Ok(())
        }
        Command::Revise { id, reason } => {
            output::tell(&format!("Preparing the correction of {id} …"));
            let next = Box::pin(returns::revise(ctx, &id, &reason)).await?;
            tell_prepared(ctx, &next).await
        }
        Command::Export { id, out } => {
            returns::export(ctx, &id, &out).await?;
            let out = out.display();
            output::print(&format!(
                "{id} is in {out}. To check the files: esteem return verify {out}"
            ));
            Ok(())
        }
        Command::Verify { dir } => verify(ctx, &dir).await,
    }
}

async fn prepare(ctx: &Ctx, place: &str, as_at: NaiveDate) -> Result<(), Failure> {
    output::tell(&format!("Preparing the return of {place} as at {} …", spoken(as_at)));
    let id = Box::pin(returns::prepare(ctx, place, as_at)).await?;
    tell_prepared(ctx, &id).await
}

/// The name alone is the result; where it stands is for whoever looks on.
async fn tell_prepared(ctx: &Ctx, id: &ReturnId) -> Result<(), Failure> {
    let page = returns::one(ctx, id, 1).await?;
    tell_concerns(&page.concerns, &[]);
    tell_where(id, page.line.stands);
    output::print(&id.to_string());
    Ok(())
}

async fn check(ctx: &Ctx, id: &ReturnId, notes: Vec<Note>) -> Result<(), Failure> {
    let page = returns::one(ctx, id, 1).await?;
    tell_concerns(&page.concerns, &notes);
    returns::check(ctx, id, &page.digest, notes).await?;
    tell_where(id, Step::Checked);
    Ok(())
}

/// Of the files as they stand: a step is about these.
async fn digest(ctx: &Ctx, id: &ReturnId) -> Result<String, Failure> {
    Ok(returns::one(ctx, id, 1).await?.digest)
}

/// What stands against checking it, each with how it is answered.
fn tell_concerns(noted: &[Noted], given: &[Note]) {
    let earlier = noted.iter().map(|Noted { concern, words, .. }| Note {
        check: concern.check,
        subject: concern.subject.clone(),
        words: words.clone(),
    });
    let notes: Vec<Note> = earlier.chain(given.iter().cloned()).collect();
    let concerns: Vec<Concern> = noted.iter().map(|noted| noted.concern.clone()).collect();
    for concern in unanswered(&concerns, &notes) {
        let Concern { severity, check, subject, what, way, who } = concern;
        let (must, who) = (severity.label(), who.label());
        output::tell(&format!("{must}: {what}. {way} ({who})."));
        if *severity == Severity::SayWhy {
            output::tell(&format!("  --note '{check}:{subject}=WORDS'"));
        }
    }
}

fn tell_where(id: &ReturnId, stands: Step) {
    output::tell(&match stands.next() {
        Some(next) => format!("{id} is {stands}; next, {}.", next.to_do()),
        None => format!("{id} is {stands}, and locked."),
    });
}

async fn verify(ctx: &Ctx, dir: &Path) -> Result<(), Failure> {
    let verified = returns::verify(ctx, dir).await?;
    let Verified { id, touched, unlike_kept, unlike_today, .. } = &verified;
    tell_all("The files are not as they were written:", touched);
    tell_all("They are not those that are kept here:", unlike_kept);
    tell_all("Today’s data would answer differently:", unlike_today);
    let id = id.as_ref().map_or_else(String::new, ReturnId::to_string);
    if verified.is_sound() {
        output::print(&format!("{id} is untouched, and today’s data would answer the same."));
        return Ok(());
    }
    Err(Failure(ended(&verified, &id)))
}

/// How it ended where something differs.
fn ended(verified: &Verified, id: &str) -> String {
    if verified.is_genuine() {
        return format!(
            "{id} is untouched, and the data has changed since. Prepare it again or, once it is submitted, revise it."
        );
    }
    if verified.touched.is_empty() && verified.is_of_another_version {
        return format!(
            "{id} was made by another version of Esteem than what is kept here. Export it again."
        );
    }
    "This is not the return as it was exported. Export it again.".to_owned()
}

fn tell_all(head: &str, sentences: &[String]) {
    if sentences.is_empty() {
        return;
    }
    output::tell(head);
    for sentence in sentences {
        output::tell(&format!("  {sentence}"));
    }
}

#[cfg(test)]
mod tests {
    use super::note;

    #[test]
    fn a_note_names_what_it_is_for_and_says_why() {
        let written = note("changed:team/T1/all=A team moved: x=1").unwrap();
        assert_eq!((written.check.code(), written.subject.as_str()), ("changed", "team/T1/all"));
        assert_eq!(written.words, "A team moved: x=1");
        for wrong in ["", "changed", "changed:T1", "changed=T1", "nothing:T1=words"] {
            assert!(note(wrong).is_err(), "{wrong}");
        }
    }
}
