//! A time is found for a draft: from what its leads and the people of invited teams are in, and when those teams let them go.

use super::describe::becomes;
use super::engaged::engaged_at;
use super::led::name;
use super::locks::{hold_leads, hold_seats, still_led_by};
use super::may_run_any;
use super::stored::Stored;
use crate::change::Touches;
use crate::clock::{from_london, in_london};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::Releases;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use domain::coverage::{Facts, Person};
use domain::fields::FieldErrors;
use domain::ids::{PersonId, SessionId, TeamId};
use domain::organisations::TeamIndex;
use domain::release::Release;
use domain::sessions::finding::forms::TimesFields;
use domain::sessions::finding::views::{TimeLine, TimesPage};
use domain::sessions::finding::{Around, Days, Found, Invited};
use domain::sessions::scheduling::is_draft;
use domain::sessions::times::Slot;
use domain::sessions::working_time::is_working_day;
use entities::session;
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

const MINUTES_A_DAY: u32 = 24 * 60;

/// The best times for a draft over some days, which may be blank. Nobody is named but who leads it, so nothing is noted.
///
/// # Errors
/// Refuses sessions that the asker does not run, as not found.
pub async fn times(ctx: &Ctx, id: SessionId, typed: &TimesFields) -> Result<TimesPage> {
    may_run_any(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::run_by(ctx, &facts, db, id).await?;
    let mut page = TimesPage {
        id,
        title: stored.row.title.clone(),
        slot: stored.slot(),
        fields: typed.clone(),
        errors: FieldErrors::default(),
        why_not: None,
        teams: stored.invited.len(),
        people: 0,
        times: Vec::new(),
    };
    if let Err(refusal) = is_draft(stored.state(ctx.rule_now())) {
        page.why_not = Some(refusal.to_string());
        return Ok(page);
    }
    let days = match Days::parse(typed, ctx.today) {
        Ok(days) => days,
        Err(errors) => return Ok(TimesPage { errors, ..page }),
    };
    page.fields = TimesFields { from: days.first.to_string(), until: days.last.to_string() };
    let now = ctx.rule_now();
    let mut slots = days.slots(stored.slot().minutes);
    slots.retain(|slot| slot.starts > now);
    let search = Search::load(ctx, &facts, db, (&stored, days)).await?;
    page.people = search.people.len();
    let around = Around { leads: &search.leads, people: &search.people, teams: &search.releases };
    page.times =
        around.best(slots).into_iter().map(|found| search.line(&facts, &stored, found)).collect();
    Ok(page)
}

/// What a search looks at; leads on record in the order of the session's, teams in that of their ids.
struct Search {
    leads: Vec<Vec<Slot>>,
    people: Vec<Invited>,
    teams: Vec<TeamId>,
    releases: Vec<Release>,
}

impl Search {
    /// Five queries, however many people and days there are.
    async fn load(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        (stored, days): (&Stored, Days),
    ) -> Result<Self> {
        let mut teams = stored.invited.clone();
        teams.sort_unstable();
        let mut people = invited(facts, stored, (&teams, days));
        let ids: Vec<PersonId> =
            stored.people().chain(people.iter().map(|(person, _)| *person)).collect();
        let whole = whole_days(days.first, days.last);
        let mut taken: BTreeMap<PersonId, Vec<Slot>> = BTreeMap::new();
        for (person, engaged) in engaged_at(ctx, db, &ids, (&[stored.row.id], &[whole])).await? {
            taken.entry(person).or_default().push(engaged.slot);
        }
        let times = Releases::times_of(db, teams.iter().copied()).await?;
        let releases = teams.iter().map(|team| times.get(*team).cloned().unwrap_or_default());
        let busy = |person: PersonId| taken.get(&person).cloned().unwrap_or_default();
        for (person, one) in &mut people {
            one.busy.extend(busy(*person));
        }
        Ok(Self {
            leads: stored.people().map(busy).collect(),
            people: people.into_iter().map(|(_, one)| one).collect(),
            releases: releases.collect(),
            teams,
        })
    }

    fn line(&self, facts: &Facts, stored: &Stored, found: Found) -> TimeLine {
        let on_record = stored.leads.iter().filter(|lead| lead.person_id.is_some());
        let named = on_record.map(|lead| name(facts, lead)).enumerate();
        let (taken, free): (Vec<_>, Vec<_>) =
            named.partition(|(at, _)| found.leads_taken.contains(at));
        let names = |leads: Vec<(usize, String)>| leads.into_iter().map(|(_, name)| name).collect();
        let team = |at: &usize| {
            let id = self.teams.get(*at)?;
            let team = facts.places.teams.iter().find(|team| team.id == *id)?;
            Some(team.name.clone())
        };
        TimeLine {
            slot: found.slot,
            could_come: found.could_come,
            protected: found.protected,
            free: names(free),
            taken: names(taken),
            protected_of: found.protected_of.iter().filter_map(team).collect(),
        }
    }
}

/// The people of these teams, without those who lead the session: each with the team that they come from, and taken on the days on
/// which they have no post in it.
fn invited(
    facts: &Facts,
    stored: &Stored,
    (teams, days): (&[TeamId], Days),
) -> Vec<(PersonId, Invited)> {
    let place = |team: &TeamId| facts.places.teams.iter().position(|known| known.id == *team);
    let places: Vec<Option<TeamIndex>> = teams.iter().map(place).collect();
    let working: Vec<NaiveDate> = days.each().filter(|day| is_working_day(*day)).collect();
    let ever = |person: &Person| {
        let terms = person.posts.iter().flat_map(|post| &post.terms);
        terms.map(|terms| Some(terms.team)).any(|team| places.contains(&team))
    };
    let of = |person: &Person| {
        let on = |day: NaiveDate| {
            let posts = facts.posts_in_scope(person, day).map(|terms| Some(terms.team));
            posts.filter_map(|team| places.iter().position(|place| *place == team)).min()
        };
        let team = working.iter().find_map(|day| on(*day))?;
        let absent = working.iter().filter(|day| on(**day) != Some(team));
        let busy = absent.map(|day| whole_days(*day, *day)).collect();
        Some((person.id, Invited { team, busy }))
    };
    let theirs = facts.people.iter().filter(|person| ever(person) && !stored.is_led_by(person.id));
    theirs.filter_map(of).collect()
}

/// From the beginning of one day to the end of another.
fn whole_days(first: NaiveDate, last: NaiveDate) -> Slot {
    let days = u32::try_from(last.signed_duration_since(first).num_days() + 1).unwrap_or_default();
    Slot { starts: first.and_time(NaiveTime::MIN), minutes: days * MINUTES_A_DAY }
}

/// Moves a draft to another time; the end of booking stays as many days before it.
///
/// # Errors
/// Refuses sessions that are no draft any more; and those that the asker does not run, as not found.
pub async fn use_time(ctx: &Ctx, id: SessionId, starts: NaiveDateTime) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let led_by = hold_leads(change.tx(), id).await?;
    let now = hold_seats(ctx, change.tx(), id).await?;
    let before = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    still_led_by(&led_by, before.people())?;
    is_draft(before.state(now))?;
    let later: TimeDelta = starts.date().signed_duration_since(before.day());
    let moved = |ends| from_london(in_london(ends) + later);
    let row = session::Model {
        starts_at: from_london(starts),
        booking_ends_at: before.row.booking_ends_at.map(moved),
        ..before.row.clone()
    };
    let (entry, letters) = becomes(ctx, &facts, change.tx(), (before, row), now).await?;
    letters.put(ctx, change.tx()).await?;
    change.commit(entry).await
}
