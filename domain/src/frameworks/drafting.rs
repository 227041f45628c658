//! What editors decide about a draft, one form at a time.

use super::Level;
use crate::codes::{Necessity, Origin, Strand};
use crate::fields::{FieldErrors, choice, date, optional_text, required_name, required_text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub const TITLE_MOST: usize = 300;
pub const STATEMENT_MOST: usize = 2_000;
pub const COMMENT_MOST: usize = 2_000;
/// The longest anybody is left without being asked again.
const REFRESH_MONTHS_MOST: u32 = 120;
const CODE_MOST: usize = 20;
const NAME_MOST: usize = 100;

/// What a draft begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BeginWith {
    /// A copy of the version published last, with a crosswalk that says *same* throughout.
    Copy,
    Nothing,
}

/// *Start a draft.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartDraft {
    pub title: String,
    pub begin: BeginWith,
}

impl StartDraft {
    /// # Errors
    /// Returns a message for each of `title` and `begin` that cannot be used.
    pub fn parse(title: &str, begin: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title =
            errors.keep("title", required_text(title, "a title for the framework", TITLE_MOST));
        let begin = match begin {
            "copy" => Some(BeginWith::Copy),
            "nothing" => Some(BeginWith::Nothing),
            _ => errors.keep("begin", Err("Choose what the draft begins with".to_owned())),
        };
        match (title, begin) {
            (Some(title), Some(begin)) => Ok(Self { title, begin }),
            _ => Err(errors),
        }
    }
}

/// A domain as a draft words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordDomain {
    pub code: String,
    pub title: String,
    pub origin: Origin,
}

impl WordDomain {
    /// # Errors
    /// Returns a message for each of `code`, `title` and `origin` that cannot be used.
    pub fn parse(code: &str, title: &str, origin: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let code = errors.keep("code", short_code(code));
        let title = errors.keep("title", required_text(title, "a title", TITLE_MOST));
        let origin = errors.keep("origin", choice(origin, "where this domain comes from"));
        match (code, title, origin) {
            (Some(code), Some(title), Some(origin)) => Ok(Self { code, title, origin }),
            _ => Err(errors),
        }
    }
}

/// A competency as it was typed; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompetencyFields {
    pub code: String,
    /// The code of its domain.
    pub domain: String,
    pub title: String,
    pub statement: String,
    pub strand: String,
    pub refresh_months: String,
    /// `yes`, or empty.
    #[serde(default)]
    pub rare_event: String,
    /// Where it stands in its domain, counted from 1; empty for the end.
    #[serde(default)]
    pub place: String,
    pub level_1: String,
    pub level_2: String,
    pub level_3: String,
    pub level_4: String,
    pub level_5: String,
}

/// A competency as a draft words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordCompetency {
    pub code: String,
    pub domain: String,
    pub title: String,
    pub statement: String,
    pub strand: Strand,
    pub refresh_months: u32,
    pub rare_event: bool,
    pub place: Option<usize>,
    /// What each level means here, 1 to 5; none where the general words will do.
    pub levels: [Option<String>; 5],
}

impl WordCompetency {
    /// # Errors
    /// Returns a message beside each field that cannot be used.
    pub fn parse(typed: &CompetencyFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let code = errors.keep("code", short_code(&typed.code));
        let domain = errors.keep("domain", required_text(&typed.domain, "a domain", CODE_MOST));
        let title = errors.keep("title", required_text(&typed.title, "a title", TITLE_MOST));
        let statement = required_text(&typed.statement, "what somebody does", STATEMENT_MOST);
        let statement = errors.keep("statement", statement);
        let strand = errors.keep("strand", choice(&typed.strand, "a strand"));
        let months = errors.keep("refresh_months", months(&typed.refresh_months));
        let place = errors.keep("place", place(&typed.place));
        let CompetencyFields { level_1, level_2, level_3, level_4, level_5, .. } = typed;
        let mut number = 0;
        let levels = [level_1, level_2, level_3, level_4, level_5].map(|text| {
            number += 1;
            let what = format!("what level {number} means");
            errors.keep(&format!("level_{number}"), optional_text(text, &what, STATEMENT_MOST))
        });
        errors.into_result()?;
        // Nothing was noted, so everything was kept.
        let all = (code, domain, title, statement, strand, months, place);
        let (
            Some(code),
            Some(domain),
            Some(title),
            Some(statement),
            Some(strand),
            Some(months),
            Some(place),
        ) = all
        else {
            return Err(FieldErrors::default());
        };
        Ok(Self {
            code,
            domain,
            title,
            statement,
            strand,
            refresh_months: months,
            rare_event: typed.rare_event == "yes",
            place,
            levels: levels.map(Option::flatten),
        })
    }
}

