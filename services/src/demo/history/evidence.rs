//! What a confirmation rests on, and the sentence beside it.

use super::super::random::Random;
use domain::codes::Evidence;

/// Evidence whose ceiling reaches the level; a rare event is mostly practised in simulation.
pub(super) fn evidence(level: u8, rare_event: bool, random: &mut Random) -> &'static [Evidence] {
    use Evidence as E;
    match (level, rare_event) {
        (1, _) => random.mostly(&[E::Elearning], &[
            (&[E::Attendance], 30),
            (&[E::ReflectiveAccount], 15),
            (&[E::KnowledgeCheck], 15),
        ]),
        (2, _) => random.mostly(&[E::CaseDiscussion], &[
            (&[E::KnowledgeCheck], 30),
            (&[E::Attendance, E::CaseDiscussion], 15),
            (&[E::Simulation], 5),
        ]),
        (3, true) => random.mostly(&[E::Simulation], &[(&[E::Observation], 25)]),
        (3, false) => random.mostly(&[E::Observation], &[
            (&[E::Simulation], 20),
            (&[E::MultiSourceFeedback], 15),
            (&[E::CaseDiscussion, E::CaseRecordReview], 15),
        ]),
        (4, true) => random.mostly(&[E::Simulation], &[(&[E::Observation], 45)]),
        (4, false) => random.mostly(&[E::Observation], &[
            (&[E::CaseRecordReview], 30),
            (&[E::CaseDiscussion, E::Observation], 15),
        ]),
        _ => random.mostly(&[E::Teaching], &[(&[E::Observation, E::Teaching], 25)]),
    }
}

/// Now and then a sentence stands beside a confirmation.
pub(super) fn note(evidence: &[Evidence], random: &mut Random) -> &'static str {
    if !random.percent(12) {
        return "";
    }
    match evidence.last() {
        Some(Evidence::Observation) => random.one_of(&[
            "Joint visit, then we talked it through",
            "Sat in on two appointments",
            "Seen in the clinic this month",
        ]),
        Some(Evidence::CaseRecordReview) => "Five records looked at together",
        Some(Evidence::CaseDiscussion) => {
            random.one_of(&["Brought two cases to the team meeting", "Clear about when to ask for help"])
        }
        Some(Evidence::Simulation) => "Scenario with a full debrief",
        Some(Evidence::KnowledgeCheck) => "Ten of ten after the session",
        Some(Evidence::Teaching) => {
            random.one_of(&["Led a session for the network", "Supervises two colleagues in this"])
        }
        _ => "",
    }
}

/// Why a request was sent back.
pub(super) fn reason(random: &mut Random) -> &'static str {
    random.one_of(&[
        "Please add what you did yourself, not only the course",
        "Let us look at this together first: ask me for a joint visit",
        "This evidence shows that you know how; for this level I need to see it done",
        "More than a year ago: please bring something recent",
    ])
}

pub(super) const REGISTRATION: &str = "Recognised on professional registration when the programme began";
pub(super) const STARTER: &str = "Recognised on professional registration at the start of the post";
pub(super) const REVOKED: &str = "Taken back after a review of practice; to be confirmed again";
pub(super) const EXEMPTED: &str = "Not part of this post";
pub(super) const EXEMPTION_ENDED: &str = "Part of this post again after a change of duties";

#[cfg(test)]
mod tests {
    use super::super::super::random::Part;
    use super::*;

    #[test]
    fn evidence_reaches_its_level() {
        let mut random = Random::new(3, Part::History);
        for level in 1..=5 {
            for rare_event in [false, true] {
                let highest = (0..200).map(|_| {
                    let given = evidence(level, rare_event, &mut random);
                    given.iter().map(|e| e.ceiling()).max().unwrap_or(0)
                });
                // A rare event accepts a simulation for 4.
                let needed = if rare_event && level == 4 { 3 } else { level };
                assert!(highest.min() >= Some(needed), "level {level}");
            }
        }
    }
}
