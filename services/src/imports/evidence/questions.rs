//! A line whose number means one person and whose e-mail address another: are they the same? Asked, never guessed.

use super::entry::Entry;
use crate::imports::check::Check;
use crate::imports::lines::Line;
use crate::imports::subjects::Subjects;
use domain::ids::PersonId;
use domain::imports::{Question, SamePerson};
use std::collections::BTreeMap;

const TWO_RECORDS: &str =
    "both are on record already, and a file cannot join two records; answer 'separate'";

/// Lets every line be about whoever its number means, once somebody has said that the two are not one person.
pub(super) fn settle(
    check: &mut Check<'_>,
    subjects: &Subjects,
    lines: Vec<Line<Entry>>,
) -> Vec<Line<Entry>> {
    let mut pairs: BTreeMap<(PersonId, PersonId), String> = BTreeMap::new();
    for line in &lines {
        if let Some((other, address)) = &line.says.other {
            pairs.entry((line.says.person, *other)).or_insert_with(|| address.clone());
        }
    }
    for ((first, second), address) in pairs {
        let Some(question) = question(subjects, (first, second), &address) else { continue };
        match check.options.verdict(&question.first, &question.second) {
            None => check.report.questions.push(question),
            Some(SamePerson::Separate) => {}
            Some(SamePerson::Join) => {
                check.report.faults.add(0, "", "", format!("{question}: {TWO_RECORDS}"));
            }
        }
    }
    let settled = |line: Line<Entry>| Line { says: Entry { other: None, ..line.says }, ..line };
    lines.into_iter().map(settled).collect()
}

fn question(
    subjects: &Subjects,
    (first, second): (PersonId, PersonId),
    address: &str,
) -> Option<Question> {
    let ((first, first_name), (second, second_name)) =
        (subjects.named(first)?, subjects.named(second)?);
    let shared = vec![format!("the e-mail address {address}")];
    Some(Question { first, first_name, second, second_name, shared })
}
