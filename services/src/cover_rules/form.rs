//! The forms of a cover rule: what they offer, and what stands in them.

use super::list::line;
use super::{kept, may_keep};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::may_in_area;
use domain::changing::{first_of_change, has_begun};
use domain::coverage::Facts;
use domain::coverage::cover::forms::{CoverAsks, CoverAsksFields, CoverRuleFields};
use domain::coverage::cover::rule::refuse_over;
use domain::coverage::cover::views::CoverRuleForm;
use domain::coverage::cover::{Item, Rule, Whose};
use domain::coverage::views::Heading;
use domain::frameworks::version_at;
use domain::ids::CoverRuleId;
use domain::judgements::views::Choice;
use domain::organisations::{Area, Team};
use domain::policy::Action;

/// The form of a new rule; `team` and `item` stand in it where a link has named them.
///
/// # Errors
/// Refuses whoever keeps no rules, as not found.
pub async fn new_form(ctx: &Ctx, team: &str, item: &str) -> Result<CoverRuleForm> {
    ctx.authorise_somewhere(Action::KeepCover, "this page")?;
    let facts = ctx.facts().await?;
    let [team, item] = [team, item].map(|text| text.trim().to_owned());
    let about = CoverRuleFields { team, item, ..CoverRuleFields::default() };
    let (professions, starts_on) = ("1".to_owned(), ctx.today.to_string());
    let asks = CoverAsksFields { professions, starts_on, ..CoverAsksFields::default() };
    Ok(form(ctx, &facts, None, (about, asks)))
}

/// The form of a rule that holds or is ahead: what it asks, from today on where it has begun before.
///
/// # Errors
/// Refuses rules that are others' to keep as not found; and what is over.
pub async fn change_form(ctx: &Ctx, id: CoverRuleId) -> Result<CoverRuleForm> {
    let facts = ctx.facts().await?;
    let rule = kept(ctx, &facts, id)?;
    refuse_over(rule.held, ctx.today)?;
    let asks = CoverAsksFields {
        people: rule.asks.people.to_string(),
        level: rule.asks.level.map(|level| level.to_string()).unwrap_or_default(),
        professions: rule.asks.professions.to_string(),
        starts_on: first_of_change(rule.held, ctx.today).to_string(),
        ends_on: rule.held.to.map(|day| day.to_string()).unwrap_or_default(),
    };
    Ok(form(ctx, &facts, Some(rule), (CoverRuleFields::default(), asks)))
}

fn form(
    ctx: &Ctx,
    facts: &Facts,
    rule: Option<&Rule>,
    (about, asks): (CoverRuleFields, CoverAsksFields),
) -> CoverRuleForm {
    let keeps = |area| may_in_area(ctx, facts, Action::KeepCover, area);
    let areas = facts.places.areas.iter().enumerate().filter(|(at, _)| keeps(Some(*at)));
    let areas = widest_first(areas.map(|(_, area)| area).collect());
    let heading = |code: &str, title: &str| Heading { code: code.into(), title: title.into() };
    let teams = match rule {
        Some(_) => Vec::new(),
        None => teams(ctx, facts, &about.team),
    };
    CoverRuleForm {
        teams,
        line: rule.map(|rule| line(ctx, facts, rule)),
        shown: rule.map(|rule| says(rule).shown()).unwrap_or_default(),
        begun: rule.is_some_and(|rule| has_begun(rule.held, ctx.today)),
        about,
        asks,
        areas: areas.iter().map(|area| heading(&area.code, &area.name)).collect(),
        everywhere: keeps(None),
        items: items(ctx, facts),
    }
}

/// The place, then localities, then networks, each by name: as they lie in each other.
fn widest_first(mut areas: Vec<&Area>) -> Vec<&Area> {
    let rank = |area: &&Area| (area.kind.depth(), area.name.to_lowercase(), area.code.clone());
    areas.sort_by_cached_key(rank);
    areas
}

const fn says(rule: &Rule) -> CoverAsks {
    CoverAsks { asks: rule.asks, held: rule.held }
}

/// The open teams for which the asker keeps rules, and the one that is chosen already, by name: with the code, as names recur.
fn teams(ctx: &Ctx, facts: &Facts, chosen: &str) -> Vec<Choice> {
    let teams = facts.places.teams.iter().enumerate();
    let theirs = teams.filter(|(at, team)| {
        let is_offered = team.code == chosen || team.open.contains(ctx.today);
        is_offered && may_keep(ctx, facts, Whose::Team(*at))
    });
    let choice = |(_, team): (usize, &Team)| Choice {
        value: team.code.clone(),
        label: format!("{} ({})", team.name, team.code),
    };
    let mut choices: Vec<Choice> = theirs.map(choice).collect();
    choices.sort_by_cached_key(|choice| choice.label.to_lowercase());
    choices
}

/// The domains of the framework of today, each before its competencies.
fn items(ctx: &Ctx, facts: &Facts) -> Vec<Choice> {
    let version = version_at(&facts.versions, ctx.today);
    let choice = |item: Item, title: &str, what: &str| Choice {
        label: format!("{what}{} {title}", item.code()),
        value: item.to_string(),
    };
    let mut items = Vec::new();
    for at in facts.domains_at(ctx.today) {
        let Some(domain) = facts.domains.get(at) else { continue };
        items.push(choice(Item::Domain(domain.code.clone()), &domain.title, "Domain "));
        let all = facts.competencies.iter();
        let of_domain = all.filter(|c| Some(c.version) == version && c.domain == at);
        items.extend(
            of_domain.map(|one| choice(Item::Competency(one.code.clone()), &one.title, "")),
        );
    }
    items
}