/// A code is part of addresses and files: letters, digits, hyphens, dots and underscores.
///
/// # Errors
/// Returns the message for the field.
pub(crate) fn short_code(text: &str) -> Result<String, String> {
    let code = required_name(text, "a code", CODE_MOST)?;
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if code.chars().all(fits) {
        return Ok(code);
    }
    Err("Enter a code of letters, digits and hyphens, like RSK-1".to_owned())
}

fn months(text: &str) -> Result<u32, String> {
    let months = text.trim().parse().ok().filter(|m| (1..=REFRESH_MONTHS_MOST).contains(m));
    months.ok_or_else(|| format!("Enter a number of months from 1 to {REFRESH_MONTHS_MOST}"))
}

fn place(text: &str) -> Result<Option<usize>, String> {
    match text.trim() {
        "" => Ok(None),
        text => {
            let place = text.parse().ok().filter(|place| *place >= 1);
            place.map(Some).ok_or_else(|| "Enter a whole number, 1 for the first".to_owned())
        }
    }
}

/// What a role asks in one competency of a draft; none where it asks nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetRequirement {
    pub level: Level,
    pub necessity: Necessity,
    pub critical: bool,
}

impl SetRequirement {
    /// The words of a form for each way in which something can be asked.
    pub const WAYS: [(&'static str, &'static str); 3] =
        [("core", "Core"), ("critical", "Core, critical"), ("optional", "Optional")];

    /// # Errors
    /// Returns the message for the field of the competency.
    pub fn parse(level: &str, way: &str) -> Result<Option<Self>, String> {
        if level.trim().is_empty() {
            return Ok(None);
        }
        let level = choice(level, "a level, or that nothing is asked")?;
        let (necessity, critical) = match way {
            "core" => (Necessity::Core, false),
            "critical" => (Necessity::Core, true),
            "optional" => (Necessity::Optional, false),
            _ => return Err("Choose whether this is core, critical or optional".to_owned()),
        };
        Ok(Some(Self { level, necessity, critical }))
    }

    /// What is asked of a role, by competency code.
    ///
    /// # Errors
    /// Returns a message for each `level-CODE` that cannot be used.
    pub fn parse_all(
        levels: &BTreeMap<String, String>,
        ways: &BTreeMap<String, String>,
    ) -> Result<Vec<(String, Option<Self>)>, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut all = Vec::new();
        for (code, level) in levels {
            let way = ways.get(code).map_or("", String::as_str);
            if let Some(set) = errors.keep(&format!("level-{code}"), Self::parse(level, way)) {
                all.push((code.clone(), set));
            }
        }
        errors.into_result().map(|()| all)
    }

    /// As a form says it.
    pub const fn way(&self) -> &'static str {
        match (self.necessity, self.critical) {
            (Necessity::Optional, _) => "optional",
            (Necessity::Core, true) => "critical",
            (Necessity::Core, false) => "core",
        }
    }
}

/// The first day of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishFrom(pub NaiveDate);

impl PublishFrom {
    /// `latest` is the first day of the version published last.
    ///
    /// # Errors
    /// Returns a message for `from`: a past day, whose figures would change, or one not after the last version's.
    pub fn parse(
        from: &str,
        today: NaiveDate,
        latest: Option<NaiveDate>,
    ) -> Result<Self, FieldErrors> {
        let field = |message: String| FieldErrors::one("from", message);
        let from = date(from, "the first day of this version").map_err(field)?;
        if from < today {
            return Err(field("Enter today or a later day: no past figure may change".to_owned()));
        }
        if let Some(latest) = latest.filter(|latest| from <= *latest) {
            let latest = crate::dates::spoken(latest);
            return Err(field(format!("Enter a day after {latest}, when the last version begins")));
        }
        Ok(Self(from))
    }
}

