//! One line of a file of e-learning certificates: who completed what, when.

use super::entry::{Entry, Referred, key};
use crate::imports::cells::number;
use crate::imports::columns::{Column, may, must};
use crate::imports::row::Row;
use domain::evidence::courses::{REFERENCE_MOST, certificate};
use domain::evidence::links::Link;
use domain::ids::PersonId;

/// The longest time that one course counts for, in minutes: ten weeks of full days.
const MINUTES_MOST: i32 = 24_000;

pub(super) const COLUMNS: &[Column] = &[
    must("course").or(&["course title", "course name", "title"]),
    must("completed_on").or(&["completion date", "date completed", "completed"]),
    may("employee_number").or(&["employee no"]),
    may("work_email").or(&["e-mail", "e-mail address", "work e-mail address"]),
    may("employer_code"),
    may("minutes").or(&["duration minutes", "duration in minutes"]),
    may("certificate").or(&["certificate link", "certificate reference", "certificate number"]),
    may("competency_code"),
    may("delivery").or(&["delivery method", "learning method"]),
];

pub(super) fn read(row: &mut Row<'_>, known: &Referred) -> Option<Entry> {
    let whom = whom(row, known);
    let course = known.course(row);
    let on = row.must("completed_on", |cell| known.day(cell));
    let minutes = row.may("minutes", number(1, MINUTES_MOST)).said();
    let (link, reference) = shown(row, known);
    let kind = Referred::taught(row);
    let about = known.about(row, on);
    let ((person, other), course, happened_on) = (whom?, course?, on?);
    Some(Entry {
        person,
        other,
        kind,
        what: certificate(&course, reference.as_deref()),
        link,
        happened_on,
        minutes,
        about,
        key: key(known.file, person, &course, happened_on),
        course,
    })
}

/// Whom a line is about: by number, else by address; and whom its address means, where that is somebody else.
fn whom(row: &mut Row<'_>, known: &Referred) -> Option<(PersonId, Option<(PersonId, String)>)> {
    let employer = known.subjects.employer(row).ok()?;
    let refused = known.refused(row);
    let by_number = |cell: &str| known.subjects.by_number(employer, cell).map_err(refused);
    let by_number = row.given("employee_number", by_number).ok()?;
    let by_email = |cell: &str| known.subjects.by_email(cell).map_err(refused);
    let by_email = row.given("work_email", by_email).ok()?;
    match (by_number, by_email) {
        (Some(person), Some(other)) if person != other => {
            let address = row.cell("work_email").unwrap_or_default().trim().to_lowercase();
            Some((person, Some((other, address))))
        }
        (Some(person), _) | (None, Some(person)) => Some((person, None)),
        (None, None) => {
            row.fault("employee_number", "say whose it is: employee_number or work_email");
            None
        }
    }
}

/// The certificate as an address that can be opened, else as its reference.
fn shown(row: &mut Row<'_>, known: &Referred) -> (Option<String>, Option<String>) {
    let is_link = row.cell("certificate").is_some_and(|cell| cell.trim().contains("://"));
    if is_link {
        let link = row.may("certificate", Link::parse).said();
        return (link.map(|link| link.address().to_owned()), None);
    }
    (None, row.free_text("certificate", REFERENCE_MOST, known.today))
}
