//! The mails about a session in words, made when they are sent: what they say holds then. One that does not any more is not sent,
//! unless a calendar has to be told that there is nothing.

use super::events::folded;
use super::invitations::still_invited;
use super::lines::place;
use super::on_behalf::Actors;
use super::tell::Arguments;
use super::times::{closes_at, slot_of, state_of};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::reminders::{not_invited, not_reminded};
use domain::calendar::{CalendarObject, Entry, Method, Part, Parties, message, sequence};
use domain::ids::{AccountId, PersonId};
use domain::outbox::{MailKind, Sender};
use domain::reminders::words::{Reader, Words};
use domain::sessions::letters::{About, Kept, News, words};
use domain::sessions::seats::Booking;
use domain::sessions::{BookingState, SessionState};
use entities::{account, booking_event, mail, session, session_lead};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeMap;

/// A mail about a session in words, with what its reader's calendar is told; `None` where it is not needed any more.
pub(crate) async fn letter_for(
    ctx: &Ctx,
    account: &account::Model,
    mail: &mail::Model,
    sender: Sender<'_>,
) -> Result<Option<(Words, Option<CalendarObject>)>> {
    let arguments: Arguments = serde_json::from_str(&mail.arguments)
        .map_err(|error| Error::fault("reading the arguments of a mail", error))?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let person = account.person_id.and_then(|person| facts.person(person));
    let session = session::Entity::find_by_id(arguments.session).one(db).await?;
    let (Some(person), Some(session)) = (person, session) else { return Ok(None) };
    let own = Own::load(ctx, db, session, person.id).await?;
    let Some(news) = own.news(ctx, mail.kind, &arguments) else { return Ok(None) };
    let wanted = match news {
        News::Reminder(_) => not_reminded(db, [account.id]).await?.is_empty(),
        News::Invited(_) => {
            let wanted = not_invited(db, [account.id]).await?.is_empty();
            wanted && still_invited(&facts, db, &own.session, person).await?
        }
        _ => true,
    };
    if !wanted {
        return Ok(None);
    }
    let reader =
        Reader { first_name: &person.first_name, today: ctx.today, base_url: sender.base_url };
    let calendar = told_calendar(news, &arguments).map(|method| {
        let parties = Parties { organiser: sender.address, attendee: &account.email };
        message(method, &own.entry(mail, arguments.ended), parties, sender.base_url)
    });
    let acted = own.acted_in(news, &arguments);
    let actors = Actors::of(&facts, db, acted).await?;
    let (place, by) = (place(&own.session), actors.for_another(acted, person.id));
    Ok(Some((words(news, &own.about(&place, by), reader), calendar)))
}

/// What a calendar is told beside a mail, if anything. An offer and a place on the list are no appointments.
fn told_calendar(news: News, arguments: &Arguments) -> Option<Method> {
    match news {
        News::Booked | News::Leads | News::Moved(Kept::Seat | Kept::Lead) => Some(Method::Request),
        News::Cancelled(_) | News::GivenUp | News::LeadsNoMore(_) => {
            arguments.ended.map(|_| Method::Cancel)
        }
        News::Requested
        | News::Waiting
        | News::Offered(_)
        | News::Declined
        | News::Moved(Kept::Offer(_) | Kept::Place | Kept::Request)
        | News::Reminder(_)
        | News::Invited(_) => None,
    }
}

/// A session, and what somebody has in it now.
struct Own {
    session: session::Model,
    state: SessionState,
    /// Their latest booking, unless it was an offer that has lapsed.
    booking: Option<Booking>,
    /// The number of the last event of it.
    latest_event: i64,
    /// By which account each event of their bookings was recorded, by its number; those of a file are nobody's.
    acted: BTreeMap<i64, AccountId>,
    leads: bool,
}

