//! Who came to the sessions of a series, organisation by organisation: for a monthly series of practice mental health leads, which
//! practices were there, and which were missing.

use super::views::PracticeRow;
use std::collections::BTreeMap;

/// What an organisation is known by, however its name is spelt.
pub fn key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A row for each organisation that somebody came from or that was expected, by name. `sessions` are those that have taken place:
/// of each the organisations of all who came, once for each person; none while its register is open. One organisation is one row,
/// however it was spelt.
pub fn by_practice(sessions: &[Option<Vec<String>>], expected: &[String]) -> Vec<PracticeRow> {
    let nobody: Vec<Option<u32>> =
        sessions.iter().map(|session| session.as_ref().map(|_| 0)).collect();
    let mut rows: BTreeMap<String, PracticeRow> = BTreeMap::new();
    let empty = |name: &str| PracticeRow { name: name.to_owned(), came: nobody.clone() };
    for name in expected {
        rows.entry(key(name)).or_insert_with(|| empty(name));
    }
    for (at, session) in sessions.iter().enumerate() {
        for name in session.iter().flatten() {
            let row = rows.entry(key(name)).or_insert_with(|| empty(name));
            if let Some(Some(came)) = row.came.get_mut(at) {
                *came += 1;
            }
        }
    }
    rows.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_practice_has_a_row_and_who_was_expected_and_did_not_come_stands_there_with_nobody() {
        let came = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
        let sessions = [
            came(&["Practice 1", "Practice 1", "Mind"]),
            None,
            came(&["practice  1", "Practice 2"]),
        ];
        let expected = ["Practice 3".to_owned(), "Practice 1".to_owned()];
        let rows = by_practice(&sessions, &expected);
        let row = |name: &str, first, last| PracticeRow {
            name: name.to_owned(),
            came: vec![Some(first), None, Some(last)],
        };
        let expected = [
            row("Mind", 1, 0),
            row("Practice 1", 2, 1),
            row("Practice 2", 0, 1),
            row("Practice 3", 0, 0),
        ];
        assert_eq!(rows, expected);
        assert!(by_practice(&sessions[1..2], &[]).is_empty());
    }
}
