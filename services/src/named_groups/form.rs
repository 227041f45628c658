//! What the forms of named groups offer: everything that the asker may make a member.

use super::may_keep;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::units;
use domain::coverage::named_groups::GroupOf;
use domain::coverage::named_groups::forms::{NamedGroupFields, early_first_day};
use domain::coverage::named_groups::views::NamedGroupForm;
use domain::coverage::{Facts, Unit};
use domain::judgements::views::Choice;
use domain::policy::Action;

/// The form of a new group; until it is said what it is made of, there is nothing to choose from.
///
/// # Errors
/// Refuses whoever keeps no groups, as not found.
pub async fn new_form(ctx: &Ctx, of: &str) -> Result<NamedGroupForm> {
    ctx.authorise_somewhere(Action::KeepNamedGroups, "this page")?;
    let facts = ctx.facts().await?;
    let made_of: Option<GroupOf> = of.trim().parse().ok();
    let of = made_of.map(|of| of.to_string()).unwrap_or_default();
    let fields = NamedGroupFields {
        of,
        starts_on: early_first_day(ctx.today).to_string(),
        ..NamedGroupFields::default()
    };
    let units = made_of.map(|of| choices(ctx, &facts, of)).unwrap_or_default();
    Ok(NamedGroupForm { made_of, fields, units })
}

/// What the asker may make a member, by name: with the code, as names recur. Teams that are closed are left out.
pub(super) fn choices(ctx: &Ctx, facts: &Facts, of: GroupOf) -> Vec<Choice> {
    let is_open = |unit: &Unit| match unit {
        Unit::Team(at) => facts.team_open(*at, ctx.today),
        Unit::Area(_) | Unit::Organisation(_) | Unit::NamedGroup(_) => true,
    };
    let choice = |unit: Unit| {
        let (code, name) = facts.unit_name(unit)?;
        Some(Choice { value: code.to_owned(), label: format!("{name} ({code})") })
    };
    let units = units_of(facts, of).filter(is_open).filter(|unit| may_keep(ctx, facts, *unit));
    let mut choices: Vec<Choice> = units.filter_map(choice).collect();
    choices.sort_by_cached_key(|choice| choice.label.to_lowercase());
    choices
}

/// Everything of one kind.
pub(super) fn units_of(facts: &Facts, of: GroupOf) -> impl Iterator<Item = Unit> {
    units(facts).filter(move |unit| GroupOf::of_unit(*unit) == Some(of))
}
