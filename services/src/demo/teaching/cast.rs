//! What those who sign in find: the practice nurse a seat, a place on a waiting list and a session to book; the psychiatrist who
//! teaches a session that is full, and one that is not finished.

use super::super::cast::{MENTAL_HEALTH_NURSE, PRACTICE, PRACTICE_NURSE, PSYCHIATRIST};
use super::topics::OF_THE_CAST;
use super::{Occasion, Programme};
use domain::sessions::BookingState::{Booked, Waitlisted};
use domain::sessions::SessionState;

/// The integrated team beside the practice of the nurse, and the locality of both.
const INTEGRATED: &str = "ICHT-NW";
const LOCALITY: (usize, Option<usize>) = (0, Some(0));
/// How many colleagues of the nurse book what she has a seat in, wait where she does, and book what she could.
const COLLEAGUES: usize = 4;
const WAIT_TOO: usize = 2;
const FIRST: usize = 5;

impl Programme<'_> {
    pub(super) fn of_the_cast(&mut self) {
        let plan = self.plan;
        let all = || plan.places.teams.iter().enumerate();
        let called = |code: &str| -> Vec<usize> {
            all().filter(|(_, team)| team.code == code).map(|(at, _)| at).collect()
        };
        let (practice, integrated) = (called(PRACTICE), called(INTEGRATED));
        let near = self.teams(|place| place == LOCALITY);
        let borough = self.teams(|(borough, _)| borough == LOCALITY.0);
        let [seat, full, open, draft] = &OF_THE_CAST;
        let (nurse, teaches) = (MENTAL_HEALTH_NURSE, PSYCHIATRIST);
        let scheduled = SessionState::Scheduled;

        let day = self.midweek(12);
        let topic = seat;
        let code =
            self.hold(&Occasion { topic, day, teams: &practice, lead: nurse, state: scheduled });
        self.says(&code, (PRACTICE_NURSE, day), Booked.code());
        for colleague in self.free_in(&practice, day).into_iter().take(COLLEAGUES) {
            self.says(&code, (colleague, day), Booked.code());
        }

        let day = self.midweek(19);
        let (topic, state) = (draft, SessionState::Draft);
        self.hold(&Occasion { topic, day, teams: &integrated, lead: teaches, state });

        let day = self.midweek(26);
        let topic = full;
        let code =
            self.hold(&Occasion { topic, day, teams: &borough, lead: teaches, state: scheduled });
        let mut others = self.free_in(&borough, day).into_iter().filter(|at| *at != PRACTICE_NURSE);
        let seated: Vec<usize> = others.by_ref().take(full.capacity).collect();
        let wait: Vec<usize> = others.take(WAIT_TOO).collect();
        for at in seated {
            self.says(&code, (at, day), Booked.code());
        }
        self.says(&code, (PRACTICE_NURSE, day), Waitlisted.code());
        for at in wait {
            self.says(&code, (at, day), Waitlisted.code());
        }
        self.simulations.push(code);

        let day = self.midweek(40);
        let topic = open;
        let code =
            self.hold(&Occasion { topic, day, teams: &near, lead: teaches, state: scheduled });
        let others = self.free_in(&near, day).into_iter().filter(|at| *at != PRACTICE_NURSE);
        let first: Vec<usize> = others.take(FIRST).collect();
        for at in first {
            self.says(&code, (at, day), Booked.code());
        }
        // Her day stays free for it.
        self.busy.insert((PRACTICE_NURSE, day));
    }
}
