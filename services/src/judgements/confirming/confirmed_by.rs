//! Who confirmed an assessor's own levels lately: two who confirm each other need a third.

use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::JudgementKind;
use domain::coverage::{Competency, Facts};
use domain::dates::days_after;
use domain::frameworks::version_at;
use domain::ids::{CompetencyId, PersonId};
use domain::judgements::confirming::{OBSERVED_WITHIN_DAYS, RECIPROCAL_DAYS};
use entities::judgement;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::BTreeSet;

/// A confirmation of an assessor's own level.
pub(super) struct ConfirmedBy {
    pub assessor: PersonId,
    pub by: PersonId,
    /// The code of the competency.
    pub code: String,
    pub on: NaiveDate,
}

/// Who confirmed these assessors within the time that the rules look back, alone or as one of two.
pub(super) async fn confirmed_by(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    facts: &Facts,
    assessors: &BTreeSet<PersonId>,
) -> Result<Vec<ConfirmedBy>> {
    let since = days_after(ctx.today, -RECIPROCAL_DAYS - OBSERVED_WITHIN_DAYS);
    let confirmed = judgement::Entity::find()
        .filter(judgement::Column::PersonId.is_in(assessors.iter().copied()))
        .filter(judgement::Column::Kind.eq(JudgementKind::Confirmed))
        .filter(judgement::Column::MadeOn.gte(since))
        .all(db)
        .await?;
    let first: Vec<_> = confirmed.iter().filter_map(|row| row.first_signature).collect();
    let signed_first = match first.is_empty() {
        true => Vec::new(),
        false => {
            let signed = judgement::Column::Sequence.is_in(first);
            judgement::Entity::find().filter(signed).all(db).await?
        }
    };
    let mut all = Vec::new();
    for row in &confirmed {
        let signed =
            signed_first.iter().find(|signed| Some(signed.sequence) == row.first_signature);
        let by = row.by_person_id.into_iter().chain(signed.and_then(|signed| signed.by_person_id));
        for by in by {
            let codes = codes_now(ctx, facts, row.competency_id).into_iter();
            let (assessor, on) = (row.person_id, row.made_on);
            all.extend(codes.map(|code| ConfirmedBy { assessor, by, code, on }));
        }
    }
    Ok(all)
}

/// The codes, in the version that holds today, of a competency and of whatever it became.
fn codes_now(ctx: &Ctx, facts: &Facts, id: CompetencyId) -> Vec<String> {
    let (said_of, version) = (facts.competency_at(id), version_at(&facts.versions, ctx.today));
    let is_it = |at: usize, of: &Competency| {
        said_of.is_some_and(|was| usize::from(was) == at || of.carried.earlier.contains(&was))
    };
    let of_today =
        facts.competencies.iter().enumerate().filter(|(_, of)| Some(of.version) == version);
    of_today.filter(|(at, of)| is_it(*at, of)).map(|(_, of)| of.code.clone()).collect()
}
