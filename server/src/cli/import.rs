//! `esteem import`: checks a whole file, says everything that is wrong with it, then merges it or nothing.

use super::{Failure, output};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use domain::dates::parse_written;
use domain::imports::{Kind, Options, Report, SamePerson, Tally};
use services::imports::{self, Progress, Source, Watch};
use services::{Ctx, reference};
use std::io::IsTerminal;
use std::path::PathBuf;

#[derive(Args, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Arguments {
    /// areas, organisations, teams, roles, framework, requirements, staff, judgements, esr-competences, certificates,
    /// sessions, attendance, local-measures, ods, ods-pcn, or set
    what: What,
    /// The file; for `set`, its name: tower-hamlets
    file: PathBuf,
    /// Change nothing, and print what would change
    #[arg(long)]
    dry_run: bool,
    /// From which day changed dated facts hold; today without it
    #[arg(long, value_parser = parse_written)]
    as_at: Option<NaiveDate>,
    /// The account in whose name it is done; otherwise the operator
    #[arg(long = "as")]
    pub as_email: Option<String>,
    /// Whether the same e-mail or registration number under two employee numbers is one person
    #[arg(long, value_enum)]
    same_person: Option<Same>,
    /// The staff file is the whole truth for the organisations in it: posts it does not name have ended
    #[arg(long)]
    complete: bool,
    /// The framework file becomes a draft, where none is open: nothing that is in use changes
    #[arg(long)]
    draft: bool,
    /// The rows of people who are not on record are left out of a file of competences or certificates, and counted
    #[arg(long)]
    leave_out_unknown: bool,
}

/// A kind of file, or the set that ships.
#[derive(Clone, Copy, Debug)]
enum What {
    File(Kind),
    Set,
}

impl std::str::FromStr for What {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "set" {
            return Ok(Self::Set);
        }
        text.replace('-', "_")
            .parse()
            .map(Self::File)
            .map_err(|e: domain::codes::UnknownCode| e.to_string())
    }
}

impl Arguments {
    /// What was asked together and cannot be.
    pub fn fault(&self) -> Option<String> {
        let about_a_file =
            self.dry_run || self.complete || self.as_at.is_some() || self.same_person.is_some();
        if self.draft && !matches!(self.what, What::File(Kind::Framework)) {
            return Some("Only a framework file can become a draft.".to_owned());
        }
        if self.leave_out_unknown && !matches!(self.what, What::File(kind) if kind.is_evidence()) {
            let sentence =
                "Only esr-competences and certificates can leave out people who are not on record.";
            return Some(sentence.to_owned());
        }
        (matches!(self.what, What::Set) && about_a_file).then(|| {
            "The set that ships takes no options but --as. It can be imported again at any time: what is there \
             already stays as it is."
                .to_owned()
        })
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Same {
    Join,
    Separate,
}

pub async fn run(ctx: &Ctx, arguments: &Arguments) -> Result<(), Failure> {
    let kind = match arguments.what {
        What::Set => return load_set(ctx, arguments).await,
        What::File(kind) => kind,
    };
    let options = Options {
        same_person: arguments.same_person.map(|same| match same {
            Same::Join => SamePerson::Join,
            Same::Separate => SamePerson::Separate,
        }),
        complete: arguments.complete,
        draft: arguments.draft,
        leave_out_unknown: arguments.leave_out_unknown,
        ..Options::at(arguments.as_at.unwrap_or(ctx.today))
    };
    let source = Source::Path(arguments.file.clone());
    let watch = shown_progress();
    let checked = imports::check(ctx, kind, &source, &options, &watch).await?;
    tell_report(&checked.report)?;
    if arguments.dry_run {
        print_tallies(&checked.report.tallies, "would be");
        for example in &checked.report.examples {
            output::print(&format!("  {}", example.sentence));
        }
        return Ok(());
    }
    let outcome = imports::keep(ctx, checked, &watch).await?;
    print_tallies(&outcome.tallies, "");
    Ok(())
}

async fn load_set(ctx: &Ctx, arguments: &Arguments) -> Result<(), Failure> {
    if arguments.file.as_os_str() != "tower-hamlets" {
        return Err(Failure("The set that ships is called tower-hamlets.".to_owned()));
    }
    for outcome in reference::load(ctx, &shown_progress()).await? {
        print_tallies(&outcome.tallies, "");
    }
    Ok(())
}

/// Says everything that stands against the file.
fn tell_report(report: &Report) -> Result<(), Failure> {
    if !report.unknown_columns.is_empty() {
        output::tell(&format!("Columns passed over: {}", report.unknown_columns.join(", ")));
    }
    for line in &report.left_out {
        output::tell(&format!("Left out: {line}"));
    }
    for line in &report.assumed {
        output::tell(&format!("Not said: {line}"));
    }
    for doubt in &report.doubts.listed {
        output::tell(&format!("Perhaps about a patient: {doubt}"));
    }
    if report.doubts.more > 0 {
        output::tell(&format!("… and {} more", report.doubts.more));
    }
    if report.is_clear() {
        return Ok(());
    }
    for fault in &report.faults.listed {
        output::tell(&fault.to_string());
    }
    if report.faults.more > 0 {
        output::tell(&format!("… and {} more", report.faults.more));
    }
    for question in &report.questions {
        output::tell(&format!("The same person? {question}"));
    }
    let next = if report.faults.is_empty() {
        "Say --same-person join or --same-person separate, or decide pair by pair on the import page."
    } else {
        "Mend the file and import it again."
    };
    Err(Failure(format!("Nothing was imported. {next}")))
}

fn print_tallies(tallies: &[Tally], would: &str) {
    for tally in tallies {
        let Tally { of, new, corrected, dated, unchanged } = tally;
        let would = if would.is_empty() { String::new() } else { format!("{would} ") };
        output::print(&format!(
            "{of}: {new} {would}new, {corrected} {would}corrected, {dated} {would}changed from the date, {unchanged} unchanged"
        ));
    }
}

/// A channel for progress, shown in one line of a terminal and nowhere else.
fn shown_progress() -> Watch {
    let (watch, mut told) = tokio::sync::watch::channel(Progress::default());
    if std::io::stderr().is_terminal() {
        tokio::spawn(async move {
            while told.changed().await.is_ok() {
                let Progress { done, total } = *told.borrow_and_update();
                output::tell_progress(done, total);
                tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            }
        });
    }
    watch
}
