//! When the practice of the cast and the integrated teams let their people go to sessions, who covers, and who stays.

use super::cast::PRACTICE;
use super::places::Team;
use super::plan::Plan;
use super::staffing::TeamKind;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release;
use domain::release::forms::{AddWindow, KeepMinimum, KeepRelease, ReleaseFields, WindowFields};

const NOTICE_WEEKS: &str = "8";

/// What a team says, as its form would send it.
struct Says {
    /// The day of the week, every how many weeks, from when to when.
    windows: &'static [[&'static str; 4]],
    cover: &'static str,
    /// Of which profession at least how many stay.
    keeps: (&'static str, &'static str),
}

/// One afternoon is the same for both, so that there are times which suit everybody.
const OF_THE_PRACTICE: Says = Says {
    windows: &[["wednesday", "1", "12:30pm", "4:30pm"]],
    cover: "buddy_practice",
    keeps: ("General practitioner", "1"),
};
const OF_INTEGRATED_TEAMS: Says = Says {
    windows: &[["wednesday", "1", "12:30pm", "4:30pm"], ["tuesday", "2", "9am", "11:30am"]],
    cover: "rotation",
    keeps: ("Nurse: community", "2"),
};

/// Keeps what each of them says.
pub(super) async fn keep(ctx: &Ctx, plan: &Plan) -> Result<()> {
    for team in &plan.places.teams {
        if let Some(says) = says(team) {
            keep_one(ctx, plan, (team, says)).await?;
        }
    }
    Ok(())
}

fn says(team: &Team) -> Option<&'static Says> {
    match team.kind {
        TeamKind::Integrated => Some(&OF_INTEGRATED_TEAMS),
        _ if team.code == PRACTICE => Some(&OF_THE_PRACTICE),
        _ => None,
    }
}

async fn keep_one(ctx: &Ctx, plan: &Plan, (team, says): (&Team, &Says)) -> Result<()> {
    let fields = ReleaseFields {
        cover: says.cover.to_owned(),
        notice_weeks: NOTICE_WEEKS.to_owned(),
        ..ReleaseFields::default()
    };
    release::keep(ctx, &team.code, &KeepRelease::parse(&fields)?).await?;
    let since = plan.since();
    for window in says.windows {
        let [weekday, every_weeks, begins, ends] = window.map(str::to_owned);
        let (starts_on, ends_on) = (String::new(), String::new());
        let fields = WindowFields { weekday, every_weeks, begins, ends, starts_on, ends_on };
        release::add_window(ctx, &team.code, AddWindow::parse(&fields, since)?).await?;
    }
    // A small demonstration has nobody of some professions in some of its teams.
    let (profession, least) = says.keeps;
    let there = release::release(ctx, &team.code).await?.professions;
    if there.iter().any(|known| known == profession) {
        let minimum = KeepMinimum::parse(profession, least)?;
        release::keep_minimum(ctx, &team.code, &minimum).await?;
    }
    Ok(())
}
