//! Coming to a session as a piece of evidence: computed from its register; kept is only what rests on it.

use crate::error::Result;
use crate::sessions::{Known, known_at, known_of};
use domain::codes::{Evidence, EvidenceSource};
use domain::coverage::Facts;
use domain::evidence::views::EvidenceLine;
use domain::ids::{CompetencyId, EvidenceItemId, JudgementSequence, PersonId, SessionId};
use domain::redactions::Words;
use domain::sessions::attended::Attended;
use entities::{judgement_attendance, judgement_evidence};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, BTreeSet};

/// Lines, and the judgements that rest on each as if it were a stored piece.
pub(super) type Computed = (Vec<EvidenceLine>, Vec<judgement_evidence::Model>);

/// All of a person's; one query where they came to nothing, and four otherwise.
pub(super) async fn of_person(
    db: &impl ConnectionTrait,
    facts: &Facts,
    person: PersonId,
) -> Result<Computed> {
    let known = known_of(db, person).await?;
    if known.is_empty() {
        return Ok(Computed::default());
    }
    let own = judgement_attendance::Column::PersonId.eq(person);
    let rows = judgement_attendance::Entity::find().filter(own).all(db).await?;
    let attached: Vec<judgement_evidence::Model> = rows.iter().map(as_piece).collect();
    let line = |one: &Known| {
        let line = line(facts, one);
        let is_attached = attached.iter().any(|row| row.item_id == line.id);
        (one.counts() || is_attached).then_some(EvidenceLine { attached: is_attached, ..line })
    };
    Ok((known.iter().filter_map(line).collect(), attached))
}

/// Those that these judgements rest on, without what they are about; one query where there are none, and four otherwise.
pub(super) async fn under(
    db: &impl ConnectionTrait,
    facts: &Facts,
    judgements: &[JudgementSequence],
) -> Result<Computed> {
    let under = judgement_attendance::Column::JudgementSequence.is_in(judgements.iter().copied());
    let rows = judgement_attendance::Entity::find().filter(under).all(db).await?;
    if rows.is_empty() {
        return Ok(Computed::default());
    }
    let sessions: BTreeSet<SessionId> = rows.iter().map(|row| row.session_id).collect();
    let people: BTreeSet<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let known = known_at(db, sessions, people).await?;
    let line = |one: &Known| EvidenceLine { attached: true, about: Vec::new(), ..line(facts, one) };
    Ok((known.iter().map(line).collect(), rows.iter().map(as_piece).collect()))
}

fn as_piece(row: &judgement_attendance::Model) -> judgement_evidence::Model {
    let item_id = Attended::piece(row.session_id, row.person_id);
    judgement_evidence::Model { judgement_sequence: row.judgement_sequence, item_id }
}

fn line(facts: &Facts, known: &Known) -> EvidenceLine {
    let Known { person, attended, outcomes, .. } = known;
    let of = |id: CompetencyId| facts.competencies.iter().find(|competency| competency.id == id);
    let about = outcomes.iter().filter_map(|outcome| of(outcome.competency_id));
    let mut about: Vec<(String, String)> =
        about.map(|of| (of.code.clone(), of.title.clone())).collect();
    about.sort();
    EvidenceLine {
        id: Attended::piece(attended.session, *person),
        kind: Evidence::Attendance,
        what: Words::Written(attended.words()),
        link: None,
        link_redacted_on: None,
        happened_on: attended.on,
        minutes: attended.cpd_minutes(),
        participatory: attended.came(),
        source: EvidenceSource::Session,
        about,
        file: None,
        attached: false,
        imported_by: None,
    }
}

/// The sessions that count as evidence of a person, by the piece that each is.
pub(super) async fn countable(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<BTreeMap<EvidenceItemId, SessionId>> {
    let known = known_of(db, person).await?;
    let counting = known.iter().filter(|one| one.counts()).map(|one| one.attended.session);
    Ok(counting.map(|session| (Attended::piece(session, person), session)).collect())
}

/// Lets a judgement about a person rest on their having come to these sessions.
pub(super) async fn rest_on(
    tx: &impl ConnectionTrait,
    (judgement, person): (JudgementSequence, PersonId),
    sessions: impl IntoIterator<Item = SessionId>,
) -> Result<()> {
    let rows = sessions.into_iter().map(|session| judgement_attendance::ActiveModel {
        judgement_sequence: Set(judgement),
        session_id: Set(session),
        person_id: Set(person),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        judgement_attendance::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// What one judgement rests on of this kind, under another too.
pub(super) async fn carry_over(
    tx: &impl ConnectionTrait,
    from: JudgementSequence,
    to: JudgementSequence,
) -> Result<()> {
    let under = judgement_attendance::Column::JudgementSequence.eq(from);
    let rows = judgement_attendance::Entity::find().filter(under).all(tx).await?;
    let Some(person) = rows.first().map(|row| row.person_id) else { return Ok(()) };
    rest_on(tx, (to, person), rows.into_iter().map(|row| row.session_id)).await
}
