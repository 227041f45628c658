//! By whom teams are reached on a day, named as far as the asker may know who comes to each of them.

use super::Ranked;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::inputs::{Names, lines};
use crate::teams::Sight;
use chrono::NaiveDate;
use domain::codes::InputKind;
use domain::coverage::Facts;
use domain::ids::TeamId;
use domain::inputs::Input;
use domain::inputs::sums::held_on;
use domain::inputs::views::InputLine;
use std::collections::HashMap;

/// What is on record of one team.
#[derive(Default)]
pub(super) struct Told {
    pub lines: Vec<InputLine>,
    /// It is said that nobody comes.
    pub says_none: bool,
}

/// What is on record of the teams of these rows; one query for all who are named.
pub(super) async fn told(
    ctx: &Ctx,
    facts: &Facts,
    (rows, inputs): (&[Ranked], &[Input]),
    day: NaiveDate,
) -> Result<HashMap<TeamId, Told>> {
    let sight = Sight::of(ctx, facts)?;
    let held = held_on(inputs, day);
    let (mut named, mut unnamed): (Vec<&Input>, Vec<&Input>) = (Vec::new(), Vec::new());
    for row in rows {
        let of_team = held.get(&row.id).into_iter().flatten().copied();
        match sight.sees_names(ctx, facts, row.at) {
            true => named.extend(of_team),
            false => unnamed.extend(of_team),
        }
    }
    let shown = lines(ctx, facts, &named, Names::Shown).await?;
    let hidden = lines(ctx, facts, &unnamed, Names::Hidden).await?;
    let mut told: HashMap<TeamId, Told> = HashMap::new();
    for (input, line) in named.into_iter().chain(unnamed).zip(shown.into_iter().chain(hidden)) {
        let of_team = told.entry(input.team).or_default();
        match line.kind {
            InputKind::None => of_team.says_none = true,
            _ => of_team.lines.push(line),
        }
    }
    Ok(told)
}