impl Own {
    /// Two queries.
    async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        session: session::Model,
        person: PersonId,
    ) -> Result<Self> {
        let events = booking_event::Entity::find()
            .filter(booking_event::Column::SessionId.eq(session.id))
            .filter(booking_event::Column::PersonId.eq(person))
            .order_by_asc(booking_event::Column::Sequence)
            .all(db)
            .await?;
        let led = session_lead::Entity::find()
            .filter(session_lead::Column::SessionId.eq(session.id))
            .filter(session_lead::Column::PersonId.eq(person))
            .one(db)
            .await?;
        let now = ctx.rule_now();
        let booking = folded(&events).into_iter().find(|booking| !booking.has_lapsed(now));
        let typed = events.iter().filter(|event| event.import_id.is_none());
        let acted = typed.filter_map(|event| Some((event.sequence, event.by_account_id?)));
        Ok(Self {
            acted: acted.collect(),
            state: state_of(&session, now),
            session,
            booking,
            latest_event: events.last().map(|event| event.sequence).unwrap_or_default(),
            leads: led.is_some(),
        })
    }

    /// The account that acted in what a mail tells: of a booking, whoever asked for it first.
    fn acted_in(&self, news: News, arguments: &Arguments) -> Option<AccountId> {
        let event = match news {
            News::GivenUp => arguments.event,
            News::Requested | News::Booked | News::Waiting | News::Offered(_) | News::Declined => {
                self.booking.as_ref().map(|booking| booking.asked)
            }
            _ => None,
        };
        self.acted.get(&event?).copied()
    }

    /// What they have in the session, as long as it is to come.
    fn kept(&self) -> Option<Kept> {
        if self.state != SessionState::Scheduled {
            return None;
        }
        if self.leads {
            return Some(Kept::Lead);
        }
        let booking = self.booking.as_ref()?;
        match booking.state {
            BookingState::Booked => Some(Kept::Seat),
            BookingState::Offered => booking.answer_by.map(Kept::Offer),
            BookingState::Waitlisted => Some(Kept::Place),
            BookingState::Requested => Some(Kept::Request),
            _ => None,
        }
    }

    /// What a mail of this kind has to tell; none where that is not true any more.
    fn news(&self, ctx: &Ctx, kind: MailKind, arguments: &Arguments) -> Option<News> {
        // What has been said of their booking since is told by another mail.
        let is_latest = arguments.event.is_none_or(|event| event == self.latest_event);
        let ended = arguments.ended.is_some();
        if !is_latest && !ended {
            return None;
        }
        match (kind, self.kept()) {
            (MailKind::SeatRequested, Some(Kept::Request)) => Some(News::Requested),
            (MailKind::SeatBooked, Some(Kept::Seat)) => Some(News::Booked),
            (MailKind::SeatWaiting, Some(Kept::Place)) => Some(News::Waiting),
            (MailKind::SeatOffered, Some(Kept::Offer(until))) => Some(News::Offered(until)),
            (MailKind::SessionMoved, Some(kept)) => Some(News::Moved(kept)),
            (MailKind::SessionToLead, Some(Kept::Lead)) => Some(News::Leads),
            (MailKind::SeatDeclined, _) => Some(News::Declined),
            (MailKind::SeatCancelled, _) => Some(News::Cancelled(self.session.cancel_reason)),
            (MailKind::SeatGivenUp, _) => Some(News::GivenUp),
            (MailKind::SessionNotToLead, _) => Some(News::LeadsNoMore(self.session.cancel_reason)),
            (MailKind::SessionInvitation, None) => {
                let is_open = closes_at(&self.session) > ctx.rule_now();
                let unasked = self.booking.is_none() && self.state == SessionState::Scheduled;
                (unasked && is_open).then_some(News::Invited(self.session.series_id))
            }
            (MailKind::SessionReminder, Some(Kept::Seat)) => {
                let (starts, now) = (slot_of(&self.session).starts, ctx.rule_now());
                let is_ahead = starts > now && Some(starts.date()) == arguments.day;
                let days = starts.date().signed_duration_since(now.date()).num_days();
                is_ahead.then_some(News::Reminder(days))
            }
            _ => None,
        }
    }

    fn about<'a>(&'a self, place: &'a str, by: Option<&'a str>) -> About<'a> {
        About {
            session: self.session.id,
            title: &self.session.title,
            slot: slot_of(&self.session),
            place,
            link: self.link(),
            by,
        }
    }

    /// Where to join, where they may know.
    fn link(&self) -> Option<&str> {
        let may_know = self.kept().is_some_and(Kept::tells_the_link);
        self.session.link.as_deref().filter(|_| may_know)
    }

    /// The session as their calendar is told of it: that it is there, or under the number `ended` that it is not.
    fn entry(&self, mail: &mail::Model, ended: Option<i64>) -> Entry {
        let now = || sequence(self.session.revision, self.latest_event);
        Entry {
            session: self.session.id,
            sequence: ended.unwrap_or_else(now),
            recorded_at: mail.made_at,
            slot: slot_of(&self.session),
            title: self.session.title.clone(),
            place: place(&self.session),
            link: self.link().map(str::to_owned),
            part: if self.leads { Part::Lead } else { Part::Seat },
        }
    }
}
