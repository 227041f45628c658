//! Requests as pages show them.

use super::stored::Stored;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::{Actors, slot_of};
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::ids::{CompetencyId, SessionId};
use domain::session_requests::RequestState;
use domain::session_requests::views::SessionRequestLine;
use domain::sessions::times::Slot;
use entities::session;

/// A line for each of them; one query.
pub(super) async fn lines(
    ctx: &Ctx,
    facts: &Facts,
    requests: &[Stored],
) -> Result<Vec<SessionRequestLine>> {
    let askers: Vec<_> = requests.iter().map(|one| one.row.asked_by_id).collect();
    let askers = Actors::of(facts, ctx.db().read(), askers).await?;
    let line = |one: &Stored| {
        let (row, state) = (&one.row, one.state(ctx));
        let team = facts.places.team(row.team_id);
        let heading = |code: &str, title: &str| Heading { code: code.into(), title: title.into() };
        let seen = matches!(state, RequestState::Scheduled | RequestState::Held);
        let reason = one.last.as_ref().and_then(|last| last.reason);
        SessionRequestLine {
            id: row.id,
            team: team.map_or_else(|| heading("", ""), |team| heading(&team.code, &team.name)),
            need: row.need.clone(),
            competencies: one.competencies.iter().filter_map(|id| named(facts, *id)).collect(),
            needed_by: row.needed_by,
            people: u16::try_from(row.people).unwrap_or_default(),
            asked_on: in_london(row.asked_at).date(),
            asked_by: askers.name(row.asked_by_id).unwrap_or_default().to_owned(),
            state,
            reason: reason.filter(|_| state == RequestState::Declined),
            session: one.session.as_ref().filter(|_| seen).map(told),
        }
    };
    Ok(requests.iter().map(line).collect())
}

fn told(session: &session::Model) -> (SessionId, Slot) {
    (session.id, slot_of(session))
}

/// A competency by the code and title that it had when it was chosen.
fn named(facts: &Facts, id: CompetencyId) -> Option<Heading> {
    let of = facts.competencies.get(usize::from(facts.competency_at(id)?))?;
    Some(Heading { code: of.code.clone(), title: of.title.clone() })
}
