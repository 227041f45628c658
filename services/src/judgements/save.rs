//! One judgement into its table: inserted, never updated.

use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::{Evidence, JudgementKind};
use domain::coverage::Facts;
use domain::coverage::facts::said_in;
use domain::frameworks::Level;
use domain::ids::{CompetencyId, JudgementSequence, PersonId};
use domain::requirements::CompetencyIndex;
use domain::standing::{Event, Standing};
use entities::judgement;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder,
};

/// A judgement about to be recorded.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub person: PersonId,
    pub competency: CompetencyId,
    pub kind: JudgementKind,
    pub level: Option<Level>,
    pub made_on: NaiveDate,
    /// The day of the confirmation that is taken over, for `accepted` alone.
    pub original_on: Option<NaiveDate>,
    pub evidence: Vec<Evidence>,
    /// The day of what it rests on, where that is another than its own.
    pub evidence_on: Option<NaiveDate>,
    pub note: Option<String>,
    pub asked_of: Option<PersonId>,
    /// The first signature that it countersigns.
    pub first_signature: Option<JudgementSequence>,
}

impl Said {
    /// A judgement of today with nothing beside it.
    pub fn today(
        ctx: &Ctx,
        person: PersonId,
        competency: CompetencyId,
        kind: JudgementKind,
    ) -> Self {
        Self {
            person,
            competency,
            kind,
            level: None,
            made_on: ctx.today,
            original_on: None,
            evidence: Vec::new(),
            evidence_on: None,
            note: None,
            asked_of: None,
            first_signature: None,
        }
    }

    pub async fn save(self, ctx: &Ctx, tx: &impl ConnectionTrait) -> Result<JudgementSequence> {
        let codes: Vec<&str> = self.evidence.iter().map(|e| e.code()).collect();
        let row = judgement::ActiveModel {
            person_id: Set(self.person),
            competency_id: Set(self.competency),
            kind: Set(self.kind),
            level: Set(self.level.map(|l| i32::from(l.number()))),
            made_on: Set(self.made_on),
            original_on: Set(self.original_on),
            recorded_at: Set(ctx.now),
            by_person_id: Set(ctx.actor.person()),
            by_account_id: Set(ctx.actor.account_id()),
            evidence: Set(Some(codes.join(";")).filter(|c| !c.is_empty())),
            evidence_on: Set(self.evidence_on),
            note: Set(self.note),
            asked_of_id: Set(self.asked_of),
            first_signature: Set(self.first_signature),
            ..Default::default()
        };
        Ok(row.insert(tx).await?.sequence)
    }
}

/// All that was said of a person in a competency and in what became it over framework versions, in order of day, then
/// recording.
pub(super) async fn said_of(
    db: &impl ConnectionTrait,
    facts: &Facts,
    person: PersonId,
    at: CompetencyIndex,
) -> Result<Vec<judgement::Model>> {
    let of = |at: CompetencyIndex| facts.competencies.get(usize::from(at));
    let earlier = of(at).into_iter().flat_map(|now| &now.carried.earlier);
    let all = earlier.chain([&at]).filter_map(|at| of(*at)).map(|competency| competency.id);
    Ok(judgement::Entity::find()
        .filter(judgement::Column::PersonId.eq(person))
        .filter(judgement::Column::CompetencyId.is_in(all))
        .order_by_asc(judgement::Column::MadeOn)
        .order_by_asc(judgement::Column::Sequence)
        .all(db)
        .await?)
}

/// A stored judgement as the rules hear it.
fn heard(facts: &Facts, row: &judgement::Model) -> Option<Event> {
    Some(Event {
        competency: facts.competency_at(row.competency_id)?,
        kind: row.kind,
        level: level_of(row),
        day: row.made_on,
        original: row.original_on,
        sequence: row.sequence,
    })
}

/// Where all that was [`said_of`] a person leaves them today in the competency at `at`.
pub(super) fn standing_of(
    ctx: &Ctx,
    facts: &Facts,
    at: CompetencyIndex,
    said: &[judgement::Model],
) -> Standing {
    let mut events: Vec<Event> = said.iter().filter_map(|row| heard(facts, row)).collect();
    events.sort_by_key(|event| event.competency);
    let competency = facts.competencies.get(usize::from(at));
    competency.map_or_else(Standing::default, |of| {
        of.carried.standing(at, of.refresh_months, &|at| said_in(&events, at), ctx.today)
    })
}

pub(super) fn level_of(row: &judgement::Model) -> Option<Level> {
    Level::try_from(u8::try_from(row.level?).ok()?).ok()
}

pub(crate) fn evidence_of(row: &judgement::Model) -> Vec<Evidence> {
    let codes = row.evidence.as_deref().unwrap_or_default().split(';');
    codes.filter_map(|code| code.parse().ok()).collect()
}
