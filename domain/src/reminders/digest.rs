//! What stands in a digest: drawn from a record and from what waits, and nothing else.

use super::preferences::{DigestPart, Preferences};
use crate::frameworks::Level;
use crate::ids::JudgementSequence;
use crate::judgements::views::{OpenRequest, Record, RecordLine};
use crate::returns::Step;
use crate::standing::{Confirmed, DUE_SOON_DAYS, Status};
use chrono::NaiveDate;
use std::collections::HashMap;

/// How long before a request lapses somebody is told.
pub const LAPSING_DAYS: i64 = 7;

/// How near the end of a confirmation is; most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    Expired,
    Week,
    Month,
    Quarter,
}

impl Urgency {
    pub const ALL: [Self; 4] = [Self::Expired, Self::Week, Self::Month, Self::Quarter];

    /// How many days ahead the end is at most; before today where it has expired.
    pub const fn days(self) -> i64 {
        match self {
            Self::Expired => -1,
            Self::Week => 7,
            Self::Month => 30,
            Self::Quarter => DUE_SOON_DAYS,
        }
    }

    /// At `day`; `None` while it is not due soon.
    pub fn of(due_on: NaiveDate, day: NaiveDate) -> Option<Self> {
        let ahead = (due_on - day).num_days();
        Self::ALL.into_iter().find(|urgency| ahead <= urgency.days())
    }

    /// As a heading.
    pub fn label(self) -> String {
        match self {
            Self::Expired => "Expired".to_owned(),
            _ => format!("Due within {} days", self.days()),
        }
    }
}

/// Everything a digest is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The reader's own record today.
    pub record: &'a Record,
    /// What was asked of them when they were last told, by the competency's code.
    pub asked_before: &'a HashMap<String, Level>,
    /// Which of their open requests somebody else made for them.
    pub asked_for: &'a [JudgementSequence],
    /// Requests that wait for them as an assessor.
    pub to_confirm: &'a [OpenRequest],
    /// Claims they may decide.
    pub claims: usize,
    /// Records from earlier employers that they may accept.
    pub records: usize,
    /// Bookings of sessions that they may approve or decline.
    pub seat_requests: usize,
    /// Returns of places whose next step is theirs.
    pub returns: ReturnsWaiting,
    /// When they were last told; `None` where they never were, so that everything is news.
    pub since: Option<NaiveDate>,
    pub today: NaiveDate,
}

/// What one mail tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// Most urgent first.
    pub confirmations: Vec<Due>,
    pub requests: Vec<OwnRequest>,
    pub newly_asked: Vec<NewlyAsked>,
    pub to_confirm: ToConfirm,
    pub claims: usize,
    pub records: usize,
    pub seat_requests: usize,
    pub returns: ReturnsWaiting,
}

/// An own confirmation that is due or has expired, and for which nothing is asked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub title: String,
    pub level: Level,
    pub due_on: NaiveDate,
    pub urgency: Urgency,
}

/// An own request that needs something done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRequest {
    pub title: String,
    pub state: RequestState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RequestState {
    SentBack {
        on: NaiveDate,
    },
    /// Open, and can be answered up to this day.
    Lapses {
        after: NaiveDate,
    },
    /// Open, and made by somebody who manages them.
    AskedFor {
        on: NaiveDate,
    },
}

/// What was not asked when the reader was last told, or at a lower level, and is not met yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewlyAsked {
    pub title: String,
    pub level: Level,
    pub critical: bool,
}

/// How many requests wait for the reader as an assessor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToConfirm {
    pub to_me_by_name: usize,
    pub to_any_assessor: usize,
    /// Of both, those that lapse within [`LAPSING_DAYS`].
    pub lapsing: usize,
}

/// How many returns wait for the reader, by what is to be done with them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReturnsWaiting {
    pub to_check: usize,
    pub to_approve: usize,
    pub to_submit: usize,
}

impl ReturnsWaiting {
    /// Counts one whose last step is this.
    pub const fn count(&mut self, last: Step) {
        match last {
            Step::Prepared => self.to_check += 1,
            Step::Checked => self.to_approve += 1,
            Step::Approved => self.to_submit += 1,
            Step::Submitted => {}
        }
    }

    pub const fn in_all(self) -> usize {
        self.to_check + self.to_approve + self.to_submit
    }
}

impl Digest {
    /// The digest as its reader wants it; `None` where nothing in it is news.
    pub fn of(from: &Sources<'_>, wanted: &Preferences) -> Option<Self> {
        let mut digest = Self::default();
        if wanted.wants(DigestPart::Confirmations) {
            digest.confirmations = from.confirmations();
        }
        if wanted.wants(DigestPart::Requests) {
            digest.requests = from.requests();
        }
        if wanted.wants(DigestPart::NewlyAsked) {
            digest.newly_asked = from.newly_asked();
        }
        if wanted.wants(DigestPart::ToDecide) {
            digest.to_confirm = ToConfirm::of(from.to_confirm, from.today);
            digest.claims = from.claims;
            digest.records = from.records;
            digest.seat_requests = from.seat_requests;
            digest.returns = from.returns;
        }
        digest.has_news(from.since).then_some(digest)
    }

