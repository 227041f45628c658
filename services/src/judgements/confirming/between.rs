//! Everything the rules of confirming look at between one assessor and one subject, read once for any competency.

use super::super::save::{Said, evidence_of};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::{FoundingGrant, founding_in, foundings};
use crate::reach::subject_posts;
use chrono::NaiveDate;
use domain::codes::{Evidence, JudgementKind};
use domain::coverage::{Competency, Facts, Person};
use domain::dates::days_after;
use domain::frameworks::Level;
use domain::ids::PersonId;
use domain::judgements::confirming::{OBSERVED_WITHIN_DAYS, RECIPROCAL_DAYS, may_confirm};
use domain::judgements::done::Outcome;
use domain::judgements::{Assessor, Confirming, Signatures};
use domain::policy::{Action, Actor, Resource, may};
use domain::refusal::Refusal;
use domain::requirements::CompetencyIndex;
use domain::standing::Standing;
use entities::judgement;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// Somebody who signs, with what the rules need to know of them whoever the subject is: as many queries for many subjects
/// as for one.
pub(super) struct Signer<'a> {
    facts: &'a Facts,
    actor: Actor,
    person: Option<&'a Person>,
    foundings: Vec<FoundingGrant>,
    /// The last day on which somebody confirmed the signer, by who it was and the code of the competency.
    confirmed_by: HashMap<(PersonId, String), NaiveDate>,
}

impl<'a> Signer<'a> {
    pub async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        facts: &'a Facts,
        actor: &Actor,
    ) -> Result<Self> {
        let person = actor.person();
        let confirmed_by = match person {
            Some(person) => confirmed_by(ctx, db, facts, person).await?,
            None => HashMap::new(),
        };
        Ok(Self {
            facts,
            actor: actor.clone(),
            person: person.and_then(|person| facts.person(person)),
            foundings: foundings(ctx, actor).await?,
            confirmed_by,
        })
    }

    /// The signer and one subject; `action` is what they are about to do: decide a request, or record what they observed.
    pub fn with(&self, ctx: &Ctx, subject: PersonId, action: Action) -> Result<Between<'a>> {
        let posts = subject_posts(ctx, self.facts, subject);
        let resource = Resource::Person { person: subject, posts: &posts };
        let reaching = self.foundings.iter().filter(|grant| grant.reaches(&self.actor, resource));
        let by_subject = self.confirmed_by.iter().filter(|((by, _), _)| *by == subject);
        let found = self.facts.person(subject).ok_or_else(|| Refusal::not_found("this person"))?;
        Ok(Between {
            today: ctx.today,
            subject: found,
            assessor: self.person,
            in_reach: may(&self.actor, action, resource),
            foundings: reaching.cloned().collect(),
            confirmed_by_subject: by_subject.map(|((_, code), on)| (code.clone(), *on)).collect(),
        })
    }
}

/// One assessor and one subject.
pub(super) struct Between<'a> {
    today: NaiveDate,
    pub subject: &'a Person,
    assessor: Option<&'a Person>,
    in_reach: bool,
    foundings: Vec<FoundingGrant>,
    /// The last day on which the subject confirmed the assessor, by the code of the competency.
    confirmed_by_subject: HashMap<String, NaiveDate>,
}

/// A level with what it rests on.
#[derive(Clone, Debug)]
pub(super) struct Proposed {
    pub level: Level,
    pub made_on: NaiveDate,
    pub evidence: Vec<Evidence>,
    pub evidence_on: Option<NaiveDate>,
    pub note: Option<String>,
}

impl Proposed {
    /// What a request asks for, on the evidence that it names, today.
    pub fn as_asked(ctx: &Ctx, level: Level, request: &judgement::Model) -> Self {
        let (made_on, evidence) = (ctx.today, evidence_of(request));
        Self { level, made_on, evidence, evidence_on: None, note: None }
    }
}

