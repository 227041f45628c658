//! Whoever came to a session is asked for feedback by mail: the day after it, and once more 8 weeks later.

use super::registered::{Registered, in_question, registered};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::outbox::NewMail;
use crate::reminders::not_reminded;
use crate::sessions::mails::{Arguments, accounts_of, mail, until};
use chrono::NaiveTime;
use domain::dates::days_after;
use domain::ids::{AccountId, PersonId, SessionId};
use domain::sessions::feedback::Phase;
use domain::sessions::letters::asking_for;
use entities::{attendance_event, mail, session};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;

/// How many sessions are looked at together, so that a query never names too many people.
const AT_ONCE: usize = 50;

/// The mails that ask now and were not made before, to those who can be reached and want to be reminded; one query, and four for
/// every fifty sessions of the last twelve weeks.
pub(in crate::sessions) async fn feedback_mails(ctx: &Ctx) -> Result<Vec<NewMail>> {
    let sessions: Vec<SessionId> = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(in_question(ctx))
        .order_by_asc(session::Column::Id)
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    let mut mails = Vec::new();
    for some in sessions.chunks(AT_ONCE) {
        mails.extend(about(ctx, some).await?);
    }
    Ok(mails)
}

async fn about(ctx: &Ctx, sessions: &[SessionId]) -> Result<Vec<NewMail>> {
    let of_them = attendance_event::Column::SessionId.is_in(sessions.iter().copied());
    let found = registered(ctx, Condition::all().add(of_them)).await?;
    let asked: Vec<(&Registered, Phase)> = found
        .iter()
        .filter_map(|one| Some((one, one.answering.asked_by_mail(ctx.rule_now())?)))
        .collect();
    let people: BTreeSet<PersonId> = asked.iter().map(|(one, _)| one.person).collect();
    let db = ctx.db().read();
    let accounts = accounts_of(db, people).await?;
    let not_wanted = not_reminded(db, accounts.values().copied()).await?;
    let reached = asked.into_iter().filter_map(|(one, phase)| {
        let to = accounts.get(&one.person).copied().filter(|to| !not_wanted.contains(to))?;
        asks(ctx, to, (one, phase))
    });
    not_made(ctx, reached.collect()).await
}

/// It is worth sending as long as the phase is asked.
fn asks(ctx: &Ctx, to: AccountId, (one, phase): (&Registered, Phase)) -> Option<NewMail> {
    let arguments = Arguments { session: one.session, event: None, ended: None, day: None };
    let last = phase.last_day(one.answering.ended.date());
    let useful_until = until(ctx, days_after(last, 1).and_time(NaiveTime::MIN))?;
    Some(mail((to, asking_for(phase)), arguments, phase.code(), useful_until))
}

/// Those of these that are not in the outbox yet: whoever does not answer is found every day for weeks, and writing what is there
/// already would keep others from writing.
async fn not_made(ctx: &Ctx, mut mails: Vec<NewMail>) -> Result<Vec<NewMail>> {
    let made: Vec<String> = mail::Entity::find()
        .select_only()
        .column(mail::Column::Key)
        .filter(mail::Column::Key.is_in(mails.iter().map(|one| one.key.clone())))
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    let made: BTreeSet<String> = made.into_iter().collect();
    mails.retain(|one| !made.contains(&one.key));
    Ok(mails)
}