    /// The digest of somebody without a record of their own, of whom nothing is asked but what they may do with returns.
    pub fn of_returns(returns: ReturnsWaiting, wanted: &Preferences) -> Option<Self> {
        let is_news = returns.in_all() > 0 && wanted.wants(DigestPart::ToDecide);
        is_news.then(|| Self { returns, ..Self::default() })
    }

    fn has_news(&self, since: Option<NaiveDate>) -> bool {
        let others = self.claims + self.records + self.seat_requests + self.returns.in_all();
        let is_waited_for = self.to_confirm != ToConfirm::default() || others > 0;
        is_waited_for
            || !self.newly_asked.is_empty()
            || self.confirmations.iter().any(|due| due.is_news(since))
            || self.requests.iter().any(|request| request.is_news(since))
    }
}

impl Due {
    fn is_news(&self, since: Option<NaiveDate>) -> bool {
        since.is_none_or(|since| Urgency::of(self.due_on, since) != Some(self.urgency))
    }
}

impl OwnRequest {
    fn is_news(&self, since: Option<NaiveDate>) -> bool {
        match self.state {
            RequestState::SentBack { on } | RequestState::AskedFor { on } => {
                since.is_none_or(|since| on >= since)
            }
            RequestState::Lapses { .. } => true,
        }
    }
}

impl ToConfirm {
    fn of(open: &[OpenRequest], today: NaiveDate) -> Self {
        let to_me_by_name = open.iter().filter(|request| request.for_me).count();
        let lapsing = open.iter().filter(|request| lapses_soon(request.lapses_on, today)).count();
        Self { to_me_by_name, to_any_assessor: open.len() - to_me_by_name, lapsing }
    }

    pub const fn in_all(self) -> usize {
        self.to_me_by_name + self.to_any_assessor
    }
}

fn lapses_soon(lapses_on: NaiveDate, today: NaiveDate) -> bool {
    (0..=LAPSING_DAYS).contains(&(lapses_on - today).num_days())
}

impl Sources<'_> {
    fn lines(&self) -> impl Iterator<Item = &RecordLine> {
        self.record.domains.iter().flat_map(|domain| &domain.competencies)
    }

    /// Whatever is confirmed and due soon, asked or not: it may be what lets them confirm others. What has
    /// expired is told only where it is asked.
    fn confirmations(&self) -> Vec<Due> {
        let due = |line: &RecordLine| {
            let Confirmed::At { level, due_on, .. } = line.standing.confirmed else { return None };
            let urgency = Urgency::of(due_on, self.today)?;
            let matters = match urgency {
                Urgency::Expired => line.status == Some(Status::Expired),
                _ => !line.standing.exempt,
            };
            let is_open = !line.standing.awaits_answer() && matters;
            is_open.then(|| Due { title: line.title.clone(), level, due_on, urgency })
        };
        let mut due: Vec<Due> = self.lines().filter_map(due).collect();
        due.sort_by_key(|due| (due.urgency, due.due_on));
        due
    }

    fn requests(&self) -> Vec<OwnRequest> {
        let state = |line: &RecordLine| match (line.standing.requested, line.standing.sent_back_on)
        {
            (Some(open), _) if lapses_soon(open.lapses_on(), self.today) => {
                Some(RequestState::Lapses { after: open.lapses_on() })
            }
            (Some(open), _) if self.asked_for.contains(&open.sequence) => {
                Some(RequestState::AskedFor { on: open.asked_on })
            }
            (None, Some(on)) => Some(RequestState::SentBack { on }),
            _ => None,
        };
        let told =
            |line: &RecordLine| Some(OwnRequest { title: line.title.clone(), state: state(line)? });
        let mut told: Vec<OwnRequest> = self.lines().filter_map(told).collect();
        told.sort_by_key(|request| request.state);
        told
    }

    /// Critical ones first, then in the order of the framework.
    fn newly_asked(&self) -> Vec<NewlyAsked> {
        let is_new = |line: &RecordLine, level: Level| {
            let before = self.asked_before.get(&line.code);
            before.is_none_or(|before| *before < level)
                && !matches!(line.status, None | Some(Status::Met | Status::DueSoon))
        };
        let newly = |line: &RecordLine| {
            let asked = line.asked.filter(|asked| is_new(line, asked.level))?;
            let (title, critical) = (line.title.clone(), asked.critical);
            Some(NewlyAsked { title, level: asked.level, critical })
        };
        let mut newly: Vec<NewlyAsked> = self.lines().filter_map(newly).collect();
        newly.sort_by_key(|asked| !asked.critical);
        newly
    }
}

#[cfg(test)]
mod tests;
