//! Are two employee numbers one person? Asked where they have an e-mail address or a registration number in common.

use super::line::StaffLine;
use super::people::{People, full_name};
use crate::imports::check::Check;
use crate::imports::lines::Line;
use crate::imports::register::At;
use crate::imports::within::Within;
use domain::ids::OrganisationId;
use domain::imports::{PersonKey, Question, SamePerson};
use entities::person;
use std::collections::{BTreeMap, HashMap};

/// Pairs, each with what they have in common.
type Pairs = BTreeMap<(At, At), Vec<String>>;

/// Joins those of whom that was decided, and asks about those of whom nothing was. Whoever is not joined is two people.
pub(super) fn settle(
    check: &mut Check<'_>,
    people: &mut People,
    lines: &[Line<StaffLine>],
    (within, employers): (&Within, &HashMap<OrganisationId, String>),
) {
    for ((first, second), shared) in pairs(people, lines) {
        let both = (people.register.follow(first), people.register.follow(second));
        if both.0 == both.1 {
            continue;
        }
        if is_outside(people, within, both.0) || is_outside(people, within, both.1) {
            // Neither named nor joined: who they are is not the asker's to know.
            check.report.faults.add(0, "", "", format!("{}: {OUTSIDE}", shared.join(" and ")));
            continue;
        }
        let Some(question) = question(people, lines, employers, both, shared) else { continue };
        match check.options.verdict(&question.first, &question.second) {
            None => check.report.questions.push(question),
            Some(SamePerson::Separate) => {}
            Some(SamePerson::Join) if on_record(people, both.1) => {
                check.report.faults.add(0, "", "", format!("{question}: {TWO_RECORDS}"));
            }
            Some(SamePerson::Join) => people.join(both.0, both.1),
        }
    }
    people.follow_joined(lines);
}

const TWO_RECORDS: &str =
    "both are on record already, and a file cannot join two records; answer 'separate'";

const OUTSIDE: &str = "is on record for somebody outside what you administer; ask an administrator of the whole installation";

fn is_outside(people: &People, within: &Within, at: At) -> bool {
    people.register.get(at).is_some_and(|entry| entry.before.is_some() && !within.person(entry.id))
}

fn on_record(people: &People, at: At) -> bool {
    people.register.get(at).is_some_and(|entry| entry.before.is_some())
}

/// Who has something in common that had it not before: of two on record since long, somebody has decided already.
fn pairs(people: &People, lines: &[Line<StaffLine>]) -> Pairs {
    let mut pairs = Pairs::new();
    let email = |p: &person::Model| p.work_email.as_ref().map(|e| e.to_lowercase());
    let registration = |p: &person::Model| {
        p.professional_registration_number.as_ref().map(|number| number.to_uppercase())
    };
    shared(people, lines, "the e-mail address", email, &mut pairs);
    shared(people, lines, "the registration number", registration, &mut pairs);
    pairs
}

fn shared(
    people: &People,
    lines: &[Line<StaffLine>],
    what: &str,
    value: impl Fn(&person::Model) -> Option<String>,
    pairs: &mut Pairs,
) {
    // The first holder of each value, and whether they have it only since this file.
    let mut holders: HashMap<String, (At, bool)> = HashMap::new();
    for (at, entry) in people.register.entries().iter().enumerate() {
        let Some(held) = people.after(at, lines).as_ref().and_then(&value) else { continue };
        let is_new = entry.before.as_ref().and_then(&value).as_ref() != Some(&held);
        match holders.get(&held) {
            Some(&(first, first_is_new)) if is_new || first_is_new => {
                pairs.entry((first, at)).or_default().push(format!("{what} {held}"));
            }
            Some(_) => {}
            None => {
                holders.insert(held, (at, is_new));
            }
        }
    }
}

fn question(
    people: &People,
    lines: &[Line<StaffLine>],
    employers: &HashMap<OrganisationId, String>,
    (first, second): (At, At),
    shared: Vec<String>,
) -> Option<Question> {
    let key = |at| {
        let entry = people.register.get(at)?;
        let employer = entry.employer.and_then(|id| employers.get(&id)).cloned();
        Some(PersonKey { employer, number: entry.number.clone() })
    };
    let name = |at| people.after(at, lines).map(|person| full_name(&person));
    Some(Question {
        first: key(first)?,
        first_name: name(first)?,
        second: key(second)?,
        second_name: name(second)?,
        shared,
    })
}
