//! Who is due in a team, and nudging them: a person hears of it at most once a week, whoever asks, on their home page and by
//! mail.

use super::people::{Member, not_begun, within};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::hold_people;
use crate::reach::subject_posts;
use crate::reminders::mail_nudges;
use crate::viewings;
use chrono::NaiveDate;
use domain::coverage::views::Heading;
use domain::fields::FieldErrors;
use domain::ids::PersonId;
use domain::people::due::{Due, Nudged, may_be_nudged};
use domain::people::team_views::{DueLine, TeamDue};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use entities::nudge;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QuerySelect,
};
use std::collections::HashMap;

/// The people of a team whose record the asker may read, those first of whom most is due. The list is noted once.
///
/// # Errors
/// Refuses teams in which the asker may read nobody's record as not found.
pub async fn due(ctx: &Ctx, team: &str) -> Result<TeamDue> {
    let facts = ctx.facts().await?;
    let (team, readable) = within(ctx, &facts, team, Action::ReadRecord)?;
    viewings::note_list(ctx, &format!("due team={}", team.code)).await?;
    let last = last_nudged(ctx.db().read(), readable.iter().map(|m| m.person.id)).await?;
    let line = |member: &Member<'_>| {
        let id = member.person.id;
        let (due, nudged_on) = (Due::of(&facts, member.person, ctx.today), last.get(&id).copied());
        let posts = subject_posts(ctx, &facts, id);
        let may_nudge =
            may(&ctx.actor, Action::Nudge, Resource::Person { person: id, posts: &posts })
                && !due.is_nothing()
                && may_be_nudged(nudged_on, ctx.today);
        let (name, role, away) = (member.name(), member.role(&facts), member.away);
        DueLine { person: id, name, role, away, due, nudged_on, may_nudge }
    };
    let mut people: Vec<DueLine> = readable.iter().map(line).collect();
    people.sort_by_cached_key(|line| (line.due.urgency(), line.name.to_lowercase()));
    let at = facts.places.team_at(team.id);
    Ok(TeamDue {
        not_begun: at.map_or(0, |at| not_begun(ctx, &facts, at)),
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        may_nudge: people.iter().any(|line| line.may_nudge),
        people,
    })
}

/// Asks people of a team to look at what is due of them.
///
/// # Errors
/// Refuses without people, and as not found a team or a person the asker may not nudge; then nobody is nudged.
pub async fn nudge(ctx: &Ctx, team: &str, people: &[String]) -> Result<Nudged> {
    let facts = ctx.facts().await?;
    let (team, members) = within(ctx, &facts, team, Action::Nudge)?;
    if people.is_empty() {
        return Err(FieldErrors::one("people", "Choose at least one person").into());
    }
    let change = ctx.change(Touches::Nothing).await?;
    let mut nudged = nudge_each(ctx, change.tx(), &members, people).await?;
    let mailed = mail_nudges(ctx, change.tx(), &facts, &nudged.people).await?;
    let without = nudged.people.iter().filter(|person| !mailed.contains(person));
    nudged.not_mailed = without.map(|person| facts.name_of(*person)).collect();
    change.commit(Entry::new("nudge", "team", team.id).after(&nudged.people)).await?;
    Ok(nudged)
}

/// Nudges those of the members who were not nudged too lately, in turn with whoever else does.
async fn nudge_each(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    members: &[Member<'_>],
    people: &[String],
) -> Result<Nudged> {
    hold_people(tx, members.iter().map(|m| m.person.id)).await?;
    let last = last_nudged(tx, members.iter().map(|m| m.person.id)).await?;
    let mut nudged = Nudged::default();
    for id in people {
        let id = id.parse().ok();
        let member = members.iter().find(|member| Some(member.person.id) == id);
        let person = member.ok_or_else(|| Refusal::not_found("one of these people"))?.person;
        if nudged.people.contains(&person.id) {
            continue;
        }
        if !may_be_nudged(last.get(&person.id).copied(), ctx.today) {
            nudged.left_alone.push(person.name());
            continue;
        }
        save(ctx, tx, person.id).await?;
        nudged.people.push(person.id);
    }
    Ok(nudged)
}

async fn save(ctx: &Ctx, tx: &impl ConnectionTrait, person: PersonId) -> Result<()> {
    let row = nudge::ActiveModel {
        person_id: Set(person),
        made_on: Set(ctx.today),
        made_at: Set(ctx.now),
        by_account_id: Set(ctx.actor.account_id().ok_or(Refusal::SignInFirst)?),
        ..Default::default()
    };
    row.insert(tx).await?;
    Ok(())
}

/// The day each of these people was last nudged.
async fn last_nudged(
    db: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, NaiveDate>> {
    let rows: Vec<(PersonId, NaiveDate)> = nudge::Entity::find()
        .select_only()
        .column(nudge::Column::PersonId)
        .column_as(nudge::Column::MadeOn.max(), "last")
        .filter(nudge::Column::PersonId.is_in(people))
        .group_by(nudge::Column::PersonId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
