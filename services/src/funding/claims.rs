//! What a team can claim for a year, scheme by scheme, and what it has claimed: prefilled from what was delivered.

use super::claimed::lines;
use super::schemes::all;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::{cover_of, managed};
use crate::sessions::{Taught, begun_in, slot_of, taught_to};
use chrono::{DateTime, Utc};
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::funding::views::{ClaimsPage, SchemeToClaim, ToClaim};
use domain::funding::{Delivered, Lacking, Scheme, lacking};
use domain::ids::{AreaId, FundingSchemeId, PersonId, SessionId, TeamId};
use domain::organisations::TeamIndex;
use domain::release::Cover;
use domain::sessions::feedback::Phase;
use domain::years::Year;
use entities::{booking_event, feedback, funding_claim, funding_claim_session, session};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::{BTreeMap, BTreeSet};

/// The claims page of a team: of the year that begins in this calendar year, the present one where it is no year.
///
/// # Errors
/// Refuses teams whose release the asker does not manage, as not found.
pub async fn claims(ctx: &Ctx, code: &str, year: &str) -> Result<ClaimsPage> {
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let (at, team) = managed(ctx, &facts, code)?;
    let year = Year::beginning_in(year).unwrap_or_else(|| Year::of(ctx.today));
    let books = Books::of(ctx, &facts, db, (at, team.id, year)).await?;
    let schemes = books.schemes.iter().filter_map(|scheme| books.to_claim(scheme));
    Ok(ClaimsPage {
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        year,
        cover: books.cover.map(|cover| cover.label().to_owned()),
        schemes: schemes.collect(),
        claims: lines(db, &books, (team.id, year)).await?,
    })
}

/// What stands about a team's claims in one year.
pub(super) struct Books {
    /// Those that are for the team, by name.
    pub schemes: Vec<Scheme>,
    /// The name of every scheme.
    pub names: BTreeMap<FundingSchemeId, String>,
    /// All claims that the team ever made, in their order.
    pub claims: Vec<funding_claim::Model>,
    pub cover: Option<Cover>,
    /// The sessions that somebody of the team came to and that are not claimed for, by day.
    taught: Vec<(Taught, Delivered)>,
    /// How many sessions of the year are claimed for, by the origin of the scheme.
    claimed: BTreeMap<FundingSchemeId, usize>,
}

impl Books {
    /// Eleven queries, however many sessions there are.
    pub async fn of(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        (at, team, year): (TeamIndex, TeamId, Year),
    ) -> Result<Self> {
        let mut taught = taught_to(ctx, facts, db, (at, year)).await?;
        taught.sort_by_key(|one| (one.row.starts_at, one.row.id));
        let ids: Vec<SessionId> = taught.iter().map(|one| one.row.id).collect();
        let claims = funding_claim::Entity::find()
            .filter(funding_claim::Column::TeamId.eq(team))
            .order_by_asc(funding_claim::Column::Id)
            .all(db)
            .await?;
        // What was claimed stays claimed, though a register may have been opened again since.
        let in_year = session::Entity::find()
            .select_only()
            .column(session::Column::Id)
            .filter(begun_in(year))
            .into_query();
        let gone = funding_claim_session::Entity::find()
            .filter(funding_claim_session::Column::TeamId.eq(team))
            .filter(funding_claim_session::Column::SessionId.in_subquery(in_year))
            .all(db)
            .await?;
        let (asked, answered) = (asked_on(db, team, &ids).await?, answered(db, &ids).await?);
        let all = all(db).await?;
        let is_gone: BTreeSet<SessionId> = gone.iter().map(|one| one.session_id).collect();
        taught.retain(|one| !is_gone.contains(&one.row.id));
        let delivered = |one: Taught| {
            let said = |person: &PersonId| answered.contains(&(one.row.id, *person));
            let delivered = Delivered {
                on: slot_of(&one.row).starts.date(),
                in_scope: one.in_scope,
                came: one.came.len(),
                asked_on: asked.get(&one.row.id).map(|at| in_london(*at).date()),
                feedback: one.came.iter().any(said),
            };
            (one, delivered)
        };
        let areas = areas_of(ctx, facts, at);
        let is_for = |one: &&Scheme| one.area.is_none_or(|area| areas.contains(&area));
        Ok(Self {
            names: all.iter().map(|one| (one.id, one.name.clone())).collect(),
            claimed: counted(&all, &claims, &gone),
            schemes: all.iter().filter(is_for).cloned().collect(),
            cover: cover_of(db, team).await?,
            taught: taught.into_iter().map(delivered).collect(),
            claims,
        })
    }

