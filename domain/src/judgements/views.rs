//! What pages show of judgements: plain values that cross to the browser.

use super::expiring::Month;
use super::next_steps::NextStep;
use crate::brought::views::AcceptedFrom;
use crate::codes::{Evidence, JudgementKind};
use crate::drafts::Draft;
use crate::evidence::views::EvidenceLine;
use crate::frameworks::Level;
use crate::judgements::countersigning::AwaitingSecond;
use crate::redactions::Words;
use crate::returns::views::ReturnsWaiting;
use crate::sessions::attended::AssessAgain;
use crate::standing::{Confirmed, Standing, Status, level_told};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A person's whole record as at a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub person_name: String,
    /// Each post as `Practice nurse, Limehouse team`.
    pub posts: Vec<String>,
    pub domains: Vec<RecordDomain>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordDomain {
    pub code: String,
    pub title: String,
    pub competencies: Vec<RecordLine>,
}

/// One competency in a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordLine {
    pub code: String,
    pub title: String,
    /// What the person's roles ask; `None` where it is not asked of them.
    pub asked: Option<AskedLevel>,
    /// The titles of the roles that ask it.
    pub asked_by: Vec<String>,
    pub standing: Standing,
    pub status: Option<Status>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedLevel {
    pub level: Level,
    pub critical: bool,
}

impl RecordLine {
    pub fn is_unassessed(&self) -> bool {
        self.status == Some(Status::NotAssessed)
    }

    pub fn is_critical(&self) -> bool {
        self.asked.is_some_and(|asked| asked.critical)
    }

    /// The confirmed level and the last day it is current, where there is one that was not revoked.
    pub const fn confirmed(&self) -> Option<(Level, NaiveDate)> {
        match self.standing.confirmed {
            Confirmed::At { level, due_on, .. } => Some((level, due_on)),
            Confirmed::Never | Confirmed::Revoked => None,
        }
    }

    /// The same as lists show it: what was recognised or accepted stands apart.
    pub fn confirmed_told(&self) -> Option<(String, NaiveDate)> {
        match self.standing.confirmed {
            Confirmed::At { level, kind, due_on, .. } => Some((level_told(level, kind), due_on)),
            Confirmed::Never | Confirmed::Revoked => None,
        }
    }
}

/// A record as its owner reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRecord {
    pub record: Record,
    /// The most pressing of what can be done next.
    pub steps: Vec<NextStep>,
    /// How many there are in all.
    pub steps_in_all: usize,
    /// The codes of domains in which levels are chosen and not yet saved.
    pub begun: Vec<String>,
    /// Outcomes of sessions that they came to, in which they have not assessed themselves since.
    pub assess_again: Vec<AssessAgain>,
    /// Whether they hold something that colleagues could ask them about.
    pub can_help: bool,
}

/// What lies ahead of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ahead {
    pub steps: Vec<NextStep>,
    /// The months in which something expires.
    pub months: Vec<Month>,
}

/// One competency of a record, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordDetail {
    pub line: RecordLine,
    pub domain_code: String,
    pub domain_title: String,
    pub statement: String,
    pub rare_event: bool,
    pub refresh_months: u32,
    /// What each level means here, 1 to 5.
    pub descriptors: Vec<String>,
    /// The roles that ask it, with the level each asks.
    pub asked_by: Vec<(String, AskedLevel)>,
    pub history: Vec<HistoryLine>,
    /// People who could be asked by name.
    pub assessors: Vec<Choice>,
    /// The owner's pieces of evidence about it; none for anybody else.
    pub items: Vec<EvidenceLine>,
    /// Who made the latest request, where it was somebody else for them.
    pub requested_by: Option<String>,
    /// The assessor whom the open request names; none where any may answer.
    pub asked_of: Option<String>,
    /// What the owner began to ask, where they left it to add a piece of evidence.
    pub begun: Option<Draft>,
}

/// A choice of a list: what is sent, and what is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

/// One judgement, as its timeline tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    pub sequence: i64,
    pub kind: JudgementKind,
    pub level: Option<Level>,
    pub made_on: NaiveDate,
    /// Where it was said under an earlier framework version.
    pub earlier: Option<EarlierWording>,
    /// Who said it, where that is on record.
    pub by: Option<String>,
    /// Who brought it in from a file, where it came from one.
    pub imported_by: Option<String>,
    /// Where it was confirmed, where it was accepted from there.
    pub accepted_from: Option<AcceptedFrom>,
    pub evidence: Vec<Evidence>,
    /// The day of what it rests on, where that is another than its own.
    pub evidence_on: Option<NaiveDate>,
    /// Who signed it first, where it took two.
    pub first_signed_by: Option<String>,
    /// The pieces of evidence it rests on; only for their owner.
    pub items: Vec<EvidenceLine>,
    pub note: Option<Words>,
    /// Only for its owner and for the assessor of a request it is attached to.
    pub reflection: Option<Words>,
    pub confidence: Option<u8>,
}

/// What a judgement was about when it was made, where a new version has since worded it anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierWording {
    /// The number of the framework version.
    pub version: i32,
    pub code: String,
    pub title: String,
    /// Whether it is carried over, rather than asked again.
    pub counts: bool,
}

