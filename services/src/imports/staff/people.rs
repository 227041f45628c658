//! The people of a staff file: who each line speaks of, who is new, and what is corrected.

use super::line::StaffLine;
use super::numbers;
use crate::imports::changes::Changes;
use crate::imports::check::Check;
use crate::imports::lines::Line;
use crate::imports::register::{At, Entry, Register};
use crate::imports::within::Within;
use domain::imports::{Faults, Sort};
use entities::{other_employee_number, person};
use std::collections::BTreeMap;

/// The people a file speaks of.
pub(super) struct People {
    pub register: Register,
    /// Of whom each line speaks; none where that is a fault.
    pub of_line: Vec<Option<At>>,
    /// The line that speaks for a person: one under their own number, if there is any.
    pub speaking: BTreeMap<At, usize>,
    /// Numbers that are new to their holder.
    pub new_numbers: Vec<(At, String)>,
}

impl People {
    /// Finds out whom each line speaks of; whoever nobody knows is new.
    pub fn of(mut register: Register, lines: &[Line<StaffLine>], faults: &mut Faults) -> Self {
        numbers::agreeing(lines, faults);
        let new_numbers = numbers::further(&mut register, lines, faults);
        let of_line: Vec<Option<At>> = lines
            .iter()
            .map(|line| numbers::find_or_add(&mut register, &line.says.person, line.number, faults))
            .collect();
        let mut people = Self { register, of_line, speaking: BTreeMap::new(), new_numbers };
        people.choose_speaking(lines);
        people
    }

    /// A person may be found by an old number; what stands under their own says more.
    fn choose_speaking(&mut self, lines: &[Line<StaffLine>]) {
        let own = |at: At, index: usize| {
            let number = lines.get(index).map(|line| &line.says.person.number);
            self.register.get(at).map(|entry| &entry.number) == number
        };
        let mut chosen: BTreeMap<At, usize> = BTreeMap::new();
        for (index, at) in self.of_line.iter().enumerate() {
            let Some(at) = *at else { continue };
            let held = *chosen.entry(at).or_insert(index);
            if own(at, index) && !own(at, held) {
                chosen.insert(at, index);
            }
        }
        self.speaking = chosen;
    }

    /// Makes two people one: the number of the second is another of the first.
    pub fn join(&mut self, first: At, second: At) {
        let number = self.register.get(second).map(|entry| entry.number.clone());
        self.new_numbers.extend(number.map(|number| (first, number)));
        self.register.join(first, second);
    }

    /// Lets every line and number follow whom it belongs to since people were joined.
    pub fn follow_joined(&mut self, lines: &[Line<StaffLine>]) {
        for at in self.of_line.iter_mut().flatten() {
            *at = self.register.follow(*at);
        }
        for (at, _) in &mut self.new_numbers {
            *at = self.register.follow(*at);
        }
        self.choose_speaking(lines);
    }

    /// The person as they stand once the file is heard.
    pub fn after(&self, at: At, lines: &[Line<StaffLine>]) -> Option<person::Model> {
        let entry = self.register.get(at)?;
        let spoken = self.speaking.get(&at).and_then(|&index| lines.get(index));
        let Some(Line { says, .. }) = spoken else { return entry.before.clone() };
        let (says, before) = (&says.person, entry.before.as_ref());
        Some(person::Model {
            id: entry.id,
            employer_id: entry.employer,
            employee_number: entry.number.clone(),
            first_name: says.first_name.clone(),
            last_name: says.last_name.clone(),
            work_email: says.email.clone().or(before.and_then(|b| b.work_email.clone())),
            professional_registration_number: says
                .registration
                .clone()
                .or(before.and_then(|b| b.professional_registration_number.clone())),
        })
    }

    /// Counts and plans what is new and what is corrected.
    pub fn settle(&self, check: &mut Check<'_>, lines: &[Line<StaffLine>]) {
        for &at in self.speaking.keys() {
            let entry = self.register.get(at);
            if let Some((entry, after)) = entry.zip(self.after(at, lines)) {
                settle(check, entry, after);
            }
        }
        for (at, number) in &self.new_numbers {
            let Some(entry) = self.register.get(*at) else { continue };
            let sentence = || format!("{number} is another number of {}", entry.number);
            check.report.count("other employee numbers", Sort::New, sentence);
            check.plan.other_numbers.add(other_employee_number::Model {
                person_id: entry.id,
                employee_number: number.clone(),
            });
        }
    }

    /// Notes lines that speak of somebody on record outside what the asker administers.
    pub fn stay_within(&self, within: &Within, lines: &[Line<StaffLine>], faults: &mut Faults) {
        let readable = |(line, _): &(&Line<StaffLine>, &Option<At>)| line.says.post.is_some();
        for (line, at) in lines.iter().zip(&self.of_line).filter(readable) {
            let entry = at.and_then(|at| self.register.get(at));
            let on_record = entry.filter(|entry| entry.before.is_some());
            if on_record.is_some_and(|entry| !within.person(entry.id)) {
                let message = "this number belongs to somebody outside what you administer; ask an administrator \
                               of the whole installation";
                faults.add(line.number, "employee_number", &line.says.person.number, message);
            }
        }
    }
}

fn settle(check: &mut Check<'_>, entry: &Entry, after: person::Model) {
    let name = format!("{} ({})", full_name(&after), after.employee_number);
    let Some(before) = &entry.before else {
        check.report.count("people", Sort::New, || name);
        return check.plan.people.add(after);
    };
    if check.corrects("people", &name, &differences(before, &after)) {
        check.plan.people.correct(after);
    }
}

pub(super) fn full_name(person: &person::Model) -> String {
    format!("{} {}", person.first_name, person.last_name)
}

fn differences(before: &person::Model, after: &person::Model) -> Changes {
    Changes::default()
        .of("first name", &before.first_name, &after.first_name)
        .of("last name", &before.last_name, &after.last_name)
        .of_maybe("e-mail address", before.work_email.as_ref(), after.work_email.as_ref())
        .of_maybe(
            "registration number",
            before.professional_registration_number.as_ref(),
            after.professional_registration_number.as_ref(),
        )
}
