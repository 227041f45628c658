//! What a line makes of a session: of one on record, or of nothing.

use super::line::{Referred, SessionLine};
use super::settle::Fault;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::grants::columns;
use crate::imports::row::Said;
use crate::sessions::{Stored, many};
use chrono::TimeDelta;
use domain::coverage::Facts;
use domain::frameworks::Level;
use domain::ids::{CompetencyId, ImportId, SessionId, TeamId};
use domain::organisations::TeamIndex;
use domain::policy::{Located, Scope};
use domain::sessions::CancelReason;
use domain::sessions::format::Format;
use domain::sessions::importing::{Location, life, smallest_place};
use entities::{session, session_lead, session_outcome};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The session after a line.
///
/// # Errors
/// Returns what it cannot become.
pub(super) fn after(
    (ctx, facts): (&Ctx, &Facts),
    known: &Referred,
    says: &SessionLine,
    (before, import): (Option<&Stored>, Option<ImportId>),
) -> Result<Stored, Fault> {
    let stored = before.cloned().unwrap_or_else(|| {
        let id = SessionId(Uuid::now_v7());
        let row = many::blank(ctx, id, says.code.clone());
        Stored::bare(session::Model { import_id: import, ..row })
    });
    let row = described(stored.row.clone(), says);
    let ends = row.starts_at + TimeDelta::minutes(i64::from(row.minutes));
    let now = from_london(ctx.rule_now());
    let stands = before.map(|before| before.state(ctx.rule_now()));
    let life = life(stands, says.state.said(), ends <= now)
        .map_err(|message| ("state", message.to_owned()))?;
    let set = |newly: bool| newly.then_some(ctx.now);
    let reason = life.cancelled.then_some(CancelReason::Other);
    let row = session::Model {
        scheduled_at: row.scheduled_at.or(set(life.scheduled)),
        cancelled_at: row.cancelled_at.or(set(life.cancelled)),
        cancel_reason: row.cancel_reason.or(reason),
        closed_at: row.closed_at.or(set(life.closed)),
        ..row
    };
    let leads = leads(&stored, says);
    let outcomes = outcomes(&stored, known, says);
    Ok(for_teams(facts, says, Stored { row, leads, outcomes, ..stored }))
}

/// What the line says of the row itself; a column that the file does not have says nothing.
fn described(row: session::Model, says: &SessionLine) -> session::Model {
    let (venue, link) = match says.location.clone() {
        Said::Nothing => (row.venue.clone(), row.link.clone()),
        Said::Blank => (None, None),
        Said::This(Location::Venue(venue)) => (Some(venue), row.link.clone()),
        Said::This(Location::Link(link)) => (row.venue.clone(), Some(link)),
    };
    session::Model {
        title: says.title.clone(),
        format: says.format.or_default_to(Format::Workshop, Some(row.format)),
        starts_at: says.starts_at,
        minutes: says.minutes,
        capacity: says.capacity,
        venue,
        link,
        ..row
    }
}

/// Whoever the line names leads it, in the place of the first on record; others who lead it too stay.
fn leads(stored: &Stored, says: &SessionLine) -> Vec<session_lead::Model> {
    let mut leads = stored.leads.clone();
    if leads.iter().any(|lead| lead.person_id == Some(says.lead)) {
        return leads;
    }
    let new = many::on_record(stored.row.id, says.lead);
    match leads.first_mut() {
        Some(first) => *first = session_lead::Model { id: first.id, ..new },
        None => leads.push(new),
    }
    leads
}

/// Outcomes by other words than on record; those that read the same stay what they were, in whichever framework version.
fn outcomes(stored: &Stored, known: &Referred, says: &SessionLine) -> Vec<session_outcome::Model> {
    let said: &[(CompetencyId, Level)] = match &says.outcomes {
        Said::Nothing => return stored.outcomes.clone(),
        Said::Blank => &[],
        Said::This(said) => said,
    };
    let row = |(competency_id, level): &(CompetencyId, Level)| session_outcome::Model {
        session_id: stored.row.id,
        competency_id: *competency_id,
        level: i32::from(level.number()),
    };
    let rows: Vec<_> = said.iter().map(row).collect();
    if known.words(&rows) == known.words(&stored.outcomes) {
        return stored.outcomes.clone();
    }
    rows
}

/// For whom it is: the teams that the line names, and nobody else. It is held for the smallest place that holds them all. With
/// others on record, both are said anew; a blank audience invites nobody, and leaves the place as it is.
fn for_teams(facts: &Facts, says: &SessionLine, stored: Stored) -> Stored {
    let none = BTreeSet::new();
    let audience: &BTreeSet<TeamIndex> = match &says.audience {
        Said::Nothing => return stored,
        Said::Blank => &none,
        Said::This(audience) => audience,
    };
    let id = |at: &TeamIndex| facts.places.teams.get(*at).map(|team| team.id);
    let invited: BTreeSet<TeamId> = audience.iter().filter_map(id).collect();
    if stored.invited.iter().copied().collect::<BTreeSet<_>>() == invited {
        return stored;
    }
    let day = stored.day();
    let located = |at: &TeamIndex| facts.places.located_team(*at, day);
    let places: Vec<Located> = audience.iter().filter_map(located).collect();
    let host = if places.is_empty() { stored.host() } else { smallest_place(&places) };
    Stored {
        row: held_for(stored.row, host, !invited.is_empty()),
        invited: invited.into_iter().collect(),
        ..stored
    }
}

fn held_for(row: session::Model, host: Scope, invited_only: bool) -> session::Model {
    let (area_id, organisation_id, team_id) = columns(host);
    session::Model { area_id, organisation_id, team_id, invited_only, ..row }
}

impl Referred {
    /// Outcomes as a file tells them, in one order.
    pub fn words(&self, outcomes: &[session_outcome::Model]) -> String {
        let one = |row: &session_outcome::Model| {
            let code = self.competencies.code_of(row.competency_id).unwrap_or_default();
            format!("{code}:{}", row.level)
        };
        let mut words: Vec<String> = outcomes.iter().map(one).collect();
        words.sort_unstable();
        words.join(";")
    }
}
