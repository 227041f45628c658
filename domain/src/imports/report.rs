//! What a file would change, in numbers and in words, and what has to be decided first.

use super::faults::Faults;
use serde::{Deserialize, Serialize};

/// How many examples of each sort are told.
const MOST_EXAMPLES: usize = 10;

/// Everything a check has to tell; nothing of it has happened yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub faults: Faults,
    /// What may be about a patient: nothing stands against keeping it but the answer of whoever brings it.
    #[serde(default)]
    pub doubts: Faults,
    /// Columns that mean nothing here and are passed over.
    pub unknown_columns: Vec<String>,
    /// Pairs that nobody has decided about yet.
    pub questions: Vec<Question>,
    pub tallies: Vec<Tally>,
    pub examples: Vec<Example>,
    /// What stands in the file and is not taken over, with the reason.
    pub left_out: Vec<String>,
    /// What the file does not say, and what is taken instead.
    #[serde(default)]
    pub assumed: Vec<String>,
}

/// How something stands to what is on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    New,
    /// It was wrong, and is put right for every day.
    Correction,
    /// It changes from a day on; earlier days keep what they had.
    Dated,
    Unchanged,
}

/// How many of one kind of thing are of each sort.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// What is counted, in the plural.
    pub of: String,
    pub new: u64,
    pub corrected: u64,
    pub dated: u64,
    pub unchanged: u64,
}

impl Tally {
    pub const fn changes_nothing(&self) -> bool {
        self.new + self.corrected + self.dated == 0
    }
}

/// One change, told in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    pub sort: Sort,
    pub sentence: String,
}

/// A person as files name them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PersonKey {
    /// The code of the employer, where one is named.
    pub employer: Option<String>,
    pub number: String,
}

impl std::fmt::Display for PersonKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.number)?;
        self.employer.iter().try_for_each(|code| write!(f, " at {code}"))
    }
}

/// Are two employee numbers one person?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Whoever was on record first, or stands first in the file.
    pub first: PersonKey,
    pub first_name: String,
    pub second: PersonKey,
    pub second_name: String,
    /// What the two have in common, such as `the e-mail address a.khan@staff.example`.
    pub shared: Vec<String>,
}

impl std::fmt::Display for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { first, first_name, second, second_name, shared } = self;
        let shared = shared.join(" and ");
        write!(f, "{first} ({first_name}) and {second} ({second_name}) have {shared}")
    }
}

impl Report {
    /// Counts one thing, and tells it while examples of its sort are still few.
    pub fn count(&mut self, of: &str, sort: Sort, sentence: impl FnOnce() -> String) {
        self.count_many(of, sort, 1);
        let told = self.examples.iter().filter(|example| example.sort == sort).count();
        if sort != Sort::Unchanged && told < MOST_EXAMPLES {
            self.examples.push(Example { sort, sentence: sentence() });
        }
    }

    /// Counts several things without telling any.
    pub fn count_many(&mut self, of: &str, sort: Sort, many: u64) {
        let tally = if let Some(at) = self.tallies.iter().position(|tally| tally.of == of) {
            self.tallies.get_mut(at)
        } else {
            self.tallies.push(Tally { of: of.to_owned(), ..Tally::default() });
            self.tallies.last_mut()
        };
        let Some(tally) = tally else { return };
        match sort {
            Sort::New => tally.new += many,
            Sort::Correction => tally.corrected += many,
            Sort::Dated => tally.dated += many,
            Sort::Unchanged => tally.unchanged += many,
        }
    }

    /// Whether nothing stands against keeping the file.
    pub const fn is_clear(&self) -> bool {
        self.faults.is_empty() && self.questions.is_empty()
    }

    /// Whether everything in the file is on record already.
    pub fn changes_nothing(&self) -> bool {
        self.tallies.iter().all(Tally::changes_nothing)
    }

    /// The tally of one kind of thing; all noughts where none was met.
    pub fn tally(&self, of: &str) -> Tally {
        let found = self.tallies.iter().find(|tally| tally.of == of);
        found.cloned().unwrap_or_else(|| Tally { of: of.to_owned(), ..Tally::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_counted_and_ten_of_each_sort_are_told() {
        let mut report = Report::default();
        for number in 0..25 {
            report.count("teams", Sort::New, || format!("team {number}"));
        }
        report.count("teams", Sort::Unchanged, String::new);
        report.count("teams", Sort::Correction, || "a name".to_owned());
        let tally = report.tally("teams");
        assert_eq!((tally.new, tally.corrected, tally.unchanged), (25, 1, 1));
        assert_eq!(report.examples.len(), 11);
        assert!(!report.changes_nothing() && report.is_clear());
    }

    #[test]
    fn a_question_reads_as_a_sentence() {
        let key = |number: &str, employer: Option<&str>| PersonKey {
            employer: employer.map(str::to_owned),
            number: number.to_owned(),
        };
        let question = Question {
            first: key("E1", None),
            first_name: "Ada Khan".into(),
            second: key("E2", Some("X84001")),
            second_name: "A Khan".into(),
            shared: vec!["the e-mail address a@b.example".into()],
        };
        let told = "E1 (Ada Khan) and E2 at X84001 (A Khan) have the e-mail address a@b.example";
        assert_eq!(question.to_string(), told);
    }
}
