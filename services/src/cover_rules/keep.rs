//! A cover rule is added, changed from a day on, ended, removed before it begins, or taken back where it was begun by mistake.

use super::{kept, may_keep};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::facts::asks_of;
use crate::reach::{area_unknown, area_with_code};
use domain::changing::{Change, EndOn};
use domain::codes::CareSetting;
use domain::coverage::Facts;
use domain::coverage::cover::forms::{AddCoverRule, CoverAsks, WhoseCode};
use domain::coverage::cover::rule::{never_applied, refuse_begun, refuse_over};
use domain::coverage::cover::{Item, Whose};
use domain::dates::{Period, spoken};
use domain::fields::FieldErrors;
use domain::ids::{AreaId, CoverRuleId, TeamId};
use domain::policy::Action;
use domain::refusal::Refusal;
use entities::cover_rule as table;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use serde::Serialize;
use uuid::Uuid;

/// Adds a rule.
///
/// # Errors
/// Refuses, each beside its field, teams and areas that are not known or not the asker's to keep rules for, items that no framework has,
/// and days on which there is a rule for the same already.
pub async fn add(ctx: &Ctx, says: &AddCoverRule) -> Result<()> {
    ctx.authorise_somewhere(Action::KeepCover, "this page")?;
    let facts = ctx.facts().await?;
    let (team_id, setting, area_id) = meant(ctx, &facts, &says.whose)?;
    let (domain_code, competency_code) = known(&facts, &says.item)?;
    let row = table::Model {
        id: new_id(),
        team_id,
        setting,
        area_id,
        domain_code,
        competency_code,
        ..asking(ctx, &says.says)?
    };
    let change = ctx.change(Touches::Places).await?;
    nothing_else_holds(change.tx(), &row, row.id, "starts_on").await?;
    row.clone().into_active_model().reset_all().insert(change.tx()).await?;
    let entry = Entry::new("add cover rule", "cover_rule", row.id);
    change.commit(entry.after(&told(&row))).await
}

/// Changes what a rule asks, which stood as `shown` says when the asker looked at it: one that has begun ends the day before, and
/// another follows; one that has not is put right as it stands.
///
/// # Errors
/// Refuses rules that are others' to keep as not found, what somebody changed meanwhile, what is over, a change that changes nothing, a
/// first day on which it did not hold, and days on which there is another rule for the same.
pub async fn change(ctx: &Ctx, id: CoverRuleId, says: &CoverAsks, shown: &str) -> Result<()> {
    let facts = ctx.facts().await?;
    kept(ctx, &facts, id)?;
    let change = ctx.change(Touches::Places).await?;
    let tx = change.tx();
    let before = one(tx, id).await?;
    stands(&before).refuse_changed(shown)?;
    let what = says.changes(&stands(&before), ctx.today)?;
    let mut after = table::Model {
        id,
        team_id: before.team_id,
        setting: before.setting,
        area_id: before.area_id,
        domain_code: before.domain_code.clone(),
        competency_code: before.competency_code.clone(),
        ..asking(ctx, says)?
    };
    nothing_else_holds(tx, &after, id, "starts_on").await?;
    match what {
        Change::Corrected => {
            after.clone().into_active_model().reset_all().update(tx).await?;
        }
        Change::Followed { last_day } => {
            let ended = table::Model { ends_on: Some(last_day), ..before.clone() };
            ended.into_active_model().reset_all().update(tx).await?;
            after.id = new_id();
            after.clone().into_active_model().reset_all().insert(tx).await?;
        }
    }
    let entry = Entry::new("change cover rule", "cover_rule", id);
    change.commit(entry.before(&told(&before)).after(&told(&after))).await
}

/// Sets or takes back the last day of a rule.
///
/// # Errors
/// Refuses rules that are others' to keep as not found, what is over, what somebody changed meanwhile, a day before the first, and days
/// on which another follows.
pub async fn end(ctx: &Ctx, id: CoverRuleId, last_day: &str, shown: &str) -> Result<EndOn> {
    let facts = ctx.facts().await?;
    kept(ctx, &facts, id)?;
    let change = ctx.change(Touches::Places).await?;
    let before = one(change.tx(), id).await?;
    refuse_over(held(&before), ctx.today)?;
    stands(&before).refuse_changed(shown)?;
    let ended = EndOn::parse(last_day, held(&before))?;
    let after = table::Model { ends_on: ended.last_day, ..before.clone() };
    nothing_else_holds(change.tx(), &after, id, "last_day").await?;
    after.into_active_model().reset_all().update(change.tx()).await?;
    let entry = Entry::new("end cover rule", "cover_rule", id);
    change.commit(entry.before(&before.ends_on).after(&ended.last_day)).await?;
    Ok(ended)
}

/// Takes back a rule that was begun by mistake: it ends before it began, and so never applied. What was written stays on record.
///
/// # Errors
/// Refuses rules that are others' to keep as not found, what is over or has not begun, and what somebody changed meanwhile.
pub async fn undo(ctx: &Ctx, id: CoverRuleId, shown: &str) -> Result<()> {
    let facts = ctx.facts().await?;
    kept(ctx, &facts, id)?;
    let change = ctx.change(Touches::Places).await?;
    let before = one(change.tx(), id).await?;
    let last_day = never_applied(held(&before), ctx.today)?;
    stands(&before).refuse_changed(shown)?;
    let after = table::Model { ends_on: Some(last_day), ..before.clone() };
    after.into_active_model().reset_all().update(change.tx()).await?;
    let entry = Entry::new("take back cover rule", "cover_rule", id);
    change.commit(entry.before(&before.ends_on).after(&Some(last_day))).await
}

