//! How two sets of files differ, file by file; of texts, in how many lines.

use super::folder::shown;
use crate::returns::pack::{File, SUBMISSION};
use domain::figures::counted;
use std::collections::{BTreeMap, HashMap};

/// A sentence for each file that is in one of them only, or has other bytes there. `submission.json` is left out: each step adds to it.
pub(super) fn differences(here: &[File], there: &[File], place: &str) -> Vec<String> {
    let mut both: BTreeMap<&str, (Option<&File>, Option<&File>)> = BTreeMap::new();
    for file in here {
        both.entry(&file.name).or_default().0 = Some(file);
    }
    for file in there {
        both.entry(&file.name).or_default().1 = Some(file);
    }
    both.remove(SUBMISSION);
    let told = |(name, files): (&str, (Option<&File>, Option<&File>))| {
        let name = shown(name);
        match files {
            (Some(here), Some(there)) if here.content == there.content => None,
            (Some(here), Some(there)) => Some(format!("{name}: {}", how(here, there))),
            (Some(_), None) => Some(format!("{name}: not {place}")),
            (None, _) => Some(format!("{name}: only {place}")),
        }
    };
    both.into_iter().filter_map(told).collect()
}

fn how(here: &File, there: &File) -> String {
    match (text(here), text(there)) {
        (Some(here), Some(there)) => {
            counted(lines_that_differ(here, there), "line differs", "lines differ")
        }
        _ => "it is another file".to_owned(),
    }
}

/// `None` of a workbook or a report.
fn text(file: &File) -> Option<&str> {
    std::str::from_utf8(&file.content).ok()
}

/// How many lines of the one are not among those of the other, or the other way round where they are more: a line that became another
/// is one. Where the same lines stand in another order, that is one.
fn lines_that_differ(here: &str, there: &str) -> usize {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for line in here.split('\n') {
        counts.entry(line).or_default().0 += 1;
    }
    for line in there.split('\n') {
        counts.entry(line).or_default().1 += 1;
    }
    let here: usize = counts.values().map(|(here, there)| here.saturating_sub(*there)).sum();
    let there: usize = counts.values().map(|(here, there)| there.saturating_sub(*here)).sum();
    here.max(there).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, content: impl AsRef<[u8]>) -> File {
        File { name: name.to_owned(), content: content.as_ref().to_vec() }
    }

    #[test]
    fn lines_are_counted_and_other_files_are_other() {
        let here = [
            file("a.csv", "x\n1\n2\n3\n"),
            file("b.csv", "x\n1\n"),
            file("c.pdf", [0xff_u8, 1]),
            file("d.csv", "same"),
            file("submission.json", "1"),
        ];
        let there = [
            file("a.csv", "x\n1\n5\n3\n4\n"),
            file("c.pdf", [0xff_u8, 2]),
            file("d.csv", "same"),
            file("e.csv", ""),
            file("submission.json", "2"),
        ];
        let told = differences(&here, &there, "there");
        // In a.csv 2 became 5, and 4 was added.
        let expected = [
            "a.csv: 2 lines differ",
            "b.csv: not there",
            "c.pdf: it is another file",
            "e.csv: only there",
        ];
        assert_eq!(told, expected);
        assert_eq!(differences(&here, &here, "there"), [""; 0]);
    }

    #[test]
    fn the_same_lines_in_another_order_are_another_file() {
        assert_eq!(lines_that_differ("1\n2\n", "2\n1\n"), 1);
        assert_eq!(lines_that_differ("1\r\n", "1\n"), 1);
    }
}
