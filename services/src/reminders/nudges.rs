//! The mail of a nudge: put into the outbox with it, for whoever can be reached and wants it.

use super::preferences::read;
use crate::accounts::reached;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::outbox::{NewMail, put};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::coverage::Facts;
use domain::ids::PersonId;
use domain::outbox::MailKind;
use domain::people::due::{ANSWERS_A_NUDGE, Due, NUDGED_AGAIN_AFTER_DAYS, Recorded, is_answered};
use domain::reminders::Preferences;
use domain::reminders::nudges::words;
use domain::reminders::words::{Reader, Words};
use entities::{account, judgement, mail_preference, nudge};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

/// What the mail keeps until it is sent.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Arguments {
    /// The day of the nudge.
    made_on: NaiveDate,
}

/// Mails today's nudge to those of these people who can sign in, are at work and want it; says who they are.
pub(crate) async fn mail_nudges(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    facts: &Facts,
    people: &[PersonId],
) -> Result<Vec<PersonId>> {
    let accounts = reached(tx, people.iter().copied()).await?;
    let wanted = mail_preference::Entity::find()
        .filter(mail_preference::Column::AccountId.is_in(accounts.iter().map(|a| a.id)))
        .all(tx)
        .await?;
    let reached = accounts.into_iter().filter_map(|account| {
        let person = account.person_id.filter(|person| is_at_work(ctx, facts, *person))?;
        let wanted = wanted.iter().find(|row| row.account_id == account.id);
        wants(wanted).then_some((account.id, person))
    });
    let reached: Vec<_> = reached.collect();
    let mails = reached.iter().map(|(to, _)| NewMail {
        to: *to,
        kind: MailKind::Nudge,
        arguments: serde_json::json!(Arguments { made_on: ctx.today }),
        key: format!("{}:{to}:{}", MailKind::Nudge, ctx.today),
        // By then somebody may nudge again.
        useful_until: Some(ctx.now + TimeDelta::days(NUDGED_AGAIN_AFTER_DAYS)),
    });
    put(ctx, tx, mails).await?;
    Ok(reached.into_iter().map(|(_, person)| person).collect())
}

fn wants(row: Option<&mail_preference::Model>) -> bool {
    row.map_or_else(Preferences::default, read).nudges
}

fn is_at_work(ctx: &Ctx, facts: &Facts, person: PersonId) -> bool {
    let person = facts.person(person);
    person.is_some_and(|person| facts.posts_in_scope(person, ctx.today).next().is_some())
}

/// The mail in words, with what is due now; `None` where the person has acted since, nothing is due any more, or they do not
/// want it any more.
pub(crate) async fn nudge_for(
    ctx: &Ctx,
    account: &account::Model,
    arguments: &str,
    base_url: &str,
) -> Result<Option<Words>> {
    let Arguments { made_on } = serde_json::from_str(arguments)
        .map_err(|error| Error::fault("reading the arguments of a mail", error))?;
    let preference = mail_preference::Entity::find_by_id(account.id).one(ctx.db().read()).await?;
    let facts = ctx.facts().await?;
    let person = account.person_id.and_then(|person| facts.person(person));
    let person =
        person.filter(|person| wants(preference.as_ref()) && is_at_work(ctx, &facts, person.id));
    let Some(person) = person else { return Ok(None) };
    if was_answered(ctx, person.id, made_on).await? {
        return Ok(None);
    }
    let due = Due::of(&facts, person, ctx.today);
    let reader = Reader { first_name: &person.first_name, today: ctx.today, base_url };
    Ok((!due.is_nothing()).then(|| words(&due, made_on, reader)))
}

/// Whether a person has answered their nudge of a day.
async fn was_answered(ctx: &Ctx, person: PersonId, made_on: NaiveDate) -> Result<bool> {
    let nudge = nudge::Entity::find()
        .filter(nudge::Column::PersonId.eq(person))
        .filter(nudge::Column::MadeOn.eq(made_on))
        .order_by_desc(nudge::Column::Id)
        .one(ctx.db().read())
        .await?;
    match nudge {
        Some(nudge) => answered(ctx, &nudge).await,
        None => Ok(false),
    }
}

/// Whether the person of a nudge has done something since.
pub(crate) async fn answered(ctx: &Ctx, nudge: &nudge::Model) -> Result<bool> {
    use judgement::Column::{Kind, MadeOn, PersonId, RecordedAt};
    let acts: Vec<(NaiveDate, DateTime<Utc>)> = judgement::Entity::find()
        .select_only()
        .columns([MadeOn, RecordedAt])
        .filter(PersonId.eq(nudge.person_id))
        .filter(Kind.is_in(ANSWERS_A_NUDGE))
        .filter(MadeOn.gte(nudge.made_on))
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    let acts = acts.into_iter().map(|(day, at)| Recorded { day, at });
    Ok(is_answered(Recorded { day: nudge.made_on, at: nudge.made_at }, acts))
}
