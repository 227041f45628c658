//! Which step may be taken next with a return, and by whom: nobody approves what they prepared or checked (rules, section 7).

use super::ReturnId;
use super::state::{Event, Step, is_locked, stands};
use crate::fields::{FieldErrors, required_text};
use crate::ids::AccountId;
use crate::refusal::Refusal;

/// How long the reason for a correction may be, in characters.
pub const REASON_MOST: usize = 500;

/// Whether preparing adds anything: the same files again are the same revision, and whatever was done with it stands.
pub fn is_prepared_anew(events: &[Event], digest: &str) -> bool {
    events.last().is_none_or(|last| last.digest != digest)
}

/// Whether `by` may take a step with the files of this digest, after what was done with the revision. Which grants allow a step
/// at all is policy's to say.
///
/// # Errors
/// Returns why not, and what would be accepted.
pub fn may_take(
    id: &ReturnId,
    events: &[Event],
    step: Step,
    (by, digest): (Option<AccountId>, &str),
) -> Result<(), Refusal> {
    if is_locked(events) {
        return Err(locked(id));
    }
    if step == Step::Prepared {
        return Ok(());
    }
    let Some(last) = events.last() else {
        return Err(Refusal::rule(
            "return_order",
            format!("{id} is not prepared yet; prepare it first"),
        ));
    };
    if last.step.next() != Some(step) {
        return Err(out_of_order(id, last.step));
    }
    if last.digest != digest {
        return Err(Refusal::rule(
            "return_changed",
            format!("{id} has changed since it was {}; look at it again", last.step),
        ));
    }
    if step == Step::Approved && had_a_hand(events, by) {
        return Err(Refusal::rule(
            "return_own",
            format!("You prepared or checked {id}, so somebody else has to approve it"),
        ));
    }
    Ok(())
}

/// The name of the correction of a return, with the reason that it is made for.
///
/// # Errors
/// Returns why there can be none: what is not submitted is prepared again, and a correction has a reason.
pub fn revise(
    id: &ReturnId,
    events: &[Event],
    reason: &str,
) -> Result<(ReturnId, String), Refusal> {
    if !is_locked(events) {
        let instead = "prepare it again instead";
        return Err(Refusal::rule(
            "return_not_submitted",
            format!("{id} is not submitted, so there is nothing to correct; {instead}"),
        ));
    }
    let reason = required_text(reason, "the reason for the correction", REASON_MOST)
        .map_err(|message| FieldErrors::one("reason", message))?;
    Ok((id.next(), reason))
}

fn had_a_hand(events: &[Event], by: Option<AccountId>) -> bool {
    let is_hand = |event: &Event| matches!(event.step, Step::Prepared | Step::Checked);
    events.iter().any(|event| is_hand(event) && event.by == by)
}

fn locked(id: &ReturnId) -> Refusal {
    let next = id.next();
    Refusal::rule(
        "return_locked",
        format!(
            "{id} was submitted and is locked; to correct it, revise it as {next}, with a reason"
        ),
    )
}

fn out_of_order(id: &ReturnId, last: Step) -> Refusal {
    let next = last.next().map_or("revise it", Step::to_do);
    Refusal::rule("return_order", format!("{id} is {last}; next, {next}"))
}

/// What comes next with a revision; `None` once it is submitted.
pub fn next(events: &[Event]) -> Option<Step> {
    stands(events).map_or(Some(Step::Prepared), Step::next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use uuid::Uuid;

    const LEAD: Option<AccountId> = Some(AccountId(Uuid::from_u128(1)));
    const CHECKER: Option<AccountId> = Some(AccountId(Uuid::from_u128(2)));
    const APPROVER: Option<AccountId> = Some(AccountId(Uuid::from_u128(3)));

    fn id() -> ReturnId {
        "TH-2026-03-31-r1".parse().unwrap()
    }

    /// All of them about the files `a`.
    fn history(steps: &[(Step, Option<AccountId>)]) -> Vec<Event> {
        let event = |&(step, by): &(Step, _)| Event {
            step,
            by,
            at: DateTime::UNIX_EPOCH,
            digest: "a".to_owned(),
        };
        steps.iter().map(event).collect()
    }

    fn code(events: &[Event], step: Step, by: Option<AccountId>) -> String {
        match may_take(&id(), events, step, (by, "a")) {
            Ok(()) => "allowed".to_owned(),
            Err(Refusal::Rule { code, .. }) => code,
            Err(other) => other.to_string(),
        }
    }

    #[test]
    fn the_steps_come_one_after_the_other_and_then_it_is_locked() {
        let steps = [
            (Step::Prepared, LEAD),
            (Step::Checked, CHECKER),
            (Step::Approved, APPROVER),
            (Step::Submitted, LEAD),
        ];
        for taken in 0..=steps.len() {
            let events = history(&steps[..taken]);
            for (at, (step, by)) in steps.into_iter().enumerate() {
                let expected = match (taken, at) {
                    (4, _) => "return_locked",
                    (_, 0) => "allowed",
                    _ if at == taken => "allowed",
                    _ => "return_order",
                };
                assert_eq!(code(&events, step, by), expected, "{taken} taken, {step}");
            }
        }
    }

    #[test]
    fn whoever_prepared_or_checked_it_does_not_approve_it() {
        let events = history(&[(Step::Prepared, LEAD), (Step::Checked, CHECKER)]);
        let told = [LEAD, CHECKER, APPROVER].map(|by| code(&events, Step::Approved, by));
        assert_eq!(told, ["return_own", "return_own", "allowed"]);
        // One who prepared it first stays one who did, though somebody prepared it again.
        let again = [(Step::Prepared, LEAD), (Step::Prepared, CHECKER), (Step::Checked, CHECKER)];
        assert_eq!(code(&history(&again), Step::Approved, LEAD), "return_own");
    }

    #[test]
    fn the_same_files_again_are_nothing_new_and_other_files_begin_again() {
        let mut events = history(&[(Step::Prepared, LEAD), (Step::Checked, CHECKER)]);
        assert!(!is_prepared_anew(&events, "a") && is_prepared_anew(&events, "b"));
        let other = may_take(&id(), &events, Step::Approved, (APPROVER, "b")).unwrap_err();
        assert!(other.to_string().contains("look at it again"), "{other}");
        events.extend(history(&[(Step::Prepared, LEAD)]));
        assert_eq!(next(&events), Some(Step::Checked));
        assert_eq!(next(&[]), Some(Step::Prepared));
    }

    #[test]
    fn a_correction_is_of_what_was_submitted_and_has_a_reason() {
        let open = history(&[(Step::Prepared, LEAD)]);
        assert!(revise(&id(), &open, "A team was missing").is_err());
        let done = history(&[(Step::Submitted, LEAD)]);
        let (next, reason) = revise(&id(), &done, " A team was missing ").unwrap();
        assert_eq!(
            (next.to_string().as_str(), reason.as_str()),
            ("TH-2026-03-31-r2", "A team was missing")
        );
        assert!(matches!(revise(&id(), &done, "  "), Err(Refusal::Fields(_))));
    }
}
