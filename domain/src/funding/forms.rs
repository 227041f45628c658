//! The decisions behind the forms of funding: keep a scheme, and claim for sessions under one.

use super::money::Pence;
use super::scheme::{CountsFrom, Terms};
use crate::dates::Period;
use crate::fields::{FieldErrors, date, once, optional_date, optional_text, required_text};
use crate::ids::{FundingSchemeId, SessionId};
use serde::{Deserialize, Serialize};

pub const NAME_MOST: usize = 200;
pub const CONDITIONS_MOST: usize = 2_000;
/// The most sessions a year, and the most weeks of notice.
const SESSIONS_MOST: u16 = 366;
const WEEKS_MOST: u16 = 52;
/// The most branches of one team.
const BRANCHES_MOST: u16 = 50;

/// What a form sends for a scheme that is for the teams of every area; no area has this for its code.
pub const EVERYWHERE: &str = "*";

/// A scheme as it was typed, or as it stands; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeFields {
    pub name: String,
    pub payer: String,
    pub conditions: String,
    /// The code of the area whose teams it is for, or [`EVERYWHERE`].
    pub area: String,
    pub per_session: String,
    pub per_branch: String,
    /// A code of [`CountsFrom`].
    pub counts_from: String,
    pub most_a_year: String,
    pub notice_weeks: String,
    /// `yes` each, where it is asked.
    pub needs_cover: String,
    pub needs_feedback: String,
    pub starts_on: String,
    pub ends_on: String,
}

/// *This is paid, from this day on.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepScheme {
    pub name: String,
    pub payer: String,
    pub conditions: Option<String>,
    /// The code of an area; every area where there is none.
    pub area: Option<String>,
    pub terms: Terms,
    /// With a first day.
    pub held: Period,
}

