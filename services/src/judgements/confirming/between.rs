//! Everything the rules of confirming look at between one assessor and one subject, for any competency.

use super::super::rights::Towards;
use super::super::save::{Said, evidence_of, level_of};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::{Evidence, JudgementKind};
use domain::coverage::{Competency, Person};
use domain::frameworks::Level;
use domain::judgements::done::Outcome;
use domain::judgements::{Assessor, Confirming, Signatures};
use domain::requirements::CompetencyIndex;
use entities::judgement;
use std::collections::HashMap;

/// One assessor and one subject.
pub(super) struct Between<'a> {
    pub today: NaiveDate,
    pub subject: &'a Person,
    pub towards: Towards<'a>,
    /// The last day on which the subject confirmed the assessor, by the code of the competency.
    pub confirmed_by_subject: HashMap<String, NaiveDate>,
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

    /// What somebody signed first, as a second signature of today makes it count; what was seen on an earlier day stays dated
    /// so. `None` for what has no level.
    pub fn as_signed(ctx: &Ctx, first: &judgement::Model) -> Option<Self> {
        let signed_before = Some(first.made_on).filter(|on| *on != ctx.today);
        Some(Self {
            level: level_of(first)?,
            made_on: ctx.today,
            evidence: evidence_of(first),
            evidence_on: first.evidence_on.or(signed_before),
            note: None,
        })
    }
}

impl Between<'_> {
    /// The assessor as the rules see them in one competency.
    pub fn assessor(&self, at: CompetencyIndex, of: &Competency) -> Assessor {
        let confirmed_by_subject_on = self.confirmed_by_subject.get(&of.code).copied();
        Assessor { confirmed_by_subject_on, ..self.towards.assessor(at, of) }
    }

    /// Whether the assessor may confirm the subject in this competency at all today.
    pub fn may_confirm(&self, at: CompetencyIndex, of: &Competency) -> bool {
        self.towards.may_confirm(at, of)
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
            subject: self.subject.standing_in(at, of, self.today),
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
