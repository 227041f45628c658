//! The mails about a session: what somebody is told, and in which words.
//!
//! They name nobody but their reader, and whoever acted for them: a mail is read on screens and in mailboxes that nobody here knows.

mod change; // what is not as it was
mod several; // of a series, by one act

pub use change::Change;
pub use several::{Became, words_of_several};

use super::feedback::Phase;
use super::times::Slot;
use super::{BookingState, CancelReason};
use crate::dates::{spoken_deadline, spoken_opening};
use crate::ids::{SessionId, SessionSeriesId};
use crate::outbox::MailKind;
use crate::reminders::words::{Reader, Words};
use chrono::NaiveDateTime;

/// What somebody is told when their booking comes into a state; `was_booked` says whether they had a seat until then, and
/// `by_another` that whoever manages them did it for them. What nobody waits to hear is not told: that one has asked for a seat
/// oneself, or has given up what stands in no calendar.
pub const fn told_of(state: BookingState, was_booked: bool, by_another: bool) -> Option<MailKind> {
    match (state, was_booked || by_another) {
        (BookingState::Requested, _) if by_another => Some(MailKind::SeatRequested),
        (BookingState::Requested, _) | (BookingState::CancelledByPerson, false) => None,
        (BookingState::Declined, _) => Some(MailKind::SeatDeclined),
        (BookingState::Waitlisted, _) => Some(MailKind::SeatWaiting),
        (BookingState::Offered, _) => Some(MailKind::SeatOffered),
        (BookingState::Booked, _) => Some(MailKind::SeatBooked),
        (BookingState::CancelledByPerson, true) => Some(MailKind::SeatGivenUp),
        (BookingState::CancelledBySession, _) => Some(MailKind::SeatCancelled),
    }
}

/// The mail by which whoever came is asked for feedback.
pub const fn asking_for(phase: Phase) -> MailKind {
    match phase {
        Phase::After => MailKind::SessionFeedback,
        Phase::FollowUp => MailKind::SessionFollowUp,
    }
}

/// A session as a mail tells of it.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub session: SessionId,
    pub title: &'a str,
    pub slot: Slot,
    /// Where it is, in a few words.
    pub place: &'a str,
    /// Where to join online, for whoever may know.
    pub link: Option<&'a str>,
    /// The name of whoever did for the reader what the mail tells of; none where they did it themselves, or nobody did.
    pub by: Option<&'a str>,
}

/// What somebody has in a session that has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Seat,
    /// Until when it holds.
    Offer(NaiveDateTime),
    /// A place on the waiting list.
    Place,
    /// A request that a team manager is to answer.
    Request,
    Lead,
}

impl Kept {
    /// Whether where to join online is for them to know: for whoever holds a seat or leads.
    pub const fn tells_the_link(self) -> bool {
        matches!(self, Self::Seat | Self::Offer(_) | Self::Lead)
    }
}

/// What a mail tells, as it stands when it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// A seat is asked for: somebody did that for the reader.
    Requested,
    Booked,
    Waiting,
    /// Until when.
    Offered(NaiveDateTime),
    Declined,
    /// Its title, its time or its place; what the reader has in it stays.
    Changed(Change, Kept),
    /// The reader's booking was cancelled; with the reason where the whole session was.
    Cancelled(Option<CancelReason>),
    GivenUp,
    Leads,
    /// With the reason where the whole session was cancelled.
    LeadsNoMore(Option<CancelReason>),
    /// In how many days it is.
    Reminder(i64),
    /// The reader came, and is asked for feedback.
    Feedback(Phase),
    /// The reader's team is invited; with the series where the session is one of several, and with when booking opens where that is
    /// still to come.
    Invited {
        series: Option<SessionSeriesId>,
        opens: Option<NaiveDateTime>,
    },
}

/// A mail in words.
pub fn words(news: News, about: &About<'_>, reader: Reader<'_>) -> Words {
    let About { session, title, slot, place, link, by } = about;
    let base = reader.base_url;
    let (when, join) = (slot.words(), join(*link));
    let (happened, next) = (happened(news, *by), next(news));
    let page = match news {
        News::Cancelled(Some(_)) => format!("{base}/sessions"),
        News::Invited { series: Some(series), .. } => format!("{base}/sessions/series/{series}"),
        News::Feedback(_) => format!("{base}/sessions/{session}/feedback"),
        _ => format!("{base}/sessions/{session}"),
    };
    let choice = match news {
        News::Reminder(_) | News::Feedback(_) => {
            format!("\n\nTo choose if you are reminded, go to\n{base}/account/mail")
        }
        News::Invited { .. } => {
            format!("\n\nTo choose if you are told of invitations, go to\n{base}/account/mail")
        }
        _ => String::new(),
    };
    let text = format!(
        "Dear {}\n\n{happened}\n\nWhat: {title}\nWhen: {when}\nWhere: {place}\n{join}\n{next}\n{page}{choice}\n",
        reader.first_name
    );
    Words { subject: format!("Esteem: {}", subject(news, title, by.is_some())), text }
}

/// A line with where to join, for whoever may know.
fn join(link: Option<&str>) -> String {
    link.map(|link| format!("Join online: {link}\n")).unwrap_or_default()
}

