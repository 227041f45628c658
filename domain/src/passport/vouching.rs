//! Whether an installation still stands by a passport that one of its own keys signed.

use super::Passport;
use crate::codes::JudgementKind;
use crate::coverage::{Facts, Person};
use crate::ids::{CompetencyId, JudgementSequence};
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What became of a passport since it was issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Since {
    /// Nothing in it was revoked.
    Stands,
    /// A judgement in it was revoked, its owner withdrew it, or its key fell into other hands before it was signed.
    Revoked,
    /// The key is ours and the record of issues does not know it.
    NotOnRecord,
}

/// What the record of issues knows of a passport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Whether it is the very document that was issued under this id.
    pub same: bool,
    pub withdrawn: bool,
    /// Whether a judgement in it was revoked later, by [`revoked_since`].
    pub revoked: bool,
}

/// What is known of the key that signed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// From this day on, others may have signed with it.
    pub compromised_from: Option<NaiveDate>,
}

/// What became of a passport that an own key signed. `issue` is none where nothing was issued under its id.
pub fn since(issued_on: NaiveDate, issue: Option<Issue>, key: Key) -> Since {
    match issue {
        None | Some(Issue { same: false, .. }) => Since::NotOnRecord,
        Some(issue) => {
            let compromised = key.compromised_from.is_some_and(|from| from <= issued_on);
            let revoked = issue.withdrawn || issue.revoked || compromised;
            if revoked { Since::Revoked } else { Since::Stands }
        }
    }
}

/// Whether any level in the passport was revoked by a judgement recorded after `last`, the last one that it knew of: in the
/// competency itself, or in one that it became or came from where judgements carry between the two.
pub fn revoked_since(
    facts: &Facts,
    person: &Person,
    passport: &Passport,
    last: JudgementSequence,
) -> bool {
    let revoked = person
        .judgements
        .iter()
        .filter(|event| event.kind == JudgementKind::Revoked && event.sequence > last);
    let revoked: Vec<CompetencyIndex> = revoked.map(|event| event.competency).collect();
    let listed = passport.competencies.iter().map(|held| CompetencyId(held.identifier));
    listed.filter_map(|id| facts.competency_at(id)).any(|listed| {
        revoked.iter().any(|revoked| {
            *revoked == listed
                || carries(facts, listed, *revoked)
                || carries(facts, *revoked, listed)
        })
    })
}

/// Whether what was said in `earlier` is carried into `later`.
fn carries(facts: &Facts, earlier: CompetencyIndex, later: CompetencyIndex) -> bool {
    facts.competencies.get(usize::from(later)).is_some_and(|later| later.carried.counts(earlier))
}

#[cfg(test)]
mod tests {
    use super::super::document::*;
    use super::*;
    use crate::codes::{CrosswalkRelation, Strand, VersionState};
    use crate::coverage::Competency;
    use crate::frameworks::crosswalk::{Answer, Carried};
    use crate::frameworks::{Level, Version};
    use crate::ids::{PassportId, PersonId};
    use crate::standing::Event;
    use uuid::Uuid;

    const SOUND: Issue = Issue { same: true, withdrawn: false, revoked: false };

    #[test]
    fn a_passport_stands_until_something_is_revoked() {
        let day: NaiveDate = "2026-11-02".parse().unwrap();
        let from = |day: &str| Key { compromised_from: Some(day.parse().unwrap()) };
        let sound = Key { compromised_from: None };
        let table = [
            (Some(SOUND), sound, Since::Stands),
            (None, sound, Since::NotOnRecord),
            (Some(Issue { same: false, ..SOUND }), sound, Since::NotOnRecord),
            (Some(Issue { withdrawn: true, ..SOUND }), sound, Since::Revoked),
            (Some(Issue { revoked: true, ..SOUND }), sound, Since::Revoked),
            // From the day a key is compromised on; what it signed before stands.
            (Some(SOUND), from("2026-11-02"), Since::Revoked),
            (Some(SOUND), from("2026-11-03"), Since::Stands),
            (None, from("2026-11-03"), Since::NotOnRecord),
        ];
        for (issue, key, expected) in table {
            assert_eq!(since(day, issue, key), expected, "{issue:?} {key:?}");
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Competency 0 of a first version became 1 of the second, and 2 is asked again as 3.
    fn two_versions() -> Facts {
        let version = |number, from| Version {
            number,
            state: VersionState::Published,
            published_from: Some(day(from)),
        };
        let competency = |(id, version)| Competency {
            id: CompetencyId(Uuid::from_u128(id)),
            code: String::new(),
            title: String::new(),
            strand: Strand::MentalHealth,
            refresh_months: 24,
            rare_event: false,
            version,
            domain: 0,
            carried: Carried::default(),
        };
        let answer = |old, asked_again, new| Answer {
            old,
            relation: CrosswalkRelation::Same,
            asked_again,
            new: Some(new),
        };
        let mut facts = Facts {
            versions: vec![version(1, "2024-01-01"), version(2, "2026-01-01")],
            competencies: [(0, 0), (1, 1), (2, 0), (3, 1)].map(competency).to_vec(),
            crosswalk: vec![answer(0, false, 1), answer(2, true, 3)],
            ..Facts::default()
        };
        facts.carry();
        facts
    }

    fn listing(competency: u128) -> Passport {
        let held = HeldCompetency {
            identifier: Uuid::from_u128(competency),
            code: String::new(),
            title: String::new(),
            domain: String::new(),
            level: Level::AWARE,
            basis: Basis::Confirmed,
            made_on: day("2025-01-01"),
            original_on: None,
            due_on: day("2027-01-01"),
            by: Vec::new(),
            imported: false,
            evidence: Vec::new(),
        };
        let text = String::new;
        let (employer, registration) = (None, None);
        Passport {
            format: Format::First,
            id: PassportId(Uuid::nil()),
            issued_on: day("2025-06-01"),
            issuer: Issuer { name: text(), address: text() },
            person: Holder { name: text(), employer, employee_number: text(), registration },
            posts: Vec::new(),
            framework: Framework { identifier: Uuid::nil(), title: text(), version: 1 },
            competencies: vec![held],
            key: PublicKey { kty: KeyType::Okp, crv: Curve::Ed25519, x: text() },
            signature: text(),
        }
    }

    #[test]
    fn what_is_revoked_in_what_a_competency_became_is_revoked_in_it() {
        let facts = two_versions();
        let revoked = |competency, sequence| {
            let (kind, level, original) = (JudgementKind::Revoked, None, None);
            let event =
                Event { competency, kind, level, day: day("2026-02-01"), original, sequence };
            Person {
                id: PersonId(Uuid::nil()),
                first_name: String::new(),
                last_name: String::new(),
                posts: Vec::new(),
                judgements: vec![event],
            }
        };
        // The passport knew of judgements up to the tenth.
        let table = [
            (0, 0, 11, true),
            (0, 0, 10, false),
            (0, 1, 11, true),
            (1, 0, 11, true),
            (0, 2, 11, false),
            (2, 3, 11, false),
        ];
        for (listed, competency, sequence, expected) in table {
            let person = revoked(competency, sequence);
            let since = revoked_since(&facts, &person, &listing(listed), 10);
            assert_eq!(since, expected, "{competency} revoked, {listed} listed, at {sequence}");
        }
    }
}
