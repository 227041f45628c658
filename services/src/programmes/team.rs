//! How far the audience in one team has come: figures where the asker may see them, people where they may read records.

use super::rows::authorise;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::visible_teams;
use crate::sessions::taken;
use crate::teams::{Member, members};
use crate::viewings;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, is_among};
use domain::policy::Action;
use domain::programmes::counting::count;
use domain::programmes::progress::{Course, StepsDone};
use domain::programmes::views::{ComeTeam, PersonSteps};
use domain::refusal::Refusal;

/// The team with this code. The list of its people is noted once.
///
/// # Errors
/// Refuses teams in which the asker sees neither figures nor anybody's record, as not found.
pub async fn team(ctx: &Ctx, code: &str, team: &str) -> Result<ComeTeam> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let not_found = || Refusal::not_found("this page");
    let found = facts.places.teams.iter().enumerate().find(|(_, known)| known.code == team);
    let (at, row) = found.ok_or_else(not_found)?;
    let stored = Stored::with_code(ctx.db().read(), code).await?;
    let sees = is_among(visible_teams(ctx, &facts).as_deref(), at);
    let mut people = members(ctx, &facts, at, Action::ReadRecord);
    let may_read = !people.is_empty();
    if !sees && !may_read {
        return Err(not_found().into());
    }
    let audience = &stored.ruled.audience;
    people.retain(|member| audience.teams_of(&facts, member.person, ctx.today).contains(&at));
    if !people.is_empty() {
        viewings::note_list(ctx, &format!("programme {} team={}", stored.row.code, team)).await?;
    }
    let taken = taken(&facts, ctx.db().read(), &stored.step_ids()).await?;
    let course = Course::of(&facts, &stored.ruled.steps, ctx.today).with(taken);
    let here = |team| (team == at).then_some(());
    let come = sees
        .then(|| count(&facts, audience, &course, ctx.today, here).remove(&()).unwrap_or_default());
    Ok(ComeTeam {
        programme: stored.heading(),
        team: Heading { code: row.code.clone(), title: row.name.clone() },
        steps: stored.steps.iter().map(|step| step.title.clone()).collect(),
        come,
        people: may_read.then(|| people.iter().map(|one| line(&facts, one, &course)).collect()),
    })
}

fn line(facts: &Facts, member: &Member<'_>, course: &Course) -> PersonSteps {
    let states = course.states(facts, member.person);
    PersonSteps {
        id: member.person.id,
        name: member.name(),
        role: member.role(facts),
        done: StepsDone::of(&states),
        states,
        taken: course.taken_by(member.person.id),
    }
}
