//! "Not part of my post": claimed by the person, decided by a team manager or line manager.

use super::save::{Said, said_of, standing_of};
use super::{find, judging, myself};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use crate::redactions::Marks;
use crate::viewings;
use chrono::NaiveDate;
use domain::codes::JudgementKind;
use domain::coverage::{Facts, Person};
use domain::fields::{FieldErrors, required_text};
use domain::ids::PersonId;
use domain::judgements::done::ClaimDecided;
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::views::Claim;
use domain::policy::{Action, Resource, may};
use domain::redactions::{TextKind, Words};
use domain::refusal::Refusal;
use domain::requirements::CompetencyIndex;
use entities::judgement;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// Claims that a competency is not part of the signed-in person's post.
///
/// # Errors
/// Refuses without a reason, what is not asked, and a second claim while one is open.
pub async fn claim(ctx: &Ctx, code: &str, reason: &str) -> Result<()> {
    let person = myself(ctx)?;
    ctx.authorise(Action::ClaimExemption, Resource::Person { person, posts: &[] }, "this page")?;
    let reason = required_text(reason, "why this is not part of your post", NOTE_MOST)
        .map_err(|message| FieldErrors::one("reason", message))?;
    let passed = ctx.guard(&[("reason", &reason)])?;
    let facts = ctx.facts().await?;
    let (at, competency) = find(ctx, &facts, code)?;
    let asked = facts.person(person).map(|p| facts.asked_of(p, ctx.today)).unwrap_or_default();
    if !asked.iter().any(|asked| asked.competency == at) {
        return Err(Refusal::rule(
            "not-asked",
            "Your role does not ask this of you, so there is nothing to claim.",
        )
        .into());
    }
    let change = ctx.change(Touches::Judgements).await?;
    let said = said_of(change.tx(), &facts, person, at).await?;
    let standing = standing_of(ctx, &facts, at, &said);
    if standing.claimed_on.is_some() {
        let sentence = "You have already claimed this. Your manager has still to decide.";
        return Err(Refusal::rule("already-claimed", sentence).into());
    }
    if standing.exempt {
        let sentence = "Your manager has agreed that this is not part of your post.";
        return Err(Refusal::rule("not-asked", sentence).into());
    }
    let said = Said {
        note: Some(reason),
        ..Said::today(ctx, person, competency.id, JudgementKind::ExemptionClaimed)
    };
    said.save(ctx, change.tx()).await?;
    let entry = Entry::new("claim exemption", "person", person).after(&code);
    change.commit(entry.let_through(passed)).await
}

/// Open claims that the asker may decide.
///
/// # Errors
/// Refuses whoever decides no claims.
pub async fn claims(ctx: &Ctx) -> Result<Vec<Claim>> {
    let open = claims_waiting(ctx).await?;
    viewings::note_list(ctx, "claims that wait").await?;
    Ok(open)
}

/// The same, to be counted and not shown.
pub(super) async fn claims_waiting(ctx: &Ctx) -> Result<Vec<Claim>> {
    ctx.authorise_somewhere(Action::DecideExemption, "this page")?;
    let facts = ctx.facts().await?;
    let mut open = open_claims(&facts, ctx.today);
    // Looked at last: claims are few, and where everybody's posts lie takes longer to find out.
    open.retain(|(person, _)| may_decide(ctx, &facts, *person));
    let rows = judgement::Entity::find()
        .filter(judgement::Column::Kind.eq(JudgementKind::ExemptionClaimed))
        .filter(judgement::Column::PersonId.is_in(open.iter().map(|(person, _)| *person)))
        .order_by_desc(judgement::Column::Sequence)
        .all(ctx.db().read())
        .await?;
    let marks = Marks::of(ctx.db().read(), open.iter().map(|(person, _)| *person)).await?;
    let words = |row: &judgement::Model| {
        let written = row.note.clone().unwrap_or_default();
        marks.words(TextKind::JudgementNote, row.sequence, Some(written).filter(|w| !w.is_empty()))
    };
    let claim = |(person, at): (PersonId, CompetencyIndex)| {
        let competency = facts.competencies.get(usize::from(at))?;
        // Perhaps under an earlier version.
        let latest = |row: &&judgement::Model| {
            let claimed = facts.competency_at(row.competency_id);
            let open = claimed.and_then(|claimed| facts.open_now(claimed, ctx.today));
            row.person_id == person && open == Some(at)
        };
        let row = rows.iter().find(latest)?;
        Some(Claim {
            person,
            person_name: facts.name_of(person),
            competency_code: competency.code.clone(),
            competency_title: competency.title.clone(),
            claimed_on: row.made_on,
            reason: words(row).unwrap_or_else(|| Words::Written(String::new())),
        })
    };
    let mut claims: Vec<Claim> = open.into_iter().filter_map(claim).collect();
    claims.sort_by_key(|claim| (claim.claimed_on, claim.person_name.clone()));
    Ok(claims)
}

