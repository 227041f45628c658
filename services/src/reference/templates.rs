//! Session templates: what a session could be about, for educators to start from.

use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::policy::{Action, Resource};
use entities::session_template;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Deserialize)]
struct Template {
    code: String,
    title: String,
    format: String,
    minutes: i32,
    domains: String,
    intended_level: i32,
    audience: String,
}

/// Adds the templates that are not there, and corrects those that differ.
pub(super) async fn load(ctx: &Ctx, text: &str) -> Result<()> {
    ctx.authorise(Action::PublishFramework, Resource::Installation, "session templates")?;
    let rows = session_template::Entity::find().all(ctx.db().read()).await?;
    let before: HashMap<String, session_template::Model> =
        rows.into_iter().map(|row| (row.code.clone(), row)).collect();
    let mut templates = Vec::new();
    for template in csv::Reader::from_reader(text.as_bytes()).deserialize() {
        templates.push(row(template.map_err(|e| Error::fault("the templates that ship", e))?));
    }
    templates.retain(|row| before.get(&row.code) != Some(row));
    if templates.is_empty() {
        return Ok(());
    }
    let (change, many) = (ctx.change(Touches::Nothing).await?, templates.len());
    for row in templates {
        let known = before.contains_key(&row.code);
        save(change.tx(), row, known).await?;
    }
    change.commit(Entry::new("load", "session_template", super::CODE).after(&many)).await
}

async fn save(tx: &impl ConnectionTrait, row: session_template::Model, known: bool) -> Result<()> {
    let row = row.into_active_model().reset_all();
    if known {
        row.update(tx).await?;
    } else {
        session_template::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(template: Template) -> session_template::Model {
    let Template { code, title, format, minutes, domains, intended_level, audience } = template;
    session_template::Model { code, title, format, minutes, domains, intended_level, audience }
}
