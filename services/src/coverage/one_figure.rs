//! One figure that an asker wants explained: of a unit in which they see figures, and an item.

use super::ask::Ask;
use super::units::{kind_of, seen};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::{subject_posts, visible_teams};
use chrono::NaiveDate;
use domain::coverage::cover::Item;
use domain::coverage::explain::Figure;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, ItemKind, Query, Unit};
use domain::frameworks::version_at;
use domain::ids::PersonId;
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;

/// Counted from the teams whose exact figures the asker may see.
pub(super) struct OneFigure {
    unit: Unit,
    pub named: Heading,
    /// None where it is everything asked.
    pub item: Option<Heading>,
    pub query: Query,
}

impl OneFigure {
    /// The figure of the unit that `ask.within` names, of the domain or competency with this code, else of everything asked. It is
    /// split by no groups.
    ///
    /// # Errors
    /// Refuses units and items that the asker may not see, as not found.
    pub fn of(ctx: &Ctx, facts: &Facts, ask: Ask, item: Option<&str>) -> Result<Self> {
        let nothing = || Refusal::not_found("these figures");
        let code = ask.within.as_deref().ok_or_else(nothing)?;
        let (unit, named) = seen(ctx, facts, code)?;
        let known = |code| item_with_code(facts, code, ask.as_at).ok_or_else(nothing);
        let (kind, item) = match item.map(known).transpose()? {
            Some((Item::Domain(_), named)) => (ItemKind::Domain, Some(named)),
            Some((Item::Competency(_), named)) => (ItemKind::Competency, Some(named)),
            None => (ItemKind::All, None),
        };
        let ask = Ask { scope: kind_of(facts, unit), item: kind, group: None, ..ask };
        let query = Query { visible: visible_teams(ctx, facts), ..ask.query(facts)? };
        Ok(Self { unit, named, item, query })
    }

    pub fn figure(&self) -> Figure<'_> {
        Figure { query: &self.query, unit: self.unit, group: None, item_code: self.item_code() }
    }

    /// `all` where it is everything asked.
    pub fn item_code(&self) -> &str {
        self.item.as_ref().map_or("all", |item| &*item.code)
    }

    /// What is noted of whoever looks at its people.
    pub fn noted(&self) -> String {
        let (unit, item) = (&self.named.code, self.item_code());
        format!("coverage in={unit} item={item} as_at={}", self.query.as_at)
    }
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
