//! Evidence from files: what somebody learnt elsewhere, as pieces of their own; never a judgement and never a level.

mod certificates; // one line of a file of e-learning certificates
mod competences; // one line of ESR's export of competences
mod courses; // what the lines call a course
mod entry; // what a line comes to
mod questions; // a number and an address of two people
mod save; // into the tables
mod settle; // held against what is on record
mod strangers; // lines about people who are not on record

use super::check::Check;
use super::columns::{Column, Layout};
use super::lines::{Line, repeated};
use super::subjects::Subjects;
use super::version::Competencies;
use super::within::Within;
use crate::error::Result;
use domain::imports::{Kind, Sort};
use entry::{Entry, Referred};
use settle::Settled;
use std::collections::HashMap;
use std::sync::Arc;

pub(super) const COMPETENCES: &[Column] = competences::COLUMNS;
pub(super) const CERTIFICATES: &[Column] = certificates::COLUMNS;

const PIECES: &str = "pieces of evidence";

/// The pieces of evidence of a checked file. What is new among them is found out again when they are kept: somebody may
/// have attached one meanwhile.
#[derive(Debug)]
pub(super) struct Batch(Vec<Entry>);

pub(super) async fn check(check: &mut Check<'_>, within: Within, file: Kind) -> Result<()> {
    let referred = Arc::new(Referred {
        subjects: Subjects::load(check, within).await?,
        competencies: Competencies::load(check.db()).await?,
        leaves_out_unknown: check.options.leave_out_unknown,
        today: check.ctx.today,
        file,
    });
    let known = Arc::clone(&referred);
    let lines = match file {
        Kind::Certificates => {
            let layout = Layout::Named(CERTIFICATES);
            check.lines(layout, move |row| known.told(row, certificates::read)).await?
        }
        _ => {
            let layout = Layout::Named(COMPETENCES);
            check.lines(layout, move |row| known.told(row, competences::read)).await?
        }
    };
    let lines = strangers::leave_out(check, lines);
    let lines = questions::settle(check, &referred.subjects, lines);
    let entries = each_once(check, lines);
    let settled = Settled::of(check.db(), &entries).await?;
    settled.tell(&mut check.report, &entries, &referred.subjects);
    courses::tell_unknown(check, &entries).await?;
    check.plan.evidence = Some(Batch(entries));
    Ok(())
}

/// The first line of each piece. ESR repeats a competence for every assignment of its holder: what stands there twice in
/// the same words is one piece; in other words it is a fault.
fn each_once(check: &mut Check<'_>, lines: Vec<Line<Entry>>) -> Vec<Entry> {
    let mut seen: HashMap<[u8; 16], usize> = HashMap::new();
    let mut kept: Vec<Line<Entry>> = Vec::with_capacity(lines.len());
    for line in lines {
        match seen.get(&line.says.key).and_then(|&at| kept.get(at)) {
            None => {
                seen.insert(line.says.key, kept.len());
                kept.push(line);
            }
            Some(first) if first.says == line.says => {
                check.report.count_many(PIECES, Sort::Unchanged, 1);
            }
            Some(first) => {
                let message = repeated(first, &line.says);
                check.report.faults.add(line.number, "", &line.says.course, message);
            }
        }
    }
    kept.into_iter().map(|line| line.says).collect()
}
