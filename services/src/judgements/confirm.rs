//! Open requests, and an assessor's decision on one: every rule of section 3 is asked again when it is saved.

use super::history::{Reflections, timeline};
use super::save::{Said, evidence_of, level_of, said_of, standing_of};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::frameworks::descriptors;
use crate::reach::subject_posts;
use crate::viewings;
use chrono::NaiveDate;
use domain::codes::{Evidence, JudgementKind};
use domain::coverage::{Competency, Facts};
use domain::dates::days_after;
use domain::frameworks::Level;
use domain::ids::{JudgementSequence, PersonId};
use domain::judgements::done::Decided;
use domain::judgements::forms::Decision;
use domain::judgements::views::{OpenRequest, RequestDetail};
use domain::judgements::{Assessor, Confirming};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use domain::standing::REQUEST_LAPSES_AFTER_DAYS;
use entities::{competency, judgement, reflection};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Requests that wait for the signed-in assessor, to them by name first, then the oldest.
///
/// # Errors
/// Refuses whoever decides no requests.
pub async fn open_requests(ctx: &Ctx) -> Result<Vec<OpenRequest>> {
    let open = requests_waiting(ctx).await?;
    viewings::note_list(ctx, "requests that wait").await?;
    Ok(open)
}

/// The same, to be counted and not shown.
pub(super) async fn requests_waiting(ctx: &Ctx) -> Result<Vec<OpenRequest>> {
    ctx.authorise_somewhere(Action::DecideRequest, "this page")?;
    let facts = ctx.facts().await?;
    Ok(waiting_for(ctx, &facts, &requests_of_late(ctx).await?))
}

/// Every request that has not lapsed, whoever it waits for, answered ones among them.
pub(crate) async fn requests_of_late(ctx: &Ctx) -> Result<Vec<judgement::Model>> {
    Ok(judgement::Entity::find()
        .filter(judgement::Column::Kind.eq(JudgementKind::Requested))
        .filter(judgement::Column::MadeOn.gte(days_after(ctx.today, -REQUEST_LAPSES_AFTER_DAYS)))
        .order_by_asc(judgement::Column::Sequence)
        .all(ctx.db().read())
        .await?)
}

/// Those of them that are open and wait for the asker.
pub(crate) fn waiting_for(ctx: &Ctx, facts: &Facts, rows: &[judgement::Model]) -> Vec<OpenRequest> {
    let mine = rows.iter().filter(|row| is_open(ctx, facts, row) && reaches(ctx, facts, row));
    let mut open: Vec<OpenRequest> = mine.filter_map(|row| opened(ctx, facts, row)).collect();
    open.sort_by_key(|r| (!r.for_me, r.asked_on, r.sequence));
    open
}

