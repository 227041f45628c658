//! What is wrong with a file: every fault with its line, column and value, and how to mend it.

use serde::{Deserialize, Serialize};

/// How many faults are listed; more than that and the file as a whole is the wrong one.
const MOST_LISTED: usize = 1_000;
/// How much of a value is repeated.
const MOST_SHOWN: usize = 80;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Counted from 1, the header included; 0 where the file as a whole is meant.
    pub line: u64,
    /// Blank where the whole line is meant.
    pub column: String,
    pub value: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.line > 0 {
            write!(f, "line {}", self.line)?;
        } else {
            f.write_str("the file")?;
        }
        if !self.column.is_empty() {
            write!(f, ", {}", self.column)?;
        }
        if !self.value.is_empty() {
            write!(f, " '{}'", self.value)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// The faults of a file, in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faults {
    pub listed: Vec<Fault>,
    /// How many there are beyond those listed.
    pub more: u64,
}

impl Faults {
    pub fn add(&mut self, line: u64, column: &str, value: &str, message: impl Into<String>) {
        if self.listed.len() == MOST_LISTED {
            self.more += 1;
            return;
        }
        let mut shown: String = value.chars().take(MOST_SHOWN).collect();
        if shown.len() < value.len() {
            shown.push('…');
        }
        self.listed.push(Fault {
            line,
            column: column.to_owned(),
            value: shown,
            message: message.into(),
        });
    }

    /// Adds what else was found, as far as it is listed.
    pub fn append(&mut self, others: Self) {
        for fault in others.listed {
            self.add(fault.line, &fault.column, &fault.value, fault.message);
        }
        self.more += others.more;
    }

    pub const fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// Puts them in the order of the file: some are found only when every line has been read.
    pub fn sort(&mut self) {
        self.listed.sort_by_key(|fault| fault.line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_where_and_what() {
        let mut faults = Faults::default();
        faults.add(7, "fte", "1.7", "write a number up to 1.5");
        faults.add(0, "", "", "the file is empty");
        let told: Vec<String> = faults.listed.iter().map(ToString::to_string).collect();
        assert_eq!(told[0], "line 7, fte '1.7': write a number up to 1.5");
        assert_eq!(told[1], "the file: the file is empty");
    }

    #[test]
    fn a_thousand_are_listed_and_the_rest_counted() {
        let mut faults = Faults::default();
        for line in 0..1_003 {
            faults.add(line, "note", &"x".repeat(200), "too long");
        }
        assert_eq!((faults.listed.len(), faults.more), (1_000, 3));
        let mut all = Faults::default();
        all.add(0, "", "", "the first");
        all.append(faults.clone());
        assert_eq!((all.listed.len(), all.more), (1_000, 4));
        assert_eq!(faults.listed[0].value.chars().count(), 81);
    }
}
