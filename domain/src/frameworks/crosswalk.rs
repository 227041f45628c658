//! What a competency of a new version takes over from the versions before it, computed from the crosswalk and never
//! written as judgements (rules, section 2).

use super::{Version, in_order};
use crate::codes::{CrosswalkRelation, JudgementKind};
use crate::requirements::CompetencyIndex;
use crate::standing::{Event, Heard, Standing, Word};
use chrono::NaiveDate;

/// One answer of a crosswalk: what becomes of an old competency. A split is an answer for each of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub old: CompetencyIndex,
    pub relation: CrosswalkRelation,
    /// The editor wants levels asked again, whatever the relation would carry.
    pub asked_again: bool,
    /// None where it is retired.
    pub new: Option<CompetencyIndex>,
}

/// What one competency takes over. By default nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Competencies of earlier versions whose judgements are heard as if they had been said of this one, oldest first.
    heard: Vec<HeardFrom>,
    /// What came before all that is heard.
    merge: Option<Box<Merge>>,
    /// Every earlier competency that led here, whether its levels are carried or asked again.
    pub earlier: Vec<CompetencyIndex>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct HeardFrom {
    competency: CompetencyIndex,
    /// Whether requests and claims are carried too.
    open_questions: bool,
}

/// Several competencies made one. Whether all are held is decided once, on the first day of the new version.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Merge {
    day: NaiveDate,
    /// That of the competency they became.
    refresh_months: u32,
    of: Vec<(CompetencyIndex, Carried)>,
}

/// A competency as the crosswalk looks at it.
#[derive(Clone, Copy, Debug)]
pub struct Crossed {
    /// The position of its version.
    pub version: usize,
    pub refresh_months: u32,
}

/// What each competency takes over, in their order. Answers count from each version to the next one published; where
/// several competencies lead to one and not all are said to merge, they are taken to.
pub fn carried(versions: &[Version], competencies: &[Crossed], answers: &[Answer]) -> Vec<Carried> {
    let mut known: Vec<Carried> = vec![Carried::default(); competencies.len()];
    let order = in_order(versions);
    for pair in order.windows(2) {
        let &[before, version] = pair else { continue };
        let day = versions.get(version).and_then(|v| v.published_from).unwrap_or(NaiveDate::MIN);
        let of = |at: CompetencyIndex| competencies.get(usize::from(at)).map(|c| c.version);
        let from_before: Vec<&Answer> =
            answers.iter().filter(|answer| of(answer.old) == Some(before)).collect();
        for (at, competency) in competencies.iter().enumerate() {
            if competency.version == version {
                let led_here: Vec<&Answer> = from_before
                    .iter()
                    .filter(|answer| answer.new.map(usize::from) == Some(at))
                    .copied()
                    .collect();
                let taken = taken_over(&led_here, &known, day, competency.refresh_months);
                known.get_mut(at).into_iter().for_each(|known| known.clone_from(&taken));
            }
        }
    }
    known
}

fn taken_over(
    led_here: &[&Answer],
    known: &[Carried],
    day: NaiveDate,
    refresh_months: u32,
) -> Carried {
    let of = |at: CompetencyIndex| known.get(usize::from(at)).cloned().unwrap_or_default();
    let earlier = led_here.iter().flat_map(|answer| {
        let before = of(answer.old).earlier;
        before.into_iter().chain([answer.old])
    });
    let earlier = earlier.collect();
    let asked_again =
        |answer: &&Answer| answer.asked_again || answer.relation == CrosswalkRelation::Wider;
    match led_here {
        _ if led_here.iter().any(asked_again) => Carried { earlier, ..Carried::default() },
        [only] if only.relation != CrosswalkRelation::Merged => {
            Carried { earlier, ..of(only.old).into(**only) }
        }
        [] => Carried::default(),
        several => {
            let of = several.iter().map(|answer| (answer.old, of(answer.old))).collect();
            let merge = Some(Box::new(Merge { day, refresh_months, of }));
            Carried { merge, earlier, ..Carried::default() }
        }
    }
}

impl Carried {
    /// What a competency carried, and its own judgements, on their way into the one it became.
    fn into(mut self, answer: Answer) -> Self {
        // Of a split competency nobody can say which part a request was about.
        let one_to_one = answer.relation != CrosswalkRelation::Split;
        self.heard.push(HeardFrom { competency: answer.old, open_questions: true });
        for from in &mut self.heard {
            from.open_questions &= one_to_one;
        }
        self
    }

    /// Whether nothing was ever said elsewhere that counts here.
    pub const fn is_nothing(&self) -> bool {
        self.heard.is_empty() && self.merge.is_none()
    }

    /// Whether what was said in an earlier competency is carried into this one; in a merge, as far as all are held.
    pub fn counts(&self, earlier: CompetencyIndex) -> bool {
        let merged = self.merge.iter().flat_map(|merge| &merge.of);
        self.heard.iter().any(|from| from.competency == earlier)
            || merged.into_iter().any(|(at, carried)| *at == earlier || carried.counts(earlier))
    }

