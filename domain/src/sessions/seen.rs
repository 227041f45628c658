//! Confirming what a session showed: an assessor who led it confirms, once its register is closed, those whose knowledge check or
//! case discussion they saw (rules, section 3). Each person is then confirmed by the rules of confirming together, and no others.

pub mod views; // what the page shows

use super::SessionState;
use crate::fields::FieldErrors;
use crate::refusal::Refusal;

/// An assessor who wants to confirm what a session showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Witness {
    pub state: SessionState,
    /// Whether they are a lead or co-lead of it.
    pub leads: bool,
}

impl Witness {
    /// Whether they may confirm anybody from its register.
    ///
    /// # Errors
    /// Refuses whoever did not lead it, and while its register is open.
    pub fn may_confirm(self) -> Result<(), Refusal> {
        if !self.leads {
            let sentence = "You did not lead this session, so you cannot confirm what it showed. Whoever led it can.";
            return Err(Refusal::rule("not-a-lead", sentence));
        }
        if self.state != SessionState::Closed {
            let sentence = "Close the register first: only people who came are confirmed.";
            return Err(Refusal::rule("register-open", sentence));
        }
        Ok(())
    }

    /// The same for what they say that they saw themselves.
    ///
    /// # Errors
    /// As [`Witness::may_confirm`]; and refuses, beside `saw`, a lead who did not see the knowledge check or case discussion.
    pub fn may_confirm_having(self, seen_it: bool) -> Result<(), Refusal> {
        self.may_confirm()?;
        if seen_it {
            return Ok(());
        }
        let message = "Tick this if you saw it yourself. What somebody else saw, they confirm";
        Err(FieldErrors::one("saw", message).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lead_who_did_not_see_a_knowledge_check_cannot_confirm_it() {
        let lead = Witness { state: SessionState::Closed, leads: true };
        assert!(lead.may_confirm_having(true).is_ok());
        let refused = lead.may_confirm_having(false).unwrap_err();
        assert!(matches!(refused, Refusal::Fields(told) if told.of("saw").is_some()));
    }

    #[test]
    fn only_whoever_led_confirms_and_only_once_the_register_is_closed() {
        for &state in SessionState::ALL {
            let may = |leads| Witness { state, leads }.may_confirm_having(true).is_ok();
            assert_eq!(may(true), state == SessionState::Closed, "{state}");
            assert!(!may(false), "{state}");
        }
    }
}
