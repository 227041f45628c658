//! The colleague who is meant by what somebody typed: by their whole work email, or by the employee number of one of those for whom
//! the asker runs sessions.

use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::all_with_address;
use crate::viewings;
use chrono::NaiveDate;
use domain::coverage::{Facts, Person};
use domain::fields::FieldErrors;
use domain::ids::PersonId;
use domain::policy::{Action, reach};
use entities::person;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// The only person with a post on the session’s day who is meant by this. That they were found is noted.
///
/// # Errors
/// Refuses, beside `colleague`, what nobody or several people are found by, and whoever has no post then.
pub(super) async fn colleague(
    ctx: &Ctx,
    facts: &Facts,
    stored: &Stored,
    written: &str,
) -> Result<PersonId> {
    let day = stored.day();
    let found = match written.contains('@') {
        true => {
            let rows = all_with_address(ctx.db().read(), written).await?;
            rows.iter().filter_map(|row| facts.person(row.id)).collect()
        }
        false => with_number(ctx, facts, written, day).await?,
    };
    let message = match found.as_slice() {
        [] => {
            "Nobody is found by this. Enter their whole work email, or the employee number of somebody you run sessions for"
        }
        [one] if facts.posts_in_scope(one, day).next().is_none() => {
            "They have no post here on the day of this session"
        }
        [one] => {
            viewings::note_record(ctx, one.id).await?;
            return Ok(one.id);
        }
        _ => "Several people have this: enter the other, work email or employee number",
    };
    Err(FieldErrors::one("colleague", message).into())
}

/// Numbers are short and can be guessed: they find nobody outside the places for which the asker runs sessions.
async fn with_number<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    written: &str,
    day: NaiveDate,
) -> Result<Vec<&'a Person>> {
    let found = person::Entity::find()
        .filter(person::Column::EmployeeNumber.eq(written))
        .all(ctx.db().read())
        .await?;
    let reach = reach(&ctx.actor, Action::RunSessions);
    let is_within = |person: &&Person| {
        let mut places = facts
            .posts_in_scope(person, day)
            .filter_map(|terms| facts.places.located_team(terms.team, day));
        places.any(|place| reach.contains(&place))
    };
    Ok(found.iter().filter_map(|row| facts.person(row.id)).filter(is_within).collect())
}
