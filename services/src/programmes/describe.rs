//! What a programme is, for whom, where and when: started, changed, ended.

use super::save::{put_audience, roles_with, row, taken};
use super::stored::Stored;
use super::{authorise_in, may_draft_in};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::area_with_code;
use chrono::NaiveDate;
use domain::codes::Origin;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::ids::{AreaId, ProgrammeId};
use domain::organisations::Area;
use domain::policy::Action;
use domain::programmes::forms::{DescribeProgramme, EVERYWHERE, EndProgramme, ProgrammeFields};
use domain::programmes::views::ProgrammeForm;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

/// What the form offers: for a new programme, or for the one with this code.
///
/// # Errors
/// Refuses unknown codes, and whoever may not draft there, as not found.
pub async fn form(ctx: &Ctx, code: Option<&str>) -> Result<ProgrammeForm> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let facts = ctx.facts().await?;
    let stored = match code {
        Some(code) => Some(Stored::with_code(ctx.db().read(), code).await?),
        None => None,
    };
    if let Some(stored) = &stored {
        authorise_in(ctx, &facts, stored.row.area_id)?;
    }
    let new = || ProgrammeFields { from: ctx.today.to_string(), ..ProgrammeFields::default() };
    let audience = stored.as_ref().map(|stored| stored.ruled.audience.clone()).unwrap_or_default();
    let for_it = facts.roles.iter().filter(|role| audience.roles.contains(&role.id));
    let open = facts.places.areas.iter().filter(|area| may_draft_in(ctx, &facts, Some(area.id)));
    let area = |area: &Area| Heading { code: area.code.clone(), title: area.name.clone() };
    let role = |role: &domain::coverage::Role| Heading {
        code: role.code.clone(),
        title: role.title.clone(),
    };
    let mut roles: Vec<Heading> = facts.roles.iter().map(role).collect();
    roles.sort_by_cached_key(|role| role.title.to_lowercase());
    Ok(ProgrammeForm {
        fields: stored.map_or_else(new, |stored| fields(&facts, &stored)),
        chosen_roles: for_it.map(|role| role.code.clone()).collect(),
        chosen_settings: audience.settings.iter().map(ToString::to_string).collect(),
        areas: open.map(area).collect(),
        everywhere: may_draft_in(ctx, &facts, None),
        roles,
    })
}

fn fields(facts: &Facts, stored: &Stored) -> ProgrammeFields {
    let row = &stored.row;
    let area = row.area_id.and_then(|id| facts.places.area(id));
    let written = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    ProgrammeFields {
        code: row.code.clone(),
        title: row.title.clone(),
        purpose: row.purpose.clone(),
        area: area.map_or_else(|| EVERYWHERE.to_owned(), |area| area.code.clone()),
        from: written(Some(row.starts_on)),
        ends_on: written(row.ends_on),
    }
}

/// Starts a programme, without steps yet.
///
/// # Errors
/// Refuses areas in which the asker may not draft, unknown roles, and a code that another programme has.
pub async fn start(ctx: &Ctx, says: &DescribeProgramme) -> Result<()> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let area = area_of(&facts, says)?;
    authorise_in(ctx, &facts, area)?;
    let roles = roles_with(&facts, &says.roles)?;
    let change = ctx.change(Touches::Nothing).await?;
    let id = ProgrammeId(Uuid::now_v7());
    let row = row(id, says, area, Origin::Local).into_active_model().reset_all();
    row.insert(change.tx()).await.map_err(taken)?;
    put_audience(change.tx(), id, &roles, &says.settings).await?;
    let entry = Entry::new("start programme", "programme", id).after(&says.code);
    change.commit(entry.let_through(passed)).await
}

/// Says anew what the programme with this code is; its steps stay, and so does how far anybody has come in them.
///
/// # Errors
/// Refuses as [`start`], and programmes that the asker may not change.
pub async fn change(ctx: &Ctx, code: &str, says: &DescribeProgramme) -> Result<()> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let area = area_of(&facts, says)?;
    let roles = roles_with(&facts, &says.roles)?;
    let change = ctx.change(Touches::Nothing).await?;
    let before = Stored::open(ctx, &facts, change.tx(), code).await?;
    authorise_in(ctx, &facts, area)?;
    let id = before.row.id;
    let row = row(id, says, area, before.row.origin).into_active_model().reset_all();
    row.update(change.tx()).await.map_err(taken)?;
    put_audience(change.tx(), id, &roles, &says.settings).await?;
    let entry = Entry::new("change programme", "programme", id);
    let entry = entry.before(&fields(&facts, &before)).after(&says.code);
    change.commit(entry.let_through(passed)).await
}

/// Ends the programme with this code: its last day is the one typed, which is returned.
///
/// # Errors
/// Refuses days before its first, and programmes that the asker may not change.
pub async fn end(ctx: &Ctx, code: &str, ends_on: &str) -> Result<NaiveDate> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let before = Stored::open(ctx, &facts, change.tx(), code).await?;
    let EndProgramme(last) = EndProgramme::parse(ends_on, before.row.starts_on)?;
    let entry = Entry::new("end programme", "programme", before.row.id);
    let entry = entry.before(&before.row.ends_on).after(&last);
    let mut row = before.row.into_active_model();
    row.ends_on = Set(Some(last));
    row.update(change.tx()).await?;
    change.commit(entry).await?;
    Ok(last)
}

fn area_of(facts: &Facts, says: &DescribeProgramme) -> Result<Option<AreaId>> {
    Ok(area_with_code(facts, says.area.as_deref())?.map(|(_, area)| area.id))
}
