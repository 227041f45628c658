//! Digests drawn from the facts: what all of them have in common is read once, and nothing more for each person.

use super::readers::{Reader, readers, week_before};
use crate::brought::{may_accept, open_records};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::judgements::{
    may_decide, open_claims, record_of, requests_for, requests_of_late, waiting_for,
};
use crate::returns::{action_of, waiting_at};
use crate::sessions::AllRequested;
use chrono::NaiveDate;
use domain::coverage::{Facts, Person};
use domain::frameworks::Level;
use domain::ids::{AccountId, PersonId};
use domain::policy::{Action, Actor, Located, Resource, may, reach};
use domain::reminders::words::{self, Words};
use domain::reminders::{Digest, ReturnsWaiting, Sources};
use domain::returns::Step;
use domain::returns::rows::place_of;
use entities::judgement;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// How somebody is addressed whose account belongs to nobody on record.
const NO_NAME: &str = "colleague";

/// What the mail of a digest keeps until it is sent.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Arguments {
    /// When its reader was last told.
    pub since: Option<NaiveDate>,
}

/// What the digests of one moment have in common.
#[derive(Clone, Debug)]
pub(super) struct Common {
    pub facts: Arc<Facts>,
    requests: Vec<judgement::Model>,
    /// Whose records from earlier employers wait, once for each.
    records: Vec<PersonId>,
    /// Bookings that wait for a team manager or a deputy.
    seat_requests: AllRequested,
    /// Returns that wait for a step, each with where its place lies and the last step.
    returns: Vec<(Located, Step)>,
    /// Whose claims are open, one entry for each: looked for once somebody may decide them.
    claims: OnceLock<Vec<PersonId>>,
}

impl Common {
    pub async fn load(ctx: &Ctx) -> Result<Self> {
        let facts = ctx.facts().await?;
        let (requests, records) = (requests_of_late(ctx).await?, open_records(ctx).await?);
        let seat_requests = AllRequested::load(ctx, &facts).await?;
        let waiting = waiting_at(ctx.db().read(), &facts).await?;
        let located = waiting.into_iter().filter_map(|(id, last)| {
            let place = place_of(&facts, &id.place)?;
            Some((facts.places.located_area(place), last))
        });
        let returns = located.collect();
        Ok(Self { facts, requests, records, seat_requests, returns, claims: OnceLock::new() })
    }

    fn claims(&self, day: NaiveDate) -> &[PersonId] {
        let find = || open_claims(&self.facts, day).into_iter().map(|(person, _)| person).collect();
        self.claims.get_or_init(find)
    }

    /// The returns whose next step an actor may take.
    fn returns_for(&self, actor: &Actor) -> ReturnsWaiting {
        let mut waiting = ReturnsWaiting::default();
        for (place, last) in &self.returns {
            let next = last.next().map(action_of);
            if next.is_some_and(|action| may(actor, action, Resource::Place(place))) {
                waiting.count(*last);
            }
        }
        waiting
    }

    /// What is to be said to a reader; `None` where nothing is new, and to whoever has a record but no post today, or is away.
    pub fn digest(&self, ctx: &Ctx, reader: &Reader, since: Option<NaiveDate>) -> Option<Digest> {
        let acting = Ctx { actor: Actor::Account(reader.account.clone()), ..ctx.clone() };
        let returns = self.returns_for(&acting.actor);
        let Some(own) = reader.person else {
            return Digest::of_returns(returns, &reader.wanted);
        };
        let person = self.facts.person(own)?;
        self.facts.posts_in_scope(person, ctx.today).next()?;
        let decides = |action| !reach(&acting.actor, action).is_empty();
        let to_confirm = match decides(Action::DecideRequest) {
            true => waiting_for(&acting, &self.facts, &self.requests),
            false => Vec::new(),
        };
        let may_decide = |whose: &&PersonId| may_decide(&acting, &self.facts, **whose);
        let claims = match decides(Action::DecideExemption) {
            true => self.claims(ctx.today).iter().filter(may_decide).count(),
            false => 0,
        };
        let may_accept = |whose: &&PersonId| may_accept(&acting, &self.facts, **whose);
        let records = self.records.iter().filter(may_accept).count();
        let since = since.map(|since| since.min(ctx.today));
        let from = Sources {
            record: &record_of(&self.facts, person, ctx.today),
            asked_before: &asked(&self.facts, person, since.unwrap_or(week_before(ctx.today))),
            asked_for: &requests_for(&self.requests, own),
            to_confirm: &to_confirm,
            claims,
            records,
            seat_requests: self.seat_requests.waiting_for(&acting, &self.facts),
            returns,
            since,
            today: ctx.today,
        };
        Digest::of(&from, &reader.wanted)
    }
}

/// The level asked of a person at a day, by the competency's code: a new version of the framework asks by the same codes.
fn asked(facts: &Facts, person: &Person, day: NaiveDate) -> HashMap<String, Level> {
    let asked = facts.asked_of(person, day).into_iter();
    let by_code = asked.filter_map(|asked| {
        let competency = facts.competencies.get(usize::from(asked.competency))?;
        Some((competency.code.clone(), asked.level))
    });
    by_code.collect()
}

/// The digest of one account in words, as it stands now; `None` where there is nothing to say any more.
pub(crate) async fn digest_for(
    ctx: &Ctx,
    account: AccountId,
    arguments: &str,
    base_url: &str,
) -> Result<Option<Words>> {
    let arguments: Arguments = serde_json::from_str(arguments)
        .map_err(|error| Error::fault("reading the arguments of a mail", error))?;
    let common = Common::load(ctx).await?;
    let readers = readers(ctx, &common.facts, Some(account)).await?;
    let Some(reader) = readers.first() else { return Ok(None) };
    let digest = common.digest(ctx, reader, arguments.since);
    let person = reader.person.and_then(|own| common.facts.person(own));
    let first_name = person.map_or(NO_NAME, |person| person.first_name.as_str());
    let reader = words::Reader { first_name, today: ctx.today, base_url };
    Ok(digest.map(|digest| words::words(&digest, reader)))
}