/// Removes a rule that has not begun: what was planned is not asked. The log keeps what it was.
///
/// # Errors
/// Refuses rules that are others' to keep as not found, and rules that have begun.
pub async fn remove(ctx: &Ctx, id: CoverRuleId) -> Result<()> {
    let facts = ctx.facts().await?;
    kept(ctx, &facts, id)?;
    let change = ctx.change(Touches::Places).await?;
    let before = one(change.tx(), id).await?;
    refuse_begun(held(&before), ctx.today)?;
    table::Entity::delete_by_id(id).exec(change.tx()).await?;
    let entry = Entry::new("remove cover rule", "cover_rule", id);
    change.commit(entry.before(&told(&before))).await
}

type WhoseIds = (Option<TeamId>, Option<CareSetting>, Option<AreaId>);

/// Whose cover is meant, by ids.
fn meant(ctx: &Ctx, facts: &Facts, whose: &WhoseCode) -> Result<WhoseIds> {
    match whose {
        WhoseCode::Team(code) => {
            let mut teams = facts.places.teams.iter().enumerate();
            let found = teams
                .find(|(at, team)| team.code == *code && may_keep(ctx, facts, Whose::Team(*at)));
            let unknown = || FieldErrors::one("team", "Choose a team from the list");
            let (_, team) = found.ok_or_else(unknown)?;
            Ok((Some(team.id), None, None))
        }
        WhoseCode::Setting { setting, area } => {
            let area = area_with_code(facts, area.as_deref())?;
            let whose = Whose::Setting { setting: *setting, area: area.map(|(at, _)| at) };
            if !may_keep(ctx, facts, whose) {
                return Err(area_unknown().into());
            }
            Ok((None, Some(*setting), area.map(|(_, area)| area.id)))
        }
    }
}

/// The codes of a domain and of a competency: one of them, in some version of the framework.
fn known(facts: &Facts, item: &Item) -> Result<(Option<String>, Option<String>)> {
    let unknown = FieldErrors::one("item", "Choose a domain or competency from the list");
    match item {
        Item::Domain(code) if facts.domains.iter().any(|domain| domain.code == *code) => {
            Ok((Some(code.clone()), None))
        }
        Item::Competency(code) if facts.competencies.iter().any(|one| one.code == *code) => {
            Ok((None, Some(code.clone())))
        }
        Item::Domain(_) | Item::Competency(_) => Err(unknown.into()),
    }
}

/// What is asked and by whom, of nobody yet.
fn asking(ctx: &Ctx, says: &CoverAsks) -> Result<table::Model> {
    let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    Ok(table::Model {
        id: new_id(),
        team_id: None,
        setting: None,
        area_id: None,
        domain_code: None,
        competency_code: None,
        people: number(says.asks.people),
        level: says.asks.level.map(|level| i32::from(level.number())),
        professions: number(says.asks.professions),
        starts_on: says.held.from.unwrap_or(ctx.today),
        ends_on: says.held.to,
        kept_at: ctx.now,
        kept_by_id: ctx.actor.account_id().ok_or(Refusal::SignInFirst)?,
    })
}

fn new_id() -> CoverRuleId {
    CoverRuleId(Uuid::now_v7())
}

const fn held(row: &table::Model) -> Period {
    Period::new(Some(row.starts_on), row.ends_on)
}

fn stands(row: &table::Model) -> CoverAsks {
    CoverAsks { asks: asks_of(row), held: held(row) }
}

async fn one(tx: &impl ConnectionTrait, id: CoverRuleId) -> Result<table::Model> {
    let row = table::Entity::find_by_id(id).one(tx).await?;
    row.ok_or_else(|| Refusal::not_found("this rule").into())
}

/// # Errors
/// Refuses, beside a field, days on which there is a rule for the same teams and item, besides the one with the id `but`. Changes of
/// places wait for each other, so that two at once cannot both find nothing.
async fn nothing_else_holds(
    tx: &impl ConnectionTrait,
    row: &table::Model,
    but: CoverRuleId,
    field: &str,
) -> Result<()> {
    let all = table::Entity::find().all(tx).await?;
    let in_the_way = all.iter().find(|other| {
        other.id != but && is_for_the_same(other, row) && held(other).overlaps(&held(row))
    });
    let Some(other) = in_the_way else { return Ok(()) };
    let until = other.ends_on.map(|day| format!(" until {}", spoken(day))).unwrap_or_default();
    let message = format!(
        "There is a rule for this already from {}{until}. Change or end that one, or choose other days",
        spoken(other.starts_on)
    );
    Err(FieldErrors::one(field, message).into())
}

fn is_for_the_same(one: &table::Model, other: &table::Model) -> bool {
    let whose = |row: &table::Model| (row.team_id, row.setting, row.area_id);
    whose(one) == whose(other)
        && one.domain_code == other.domain_code
        && one.competency_code == other.competency_code
}

/// What the log keeps.
#[derive(Serialize)]
struct Told<'a> {
    team: Option<TeamId>,
    setting: Option<CareSetting>,
    area: Option<AreaId>,
    domain: Option<&'a str>,
    competency: Option<&'a str>,
    people: i32,
    level: Option<i32>,
    professions: i32,
    held: Period,
}

fn told(row: &table::Model) -> Told<'_> {
    Told {
        team: row.team_id,
        setting: row.setting,
        area: row.area_id,
        domain: row.domain_code.as_deref(),
        competency: row.competency_code.as_deref(),
        people: row.people,
        level: row.level,
        professions: row.professions,
        held: held(row),
    }
}
