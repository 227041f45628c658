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
    /// The code of the domain that the item is, or lies in.
    pub domain: Option<String>,
    pub query: Query,
}

impl OneFigure {
    /// The figure of the unit that `ask.within` names, of the domain or competency with this code, else of everything asked. It is
    /// split by no groups. `since` is the day with which it is compared, where it is.
    ///
    /// # Errors
    /// Refuses units and items that the asker may not see, as not found.
    pub fn of(
        ctx: &Ctx,
        facts: &Facts,
        (ask, since): (Ask, Option<NaiveDate>),
        item: Option<&str>,
    ) -> Result<Self> {
        let nothing = || Refusal::not_found("these figures");
        let code = ask.within.as_deref().ok_or_else(nothing)?;
        let days = [ask.as_at, since.unwrap_or(ask.as_at)];
        let (unit, named) = seen(ctx, facts, (code, &days))?;
        let known = |code| item_with_code(facts, code, ask.as_at).ok_or_else(nothing);
        let found = item.map(known).transpose()?;
        let domain = found.as_ref().and_then(|(item, _)| domain_of(facts, item, ask.as_at));
        let (kind, item) = match found {
            Some((Item::Domain(_), named)) => (ItemKind::Domain, Some(named)),
            Some((Item::Competency(_), named)) => (ItemKind::Competency, Some(named)),
            None => (ItemKind::All, None),
        };
        let ask = Ask { scope: kind_of(facts, unit), item: kind, group: None, ..ask };
        let query = Query { visible: visible_teams(ctx, facts), ..ask.query(facts)? };
        Ok(Self { unit, named, item, domain, query })
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

/// The code of the domain that an item is, or lies in: where its figures are shown beside those of its like.
pub(super) fn domain_of(facts: &Facts, item: &Item, day: NaiveDate) -> Option<String> {
    let code = match item {
        Item::Domain(code) => return Some(code.clone()),
        Item::Competency(code) => code,
    };
    let version = version_at(&facts.versions, day);
    let called_so = move || facts.competencies.iter().filter(move |of| of.code == *code);
    let found = called_so().find(|of| Some(of.version) == version).or_else(|| called_so().next());
    found.and_then(|of| facts.domains.get(of.domain)).map(|domain| domain.code.clone())
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