/// Whether a request is the asker's to decide: it names them or nobody, about somebody they assess.
fn reaches(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> bool {
    let named = row.asked_of_id.is_none() || row.asked_of_id == ctx.actor.person();
    let posts = subject_posts(ctx, facts, row.person_id);
    let resource = Resource::Person { person: row.person_id, posts: &posts };
    named && may(&ctx.actor, Action::DecideRequest, resource)
}

/// Whether nobody answered or withdrew it yet, and it has not lapsed.
fn is_open(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> bool {
    let at = facts.competencies.iter().position(|c| c.id == row.competency_id);
    let Some((at, competency)) = at.and_then(|at| Some((at, facts.competencies.get(at)?))) else {
        return false;
    };
    facts.person(row.person_id).is_some_and(|person| {
        let standing = person.standing_in(at as u16, competency, ctx.today);
        standing.requested.is_some_and(|request| request.sequence == row.sequence)
    })
}

fn opened(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> Option<OpenRequest> {
    let competency = facts.competencies.iter().find(|c| c.id == row.competency_id)?;
    let person = facts.person(row.person_id)?;
    let team = facts.posts_in_scope(person, ctx.today).next().map(|terms| terms.team);
    let team = team.and_then(|at| facts.places.teams.get(at));
    Some(OpenRequest {
        sequence: row.sequence,
        person_name: person.name(),
        team_name: team.map(|t| t.name.clone()).unwrap_or_default(),
        competency_code: competency.code.clone(),
        competency_title: competency.title.clone(),
        level: level_of(row)?,
        asked_on: row.made_on,
        lapses_on: days_after(row.made_on, REQUEST_LAPSES_AFTER_DAYS),
        for_me: row.asked_of_id.is_some(),
    })
}

/// One open request with what there is to judge it by.
///
/// # Errors
/// Refuses requests that are not the asker's as not found, and says when one is closed.
pub async fn request(ctx: &Ctx, sequence: JudgementSequence) -> Result<RequestDetail> {
    ctx.authorise_somewhere(Action::DecideRequest, "this request")?;
    let facts = ctx.facts().await?;
    let row = find(ctx, &facts, ctx.db().read(), sequence).await?;
    let gone = || Refusal::not_found("this request");
    viewings::note_record(ctx, row.person_id).await?;
    let request = opened(ctx, &facts, &row).ok_or_else(gone)?;
    let worded = competency::Entity::find_by_id(row.competency_id).one(ctx.db().read()).await?;
    let worded = worded.ok_or_else(gone)?;
    let said = said_of(ctx.db().read(), row.person_id, row.competency_id).await?;
    let evidence = evidence_of(&row);
    let known = facts.competencies.iter().find(|c| c.id == row.competency_id).ok_or_else(gone)?;
    let case = Case::load(ctx, ctx.db().read(), &facts, &row, known).await?;
    let cannot = case.confirming(ctx, request.level, ctx.today, &evidence).by(&case.assessor).err();
    let self_said = said.iter().rfind(|r| r.kind == JudgementKind::SelfAssessment);
    let attached = reflection::Entity::find_by_id(row.sequence).one(ctx.db().read()).await?;
    Ok(RequestDetail {
        descriptors: descriptors(&worded),
        statement: worded.statement,
        rare_event: known.rare_event,
        evidence,
        note: row.note,
        self_level: self_said.and_then(level_of),
        reflection: attached.and_then(|r| r.text),
        history: timeline(&facts, ctx.db().read(), &said, Reflections::Hidden).await?,
        cannot: cannot.map(|refusal| refusal.to_string()),
        today: ctx.today,
        request,
    })
}

async fn find(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    sequence: JudgementSequence,
) -> Result<judgement::Model> {
    let row = judgement::Entity::find_by_id(sequence).one(db).await?;
    let mine = row.filter(|row| row.kind == JudgementKind::Requested && reaches(ctx, facts, row));
    let row = mine.ok_or_else(|| Refusal::not_found("this request"))?;
    if is_open(ctx, facts, &row) {
        return Ok(row);
    }
    Err(Refusal::rule(
        "request-closed",
        "This request is no longer open. Somebody else may have answered it, or it was withdrawn or has lapsed. Go to \
         the requests that wait for you.",
    )
    .into())
}

/// Decides an open request: confirms it (at any level the evidence supports) or sends it back with a reason.
///
/// # Errors
/// Refuses whatever stands against it in the rules, in words that say what would do.
pub async fn decide(ctx: &Ctx, sequence: JudgementSequence, decision: Decision) -> Result<Decided> {
    ctx.authorise_somewhere(Action::DecideRequest, "this request")?;
    let change = ctx.change(Touches::Judgements).await?;
    // Read after the counter's lock is held: of two decisions at once, the second finds the request answered.
    let facts = ctx.facts().await?;
    let row = find(ctx, &facts, change.tx(), sequence).await?;
    let known = facts.competencies.iter().find(|c| c.id == row.competency_id);
    let known = known.ok_or_else(|| Refusal::not_found("this competency"))?;
    let case = Case::load(ctx, change.tx(), &facts, &row, known).await?;
    let today = |kind| Said::today(ctx, row.person_id, row.competency_id, kind);
    let (said, act) = match decision {
        Decision::Confirm { level, evidence, made_on, note } => {
            case.confirming(ctx, level, made_on, &evidence).by(&case.assessor)?;
            let level = Some(level);
            (Said { level, made_on, evidence, note, ..today(JudgementKind::Confirmed) }, "confirm")
        }
        Decision::SendBack { reason } => {
            (Said { note: Some(reason), ..today(JudgementKind::SentBack) }, "send back")
        }
    };
    let decided = Decided {
        person_name: facts.name_of(row.person_id),
        competency_title: known.title.clone(),
        confirmed: said.level,
    };
    said.save(ctx, change.tx()).await?;
    change.commit(Entry::new(act, "person", row.person_id).after(&known.code)).await?;
    Ok(decided)
}

/// Everything the rules of confirming look at, read from the database of the moment.
struct Case<'a> {
    competency: &'a Competency,
    subject: domain::standing::Standing,
    assessor: Assessor,
}

impl<'a> Case<'a> {
    async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        facts: &Facts,
        row: &judgement::Model,
        competency: &'a Competency,
    ) -> Result<Self> {
        let of = async |person: PersonId| {
            let said = said_of(db, person, competency.id).await?;
            Ok::<_, crate::Error>((standing_of(ctx, competency, &said), said))
        };
        let (subject, _) = of(row.person_id).await?;
        let mine = match ctx.actor.person() {
            Some(person) => Some(of(person).await?),
            None => None,
        };
        let (standing, said_of_me) = mine.unwrap_or_default();
        let posts = subject_posts(ctx, facts, row.person_id);
        let resource = Resource::Person { person: row.person_id, posts: &posts };
        let by_subject = said_of_me.iter().rfind(|said| {
            said.kind == JudgementKind::Confirmed && said.by_person_id == Some(row.person_id)
        });
        let assessor = Assessor {
            has_record: ctx.actor.person().is_some(),
            is_subject: ctx.actor.person() == Some(row.person_id),
            in_reach: may(&ctx.actor, Action::DecideRequest, resource),
            standing,
            founding: crate::grants::founding(ctx, &competency.code, resource).await?,
            confirmed_by_subject_on: by_subject.map(|said| said.made_on),
        };
        Ok(Self { competency, subject, assessor })
    }

    fn confirming<'b>(
        &'b self,
        ctx: &Ctx,
        level: Level,
        made_on: NaiveDate,
        evidence: &'b [Evidence],
    ) -> Confirming<'b> {
        Confirming {
            level,
            made_on,
            today: ctx.today,
            evidence,
            competency: &self.competency.title,
            rare_event: self.competency.rare_event,
            refresh_months: self.competency.refresh_months,
            subject: self.subject,
        }
    }
}
