//! A staff file that is the whole truth: posts in its organisations that it does not name have ended.

use super::post;
use super::posts::Posts;
use crate::imports::check::Check;
use crate::imports::within::Within;
use domain::dates::spoken;
use domain::ids::OrganisationId;
use domain::imports::Sort;
use std::collections::HashSet;

/// Records that the holders of posts which no line means have left.
pub(super) fn settle(posts: &Posts<'_>, check: &mut Check<'_>, within: &Within) {
    let day = check.options.as_at;
    let places = posts.places;
    let named = posts.stated.iter().filter_map(|stated| places.teams.get(stated.says.team));
    let organisations: HashSet<OrganisationId> = named.map(|team| team.organisation_id).collect();
    for (at, recorded) in posts.recorded.posts.iter().enumerate() {
        let Some(left) = recorded.post.unnamed(day).filter(|_| !posts.names(at)) else { continue };
        let team = places.teams.get(left.team);
        if team.is_some_and(|t| organisations.contains(&t.organisation_id) && within.team(t.id)) {
            let from = spoken(day);
            check.report.count("posts", Sort::Dated, || {
                format!(
                    "from {from}, {}: left, because the file does not name it",
                    places.post(&left)
                )
            });
            post::record(check, recorded.row.id, &left, places);
        }
    }
}
