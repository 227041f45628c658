//! People by name or team: those the asker may find, a page at a time.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::{people_within, subject_posts};
use crate::viewings;
use domain::coverage::{Facts, Person};
use domain::paging::Paged;
use domain::people::counting::met_by;
use domain::people::views::{PeopleList, PersonLine};
use domain::people::{listed_name, search_words};
use domain::policy::{Action, Resource, may};

/// A page of the people within the asker's reach whose name, or the name of whose team, holds every word of `query`; by
/// surname. The list is noted once, with its query.
///
/// # Errors
/// Refuses whoever finds nobody by name anywhere.
pub async fn find(ctx: &Ctx, query: &str, page: usize) -> Result<PeopleList> {
    ctx.authorise_somewhere(Action::FindPeople, "this page")?;
    let facts = ctx.facts().await?;
    let words = search_words(query);
    let within = people_within(ctx, &facts, Action::FindPeople);
    let mut found: Vec<(String, &Person)> = within
        .into_iter()
        .filter_map(|at| facts.people.get(at))
        .filter(|person| fits(ctx, &facts, person, &words))
        .map(|person| (listed_name(&person.first_name, &person.last_name), person))
        .collect();
    found.sort_by(|(a, one), (b, other)| {
        (a.to_lowercase(), one.id).cmp(&(b.to_lowercase(), other.id))
    });
    let list = Paged::of(found, page);
    viewings::note_list(ctx, &format!("people q={} page={}", words.join(" "), list.page)).await?;
    Ok(list.map(|(name, person)| line(ctx, &facts, name, person)))
}

fn fits(ctx: &Ctx, facts: &Facts, person: &Person, words: &[String]) -> bool {
    let text = known_by(ctx, facts, person);
    words.iter().all(|word| text.contains(word))
}

/// What somebody is looked for by: their name and the names of their teams, in small letters.
pub(crate) fn known_by(ctx: &Ctx, facts: &Facts, person: &Person) -> String {
    let mut text = format!("{} {}", person.first_name, person.last_name);
    for (_, team) in roles_and_teams(ctx, facts, person) {
        text.push(' ');
        text.push_str(team);
    }
    text.to_lowercase()
}

/// Role and team of each post that is held today, whether its holder is at work or away.
pub(super) fn roles_and_teams<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    person: &'a Person,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let today = ctx.today;
    person.posts.iter().filter_map(move |post| {
        let open = |team| facts.team_open(team, today);
        let terms = post.presence_at(today, true, open).terms()?;
        let role = facts.roles.get(terms.role)?;
        let team = facts.places.teams.get(terms.team)?;
        Some((role.title.as_str(), team.name.as_str()))
    })
}

fn line(ctx: &Ctx, facts: &Facts, name: String, person: &Person) -> PersonLine {
    let posts = subject_posts(ctx, facts, person.id);
    let resource = Resource::Person { person: person.id, posts: &posts };
    let readable = may(&ctx.actor, Action::ReadRecord, resource);
    let held = roles_and_teams(ctx, facts, person);
    PersonLine {
        id: person.id,
        name,
        posts: held.map(|(role, team)| (role.to_owned(), team.to_owned())).collect(),
        met: readable.then(|| met_by(facts, person, ctx.today)),
    }
}
