//! Whether a new request for confirmation may be made, by the person or on their behalf: nothing else waits for an answer
//! (rules, section 3).

use crate::dates::spoken;
use crate::judgements::Confirming;
use crate::refusal::Refusal;
use crate::standing::{Requested, Signed, Standing};
use std::fmt;

/// Who makes the request: what they can do about what stands in its way is not the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// The person whose level it is.
    Themselves,
    /// Somebody who manages them.
    OnTheirBehalf,
}

/// Whether a new request may be made of somebody who stands so in the competency with this title: no other request is open,
/// no first signature waits; and nobody asks on somebody's behalf for what is not part of their post.
///
/// # Errors
/// Refuses with the first that stands against it, in words that say what would do.
pub fn may_request(standing: &Standing, competency: &str, asker: Asker) -> Result<(), Refusal> {
    if let Some(request) = standing.requested {
        return Err(Refusal::rule("already-requested", open(&request, competency, asker)));
    }
    if let Some(signed) = standing.signed {
        return Err(Refusal::rule("already-signed", half_signed(&signed, competency, asker)));
    }
    if standing.exempt && asker == Asker::OnTheirBehalf {
        let sentence = format!(
            "“{competency}” is recorded as not part of their post. Ask it of them again first."
        );
        return Err(Refusal::rule("not-asked", sentence));
    }
    Ok(())
}

/// A person's own request, in the sentence that says that it was sent. It may ask for more than its evidence supports, because
/// the assessor may see more; then that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    asks_for_more: Option<String>,
}

impl Sent {
    /// The request to confirm what `asked` says.
    pub fn of(asked: &Confirming<'_>) -> Self {
        Self { asks_for_more: asked.asks_for_more() }
    }
}

impl fmt::Display for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Your request was sent")?;
        self.asks_for_more.as_ref().map_or(Ok(()), |more| write!(f, ". {more}"))
    }
}

fn open(request: &Requested, competency: &str, asker: Asker) -> String {
    let asked_on = spoken(request.asked_on);
    let next = match asker {
        Asker::Themselves => "Withdraw it first if you want to change it.",
        Asker::OnTheirBehalf => "They can withdraw it; then you can ask.",
    };
    format!(
        "Confirmation in “{competency}” was already asked for on {asked_on}, and that request is open. {next}"
    )
}

