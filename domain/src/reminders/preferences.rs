//! What somebody wants to be reminded of: everything, until they say otherwise.

use crate::fields::FieldErrors;
use serde::{Deserialize, Serialize};

crate::macros::codes! {
    /// A part of the weekly digest.
    DigestPart, "part of the weekly digest" {
        Confirmations "confirmations" "My confirmations that are due or have expired",
        Requests "requests" "My requests that were sent back or will lapse",
        NewlyAsked "newly_asked" "What is newly asked of me",
        ToDecide "to_decide" "Requests, claims, records, bookings and returns that wait for me",
    }
}

/// What somebody wants by mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub struct Preferences {
    pub weekly_digest: bool,
    /// The parts that are left out: a part that is added later comes to everybody.
    pub left_out: Vec<DigestPart>,
    /// An email at once when a manager asks them to look at what is due.
    pub nudges: bool,
    /// An email before a session that they have a seat in, and when one that they came to asks for feedback. What becomes of their
    /// seats is always told.
    pub session_reminders: bool,
    /// An email when their team is invited to a session.
    pub session_invitations: bool,
}

/// What the holder of an account sees of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnReminders {
    /// Where mail goes.
    pub email: String,
    /// Without a staff record there is nothing to be reminded of but returns.
    pub is_linked: bool,
    pub wanted: Preferences,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            weekly_digest: true,
            left_out: Vec::new(),
            nudges: true,
            session_reminders: true,
            session_invitations: true,
        }
    }
}

impl Preferences {
    /// As the form sends them: `yes` or `no` to each email, and the codes of the parts of the digest that are wanted. Codes
    /// that are not known are passed over.
    ///
    /// # Errors
    /// Returns a message for `weekly_digest`, `nudges`, `session_reminders` and `session_invitations` where neither was chosen, and
    /// for `parts[]` where nothing is left in the digest.
    pub fn parse(
        weekly_digest: &str,
        wanted: &[String],
        nudges: &str,
        (session_reminders, session_invitations): (&str, &str),
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let weekly_digest =
            errors.keep("weekly_digest", yes_or_no(weekly_digest, "if you want the weekly email"));
        let nudges = errors.keep("nudges", yes_or_no(nudges, "if you want an email then"));
        let reminded = yes_or_no(session_reminders, "if you want to be reminded of sessions");
        let reminded = errors.keep("session_reminders", reminded);
        let invited = yes_or_no(session_invitations, "if you want to be told of invitations");
        let invited = errors.keep("session_invitations", invited);
        let (Some(weekly_digest), Some(nudges), Some(session_reminders), Some(invitations)) =
            (weekly_digest, nudges, reminded, invited)
        else {
            return Err(errors);
        };
        let is_wanted = |part: &DigestPart| wanted.iter().any(|code| code == part.code());
        let left_out: Vec<_> =
            DigestPart::ALL.iter().copied().filter(|part| !is_wanted(part)).collect();
        if weekly_digest && left_out.len() == DigestPart::ALL.len() {
            let message = "Choose at least one part, or choose that you do not want the email";
            return Err(FieldErrors::one("parts[]", message));
        }
        let session_invitations = invitations;
        Ok(Self { weekly_digest, left_out, nudges, session_reminders, session_invitations })
    }

    pub fn wants(&self, part: DigestPart) -> bool {
        self.weekly_digest && !self.left_out.contains(&part)
    }
}

fn yes_or_no(text: &str, what: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(format!("Choose {what}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_wanted_until_somebody_says_otherwise() {
        assert!(DigestPart::ALL.iter().all(|part| Preferences::default().wants(*part)));
    }

    #[test]
    fn a_part_that_is_not_ticked_is_left_out_and_none_comes_without_the_digest() {
        let chosen = ["requests".to_owned(), "to_decide".to_owned(), "unknown".to_owned()];
        let some = Preferences::parse("yes", &chosen, "yes", ("yes", "yes")).unwrap();
        let wanted: Vec<_> = DigestPart::ALL.iter().filter(|part| some.wants(**part)).collect();
        assert_eq!(wanted, [&DigestPart::Requests, &DigestPart::ToDecide]);
        let none = Preferences::parse("no", &chosen, "yes", ("no", "yes")).unwrap();
        assert!(DigestPart::ALL.iter().all(|part| !none.wants(*part)));
        assert!(none.nudges && !none.session_reminders && none.session_invitations);
        let other = Preferences::parse("yes", &chosen, "no", ("yes", "no")).unwrap();
        assert!(!other.nudges && other.session_reminders && !other.session_invitations);
    }

    #[test]
    fn nothing_chosen_and_an_empty_email_are_asked_about() {
        let neither = Preferences::parse("", &["requests".to_owned()], "", ("", "")).unwrap_err();
        for field in ["weekly_digest", "nudges", "session_reminders", "session_invitations"] {
            assert!(neither.of(field).is_some(), "{field}");
        }
        let unknown = ["unknown".to_owned()];
        let empty = Preferences::parse("yes", &unknown, "yes", ("yes", "yes")).unwrap_err();
        assert!(empty.of("parts[]").is_some());
        assert!(Preferences::parse("no", &[], "no", ("no", "no")).is_ok());
    }
}
