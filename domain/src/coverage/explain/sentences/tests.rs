//! Sentences as people read them.

use super::*;
use crate::codes::{JudgementKind, PostCategory};
use crate::coverage::row::Counts;
use crate::coverage::small_place::{day, person, small_place};
use crate::frameworks::Level;

fn facts() -> Facts {
    let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0), ("A-2", 12, 0), ("B-1", 24, 1)]);
    for (domain, title) in facts.domains.iter_mut().zip(["Risk", "Emergencies"]) {
        domain.title = title.to_owned();
    }
    facts
}

/// A part that changed a number of pairs in each competency, each by as much.
fn part(part: Part, people: usize, each: Difference, pairs: [usize; 3]) -> PartOfChange {
    let person = person(1, vec![], vec![]).id;
    let changed = |(competency, many)| {
        std::iter::repeat_n(Changed { person, competency, difference: each }, many)
    };
    let pairs: Vec<Changed> = (0..).zip(pairs).flat_map(changed).collect();
    let difference = pairs.iter().map(|pair| pair.difference);
    let difference = difference.fold(Difference::NONE, Difference::and);
    PartOfChange { part, difference, people, pairs }
}

fn told(part: &PartOfChange) -> Vec<String> {
    part.sentences(&facts(), (day("2026-03-01"), false))
}

#[test]
fn a_group_that_has_other_members_is_told_in_words_of_its_own() {
    let asked = Difference { requirements: 1, required: 1, ..Difference::NONE };
    let part = part(Part::Organisations, 1, asked, [1, 0, 0]);
    let told = part.sentences(&facts(), (day("2026-03-01"), true)).concat();
    assert!(told.starts_with("Members joined or left the group"), "{told}");
    assert_eq!(Part::Organisations.titled(true), "Members of the group, and organisations");
    assert_eq!(Part::Joiners.titled(true), Part::Joiners.label());
}

#[test]
fn each_part_is_told_in_plain_words() {
    let lost = Difference { requirements_met: -1, ..Difference::NONE };
    let gained = Difference { requirements_met: 1, ..Difference::NONE };
    let asked = Difference { requirements: 1, required: 1, ..Difference::NONE };
    let not_asked = Difference { requirements: -1, requirements_met: -1, ..Difference::NONE };
    let table = [
        (
            part(Part::Expiries, 9, lost, [4, 1, 7]),
            "12 confirmations expired (Risk 5, Emergencies 7)",
        ),
        (part(Part::Expiries, 1, lost, [1, 0, 0]), "1 confirmation expired (Risk 1)"),
        (
            part(Part::Confirmations, 2, gained, [2, 0, 0]),
            "2 requirements were newly met by a confirmation, recognition or acceptance (Risk 2)",
        ),
        (part(Part::Revocations, 1, lost, [0, 0, 1]), "1 confirmation was revoked (Emergencies 1)"),
        (
            part(Part::Exemptions, 1, not_asked, [0, 0, 2]),
            "2 requirements were taken out by exemptions (Emergencies 2)",
        ),
        (
            part(Part::Leavers, 3, not_asked, [3, 3, 1]),
            "3 people left: 7 fewer requirements, 7 fewer met",
        ),
        (
            part(Part::Joiners, 4, asked, [4, 4, 4]),
            "4 people joined: 12 more requirements, none met yet",
        ),
        (
            part(Part::Absences, 1, not_asked, [1, 0, 0]),
            "1 person went away from work: 1 fewer requirement, 1 fewer met",
        ),
        (
            part(Part::Absences, 1, asked, [1, 0, 0]),
            "1 person came back to work: 1 more requirement, none met yet",
        ),
        (
            part(Part::LateRecords, 1, gained, [1, 0, 0]),
            "Records made since about days up to 1 March 2026: as many requirements, 1 more met",
        ),
        (
            part(Part::Requirements, 2, asked, [2, 0, 0]),
            "What roles ask changed for 2 people: 2 more requirements, none met yet",
        ),
    ];
    for (part, expected) in table {
        assert_eq!(told(&part), [expected], "{}", part.part);
    }
    for kind in Part::ALL {
        assert!(told(&part(*kind, 0, Difference::NONE, [0; 3])).is_empty(), "{kind}");
    }
}

