//! Rows of release in the database, and the same as the rules look at them.

use crate::error::Result;
use chrono::NaiveTime;
use domain::ids::{PersonId, TeamId};
use domain::release::windows::Window;
use domain::release::{Cover, Minimum, NOTICE_WEEKS, Release};
use entities::{release_exception, release_minimum, release_window, team_release};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeMap;

/// The release of some teams.
#[derive(Clone, Debug, Default)]
pub(crate) struct Releases(BTreeMap<TeamId, Release>);

impl Releases {
    /// Four queries, however many teams they are; none for none.
    pub async fn of(
        db: &impl ConnectionTrait,
        teams: impl IntoIterator<Item = TeamId>,
    ) -> Result<Self> {
        let Self(mut all) = Self::times_of(db, teams).await?;
        if all.is_empty() {
            return Ok(Self(all));
        }
        let teams: Vec<TeamId> = all.keys().copied().collect();
        let asks = team_release::Column::TeamId.is_in(teams.iter().copied());
        for row in team_release::Entity::find().filter(asks).all(db).await? {
            if let Some(release) = all.get_mut(&row.team_id) {
                release.cover = row.cover;
                release.notice_weeks = u16::try_from(row.notice_weeks).unwrap_or(NOTICE_WEEKS);
                release.asks_approval = row.asks_approval;
                release.deputy = row.deputy_id;
            }
        }
        let kept = release_minimum::Column::TeamId.is_in(teams.iter().copied());
        for row in release_minimum::Entity::find().filter(kept).all(db).await? {
            let least = u16::try_from(row.least).unwrap_or_default();
            let minimum = Minimum { profession: row.profession, least };
            all.entry(row.team_id).or_default().minimums.push(minimum);
        }
        Ok(Self(all))
    }

    /// The times at which these teams let their people go, and nothing else of what they say; two queries, and none for none.
    pub async fn times_of(
        db: &impl ConnectionTrait,
        teams: impl IntoIterator<Item = TeamId>,
    ) -> Result<Self> {
        let mut all: BTreeMap<TeamId, Release> =
            teams.into_iter().map(|team| (team, Release::default())).collect();
        if all.is_empty() {
            return Ok(Self(all));
        }
        let teams: Vec<TeamId> = all.keys().copied().collect();
        for (team, window) in windows(db, &teams).await? {
            all.entry(team).or_default().windows.push(window);
        }
        let closed = release_exception::Column::TeamId.is_in(teams.iter().copied());
        for row in release_exception::Entity::find().filter(closed).all(db).await? {
            all.entry(row.team_id).or_default().exceptions.push(row.closed_on);
        }
        Ok(Self(all))
    }

    /// That of one of the teams.
    pub fn get(&self, team: TeamId) -> Option<&Release> {
        self.0.get(&team)
    }
}

/// Who covers for a team’s people, where it has said so; one query.
pub(crate) async fn cover_of(db: &impl ConnectionTrait, team: TeamId) -> Result<Option<Cover>> {
    let row = team_release::Entity::find_by_id(team).one(db).await?;
    Ok(row.and_then(|row| row.cover))
}

async fn windows(db: &impl ConnectionTrait, teams: &[TeamId]) -> Result<Vec<(TeamId, Window)>> {
    let rows = release_window::Entity::find()
        .filter(release_window::Column::TeamId.is_in(teams.iter().copied()))
        .order_by_asc(release_window::Column::Id)
        .all(db)
        .await?;
    let window = |row: &release_window::Model| {
        let window = Window {
            id: row.id,
            first: row.first_on,
            every_weeks: u8::try_from(row.every_weeks).unwrap_or(1),
            last: row.last_on,
            from: time(row.from_minute),
            to: time(row.to_minute),
        };
        (row.team_id, window)
    };
    Ok(rows.iter().map(window).collect())
}

/// The table holds no minutes beyond those of a day.
fn time(minutes: i32) -> NaiveTime {
    let seconds = u32::try_from(minutes).unwrap_or_default() * 60;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(NaiveTime::MIN)
}

/// Whose deputy anybody is: each with a team; one query.
pub(crate) async fn deputies(db: &impl ConnectionTrait) -> Result<Vec<(PersonId, TeamId)>> {
    let rows = team_release::Entity::find()
        .filter(team_release::Column::DeputyId.is_not_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.deputy_id?, row.team_id))).collect())
}

/// The teams whose deputy somebody is; one query.
pub(crate) async fn deputised(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<TeamId>> {
    let rows = team_release::Entity::find()
        .filter(team_release::Column::DeputyId.eq(person))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.team_id).collect())
}