impl Between<'_> {
    /// The assessor as the rules see them in one competency.
    pub fn assessor(&self, at: CompetencyIndex, of: &Competency) -> Assessor {
        Assessor {
            has_record: self.assessor.is_some(),
            is_subject: self.assessor.is_some_and(|person| person.id == self.subject.id),
            in_reach: self.in_reach,
            standing: self.standing_of(self.assessor, at, of),
            founding: founding_in(&self.foundings, &of.code),
            confirmed_by_subject_on: self.confirmed_by_subject.get(&of.code).copied(),
        }
    }

    /// Whether the assessor may confirm the subject in this competency at all today.
    pub fn may_confirm(&self, at: CompetencyIndex, of: &Competency) -> bool {
        may_confirm(&self.assessor(at, of), self.today)
    }

    fn standing_of(
        &self,
        person: Option<&Person>,
        at: CompetencyIndex,
        of: &Competency,
    ) -> Standing {
        person.map(|person| person.standing_in(at, of, self.today)).unwrap_or_default()
    }

    pub fn confirming<'b>(
        &self,
        at: CompetencyIndex,
        of: &'b Competency,
        proposed: &'b Proposed,
    ) -> Confirming<'b> {
        Confirming {
            level: proposed.level,
            made_on: proposed.made_on,
            today: self.today,
            evidence: &proposed.evidence,
            evidence_on: proposed.evidence_on,
            competency: &of.title,
            rare_event: of.rare_event,
            refresh_months: of.refresh_months,
            subject: self.standing_of(Some(self.subject), at, of),
        }
    }

    /// What the assessor's signature under a proposal is recorded as: a confirmation, or the first of two signatures. The
    /// first is dated today, and keeps the day of what was seen beside it.
    ///
    /// # Errors
    /// Refuses whatever stands against it in the rules.
    pub fn sign(
        &self,
        ctx: &Ctx,
        (at, of): (CompetencyIndex, &Competency),
        proposed: Proposed,
    ) -> Result<(Said, Outcome)> {
        let signatures = self.confirming(at, of, &proposed).by(&self.assessor(at, of))?;
        let Proposed { level, made_on, evidence, evidence_on, note } = proposed;
        let said = |kind| Said {
            level: Some(level),
            evidence,
            evidence_on,
            note,
            ..Said::today(ctx, self.subject.id, of.id, kind)
        };
        Ok(match signatures {
            Signatures::One => {
                let confirmed = Said { made_on, ..said(JudgementKind::Confirmed) };
                (confirmed, Outcome::Confirmed(level))
            }
            Signatures::Two(second) => {
                let signed = said(JudgementKind::FirstSignature);
                let seen_on =
                    signed.evidence_on.or_else(|| Some(made_on).filter(|on| *on != ctx.today));
                (Said { evidence_on: seen_on, ..signed }, Outcome::Signed(level, second))
            }
        })
    }
}

/// Who last confirmed the assessor when, alone or as one of two, by who it was and the code of the competency.
async fn confirmed_by(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    facts: &Facts,
    assessor: PersonId,
) -> Result<HashMap<(PersonId, String), NaiveDate>> {
    let since = days_after(ctx.today, -RECIPROCAL_DAYS - OBSERVED_WITHIN_DAYS);
    let confirmed = judgement::Entity::find()
        .filter(judgement::Column::PersonId.eq(assessor))
        .filter(judgement::Column::Kind.eq(JudgementKind::Confirmed))
        .filter(judgement::Column::MadeOn.gte(since))
        .all(db)
        .await?;
    let first = confirmed.iter().filter_map(|row| row.first_signature);
    let signed_first =
        judgement::Entity::find().filter(judgement::Column::Sequence.is_in(first)).all(db).await?;
    let mut last: HashMap<(PersonId, String), NaiveDate> = HashMap::new();
    for row in &confirmed {
        let Some((_, of)) = super::with_id(facts, row.competency_id) else { continue };
        let signed =
            signed_first.iter().find(|signed| Some(signed.sequence) == row.first_signature);
        let by = row.by_person_id.into_iter().chain(signed.and_then(|signed| signed.by_person_id));
        for by in by {
            let known = last.entry((by, of.code.clone())).or_insert(row.made_on);
            *known = row.made_on.max(*known);
        }
    }
    Ok(last)
}
