//! Who comes to which team: nurses embedded in integrated teams, link workers of practices, liaison for care homes and social
//! work; and what is agreed, where less comes than that, or nobody yet.

use super::cast::PSYCHIATRIST;
use super::people::{Person, monday};
use super::places::{Strength, Team};
use super::plan::Plan;
use super::random::{Part, Random};
use super::staffing::TeamKind;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::inputs;
use chrono::NaiveDate;
use domain::codes::InputKind;
use domain::dates::{Period, days_after};
use domain::ids::{MentalHealthInputId, TeamId};
use domain::inputs::forms::KeepInput;
use domain::inputs::{CaseDiscussions, Population, SupervisionInterval};
use std::collections::HashMap;

const TIMES: [&str; 5] = [
    "Mondays, 9am to 12pm",
    "Tuesdays, 1pm to 4pm",
    "Wednesdays, 9am to 12pm",
    "Thursdays, 1pm to 4pm",
    "Fridays, 9am to 12pm",
];

/// Somebody who comes to a team, both by position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) team: usize,
    pub(super) person: usize,
    pub(super) kind: InputKind,
    from: NaiveDate,
    times: &'static str,
}

/// A link for every team that has one, as far as there is somebody at work to come.
pub(super) fn links(plan: &Plan) -> Vec<Link> {
    let mut random = Random::new(plan.seed, Part::Help);
    let teams = plan.places.teams.iter().enumerate();
    teams.filter_map(|(at, team)| link(plan, (at, team), &mut random)).collect()
}

fn link(plan: &Plan, (at, team): (usize, &Team), random: &mut Random) -> Option<Link> {
    use {InputKind as I, TeamKind as K};
    let (kind, source, role) = match team.kind {
        K::Integrated => (I::Embedded, K::Integrated, "ICMHN"),
        K::Practice => (I::LinkWorker, K::PrimaryCareMentalHealth, "PCMHN"),
        K::CareHome | K::SocialWork => (I::ConsultationLiaison, K::Liaison, "PCMHN"),
        _ => return None,
    };
    let comes = |person: &Person| {
        let own = person.team().and_then(|at| Some((at, plan.places.teams.get(at)?)));
        own.is_some_and(|(from, of)| {
            let near = if kind == I::Embedded { from == at } else { of.borough == team.borough };
            near && of.kind == source && person.role() == role && is_at_work(person, plan.today)
        })
    };
    let all: Vec<usize> =
        plan.people.iter().enumerate().filter(|(_, p)| comes(p)).map(|(at, _)| at).collect();
    // The first of an integrated team is one of the cast, where she is in it.
    let nth = if kind == I::Embedded { 0 } else { random.below(all.len() as u32) };
    let person = *all.get(nth as usize)?;
    let from = monday(days_after(plan.today, -i64::from(random.between(60, 700))));
    Some(Link { team: at, person, kind, from, times: random.one_of(&TIMES) })
}

fn is_at_work(person: &Person, today: NaiveDate) -> bool {
    let here = |post: &super::people::Post| {
        post.start <= today && !post.away && post.leaving.is_none_or(|last| last >= today)
    };
    person.posts.first().is_some_and(here)
}

/// Says of each team who comes: the row of its file ends the day before, and one that says more follows.
pub(super) async fn record(ctx: &Ctx, plan: &Plan) -> Result<()> {
    let facts = ctx.facts().await?;
    let all: Vec<TeamId> = facts.places.teams.iter().map(|team| team.id).collect();
    let rows = inputs::of_teams(ctx.db().read(), &all).await?;
    let of_file: HashMap<&str, MentalHealthInputId> = facts
        .places
        .teams
        .iter()
        .filter_map(|team| {
            let row = rows.iter().find(|row| row.team == team.id)?;
            Some((team.code.as_str(), row.id))
        })
        .collect();
    for (team, kept) in says(plan) {
        let Some(team) = plan.places.teams.get(team) else { continue };
        match of_file.get(team.code.as_str()) {
            Some(row) => inputs::change(ctx, &team.code, *row, &kept).await?,
            None => inputs::add(ctx, &team.code, &kept).await?,
        }
    }
    Ok(())
}

/// The row of each team, by its position.
pub(super) fn says(plan: &Plan) -> Vec<(usize, KeepInput)> {
    let links = links(plan).into_iter().map(|link| (link.team, kept(plan, &link)));
    links.chain(agreed(plan)).collect()
}

/// Housing support has asked for liaison, and it is agreed; nobody comes yet.
fn agreed(plan: &Plan) -> impl Iterator<Item = (usize, KeepInput)> {
    let from = monday(days_after(plan.today, -60));
    let waits = |(at, team): (usize, &Team)| (team.kind == TeamKind::Housing).then_some(at);
    let teams = plan.places.teams.iter().enumerate().filter_map(waits);
    teams.map(move |team| {
        let kept = KeepInput {
            kind: InputKind::ConsultationLiaison,
            population: Population::All,
            from_team: None,
            from_person: None,
            wte: None,
            target_wte: "0.1".parse().ok(),
            times: None,
            reach: None,
            case_discussions: CaseDiscussions::Invited,
            supervisor: None,
            supervised_every: None,
            held: Period::new(Some(from), None),
        };
        (team, kept)
    })
}

/// What is agreed for a team, which is more than comes to it where there is much to do.
fn target(kind: InputKind, team: Option<&Team>) -> &'static str {
    let fares_well = |team: &Team| matches!(team.strength, Strength::Strong | Strength::Steady);
    match (kind, team.is_some_and(fares_well)) {
        (InputKind::Embedded, true) => "1",
        (InputKind::Embedded, false) => "1.5",
        (InputKind::LinkWorker, true) => "0.1",
        (InputKind::LinkWorker, false) => "0.2",
        (_, true) => "0.05",
        (_, false) => "0.1",
    }
}

fn kept(plan: &Plan, link: &Link) -> KeepInput {
    let email = |at: usize| plan.people.get(at).map(|person| person.email.to_lowercase());
    let from = plan.people.get(link.person).and_then(Person::team);
    let from = from.filter(|from| *from != link.team).and_then(|at| plan.places.teams.get(at));
    let (wte, times, discussions) = match link.kind {
        InputKind::Embedded => ("1", "Monday to Friday, 9am to 5pm", CaseDiscussions::All),
        InputKind::LinkWorker => ("0.1", link.times, CaseDiscussions::Invited),
        _ => ("0.05", link.times, CaseDiscussions::Invited),
    };
    KeepInput {
        kind: link.kind,
        population: Population::All,
        from_team: from.map(|team| team.code.clone()),
        from_person: email(link.person),
        wte: wte.parse().ok(),
        target_wte: target(link.kind, plan.places.teams.get(link.team)).parse().ok(),
        times: Some(times.to_owned()),
        reach: None,
        case_discussions: discussions,
        supervisor: email(PSYCHIATRIST).filter(|_| link.person != PSYCHIATRIST),
        supervised_every: Some(SupervisionInterval::Monthly),
        held: Period::new(Some(link.from), None),
    }
}
