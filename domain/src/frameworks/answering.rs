//! An editor's answers to a crosswalk: what each must say, and what still stands against publishing them.

use crate::codes::{CrosswalkRelation, CrosswalkRelation as Is, Necessity};
use crate::fields::{FieldErrors, choice};
use crate::ids::{CompetencyId, RoleId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of one old competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOld {
    pub relation: CrosswalkRelation,
    /// The codes of what it leads to in the draft.
    pub to: Vec<String>,
    pub asked_again: bool,
}

impl AnswerOld {
    /// # Errors
    /// Returns a message for `relation`, or for `to` where the number of competencies does not fit it.
    pub fn parse(relation: &str, to: &[String], asked_again: bool) -> Result<Self, FieldErrors> {
        let relation: CrosswalkRelation = choice(relation, "what becomes of this competency")
            .map_err(|message| FieldErrors::one("relation", message))?;
        let mut to: Vec<String> = to.iter().filter(|code| !code.is_empty()).cloned().collect();
        to.sort_unstable();
        to.dedup();
        let message = match (relation, to.len()) {
            (Is::Retired, _) => {
                return Ok(Self { relation, to: Vec::new(), asked_again: false });
            }
            (Is::Split, 0 | 1) => "Choose two or more competencies that it is split into",
            (Is::Same | Is::Narrower | Is::Wider | Is::Merged, 0) => "Choose what it becomes",
            (Is::Same | Is::Narrower | Is::Wider, 2..) => {
                "Choose one competency, or say that it is split into several"
            }
            (Is::Merged, 2..) => "Choose the one competency that it is merged into",
            _ => return Ok(Self { relation, to, asked_again }),
        };
        Err(FieldErrors::one("to", message))
    }
}

/// One answer by its codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered<'a> {
    pub old: &'a str,
    pub relation: CrosswalkRelation,
    pub new: Option<&'a str>,
}

/// What stands against publishing, in sentences: an old competency without an answer, one split into a single part, and
/// a new one that several lead to though not all are merged into it.
pub fn open_questions<'a>(
    old: impl IntoIterator<Item = &'a str>,
    answers: &[Answered<'a>],
) -> Vec<String> {
    let mut open = Vec::new();
    for code in old {
        let own: Vec<_> = answers.iter().filter(|answer| answer.old == code).collect();
        if own.is_empty() {
            open.push(format!("Say what becomes of {code}."));
        }
        let split = own.iter().any(|answer| answer.relation == CrosswalkRelation::Split);
        if split && own.len() < 2 {
            open.push(format!(
                "{code} is split into one competency. Choose two or more, or another answer."
            ));
        }
    }
    let mut leading: BTreeMap<&str, Vec<&Answered<'_>>> = BTreeMap::new();
    for answer in answers {
        if let Some(new) = answer.new {
            leading.entry(new).or_default().push(answer);
        }
    }
    for (new, answers) in leading {
        let merged = |answer: &&&Answered<'_>| answer.relation == CrosswalkRelation::Merged;
        let many = answers.iter().filter(merged).count();
        let old: Vec<&str> = answers.iter().map(|answer| answer.old).collect();
        if answers.len() > 1 && many < answers.len() {
            open.push(format!(
                "{} all lead to {new}. Say of each that it is merged, or let them lead elsewhere.",
                old.join(", ")
            ));
        }
        if answers.len() == 1 && many == 1 {
            let old = old.join("");
            open.push(format!("Only {old} is merged into {new}. Choose another answer for {old}, or what it is merged with."));
        }
    }
    open
}

/// A requirement as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asks {
    pub role: RoleId,
    pub competency: CompetencyId,
    /// 0 where it was decided that nothing is required.
    pub level: i32,
    pub necessity: Necessity,
    pub critical: bool,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

/// What a draft asks to begin with: each requirement goes to whatever its competency leads to. Where several meet in one
/// competency the highest level holds, core before optional, critical if any is, until the last of them ends; what is
/// retired is asked no more, and so is what ended before `today` (rules, section 2).
pub fn carried_requirements(
    before: &[Asks],
    leads: &[(CompetencyId, CompetencyId)],
    today: NaiveDate,
) -> Vec<Asks> {
    let mut carried: BTreeMap<(RoleId, CompetencyId, Option<NaiveDate>), Asks> = BTreeMap::new();
    for asks in before.iter().filter(|asks| asks.to.is_none_or(|to| today <= to)) {
        for (_, new) in leads.iter().filter(|(old, _)| *old == asks.competency) {
            let asks = Asks { competency: *new, ..asks.clone() };
            carried
                .entry((asks.role, *new, asks.from))
                .and_modify(|kept| kept.join(&asks))
                .or_insert(asks);
        }
    }
    carried.into_values().collect()
}

/// Where what is asked starts again once an answer is another: in what it leads to now and did not before, or the other
/// way round. Elsewhere it stays, with everything that was edited.
pub fn starts_again(
    before: &BTreeSet<CompetencyId>,
    now: &BTreeSet<CompetencyId>,
) -> Vec<CompetencyId> {
    before.symmetric_difference(now).copied().collect()
}

/// The roles of which something else is asked than before.
pub fn roles_asked_otherwise(before: &[Asks], now: &[Asks]) -> BTreeSet<RoleId> {
    let gone = before.iter().filter(|asks| !now.contains(asks));
    let come = now.iter().filter(|asks| !before.contains(asks));
    gone.chain(come).map(|asks| asks.role).collect()
}