    /// Whether a level held in an earlier competency is held in this one by itself; in a merge it takes all of them.
    pub fn takes_over(&self, earlier: CompetencyIndex) -> bool {
        self.heard.iter().any(|from| from.competency == earlier)
    }

    /// Whether a request or claim made in an earlier competency is open here.
    pub fn takes_questions_of(&self, earlier: CompetencyIndex) -> bool {
        self.heard.iter().any(|from| from.competency == earlier && from.open_questions)
    }

    /// The standing at `day` in the competency at `at`: what was carried, and what was said under each version since.
    /// `said` gives a person's judgements of one competency, in order of day, then recording.
    pub fn standing<'a>(
        &self,
        at: CompetencyIndex,
        refresh_months: u32,
        said: &impl Fn(CompetencyIndex) -> &'a [Event],
        day: NaiveDate,
    ) -> Standing {
        self.hear(at, said, day).standing(refresh_months, day)
    }

    /// The judgements that the confirmed level at `day` rests on: the last word or, where several became one, theirs. The
    /// rest is as for [`Carried::standing`].
    pub fn rests_on<'a>(
        &self,
        at: CompetencyIndex,
        said: &impl Fn(CompetencyIndex) -> &'a [Event],
        day: NaiveDate,
    ) -> Vec<&'a Event> {
        match self.hear(at, said, day).last_word {
            None => Vec::new(),
            Some(Word::Said(event)) => vec![event],
            Some(Word::Merged(_)) => {
                let merged = self.merge.iter().flat_map(|merge| {
                    merge.of.iter().map(|(at, carried)| (*at, carried, merge.day))
                });
                merged.flat_map(|(at, carried, day)| carried.rests_on(at, said, day)).collect()
            }
        }
    }

    fn hear<'a>(
        &self,
        at: CompetencyIndex,
        said: &impl Fn(CompetencyIndex) -> &'a [Event],
        day: NaiveDate,
    ) -> Heard<'a> {
        let mut heard = match &self.merge {
            Some(merge) => merge.leaves(said),
            None => Heard::default(),
        };
        let own = said(at);
        let carried = self.heard.iter().filter(|from| !said(from.competency).is_empty());
        // Nearly always one version alone has heard somebody: then its order is the order.
        match (carried.clone().count(), own.is_empty()) {
            (0, _) => heard.hear(own, day),
            (1, true) => heard.hear(carried.flat_map(|from| from.events(said)), day),
            _ => {
                let mut all: Vec<&Event> = carried.flat_map(|from| from.events(said)).collect();
                all.extend(own);
                all.sort_by_key(|event| (event.day, event.sequence));
                heard.hear(all, day);
            }
        }
        heard
    }
}

impl HeardFrom {
    fn events<'a>(
        self,
        said: &impl Fn(CompetencyIndex) -> &'a [Event],
    ) -> impl Iterator<Item = &'a Event> {
        said(self.competency).iter().filter(move |e| self.open_questions || !is_question(e.kind))
    }
}

/// A request or a claim, or an answer to one.
const fn is_question(kind: JudgementKind) -> bool {
    matches!(
        kind,
        JudgementKind::Requested
            | JudgementKind::Withdrawn
            | JudgementKind::FirstSignature
            | JudgementKind::SentBack
            | JudgementKind::ExemptionClaimed
            | JudgementKind::ExemptionDeclined
    )
}

impl Merge {
    /// What the merge leaves a person with: only what all of the old competencies have in common.
    fn leaves<'a>(&self, said: &impl Fn(CompetencyIndex) -> &'a [Event]) -> Heard<'a> {
        let mut each = self.of.iter().map(|(at, carried)| carried.hear(*at, said, self.day));
        let Some(first) = each.next() else { return Heard::default() };
        let both = |one: (Standing, Option<Word<'a>>), heard: Heard<'a>| {
            let (standing, two) = (one.0.and(&heard.standing), heard.last_word);
            let word = one.1.zip(two).and_then(|(a, b)| a.and(b, self.refresh_months, self.day));
            (standing, word)
        };
        let (common, word) = each.fold((first.standing, first.last_word), both);
        let last_word = word.filter(|word| word.stands(self.refresh_months, self.day));
        let assessed = common.assessed && (common.self_level.is_some() || last_word.is_some());
        let (self_level, exempt) = (common.self_level, common.exempt);
        Heard::left(Standing { self_level, assessed, exempt, ..Standing::default() }, last_word)
    }
}

impl Standing {
    /// What two standings have in common, but for their confirmed levels: the lower self level, exempt only if both are.
    fn and(self, other: &Self) -> Self {
        Self {
            self_level: self.self_level.zip(other.self_level).map(|(one, two)| one.min(two)),
            exempt: self.exempt && other.exempt,
            assessed: self.assessed && other.assessed,
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests;
