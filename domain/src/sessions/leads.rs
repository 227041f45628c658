//! Who may lead a session: at least one mental health professional among its leads and co-leads (rules, section 5). A lead takes
//! no seat.

use crate::refusal::Refusal;

/// A lead or co-lead, as the rule looks at them on the session's day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// By a post in scope that day; of somebody who is not on record here, as declared.
    pub mental_health_professional: bool,
    /// Holds level 4 or more, confirmed and current that day, in every outcome.
    pub holds_the_outcomes: bool,
}

/// Whether these people may lead a session. `integrated_care` says that it has outcomes, all of them in the strand of
/// integrated care: then somebody who holds them will do.
///
/// # Errors
/// Refuses a session without leads, and one without a mental health professional outside that exception, in words that say who
/// is missing.
pub fn may_lead(leads: &[Lead], integrated_care: bool) -> Result<(), Refusal> {
    if leads.is_empty() {
        return Err(Refusal::rule("no-lead", "Say who leads this session. Nobody does yet."));
    }
    if leads.iter().any(|lead| lead.mental_health_professional) {
        return Ok(());
    }
    if integrated_care && leads.iter().any(|lead| lead.holds_the_outcomes) {
        return Ok(());
    }
    let missing = match integrated_care {
        true => {
            "Add a lead who is a mental health professional, or who holds level 4 in each of the outcomes. Nobody who leads \
             this session is either."
        }
        false => {
            "Add a lead who is a mental health professional. Nobody who leads this session is one on its day, by a post here \
             or as declared."
        }
    };
    Err(Refusal::rule("no-professional", missing))
}

/// Whoever leads a session takes no seat of it, and whoever has a booking in it does not lead it.
///
/// # Errors
/// Refuses a booking of somebody who leads the session.
pub fn may_take_a_seat(leads: bool) -> Result<(), Refusal> {
    if !leads {
        return Ok(());
    }
    Err(Refusal::rule("leads-it", "You lead this session, so you need no seat in it."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_leads_takes_no_seat() {
        assert!(may_take_a_seat(false).is_ok() && may_take_a_seat(true).is_err());
    }

    #[test]
    fn a_mental_health_professional_leads_or_somebody_who_holds_what_integrated_care_asks() {
        let anybody = Lead::default();
        let professional = Lead { mental_health_professional: true, ..anybody };
        let holder = Lead { holds_the_outcomes: true, ..anybody };
        let table: [(&[Lead], bool, Option<&str>); 9] = [
            (&[], false, Some("no-lead")),
            (&[], true, Some("no-lead")),
            (&[anybody], false, Some("no-professional")),
            (&[anybody], true, Some("no-professional")),
            (&[holder], false, Some("no-professional")),
            (&[anybody, holder], true, None),
            (&[professional], false, None),
            (&[anybody, professional], false, None),
            (&[professional], true, None),
        ];
        for (leads, integrated_care, refused) in table {
            let code = match may_lead(leads, integrated_care) {
                Ok(()) => None,
                Err(Refusal::Rule { code, .. }) => Some(code),
                Err(other) => panic!("{other:?}"),
            };
            assert_eq!(code.as_deref(), refused, "{leads:?} {integrated_care}");
        }
    }
}