impl KeepScheme {
    /// # Errors
    /// Returns a message for each field that cannot be used, by its name in [`SchemeFields`]. A scheme pays something.
    pub fn parse(typed: &SchemeFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.keep("name", required_text(&typed.name, "a name", NAME_MOST));
        let payer = errors.keep("payer", required_text(&typed.payer, "who pays", NAME_MOST));
        let conditions = optional_text(&typed.conditions, "the conditions", CONDITIONS_MOST);
        let conditions = errors.keep("conditions", conditions);
        let area = required_text(&typed.area, "whose teams it is for", 100);
        let area = errors.keep("area", area.map_err(|_| "Choose whose teams it is for".to_owned()));
        let terms = terms(typed, &mut errors);
        let first = errors.keep("starts_on", date(&typed.starts_on, "the first day"));
        let last = errors.keep("ends_on", optional_date(&typed.ends_on, "the last day"));
        let held = first.zip(last).map(|(first, last)| Period::new(Some(first), last));
        if held.is_some_and(|held| held.is_backwards()) {
            errors.add("ends_on", "The last day must be the first day or later");
        }
        match (name, payer, conditions, area, terms, held) {
            (Some(name), Some(payer), Some(conditions), Some(area), Some(terms), Some(held))
                if errors.0.is_empty() =>
            {
                let area = Some(area).filter(|area| area != EVERYWHERE);
                Ok(Self { name, payer, conditions, area, terms, held })
            }
            _ => Err(errors),
        }
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> [(&'static str, &str); 3] {
        let conditions = self.conditions.as_deref().unwrap_or_default();
        [("name", &self.name), ("payer", &self.payer), ("conditions", conditions)]
    }
}

fn terms(typed: &SchemeFields, errors: &mut FieldErrors) -> Option<Terms> {
    let per_session = errors.keep("per_session", Pence::parse(&typed.per_session));
    let per_branch = errors.keep("per_branch", Pence::parse(&typed.per_branch));
    if per_session == Some(Pence(0)) && per_branch == Some(Pence(0)) {
        errors.add("per_session", "Enter how much is paid for a session or a branch");
    }
    let counts_from = errors.keep("counts_from", counts_from(&typed.counts_from));
    let most = number(&typed.most_a_year, SESSIONS_MOST, "sessions a year");
    let most_a_year = errors.keep("most_a_year", most);
    let weeks = number(&typed.notice_weeks, WEEKS_MOST, "weeks");
    let notice_weeks = errors.keep("notice_weeks", weeks);
    Some(Terms {
        per_session: per_session?,
        per_branch: per_branch?,
        counts_from: counts_from?,
        most_a_year: most_a_year?.filter(|most| *most > 0),
        notice_weeks: notice_weeks?.unwrap_or(0),
        needs_cover: typed.needs_cover == "yes",
        needs_feedback: typed.needs_feedback == "yes",
    })
}

/// Which sessions are paid for; blank is what entitlement counts.
fn counts_from(code: &str) -> Result<CountsFrom, String> {
    match code.trim() {
        "" => Ok(CountsFrom::default()),
        code => {
            let unknown = |_| "Choose which sessions can be claimed".to_owned();
            code.parse::<CountsFrom>().map_err(unknown)
        }
    }
}

/// A whole number; blank is none said.
fn number(text: &str, most: u16, what: &str) -> Result<Option<u16>, String> {
    match text.trim() {
        "" => Ok(None),
        text => {
            let number = text.parse().ok().filter(|number| *number <= most);
            number.map(Some).ok_or_else(|| {
                format!("Enter a whole number of {what} up to {most}, or leave it blank")
            })
        }
    }
}

/// *We claim for these sessions.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MakeClaim {
    pub scheme: FundingSchemeId,
    /// Branches that closed for each of them.
    pub branches: u16,
    /// Each once.
    pub sessions: Vec<SessionId>,
}

impl MakeClaim {
    /// # Errors
    /// Returns a message for each of `branches` and `sessions` that cannot be used: at least one session, by its id.
    pub fn parse(
        scheme: FundingSchemeId,
        branches: &str,
        sessions: &[String],
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let branches = errors.keep("branches", number(branches, BRANCHES_MOST, "branches"));
        let ids = sessions.iter().filter(|id| !id.is_empty()).map(|id| {
            let unknown = |_| "Choose sessions from the list".to_owned();
            id.parse::<SessionId>().map_err(unknown)
        });
        let ids: Option<Vec<SessionId>> = errors.keep("sessions", ids.collect());
        if ids.as_ref().is_some_and(Vec::is_empty) {
            errors.add("sessions", "Choose at least one session");
        }
        match (branches, ids) {
            (Some(branches), Some(ids)) if errors.0.is_empty() => {
                Ok(Self { scheme, branches: branches.unwrap_or(0), sessions: once(ids) })
            }
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn typed() -> SchemeFields {
        let text = str::to_owned;
        SchemeFields {
            name: text("Protected learning"),
            payer: text("The integrated care board"),
            area: text("TH"),
            per_session: text("£300"),
            per_branch: text("100"),
            most_a_year: text("6"),
            notice_weeks: String::new(),
            needs_feedback: text("yes"),
            starts_on: text("2026-04-01"),
            ..SchemeFields::default()
        }
    }

    fn fields(errors: &FieldErrors) -> Vec<&str> {
        errors.0.iter().map(|error| error.field.as_str()).collect()
    }

    #[test]
    fn a_scheme_says_who_pays_how_much_and_from_when() {
        let scheme = KeepScheme::parse(&typed()).unwrap();
        let terms = scheme.terms;
        assert_eq!((terms.per_session, terms.per_branch), (Pence(30_000), Pence(10_000)));
        assert_eq!((terms.most_a_year, terms.notice_weeks), (Some(6), 0));
        assert!(terms.needs_feedback && !terms.needs_cover);
        assert_eq!(terms.counts_from, CountsFrom::Entitlement);
        let meetings = SchemeFields { counts_from: "one_person".to_owned(), ..typed() };
        let meetings = KeepScheme::parse(&meetings).unwrap();
        assert_eq!(meetings.terms.counts_from, CountsFrom::OnePerson);
        let everywhere = SchemeFields { area: EVERYWHERE.to_owned(), ..typed() };
        assert_eq!(KeepScheme::parse(&everywhere).unwrap().area, None);
        let none = KeepScheme::parse(&SchemeFields::default()).unwrap_err();
        assert_eq!(fields(&none), ["name", "payer", "area", "per_session", "starts_on"]);
        let wrong = SchemeFields {
            per_branch: "much".to_owned(),
            counts_from: "everybody".to_owned(),
            most_a_year: "367".to_owned(),
            notice_weeks: "-1".to_owned(),
            ends_on: "2026-03-31".to_owned(),
            ..typed()
        };
        let wrong = KeepScheme::parse(&wrong).unwrap_err();
        assert_eq!(
            fields(&wrong),
            ["per_branch", "counts_from", "most_a_year", "notice_weeks", "ends_on"]
        );
    }

    #[test]
    fn a_claim_names_each_session_once_and_at_least_one() {
        let scheme = FundingSchemeId(Uuid::nil());
        let id = Uuid::from_u128(1).to_string();
        let twice = [String::new(), id.clone(), id];
        let claim = MakeClaim::parse(scheme, "2", &twice).unwrap();
        assert_eq!((claim.branches, claim.sessions.len()), (2, 1));
        assert_eq!(MakeClaim::parse(scheme, "", &twice).unwrap().branches, 0);
        let wrong = MakeClaim::parse(scheme, "51", &[]).unwrap_err();
        assert_eq!(fields(&wrong), ["branches", "sessions"]);
        let unknown = MakeClaim::parse(scheme, "1", &["soon".to_owned()]).unwrap_err();
        assert_eq!(fields(&unknown), ["sessions"]);
    }
}