/// Nobody need have asked for it: there may be nothing to withdraw.
fn half_signed(signed: &Signed, competency: &str, asker: Asker) -> String {
    let Signed { level, signed_on, .. } = *signed;
    let whose = match asker {
        Asker::Themselves => "you",
        Asker::OnTheirBehalf => "them",
    };
    format!(
        "An assessor signed level {level} in “{competency}” for {whose} on {}, and it waits for a second signature. You can ask \
         once it is signed or sent back, or after {}, when it lapses.",
        spoken(signed_on),
        spoken(signed.lapses_on())
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{Evidence, JudgementKind};
    use crate::frameworks::Level;
    use crate::standing::Confirmed;
    use chrono::NaiveDate;

    fn on_20_may() -> NaiveDate {
        "2026-05-20".parse().unwrap()
    }

    fn requested() -> Standing {
        let (asked_on, level) = (on_20_may(), Level::KNOWS_HOW);
        let requested = Some(Requested { sequence: 1, asked_on, level });
        Standing { requested, ..Standing::default() }
    }

    fn signed() -> Standing {
        let (signed_on, level) = (on_20_may(), Level::KNOWS_HOW);
        Standing { signed: Some(Signed { sequence: 1, signed_on, level }), ..Standing::default() }
    }

    /// The code, and the sentence.
    fn told(standing: &Standing, asker: Asker) -> (String, String) {
        match may_request(standing, "Ask about risk", asker) {
            Ok(()) => ("allowed".to_owned(), String::new()),
            Err(Refusal::Rule { code, sentence }) => (code, sentence),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_request_is_made_where_nothing_waits_and_by_others_for_what_is_part_of_the_post() {
        let (own, theirs) = (Asker::Themselves, Asker::OnTheirBehalf);
        for asker in [own, theirs] {
            assert_eq!(told(&Standing::default(), asker).0, "allowed");
            assert_eq!(told(&requested(), asker).0, "already-requested");
            assert_eq!(told(&signed(), asker).0, "already-signed");
        }
        let exempt = Standing { exempt: true, ..Standing::default() };
        assert_eq!(told(&exempt, own).0, "allowed", "they may show what nobody asks of them");
        assert_eq!(told(&exempt, theirs).0, "not-asked");
    }

    #[test]
    fn of_several_things_that_stand_against_it_the_first_is_told() {
        for asker in [Asker::Themselves, Asker::OnTheirBehalf] {
            let half_signed = Standing { exempt: true, ..signed() };
            assert_eq!(told(&half_signed, asker).0, "already-signed");
            let all = Standing { requested: requested().requested, ..half_signed };
            assert_eq!(told(&all, asker).0, "already-requested");
        }
    }

    #[test]
    fn what_is_over_and_what_is_only_claimed_stands_in_nobodys_way() {
        let day = Some(on_20_may());
        let over = Standing {
            lapsed: requested().requested,
            sent_back_on: day,
            revoked_on: day,
            claimed_on: day,
            ..Standing::default()
        };
        for asker in [Asker::Themselves, Asker::OnTheirBehalf] {
            assert_eq!(told(&over, asker).0, "allowed");
        }
    }

    #[test]
    fn who_asks_is_told_what_they_can_do_about_it() {
        let (own, theirs) = (Asker::Themselves, Asker::OnTheirBehalf);
        let open = "Confirmation in “Ask about risk” was already asked for on 20 May 2026, and that request is open.";
        let next = "Withdraw it first if you want to change it.";
        assert_eq!(told(&requested(), own).1, format!("{open} {next}"));
        let next = "They can withdraw it; then you can ask.";
        assert_eq!(told(&requested(), theirs).1, format!("{open} {next}"));
        for (asker, whose) in [(own, "you"), (theirs, "them")] {
            let waits = format!(
                "An assessor signed level 2 in “Ask about risk” for {whose} on 20 May 2026, and it waits for a second \
                 signature. You can ask once it is signed or sent back, or after 17 June 2026, when it lapses."
            );
            assert_eq!(told(&signed(), asker).1, waits, "there may be nothing to withdraw");
        }
        let exempt = Standing { exempt: true, ..Standing::default() };
        assert_eq!(
            told(&exempt, theirs).1,
            "“Ask about risk” is recorded as not part of their post. Ask it of them again first."
        );
    }

    fn sent(number: u8, evidence: &[Evidence], subject: Standing) -> String {
        let asked = Confirming {
            level: Level::try_from(number).unwrap(),
            made_on: on_20_may(),
            today: on_20_may(),
            evidence,
            evidence_on: None,
            competency: "Ask about risk",
            rare_event: false,
            subject,
        };
        Sent::of(&asked).to_string()
    }

    #[test]
    fn a_request_for_more_than_its_evidence_supports_is_sent_and_says_so() {
        let nothing = Standing::default();
        let simulated = [Evidence::Reading, Evidence::Simulation];
        assert_eq!(sent(3, &simulated, nothing), "Your request was sent");
        assert_eq!(
            sent(4, &simulated, nothing),
            "Your request was sent. Your evidence supports level 3 at most. Your assessor can confirm level 4 only with \
             more, such as observation of practice"
        );
        let prior = sent(1, &[Evidence::PriorLearning], nothing);
        assert!(prior.contains("supports no level by itself") && prior.ends_with("as reading"));
        let five = sent(5, &simulated, nothing);
        assert!(five.ends_with("teaching or supervising others, on top of a current level 4"));
        let (made_on, due_on) = ("2025-06-01".parse().unwrap(), "2027-06-01".parse().unwrap());
        let level = Level::PRACTISES_INDEPENDENTLY;
        let confirmed = Confirmed::At { level, kind: JudgementKind::Confirmed, made_on, due_on };
        let held = Standing { confirmed, ..nothing };
        assert_eq!(sent(4, &simulated, held), "Your request was sent", "a reaffirmation");
    }
}