/// A comment on a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Who writes, for guests: accounts have a name of their own.
    pub name: Option<String>,
    /// The code of the competency it is about; none where it is about the whole draft.
    pub about: Option<String>,
    pub text: String,
}

impl Comment {
    /// # Errors
    /// Returns a message for each of `name` (where a guest writes) and `text` that cannot be used.
    pub fn parse(name: Option<&str>, about: &str, text: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name =
            name.map(|name| errors.keep("name", required_name(name, "your name", NAME_MOST)));
        let text = errors.keep("text", required_text(text, "your comment", COMMENT_MOST));
        errors.into_result()?;
        let about = Some(about.trim().to_owned()).filter(|code| !code.is_empty());
        Ok(Self { name: name.flatten(), about, text: text.unwrap_or_default() })
    }
}

/// *Invite somebody to comment.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteToComment {
    pub invited: String,
    pub ends_on: NaiveDate,
}

/// The longest an invitation to comment works, in days.
const INVITATION_DAYS_MOST: i64 = 90;

impl InviteToComment {
    /// # Errors
    /// Returns a message for each of `invited` and `ends_on` that cannot be used.
    pub fn parse(invited: &str, ends_on: &str, today: NaiveDate) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let invited = required_name(invited, "who is invited", NAME_MOST);
        let invited = errors.keep("invited", invited);
        let ends_on = date(ends_on, "the last day on which the link works").and_then(|day| {
            let last = crate::dates::days_after(today, INVITATION_DAYS_MOST);
            let fits = (today..=last).contains(&day);
            let words = || format!("Enter a day from today to {}", crate::dates::spoken(last));
            fits.then_some(day).ok_or_else(words)
        });
        let ends_on = errors.keep("ends_on", ends_on);
        match (invited, ends_on) {
            (Some(invited), Some(ends_on)) => Ok(Self { invited, ends_on }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_version_begins_today_or_later_and_after_the_last_one() {
        let (today, latest) = (day("2026-11-01"), Some(day("2026-12-01")));
        let from = |text| PublishFrom::parse(text, today, latest).map(|from| from.0);
        assert_eq!(from("2026-12-02"), Ok(day("2026-12-02")));
        assert!(from("2026-12-01").unwrap_err().to_string().contains("after 1 December 2026"));
        assert_eq!(PublishFrom::parse("2026-11-01", today, None).map(|f| f.0), Ok(today));
        assert!(PublishFrom::parse("2026-10-31", today, None).is_err());
        assert!(PublishFrom::parse("", today, None).is_err());
    }

    #[test]
    fn a_competency_tells_every_fault_at_once() {
        let typed = CompetencyFields {
            code: "RSK 1".into(),
            refresh_months: "0".into(),
            ..CompetencyFields::default()
        };
        let told = WordCompetency::parse(&typed).unwrap_err();
        for field in ["code", "domain", "title", "statement", "strand", "refresh_months"] {
            assert!(told.of(field).is_some(), "{field}: {told:?}");
        }
        assert_eq!(told.of("level_1"), None, "the general words will do");
    }

    #[test]
    fn nothing_asked_is_no_requirement() {
        assert_eq!(SetRequirement::parse("", "core"), Ok(None));
        let asked = SetRequirement::parse("3", "critical").unwrap().unwrap();
        assert_eq!((asked.level.number(), asked.critical, asked.way()), (3, true, "critical"));
        assert!(SetRequirement::parse("6", "core").is_err());
        assert!(SetRequirement::parse("3", "").is_err());
    }

    #[test]
    fn an_invitation_ends_within_ninety_days() {
        let invite = |ends| InviteToComment::parse("Carers' forum", ends, day("2026-11-01"));
        assert!(invite("2026-11-01").is_ok() && invite("2027-01-30").is_ok());
        assert!(invite("2026-10-31").is_err() && invite("2027-01-31").is_err());
    }
}
