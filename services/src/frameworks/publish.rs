//! Publishing a draft from a day on: after that it never changes.

use super::draft::{Draft, last, versions};
use super::wording::count_positions;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::VersionState;
use domain::frameworks::drafting::PublishFrom;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

/// Publishes a draft; `from` is typed.
///
/// # Errors
/// Refuses while questions of the crosswalk are open, days that would change a past figure, versions that are published
/// already, and whoever may not publish.
pub async fn publish(ctx: &Ctx, number: i32, from: &str) -> Result<()> {
    ctx.authorise(Action::PublishFramework, Resource::Installation, "this page")?;
    let change = ctx.change(Touches::Places).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let rows = versions(change.tx()).await?;
    let latest = last(&rows).and_then(|row| row.published_from);
    let from = PublishFrom::parse(from, ctx.today, latest)?;
    if let Some(open) = draft.open_questions().first() {
        let sentence = format!("This draft cannot be published yet. {open}");
        return Err(Refusal::rule("crosswalk-open", sentence).into());
    }
    let in_order: Vec<_> = draft.domains.iter().flat_map(|d| draft.of_domain(d)).collect();
    count_positions(change.tx(), &in_order).await?;
    let mut row = draft.version.into_active_model();
    row.state = Set(VersionState::Published);
    row.published_from = Set(Some(from.0));
    row.update(change.tx()).await?;
    change.commit(Entry::new("publish", "framework_version", number).after(&from.0)).await
}
