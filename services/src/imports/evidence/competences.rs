//! One line of ESR's export of competences: who holds which, since when.

use super::entry::{Entry, Referred, key};
use crate::imports::cells::date;
use crate::imports::columns::{Column, may, must};
use crate::imports::row::{Row, Said};
use domain::dates::END_OF_TIME;
use domain::evidence::courses::{REFERENCE_MOST, competence};

pub(super) const COLUMNS: &[Column] = &[
    must("employee_number").or(&["employee no", "assignment employee number"]),
    must("course").or(&["competence name", "competence", "competency name"]),
    must("date_from").or(&["start date", "competence start date", "effective from", "from"]),
    may("date_to").or(&["end date", "competence end date", "effective to", "expiry date", "to"]),
    may("proficiency_level").or(&["proficiency", "competence level", "level"]),
    may("employer_code"),
    may("competency_code"),
    may("delivery").or(&["delivery method", "learning method"]),
];

pub(super) fn read(row: &mut Row<'_>, known: &Referred) -> Option<Entry> {
    let employer = known.subjects.employer(row).unwrap_or_default();
    let refused = known.refused(row);
    let by_number = |cell: &str| known.subjects.by_number(employer, cell).map_err(refused);
    let person = row.must("employee_number", by_number);
    let course = known.course(row);
    let from = row.must("date_from", |cell| known.day(cell));
    let to = match row.may("date_to", date) {
        Said::This(END_OF_TIME) => None,
        said => said.said(),
    };
    row.in_order("date_from", "date_to", (from, to));
    let proficiency = row.free_text("proficiency_level", REFERENCE_MOST, known.today);
    let kind = Referred::taught(row);
    let about = known.about(row, from);
    let (person, course, happened_on) = (person?, course?, from?);
    Some(Entry {
        person,
        other: None,
        kind,
        what: competence(&course, proficiency.as_deref(), to),
        link: None,
        happened_on,
        minutes: None,
        about,
        key: key(known.file, person, &course, happened_on),
        course,
    })
}