/// Every claim that nobody has decided, whoever may: whose it is and in what.
pub(crate) fn open_claims(facts: &Facts, day: NaiveDate) -> Vec<(PersonId, CompetencyIndex)> {
    let claims_of = |person: &Person| {
        let id = person.id;
        claimed(facts, person, day).into_iter().map(move |at| (id, at))
    };
    facts.people.iter().flat_map(claims_of).collect()
}

/// The competencies a person has an undecided claim in.
fn claimed(facts: &Facts, person: &Person, day: NaiveDate) -> Vec<CompetencyIndex> {
    let claims =
        person.judgements.iter().filter(|event| event.kind == JudgementKind::ExemptionClaimed);
    let mut claimed: Vec<CompetencyIndex> =
        claims.filter_map(|event| facts.open_now(event.competency, day)).collect();
    claimed.sort_unstable();
    claimed.dedup();
    claimed.retain(|&at| {
        let competency = facts.competencies.get(usize::from(at));
        competency.is_some_and(|of| person.standing_in(at, of, day).claimed_on.is_some())
    });
    claimed
}

/// Decides an open claim: the competency leaves what is asked of the person from today, or stays.
///
/// # Errors
/// Refuses whoever does not manage the person, one's own claim, and claims that are decided already.
pub async fn decide_claim(
    ctx: &Ctx,
    person: PersonId,
    code: &str,
    exempt: bool,
) -> Result<ClaimDecided> {
    let kind = if exempt { JudgementKind::Exempted } else { JudgementKind::ExemptionDeclined };
    decide(ctx, person, code, kind).await
}

/// Ends an exemption: from today the competency is asked of the person again.
///
/// # Errors
/// Refuses whoever does not manage the person, one's own exemption, and competencies they are not exempt from.
pub async fn end_exemption(ctx: &Ctx, person: PersonId, code: &str) -> Result<ClaimDecided> {
    decide(ctx, person, code, JudgementKind::ExemptionEnded).await
}

/// Whether the asker may end the exemptions of a person.
pub(crate) fn may_decide(ctx: &Ctx, facts: &Facts, person: PersonId) -> bool {
    let posts = subject_posts(ctx, facts, person);
    may(&ctx.actor, Action::DecideExemption, Resource::Person { person, posts: &posts })
}

async fn decide(
    ctx: &Ctx,
    person: PersonId,
    code: &str,
    kind: JudgementKind,
) -> Result<ClaimDecided> {
    let facts = ctx.facts().await?;
    let posts = subject_posts(ctx, &facts, person);
    let resource = Resource::Person { person, posts: &posts };
    ctx.authorise(Action::DecideExemption, resource, "this claim")?;
    judging(ctx)?;
    let (at, competency) = find(ctx, &facts, code)?;
    let change = ctx.change(Touches::Judgements).await?;
    let said = said_of(change.tx(), &facts, person, at).await?;
    let standing = standing_of(ctx, &facts, at, &said);
    let (act, what, is_open) = match kind {
        JudgementKind::Exempted => ("exempt", "claim", standing.claimed_on.is_some()),
        JudgementKind::ExemptionEnded => ("end exemption", "exemption", standing.exempt),
        _ => ("decline exemption", "claim", standing.claimed_on.is_some()),
    };
    if !is_open {
        return Err(
            Refusal::not_found(&format!("this {what}. It may have been decided already")).into()
        );
    }
    Said::today(ctx, person, competency.id, kind).save(ctx, change.tx()).await?;
    change.commit(Entry::new(act, "person", person).after(&code)).await?;
    Ok(ClaimDecided {
        person_name: facts.name_of(person),
        competency_title: competency.title.clone(),
        kind,
    })
}
