//! Everything the rules of confirming look at between one assessor and one subject, read once for any competency.

use super::super::save::{Said, evidence_of};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::{FoundingGrant, founding_in, foundings_on};
use crate::reach::subject_posts;
use chrono::NaiveDate;
use domain::codes::{Evidence, JudgementKind};
use domain::coverage::{Competency, Facts, Person};
use domain::dates::days_after;
use domain::frameworks::{Level, version_at};
use domain::ids::{CompetencyId, PersonId};
use domain::judgements::confirming::{OBSERVED_WITHIN_DAYS, RECIPROCAL_DAYS, Reaches, may_confirm};
use domain::judgements::done::Outcome;
use domain::judgements::{Assessor, Confirming, Signatures};
use domain::policy::{Action, Actor, Reach, Resource, reach};
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
        let [signer] = Self::load_all(ctx, db, facts, [actor]).await?;
        Ok(signer)
    }

    /// Several who sign, with as many queries as for one.
    pub async fn load_all<const N: usize>(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        facts: &'a Facts,
        actors: [&Actor; N],
    ) -> Result<[Self; N]> {
        let people: Vec<PersonId> = actors.iter().filter_map(|actor| actor.person()).collect();
        let confirmed = confirmed_by(ctx, db, facts, &people).await?;
        let foundings = foundings_on(ctx, facts, ctx.today).await?;
        Ok(actors.map(|actor| {
            let own = foundings.iter().filter(|(account, _)| Some(*account) == actor.account_id());
            let person = actor.person();
            let of_them = confirmed.iter().filter(|by| Some(by.assessor) == person);
            let mut last: HashMap<(PersonId, String), NaiveDate> = HashMap::new();
            for one in of_them {
                let known = last.entry((one.by, one.code.clone())).or_insert(one.on);
                *known = one.on.max(*known);
            }
            Self {
                facts,
                actor: actor.clone(),
                person: person.and_then(|person| facts.person(person)),
                foundings: own.map(|(_, grant)| grant.clone()).collect(),
                confirmed_by: last,
            }
        }))
    }

    /// The signer and one subject; `action` is what they are about to do: decide a request, or record what they observed.
    pub fn with(&self, ctx: &Ctx, subject: PersonId, action: Action) -> Result<Between<'a>> {
        let posts = subject_posts(ctx, self.facts, subject);
        let resource = Resource::Person { person: subject, posts: &posts };
        let reaching = self.foundings.iter().filter(|grant| grant.reaches(&self.actor, resource));
        let by_subject = self.confirmed_by.iter().filter(|((by, _), _)| *by == subject);
        let found = self.facts.person(subject).ok_or_else(|| Refusal::not_found("this person"))?;
        let reach = reach(&self.actor, action);
        let reaches = if self.reaches_at_work(ctx, found, &reach) {
            Reaches::AtWork
        } else if posts.iter().any(|post| reach.contains_post(post)) {
            Reaches::Away
        } else {
            Reaches::Nothing
        };
        Ok(Between {
            today: ctx.today,
            subject: found,
            assessor: self.person,
            reaches,
            foundings: reaching.cloned().collect(),
            confirmed_by_subject: by_subject.map(|((_, code), on)| (code.clone(), *on)).collect(),
        })
    }
}

impl Signer<'_> {
    /// Whether the signer may confirm in this competency at all, were somebody of theirs to show it.
    pub fn may_confirm(&self, ctx: &Ctx, at: CompetencyIndex, of: &Competency) -> bool {
        let standing = self.person.map(|person| person.standing_in(at, of, ctx.today));
        let signer = Assessor {
            has_record: self.person.is_some(),
            is_subject: false,
            reaches: Reaches::AtWork,
            standing: standing.unwrap_or_default(),
            founding: founding_in(&self.foundings, at, of),
            confirmed_by_subject_on: None,
        };
        may_confirm(&signer, ctx.today)
    }

    /// Whether the signer reaches the team of a post that the subject is at work in today: nobody is confirmed while away.
    fn reaches_at_work(&self, ctx: &Ctx, subject: &Person, reach: &Reach) -> bool {
        let places = self
            .facts
            .posts_in_scope(subject, ctx.today)
            .filter_map(|terms| self.facts.places.located_team(terms.team, ctx.today));
        places.into_iter().any(|place| reach.contains(&place))
    }
}

/// One assessor and one subject.
pub(super) struct Between<'a> {
    today: NaiveDate,
    pub subject: &'a Person,
    assessor: Option<&'a Person>,
    reaches: Reaches,
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
            reaches: self.reaches,
            standing: self.standing_of(self.assessor, at, of),
            founding: founding_in(&self.foundings, at, of),
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

/// A confirmation of an assessor's own level.
struct ConfirmedBy {
    assessor: PersonId,
    by: PersonId,
    /// The code of the competency.
    code: String,
    on: NaiveDate,
}

/// Who confirmed these assessors within the time that the rules look back, alone or as one of two.
async fn confirmed_by(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    facts: &Facts,
    assessors: &[PersonId],
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
