//! The rules read aloud: what was said, by whom it counts, one competency at a time and without haste.

use super::*;

pub struct Place {
    pub versions: Vec<Version>,
    pub competencies: Vec<Crossed>,
    pub answers: Vec<Answer>,
    pub events: Vec<Event>,
}

/// What a merge left: its words on the level, and what else all had in common.
#[derive(Clone, Default)]
struct Left {
    words: Vec<Event>,
    self_level: Option<Level>,
    exempt: bool,
    assessed: bool,
}

impl Place {
    /// Everything said that counts as said of `at`, in order; and what a merge left before it.
    fn counts(&self, at: u16) -> (Left, Vec<Event>) {
        let own = self.events.iter().filter(|e| e.competency == at).copied();
        let own: Vec<Event> = own.collect();
        let lead_here: Vec<Answer> =
            self.answers.iter().filter(|a| a.new == Some(at)).copied().collect();
        let again = lead_here.iter().any(|a| a.asked_again || a.relation == Is::Wider);
        if again || lead_here.is_empty() {
            return (Left::default(), own);
        }
        if lead_here.len() == 1 && lead_here[0].relation != Is::Merged {
            let (left, mut all) = self.counts(lead_here[0].old);
            if lead_here[0].relation == Is::Split {
                all.retain(|e| {
                    let answers = [Kind::Withdrawn, Kind::SentBack, Kind::ExemptionDeclined];
                    let asked = [Kind::Requested, Kind::FirstSignature, Kind::ExemptionClaimed];
                    !asked.contains(&e.kind) && !answers.contains(&e.kind)
                });
            }
            all.extend(own);
            all.sort_by_key(|e| (e.day, e.sequence));
            return (left, all);
        }
        (self.merge(at, &lead_here), own)
    }

    fn merge(&self, at: u16, of: &[Answer]) -> Left {
        let begins = self.versions[self.competencies[usize::from(at)].version].published_from;
        let begins = begins.unwrap();
        let months = self.competencies[usize::from(at)].refresh_months;
        let each: Vec<(Standing, Vec<Event>)> =
            of.iter().map(|a| self.standing(a.old, months, begins)).collect();
        let mut left = Left::default();
        if each.iter().all(|(s, _)| s.self_level.is_some()) {
            left.self_level = each.iter().filter_map(|(s, _)| s.self_level).min();
        }
        left.exempt = each.iter().all(|(s, _)| s.exempt);
        let current = each.iter().all(|(s, _)| s.current(begins).is_some());
        let revoked = each.iter().all(|(s, _)| s.confirmed == Confirmed::Revoked);
        if current || revoked {
            left.words = each.iter().flat_map(|(_, words)| words.clone()).collect();
        }
        let carries = left.self_level.is_some() || current || revoked;
        left.assessed = carries && each.iter().all(|(s, _)| s.assessed);
        left
    }

    /// The standing with the words it rests on.
    fn standing(&self, at: u16, months: u32, on: NaiveDate) -> (Standing, Vec<Event>) {
        let (left, mut events) = self.counts(at);
        events.retain(|e| e.day <= on);
        let mut standing = standing(&events, months, on);
        let is_word = |e: &&Event| {
            let levels = [Kind::Confirmed, Kind::Recognised, Kind::Accepted];
            e.kind == Kind::Revoked || levels.contains(&e.kind) && e.level.is_some()
        };
        let words = match events.iter().rfind(is_word) {
            Some(word) => vec![*word],
            None => left.words,
        };
        if !events.iter().any(|e| e.kind == Kind::SelfAssessment) {
            standing.self_level = left.self_level;
        }
        if !events.iter().any(|e| [Kind::Exempted, Kind::ExemptionEnded].contains(&e.kind)) {
            standing.exempt = left.exempt;
        }
        if standing.exempt && left.exempt {
            // Of what is not asked anyway nothing can be claimed.
            standing.claimed_on = None;
        }
        standing.assessed |= left.assessed;
        standing.confirmed = together(&words, months, on);
        let revoked = standing.confirmed == Confirmed::Revoked;
        standing.revoked_on = words.iter().map(|word| word.day).max().filter(|_| revoked);
        (standing, words)
    }

    pub fn stands(&self, at: u16, on: NaiveDate) -> Standing {
        self.standing(at, self.competencies[usize::from(at)].refresh_months, on).0
    }
}

/// The lowest level and the earliest due date; recognised if any is.
fn together(words: &[Event], months: u32, on: NaiveDate) -> Confirmed {
    let each = words.iter().map(|word| standing([word], months, on).confirmed);
    let mut all: Option<(Level, Vec<Kind>, NaiveDate, NaiveDate)> = None;
    for one in each {
        let Confirmed::At { level, kind, made_on, due_on } = one else {
            return Confirmed::Revoked;
        };
        let (lowest, mut kinds, first, due) = all.unwrap_or((level, vec![], made_on, due_on));
        kinds.push(kind);
        all = Some((lowest.min(level), kinds, first.min(made_on), due.min(due_on)));
    }
    let Some((level, kinds, made_on, due_on)) = all else { return Confirmed::Never };
    let any = [Kind::Recognised, Kind::Confirmed].into_iter().find(|kind| kinds.contains(kind));
    Confirmed::At { level, kind: any.unwrap_or(Kind::Accepted), made_on, due_on }
}
