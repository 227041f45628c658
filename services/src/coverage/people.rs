//! The people behind a figure: those whose record the asker may read by name, the others as a number.

use super::ask::Ask;
use super::units::{kind_of, seen};
use super::{authorise, counting, read_together};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use crate::viewings;
use chrono::NaiveDate;
use domain::coverage::cover::Item;
use domain::coverage::members::MemberAsked;
use domain::coverage::views::{Figure, FigureLine, FigurePeople, FigurePerson, Heading};
use domain::coverage::{Facts, ItemKind, Member, members};
use domain::frameworks::version_at;
use domain::ids::PersonId;
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use domain::standing::Confirmed;

/// Everyone counted in the figure of the unit that `ask.within` names, narrowed to the domain or competency with this
/// code. The list is noted once, with its query.
///
/// # Errors
/// Refuses units, items and figures that the asker may not see as not found.
pub async fn people(ctx: &Ctx, ask: Ask, item_code: &str) -> Result<FigurePeople> {
    authorise(ctx)?;
    let nothing = || Refusal::not_found("these figures");
    let known = ctx.facts().await?;
    let code = ask.within.clone().ok_or_else(nothing)?;
    let (unit, own) = seen(ctx, &known, &code)?;
    let (item, item_named) = item_with_code(&known, item_code, ask.as_at).ok_or_else(nothing)?;
    let item = match item {
        Item::Domain(_) => ItemKind::Domain,
        Item::Competency(_) => ItemKind::Competency,
    };
    let ask = &Ask { scope: kind_of(&known, unit), item, group: None, ..ask };
    // Nothing here tells of teams that are covered.
    let [figures] = read_together(ctx, [ask], false).await?;
    let facts = &figures.facts;
    let code = code.as_str();
    let row = figures.rows.iter().find(|r| r.item_code == item_code && r.scope_code == code);
    viewings::note_list(ctx, &format!("coverage in={code} item={item_code} as_at={}", ask.as_at))
        .await?;
    let (query, asked) = (figures.query.clone(), item_code.to_owned());
    let counted =
        counting(facts, move |facts| members(facts, &query, unit, None, Some(&asked))).await?;
    let (named, hidden): (Vec<Member>, Vec<Member>) =
        counted.into_iter().partition(|member| may_read(ctx, facts, member.person));
    let mut people: Vec<FigurePerson> = named
        .into_iter()
        .map(|member| FigurePerson {
            id: member.person,
            name: facts.name_of(member.person),
            asked: member.asked.iter().filter_map(|asked| line(facts, ask, asked)).collect(),
        })
        .collect();
    people.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(FigurePeople {
        as_at: ask.as_at,
        unit: own,
        item: item_named,
        figure: row.map(Figure::from),
        people,
        hidden: hidden.len(),
    })
}

/// Whether the asker may read somebody's record, and so their name in a list.
pub(super) fn may_read(ctx: &Ctx, facts: &Facts, person: PersonId) -> bool {
    let posts = subject_posts(ctx, facts, person);
    may(&ctx.actor, Action::ReadRecord, Resource::Person { person, posts: &posts })
}

/// The domain or competency with this code, as it is called on a day; as it was called first where that day has none.
pub(super) fn item_with_code(facts: &Facts, code: &str, day: NaiveDate) -> Option<(Item, Heading)> {
    let version = version_at(&facts.versions, day);
    let named = |item: Item| {
        let title = facts.title_of(&item, version).or_else(|| facts.title_of(&item, None))?;
        let heading = Heading { code: code.to_owned(), title: title.to_owned() };
        Some((item, heading))
    };
    let items = [Item::Domain(code.to_owned()), Item::Competency(code.to_owned())];
    items.into_iter().find_map(named)
}

fn line(facts: &Facts, ask: &Ask, asked: &MemberAsked) -> Option<FigureLine> {
    let competency = facts.competencies.get(usize::from(asked.competency))?;
    let standing = asked.standing;
    let (confirmed, due_on) = match standing.confirmed {
        Confirmed::At { level, kind, due_on, .. } => (Some((level, kind)), Some(due_on)),
        Confirmed::Never | Confirmed::Revoked => (None, None),
    };
    Some(FigureLine {
        competency: Heading { code: competency.code.clone(), title: competency.title.clone() },
        level: asked.level,
        critical: asked.critical,
        status: (!standing.exempt).then(|| standing.status(asked.level, ask.as_at)),
        confirmed,
        due_on,
        self_level: standing.self_level,
    })
}
