//! What a mail of some kind has to tell of one session, if that is still true.

use crate::ctx::Ctx;
use crate::sessions::mails::{Arguments, Item};
use crate::sessions::parts::Parts;
use crate::sessions::times::{closes_at, opens_at, slot_of, state_of};
use domain::calendar::Method;
use domain::outbox::MailKind;
use domain::sessions::feedback::Phase;
use domain::sessions::letters::{Change, Kept, News};
use domain::sessions::seats::Booking;
use domain::sessions::{BookingState, SessionState};
use entities::session;

/// A session, and what somebody has in it now.
pub(super) struct Own<'a> {
    session: &'a session::Model,
    state: SessionState,
    /// Their latest booking, unless it was an offer that has lapsed.
    booking: Option<Booking>,
    /// The number of the last event of it.
    latest_event: i64,
    leads: bool,
}

impl<'a> Own<'a> {
    pub fn of(ctx: &Ctx, session: &'a session::Model, parts: &Parts) -> Self {
        let now = ctx.rule_now();
        Self {
            state: state_of(session, now),
            booking: parts.booking(session.id, now),
            latest_event: parts.latest_event(session.id),
            leads: parts.leads(session.id),
            session,
        }
    }

    /// By which number of their events somebody acted in what a mail tells: of a booking, whoever asked for it first.
    pub fn acted_in(&self, news: News, about: &Arguments) -> Option<i64> {
        match news {
            News::GivenUp => about.event,
            News::Requested | News::Booked | News::Waiting | News::Offered(_) | News::Declined => {
                self.booking.as_ref().map(|booking| booking.asked)
            }
            _ => None,
        }
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
    pub fn news(&self, ctx: &Ctx, Item { kind, about }: &Item) -> Option<News> {
        // What has been said of their booking since is told by another mail.
        let is_latest = about.event.is_none_or(|event| event == self.latest_event);
        if !is_latest && about.ended.is_none() {
            return None;
        }
        match (kind, self.kept()) {
            (MailKind::SeatRequested, Some(Kept::Request)) => Some(News::Requested),
            (MailKind::SeatBooked, Some(Kept::Seat)) => Some(News::Booked),
            (MailKind::SeatWaiting, Some(Kept::Place)) => Some(News::Waiting),
            (MailKind::SeatOffered, Some(Kept::Offer(until))) => Some(News::Offered(until)),
            (MailKind::SessionMoved, Some(kept)) => Some(News::Changed(Change::Moved, kept)),
            (MailKind::SessionRenamed, Some(kept)) => Some(News::Changed(Change::Renamed, kept)),
            (MailKind::SessionMovedAndRenamed, Some(kept)) => {
                Some(News::Changed(Change::Both, kept))
            }
            (MailKind::SessionToLead, Some(Kept::Lead)) => Some(News::Leads),
            (MailKind::SeatDeclined, _) => Some(News::Declined),
            (MailKind::SeatCancelled, _) => Some(News::Cancelled(self.session.cancel_reason)),
            (MailKind::SeatGivenUp, _) => Some(News::GivenUp),
            (MailKind::SessionNotToLead, _) => Some(News::LeadsNoMore(self.session.cancel_reason)),
            (MailKind::SessionFeedback, _) => Some(News::Feedback(Phase::After)),
            (MailKind::SessionFollowUp, _) => Some(News::Feedback(Phase::FollowUp)),
            (MailKind::SessionInvitation, None) => {
                let now = ctx.rule_now();
                let goes_on = closes_at(self.session) > now;
                let unasked = self.booking.is_none() && self.state == SessionState::Scheduled;
                let opens = opens_at(self.session).filter(|opens| *opens > now);
                let series = self.session.series_id;
                (unasked && goes_on).then_some(News::Invited { series, opens })
            }
            (MailKind::SessionReminder, Some(Kept::Seat)) => {
                let (starts, now) = (slot_of(self.session).starts, ctx.rule_now());
                let is_ahead = starts > now && Some(starts.date()) == about.day;
                let days = starts.date().signed_duration_since(now.date()).num_days();
                is_ahead.then_some(News::Reminder(days))
            }
            _ => None,
        }
    }

    /// Where to join, where they may know.
    pub fn link(&self) -> Option<&'a str> {
        let may_know = self.kept().is_some_and(Kept::tells_the_link);
        self.session.link.as_deref().filter(|_| may_know)
    }
}

/// What a calendar is told beside news of a session, if anything; `ended` is set where it stood there before. An offer and a place on
/// the list are no appointments.
pub(super) fn told_calendar(news: News, ended: Option<i64>) -> Option<Method> {
    match news {
        News::Booked | News::Leads | News::Changed(_, Kept::Seat | Kept::Lead) => {
            Some(Method::Request)
        }
        News::Cancelled(_) | News::GivenUp | News::LeadsNoMore(_) => ended.map(|_| Method::Cancel),
        News::Requested
        | News::Waiting
        | News::Offered(_)
        | News::Declined
        | News::Changed(_, Kept::Offer(_) | Kept::Place | Kept::Request)
        | News::Reminder(_)
        | News::Feedback(_)
        | News::Invited { .. } => None,
    }
}
