//! What a confirmation rests on, and the sentence beside it.

use super::super::random::Random;
use super::tasks::Why;
use domain::codes::Evidence;

/// Evidence whose ceiling reaches the level; a rare event is mostly practised in simulation.
#[rustfmt::skip] // a table
pub(super) fn evidence(level: u8, rare_event: bool, random: &mut Random) -> &'static [Evidence] {
    use Evidence as E;
    let (usual, exceptions): (&[E], &[(&[E], u32)]) = match (level, rare_event) {
        (1, _) => (&[E::Elearning], &[(&[E::Attendance], 30), (&[E::ReflectiveAccount], 15), (&[E::KnowledgeCheck], 15)]),
        (2, _) => (&[E::CaseDiscussion], &[(&[E::KnowledgeCheck], 30), (&[E::Attendance, E::CaseDiscussion], 15), (&[E::Simulation], 5)]),
        (3, true) => (&[E::Simulation], &[(&[E::Observation], 25)]),
        (3, false) => (&[E::Observation], &[(&[E::Simulation], 20), (&[E::MultiSourceFeedback], 15), (&[E::CaseDiscussion, E::CaseRecordReview], 15)]),
        (4, true) => (&[E::Simulation], &[(&[E::Observation], 45)]),
        (4, false) => (&[E::Observation], &[(&[E::CaseRecordReview], 30), (&[E::CaseDiscussion, E::Observation], 15)]),
        _ => (&[E::Teaching], &[(&[E::Observation, E::Teaching], 25)]),
    };
    random.mostly(usual, exceptions)
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
        Some(Evidence::CaseDiscussion) => random
            .one_of(&["Brought two cases to the team meeting", "Clear about when to ask for help"]),
        Some(Evidence::Simulation) => "Scenario with a full debrief",
        Some(Evidence::KnowledgeCheck) => "Ten of ten after the session",
        Some(Evidence::Teaching) => {
            random.one_of(&["Led a session for the network", "Supervises two colleagues in this"])
        }
        _ => "",
    }
}

/// The reason beside a recognition.
pub(super) const fn recognised(why: Why) -> &'static str {
    match why {
        Why::ProgrammeBegan => "On professional registration, when the programme began",
        Why::PostBegan => "On professional registration, at the start of the post",
        Why::Trained => "On the certificate of this summer's training in safeguarding and capacity",
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

pub(super) const REVOKED: &str = "Revoked after a review of practice; to be confirmed again";
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
                    given.iter().map(|e| e.ceiling_where(rare_event)).max().unwrap_or(0)
                });
                assert!(highest.min() >= Some(level), "level {level}");
            }
        }
    }
}
