//! The numbers of a staff file: whom each means, and whether lines under one number agree.

use super::line::{PersonLine, StaffLine};
use crate::imports::lines::Line;
use crate::imports::register::{At, Entry, Found, Register, SEVERAL};
use domain::ids::{OrganisationId, PersonId};
use domain::imports::Faults;
use std::collections::HashMap;
use uuid::Uuid;

/// Notes lines under one number that disagree about the person.
pub(super) fn agreeing(lines: &[Line<StaffLine>], faults: &mut Faults) {
    let mut first: HashMap<(Option<OrganisationId>, &str), &Line<StaffLine>> = HashMap::new();
    for line in lines {
        let says = &line.says.person;
        let earlier = *first.entry((says.employer, &says.number)).or_insert(line);
        let heard = &earlier.says.person;
        let same = (&heard.first_name, &heard.last_name, &heard.email, &heard.registration)
            == (&says.first_name, &says.last_name, &says.email, &says.registration);
        if !same {
            let message = format!(
                "name, e-mail address or registration number differ from line {}; every post of a person repeats them",
                earlier.number
            );
            faults.add(line.number, "employee_number", &says.number, message);
        }
    }
}

/// Hears which further numbers belong to whom, before anybody is looked for by one; returns those that are new.
pub(super) fn further(
    register: &mut Register,
    lines: &[Line<StaffLine>],
    faults: &mut Faults,
) -> Vec<(At, String)> {
    let mut new = Vec::new();
    for line in lines.iter().filter(|line| !line.says.person.other_numbers.is_empty()) {
        let says = &line.says.person;
        // That a number means several people is told where the line itself is looked at.
        let found = find_or_add(register, says, line.number, &mut Faults::default());
        let Some(at) = found else { continue };
        for number in says.other_numbers.iter().filter(|number| **number != says.number) {
            match register.find(says.employer, number) {
                Found::One(holder) if holder == at => continue,
                Found::Nobody => new.push((at, number.clone())),
                Found::One(_) | Found::Several => {
                    let message = format!("{number} is the number of somebody else; remove it");
                    faults.add(line.number, "other_employee_numbers", number, message);
                    continue;
                }
            }
            register.add_number(at, number.clone());
        }
    }
    new
}

/// Whom a line speaks of; whoever nobody knows is new.
pub(super) fn find_or_add(
    register: &mut Register,
    says: &PersonLine,
    line: u64,
    faults: &mut Faults,
) -> Option<At> {
    match register.find(says.employer, &says.number) {
        Found::One(at) => Some(at),
        Found::Several => {
            faults.add(line, "employee_number", &says.number, SEVERAL);
            None
        }
        Found::Nobody => Some(register.add(Entry {
            id: PersonId(Uuid::now_v7()),
            employer: says.employer,
            number: says.number.clone(),
            before: None,
        })),
    }
}
