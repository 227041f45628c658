//! What a page of figures is about: the unit that the asker looks at, and what it can be broken into.

use super::units::{above, kind_of, narrower, sees_any, tops};
use super::{PageAsk, unit_with_code};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, ScopeKind, Unit};
use domain::refusal::Refusal;

pub(super) struct Subject {
    /// Where the asker's figures begin.
    pub tops: Vec<Heading>,
    pub unit: Unit,
    pub heading: Heading,
    pub kind: ScopeKind,
    /// What the rows below the whole stand for; the unit itself where it is made of nothing.
    pub rows_are: ScopeKind,
    /// What they could stand for.
    pub rows_could_be: Vec<ScopeKind>,
}

impl Subject {
    /// The unit that a page asks for, or where the asker begins. `None` where the installation has no area, organisation or team
    /// yet with which to begin.
    ///
    /// # Errors
    /// Refuses units in which the asker may see nothing, as not found.
    pub fn of(ctx: &Ctx, facts: &Facts, page: &PageAsk) -> Result<Option<Self>> {
        let tops = tops(ctx, facts);
        let code = page.ask.within.clone().or_else(|| tops.first().map(|top| top.code.clone()));
        let Some(code) = code else { return Ok(None) };
        let unit = unit_with_code(facts, &code).filter(|unit| sees_any(ctx, facts, *unit));
        let unit = unit.ok_or_else(|| Refusal::not_found("these figures"))?;
        let kind = kind_of(facts, unit);
        let rows_could_be = narrower(kind);
        let rows_are =
            page.rows.filter(|r| rows_could_be.contains(r)).or(rows_could_be.first().copied());
        let rows_are = rows_are.unwrap_or(kind);
        let title = facts.unit_name(unit).map_or_else(String::new, |(_, name)| name.to_owned());
        let heading = Heading { code, title };
        Ok(Some(Self { tops, unit, heading, kind, rows_are, rows_could_be }))
    }

    /// What the unit lies in at a day.
    pub fn above(&self, facts: &Facts, day: NaiveDate) -> Vec<Heading> {
        above(&self.tops, facts, self.unit, day)
    }

    /// Whether there is anything below the whole.
    pub fn has_parts(&self) -> bool {
        !self.rows_could_be.is_empty()
    }
}
