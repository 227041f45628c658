//! The lines of a file as each kind reads them, and which of them say the same thing twice.

use super::columns::Layout;
use super::progress::Watch;
use super::row::Row;
use super::source::Source;
use super::table::{self, Reading};
use crate::error::{Error, Result};
use domain::imports::Faults;
use std::collections::HashMap;
use std::hash::Hash;

/// What one line says, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Line<T> {
    pub number: u64,
    pub says: T,
}

/// Work that blocks, done where it holds nobody up.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|e| Error::fault("reading a file", e))?
}

/// Reads a whole file into lines. A row that cannot be read is left out: its faults are in the reading.
pub(super) async fn all<T: Send + 'static>(
    source: &Source,
    layout: Layout,
    watch: &Watch,
    read: impl Fn(&mut Row<'_>) -> Option<T> + Send + 'static,
) -> Result<(Vec<Line<T>>, Reading)> {
    let (source, watch) = (source.clone(), watch.clone());
    aside(move || {
        let mut lines = Vec::new();
        let reading = table::read(&source, layout, &watch, |row| {
            let number = row.line();
            lines.extend(read(row).map(|says| Line { number, says }));
        })?;
        Ok((lines, reading))
    })
    .await
}

/// Keeps the first line of every key and notes the others, naming both lines.
pub(super) fn each_once<T: PartialEq, K: Hash + Eq>(
    lines: Vec<Line<T>>,
    column: &str,
    key: impl Fn(&T) -> (K, String),
    faults: &mut Faults,
) -> Vec<Line<T>> {
    let mut seen: HashMap<K, usize> = HashMap::new();
    let mut kept: Vec<Line<T>> = Vec::with_capacity(lines.len());
    for line in lines {
        let (key, shown) = key(&line.says);
        match seen.get(&key).and_then(|&at| kept.get(at)) {
            None => {
                seen.insert(key, kept.len());
                kept.push(line);
            }
            Some(first) => {
                faults.add(line.number, column, &shown, repeated(first, &line.says));
            }
        }
    }
    kept
}

/// What to say of a line whose key stands in an earlier one.
pub(super) fn repeated<T: PartialEq>(first: &Line<T>, says: &T) -> String {
    let number = first.number;
    if first.says == *says {
        format!("repeats line {number}; remove one of the two")
    } else {
        format!("is also said in line {number}, with other values; keep the right one of the two")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lines_of_a_key_that_stands_twice_are_named() {
        let line = |number, says| Line { number, says };
        let lines =
            vec![line(2, ("A", 1)), line(3, ("A", 1)), line(4, ("A", 2)), line(5, ("B", 1))];
        let mut faults = Faults::default();
        let kept = each_once(lines, "code", |says| (says.0, says.0.to_owned()), &mut faults);
        assert_eq!(kept.iter().map(|l| l.number).collect::<Vec<_>>(), [2, 5]);
        let told: Vec<String> = faults.listed.iter().map(ToString::to_string).collect();
        assert!(told[0].starts_with("line 3, code 'A': repeats line 2"));
        assert!(told[1].starts_with("line 4, code 'A': is also said in line 2, with other values"));
    }
}
