//! Why a figure changed from one day to another: the parts, and who is behind each, as far as the asker may see them by name.

mod who_is_due; // what the asker can do about what expired

use super::ask::Ask;
use super::one_figure::{OneFigure, may_read};
use super::people::digest;
use super::ranked::other_day;
use super::{authorise, counting, left_out};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::viewings;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::coverage::address::CoverageAddress;
use domain::coverage::change::can_be_compared_with;
use domain::coverage::explain::views::{ChangePage, PartLine, PersonBehind, Seen};
use domain::coverage::explain::{
    Change, Changed, Formula, PartOfChange, Step, canonical_change, explain_change,
};
use domain::coverage::views::Measure;
use who_is_due::who_is_due;

/// So many people are named behind one part: more are found in the rows of narrower units.
const NAMED_MOST: usize = 50;

/// What a page asks for: a figure, and since when it changed.
#[derive(Clone, Debug)]
pub struct ChangeAsk {
    /// Filters, date and `within`, the code of the unit; the others are set from what follows.
    pub ask: Ask,
    /// The code of a domain or competency; everything asked when `None`.
    pub item: Option<String>,
    /// The other day; a quarter before when `None`.
    pub compared_with: Option<NaiveDate>,
    /// Told where it is a sum over people; else the headline is.
    pub measure: Measure,
    /// The digest of an answer that a link keeps.
    pub answer: Option<String>,
}

impl ChangeAsk {
    /// What a page's address asks, on that day or else today.
    pub fn of(address: CoverageAddress, today: NaiveDate) -> Self {
        let (item, measure) = (address.item.clone(), address.measure());
        let (compared_with, answer) = (address.compared_with, address.answer.clone());
        Self { ask: Ask::of(address, today), item, compared_with, measure, answer }
    }
}

/// Why the figure of the later of the two days is another than that of the earlier one was. The list of those behind it is noted once,
/// with its query.
///
/// # Errors
/// Refuses a comparison with a day to come; units and items that the asker may not see, as not found.
pub async fn change(ctx: &Ctx, asked: ChangeAsk) -> Result<ChangePage> {
    authorise(ctx)?;
    let (measure, kept, facts) = (asked.measure, asked.answer.clone(), ctx.facts().await?);
    let (one, since) = between(ctx, &facts, asked)?;
    viewings::note_list(ctx, &format!("{} compared_with={since}", one.noted())).await?;
    let asker = ctx.clone();
    counting(&facts, move |facts| {
        let change = explain_change(facts, one.figure(), since);
        told(&asker, facts, (one, kept), (change, measure))
    })
    .await
}

/// The same change by itself, of which nobody is named.
///
/// # Errors
/// As [`change`].
pub(super) async fn explained(ctx: &Ctx, asked: ChangeAsk) -> Result<(OneFigure, Change)> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let (one, since) = between(ctx, &facts, asked)?;
    counting(&facts, move |facts| {
        let change = explain_change(facts, one.figure(), since);
        (one, change)
    })
    .await
}

/// The figure as at the later of the two days that are asked about, and the earlier one.
fn between(ctx: &Ctx, facts: &Facts, asked: ChangeAsk) -> Result<(OneFigure, NaiveDate)> {
    let ChangeAsk { ask, item, compared_with, .. } = asked;
    let other = other_day(compared_with, ask.as_at, ctx.today);
    can_be_compared_with(other, ctx.today)?;
    let (since, until) = (other.min(ask.as_at), other.max(ask.as_at));
    let ask = (Ask { as_at: until, ..ask }, Some(since));
    let one = OneFigure::of(ctx, facts, ask, item.as_deref())?;
    Ok((one, since))
}

fn told(
    ctx: &Ctx,
    facts: &Facts,
    (one, kept): (OneFigure, Option<String>),
    (change, shown): (Change, Measure),
) -> ChangePage {
    let answer = digest(&canonical_change(facts, one.figure(), &change));
    let measure = Formula::of_change(one.query.item, shown);
    let steps = change.parts.iter().zip(change.steps(measure));
    let (moved, unmoved): (Vec<_>, Vec<_>) = steps.partition(|(part, _)| part.people > 0);
    let parts = moved.into_iter().map(|(part, step)| line(ctx, facts, (part, step), &change));
    ChangePage {
        since: change.since,
        until: change.until,
        is_future: change.until > ctx.today,
        measure,
        sentence: change.sentence(measure),
        points: change.points(measure),
        caution: change.caution(),
        parts: parts.collect(),
        unmoved: unmoved.into_iter().map(|(part, _)| titled(part, &change)).collect(),
        not_shared: left_out(facts, &one.query),
        due: who_is_due(ctx, facts, (&one, &change)),
        unit: one.named,
        item: one.item,
        domain: one.domain,
        is_kept: kept.map(|kept| kept == answer),
        answer,
    }
}

fn line(
    ctx: &Ctx,
    facts: &Facts,
    (part, step): (&PartOfChange, Step),
    change: &Change,
) -> PartLine {
    let of_each = part.pairs.chunk_by(|one, other| one.person == other.person);
    let behind = of_each.filter_map(|pairs| {
        let person = pairs.first()?.person;
        may_read(ctx, facts, person).then(|| (facts.name_of(person), person, pairs))
    });
    let mut behind: Vec<_> = behind.collect();
    behind.sort_by(|(a, one, _), (b, other, _)| (a, one).cmp(&(b, other)));
    let hidden = part.people.saturating_sub(behind.len());
    let named = behind.into_iter().take(NAMED_MOST).map(|(name, id, pairs)| {
        let changes = pairs.iter().map(|changed| in_words(facts, changed)).collect();
        PersonBehind { id, name, changes }
    });
    PartLine {
        step,
        title: titled(part, change),
        told: part.sentences(facts, (change.since, change.of_group)),
        people: Seen { all: part.people, hidden },
        named: named.collect(),
    }
}

fn titled(part: &PartOfChange, change: &Change) -> String {
    part.part.titled(change.of_group).to_owned()
}

/// `RSK-1 Ask about risk: no longer met`.
fn in_words(facts: &Facts, changed: &Changed) -> String {
    let competency = facts.competencies.get(usize::from(changed.competency));
    let named = competency.map(|of| format!("{} {}: ", of.code, of.title)).unwrap_or_default();
    named + changed.words()
}
