//! One line of a file of sessions.

use crate::clock::in_london;
use crate::imports::cells::{code, moment, number, word};
use crate::imports::columns::{Column, may, must};
use crate::imports::row::{Row, Said};
use crate::imports::subjects::Subjects;
use crate::imports::version::Competencies;
use crate::imports::within::Within;
use chrono::{DateTime, NaiveDate, Utc};
use domain::frameworks::Level;
use domain::ids::{CompetencyId, PersonId};
use domain::organisations::TeamIndex;
use domain::protected_time::shortfall::REASON_MOST;
use domain::sessions::SessionState;
use domain::sessions::format::Format;
use domain::sessions::forms::{MINUTES_LEAST, MINUTES_MOST, PLACE_MOST, SEATS_MOST, TITLE_MOST};
use domain::sessions::importing::{Location, location, outcomes, parts};
use std::collections::{BTreeSet, HashMap};

pub(super) const COLUMNS: &[Column] = &[
    must("code"),
    must("title"),
    must("starts_at"),
    must("minutes"),
    must("lead_employee_number"),
    must("capacity"),
    may("format"),
    may("location"),
    may("outcomes"),
    may("audience"),
    may("state"),
    may("reason"),
];

/// What a line may refer to.
#[derive(Debug)]
pub(super) struct Referred {
    pub subjects: Subjects,
    pub competencies: Competencies,
    /// Every team's position among the facts, by its code.
    pub teams: HashMap<String, TeamIndex>,
    pub within: Within,
    pub today: NaiveDate,
}

/// A session as a line tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SessionLine {
    pub code: String,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub minutes: i32,
    pub lead: PersonId,
    pub capacity: i32,
    pub format: Said<Format>,
    pub location: Said<Location>,
    pub outcomes: Said<Vec<(CompetencyId, Level)>>,
    pub audience: Said<BTreeSet<TeamIndex>>,
    pub state: Said<SessionState>,
    /// Why it goes ahead where protected time does not cover it.
    pub reason: Said<String>,
}

pub(super) fn read(row: &mut Row<'_>, known: &Referred) -> Option<SessionLine> {
    let (code, title) = (row.must("code", code), title(row, known.today));
    let starts_at = row.must("starts_at", moment);
    let minutes = row.must("minutes", number(MINUTES_LEAST as i32, MINUTES_MOST as i32));
    let lead = row.must("lead_employee_number", |cell| known.subjects.named_by(cell));
    let capacity = row.must("capacity", number(1, i32::from(SEATS_MOST)));
    let format = row.may("format", word);
    let location = place(row, known.today);
    // A code means what it means on the day of the session.
    let day = starts_at.map_or(known.today, |at| in_london(at).date());
    let outcomes = row.may("outcomes", |cell| known.outcomes(cell, day));
    let audience = row.may("audience", |cell| known.teams(cell));
    let state = row.may("state", word);
    let reason = reason(row, known.today);
    Some(SessionLine {
        code: code?,
        title: title?,
        starts_at: starts_at?,
        minutes: minutes?,
        lead: lead?,
        capacity: capacity?,
        format,
        location,
        outcomes,
        audience,
        state,
        reason,
    })
}

fn title(row: &mut Row<'_>, today: NaiveDate) -> Option<String> {
    row.must("title", |_| Ok(()))?;
    row.free_text("title", TITLE_MOST, today)
}

/// Where it is: free text, and so looked through as such.
fn place(row: &mut Row<'_>, today: NaiveDate) -> Said<Location> {
    match row.cell("location").map(|cell| cell.trim().is_empty()) {
        None => Said::Nothing,
        Some(true) => Said::Blank,
        Some(false) => row
            .free_text("location", PLACE_MOST, today)
            .map_or(Said::Nothing, |text| row.may("location", |_| location(&text))),
    }
}

/// Free text too. One that cannot be kept has its fault already, so it counts as given.
fn reason(row: &mut Row<'_>, today: NaiveDate) -> Said<String> {
    match row.cell("reason").map(|cell| cell.trim().is_empty()) {
        None => Said::Nothing,
        Some(true) => Said::Blank,
        Some(false) => Said::This(row.free_text("reason", REASON_MOST, today).unwrap_or_default()),
    }
}

impl Referred {
    fn outcomes(&self, cell: &str, day: NaiveDate) -> Result<Vec<(CompetencyId, Level)>, String> {
        let known = |(code, level): (String, Level)| {
            let found = self.competencies.find(&code, day);
            Ok((found.map_err(|fault| format!("'{code}' {fault}"))?, level))
        };
        outcomes(cell)?.into_iter().map(known).collect()
    }

    fn teams(&self, cell: &str) -> Result<BTreeSet<TeamIndex>, String> {
        let known = |code: &str| {
            self.teams.get(code).copied().ok_or_else(|| {
                format!(
                    "'{code}' is not the code of a team on record; import it first, or correct the code"
                )
            })
        };
        parts(cell).map(known).collect()
    }
}
