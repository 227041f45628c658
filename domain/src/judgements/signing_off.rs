//! A whole role profile signed off: once everything core is met, by whoever answers for the post; whether it stands is
//! computed.

use crate::coverage::{Facts, Person};
use crate::frameworks::version_at;
use crate::people::RoleIndex;
use crate::people::counting::Met;
use crate::refusal::Refusal;
use crate::requirements::asked_at;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One role of somebody's, how much of it is met, and who signed it off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub role_code: String,
    pub role_title: String,
    pub met: Met,
    pub signed: Option<SignedOff>,
    /// Whether the reader may sign it off now.
    pub may_sign: bool,
}

/// The last sign-off of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedOff {
    pub on: NaiveDate,
    pub by: String,
    /// Whether the role is still held and everything core of it still met.
    pub stands: bool,
}

/// What a person meets of all that is core to one role at `day`, by the framework version of that day: what they held in
/// an earlier one counts as far as it is carried over.
pub fn met_of_role(facts: &Facts, person: &Person, role: RoleIndex, day: NaiveDate) -> Met {
    let version = version_at(&facts.versions, day);
    let rows = facts.roles.get(role).map_or(&[][..], |role| &role.requirements);
    let mut met = Met::default();
    for asked in asked_at(rows, day) {
        let of = facts.competencies.get(usize::from(asked.competency));
        let Some(of) = of.filter(|of| Some(of.version) == version) else { continue };
        let standing = person.standing_in(asked.competency, of, day);
        if !standing.exempt {
            met.asked += 1;
            met.met += u32::from(standing.meets(asked.level, day));
        }
    }
    met
}

/// Whether a person holds a role at `day`.
pub fn holds_role(facts: &Facts, person: &Person, role: RoleIndex, day: NaiveDate) -> bool {
    facts.posts_in_scope(person, day).any(|terms| terms.role == role)
}

/// Whether a profile that was signed off stands at `day`: the role is held, and everything core of it met.
pub fn stands(facts: &Facts, person: &Person, role: RoleIndex, day: NaiveDate) -> bool {
    holds_role(facts, person, role, day) && is_complete(met_of_role(facts, person, role, day))
}

/// # Errors
/// Refuses a profile with something open in it, and one that asks nothing, saying how much is open.
pub fn may_sign_off(met: Met) -> Result<(), Refusal> {
    if is_complete(met) {
        return Ok(());
    }
    Err(Refusal::rule(
        "profile-incomplete",
        match met.asked {
            0 => "This role asks nothing yet, so there is nothing to sign off.".to_owned(),
            asked => format!(
                "{} of {asked} competencies are met. A role is signed off once all of them are confirmed and current.",
                met.met
            ),
        },
    ))
}

const fn is_complete(met: Met) -> bool {
    met.asked > 0 && met.met == met.asked
}

/// What was signed off, in the sentence that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    pub person_name: String,
    pub role_title: String,
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "You signed off {} as {}", self.person_name, self.role_title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_signed_off_once_everything_core_is_met() {
        assert!(may_sign_off(Met { met: 12, asked: 12 }).is_ok());
        let open = may_sign_off(Met { met: 11, asked: 12 }).unwrap_err().to_string();
        assert!(open.contains("11 of 12"), "{open}");
        assert!(may_sign_off(Met::default()).is_err(), "nothing asked, nothing signed");
    }
}