/// An open request, as its assessor's list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRequest {
    pub sequence: i64,
    pub person_name: String,
    pub team_name: String,
    pub competency_code: String,
    pub competency_title: String,
    pub level: Level,
    pub asked_on: NaiveDate,
    pub lapses_on: NaiveDate,
    /// Whether it names this assessor rather than any.
    pub for_me: bool,
    /// Who asked for them, where it was not the person: the sentence beside the evidence is theirs.
    pub asked_by: Option<String>,
}

/// Everything that waits for an assessor, or for a workforce lead's second signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmList {
    pub requests: Vec<OpenRequest>,
    pub signatures: Vec<AwaitingSecond>,
    /// Whether the reader decides requests.
    pub assesses: bool,
}

/// An open request among others that are decided together: its evidence beside what its level means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestBeside {
    pub request: OpenRequest,
    pub statement: String,
    /// What the level asked for means here.
    pub meaning: String,
    pub evidence: Vec<Evidence>,
    /// The pieces of evidence attached to it.
    pub items: Vec<EvidenceLine>,
    pub note: Option<Words>,
    /// Why this assessor cannot confirm it as it stands.
    pub cannot: Option<String>,
}

/// An open request with what there is to judge it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestDetail {
    pub request: OpenRequest,
    pub today: NaiveDate,
    pub statement: String,
    /// What each level means here, 1 to 5.
    pub descriptors: Vec<String>,
    pub rare_event: bool,
    pub evidence: Vec<Evidence>,
    /// The pieces of evidence that are attached to it.
    pub items: Vec<EvidenceLine>,
    pub note: Option<Words>,
    pub self_level: Option<Level>,
    /// The confirmed level that is current, and its due date.
    pub held: Option<(Level, NaiveDate)>,
    /// How that came about.
    pub held_by: Option<JudgementKind>,
    pub reflection: Option<Words>,
    pub history: Vec<HistoryLine>,
    /// Why this assessor cannot confirm the level asked, in words that say what would do.
    pub cannot: Option<String>,
}

/// A claim that a competency is not part of somebody's post, undecided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub person: crate::ids::PersonId,
    pub person_name: String,
    pub competency_code: String,
    pub competency_title: String,
    pub claimed_on: NaiveDate,
    pub reason: Words,
}

/// What waits for the reader, for the home page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// `None` for an account without a staff record.
    pub own: Option<OwnWaiting>,
    /// A manager asked the reader to look at what is due.
    pub nudge: Option<Nudge>,
    /// `None` for whoever neither decides requests nor signs second.
    pub requests: Option<RequestsWaiting>,
    /// Claims that something is not part of a post; `None` for whoever decides none.
    pub claims: Option<usize>,
    /// Records from earlier employers that the reader may accept.
    pub records: usize,
    /// Proposed redactions that the reader may decide.
    pub redactions: usize,
    /// Bookings that wait for the reader as team manager or deputy.
    pub seat_requests: usize,
    pub returns: ReturnsWaiting,
    pub may_recognise: bool,
}

/// Somebody asked the reader to look at their competencies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nudge {
    pub by: String,
    pub made_on: NaiveDate,
}

/// Counts of one's own record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWaiting {
    pub asked: usize,
    /// Met, those due soon among them.
    pub met: usize,
    /// Requests that were sent back and not made again.
    pub sent_back: usize,
    pub critical_unassessed: usize,
    pub other_unassessed: usize,
    /// Due soon and expired, where nothing is asked yet.
    pub due_soon: usize,
    pub expired: usize,
    /// Outcomes of sessions that they came to, in which they have not assessed themselves since.
    pub assess_again: usize,
    /// Sessions that ask for their feedback now.
    pub feedback: usize,
}

/// What somebody could do about their own record, as the home page counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnStep {
    ReadWhySentBack,
    AssessCritical,
    /// After a session.
    AssessAgain,
    /// On a session that they came to.
    GiveFeedback,
    AskAgainExpired,
    AskAgainDueSoon,
    AssessOther,
}

impl OwnWaiting {
    /// What waits and how often, the most pressing first: what somebody else answered, then as next steps are ranked.
    pub fn steps(&self) -> Vec<(OwnStep, usize)> {
        let all = [
            (OwnStep::ReadWhySentBack, self.sent_back),
            (OwnStep::AssessCritical, self.critical_unassessed),
            (OwnStep::AssessAgain, self.assess_again),
            (OwnStep::GiveFeedback, self.feedback),
            (OwnStep::AskAgainExpired, self.expired),
            (OwnStep::AskAgainDueSoon, self.due_soon),
            (OwnStep::AssessOther, self.other_unassessed),
        ];
        all.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestsWaiting {
    pub to_me_by_name: usize,
    pub to_any_assessor: usize,
    /// Confirmations that somebody signed first.
    pub to_countersign: usize,
}

/// What the record itself tells; what sessions ask is not in it.
impl From<&Record> for OwnWaiting {
    fn from(record: &Record) -> Self {
        let unasked = |status| {
            let lines = record.asked().filter(|line| line.status == Some(status));
            lines.filter(|line| !line.standing.awaits_answer()).count()
        };
        Self {
            asked: record.asked().count(),
            met: record.count(Status::Met) + record.count(Status::DueSoon),
            sent_back: record.asked().filter(|l| l.standing.sent_back_on.is_some()).count(),
            critical_unassessed: record.unassessed(true),
            other_unassessed: record.unassessed(false),
            due_soon: unasked(Status::DueSoon),
            expired: unasked(Status::Expired),
            assess_again: 0,
            feedback: 0,
        }
    }
}
