//! One signature or two: when a second person must sign before a level counts, and who that may be (rules, section 3).

use super::{Assessor, Confirming, RECIPROCAL_DAYS, Reaches, another_person, at_work};
use crate::dates::{days_after, spoken};
use crate::frameworks::Level;
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// How many people must sign a confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signatures {
    /// The assessor's word is enough.
    One,
    /// It counts once somebody else has signed it too.
    Two(Second),
}

/// Who may sign second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// Another assessor who could confirm it: a level 5 takes two holders of 4.
    Assessor,
    /// Such an assessor, or a workforce lead: somebody independent of the two.
    AssessorOrLead,
}

impl Second {
    /// Who is waited for, within a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Assessor => "another assessor who holds level 4",
            Self::AssessorOrLead => "another assessor who holds level 4, or a workforce lead",
        }
    }
}

/// Somebody who signs second.
#[derive(Clone, Debug)]
pub struct Countersigner {
    pub signer: Assessor,
    /// Whether they are the one who signed first.
    pub signed_first: bool,
    /// Whether a workforce lead's grant of theirs reaches the subject.
    pub leads: bool,
}

impl Confirming<'_> {
    /// A level 5 takes one holder of 5, or two of 4; and whoever the subject confirmed within a year does not sign alone.
    pub(super) fn signatures(&self, assessor: &Assessor) -> Signatures {
        let leads_and_teaches = Level::LEADS_AND_TEACHES;
        let enough = self.level < leads_and_teaches
            || self.holds(assessor, leads_and_teaches)
            || self.founded(assessor);
        match (enough, self.confirmed_by_subject(assessor)) {
            (false, _) => Signatures::Two(Second::Assessor),
            (true, Some(_)) => Signatures::Two(Second::AssessorOrLead),
            (true, None) => Signatures::One,
        }
    }

    /// The day of a confirmation the other way round that is not yet 365 days past.
    fn confirmed_by_subject(&self, assessor: &Assessor) -> Option<NaiveDate> {
        assessor
            .confirmed_by_subject_on
            .filter(|&on| self.made_on <= days_after(on, RECIPROCAL_DAYS))
    }

    /// Whether `second` may sign what `first` signed, on the day of the second signature: then it counts. The first must
    /// still have the right to confirm it, and the evidence still support it.
    ///
    /// # Errors
    /// Refuses with the first rule that stands against it, in words that say what would do.
    pub fn countersigned(&self, first: &Assessor, second: &Countersigner) -> Result<(), Refusal> {
        another_person(&second.signer)?;
        if second.signed_first {
            return Err(Refusal::rule(
                "same-signature",
                "You signed this first. Somebody else must sign it too.",
            ));
        }
        at_work(&second.signer)?;
        if second.signer.reaches != Reaches::AtWork && !second.leads {
            return Err(Refusal::not_found("this person among those you assess"));
        }
        at_work(first)?;
        self.still_stands(first)?;
        if second.leads && self.lead_may_join(first) {
            return Ok(());
        }
        self.eligible_second(second)
    }

    /// Whether a workforce lead may sign what `first` signed: not where a level 5 rests on two holders of 4. What was signed
    /// first because of a mutual confirmation stays theirs to join when the 365 days pass meanwhile.
    pub fn lead_may_join(&self, first: &Assessor) -> bool {
        self.signatures(first) != Signatures::Two(Second::Assessor)
    }

    fn still_stands(&self, first: &Assessor) -> Result<(), Refusal> {
        another_person(first).and_then(|()| self.right_to_confirm(first)).map_err(|_| {
            Refusal::rule(
                "first-signature-lost",
                "Whoever signed first may no longer confirm this. Send it back, so that somebody else is asked.",
            )
        })?;
        self.still_counts()?;
        self.evidence()
    }

    fn eligible_second(&self, second: &Countersigner) -> Result<(), Refusal> {
        if second.signer.reaches != Reaches::AtWork {
            return Err(Refusal::rule(
                "countersigned-by-assessor",
                "A level 5 that rests on two holders of level 4 is signed by two assessors. Leave it to one.",
            ));
        }
        self.right_to_confirm(&second.signer)?;
        match self.confirmed_by_subject(&second.signer) {
            None => Ok(()),
            Some(on) => Err(Refusal::rule(
                "reciprocal-confirmation",
                format!(
                    "This person confirmed you in “{}” on {}. Within {RECIPROCAL_DAYS} days of that, somebody else must \
                     sign.",
                    self.competency,
                    spoken(on)
                ),
            )),
        }
    }
}
