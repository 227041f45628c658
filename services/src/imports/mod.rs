//! Files that are brought in: checked whole without holding anybody up, then merged in one transaction or not at all.

mod cells; // what a cell says
mod changes; // what differs, in words
mod check; // one check in the making
mod columns; // where each column stands
mod group_codes; // what named groups are called
mod known; // what is on record under a code
mod lines; // the lines of a file
mod merge; // one transaction
mod own; // what somebody sees of those they brought in
mod progress; // how far it has come
mod records; // from bytes to records
mod register; // whom an employee number means
mod row; // one row, and what was wrong with it
mod runs; // which file was brought in when, by whom
mod shapes; // what a file of each kind looks like
mod sheets; // workbooks
mod source; // where a file comes from
mod stream; // lines in batches, for files that are not held
mod subjects; // whom the lines are about
mod table; // from records to rows
mod uploaded; // the work on an upload
mod uploads; // files that pages send
mod version; // the framework that codes refer to
mod within; // who may bring in what
mod writes; // what a merge writes

mod areas;
mod attendance;
mod evidence;
mod framework;
mod inputs;
mod judgements;
mod local_measures;
mod memberships;
mod ods;
mod organisations;
mod pcn;
mod requirements;
mod roles;
mod sessions;
mod staff;
mod teams;

pub use domain::imports::{Kind, Options, Report, SamePerson};
pub use merge::{Outcome, merge};
pub use own::{kinds, may_bring_in, run, runs, settled};
pub use progress::{Progress, Watch};
pub use shapes::{shape, template};
pub use source::Source;
pub use uploaded::{UnderWay, check_uploaded, merge_uploaded};
pub use uploads::Upload;

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use check::Check;
use domain::refusal::Refusal;
use writes::Plan;

/// A file that was read and compared with what is on record. Nothing has been kept of it.
#[derive(Debug)]
pub struct Checked {
    pub kind: Kind,
    pub report: Report,
    options: Options,
    source: Source,
    digest: String,
    plan: Box<Plan>,
    /// How often what it touches had been changed when that was looked at.
    revision: i64,
}

impl Checked {
    /// # Errors
    /// Refuses a file with faults, or with questions that nobody has answered.
    pub fn ready(&self) -> std::result::Result<(), Refusal> {
        let faults = &self.report.faults;
        if let Some(first) = faults.listed.first() {
            let many = faults.listed.len() as u64 + faults.more;
            let sentence =
                format!("Nothing was imported; faults in the file: {many}. The first: {first}");
            return Err(Refusal::rule("import-has-faults", sentence));
        }
        if !self.report.questions.is_empty() {
            let sentence = "Some employee numbers may be one person. Say for each pair whether to join them or keep \
                            them separate.";
            return Err(Refusal::rule("import-has-questions", sentence));
        }
        Ok(())
    }
}

/// How often a file is checked again because somebody else was quicker.
const ATTEMPTS: usize = 5;

/// Checks a file and keeps it, for whoever wants to see nothing in between.
///
/// # Errors
/// As [`check`] and [`merge`].
pub async fn bring_in(
    ctx: &Ctx,
    kind: Kind,
    source: &Source,
    options: &Options,
    watch: &Watch,
) -> Result<Outcome> {
    keep(ctx, check(ctx, kind, source, options, watch).await?, watch).await
}

/// Keeps a checked file; where somebody else was quicker, it is checked again first.
///
/// # Errors
/// As [`check`] and [`merge`].
pub async fn keep(ctx: &Ctx, mut checked: Checked, watch: &Watch) -> Result<Outcome> {
    for _ in 1..ATTEMPTS {
        let (kind, source, options) =
            (checked.kind, checked.source.clone(), checked.options.clone());
        match merge(ctx, checked, watch).await {
            Err(Error::Refused(refusal)) if merge::is_stale(&refusal) => {}
            outcome => return outcome,
        }
        checked = check(ctx, kind, &source, &options, watch).await?;
    }
    merge(ctx, checked, watch).await
}

/// Whether the asker may bring in files of this kind at all.
pub async fn is_open(ctx: &Ctx, kind: Kind) -> bool {
    within::authorise(ctx, kind).await.is_ok()
}

/// Reads and checks the whole file, and says what it would change. Nobody waits meanwhile.
///
/// # Errors
/// Refuses whoever may not bring in such files, and files that cannot be opened. What is wrong inside a file is in the
/// report.
pub async fn check(
    ctx: &Ctx,
    kind: Kind,
    source: &Source,
    options: &Options,
    watch: &Watch,
) -> Result<Checked> {
    let within = within::authorise(ctx, kind).await?;
    let revision = merge::revision(ctx.db().read(), kind).await?;
    let mut check = Check::new(ctx, source, options, watch);
    match kind {
        Kind::Areas => areas::check(&mut check).await,
        Kind::Organisations => organisations::check(&mut check).await,
        Kind::Teams => teams::check(&mut check, &within).await,
        Kind::Roles => roles::check(&mut check).await,
        Kind::Framework => framework::check(&mut check).await,
        Kind::Requirements => requirements::check(&mut check).await,
        Kind::Staff => staff::check(&mut check, &within).await,
        Kind::Judgements => judgements::check(&mut check, within).await,
        Kind::EsrCompetences | Kind::Certificates => {
            evidence::check(&mut check, within, kind).await
        }
        Kind::Sessions => sessions::check(&mut check, within).await,
        Kind::Attendance => attendance::check(&mut check, within).await,
        Kind::LocalMeasures => local_measures::check(&mut check, &within).await,
        Kind::Ods => ods::check(&mut check).await,
        Kind::OdsPcn => pcn::check(&mut check).await,
    }?;
    let Check { mut report, plan, digest, .. } = check;
    report.faults.sort();
    let (options, source) = (options.clone(), source.clone());
    Ok(Checked { kind, report, options, source, digest, plan, revision })
}