    /// A scheme with the sessions that it pays for and that are not claimed for; none where there are none.
    fn to_claim(&self, scheme: &Scheme) -> Option<SchemeToClaim> {
        let sessions = self.of_scheme(scheme);
        let shown = sessions.iter().map(|(one, lacking)| ToClaim {
            id: one.row.id,
            title: one.row.title.clone(),
            slot: slot_of(&one.row),
            lacking: lacking.clone(),
        });
        let sessions: Vec<ToClaim> = shown.collect();
        let last = self.claims.last();
        (!sessions.is_empty()).then(|| SchemeToClaim {
            id: scheme.id,
            name: scheme.name.clone(),
            payer: scheme.payer.clone(),
            conditions: scheme.conditions.clone(),
            terms: scheme.terms,
            claimed: self.claimed.get(&scheme.origin).copied().unwrap_or_default(),
            branches: last.and_then(|claim| u16::try_from(claim.branches).ok()).unwrap_or(0),
            sessions,
        })
    }

    /// The sessions that a scheme pays for and that are not claimed for, each with what it lacks.
    pub fn of_scheme(&self, scheme: &Scheme) -> Vec<(&Taught, Vec<Lacking>)> {
        let within = self.taught.iter().filter(|(_, one)| one.is_for(scheme));
        let (taught, delivered): (Vec<&Taught>, Vec<Delivered>) =
            within.map(|(one, delivered)| (one, *delivered)).unzip();
        let claimed = self.claimed.get(&scheme.origin).copied().unwrap_or_default();
        let lacking = lacking(&scheme.terms, &delivered, (claimed, self.cover.is_some()));
        taught.into_iter().zip(lacking).collect()
    }
}

/// How many of these sessions were claimed for, by the origin of the scheme.
fn counted(
    schemes: &[Scheme],
    claims: &[funding_claim::Model],
    sessions: &[funding_claim_session::Model],
) -> BTreeMap<FundingSchemeId, usize> {
    let origins: BTreeMap<_, _> = schemes.iter().map(|one| (one.id, one.origin)).collect();
    let of_claim: BTreeMap<_, _> = claims.iter().map(|one| (one.id, one.scheme_id)).collect();
    let mut counted = BTreeMap::new();
    for one in sessions {
        let scheme = of_claim.get(&one.claim_id).and_then(|scheme| origins.get(scheme));
        if let Some(origin) = scheme {
            *counted.entry(*origin).or_default() += 1;
        }
    }
    counted
}

/// The areas that a team counts in today.
fn areas_of(ctx: &Ctx, facts: &Facts, at: TeamIndex) -> BTreeSet<AreaId> {
    let team = facts.places.teams.get(at);
    let areas = team.into_iter().flat_map(|team| facts.places.areas_of(team, ctx.today));
    areas.filter_map(|at| facts.places.areas.get(at)).map(|area| area.id).collect()
}

/// When somebody of a team first asked for a seat in each of these sessions; one query.
async fn asked_on(
    db: &impl ConnectionTrait,
    team: TeamId,
    sessions: &[SessionId],
) -> Result<BTreeMap<SessionId, DateTime<Utc>>> {
    let rows: Vec<(SessionId, DateTime<Utc>)> = booking_event::Entity::find()
        .select_only()
        .column(booking_event::Column::SessionId)
        .column_as(booking_event::Column::RecordedAt.min(), "first")
        .filter(booking_event::Column::SessionId.is_in(sessions.iter().copied()))
        .filter(booking_event::Column::TeamId.eq(team))
        .group_by(booking_event::Column::SessionId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Who has answered after which of these sessions; one query. What they answered is not asked.
async fn answered(
    db: &impl ConnectionTrait,
    sessions: &[SessionId],
) -> Result<BTreeSet<(SessionId, PersonId)>> {
    let rows: Vec<(SessionId, PersonId)> = feedback::Entity::find()
        .select_only()
        .columns([feedback::Column::SessionId, feedback::Column::PersonId])
        .filter(feedback::Column::SessionId.is_in(sessions.iter().copied()))
        .filter(feedback::Column::Phase.eq(Phase::After))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
