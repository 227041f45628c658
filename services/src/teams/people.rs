//! Who is in a team, who comes and who goes, as far as the asker may see them by name.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::manages;
use crate::reach::subject_posts;
use chrono::NaiveDate;
use domain::coverage::{Facts, Person};
use domain::dates::days_after;
use domain::organisations::{Team, TeamIndex};
use domain::people::counting::met_by;
use domain::people::team_views::{Mover, TeamPerson};
use domain::people::{Post, Presence, Terms, listed_name};
use domain::policy::{Action, Resource, may, reach};
use domain::refusal::Refusal;

/// How far back a team's page looks for starters, and how far ahead for starters and leavers.
const MOVERS_DAYS: i64 = 90;

/// A person with a post in the team that they hold today.
pub(crate) struct Member<'a> {
    pub person: &'a Person,
    pub terms: &'a Terms,
    pub away: bool,
}

impl Member<'_> {
    pub fn name(&self) -> String {
        listed_name(&self.person.first_name, &self.person.last_name)
    }

    pub fn role(&self, facts: &Facts) -> String {
        facts.roles.get(self.terms.role).map(|role| role.title.clone()).unwrap_or_default()
    }
}

/// The team with this code, and those of its people to whom the asker may do `action`, as by [`members`].
///
/// # Errors
/// Refuses teams in which there is nobody for that as not found.
pub(crate) fn within<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    code: &str,
    action: Action,
) -> Result<(&'a Team, Vec<Member<'a>>)> {
    ctx.authorise_somewhere(action, "this page")?;
    let not_found = || Refusal::not_found("this page");
    let at = facts.places.teams.iter().position(|team| team.code == code).ok_or_else(not_found)?;
    let people = members(ctx, facts, at, action);
    let team = facts.places.teams.get(at).filter(|_| !people.is_empty());
    Ok((team.ok_or_else(not_found)?, people))
}

/// Everybody with a post in the team today to whom the asker may do `action`, by surname; bank and locum posts too.
pub(crate) fn members<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    team: TeamIndex,
    action: Action,
) -> Vec<Member<'a>> {
    let reach = reach(&ctx.actor, action);
    let own = ctx.actor.person().filter(|_| action.never_to_oneself());
    let within = |person: &Person| {
        Some(person.id) != own
            && subject_posts(ctx, facts, person.id).iter().any(|post| reach.contains_post(post))
    };
    let here = facts.people.iter().filter_map(|person| member(ctx, facts, team, person));
    let mut members: Vec<Member> = here.filter(|member| within(member.person)).collect();
    members.sort_by_cached_key(|member| (member.name().to_lowercase(), member.person.id));
    members
}

fn member<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    team: TeamIndex,
    person: &'a Person,
) -> Option<Member<'a>> {
    let open = |team| facts.team_open(team, ctx.today);
    person.posts.iter().find_map(|post| {
        let presence = post.presence_at(ctx.today, true, open);
        let terms = presence.terms().filter(|terms| terms.team == team)?;
        Some(Member { person, terms, away: matches!(presence, Presence::Away(_)) })
    })
}

/// A member as the team's page shows them.
pub(super) fn line(ctx: &Ctx, facts: &Facts, member: &Member<'_>) -> TeamPerson {
    let id = member.person.id;
    let posts = subject_posts(ctx, facts, id);
    let readable =
        may(&ctx.actor, Action::ReadRecord, Resource::Person { person: id, posts: &posts });
    TeamPerson {
        id,
        name: member.name(),
        role: member.role(facts),
        fte: member.terms.fte,
        away: member.away,
        met: readable.then(|| met_by(facts, member.person, ctx.today)),
    }
}

/// Those who start in the team in the 90 days before or after today, and those who leave it in the next 90.
pub(super) fn movers(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> (Vec<Mover>, Vec<Mover>) {
    let (earliest, latest) =
        (days_after(ctx.today, -MOVERS_DAYS), days_after(ctx.today, MOVERS_DAYS));
    let starts = |post: &Post| post.held.from.filter(|day| (earliest..=latest).contains(day));
    let ends = |post: &Post| post.held.to.filter(|day| (ctx.today..=latest).contains(day));
    (moving(facts, team, starts), moving(facts, team, ends))
}

/// How many of those who start in the team have not begun. Who they are is known only to those who manage its posts: to
/// anybody else, none are.
pub(super) fn not_begun(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> usize {
    if !manages(ctx, facts, team) {
        return 0;
    }
    let (starters, _) = movers(ctx, facts, team);
    starters.iter().filter(|starter| starter.on > ctx.today).count()
}

fn moving(
    facts: &Facts,
    team: TeamIndex,
    day_of: impl Fn(&Post) -> Option<NaiveDate>,
) -> Vec<Mover> {
    let posts = facts.people.iter().flat_map(|p| p.posts.iter().map(move |post| (p, post)));
    let mut movers: Vec<Mover> = posts
        .filter_map(|(person, post)| {
            let on = day_of(post)?;
            let terms = post.terms_at(on).filter(|terms| terms.team == team)?;
            Some(Mover {
                person: person.id,
                post: post.id,
                name: person.name(),
                role: facts.roles.get(terms.role)?.title.clone(),
                on,
            })
        })
        .collect();
    movers.sort_by(|a, b| (a.on, &a.name, a.post).cmp(&(b.on, &b.name, b.post)));
    movers
}
