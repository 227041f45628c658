//! From rows to positions: reads the facts that figures are computed from.

use super::cover::load_cover;
use super::frameworks::{load_framework, load_roles};
use super::named_groups::load_named_groups;
use super::people::load_people;
use super::places::load_places;
use crate::db::Db;
use crate::error::Result;
use domain::coverage::Facts;
use domain::frameworks::Level;
use domain::ids::{CompetencyId, PersonId};
use domain::requirements::CompetencyIndex;
use std::collections::HashMap;
use std::hash::Hash;

/// Where each id stands in the facts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    pub people: HashMap<PersonId, usize>,
    pub competencies: HashMap<CompetencyId, CompetencyIndex>,
}

pub(super) fn positions<K: Eq + Hash>(ids: impl Iterator<Item = K>) -> HashMap<K, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}

/// Everything but judgements.
pub(super) async fn places(db: &Db) -> Result<(Facts, Index)> {
    let mut facts = Facts::default();
    let teams = load_places(db, &mut facts.places).await?;
    let competencies = load_framework(db, &mut facts).await?;
    let roles = load_roles(db, &mut facts, &competencies).await?;
    let people = load_people(db, &mut facts, &teams, &roles).await?;
    load_cover(db, &mut facts, &teams).await?;
    load_named_groups(db, &mut facts, &teams).await?;
    let competencies = competencies.into_iter().map(|(id, at)| (id, at as CompetencyIndex));
    Ok((facts, Index { people, competencies: competencies.collect() }))
}

pub(super) fn level(number: Option<i32>) -> Option<Level> {
    Level::try_from(u8::try_from(number?).ok()?).ok()
}
