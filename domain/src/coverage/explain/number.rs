//! Why a figure is what it is: everybody who counts in it with what is asked of them, and everybody who does not, with the reason.

use super::left_out::Filters;
use super::{Figure, Formula, LeftOut, Outcome, Versions};
use crate::codes::JudgementKind;
use crate::coverage::row::Counts;
use crate::coverage::standings::{Known, Standings};
use crate::coverage::tally::{self, Frame};
use crate::coverage::{Facts, ItemKind, Person};
use crate::dates::days_after;
use crate::frameworks::Level;
use crate::ids::PersonId;
use crate::organisations::TeamIndex;
use crate::people::{RoleIndex, Terms};
use crate::requirements::{Asked, CompetencyIndex};
use crate::standing::Standing;
use chrono::NaiveDate;

/// One competency that is asked of somebody, and what comes of it.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    pub competency: CompetencyIndex,
    /// The highest that is asked over their posts in the row.
    pub level: Level,
    pub critical: bool,
    pub standing: Standing,
    pub outcome: Outcome,
}

/// One person in or beside a figure.
#[derive(Clone, Debug)]
pub struct Explained {
    pub person: PersonId,
    /// The posts by which they count, or for which they do not.
    pub posts: Vec<(TeamIndex, RoleIndex)>,
    /// What they add to the figure: all shares together are its row.
    pub share: Counts,
    /// By competency; exempt ones among them.
    pub asked: Vec<Asking>,
}

/// What is behind one figure.
#[derive(Clone, Debug)]
pub struct Explanation {
    pub versions: Versions,
    /// Those who are asked something, by their ids.
    pub counted: Vec<Explained>,
    /// Those who are not counted, and why, by their ids.
    pub left_out: Vec<(Explained, LeftOut)>,
}

impl Explanation {
    /// The figure's numbers, counted from the people.
    pub fn counts(&self) -> Counts {
        let beside = self.left_out.iter().map(|(explained, _)| explained);
        self.counted.iter().chain(beside).fold(Counts::default(), |mut counts, explained| {
            counts.take(&explained.share);
            counts
        })
    }

    /// The headline of a figure of an item and what stands beside it, each with its numbers.
    pub fn formulas(&self, item: ItemKind) -> Vec<Formula> {
        let counts = self.counts();
        Formula::measures(item).iter().map(|measure| Formula::of(counts, *measure)).collect()
    }
}

/// Explains a figure; nobody is in it where no framework was ever published.
///
/// Its counts are those of its row in [`crate::coverage::coverage`], which has no such row where nobody is asked anything.
pub fn explain(facts: &Facts, figure: Figure<'_>) -> Explanation {
    let versions = Versions::of(facts, figure.query);
    let mut explanation = Explanation { versions, counted: Vec::new(), left_out: Vec::new() };
    let unfiltered = Filters::unfiltered(figure.query);
    let frames = Frame::new(facts, figure.query).zip(Frame::new(facts, &unfiltered));
    let (Some((frame, everybody)), Some(mut standings)) = (frames, Standings::new(facts)) else {
        return explanation;
    };
    let asks =
        Asks { frame: frame.only(figure.item_code), filters: Filters::new(figure, everybody) };
    for person in &facts.people {
        standings.turn_to(person, figure.query.as_at, asks.frame.version);
        match asks.explain(figure, person, standings.known()) {
            Some((explained, None)) => explanation.counted.push(explained),
            Some((explained, Some(why))) => explanation.left_out.push((explained, why)),
            None => {}
        }
    }
    explanation
}

/// What is asked in the figure, and of whom it is not.
struct Asks<'f> {
    frame: Frame<'f>,
    filters: Filters<'f>,
}

impl Asks<'_> {
    /// One person, with why they do not count; none where they have nothing to do with the figure.
    fn explain(
        &self,
        figure: Figure<'_>,
        person: &Person,
        known: &Known,
    ) -> Option<(Explained, Option<LeftOut>)> {
        let (chosen, away) = self.frame.place(person);
        let key = &(figure.unit, figure.group);
        if let Some(posts) = chosen.get(key) {
            let asked = self.frame.asked_of_posts(posts);
            let explained = Explained {
                share: tally::share(&self.frame, known, posts, &asked),
                asked: self.askings(person, known, &asked),
                ..nothing_of(person, posts)
            };
            let why = if asked.is_empty() {
                Some(LeftOut::NothingAsked)
            } else {
                (explained.share.requirements == 0).then_some(LeftOut::Exempt)
            };
            return Some((explained, why));
        }
        let reasons = person.posts.iter().filter_map(|post| self.filters.why(post));
        let reasons: Vec<(LeftOut, &Terms)> = reasons.collect();
        let why = reasons.iter().map(|(why, _)| *why).min()?;
        let of_it = reasons.iter().filter(|(reason, _)| *reason == why).map(|(_, terms)| *terms);
        let mut explained = nothing_of(person, &of_it.collect::<Vec<_>>());
        let Some(posts) = away.get(key) else { return Some((explained, Some(why))) };
        // Whoever is away is counted as such only where they would be asked something.
        let asked = self.frame.asked_of_posts(posts);
        explained.asked = self.askings(person, known, &asked);
        let is_open = |asking: &Asking| !asking.outcome.is_exempt();
        let would_count = explained.asked.iter().any(is_open);
        explained.share.not_in_scope = u32::from(would_count);
        let why = match (would_count, asked.is_empty()) {
            (true, _) => why,
            (false, true) => LeftOut::NothingAsked,
            (false, false) => LeftOut::Exempt,
        };
        Some((explained, Some(why)))
    }

    fn askings(&self, person: &Person, known: &Known, asked: &[Asked]) -> Vec<Asking> {
        let day = self.frame.query.as_at;
        let asking = |asked: &Asked| {
            let Asked { competency, level, critical } = *asked;
            let standing = *known.of(competency);
            let outcome = match standing.exempt {
                true => exempt(self.frame.facts, person, competency, day),
                false => Outcome::of(*asked, &standing, day),
            };
            Asking { competency, level, critical, standing, outcome }
        };
        asked.iter().map(asking).collect()
    }
}

fn nothing_of(person: &Person, posts: &[&Terms]) -> Explained {
    let posts = posts.iter().map(|terms| (terms.team, terms.role)).collect();
    Explained { person: person.id, posts, share: Counts::default(), asked: Vec::new() }
}

/// Since when somebody is exempt, and until when where its end is on record, with what was said in earlier versions.
fn exempt(facts: &Facts, person: &Person, at: CompetencyIndex, day: NaiveDate) -> Outcome {
    let carried = facts.competencies.get(usize::from(at)).map(|of| &of.carried);
    let counts =
        |said: CompetencyIndex| said == at || carried.is_some_and(|carried| carried.counts(said));
    let of = |kind: JudgementKind| {
        let events = person.judgements.iter().filter(move |event| event.kind == kind);
        events.filter(|event| counts(event.competency)).map(|event| event.day)
    };
    let since = of(JudgementKind::Exempted).filter(|on| *on <= day).max();
    let ended = of(JudgementKind::ExemptionEnded).filter(|on| *on > day).min();
    Outcome::Exempt { since, until: ended.map(|on| days_after(on, -1)) }
}
