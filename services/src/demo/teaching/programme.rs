//! For whom sessions are, and on which days: each team as often as it is due in a year, each locality once a month, each borough
//! a simulation every quarter.

use super::topics::{OF_BOROUGHS, OF_LOCALITIES, OF_TEAMS, Topic};
use super::{OPEN_DAYS, Occasion, Programme};
use crate::demo::plan::YEAR;
use chrono::NaiveDate;
use domain::dates::days_after;
use domain::sessions::SessionState;
use domain::sessions::format::Format;

/// How far ahead the programme goes.
const AHEAD: (i32, i32) = (8, 88);
/// Nothing is planned nearer to today than so many days: then its week is over, or has not begun.
const NEAREST: i64 = 8;
const MONTH: i64 = 30;
const QUARTER: i64 = 91;
const LOCALITIES: usize = 4;

impl Programme<'_> {
    pub(super) fn of_everybody(&mut self) {
        for team in 0..self.plan.places.teams.len() {
            self.of_team(team);
        }
        for borough in 0..self.teachers.len() {
            for locality in 0..LOCALITIES {
                self.of_locality(borough, locality);
            }
            self.of_borough(borough);
        }
    }

    fn of_team(&mut self, team: usize) {
        let Some(of) = self.plan.places.teams.get(team) else { return };
        let (borough, due) = (of.borough, i64::from(of.kind.profile().sessions_due));
        let own = [team];
        let first = self.random.below(OF_TEAMS.len() as u32) as usize;
        let mut topics = OF_TEAMS.iter().cycle().skip(first);
        for nth in 0..due {
            let within = i64::from(self.random.between(0, (YEAR / due - NEAREST) as i32));
            self.plan_one(
                topics.next(),
                -(NEAREST + nth * YEAR / due + within),
                (borough, own.as_slice()),
            );
        }
        if due > 0 && self.random.percent(75) {
            let days = i64::from(self.random.between(AHEAD.0, AHEAD.1));
            self.plan_one(topics.next(), days, (borough, own.as_slice()));
        }
    }

    fn of_locality(&mut self, borough: usize, locality: usize) {
        let teams = self.teams(|of| of == (borough, Some(locality)));
        let months = (-12..=-1).chain(1..=3).map(|month| month * MONTH + 2 * locality as i64 - 3);
        for (days, topic) in months.zip(OF_LOCALITIES.iter().cycle().skip(locality)) {
            self.plan_one(Some(topic), days, (borough, &teams));
        }
    }

    fn of_borough(&mut self, borough: usize) {
        let teams = self.teams(|(of, _)| of == borough);
        let quarters = (-4..=-1).map(|quarter| quarter * QUARTER + MONTH).chain([QUARTER - MONTH]);
        for (days, topic) in quarters.zip(OF_BOROUGHS.iter().cycle()) {
            self.plan_one(Some(topic), days, (borough, &teams));
        }
    }

    /// The teams of a borough and locality that are meant, by position.
    pub(super) fn teams(&self, is_meant: impl Fn((usize, Option<usize>)) -> bool) -> Vec<usize> {
        let teams = self.plan.places.teams.iter().enumerate();
        teams
            .filter(|(_, team)| is_meant((team.borough, team.locality)))
            .map(|(at, _)| at)
            .collect()
    }

    /// Plans a session so many days from today, where somebody is free to lead it, and says who comes.
    fn plan_one(&mut self, topic: Option<&Topic>, days: i64, (borough, teams): (usize, &[usize])) {
        let day = self.midweek(days);
        let lead = self.lead(borough, day);
        let (Some(topic), Some(lead)) = (topic, lead) else { return };
        let state = self.fate(day);
        let occasion = Occasion { topic, day, teams, lead, state };
        let code = self.hold(&occasion);
        self.come(&occasion, &code);
        if topic.format == Format::Simulation && state == SessionState::Scheduled {
            self.simulations.push(code);
        }
    }

    /// Somebody of the borough who teaches and is free.
    fn lead(&mut self, borough: usize, day: NaiveDate) -> Option<usize> {
        let teachers = self.teachers.get(borough)?;
        let from = self.random.below(teachers.len() as u32) as usize;
        let (before, after) = teachers.split_at_checked(from)?;
        after.iter().chain(before).copied().find(|&at| self.is_free(at, day))
    }

    /// What becomes of a session: some are cancelled; those of long ago have a closed register.
    fn fate(&mut self, day: NaiveDate) -> SessionState {
        let today = self.plan.today;
        match self.random.percent(6) {
            true => SessionState::Cancelled,
            false if day > today => SessionState::Scheduled,
            false if day < days_after(today, -OPEN_DAYS) => SessionState::Closed,
            false => SessionState::Delivered,
        }
    }
}
