//! That a session does not take place.

use crate::fields::{FieldErrors, choice};
use crate::sessions::CancelReason;

/// *It does not take place, because …*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CancelSession(pub CancelReason);

impl CancelSession {
    /// # Errors
    /// Returns a message for `reason` when none was chosen.
    pub fn parse(reason: &str) -> Result<Self, FieldErrors> {
        let reason = choice(reason, "why it does not take place");
        reason.map(Self).map_err(|message| FieldErrors::one("reason", message))
    }
}