impl Asks {
    fn join(&mut self, other: &Self) {
        self.level = match self.necessity.cmp(&other.necessity) {
            std::cmp::Ordering::Less => self.level,
            std::cmp::Ordering::Equal => self.level.max(other.level),
            std::cmp::Ordering::Greater => other.level,
        };
        self.necessity = self.necessity.min(other.necessity);
        self.critical |= other.critical;
        self.to = self.to.zip(other.to).map(|(one, two)| one.max(two));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn to(codes: &[&str]) -> Vec<String> {
        codes.iter().map(|code| (*code).to_owned()).collect()
    }

    #[test]
    fn an_answer_leads_to_as_many_as_it_says() {
        for (relation, codes, fits) in [
            ("same", &["A"][..], true),
            ("same", &["A", "B"], false),
            ("narrower", &[], false),
            ("wider", &["A"], true),
            ("split", &["A"], false),
            ("split", &["A", "A"], false),
            ("split", &["A", "B"], true),
            ("merged", &["A"], true),
            ("merged", &["A", "B"], false),
            ("retired", &["A"], true),
            ("", &["A"], false),
        ] {
            assert_eq!(
                AnswerOld::parse(relation, &to(codes), false).is_ok(),
                fits,
                "{relation} {codes:?}"
            );
        }
        let retired = AnswerOld::parse("retired", &to(&["A"]), true).unwrap();
        assert!(retired.to.is_empty() && !retired.asked_again);
    }

    #[test]
    fn every_old_competency_is_answered_and_no_two_meet_unless_they_merge() {
        let answer = |old, relation, new| Answered { old, relation, new };
        let open = |answers: &[Answered<'static>]| open_questions(["A", "B"], answers).join(" ");
        let fine = [answer("A", Is::Merged, Some("X")), answer("B", Is::Merged, Some("X"))];
        assert_eq!(open(&fine), "");
        assert_eq!(
            open(&fine[..1]),
            "Say what becomes of B. Only A is merged into X. Choose another answer for A, or what it is merged with."
        );
        let meet = [answer("A", Is::Same, Some("X")), answer("B", Is::Merged, Some("X"))];
        assert!(open(&meet).contains("A, B all lead to X"));
        let half = [answer("A", Is::Split, Some("X")), answer("B", Is::Retired, None)];
        assert!(open(&half).contains("A is split into one"));
    }

    #[test]
    fn requirements_go_to_each_part_merge_to_the_highest_and_retire() {
        let competency = |n| CompetencyId(Uuid::from_u128(n));
        let role = RoleId(Uuid::from_u128(9));
        let asks = |n, level, necessity, critical| Asks {
            role,
            competency: competency(n),
            level,
            necessity,
            critical,
            from: None,
            to: None,
        };
        let before = [
            asks(1, 3, Necessity::Core, false),
            asks(2, 4, Necessity::Optional, false),
            asks(3, 2, Necessity::Core, true),
            asks(4, 3, Necessity::Core, false),
            Asks { to: Some("2026-10-31".parse().unwrap()), ..asks(1, 5, Necessity::Core, false) },
        ];
        // 1 is split into 11 and 12; 2 and 3 are merged into 13; 4 is retired.
        let leads =
            [(1, 11), (1, 12), (2, 13), (3, 13)].map(|(a, b)| (competency(a), competency(b)));
        let today = "2026-11-01".parse().unwrap();
        let found = carried_requirements(&before, &leads, today);
        let core = |n, level, critical| asks(n, level, Necessity::Core, critical);
        // Of an optional 4 and a core 2 the core one holds.
        assert_eq!(found, [core(11, 3, false), core(12, 3, false), core(13, 2, true)]);
        let both = [asks(2, 4, Necessity::Core, false), asks(3, 2, Necessity::Core, true)];
        assert_eq!(carried_requirements(&both, &leads, today), [core(13, 4, true)]);
    }

    #[test]
    fn what_is_asked_starts_again_only_where_an_answer_leads_otherwise() {
        let ids = |numbers: &[u128]| -> BTreeSet<CompetencyId> {
            numbers.iter().map(|n| CompetencyId(Uuid::from_u128(*n))).collect()
        };
        assert!(starts_again(&ids(&[1, 2]), &ids(&[2, 1])).is_empty(), "it leads where it led");
        assert_eq!(starts_again(&ids(&[1]), &ids(&[1, 2])), Vec::from_iter(ids(&[2])));
        assert_eq!(starts_again(&ids(&[1]), &ids(&[2])), Vec::from_iter(ids(&[1, 2])));
    }

    #[test]
    fn a_role_is_asked_otherwise_where_a_row_of_it_is_not_in_both() {
        let role = |n| RoleId(Uuid::from_u128(n));
        let asks = |of, level| Asks {
            role: role(of),
            competency: CompetencyId(Uuid::from_u128(1)),
            level,
            necessity: Necessity::Core,
            critical: false,
            from: None,
            to: None,
        };
        let before = [asks(1, 2), asks(2, 3), asks(3, 4)];
        let now = [asks(2, 3), asks(1, 3)];
        let otherwise = roles_asked_otherwise(&before, &now);
        assert_eq!(otherwise, BTreeSet::from([role(1), role(3)]));
    }
}