#[test]
fn what_became_of_one_requirement_is_told_in_a_few_words() {
    let told = |difference| {
        Changed { person: person(1, vec![], vec![]).id, competency: 0, difference }.words()
    };
    let of = |requirements, requirements_met| Difference {
        requirements,
        requirements_met,
        ..Difference::NONE
    };
    let table = [
        (of(1, 1), "newly asked, and met"),
        (of(1, 0), "newly asked, and not met"),
        (of(-1, -1), "no longer asked; it was met"),
        (of(-1, 0), "no longer asked; it was not met"),
        (of(0, 1), "newly met"),
        (of(0, -1), "no longer met"),
        (
            Difference { self_assessed: 1, assessed: 1, ..of(0, 0) },
            "newly met by their own assessment",
        ),
        (Difference { assessed: 1, ..of(0, 0) }, "assessed for the first time"),
        (Difference { critical_required: -1, ..of(0, 0) }, "no longer critical"),
    ];
    for (difference, expected) in table {
        assert_eq!(told(difference), expected);
    }
}

#[test]
fn a_change_names_both_days() {
    let counts =
        |met, all| Counts { requirements: all, requirements_met: met, ..Counts::default() };
    let change = Change {
        since: day("2026-03-01"),
        until: day("2026-06-01"),
        then: counts(27, 40),
        now: counts(22, 40),
        was_known: false,
        of_group: false,
        parts: vec![],
    };
    let told = change.sentence(Measure::Requirements);
    assert_eq!(
        told,
        "Requirements met: 67.5% (27 of 40) on 1 March 2026, 55.0% (22 of 40) on 1 June 2026"
    );
    let nothing = Change { then: Counts::default(), was_known: true, ..change.clone() };
    let told = nothing.sentence(Measure::Requirements);
    assert_eq!(
        told,
        "Requirements met: nothing asked on 1 March 2026, 55.0% (22 of 40) on 1 June 2026"
    );
    assert!(nothing.caution().is_none() && change.caution().is_some());
}

#[test]
fn outcomes_and_reasons_say_what_they_rest_on() {
    let level = Level::try_from(3).unwrap();
    let due_on = day("2026-05-04");
    let kind = JudgementKind::Confirmed;
    let recognised = JudgementKind::Recognised;
    let outcomes = [
        (
            Outcome::Met { level, kind: recognised, due_on, due_soon: true },
            "Met: level 3 (recognised), due on 4 May 2026, which is soon",
        ),
        (
            Outcome::Expired { level, kind, due_on },
            "Not met: level 3 was due on 4 May 2026 and has expired",
        ),
        (Outcome::TooLow { level, kind, due_on }, "Not met: the last level confirmed is 3"),
        (Outcome::Revoked { on: Some(due_on) }, "Not met: revoked on 4 May 2026"),
        (
            Outcome::SelfAssessed { level },
            "Not met: self-assessed at level 3, and nobody has confirmed it",
        ),
        (Outcome::NoJudgement, "Not met: not assessed"),
        (Outcome::Exempt { since: Some(due_on), until: None }, "Exempt: from 4 May 2026"),
    ];
    for (outcome, expected) in outcomes {
        assert_eq!(outcome.sentence(), expected);
    }
    let reasons = [
        (LeftOut::Away { since: Some(due_on) }, "Away from work since 4 May 2026"),
        (LeftOut::Casual(PostCategory::Locum), "Their post is locum, which this figure leaves out"),
        (LeftOut::Ended { on: Some(due_on) }, "Their post ended on 4 May 2026"),
        (LeftOut::NotStarted { on: due_on }, "Their post starts on 4 May 2026"),
    ];
    for (reason, expected) in reasons {
        assert_eq!(reason.sentence(), expected);
    }
    let formula = Formula { measure: Measure::Requirements, part: 27, whole: 40 };
    assert_eq!(formula.sentence(), "Requirements met: 27 of 40 is 67.5%");
}
