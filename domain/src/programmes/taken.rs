//! Who took a step: came to a session that ran it, as its closed register says. It stands beside progress, and never makes a step
//! done (rules, section 3).

use crate::ids::{PersonId, ProgrammeStepId};
use crate::macros::codes;
use crate::sessions::register::Attendance;
use std::collections::BTreeMap;

codes! {
    /// How somebody took a step.
    Taking, "way of taking a step" {
        Attended "attended" "Attended",
        /// They came for a part.
        Begun "begun" "Begun",
    }
}

impl Taking {
    /// What coming to one session that ran it is; none for whoever did not come.
    pub const fn by(attendance: Attendance) -> Option<Self> {
        match attendance {
            Attendance::Attended => Some(Self::Attended),
            Attendance::PartAttended => Some(Self::Begun),
            Attendance::DidNotAttend => None,
        }
    }
}

/// Who took which steps: of several sessions that ran one, the best counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken(BTreeMap<(ProgrammeStepId, PersonId), Taking>);

impl Taken {
    /// What one register says.
    pub fn note(&mut self, step: ProgrammeStepId, person: PersonId, attendance: Attendance) {
        let Some(taking) = Taking::by(attendance) else { return };
        let known = self.0.entry((step, person)).or_insert(taking);
        if taking == Taking::Attended {
            *known = taking;
        }
    }

    /// How somebody took a step; none where they did not.
    pub fn of(&self, step: ProgrammeStepId, person: PersonId) -> Option<Taking> {
        self.0.get(&(step, person)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn of_several_sessions_that_ran_a_step_the_best_counts_whatever_their_order() {
        let [step, other] = [1, 2].map(|number| ProgrammeStepId(Uuid::from_u128(number)));
        let person = PersonId(Uuid::from_u128(3));
        let table: [(&[Attendance], Option<Taking>); 5] = [
            (&[], None),
            (&[Attendance::DidNotAttend], None),
            (&[Attendance::PartAttended, Attendance::DidNotAttend], Some(Taking::Begun)),
            (&[Attendance::PartAttended, Attendance::Attended], Some(Taking::Attended)),
            (&[Attendance::Attended, Attendance::PartAttended], Some(Taking::Attended)),
        ];
        for (came, expected) in table {
            let mut taken = Taken::default();
            for attendance in came {
                taken.note(step, person, *attendance);
            }
            assert_eq!(taken.of(step, person), expected, "{came:?}");
            assert_eq!(taken.of(other, person), None);
        }
    }
}
