//! A certificate for whoever came to a session, once its register is closed.

use super::attended::{Known, known_at};
use super::hosts::unit_of;
use super::led::name;
use super::outcomes::{asked, lines};
use super::stored::Stored;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use domain::coverage::{Facts, Unit};
use domain::ids::SessionId;
use domain::policy::{Action, Resource, Scope};
use domain::refusal::Refusal;
use domain::sessions::certificate::Certificate;

/// The signed-in person's certificate for a session. Its outcomes are those of its day.
///
/// # Errors
/// Refuses whoever did not come, and while the register is open, as not found; and whoever has no staff record.
pub async fn certificate(ctx: &Ctx, id: SessionId) -> Result<Certificate> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::ExportRecord, own, "this certificate")?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::read(ctx, &facts, db, id).await?;
    let known = known_at(db, [id].into(), [person].into()).await?;
    let known = known.into_iter().find(Known::counts);
    // It is closed where it counts, unless it was opened again between the two queries.
    let closed = known.zip(stored.row.closed_at);
    let (known, closed) = closed.ok_or_else(|| Refusal::not_found("this certificate"))?;
    let asked = asked(&facts, &stored.outcomes, stored.day());
    let outcomes = lines(&facts, &asked, stored.row.format);
    Ok(Certificate {
        person_name: facts.name_of(person),
        attended: known.attended,
        slot: stored.slot(),
        leads: stored.leads.iter().map(|lead| name(&facts, lead)).collect(),
        outcomes: outcomes.into_iter().map(|line| line.competency.title).collect(),
        host: issuing(&facts, stored.host()),
        installation: ctx.services.issuing.issuer.clone(),
        closed_on: in_london(closed).date(),
        code: stored.row.code,
    })
}

/// The organisation that a session was held for, that of the team where it was held for one; else the area. None where it was held
/// for everybody.
fn issuing(facts: &Facts, host: Scope) -> Option<String> {
    let unit = match unit_of(facts, host)? {
        Unit::Team(at) => Unit::Organisation(facts.places.teams.get(at)?.organisation),
        unit => unit,
    };
    facts.unit_name(unit).map(|(_, name)| name.to_owned())
}
