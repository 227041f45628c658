//! Where the free texts about people are stored: one pair of arms a kind, to find it and to blank it.

use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::JudgementKind;
use domain::ids::{CompetencyId, PersonId};
use domain::redactions::TextKind;
use entities::{judgement, reflection};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Value};

/// A free text in its row.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub kind: TextKind,
    pub row: String,
    pub person: PersonId,
    /// The judgement it stands beside.
    pub beside: judgement::Model,
    /// `None` where it was blanked, or nothing ever stood there.
    pub words: Option<String>,
}

impl Stored {
    pub fn competency(&self) -> CompetencyId {
        self.beside.competency_id
    }

    pub const fn said(&self) -> JudgementKind {
        self.beside.kind
    }

    pub const fn made_on(&self) -> NaiveDate {
        self.beside.made_on
    }

    fn note(beside: judgement::Model) -> Self {
        Self {
            kind: TextKind::JudgementNote,
            row: beside.sequence.to_string(),
            person: beside.person_id,
            words: beside.note.clone(),
            beside,
        }
    }

    fn reflection((row, beside): (reflection::Model, Option<judgement::Model>)) -> Option<Self> {
        let beside = beside?;
        Some(Self {
            kind: TextKind::Reflection,
            row: row.judgement_sequence.to_string(),
            person: row.person_id,
            words: row.text,
            beside,
        })
    }
}

/// Which texts are meant.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which<'a> {
    /// The one in this row, even when it was blanked.
    Row(&'a str),
    /// All that are written in somebody's record.
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
        TextKind::JudgementNote => notes(db, which).await,
        TextKind::Reflection => reflections(db, which).await,
    }
}

/// Blanks a text; everything else in its row stays.
pub(super) async fn blank(tx: &impl ConnectionTrait, text: &Stored) -> Result<()> {
    let nothing = || Expr::value(Value::String(None));
    let sequence = text.beside.sequence;
    match text.kind {
        TextKind::JudgementNote => {
            let row = judgement::Entity::update_many()
                .col_expr(judgement::Column::Note, nothing())
                .filter(judgement::Column::Sequence.eq(sequence));
            row.exec(tx).await?;
        }
        TextKind::Reflection => {
            let row = reflection::Entity::update_many()
                .col_expr(reflection::Column::Text, nothing())
                .filter(reflection::Column::JudgementSequence.eq(sequence));
            row.exec(tx).await?;
        }
    }
    Ok(())
}

/// One act may write one note beside many judgements, when people are recognised; it has one moment and one account.
async fn notes(db: &impl ConnectionTrait, which: Which<'_>) -> Result<Vec<Stored>> {
    use judgement::Column::{ByAccountId, Note, PersonId, RecordedAt, Sequence};
    let all = judgement::Entity::find();
    let meant = match which {
        Which::Row(row) => match row.parse::<i64>() {
            Ok(sequence) => all.filter(Sequence.eq(sequence)),
            Err(_) => return Ok(Vec::new()),
        },
        Which::Of(person) => all.filter(PersonId.eq(person)).filter(Note.is_not_null()),
        Which::CopiesOf(Stored { beside, words, .. }) => all
            .filter(Note.eq(words.clone().unwrap_or_default()))
            .filter(RecordedAt.eq(beside.recorded_at))
            .filter(match beside.by_account_id {
                Some(account) => ByAccountId.eq(account),
                None => ByAccountId.is_null(),
            })
            .filter(Sequence.ne(beside.sequence)),
    };
    Ok(meant.all(db).await?.into_iter().map(Stored::note).collect())
}

/// A reflection that is attached to a request stands there once more.
async fn reflections(db: &impl ConnectionTrait, which: Which<'_>) -> Result<Vec<Stored>> {
    use reflection::Column::{JudgementSequence, PersonId, Text};
    let all = reflection::Entity::find().find_also_related(judgement::Entity);
    let meant = match which {
        Which::Row(row) => match row.parse::<i64>() {
            Ok(sequence) => all.filter(JudgementSequence.eq(sequence)),
            Err(_) => return Ok(Vec::new()),
        },
        Which::Of(person) => all.filter(PersonId.eq(person)).filter(Text.is_not_null()),
        Which::CopiesOf(Stored { beside, words, person, .. }) => all
            .filter(Text.eq(words.clone().unwrap_or_default()))
            .filter(PersonId.eq(*person))
            .filter(JudgementSequence.ne(beside.sequence)),
    };
    Ok(meant.all(db).await?.into_iter().filter_map(Stored::reflection).collect())
}
