//! The order of a draft: domains and the competencies in them, moved by one place.

use super::draft::{Draft, may_edit};
use super::wording::count_positions;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::frameworks::ordering::{Direction, moved};
use domain::refusal::Refusal;
use entities::competency;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

/// Moves a domain with everything in it.
///
/// # Errors
/// Refuses what stands at that end already, unknown codes, and versions that are published.
pub async fn move_domain(ctx: &Ctx, number: i32, code: &str, direction: Direction) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let id = draft.domain(code)?.id;
    let at = draft.domains.iter().position(|row| row.id == id);
    let order = at.and_then(|at| moved(&draft.domains, at, direction)).ok_or_else(at_the_end)?;
    for (position, row) in (1..).zip(order) {
        if row.position != position {
            let mut changed = row.into_active_model();
            changed.position = Set(position);
            changed.update(change.tx()).await?;
        }
    }
    let entry = Entry::new("move domain", "framework_version", number);
    change.commit(entry.after(&(code, direction))).await
}

/// Moves a competency within its domain.
///
/// # Errors
/// As [`move_domain`].
pub async fn move_competency(
    ctx: &Ctx,
    number: i32,
    code: &str,
    direction: Direction,
) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let row = draft.competency(code)?;
    let mut in_order: Vec<&competency::Model> = Vec::new();
    for domain in &draft.domains {
        let own: Vec<&competency::Model> = draft.of_domain(domain).collect();
        if domain.id == row.domain_id {
            let at = own.iter().position(|other| other.id == row.id);
            let own = at.and_then(|at| moved(&own, at, direction));
            in_order.extend(own.ok_or_else(at_the_end)?);
        } else {
            in_order.extend(own);
        }
    }
    count_positions(change.tx(), &in_order).await?;
    let entry = Entry::new("move competency", "framework_version", number);
    change.commit(entry.after(&(code, direction))).await
}

fn at_the_end() -> Refusal {
    let sentence = "It stands at that end already. Look at the page again.";
    Refusal::rule("at-the-end", sentence)
}
