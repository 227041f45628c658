//! Sharing: what an organisation lets grants from outside it see, from which day on (rules, section 8).

pub mod views; // what pages show

use crate::codes::Sharing;
use crate::dates::spoken;
use crate::fields::{FieldErrors, choice, optional_date};
use crate::organisations::Organisation;
use chrono::NaiveDate;

impl Sharing {
    /// What the level means, for whoever sets it.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::None => {
                "Grants from outside see no figures of this organisation and none of its people. Its teams are left \
                 out of wider figures that they see, and the page says so. Figures that are published in a return, \
                 which are rounded and leave out small numbers, still name it and count its people."
            }
            Self::Figures => {
                "Grants from outside see exact figures for each team, and no lists of people. This holds until \
                 somebody sets a level."
            }
            Self::People => {
                "Grants from outside see exact figures, and people by name with their status and confirmed levels, as \
                 far as each grant allows. Nobody sees reflections."
            }
        }
    }
}

/// *From this day on, share this much.*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetSharing {
    pub level: Sharing,
    pub from: NaiveDate,
}

impl SetSharing {
    /// # Errors
    /// Returns a message for each of `level` and `from` that cannot be used. Blank is today; past days do not change.
    pub fn parse(level: &str, from: &str, today: NaiveDate) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let level = errors.keep("level", choice(level, "what the organisation shares"));
        let from = errors.keep("from", first_day(from, today));
        match (level, from) {
            (Some(level), Some(from)) => Ok(Self { level, from }),
            _ => Err(errors),
        }
    }

    /// # Errors
    /// Refuses the level that holds on that day already.
    pub fn changes(&self, organisation: &Organisation) -> Result<(), FieldErrors> {
        if organisation.sharing_at(self.from) != self.level {
            return Ok(());
        }
        let day = spoken(self.from);
        Err(FieldErrors::one("level", format!("This is what it shares on {day} already")))
    }
}

fn first_day(text: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let day = optional_date(text, "the first day")?.unwrap_or(today);
    if day < today {
        return Err("The first day must be today or later: past days do not change".to_owned());
    }
    Ok(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    #[test]
    fn a_level_holds_from_today_or_later_never_from_before() {
        let set = |from| SetSharing::parse("people", from, today());
        assert_eq!(set("").map(|s| s.from), Ok(today()));
        assert_eq!(set("2026-12-01").map(|s| s.from), Ok("2026-12-01".parse().unwrap()));
        assert!(set("2026-11-20").unwrap_err().of("from").is_some());
        let errors = SetSharing::parse("everything", "31/02/2027", today()).unwrap_err();
        assert!(errors.of("level").is_some() && errors.of("from").is_some());
    }

    #[test]
    fn what_holds_already_is_no_change() {
        let organisation = Organisation {
            id: crate::ids::OrganisationId(uuid::Uuid::nil()),
            code: "X1".into(),
            name: "Practice".into(),
            sector: crate::codes::Sector::GpPractice,
            memberships: vec![],
            sharing: vec![("2026-12-01".parse().unwrap(), Sharing::People)],
        };
        let changes = |level, from: &str| {
            SetSharing { level, from: from.parse().unwrap() }.changes(&organisation).is_ok()
        };
        assert!(!changes(Sharing::Figures, "2026-11-21"), "the level before anybody set one");
        assert!(changes(Sharing::Figures, "2026-12-01") && changes(Sharing::None, "2026-11-21"));
        assert!(!changes(Sharing::People, "2027-01-01"));
    }
}
