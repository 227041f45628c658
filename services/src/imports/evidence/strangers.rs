//! Lines about people who are not on record: faults, unless whoever brings the file has them left out and told.

use super::entry::{Entry, Referred};
use crate::imports::check::Check;
use crate::imports::lines::Line;
use crate::imports::row::Row;
use crate::imports::subjects::Unmet;
use domain::figures::counted;
use domain::imports::{LEAVE_OUT_UNKNOWN, PersonKey};
use std::collections::BTreeSet;

/// How many of them are named; the rest is counted.
const MOST_NAMED: usize = 5;

/// What a line says.
pub(super) enum Told {
    Piece(Entry),
    /// Nothing that is kept: nobody on record is called so.
    Stranger(PersonKey),
}

impl Referred {
    /// Reads a line, unless it is left out.
    pub fn told(
        &self,
        row: &mut Row<'_>,
        read: fn(&mut Row<'_>, &Self) -> Option<Entry>,
    ) -> Option<Told> {
        match self.stranger(row).filter(|_| self.leaves_out_unknown) {
            Some(stranger) => Some(Told::Stranger(stranger)),
            None => read(row, self).map(Told::Piece),
        }
    }

    /// How a line is refused for whom it names: where leaving it out would help, the sentence says so.
    pub fn refused(&self, row: &Row<'_>) -> fn(Unmet) -> String {
        if self.stranger(row).is_some() { or_left_out } else { String::from }
    }

    /// Whom a line names, where nobody whom the asker administers is on record by the number or by the address. Where
    /// one of the two means somebody, the other is a mistake.
    fn stranger(&self, row: &Row<'_>) -> Option<PersonKey> {
        let given =
            |column: &'static str| row.cell(column).map(str::trim).filter(|cell| !cell.is_empty());
        let employer = given("employer_code");
        let employed_by =
            employer.map(|code| self.subjects.employer_called(code)).transpose().ok()?;
        let (number, email) = (given("employee_number"), given("work_email"));
        let by_number = number.map(|cell| self.subjects.by_number(employed_by, cell));
        let by_email = email.map(|cell| self.subjects.by_email(cell));
        let mut found = by_number.iter().chain(&by_email);
        let unknown = found.all(|found| matches!(found, Err(Unmet::Unknown(_))));
        let named = number.or(email).filter(|_| unknown)?;
        Some(PersonKey { employer: employer.map(str::to_owned), number: named.to_owned() })
    }
}

fn or_left_out(unmet: Unmet) -> String {
    let why = String::from(unmet);
    format!("{why}; or tick '{LEAVE_OUT_UNKNOWN}' (--leave-out-unknown)")
}

/// The lines that are about somebody on record; tells how many are not, and of whom.
pub(super) fn leave_out(check: &mut Check<'_>, lines: Vec<Line<Told>>) -> Vec<Line<Entry>> {
    let (mut kept, mut rows, mut people) = (Vec::new(), 0, BTreeSet::new());
    for Line { number, says } in lines {
        match says {
            Told::Piece(entry) => kept.push(Line { number, says: entry }),
            Told::Stranger(key) => {
                rows += 1;
                people.insert(key);
            }
        }
    }
    if !people.is_empty() {
        check.report.left_out.push(sentence(rows, &people));
    }
    kept
}

fn sentence(rows: usize, people: &BTreeSet<PersonKey>) -> String {
    let named: Vec<String> = people.iter().take(MOST_NAMED).map(ToString::to_string).collect();
    let more = people.len() - named.len();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let (rows, count) = (counted(rows, "row", "rows"), counted(people.len(), "person", "people"));
    format!("{rows} of {count} not on record here: {}{more}", named.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_few_are_named_and_the_rest_counted() {
        let key = |number: u32| PersonKey { employer: None, number: format!("E{number}") };
        let one = BTreeSet::from([key(1)]);
        assert_eq!(sentence(1, &one), "1 row of 1 person not on record here: E1");
        let seven: BTreeSet<PersonKey> = (1..=7).map(key).collect();
        let told = "9 rows of 7 people not on record here: E1, E2, E3, E4, E5 and 2 more";
        assert_eq!(sentence(9, &seven), told);
    }
}
