//! Notes beside judgements, and reflections.

use super::texts::{Beside, Stored, Which, Whose};
use crate::error::Result;
use domain::ids::JudgementSequence;
use domain::redactions::TextKind;
use entities::{judgement, reflection};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, Value};

fn note(beside: judgement::Model) -> Stored {
    Stored {
        kind: TextKind::JudgementNote,
        row: beside.sequence.to_string(),
        whose: Whose::Person(beside.person_id),
        words: beside.note.clone(),
        beside: Beside::Judgement(Box::new(beside)),
    }
}

fn reflection((row, beside): (reflection::Model, Option<judgement::Model>)) -> Option<Stored> {
    Some(Stored {
        kind: TextKind::Reflection,
        row: row.judgement_sequence.to_string(),
        whose: Whose::Person(row.person_id),
        words: row.text,
        beside: Beside::Judgement(Box::new(beside?)),
    })
}

/// One act may write one note beside many judgements, when people are recognised; it has one moment and one account. What
/// somebody asks again is the same note of the same person's, at another moment.
pub(super) async fn notes(db: &impl ConnectionTrait, which: Which<'_>) -> Result<Vec<Stored>> {
    use judgement::Column::{ByAccountId, Note, PersonId, RecordedAt, Sequence};
    let all = judgement::Entity::find();
    let meant = match which {
        Which::Row(row) => match row.parse::<i64>() {
            Ok(sequence) => all.filter(Sequence.eq(sequence)),
            Err(_) => return Ok(Vec::new()),
        },
        Which::Of(person) => all.filter(PersonId.eq(person)).filter(Note.is_not_null()),
        Which::CopiesOf(Stored { beside: Beside::Judgement(beside), words, .. }) => all
            .filter(Note.eq(words.clone().unwrap_or_default()))
            .filter(Condition::any().add(PersonId.eq(beside.person_id)).add(
                Condition::all().add(RecordedAt.eq(beside.recorded_at)).add(
                    match beside.by_account_id {
                        Some(account) => ByAccountId.eq(account),
                        None => ByAccountId.is_null(),
                    },
                ),
            ))
            .filter(Sequence.ne(beside.sequence)),
        Which::CopiesOf(_) => return Ok(Vec::new()),
    };
    Ok(meant.all(db).await?.into_iter().map(note).collect())
}

/// A reflection that is attached to a request stands there once more.
pub(super) async fn reflections(
    db: &impl ConnectionTrait,
    which: Which<'_>,
) -> Result<Vec<Stored>> {
    use reflection::Column::{JudgementSequence, PersonId, Text};
    let all = reflection::Entity::find().find_also_related(judgement::Entity);
    let meant = match which {
        Which::Row(row) => match row.parse::<i64>() {
            Ok(sequence) => all.filter(JudgementSequence.eq(sequence)),
            Err(_) => return Ok(Vec::new()),
        },
        Which::Of(person) => all.filter(PersonId.eq(person)).filter(Text.is_not_null()),
        Which::CopiesOf(Stored { beside: Beside::Judgement(beside), words, .. }) => all
            .filter(Text.eq(words.clone().unwrap_or_default()))
            .filter(PersonId.eq(beside.person_id))
            .filter(JudgementSequence.ne(beside.sequence)),
        Which::CopiesOf(_) => return Ok(Vec::new()),
    };
    Ok(meant.all(db).await?.into_iter().filter_map(reflection).collect())
}

pub(super) async fn blank(
    tx: &impl ConnectionTrait,
    kind: TextKind,
    sequence: JudgementSequence,
) -> Result<()> {
    let nothing = Expr::value(Value::String(None));
    if kind == TextKind::Reflection {
        let row = reflection::Entity::update_many()
            .col_expr(reflection::Column::Text, nothing)
            .filter(reflection::Column::JudgementSequence.eq(sequence));
        row.exec(tx).await?;
    } else {
        let row = judgement::Entity::update_many()
            .col_expr(judgement::Column::Note, nothing)
            .filter(judgement::Column::Sequence.eq(sequence));
        row.exec(tx).await?;
    }
    Ok(())
}
