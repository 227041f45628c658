//! Where the free texts of and about people are stored: one pair of arms a kind, to find it and to blank it.

use super::{comment_texts, evidence_texts, judgement_texts};
use crate::clock::in_london;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::dates::spoken;
use domain::ids::{AccountId, PersonId};
use domain::redactions::TextKind;
use entities::{evidence_item, framework_comment, judgement};
use sea_orm::ConnectionTrait;

/// A free text in its row.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub kind: TextKind,
    pub row: String,
    pub whose: Whose,
    pub beside: Beside,
    /// `None` where it was blanked, or nothing ever stood there.
    pub words: Option<String>,
}

/// Whose text it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// It stands in somebody's record, or somebody with a record wrote it.
    Person(PersonId),
    /// Somebody without a staff record wrote it, who calls themselves so.
    Outsider { name: String, account: Option<AccountId> },
}

impl Whose {
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(*person),
            Self::Outsider { .. } => None,
        }
    }

    pub fn name(&self, facts: &Facts) -> String {
        match self {
            Self::Person(person) => facts.name_of(*person),
            Self::Outsider { name, .. } => name.clone(),
        }
    }
}

/// What a text stands beside.
#[derive(Clone, Debug)]
pub(super) enum Beside {
    Judgement(Box<judgement::Model>),
    Evidence(Box<evidence_item::Model>),
    Comment(Box<framework_comment::Model>),
}

impl Stored {
    pub fn made_on(&self) -> NaiveDate {
        match &self.beside {
            Beside::Judgement(row) => row.made_on,
            Beside::Evidence(row) => row.happened_on,
            Beside::Comment(row) => in_london(row.written_at).date(),
        }
    }

    /// Of two of one day, which was recorded later.
    pub fn sequence(&self) -> i64 {
        match &self.beside {
            Beside::Judgement(row) => row.sequence,
            Beside::Evidence(_) | Beside::Comment(_) => 0,
        }
    }

    /// Who wrote it, where that is on record.
    pub fn by(&self, facts: &Facts) -> Option<String> {
        match &self.beside {
            Beside::Judgement(row) => row.by_person_id.map(|id| facts.name_of(id)),
            Beside::Evidence(row) => Some(facts.name_of(row.person_id)),
            Beside::Comment(row) => Some(row.name.clone()),
        }
    }

    /// What it stands beside, in words.
    pub fn beside(&self, facts: &Facts) -> String {
        let competency = |id| facts.competencies.iter().find(|c| c.id == id);
        match &self.beside {
            Beside::Judgement(row) => {
                let of = competency(row.competency_id).map(|c| format!("{} {}", c.code, c.title));
                format!("{}, {}", row.kind.label(), of.unwrap_or_default())
            }
            Beside::Evidence(row) => {
                format!("{}, {}", row.kind.label(), spoken(row.happened_on))
            }
            Beside::Comment(_) => "A draft of the framework".to_owned(),
        }
    }
}

/// Which texts are meant.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which<'a> {
    /// The one in this row, even when it was blanked.
    Row(&'a str),
    /// All that are written in somebody's record, or by them.
    Of(PersonId),
    /// What the act that wrote this one wrote elsewhere too, word for word.
    CopiesOf(&'a Stored),
}

/// The texts of a kind.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    kind: TextKind,
    which: Which<'_>,
) -> Result<Vec<Stored>> {
    match kind {
        TextKind::JudgementNote => judgement_texts::notes(db, which).await,
        TextKind::Reflection => judgement_texts::reflections(db, which).await,
        TextKind::EvidenceText | TextKind::EvidenceLink => {
            evidence_texts::words(db, kind, which).await
        }
        TextKind::EvidenceFile => evidence_texts::files(db, which).await,
        TextKind::FrameworkComment => comment_texts::comments(db, which).await,
    }
}

/// Blanks a text; everything else in its row stays.
pub(super) async fn blank(tx: &impl ConnectionTrait, text: &Stored) -> Result<()> {
    match &text.beside {
        Beside::Judgement(row) => judgement_texts::blank(tx, text.kind, row.sequence).await,
        Beside::Evidence(row) => evidence_texts::blank(tx, text.kind, row.id).await,
        Beside::Comment(row) => comment_texts::blank(tx, row.id).await,
    }
}
