//! A whole role profile signed off by a line manager or team manager; and what was signed off, with whether it stands.

use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use domain::coverage::{Facts, Person};
use domain::ids::{PersonId, RoleSignOffId};
use domain::judgements::signing_off::{
    Done, Profile, SignedOff, holds_role, may_sign_off, met_of_role, stands,
};
use domain::people::RoleIndex;
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use entities::role_sign_off;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

/// Signs off everything core of a role that a person holds.
///
/// # Errors
/// Refuses people whom the asker does not manage and roles they do not hold as not found, and profiles with something open.
pub async fn sign_off(ctx: &Ctx, person: PersonId, role_code: &str) -> Result<Done> {
    let facts = ctx.facts().await?;
    let posts = subject_posts(ctx, &facts, person);
    let resource = Resource::Person { person, posts: &posts };
    ctx.authorise(Action::SignOff, resource, "this person")?;
    let (Some(by_person), Some(by_account)) = (ctx.actor.person(), ctx.actor.account_id()) else {
        return Err(Refusal::rule(
            "signer-without-record",
            "Your account is not linked to a staff record, so nobody could see who signed. Ask an administrator to link \
             it.",
        )
        .into());
    };
    // Judgements wait meanwhile, so that nothing is revoked between the look and the signature.
    let change = ctx.change(Touches::Judgements).await?;
    let facts = ctx.facts().await?;
    let found = facts.person(person).ok_or_else(|| Refusal::not_found("this person"))?;
    let role = facts.roles.iter().position(|role| role.code == role_code);
    let role = role.filter(|&role| holds_role(&facts, found, role, ctx.today));
    let role = role.ok_or_else(|| Refusal::not_found("this role of theirs"))?;
    may_sign_off(met_of_role(&facts, found, role, ctx.today))?;
    let signed = facts.roles.get(role).ok_or_else(|| Refusal::not_found("this role"))?;
    let row = role_sign_off::ActiveModel {
        id: Set(RoleSignOffId(Uuid::now_v7())),
        person_id: Set(person),
        role_id: Set(signed.id),
        signed_on: Set(ctx.today),
        recorded_at: Set(ctx.now),
        by_person_id: Set(by_person),
        by_account_id: Set(by_account),
    };
    row.insert(change.tx()).await?;
    change.commit(Entry::new("sign off", "person", person).after(&role_code)).await?;
    Ok(Done { person_name: found.name(), role_title: signed.title.clone() })
}

/// Each role that a person holds today, how much of it is met, and its last sign-off.
pub(crate) async fn profiles(ctx: &Ctx, facts: &Facts, person: &Person) -> Result<Vec<Profile>> {
    let signed = signed_off(ctx, &[person.id]).await?;
    let posts = subject_posts(ctx, facts, person.id);
    let resource = Resource::Person { person: person.id, posts: &posts };
    let signs = may(&ctx.actor, Action::SignOff, resource);
    let mut roles: Vec<RoleIndex> =
        facts.posts_in_scope(person, ctx.today).map(|terms| terms.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let profile = |at: RoleIndex| {
        let role = facts.roles.get(at)?;
        let met = met_of_role(facts, person, at, ctx.today);
        let last = signed.iter().find(|row| row.role_id == role.id);
        let signed = last.map(|row| SignedOff {
            on: row.signed_on,
            by: facts.name_of(row.by_person_id),
            stands: stands(facts, person, at, ctx.today),
        });
        let open = signed.as_ref().is_none_or(|signed| !signed.stands);
        Some(Profile {
            role_code: role.code.clone(),
            role_title: role.title.clone(),
            met,
            may_sign: signs && open && may_sign_off(met).is_ok(),
            signed,
        })
    };
    Ok(roles.into_iter().filter_map(profile).collect())
}

/// Whether each of these people has a sign-off that stands today in one of the roles they hold.
pub(crate) async fn standing_sign_offs(
    ctx: &Ctx,
    facts: &Facts,
    people: &[PersonId],
) -> Result<Vec<(PersonId, RoleIndex)>> {
    let rows = signed_off(ctx, people).await?;
    let standing = rows.iter().filter_map(|row| {
        let person = facts.person(row.person_id)?;
        let role = facts.roles.iter().position(|role| role.id == row.role_id)?;
        stands(facts, person, role, ctx.today).then_some((row.person_id, role))
    });
    Ok(standing.collect())
}

/// The sign-offs of people, the latest first.
async fn signed_off(ctx: &Ctx, people: &[PersonId]) -> Result<Vec<role_sign_off::Model>> {
    Ok(role_sign_off::Entity::find()
        .filter(role_sign_off::Column::PersonId.is_in(people.iter().copied()))
        .order_by_desc(role_sign_off::Column::SignedOn)
        .order_by_desc(role_sign_off::Column::Id)
        .all(ctx.db().read())
        .await?)
}
