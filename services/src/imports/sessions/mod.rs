//! Teaching sessions from a file: corrected in place by their code. What has taken place is history and taken as it is told; what is
//! to come is held against the rules by which a session is scheduled.

mod after; // what a line makes of a session
mod changes; // what differs from what is on record
mod faults; // what stands against it
mod line; // what one line says
mod outside; // what protected time lacks for it
mod save; // into the tables, decided once more
mod settle; // every line held against what is on record

use super::check::Check;
use super::columns::{Column, Layout};
use super::lines::{self, Line};
use super::row::Row;
use super::subjects::Subjects;
use super::version::Competencies;
use super::within::Within;
use crate::error::Result;
use crate::viewings;
use line::{Referred, SessionLine};
use settle::Settled;
use std::sync::Arc;

pub(super) const COLUMNS: &[Column] = line::COLUMNS;

const SESSIONS: &str = "sessions";

/// The lines of a checked file. What becomes of each is found out again when they are kept: somebody may have booked meanwhile.
#[derive(Debug)]
pub(super) struct Batch {
    lines: Vec<Line<SessionLine>>,
    referred: Arc<Referred>,
}

pub(super) async fn check(check: &mut Check<'_>, within: Within) -> Result<()> {
    let facts = check.ctx.facts().await?;
    let teams = facts.places.teams.iter().enumerate();
    let referred = Arc::new(Referred {
        subjects: Subjects::load(check, within.clone()).await?,
        competencies: Competencies::load(check.db()).await?,
        teams: teams.map(|(at, team)| (team.code.clone(), at)).collect(),
        within,
        today: check.ctx.today,
    });
    let known = Arc::clone(&referred);
    let read = move |row: &mut Row<'_>| line::read(row, &known);
    let lines = check.lines(Layout::Named(COLUMNS), read).await?;
    let key = |says: &SessionLine| (says.code.clone(), says.code.clone());
    let lines = lines::each_once(lines, "code", key, &mut check.report.faults);
    let settled = Settled::of(check.ctx, check.db(), (&referred, &lines), None).await?;
    if !settled.report.faults.is_empty() {
        // A fault names whoever leads, found by a number that can be guessed: noted, as on the page.
        let query = format!("who leads the sessions of a file of {} lines", lines.len());
        viewings::note_list(check.ctx, &query).await?;
    }
    check.found(settled.report);
    check.plan.sessions = Some(Batch { lines, referred });
    Ok(())
}
