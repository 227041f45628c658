//! All cover rules, those that hold first, and what holds where nobody wrote one.

use super::may_keep;
use super::words::{item_in_words, whose_in_words};
use crate::coverage::domains;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::visible_teams;
use domain::coverage::cover::views::{CoverRuleLine, CoverRules};
use domain::coverage::cover::{Asks, Rule, Whose};
use domain::coverage::views::Heading;
use domain::coverage::{Facts, is_among};
use domain::paging::Paged;
use domain::policy::{Action, reach};

/// The rules for care settings, and those for teams that the asker sees figures of or keeps rules for.
///
/// # Errors
/// Refuses whoever sees no figures of teams, as not found.
pub async fn list(ctx: &Ctx, page: usize) -> Result<CoverRules> {
    ctx.authorise_somewhere(Action::ReadFigures, "this page")?;
    let facts = ctx.facts().await?;
    let visible = visible_teams(ctx, &facts);
    let is_seen = |rule: &&Rule| match rule.whose {
        Whose::Team(team) => {
            is_among(visible.as_deref(), team) || may_keep(ctx, &facts, rule.whose)
        }
        Whose::Setting { .. } => true,
    };
    let seen = facts.cover_rules.iter().filter(is_seen);
    let mut lines: Vec<CoverRuleLine> = seen.map(|rule| line(ctx, &facts, rule)).collect();
    lines.sort_by_cached_key(|line| {
        (line.when, line.whose.to_lowercase(), line.item.clone(), line.held.from)
    });
    Ok(CoverRules {
        rules: Paged::of(lines, page),
        defaults: defaults(ctx, &facts),
        may_add: !reach(&ctx.actor, Action::KeepCover).is_empty(),
    })
}

pub(super) fn line(ctx: &Ctx, facts: &Facts, rule: &Rule) -> CoverRuleLine {
    CoverRuleLine {
        id: rule.id,
        whose: whose_in_words(facts, rule.whose),
        item: item_in_words(facts, ctx.today, &rule.item),
        asks: rule.asks,
        held: rule.held,
        when: rule.when(ctx.today),
        may_change: !rule.held.ends_before(ctx.today) && may_keep(ctx, facts, rule.whose),
    }
}

fn defaults(ctx: &Ctx, facts: &Facts) -> Vec<(Heading, Asks)> {
    let asks = |domain: Heading| {
        let asks = Asks::by_default(&domain.code);
        (domain, asks)
    };
    domains(facts, ctx.today).into_iter().map(asks).collect()
}
