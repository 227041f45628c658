//! What a reader of an explained change can do next about confirmations that expired: the lists of who is due that they may open.

use crate::coverage::one_figure::{OneFigure, may_read};
use crate::coverage::units::heading;
use crate::ctx::Ctx;
use crate::teams::members;
use domain::coverage::explain::views::WhoIsDue;
use domain::coverage::explain::{Change, Part};
use domain::coverage::{Facts, Unit, is_asked_about};
use domain::organisations::TeamIndex;
use domain::policy::{Action, reach};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many teams are told: those in which most expired.
const MOST: usize = 5;

/// None where nothing expired.
pub(super) fn who_is_due(
    ctx: &Ctx,
    facts: &Facts,
    (one, change): (&OneFigure, &Change),
) -> Option<WhoIsDue> {
    let expired =
        change.parts.iter().find(|part| part.part == Part::Expiries && part.people > 0)?;
    let mut of_teams: BTreeMap<TeamIndex, usize> = BTreeMap::new();
    for pairs in expired.pairs.chunk_by(|one, other| one.person == other.person) {
        let id = pairs.first().map(|pair| pair.person);
        let Some(person) = id.filter(|id| may_read(ctx, facts, *id)) else { continue };
        let Some(person) = facts.person(person) else { continue };
        for terms in facts.posts_in_scope(person, ctx.today) {
            if is_asked_about(facts, &one.query, terms.team) {
                *of_teams.entry(terms.team).or_default() += pairs.len();
            }
        }
    }
    let mut most: Vec<(TeamIndex, usize)> = of_teams.into_iter().collect();
    most.sort_by_key(|(_, expired)| Reverse(*expired));
    let opens = |team: &TeamIndex| !members(ctx, facts, *team, Action::ReadRecord).is_empty();
    let teams = most.into_iter().map(|(team, _)| team).filter(opens).take(MOST);
    Some(WhoIsDue {
        teams: teams.filter_map(|team| heading(facts, Unit::Team(team))).collect(),
        confirms: !reach(&ctx.actor, Action::RecordObservation).is_empty(),
    })
}
