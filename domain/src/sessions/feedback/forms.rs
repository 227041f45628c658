//! What somebody answers about a session.

use super::{Phase, Reaction};
use crate::fields::{FieldErrors, choice};
use crate::frameworks::Level;
use crate::sessions::wellbeing::Wellbeing;
use std::collections::BTreeMap;

/// What was typed, confidence by the code of each outcome.
#[derive(Clone, Copy, Debug)]
pub struct FeedbackFields<'a> {
    /// Asked after the session alone.
    pub reaction: &'a str,
    /// Before the session, asked after it alone.
    pub before: &'a BTreeMap<String, String>,
    pub now: &'a BTreeMap<String, String>,
    /// How work has been, where that is asked.
    pub wellbeing: &'a str,
}

/// *It was useful, and I feel as confident as this.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GiveFeedback {
    pub phase: Phase,
    pub reaction: Option<Reaction>,
    /// For each outcome its code, the confidence before the session where that is asked, and that of now: 1 to 5.
    pub confidence: Vec<(String, Option<u8>, u8)>,
    /// To be counted, and kept of nobody.
    pub wellbeing: Option<Wellbeing>,
}

impl GiveFeedback {
    /// The answers about these outcomes, by their codes.
    ///
    /// # Errors
    /// Returns a message for each of `reaction`, `before-CODE` and `now-CODE` that was not answered, and for `wellbeing` where it is
    /// no answer that was offered.
    pub fn parse(
        fields: FeedbackFields<'_>,
        phase: Phase,
        outcomes: &[String],
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let after = phase == Phase::After;
        let reaction = after.then(|| {
            errors.keep("reaction", choice(fields.reaction, "how useful it was for your work"))
        });
        let mut confidence = Vec::new();
        for code in outcomes {
            let before = after.then(|| {
                errors
                    .keep(&format!("before-{code}"), confident(fields.before, code, "were before"))
            });
            let now = errors.keep(&format!("now-{code}"), confident(fields.now, code, "are now"));
            confidence.extend(now.map(|now| (code.clone(), before.flatten(), now)));
        }
        let wellbeing = errors.keep("wellbeing", Wellbeing::parse(fields.wellbeing));
        errors.into_result()?;
        let (reaction, wellbeing) = (reaction.flatten(), wellbeing.flatten());
        Ok(Self { phase, reaction, confidence, wellbeing })
    }
}

fn confident(answers: &BTreeMap<String, String>, code: &str, when: &str) -> Result<u8, String> {
    let answer = answers.get(code).map_or("", String::as_str);
    choice::<Level>(answer, &format!("how confident you {when}")).map(Level::number)
}
