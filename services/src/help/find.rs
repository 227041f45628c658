//! Whom the asker can ask: the mental health links of their teams first, then colleagues in their place.

use super::{by_domain, said};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::inputs::{Names, lines, of_teams};
use crate::judgements::myself;
use crate::people::work_emails;
use crate::viewings;
use domain::coverage::{Facts, Person};
use domain::frameworks::version_at;
use domain::help::listing::{Helper, held, helpers};
use domain::help::standing;
use domain::help::views::{CanHelp, HelperLine, Me, TeamLinks};
use domain::ids::{PersonId, TeamId};
use domain::inputs::links;
use domain::judgements::views::Choice;
use domain::organisations::Team;
use domain::paging::Paged;
use domain::people::Terms;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;

/// What somebody asks about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpAsk {
    /// The code of a domain or a competency; empty for anything.
    pub about: String,
    /// Words that the name, a role, a team or what somebody holds has.
    pub words: String,
    pub page: usize,
}

/// Whom the signed-in person can ask. The list is noted once; nobody's record is opened by it.
///
/// # Errors
/// Refuses whoever has no staff record, and codes that are not in use as not found.
pub async fn who_can_help(ctx: &Ctx, ask: &HelpAsk) -> Result<CanHelp> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::AskWhoCanHelp, own, "this page")?;
    let facts = ctx.facts().await?;
    let me = facts.person(person).ok_or_else(|| Refusal::not_found("this person"))?;
    let choices = choices(ctx, &facts);
    let about = title_of(&choices, &ask.about)?;
    let agreed = standing(said::all(ctx.db().read()).await?);
    let all = helpers(&facts, &agreed, me, ctx.today);
    let in_place = all.len();
    let words: Vec<String> = ask.words.split_whitespace().map(str::to_lowercase).collect();
    let found = all.into_iter().filter_map(|helper| match ask.about.as_str() {
        "" => Some(helper),
        code => helper.about(&facts, code),
    });
    let found = found.map(|helper| line(ctx, &facts, &helper));
    let found: Vec<HelperLine> = found.filter(|line| line.answers_to(&words)).collect();
    let people = with_addresses(ctx, Paged::of(found, ask.page)).await?;
    let query = format!("who can help about={} words={}", ask.about, words.join(" "));
    viewings::note_list(ctx, &query).await?;
    let me = match agreed.iter().any(|agreement| agreement.person == person) {
        true => Me::Agreed,
        false => of_holder(held(&facts, me, ctx.today).len()),
    };
    let teams = links_of(ctx, &facts, person).await?;
    Ok(CanHelp { teams, choices, about, people, in_place, me })
}

const fn of_holder(held: usize) -> Me {
    if held == 0 { Me::HoldsNothing } else { Me::MayAgree { held } }
}

/// The domains in use, each before its competencies.
fn choices(ctx: &Ctx, facts: &Facts) -> Vec<Choice> {
    let version = version_at(&facts.versions, ctx.today);
    let mut choices: Vec<Choice> = Vec::new();
    let mut last = None;
    for competency in facts.competencies.iter().filter(|c| Some(c.version) == version) {
        let Some(domain) = facts.domains.get(competency.domain) else { continue };
        if last != Some(&domain.code) {
            let label = format!("All of {}", domain.title);
            choices.push(Choice { value: domain.code.clone(), label });
            last = Some(&domain.code);
        }
        let label = format!("{} {}", competency.code, competency.title);
        choices.push(Choice { value: competency.code.clone(), label });
    }
    choices
}

fn title_of(choices: &[Choice], code: &str) -> Result<Option<String>> {
    if code.is_empty() {
        return Ok(None);
    }
    let chosen = choices.iter().find(|choice| choice.value == code);
    let chosen = chosen.ok_or_else(|| Refusal::not_found("this competency"))?;
    Ok(Some(chosen.label.clone()))
}

fn line(ctx: &Ctx, facts: &Facts, helper: &Helper<'_>) -> HelperLine {
    let posts = facts.posts_in_scope(helper.person, ctx.today);
    HelperLine {
        id: helper.person.id,
        name: helper.person.name(),
        near: helper.near,
        posts: posts.filter_map(|terms| post_of(facts, terms)).collect(),
        reach: helper.agreement.reach.clone(),
        email: None,
        holds: by_domain(facts, &helper.holds),
    }
}

fn post_of(facts: &Facts, terms: &Terms) -> Option<(String, String)> {
    let role = facts.roles.get(terms.role)?.title.clone();
    Some((role, facts.places.teams.get(terms.team)?.name.clone()))
}

/// The work emails of those on the page.
async fn with_addresses(ctx: &Ctx, people: Paged<HelperLine>) -> Result<Paged<HelperLine>> {
    let shown = people.entries.iter().map(|line| line.id).collect();
    let mut emails = work_emails(ctx.db().read(), shown).await?;
    Ok(people.map(|line| HelperLine { email: emails.remove(&line.id), ..line }))
}

/// The mental health links of the asker's teams today; everybody in a team knows who its link is.
async fn links_of(ctx: &Ctx, facts: &Facts, person: PersonId) -> Result<Vec<TeamLinks>> {
    let teams = facts.person(person).map_or_else(Vec::new, |me| teams_of(ctx, facts, me));
    let ids: Vec<TeamId> = teams.iter().map(|team| team.id).collect();
    let inputs = of_teams(ctx.db().read(), &ids).await?;
    let all: Vec<_> = teams.iter().flat_map(|team| links(&inputs, team.id, ctx.today)).collect();
    let shown = lines(ctx, facts, &all, Names::Shown).await?;
    let of_team = |team: &&Team| {
        let of = all.iter().zip(&shown).filter(|(input, _)| input.team == team.id);
        let links = of.map(|(_, line)| line.clone()).collect();
        TeamLinks { team: team.name.clone(), links }
    };
    Ok(teams.iter().map(of_team).collect())
}

/// Each team once, by name.
fn teams_of<'a>(ctx: &Ctx, facts: &'a Facts, person: &Person) -> Vec<&'a Team> {
    let mut at: Vec<usize> = facts.posts_in_scope(person, ctx.today).map(|t| t.team).collect();
    at.sort_unstable();
    at.dedup();
    let mut teams: Vec<&Team> =
        at.into_iter().filter_map(|at| facts.places.teams.get(at)).collect();
    teams.sort_by_key(|team| team.name.to_lowercase());
    teams
}
