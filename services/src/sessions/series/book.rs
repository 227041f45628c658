//! A seat in every session of a series that is to come, at one press: each is asked for by the same rules as alone.

use super::find::{not_found, sessions_of};
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::people::hold_people;
use crate::sessions::book::{ask_for, asker};
use crate::sessions::locks::hold_teams;
use crate::sessions::tell::Letters;
use crate::sessions::times::{slot_of, state_of};
use domain::ids::SessionSeriesId;
use domain::sessions::scheduling::can_be_booked;
use domain::sessions::series::views::Asked;
use domain::sessions::series::{on, together};
use sea_orm::TransactionTrait;

/// Asks for a seat in each session to come, from the team with this code, for the signed-in person: what became of each, in the
/// order of their dates. What is refused in one, such as a clash, stands in no other's way.
///
/// # Errors
/// Refuses whoever may not book for themselves, and where each session was refused, with why; and series without a session that
/// can be booked, as not found.
pub async fn book(
    ctx: &Ctx,
    series: SessionSeriesId,
    team: &str,
    at_once: bool,
) -> Result<Vec<Asked>> {
    let person = asker(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let mut rows = sessions_of(ctx, &facts, change.tx(), series).await?;
    rows.retain(|row| can_be_booked(state_of(row, ctx.rule_now())).is_ok());
    if rows.is_empty() {
        return Err(not_found());
    }
    rows.sort_by_key(|row| row.id);
    hold_people(change.tx(), [person]).await?;
    hold_teams(change.tx(), &facts, [person]).await?;
    let (mut asked, mut entries, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let mut letters = Letters::default();
    for row in rows {
        // What was written before it was refused is taken back, and only that.
        let attempt = change.tx().begin().await?;
        let wish = (team, at_once);
        let answer = match ask_for(ctx, &facts, &attempt, (row.id, person), wish).await {
            Ok((state, entry, told)) => {
                attempt.commit().await?;
                entries.push(entry);
                letters.add(told);
                Ok(state)
            }
            Err(Error::Refused(refusal)) => {
                attempt.rollback().await?;
                let told = refusal.to_string();
                refused.push(on(slot_of(&row).starts.date(), refusal));
                Err(told)
            }
            Err(fault) => return Err(fault),
        };
        asked.push(Asked { id: row.id, slot: slot_of(&row), answer });
    }
    if entries.is_empty() {
        together(refused)?;
    }
    letters.put(ctx, change.tx()).await?;
    change.commit_all(entries).await?;
    asked.sort_by_key(|one| one.slot.starts);
    Ok(asked)
}
