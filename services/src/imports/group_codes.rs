//! The codes of named groups, which no area, organisation or team may take: a code means one thing.

use super::check::Check;
use crate::error::Result;
use entities::named_group;
use sea_orm::EntityTrait;
use std::collections::HashSet;

/// Notes every line, by its number, that gives a code of a named group to something else.
pub(super) async fn refuse_codes(check: &mut Check<'_>, codes: Vec<(u64, String)>) -> Result<()> {
    let groups = named_group::Entity::find().all(check.db()).await?;
    let taken: HashSet<String> = groups.into_iter().map(|group| group.code).collect();
    for (line, code) in codes.iter().filter(|(_, code)| taken.contains(code)) {
        let message = "this code belongs to a named group; choose another";
        check.report.faults.add(*line, "code", code, message);
    }
    Ok(())
}
