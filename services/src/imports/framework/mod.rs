//! A framework from a file: the first makes version 1, published at once. A published version never changes, so a
//! second file must say the same; while a draft is open it is compared with the draft, and goes into that.

mod case; // a CASE 1.0 package
mod compare; // what differs from the version in use
mod found; // version 1
mod into_draft; // what differs from a draft
mod line; // what one line says
mod target; // the draft that a file goes into

use super::check::Check;
use super::columns::{Column, Layout};
use super::lines::{self, Line};
use super::version;
use crate::error::Result;
use domain::policy::{Action, Resource};
use line::{CompetencyLine, DomainLine};
use std::collections::HashMap;
use target::Target;

pub(super) const COLUMNS: &[Column] = line::COLUMNS;

pub(super) async fn check(check: &mut Check<'_>) -> Result<()> {
    if case::is_json(check).await? {
        return case::check(check).await;
    }
    let lines = check.lines(Layout::Named(COLUMNS), line::read).await?;
    let key = |says: &CompetencyLine| (says.code.clone(), says.code.clone());
    let lines = lines::each_once(lines, "code", key, &mut check.report.faults);
    let domains = domains(check, &lines);
    if let Some(target) = Target::of(check).await? {
        return into_draft::into_draft(check, target, &lines, &domains).await;
    }
    match version::in_use(check.db(), check.options.as_at).await? {
        Some(version) => {
            let differs = compare::compare(check, &version, &lines).await?;
            compare::tell(check, differs, (lines.len(), domains.len()));
        }
        None => {
            may_found(check)?;
            found::found(check, &lines, &domains);
        }
    }
    Ok(())
}

/// A first framework is in use at once: bringing it in publishes it.
fn may_found(check: &Check<'_>) -> Result<()> {
    let what = "imports of this kind";
    check.ctx.authorise(Action::PublishFramework, Resource::Installation, what)
}

/// The domains in the order in which the file names them; notes lines that disagree about one.
fn domains(check: &mut Check<'_>, lines: &[Line<CompetencyLine>]) -> Vec<DomainLine> {
    let mut first: HashMap<&str, &Line<CompetencyLine>> = HashMap::new();
    let mut domains = Vec::new();
    for line in lines {
        let domain = &line.says.domain;
        match first.get(domain.code.as_str()) {
            None => {
                first.insert(&domain.code, line);
                domains.push(domain.clone());
            }
            Some(earlier) if earlier.says.domain == *domain => {}
            Some(earlier) => {
                let number = earlier.number;
                let message = format!(
                    "title or origin of this domain differ from line {number}; use one of them"
                );
                check.report.faults.add(line.number, "domain_code", &domain.code, message);
            }
        }
    }
    domains
}
