//! A revalidation pack in sentences: the same on the page and on paper.

use super::{Asks, Entry, Pack, Section};
use crate::dates::{spoken, spoken_minutes};

/// What the pack is, for whoever reads it.
pub const WHAT_IT_IS: &str = "What your evidence and confirmations in Esteem come to, under the headings of the three \
                              regulators. It is a record, not a decision: check what your regulator asks of you at the \
                              time.";

/// Said under a heading that nothing stands under.
pub const NOTHING: &str = "Nothing is recorded under this heading in this period.";

impl Pack {
    /// Its first and its last day.
    pub fn period(&self) -> String {
        format!("{} to {}", spoken(self.first_day), spoken(self.last_day))
    }

    /// What else the regulator asks for.
    pub fn not_kept(&self) -> String {
        format!("Not kept in Esteem: {}.", self.regulator.not_held())
    }
}

impl Section {
    /// What there is, beside what is asked; and where a number is stated, whether it is enough.
    pub fn comes_to(&self) -> String {
        let enough = match self.is_enough() {
            Some(true) => " That is enough.",
            Some(false) => " That is not enough yet.",
            None => "",
        };
        let recorded = || self.recorded();
        match self.asks {
            Asks::Time { minutes: 0, .. } => format!("{} No number of hours is set.", recorded()),
            Asks::Time { minutes, participatory } => format!(
                "{} Asked: {}, of it {} participatory.{enough}",
                recorded(),
                spoken_minutes(minutes),
                spoken_minutes(participatory)
            ),
            Asks::Pieces(pieces) => {
                format!("Recorded: {}. Asked: {pieces}.{enough}", self.entries.len())
            }
            Asks::Some => format!("Recorded: {}.", self.entries.len()),
        }
    }

    fn recorded(&self) -> String {
        let time = |minutes| match minutes {
            0 => "no time".to_owned(),
            minutes => spoken_minutes(minutes),
        };
        let (all, together) = (time(self.minutes), time(self.participatory));
        format!("Recorded: {all}, of it {together} participatory.")
    }
}

impl Entry {
    /// How long it took and whether with others; empty where neither is known.
    pub fn time(&self) -> String {
        let time = self.minutes.map(spoken_minutes);
        let together = self.participatory.then(|| "participatory".to_owned());
        time.into_iter().chain(together).collect::<Vec<_>>().join(", ")
    }

    /// `About: …` with the competencies it is about; empty where there are none.
    pub fn about(&self) -> String {
        match self.about.as_slice() {
            [] => String::new(),
            about => format!("About: {}", about.join("; ")),
        }
    }
}
