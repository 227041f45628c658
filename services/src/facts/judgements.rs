//! Judgements: heard once, and kept when everything around them is read again.

use super::load::{Index, level};
use crate::clock::in_london;
use crate::db::Db;
use crate::error::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::coverage::Facts;
use domain::ids::{CompetencyId, PersonId};
use domain::standing::Event;
use entities::judgement;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashSet;
use std::sync::Arc;

/// Takes the judgements of the old copy over, where they still mean the same competencies; returns the sequence up to
/// which they are complete.
pub(super) fn keep_judgements(
    facts: &mut Facts,
    index: &Index,
    old: Arc<Facts>,
    old_index: &Index,
    last_sequence: i64,
) -> i64 {
    let stays = |(id, at)| index.competencies.get(id) == Some(at);
    if !old_index.competencies.iter().all(stays) {
        return 0;
    }
    let mut old = Arc::unwrap_or_clone(old);
    facts.recorded.keep_judgements(&mut old.recorded);
    for (id, &was_at) in &old_index.people {
        let now = index.people.get(id).and_then(|&at| facts.people.get_mut(at));
        if let (Some(now), Some(was)) = (now, old.people.get_mut(was_at)) {
            now.judgements = std::mem::take(&mut was.judgements);
        }
    }
    last_sequence
}

/// Makes room for everybody's judgements at once. They come in the order of recording, a few of everybody at a time: what grows with them
/// leaves as much memory behind as it takes.
async fn make_room(db: &Db, facts: &mut Facts, index: &Index) -> Result<()> {
    let counted: Vec<(PersonId, i64)> = judgement::Entity::find()
        .select_only()
        .column(judgement::Column::PersonId)
        .column_as(judgement::Column::Sequence.count(), "judgements")
        .group_by(judgement::Column::PersonId)
        .into_tuple()
        .all(db.read())
        .await?;
    for (person, many) in counted {
        let person = index.people.get(&person).and_then(|&at| facts.people.get_mut(at));
        if let Some(person) = person {
            person.judgements.reserve_exact(usize::try_from(many).unwrap_or_default());
        }
    }
    Ok(())
}

type JudgementRow = (
    i64,
    PersonId,
    CompetencyId,
    domain::codes::JudgementKind,
    Option<i32>,
    NaiveDate,
    Option<NaiveDate>,
    DateTime<Utc>,
);

/// Adds the judgements recorded after `last`; returns the last sequence heard.
pub(super) async fn hear_judgements(
    db: &Db,
    facts: &mut Facts,
    index: &Index,
    mut last: i64,
) -> Result<i64> {
    /// Rows read at once: memory stays flat while a whole system's history is read.
    const PAGE: u64 = 1_000;
    use judgement::Column as J;
    if last == 0 {
        make_room(db, facts, index).await?;
    }
    let mut heard: HashSet<usize> = HashSet::new();
    'pages: loop {
        let rows: Vec<JudgementRow> = judgement::Entity::find()
            .select_only()
            .columns([J::Sequence, J::PersonId, J::CompetencyId, J::Kind, J::Level])
            .columns([J::MadeOn, J::OriginalOn, J::RecordedAt])
            .filter(J::Sequence.gt(last))
            .order_by_asc(J::Sequence)
            .limit(PAGE)
            .into_tuple()
            .all(db.read())
            .await?;
        if rows.is_empty() {
            break;
        }
        for (sequence, person, competency, kind, number, day, original, recorded_at) in rows {
            let (Some(&at), Some(&competency)) =
                (index.people.get(&person), index.competencies.get(&competency))
            else {
                // Somebody who was added after the places were read: the counter of places has moved, so the next
                // use reads them again and goes on from here.
                break 'pages;
            };
            let level = level(number);
            let event = Event { competency, kind, level, day, original, sequence };
            if let Some(person) = facts.people.get_mut(at) {
                person.judgements.push(event);
                heard.insert(at);
            }
            facts.recorded.note_judgement(in_london(recorded_at).date(), sequence);
            last = sequence;
        }
    }
    for at in heard {
        if let Some(person) = facts.people.get_mut(at) {
            person.put_in_order();
        }
    }
    Ok(last)
}