fn subject(news: News, title: &str, by_another: bool) -> String {
    match news {
        News::Requested => format!("a seat in {title} is asked for in your name"),
        News::Booked => format!("you have a seat in {title}"),
        News::Waiting => format!("you are on the waiting list of {title}"),
        News::Offered(_) => format!("a seat in {title} is offered to you"),
        News::Declined => format!("your request for {title} was not approved"),
        News::Changed(change, _) => change.subject(title),
        News::Cancelled(Some(_)) | News::LeadsNoMore(Some(_)) => format!("{title} is cancelled"),
        News::Cancelled(None) => format!("your booking of {title} was cancelled"),
        News::GivenUp if by_another => format!("your place in {title} was given up"),
        News::GivenUp => format!("you have given up your seat in {title}"),
        News::Leads => format!("you lead {title}"),
        News::LeadsNoMore(None) => format!("you no longer lead {title}"),
        News::Invited { .. } => format!("your team is invited to {title}"),
        News::Reminder(0) => format!("{title} is today"),
        News::Reminder(1) => format!("{title} is tomorrow"),
        News::Reminder(days) => format!("{title} is in {days} days"),
        News::Feedback(Phase::After) => format!("please give feedback on {title}"),
        News::Feedback(Phase::FollowUp) => {
            format!("please say once more how confident you are, after {title}")
        }
    }
}

/// What has happened, in a sentence or two, and who did it for the reader.
fn happened(news: News, by: Option<&str>) -> String {
    let what = what(news, by);
    let asked = matches!(
        news,
        News::Requested | News::Booked | News::Waiting | News::Offered(_) | News::Declined
    );
    match by.filter(|_| asked) {
        Some(name) => format!("{what} {name} booked it for you."),
        None => what,
    }
}

fn what(news: News, by: Option<&str>) -> String {
    let cancelled = |reason: CancelReason| {
        format!("This session does not take place. The reason: {}.", reason.label())
    };
    match news {
        News::Requested => {
            "A seat in this session is asked for in your name. Your team manager answers first."
                .to_owned()
        }
        News::Booked => "You have a seat in this session.".to_owned(),
        News::Waiting => {
            "No seat that you could take is free, so you are on the waiting list of this session."
                .to_owned()
        }
        News::Offered(until) => format!(
            "A seat in this session is offered to you until {}. After that it goes to whoever has waited longest.",
            spoken_deadline(until)
        ),
        News::Declined => {
            "Your team manager did not approve your request for a seat in this session.".to_owned()
        }
        News::Changed(change, kept) => format!("{} {}", change.words(), still(kept)),
        News::Cancelled(Some(reason)) => format!("{} Your booking has ended.", cancelled(reason)),
        News::Cancelled(None) => {
            "Whoever runs this session has cancelled your booking. The session itself takes place."
                .to_owned()
        }
        News::GivenUp => match by {
            Some(name) => format!("{name} has given up your place in this session for you."),
            None => "You have given up your seat in this session.".to_owned(),
        },
        News::Leads => "You lead this session.".to_owned(),
        News::LeadsNoMore(Some(reason)) => cancelled(reason),
        News::LeadsNoMore(None) => "You no longer lead this session.".to_owned(),
        News::Reminder(_) => "This is a reminder: you have a seat in this session.".to_owned(),
        News::Feedback(Phase::After) => {
            "The register says that you came to this session. Please say how useful it was, and how confident you are. Whoever \
             taught it reads counts and means alone."
                .to_owned()
        }
        News::Feedback(Phase::FollowUp) => {
            "Some weeks ago you came to this session. Please say once more how confident you are, so that whoever taught it can \
             see what lasts. They read counts and means alone."
                .to_owned()
        }
        News::Invited { series, opens } => {
            let invited = match series {
                None => "Your team is invited to this session.",
                Some(_) => "Your team is invited to a series of sessions. This is one of them.",
            };
            match opens {
                None => invited.to_owned(),
                Some(opens) => format!("{invited} Booking opens on {}.", spoken_opening(opens)),
            }
        }
    }
}

fn still(kept: Kept) -> String {
    match kept {
        Kept::Seat => "You still have your seat.".to_owned(),
        Kept::Offer(until) => {
            format!("A seat is still offered to you, until {}.", spoken_deadline(until))
        }
        Kept::Place => "You are still on the waiting list.".to_owned(),
        Kept::Request => "Your request for a seat still waits for your team manager.".to_owned(),
        Kept::Lead => "You still lead it.".to_owned(),
    }
}

/// What to do next, up to the address where it is done.
const fn next(news: News) -> &'static str {
    match news {
        News::Booked | News::Changed(_, Kept::Seat) => {
            "Removing it from your calendar does not give up your seat. If you cannot come, give it up, so that somebody else can have it:"
        }
        News::Reminder(_) => {
            "If you cannot come, give your seat up now, so that somebody else can have it:"
        }
        News::Waiting => {
            "Seats go to whoever has waited longest. Esteem tells you when one is offered to you. To see your place on the list, or to leave it, go to"
        }
        News::Offered(_) | News::Changed(_, Kept::Offer(_)) => "To accept or decline it, go to",
        News::Requested => "If you do not want it, you can take the request back:",
        News::Declined | News::Changed(_, Kept::Place | Kept::Request) => {
            "To read more about it, go to"
        }
        News::Cancelled(Some(_)) => "To find another session, go to",
        News::Cancelled(None) => "To read more, or to book again, go to",
        News::GivenUp => {
            "If you want to come after all, you can book again, as long as there are seats:"
        }
        News::Leads | News::Changed(_, Kept::Lead) => "To read more, or to stand back, go to",
        News::LeadsNoMore(_) => "To read more, go to",
        News::Feedback(_) => "To answer, go to",
        News::Invited { series: None, .. } => "To read more, and to book a seat, go to",
        News::Invited { series: Some(_), .. } => "To see all of them, and to book seats, go to",
    }
}

#[cfg(test)]
mod tests;
