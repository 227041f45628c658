//! The restricted annex of a return: exact figures of its teams as a file for somebody who is named. Each time one is opened stands in the
//! log, with that name.

use super::File;
use super::stored::Stored;
use crate::audit::Entry;
use crate::change::Touches;
use crate::coverage::counting;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::reach::visible_teams;
use chrono::NaiveDate;
use domain::coverage::{Facts, is_among};
use domain::fields::{FieldErrors, guarded, required_text};
use domain::frameworks::version_at;
use domain::organisations::AreaIndex;
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use domain::returns::annex::{AnnexLine, annex as to_hand_on};
use domain::returns::recipients::NAME_MOST;
use domain::returns::rows::{ReturnRow, place_of, rows};
use domain::returns::{ReturnId, Stamp};
use std::collections::{BTreeSet, HashSet};

const WHAT: &str = "this annex";
/// What the log calls it, and of what.
pub(super) const OPENED: (&str, &str) = ("open restricted annex", "return");
/// As `AnnexLine` has them: a file without a line has a header too.
const COLUMNS: [&str; 14] = [
    "return_id",
    "reference_date",
    "framework_version",
    "team_code",
    "team_name",
    "domain_code",
    "people",
    "people_met",
    "people_met_recognised",
    "critical_people",
    "critical_people_met",
    "requirements",
    "requirements_met",
    "percent",
];

/// What the annex is made of, once it is known that the asker may open it.
struct Asked {
    id: ReturnId,
    place: AreaIndex,
    today: NaiveDate,
    /// The teams whose exact figures the asker may see; `None` where it is all of them.
    visible: Option<Vec<bool>>,
}

/// The annex of a return as at its reference date, for `to`, with everything that is known of that day now. Teams whose organisation shares
/// no figures today are left out, and the last lines name the organisations.
///
/// # Errors
/// Refuses returns that are not there, whoever neither prepares nor approves returns at the place, and whoever sees no exact figures of it,
/// as not found; and, beside `to`, a name that is missing or could identify a patient.
pub async fn annex(ctx: &Ctx, id: &ReturnId, to: &str) -> Result<File> {
    let facts = ctx.facts().await?;
    let place = open_place(ctx, &facts, id)?;
    let area = facts.places.areas.get(place).ok_or_else(|| Refusal::not_found(WHAT))?;
    Stored::read(ctx.db().read(), area, id).await?;
    let to = required_text(to, "who the annex is for", NAME_MOST);
    let to = to.map_err(|message| FieldErrors::one("to", message))?;
    let passed = ctx.guard(&[("to", to.as_str())])?;
    let content = written_out(ctx, id).await?;
    let change = ctx.change(Touches::Nothing).await?;
    let (action, subject) = OPENED;
    let entry = Entry::new(action, subject, id).note(to);
    change.commit(entry.let_through(passed)).await?;
    Ok(File { name: format!("{id}-restricted-annex.csv"), content })
}

/// Its lines, counted in their turn, from the facts as they are then.
async fn written_out(ctx: &Ctx, id: &ReturnId) -> Result<Vec<u8>> {
    let turn = ctx.services.turns.take().await?;
    let facts = ctx.facts().await?;
    let place = open_place(ctx, &facts, id)?;
    let visible = visible_teams(ctx, &facts);
    let asked = Asked { id: id.clone(), place, today: ctx.today, visible };
    let counted = counting(&facts, move |facts| {
        let _turn = turn;
        asked.content(facts)
    });
    counted.await?
}

/// The place of a return whose annex the asker may open.
pub(super) fn open_place(ctx: &Ctx, facts: &Facts, id: &ReturnId) -> Result<AreaIndex> {
    ctx.authorise_somewhere(Action::ReadFigures, WHAT)?;
    let place = place_of(facts, &id.place).ok_or_else(|| Refusal::not_found(WHAT))?;
    let located = facts.places.located_area(place);
    let may = |action| may(&ctx.actor, action, Resource::Place(&located));
    let has_a_hand = may(Action::PrepareReturn) || may(Action::ApproveReturn);
    if !(has_a_hand && may(Action::ReadFigures)) {
        return Err(Refusal::not_found(WHAT).into());
    }
    Ok(place)
}

impl Asked {
    fn content(&self, facts: &Facts) -> Result<Vec<u8>> {
        let rows = rows(facts, self.place, self.id.date);
        let (shared, mut left_out) = to_hand_on(facts, &rows, self.today);
        let visible = self.visible(facts);
        let (seen, unseen): (Vec<_>, Vec<_>) =
            shared.into_iter().partition(|row| visible.contains(row.key.code.as_str()));
        left_out.extend(unseen.into_iter().filter_map(|row| organisation(facts, row)));
        self.written(facts, &seen, &left_out).map_err(|e| Error::fault("writing the annex", e))
    }

    /// The teams of which the asker would find the same figures on pages.
    fn visible<'f>(&self, facts: &'f Facts) -> HashSet<&'f str> {
        let teams = facts.places.teams.iter().enumerate();
        let seen = teams.filter(|(at, _)| is_among(self.visible.as_deref(), *at));
        seen.map(|(_, team)| team.code.as_str()).collect()
    }

    fn written(
        &self,
        facts: &Facts,
        rows: &[&ReturnRow],
        left_out: &BTreeSet<&str>,
    ) -> std::result::Result<Vec<u8>, csv::Error> {
        let version = version_at(&facts.versions, self.id.date);
        let version = version.and_then(|at| facts.versions.get(at)).map_or(0, |v| v.number);
        let stamp = Stamp { id: self.id.clone(), framework_version: version };
        let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
        writer.write_record(COLUMNS)?;
        for row in rows {
            let line = row.annex_line(&stamp);
            writer.serialize(AnnexLine { team_name: guarded(&line.team_name), ..line })?;
        }
        for name in left_out {
            let [id, date] = [self.id.to_string(), self.id.date.to_string()];
            let told = format!("Left out: teams of {name}");
            let blank = std::iter::repeat_n(String::new(), COLUMNS.len() - 5);
            let cells = [id, date, version.to_string(), String::new(), told].into_iter();
            writer.write_record(cells.chain(blank))?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }
}

fn organisation<'f>(facts: &'f Facts, row: &ReturnRow) -> Option<&'f str> {
    let team = facts.places.teams.iter().find(|team| team.code == row.key.code)?;
    facts.places.organisations.get(team.organisation).map(|own| own.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_names_what_stands_in_a_line() {
        let line = AnnexLine {
            return_id: "TH-2026-09-30-r1".to_owned(),
            reference_date: NaiveDate::default(),
            framework_version: 1,
            team_code: String::new(),
            team_name: String::new(),
            domain_code: String::new(),
            people: 0,
            people_met: None,
            people_met_recognised: None,
            critical_people: None,
            critical_people_met: None,
            requirements: 0,
            requirements_met: 0,
            percent: String::new(),
        };
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.serialize(line).unwrap();
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        assert_eq!(text.lines().next(), Some(COLUMNS.join(",").as_str()));
    }
}
