//! Why a figure is what it is: its rule with its numbers, and its people; those whose record the asker may read by name, the others
//! as a number.

use super::ask::Ask;
use super::one_figure::{OneFigure, may_read};
use super::ranked::other_day;
use super::{authorise, counting, left_out};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::viewings;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::coverage::address::CoverageAddress;
use domain::coverage::explain::views::{FigureLine, FigurePage, FigurePerson, Seen};
use domain::coverage::explain::{
    ANSWER_DIGITS, Asking, Explained, Explanation, LeftOut, canonical, explain,
};
use domain::coverage::views::Heading;
use domain::organisations::TeamIndex;
use domain::paging::Paged;
use domain::people::RoleIndex;
use sha2::{Digest, Sha256};

/// What a page asks for: a figure, and which of its people.
#[derive(Clone, Debug)]
pub struct FigureAsk {
    /// Filters, date and `within`, the code of the unit; the others are set from what follows.
    pub ask: Ask,
    /// The code of a domain or competency; everything asked when `None`.
    pub item: Option<String>,
    /// Which page of the people, counted from 1.
    pub page: usize,
    /// The digest of an answer that a link keeps.
    pub answer: Option<String>,
}

impl FigureAsk {
    /// What a page's address asks, on that day or else today, from the first person where it names no page.
    pub fn of(address: CoverageAddress, today: NaiveDate) -> Self {
        let (item, answer) = (address.item.clone(), address.answer.clone());
        let page = address.page.unwrap_or(1);
        Self { ask: Ask::of(address, today), item, page, answer }
    }
}

/// Everyone in the figure or beside it, with why. The list is noted once, with its query.
///
/// # Errors
/// Refuses units, items and figures that the asker may not see as not found.
pub async fn people(ctx: &Ctx, asked: FigureAsk) -> Result<FigurePage> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let FigureAsk { ask, item, page, answer } = asked;
    let one = OneFigure::of(ctx, &facts, (ask, None), item.as_deref())?;
    viewings::note_list(ctx, &one.noted()).await?;
    let asker = ctx.clone();
    counting(&facts, move |facts| told(&asker, facts, one, (page, answer.as_deref()))).await
}

fn told(
    ctx: &Ctx,
    facts: &Facts,
    one: OneFigure,
    (page, kept): (usize, Option<&str>),
) -> FigurePage {
    let explanation = explain(facts, one.figure());
    let answer = digest(&canonical(facts, one.figure(), &explanation));
    let formulas = explanation.formulas(one.query.item);
    let Explanation { versions, counted, left_out: beside } = explanation;
    let counted = counted.into_iter().map(|explained| (explained, None)).collect();
    let beside = beside.into_iter().map(|(explained, why)| (explained, Some(why))).collect();
    let (mut people, counted) = by_name(ctx, facts, counted);
    let (others, beside) = by_name(ctx, facts, beside);
    people.extend(others);
    FigurePage {
        as_at: one.query.as_at,
        versions,
        formulas,
        counted,
        left_out: beside,
        people: Paged::of(people, page).map(|named| person(facts, named)),
        not_shared: left_out(facts, &one.query),
        is_kept: kept.map(|kept| kept == answer),
        quarter: other_day(None, one.query.as_at, ctx.today),
        answer,
        unit: one.named,
        item: one.item,
        domain: one.domain,
    }
}

/// The first digits of the SHA-256 of an answer.
pub(super) fn digest(answer: &str) -> String {
    let bytes = Sha256::digest(answer);
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.chars().take(ANSWER_DIGITS).collect()
}

/// Somebody in a figure, or beside it for a reason.
type InOrBeside = (Explained, Option<LeftOut>);

/// Those whose names the asker may see, by name, and how many all are.
fn by_name(ctx: &Ctx, facts: &Facts, all: Vec<InOrBeside>) -> (Vec<(String, InOrBeside)>, Seen) {
    let many = all.len();
    let is_read = |(explained, _): &InOrBeside| may_read(ctx, facts, explained.person);
    let read = all.into_iter().filter(is_read);
    let mut named: Vec<_> = read.map(|one| (facts.name_of(one.0.person), one)).collect();
    named.sort_by(|(a, one), (b, other)| (a, one.0.person).cmp(&(b, other.0.person)));
    let hidden = many - named.len();
    (named, Seen { all: many, hidden })
}

fn person(facts: &Facts, (name, (explained, left_out)): (String, InOrBeside)) -> FigurePerson {
    let Explained { person, posts, asked, .. } = explained;
    let post = |(team, role): (TeamIndex, RoleIndex)| {
        let team = facts.places.teams.get(team).map(|team| &*team.name);
        let role = facts.roles.get(role).map(|role| &*role.title);
        let words: Vec<&str> = role.into_iter().chain(team).collect();
        words.join(", ")
    };
    let asked = asked.iter().filter_map(|asking| line(facts, asking)).collect();
    let posts = posts.into_iter().map(post).collect();
    FigurePerson { id: person, name, posts, asked, left_out }
}

fn line(facts: &Facts, asking: &Asking) -> Option<FigureLine> {
    let Asking { competency, level, critical, standing, outcome } = *asking;
    let competency = facts.competencies.get(usize::from(competency))?;
    let competency = Heading { code: competency.code.clone(), title: competency.title.clone() };
    Some(FigureLine { competency, level, critical, outcome, self_level: standing.self_level })
}
