//! Why a team is covered in a domain or competency, or is not: who holds what of it, as far as the asker may see them by name.

use crate::cover_rules::{may_keep, whose_in_words};
use crate::coverage::ask::Ask;
use crate::coverage::one_figure::{item_with_code, may_read};
use crate::coverage::units::seen;
use crate::coverage::{authorise, counting};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::inputs::may_manage;
use crate::viewings;
use chrono::NaiveDate;
use domain::coverage::cover::views::{CoverLine, CoverReasons, HolderLine};
use domain::coverage::cover::{CompetencyCover, Helper, Holder, Rule, Verdict, Whose, detail};
use domain::coverage::views::Heading;
use domain::coverage::{Facts, Unit};
use domain::organisations::TeamIndex;
use domain::people::{Post, Presence};
use domain::refusal::Refusal;
use std::collections::BTreeSet;

/// What a team requires of the domain or competency with this code, and who holds it. The list is noted once, with its query.
///
/// # Errors
/// Refuses teams whose figures the asker may not see, and items that are not known, as not found.
pub async fn why_covered(ctx: &Ctx, ask: Ask, item_code: &str) -> Result<CoverReasons> {
    authorise(ctx)?;
    let nothing = || Refusal::not_found("these figures");
    let facts = ctx.facts().await?;
    let code = ask.within.as_deref().ok_or_else(nothing)?;
    let (unit, own) = seen(ctx, &facts, (code, &[ask.as_at]))?;
    let Unit::Team(team) = unit else { return Err(nothing().into()) };
    let (item, item_named) = item_with_code(&facts, item_code, ask.as_at).ok_or_else(nothing)?;
    let noted = format!("cover in={code} item={item_code} as_at={}", ask.as_at);
    viewings::note_list(ctx, &noted).await?;
    let at = (ask.as_at, ask.include_bank);
    let at_work = at_work(&facts, at, team);
    let asker = ctx.clone();
    let counted = counting(&facts, move |facts| {
        let covers = detail(facts, at, team, &item);
        let verdict = covers.iter().map(|cover| cover.verdict).reduce(Verdict::and);
        let lines = covers.iter().filter_map(|cover| line(&asker, facts, (cover, at.0)));
        (verdict, lines.collect::<Vec<_>>())
    });
    let (verdict, competencies) = counted.await?;
    Ok(CoverReasons {
        as_at: ask.as_at,
        is_future: ask.as_at > ctx.today,
        team: own,
        item: item_named,
        verdict,
        at_work,
        competencies,
        helpers: helpers(ctx, &facts, team, ask.as_at),
        may_manage_input: may_manage(ctx, &facts, team),
        may_keep_rules: may_keep(ctx, &facts, Whose::Team(team)),
    })
}

/// How many have a post in a team that counts on a day.
fn at_work(facts: &Facts, (day, include_bank): (NaiveDate, bool), team: TeamIndex) -> usize {
    let is_open = |team| facts.team_open(team, day);
    let works = |post: &Post| match post.presence_at(day, include_bank, is_open) {
        Presence::InScope(terms) => terms.team == team,
        Presence::Away(_) | Presence::Out => false,
    };
    facts.people.iter().filter(|person| person.posts.iter().any(works)).count()
}

fn line(
    ctx: &Ctx,
    facts: &Facts,
    (cover, day): (&CompetencyCover<'_>, NaiveDate),
) -> Option<CoverLine> {
    let competency = facts.competencies.get(usize::from(cover.competency))?;
    let helping = cover.holders.iter().filter(|holder| holder.helps).count();
    let of_all: BTreeSet<&str> = cover.holders.iter().filter_map(|one| one.profession).collect();
    let (read, hidden): (Vec<&Holder<'_>>, Vec<&Holder<'_>>) =
        cover.holders.iter().partition(|holder| may_read(ctx, facts, holder.person));
    let professions: BTreeSet<&str> = read.iter().filter_map(|one| one.profession).collect();
    let more_professions = of_all.len() - professions.len();
    let until = |one: &Holder<'_>| {
        let standing = facts.person(one.person)?.standing_in(cover.competency, competency, day);
        standing.held(day).map(|(_, last_day)| last_day)
    };
    let mut holders: Vec<HolderLine> =
        read.into_iter().map(|one| named(facts, one, until(one))).collect();
    holders.sort_by(|a, b| (a.helps, &a.name, a.id).cmp(&(b.helps, &b.name, b.id)));
    Some(CoverLine {
        competency: Heading { code: competency.code.clone(), title: competency.title.clone() },
        need: cover.need,
        rule: rule_in_words(facts, cover.rule),
        verdict: cover.verdict,
        own: cover.holders.len() - helping,
        helping,
        professions: professions.into_iter().map(str::to_owned).collect(),
        more_professions,
        holders,
        hidden_alone: hidden.iter().filter(|one| one.alone).count(),
    })
}

fn named(facts: &Facts, holder: &Holder<'_>, until: Option<NaiveDate>) -> HolderLine {
    HolderLine {
        id: holder.person,
        name: facts.name_of(holder.person),
        level: holder.level,
        until,
        profession: holder.profession.map(str::to_owned),
        helps: holder.helps,
        alone: holder.alone,
    }
}

/// Where it comes from what is asked.
fn rule_in_words(facts: &Facts, rule: Option<&Rule>) -> String {
    match rule {
        None => "Default rule".to_owned(),
        Some(rule) => format!("The rule for {}", whose_in_words(facts, rule.whose)),
    }
}

/// Who helps a team on a day, by its mental health input.
fn helpers(ctx: &Ctx, facts: &Facts, team: TeamIndex, day: NaiveDate) -> Vec<String> {
    let rows = facts.arrangements.iter();
    let of_day = rows.filter(|row| row.team == team && row.held.contains(day));
    let words = |helper: Helper| match helper {
        Helper::Team(at) => {
            let name = facts.places.teams.get(at).map(|team| &*team.name).unwrap_or_default();
            format!("Everybody at work in {name}")
        }
        Helper::Person(person) if may_read(ctx, facts, person) => facts.name_of(person),
        Helper::Person(_) => "Somebody whose name you do not see".to_owned(),
    };
    of_day.map(|row| words(row.helper)).collect()
}
