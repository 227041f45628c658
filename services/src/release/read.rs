//! A team's release, for the page of whoever manages it.

use super::managed;
use super::rows::Releases;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::work_emails;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, GroupBy};
use domain::organisations::TeamIndex;
use domain::release::forms::ReleaseFields;
use domain::release::views::ReleaseDetail;
use domain::release::{Cover, Release};
use std::collections::BTreeSet;

/// What a team says of its release.
///
/// # Errors
/// Refuses teams whose release the asker does not manage as not found.
pub async fn release(ctx: &Ctx, code: &str) -> Result<ReleaseDetail> {
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let (at, team) = managed(ctx, &facts, code)?;
    let releases = Releases::of(db, [team.id]).await?;
    let release = releases.get(team.id).cloned().unwrap_or_default();
    let emails = work_emails(db, release.deputy.into_iter().collect()).await?;
    let deputy = release.deputy.and_then(|deputy| emails.get(&deputy).cloned());
    let Release { windows, exceptions, minimums, .. } = &release;
    let to_come = windows.iter().filter(|one| one.last.is_none_or(|last| last >= ctx.today));
    let mut exceptions: Vec<_> =
        exceptions.iter().copied().filter(|day| *day >= ctx.today).collect();
    exceptions.sort_unstable();
    Ok(ReleaseDetail {
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        fields: ReleaseFields {
            cover: release.cover.map(Cover::code).unwrap_or_default().to_owned(),
            notice_weeks: release.notice_weeks.to_string(),
            asks_approval: if release.asks_approval { "yes" } else { "" }.to_owned(),
            deputy: deputy.unwrap_or_default(),
        },
        deputy: release.deputy.map(|deputy| facts.name_of(deputy)),
        windows: to_come.map(|window| (window.id, window.words(ctx.today))).collect(),
        exceptions,
        minimums: minimums.iter().map(|one| (one.profession.clone(), one.least)).collect(),
        professions: professions(ctx, &facts, at).into_iter().collect(),
    })
}

/// The professions of those who have a post in a team today.
pub(super) fn professions(ctx: &Ctx, facts: &Facts, team: TeamIndex) -> BTreeSet<String> {
    let posts = facts.people.iter().flat_map(|person| facts.posts_in_scope(person, ctx.today));
    let roles = posts.filter(|terms| terms.team == team).filter_map(|t| facts.roles.get(t.role));
    roles.filter_map(|role| role.group(GroupBy::Profession)).map(str::to_owned).collect()
}
