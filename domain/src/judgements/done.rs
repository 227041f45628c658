//! What was decided about a request or a claim, in the sentence that says so.

use crate::codes::JudgementKind;
use crate::frameworks::Level;
use crate::judgements::confirming::Second;
use crate::refusal::Refusal;
use std::fmt;

/// What an assessor decided of one competency of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub person_name: String,
    pub competency_title: String,
    pub what: Outcome,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Confirmed(Level),
    /// Signed by the first of two, and who may sign second.
    Signed(Level, Second),
    SentBack,
}

impl Outcome {
    /// How the audit log names the act.
    pub const fn act(self) -> &'static str {
        match self {
            Self::Confirmed(_) => "confirm",
            Self::Signed(..) => "sign first",
            Self::SentBack => "send back",
        }
    }
}

impl fmt::Display for Decided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { person_name, competency_title, what } = self;
        match what {
            Outcome::Confirmed(level) => {
                write!(f, "You confirmed level {level} of {person_name} in “{competency_title}”")
            }
            Outcome::Signed(level, second) => write!(
                f,
                "You signed level {level} of {person_name} in “{competency_title}”. It counts once {} has signed it too",
                second.words()
            ),
            Outcome::SentBack => {
                write!(f, "You sent the request of {person_name} in “{competency_title}” back")
            }
        }
    }
}

/// Several were decided at once, each by its own rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Several {
    pub confirmed: usize,
    /// Signed by the first of two.
    pub signed: usize,
    /// What could not be, each with why; it stands as before.
    pub refused: Vec<(String, String)>,
}

impl Several {
    pub const fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Confirmed(_) => self.confirmed += 1,
            Outcome::Signed(..) => self.signed += 1,
            Outcome::SentBack => {}
        }
    }

    /// # Errors
    /// Refuses where nothing could be confirmed, with the first reason.
    pub fn or_refuse(&self) -> Result<(), Refusal> {
        match self.refused.first() {
            Some((what, why)) if self.confirmed + self.signed == 0 => {
                Err(Refusal::rule("none-confirmed", format!("{what}: {why}")))
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Several {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let levels = |n: usize| if n == 1 { "1 level".to_owned() } else { format!("{n} levels") };
        let signed = format!("signed {} that somebody else must sign too", levels(self.signed));
        match (self.confirmed, self.signed) {
            (0, 1..) => write!(f, "You {signed}")?,
            (confirmed, 0) => write!(f, "You confirmed {}", levels(confirmed))?,
            (confirmed, _) => write!(f, "You confirmed {}, and {signed}", levels(confirmed))?,
        }
        if let Some((what, why)) = self.refused.first() {
            let others = self.refused.len() - 1;
            write!(f, ". Not confirmed: {what}")?;
            if others > 0 {
                write!(f, " and {others} more")?;
            }
            write!(f, ". {why}")?;
        }
        Ok(())
    }
}

/// A claim was decided, or what had been agreed was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimDecided {
    pub person_name: String,
    pub competency_title: String,
    /// `exempted`, `exemption_declined` or `exemption_ended`.
    pub kind: JudgementKind,
}

impl fmt::Display for ClaimDecided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { person_name, competency_title, kind } = self;
        let so = match kind {
            JudgementKind::Exempted => "is no longer asked of",
            JudgementKind::ExemptionDeclined => "is still asked of",
            _ => "is asked again of",
        };
        write!(f, "“{competency_title}” {so} {person_name}")
    }
}
