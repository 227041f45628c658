//! Who sees what of a preview: exact figures where the reader has a right to them, the rounded ones of everybody else.

use crate::ctx::Ctx;
use crate::reach::visible_teams;
use chrono::NaiveDate;
use domain::codes::Sharing;
use domain::coverage::{Facts, ItemKind, Query, ScopeKind, row_of_team};
use std::collections::BTreeSet;

pub(super) struct Sight {
    /// Whether each team is counted; all are for the command line.
    pub counted: Option<Vec<bool>>,
    /// The codes of the rows that the reader sees rounded: in them stand teams of which they see no exact figures.
    rounded: BTreeSet<String>,
    /// Organisations in no row.
    pub left_out: Vec<String>,
}

impl Sight {
    /// Of rows of a kind on a day. Counted are teams of which the reader sees exact figures anyway, and those of
    /// organisations that share figures.
    pub fn of(ctx: &Ctx, facts: &Facts, (day, rows_are): (NaiveDate, ScopeKind)) -> Self {
        let Some(own) = visible_teams(ctx, facts) else {
            return Self { counted: None, rounded: BTreeSet::new(), left_out: Vec::new() };
        };
        let shares = |organisation: usize| {
            let organisation = facts.places.organisations.get(organisation);
            organisation.is_some_and(|o| o.sharing_at(ctx.today) >= Sharing::Figures)
        };
        let teams = facts.places.teams.iter().zip(&own);
        let counted: Vec<bool> =
            teams.map(|(team, own)| *own || shares(team.organisation)).collect();
        let all =
            Query { visible: Some(counted.clone()), ..Query::new(day, rows_are, ItemKind::Domain) };
        let not_own = own.iter().enumerate().filter(|(_, own)| !**own).map(|(at, _)| at);
        let rows = not_own.filter_map(|team| row_of_team(facts, &all, team));
        let codes = rows.filter_map(|unit| facts.unit_name(unit)).map(|(code, _)| code.to_owned());
        Self {
            rounded: codes.collect(),
            left_out: left_out(facts, &counted, day),
            counted: Some(counted),
        }
    }

    /// Whether the reader sees a row's exact figures.
    pub fn is_exact(&self, row: &str) -> bool {
        !self.rounded.contains(row)
    }

    pub fn is_any_rounded(&self) -> bool {
        !self.rounded.is_empty()
    }
}

fn left_out(facts: &Facts, counted: &[bool], day: NaiveDate) -> Vec<String> {
    let teams = facts.places.teams.iter().zip(counted);
    let hidden = teams.filter(|(team, counted)| !**counted && team.open.contains(day));
    let organisations =
        hidden.filter_map(|(team, _)| facts.places.organisations.get(team.organisation));
    let names: BTreeSet<String> = organisations.map(|o| o.name.clone()).collect();
    names.into_iter().collect()
}
