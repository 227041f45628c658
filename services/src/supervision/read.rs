//! What the log says: entry by entry to its owner, summed up to those who manage them.

use crate::accounts;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use crate::teams::{Member, within};
use crate::viewings;
use domain::coverage::views::Heading;
use domain::ids::PersonId;
use domain::paging::Paged;
use domain::policy::{Action, Resource};
use domain::supervision::views::{LogLine, OwnLog, TeamLog, TeamLogLine, WrittenLine};
use domain::supervision::{Held, Summary, summed_at};
use entities::supervision;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// How many of their own entries a reader can take back on a team's page.
const WRITTEN_MOST: usize = 20;

/// The signed-in person's own log, a page at a time.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn mine(ctx: &Ctx, page: usize) -> Result<OwnLog> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::LogSupervision, own, "this page")?;
    let facts = ctx.facts().await?;
    let rows = standing_entries([person])
        .order_by_desc(supervision::Column::HeldOn)
        .order_by_desc(supervision::Column::Id)
        .all(ctx.db().read())
        .await?;
    let summary = Summary::of(rows.iter().map(held), ctx.today);
    let entries = Paged::of(rows, page);
    let names =
        accounts::names(ctx.db().read(), &facts, entries.entries.iter().map(|r| r.logged_by_id))
            .await?;
    let line = |row: supervision::Model| LogLine {
        id: row.id,
        kind: row.kind,
        held_on: row.held_on,
        minutes: minutes(&row),
        logged_by: names.get(&row.logged_by_id).cloned().unwrap_or_default(),
        may_take_back: ctx.actor.account_id() == Some(row.logged_by_id),
    };
    Ok(OwnLog { today: ctx.today, summary, entries: entries.map(line) })
}

/// The people of a team whose log the asker keeps, by surname, with what the last twelve months come to; and the latest
/// entries that the asker wrote. The list is noted once.
///
/// # Errors
/// Refuses teams in which the asker keeps nobody's log as not found.
pub async fn of_team(ctx: &Ctx, team: &str) -> Result<TeamLog> {
    let facts = ctx.facts().await?;
    let (team, members) = within(ctx, &facts, team, Action::LogSupervision)?;
    viewings::note_list(ctx, &format!("supervision team={}", team.code)).await?;
    let period = summed_at(ctx.today);
    let rows = standing_entries(members.iter().map(|member| member.person.id))
        .filter(supervision::Column::HeldOn.gte(period.from))
        .order_by_desc(supervision::Column::HeldOn)
        .order_by_desc(supervision::Column::Id)
        .all(ctx.db().read())
        .await?;
    let all: Vec<Held> = rows.iter().map(held).collect();
    let line = |member: &Member<'_>| {
        let own = all.iter().copied().filter(|held| held.person == member.person.id);
        TeamLogLine {
            person: member.person.id,
            name: member.name(),
            role: member.role(&facts),
            summary: Summary::of(own, ctx.today),
        }
    };
    Ok(TeamLog {
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        today: ctx.today,
        people: members.iter().map(line).collect(),
        written: written(ctx, &members, &rows),
    })
}

/// Of these entries, the latest first, those that the asker wrote: single entries of others are their owners'.
fn written(ctx: &Ctx, members: &[Member<'_>], rows: &[supervision::Model]) -> Vec<WrittenLine> {
    let own = rows.iter().filter(|row| ctx.actor.account_id() == Some(row.logged_by_id));
    let line = |row: &supervision::Model| {
        let member = members.iter().find(|member| member.person.id == row.person_id)?;
        let (id, name, minutes) = (row.id, member.name(), minutes(row));
        Some(WrittenLine { id, name, kind: row.kind, held_on: row.held_on, minutes })
    };
    own.filter_map(line).take(WRITTEN_MOST).collect()
}

/// The entries of these people that were not taken back.
fn standing_entries(
    people: impl IntoIterator<Item = PersonId>,
) -> sea_orm::Select<supervision::Entity> {
    supervision::Entity::find()
        .filter(supervision::Column::PersonId.is_in(people))
        .filter(supervision::Column::TakenBackAt.is_null())
}

fn held(row: &supervision::Model) -> Held {
    Held { person: row.person_id, on: row.held_on, minutes: minutes(row) }
}

/// The table holds none outside of 1 to 480.
fn minutes(row: &supervision::Model) -> u16 {
    u16::try_from(row.minutes).unwrap_or_default()
}
