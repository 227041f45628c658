//! What a page of figures is about: the unit that the asker looks at, and what it can be broken into.

use super::Ask;
use super::units::{above, kind_of, narrower, organisations_in, seen, tops};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::views::{Heading, Surroundings};
use domain::coverage::{Facts, ScopeKind, Unit};

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
    /// Those with a team in the unit that the asker may see, by name.
    organisations: Vec<Heading>,
}

impl Subject {
    /// The unit that `ask` names, or where the asker begins, with the rows that are asked for where it has such. `None` where the
    /// installation has no area, organisation or team yet with which to begin.
    ///
    /// # Errors
    /// Refuses units in which the asker may see nothing, as not found.
    pub fn of(
        ctx: &Ctx,
        facts: &Facts,
        ask: &Ask,
        rows: Option<ScopeKind>,
    ) -> Result<Option<Self>> {
        let tops = tops(ctx, facts);
        let code = ask.within.as_deref().or_else(|| tops.first().map(|top| &*top.code));
        let Some(code) = code else { return Ok(None) };
        let (unit, heading) = seen(ctx, facts, (code, &[ask.as_at]))?;
        let kind = kind_of(facts, unit);
        let rows_could_be = narrower(facts, unit);
        let rows_are =
            rows.filter(|r| rows_could_be.contains(r)).or(rows_could_be.first().copied());
        let rows_are = rows_are.unwrap_or(kind);
        let organisations = organisations_in(ctx, facts, (unit, ask.as_at));
        Ok(Some(Self { tops, unit, heading, kind, rows_are, rows_could_be, organisations }))
    }

    /// What stands around the unit at a day, for its page of one domain or of all.
    pub fn around(
        &self,
        facts: &Facts,
        (day, domain): (NaiveDate, Option<Heading>),
        left_out: Vec<String>,
    ) -> Surroundings {
        Surroundings {
            above: above(&self.tops, facts, self.unit, day),
            unit: self.heading.clone(),
            domain,
            tops: self.tops.clone(),
            organisations: self.organisations.clone(),
            left_out,
        }
    }

    /// Whether there is anything below the whole.
    pub fn has_parts(&self) -> bool {
        !self.rows_could_be.is_empty()
    }
}
