//! Schemes as they are stored, the list of them, and what their forms offer.

use super::under_scheme::claimed;
use super::{authorise_for, may_keep_for};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::changing::{first_of_change, has_begun};
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::dates::Period;
use domain::funding::forms::{EVERYWHERE, SchemeFields};
use domain::funding::views::{SchemeForm, SchemeLine};
use domain::funding::{CountsFrom, Pence, Scheme, Terms};
use domain::ids::{AreaId, FundingSchemeId};
use domain::policy::Action;
use domain::refusal::Refusal;
use entities::funding_scheme as table;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

/// Every scheme there ever was, by name and in the order of their first days; one query. They are few.
pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<Scheme>> {
    let rows = table::Entity::find()
        .order_by_asc(table::Column::Name)
        .order_by_asc(table::Column::StartsOn)
        .order_by_asc(table::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(scheme).collect())
}

/// One that the asker keeps.
///
/// # Errors
/// Refuses every other as not found.
pub(super) async fn kept(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    id: FundingSchemeId,
) -> Result<Scheme> {
    let row = table::Entity::find_by_id(id).one(db).await?;
    let scheme = row.map(scheme).ok_or_else(|| Refusal::not_found("this scheme"))?;
    authorise_for(ctx, facts, scheme.area)?;
    Ok(scheme)
}

fn scheme(row: table::Model) -> Scheme {
    let pence = |stored: i32| Pence(u32::try_from(stored).unwrap_or_default());
    Scheme {
        id: row.id,
        origin: row.origin_id,
        area: row.area_id,
        held: Period::new(Some(row.starts_on), row.ends_on),
        terms: Terms {
            per_session: pence(row.pence_per_session),
            per_branch: pence(row.pence_per_branch),
            counts_from: row.counts_from,
            most_a_year: row.most_a_year.and_then(|most| u16::try_from(most).ok()),
            notice_weeks: u16::try_from(row.notice_weeks).unwrap_or_default(),
            needs_cover: row.needs_cover,
            needs_feedback: row.needs_feedback,
        },
        name: row.name,
        payer: row.payer,
        conditions: row.conditions,
    }
}

/// All schemes, those that hold first: whoever keeps some reads all of them.
///
/// # Errors
/// Refuses whoever keeps none, as not found.
pub async fn list(ctx: &Ctx) -> Result<Vec<SchemeLine>> {
    ctx.authorise_somewhere(Action::KeepFunding, "this page")?;
    let facts = ctx.facts().await?;
    let (all, claimed) = (all(ctx.db().read()).await?, claimed(ctx.db().read(), None).await?);
    let with_claimed = |one: &Scheme| {
        let sum = claimed.get(&one.id).copied().unwrap_or_default();
        let claimed = may_keep_for(ctx, &facts, one.area).then_some(sum);
        SchemeLine { claimed, ..line(ctx, &facts, one) }
    };
    let mut lines: Vec<SchemeLine> = all.iter().map(with_claimed).collect();
    lines.sort_by_key(|line| line.when);
    Ok(lines)
}

fn line(ctx: &Ctx, facts: &Facts, scheme: &Scheme) -> SchemeLine {
    let may_change = scheme.refuse_over(ctx.today).is_ok() && may_keep_for(ctx, facts, scheme.area);
    SchemeLine {
        id: scheme.id,
        name: scheme.name.clone(),
        payer: scheme.payer.clone(),
        area: scheme.area.and_then(|area| named(facts, area)).map(|area| area.title),
        conditions: scheme.conditions.clone(),
        terms: scheme.terms,
        held: scheme.held,
        when: scheme.when(ctx.today),
        may_change,
        claimed: None,
    }
}

fn named(facts: &Facts, id: AreaId) -> Option<Heading> {
    let area = facts.places.area(id)?;
    Some(Heading { code: area.code.clone(), title: area.name.clone() })
}

/// What the form offers: for a new scheme, or to change one, from today on where it has begun before.
///
/// # Errors
/// Refuses whoever keeps none, and schemes that are others’ to keep, as not found; and what is over.
pub async fn form(ctx: &Ctx, id: Option<FundingSchemeId>) -> Result<SchemeForm> {
    ctx.authorise_somewhere(Action::KeepFunding, "this page")?;
    let facts = ctx.facts().await?;
    let scheme = match id {
        Some(id) => Some(kept(ctx, &facts, ctx.db().read(), id).await?),
        None => None,
    };
    if let Some(scheme) = &scheme {
        scheme.refuse_over(ctx.today)?;
    }
    let begun = scheme.as_ref().is_some_and(|one| has_begun(one.held, ctx.today));
    let open = facts.places.areas.iter().filter(|area| may_keep_for(ctx, &facts, Some(area.id)));
    let areas = open.filter_map(|area| named(&facts, area.id));
    let new = || SchemeFields {
        counts_from: CountsFrom::default().to_string(),
        starts_on: ctx.today.to_string(),
        ..SchemeFields::default()
    };
    Ok(SchemeForm {
        line: scheme.as_ref().map(|one| line(ctx, &facts, one)),
        begun,
        fields: scheme.as_ref().map_or_else(new, |one| fields(ctx, &facts, one)),
        areas: areas.collect(),
        everywhere: may_keep_for(ctx, &facts, None),
    })
}

fn fields(ctx: &Ctx, facts: &Facts, scheme: &Scheme) -> SchemeFields {
    let terms = scheme.terms;
    let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
    let area = scheme.area.and_then(|area| named(facts, area));
    let none_for_0 = |number: u16| if number == 0 { String::new() } else { number.to_string() };
    SchemeFields {
        name: scheme.name.clone(),
        payer: scheme.payer.clone(),
        conditions: scheme.conditions.clone().unwrap_or_default(),
        area: area.map_or_else(|| EVERYWHERE.to_owned(), |area| area.code),
        per_session: terms.per_session.number(),
        per_branch: terms.per_branch.number(),
        counts_from: terms.counts_from.to_string(),
        most_a_year: terms.most_a_year.map(none_for_0).unwrap_or_default(),
        notice_weeks: none_for_0(terms.notice_weeks),
        needs_cover: yes(terms.needs_cover),
        needs_feedback: yes(terms.needs_feedback),
        starts_on: first_of_change(scheme.held, ctx.today).to_string(),
        ends_on: scheme.held.to.map(|day| day.to_string()).unwrap_or_default(),
    }
}
