//! What was said in one competency up to a day, before anybody asks when it is due.

use super::{Confirmed, Event, Requested, Signed, Standing, Word};
use crate::codes::JudgementKind;
use crate::ids::JudgementSequence;
use chrono::NaiveDate;

/// Judgements as the rules have heard them so far: the standing they lead to, but for what depends on the date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heard<'a> {
    pub standing: Standing,
    pub last_word: Option<Word<'a>>,
    /// Up to where requests are answered.
    answered: JudgementSequence,
}

impl Default for Heard<'_> {
    fn default() -> Self {
        let (standing, answered) = (Standing::default(), JudgementSequence::MIN);
        Self { standing, last_word: None, answered }
    }
}

impl<'a> Heard<'a> {
    /// What came before anything is heard.
    pub const fn left(standing: Standing, last_word: Option<Word<'a>>) -> Self {
        Self { standing, last_word, answered: JudgementSequence::MIN }
    }

    /// Hears judgements that are in order of day, then recording, up to `day`.
    pub fn hear(&mut self, events: impl IntoIterator<Item = &'a Event>, day: NaiveDate) {
        for event in events.into_iter().take_while(|event| event.day <= day) {
            self.hear_one(event);
            self.hear_of_requests(event);
        }
    }

    /// The standing at `day` under a refresh period.
    pub fn standing(self, refresh_months: u32, day: NaiveDate) -> Standing {
        let confirmed = self.last_word.map(|word| word.confirmed(refresh_months));
        let revoked_on = self.last_word.and_then(|word| word.revoked_on());
        let asked = self.standing.requested;
        let requested = asked.filter(|request| day <= request.lapses_on());
        Standing {
            confirmed: confirmed.unwrap_or(Confirmed::Never),
            revoked_on,
            requested,
            lapsed: asked.filter(|_| requested.is_none()),
            signed: self.standing.signed.filter(|signed| day <= signed.lapses_on()),
            ..self.standing
        }
    }

    fn hear_one(&mut self, event: &'a Event) {
        use JudgementKind as Kind;
        let standing = &mut self.standing;
        match event.kind {
            Kind::SelfAssessment => {
                standing.self_level = event.level;
                standing.assessed = true;
            }
            Kind::Confirmed | Kind::Recognised | Kind::Accepted if event.level.is_some() => {
                self.last_word = Some(Word::Said(event));
                standing.assessed = true;
            }
            Kind::Revoked => self.last_word = Some(Word::Said(event)),
            Kind::Exempted | Kind::ExemptionEnded => {
                standing.exempt = event.kind == Kind::Exempted;
                standing.claimed_on = None;
            }
            // Of what is not asked anyway nothing can be claimed.
            Kind::ExemptionClaimed => standing.claimed_on = (!standing.exempt).then_some(event.day),
            Kind::ExemptionDeclined => standing.claimed_on = None,
            _ => {}
        }
    }

    /// Opens and closes requests and first signatures. An answer that was recorded later closes them even where it speaks
    /// of an earlier day: an observation may be dated back past the day somebody asked.
    fn hear_of_requests(&mut self, event: &Event) {
        use JudgementKind as Kind;
        let standing = &mut self.standing;
        match event.kind {
            Kind::Requested if event.sequence > self.answered => {
                let (sequence, asked_on) = (event.sequence, event.day);
                standing.requested =
                    event.level.map(|level| Requested { sequence, asked_on, level });
                standing.sent_back_on = None;
            }
            Kind::FirstSignature if event.sequence > self.answered => {
                let (sequence, signed_on) = (event.sequence, event.day);
                standing.signed = event.level.map(|level| Signed { sequence, signed_on, level });
            }
            Kind::Confirmed | Kind::SentBack | Kind::Withdrawn => {
                (standing.requested, standing.signed) = (None, None);
                standing.sent_back_on = (event.kind == Kind::SentBack).then_some(event.day);
                self.answered = event.sequence.max(self.answered);
            }
            _ => {}
        }
    }
}
