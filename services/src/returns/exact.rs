//! Where the exact figures behind a published row are, for whoever may see them.

use crate::coverage::unit_with_code;
use crate::ctx::Ctx;
use crate::reach::visible_teams;
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use domain::coverage::{Facts, GroupBy, ItemKind, Query, ScopeKind, is_asked_about};
use domain::returns::{Part, RowKey};

/// What one asker sees of the exact figures behind a return.
pub(super) struct ExactFigures<'a> {
    facts: &'a Facts,
    /// All teams that they see today.
    seen: Query,
    /// The reference date.
    day: NaiveDate,
}

impl<'a> ExactFigures<'a> {
    pub(super) fn of_day(ctx: &Ctx, facts: &'a Facts, day: NaiveDate) -> Self {
        let seen = Query {
            visible: visible_teams(ctx, facts),
            ..Query::new(ctx.today, ScopeKind::Team, ItemKind::All)
        };
        Self { facts, seen, day }
    }

    /// The page of coverage with the exact figures of a row; `None` where the asker sees nothing there.
    pub(super) fn of(&self, row: &RowKey) -> Option<CoverageAddress> {
        let within = unit_with_code(self.facts, &row.code);
        let query = Query { within: Some(within?), ..self.seen.clone() };
        let mut teams = 0..self.facts.places.teams.len();
        let sees_any = teams.any(|team| is_asked_about(self.facts, &query, team));
        sees_any.then(|| self.address(row))
    }

    fn address(&self, row: &RowKey) -> CoverageAddress {
        let whole = CoverageAddress { as_at: Some(self.day), ..CoverageAddress::default() };
        let whole = whole.of_unit(&row.code);
        match &row.part {
            Part::Everybody => whole,
            Part::Setting(setting) => CoverageAddress { setting: Some(*setting), ..whole },
            Part::CareLevel(level) => CoverageAddress { care_level: Some(*level), ..whole },
            Part::GpWorkforce(_) => CoverageAddress { group: Some(GroupBy::GpWorkforce), ..whole },
            Part::Esr(_) => CoverageAddress { group: Some(GroupBy::Esr), ..whole },
            Part::Role(_) => CoverageAddress { group: Some(GroupBy::Role), ..whole },
        }
    }
}
