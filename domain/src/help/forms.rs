//! The decision behind the form: agree to be asked, about what, and how.

use crate::fields::{FieldErrors, optional_text};

/// The longest words on how and when to reach somebody.
pub const REACH_MOST: usize = 200;

/// *Colleagues may ask me, about this, in this way.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreeToHelp {
    pub reach: Option<String>,
    /// Codes of domains; all of them where there are none.
    pub domains: Vec<String>,
}

impl AgreeToHelp {
    /// Reads what was typed by somebody who holds something in the domains `held`.
    ///
    /// # Errors
    /// Returns a message for `reach` that is too long, and for `domains` with one in which they hold nothing.
    pub fn parse(reach: &str, domains: &[String], held: &[String]) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reach = errors.keep("reach", optional_text(reach, "how to reach you", REACH_MOST));
        let mut chosen: Vec<String> = domains.iter().filter(|c| !c.is_empty()).cloned().collect();
        chosen.sort();
        chosen.dedup();
        if chosen.iter().any(|code| !held.contains(code)) {
            errors.add("domains", "Choose from the domains in which you hold level 4 or 5");
        }
        match reach {
            Some(reach) if errors.0.is_empty() => Ok(Self { reach, domains: chosen }),
            _ => Err(errors),
        }
    }
}
