//! The decisions behind the forms of cover rules: add one, change what one asks.

use super::rule::{Asks, Item, refuse_over};
use crate::changing::{Change, changed_to};
use crate::codes::CareSetting;
use crate::dates::{Period, spoken};
use crate::fields::{FieldErrors, choice, date, optional_date};
use crate::frameworks::Level;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The most people and professions that a rule can ask for.
pub const PEOPLE_MOST: u32 = 50;

/// No rule begins before this: a first day that does is a slip.
pub const FIRST_DAYS_FROM: NaiveDate = match NaiveDate::from_ymd_opt(2000, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// What is said where a rule is for a care setting, and for no area.
const NO_AREA: &str = "Choose the area whose teams the rule is for, or every area";

/// What a form sends for a rule for the teams of every area; no area has this for its code.
pub const EVERYWHERE: &str = "*";

/// Whose cover a rule is about, and in what, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverRuleFields {
    /// The code of a team, or a care setting and the code of an area or [`EVERYWHERE`].
    pub team: String,
    pub setting: String,
    pub area: String,
    /// An [`Item`].
    pub item: String,
}

/// What a rule asks, and from when to when, as it was typed or as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverAsksFields {
    pub people: String,
    /// Blank is the highest that the team requires, at most 4.
    pub level: String,
    pub professions: String,
    pub starts_on: String,
    pub ends_on: String,
}

/// Whose cover a rule is about, by codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhoseCode {
    Team(String),
    /// In every area where there is none.
    Setting {
        setting: CareSetting,
        area: Option<String>,
    },
}

/// *This is asked, from this day on.*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoverAsks {
    pub asks: Asks,
    /// With a first day.
    pub held: Period,
}

/// *This is asked of these teams in this, from this day on.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddCoverRule {
    pub whose: WhoseCode,
    pub item: Item,
    pub says: CoverAsks,
}

impl AddCoverRule {
    /// # Errors
    /// Returns a message for each field that cannot be used. A rule is for one team, or for the teams of a care setting.
    pub fn parse(about: &CoverRuleFields, asks: &CoverAsksFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let whose = whose(about, &mut errors);
        let item = errors.keep("item", choice(&about.item, "a domain or competency"));
        let says = says(asks, &mut errors);
        match (whose, item, says) {
            (Some(whose), Some(item), Some(says)) if errors.0.is_empty() => {
                Ok(Self { whose, item, says })
            }
            _ => Err(errors),
        }
    }
}

impl CoverAsks {
    /// # Errors
    /// Returns a message for each field that cannot be used. There are no more professions than people.
    pub fn parse(typed: &CoverAsksFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let says = says(typed, &mut errors);
        says.filter(|_| errors.0.is_empty()).ok_or(errors)
    }

    /// What a form carries of a rule as it stood when it was shown.
    pub fn shown(&self) -> String {
        let Self { asks, held } = self;
        let level = asks.level.map(|level| level.to_string()).unwrap_or_default();
        let [from, to] =
            [held.from, held.to].map(|day| day.map(|d| d.to_string()).unwrap_or_default());
        format!("{}/{level}/{}/{from}/{to}", asks.people, asks.professions)
    }

    /// # Errors
    /// Refuses what was decided on a page that showed something else than what stands, and says what does: who looked at that decided
    /// without knowing it.
    pub fn refuse_changed(&self, shown: &str) -> Result<(), Refusal> {
        if self.shown() == shown {
            return Ok(());
        }
        let sentence = format!(
            "Somebody changed this rule after you opened this page. It now asks for {}. {}. Open it again, then repeat what you did.",
            self.asks.words(),
            self.held.words()
        );
        Err(Refusal::rule("changed-meanwhile", sentence))
    }

    /// What it takes for a rule, as it stands, to say this.
    ///
    /// # Errors
    /// Refuses rules that are over, a change that changes nothing, and beside `starts_on` a first day on which the rule, once begun, did
    /// not hold or only began.
    pub fn changes(&self, stands: &Self, today: NaiveDate) -> Result<Change, Refusal> {
        refuse_over(stands.held, today)?;
        changed_to(stands.held, (self.held, self.asks == stands.asks), today)
    }
}

fn whose(about: &CoverRuleFields, errors: &mut FieldErrors) -> Option<WhoseCode> {
    let [team, setting, area] = [&about.team, &about.setting, &about.area].map(|text| text.trim());
    match (team, setting) {
        ("", "") => {
            errors.add("team", "Choose a team, or a care setting");
            None
        }
        (team, "") => Some(WhoseCode::Team(team.to_owned())),
        ("", setting) => {
            let setting = errors.keep("setting", choice(setting, "a care setting"));
            if area.is_empty() {
                errors.add("area", NO_AREA);
            }
            let area = Some(area.to_owned()).filter(|area| area != EVERYWHERE);
            Some(WhoseCode::Setting { setting: setting?, area })
        }
        _ => {
            errors.add("team", "Choose a team or a care setting, not both");
            None
        }
    }
}

fn says(typed: &CoverAsksFields, errors: &mut FieldErrors) -> Option<CoverAsks> {
    let people = errors.keep("people", number(&typed.people, "people"));
    let level = errors.keep("level", level(&typed.level));
    let professions = errors.keep("professions", number(&typed.professions, "professions"));
    if people.zip(professions).is_some_and(|(people, professions)| professions > people) {
        errors.add("professions", "Enter no more professions than people");
    }
    let first = date(&typed.starts_on, "the first day").and_then(late_enough);
    let first = errors.keep("starts_on", first);
    let last = errors.keep("ends_on", optional_date(&typed.ends_on, "the last day"));
    let held = Period::new(Some(first?), last?);
    if held.is_backwards() {
        errors.add("ends_on", "The last day must be the first day or later");
    }
    let asks = Asks { people: people?, level: level?, professions: professions? };
    Some(CoverAsks { asks, held })
}

pub(in crate::coverage) fn late_enough(first: NaiveDate) -> Result<NaiveDate, String> {
    let from = FIRST_DAYS_FROM;
    match first >= from {
        true => Ok(first),
        false => Err(format!("Enter a first day that is {} or later", spoken(from))),
    }
}

/// Whoever takes a rule back has to say that they are sure.
///
/// # Errors
/// Returns a message for `sure` where the box is not ticked.
pub fn is_sure(ticked: &str) -> Result<(), FieldErrors> {
    let message = "Tick the box if this rule should never have applied";
    if ticked == "yes" { Ok(()) } else { Err(FieldErrors::one("sure", message)) }
}

fn number(text: &str, what: &str) -> Result<u32, String> {
    let number = text.trim().parse().ok().filter(|number| (1..=PEOPLE_MOST).contains(number));
    number
        .ok_or_else(|| format!("Enter how many {what}, as a whole number from 1 to {PEOPLE_MOST}"))
}

fn level(text: &str) -> Result<Option<Level>, String> {
    match text.trim() {
        "" => Ok(None),
        text => choice(text, "a level").map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::cover::rule::never_applied;

    fn about(team: &str, setting: &str, area: &str) -> CoverRuleFields {
        let [team, setting, area] = [team, setting, area].map(str::to_owned);
        CoverRuleFields { team, setting, area, item: "domain:RSK".into() }
    }

    fn asks(people: &str, level: &str, professions: &str) -> CoverAsksFields {
        let [people, level, professions] = [people, level, professions].map(str::to_owned);
        let starts_on = "2026-06-01".into();
        CoverAsksFields { people, level, professions, starts_on, ends_on: String::new() }
    }

    fn wrong(about: &CoverRuleFields, asks: &CoverAsksFields, field: &str) -> bool {
        AddCoverRule::parse(about, asks).unwrap_err().of(field).is_some()
    }

    #[test]
    fn a_rule_is_for_a_team_or_for_the_teams_of_a_care_setting() {
        let parsed = |about: &CoverRuleFields| AddCoverRule::parse(about, &asks("2", "3", "2"));
        let team = parsed(&about(" T1 ", "", "")).unwrap();
        assert_eq!(team.whose, WhoseCode::Team("T1".into()));
        assert_eq!((team.says.asks, team.item), (Asks::TWO, Item::Domain("RSK".into())));
        let setting = CareSetting::Crisis;
        let network = parsed(&about("", "crisis", "N1")).unwrap().whose;
        assert_eq!(network, WhoseCode::Setting { setting, area: Some("N1".into()) });
        let everywhere = parsed(&about("", "crisis", EVERYWHERE)).unwrap().whose;
        assert_eq!(everywhere, WhoseCode::Setting { setting, area: None });
        let fine = asks("1", "", "1");
        assert!(wrong(&about("", "", ""), &fine, "team"));
        assert!(wrong(&about("T1", "crisis", "N1"), &fine, "team"));
        assert!(wrong(&about("", "crisis", ""), &fine, "area"));
        assert!(wrong(&about("", "moon", "N1"), &fine, "setting"));
    }

    #[test]
    fn what_is_asked_is_possible() {
        let says = CoverAsks::parse(&asks("1", "", "1")).unwrap();
        assert_eq!(says.asks, Asks::ONE);
        for (people, level, professions, field) in [
            ("0", "", "1", "people"),
            ("51", "", "1", "people"),
            ("two", "", "1", "people"),
            ("2", "6", "1", "level"),
            ("2", "3", "", "professions"),
            ("2", "3", "3", "professions"),
        ] {
            let told = CoverAsks::parse(&asks(people, level, professions)).unwrap_err();
            assert!(told.of(field).is_some(), "{told}");
        }
        let backwards = CoverAsksFields { ends_on: "2026-05-31".into(), ..asks("1", "", "1") };
        assert!(CoverAsks::parse(&backwards).unwrap_err().of("ends_on").is_some());
    }

    #[test]
    fn a_rule_that_has_begun_is_followed_by_another_and_nothing_is_no_change() {
        let today: NaiveDate = "2026-06-01".parse().unwrap();
        let says = |people, from: &str| CoverAsks {
            asks: Asks { people, ..Asks::ONE },
            held: Period::new(from.parse().ok(), None),
        };
        let (begun, ahead) = (says(1, "2026-01-01"), says(1, "2026-06-01"));
        let last_day = "2026-05-31".parse().unwrap();
        let followed = says(2, "2026-06-01").changes(&begun, today);
        assert_eq!(followed, Ok(Change::Followed { last_day }));
        assert_eq!(says(2, "2026-07-01").changes(&ahead, today), Ok(Change::Corrected));
        for nothing in [ahead.changes(&ahead, today), says(1, "2026-06-01").changes(&begun, today)]
        {
            let told = nothing.unwrap_err().to_string();
            assert!(told.starts_with("Nothing is different"), "{told}");
        }
        let over = CoverAsks { held: Period::new(None, Some(last_day)), ..begun };
        assert!(says(2, "2026-06-01").changes(&over, today).is_err());
    }

    #[test]
    fn what_was_decided_on_an_older_page_is_refused_and_what_stands_is_told() {
        let shown = CoverAsks::parse(&asks("2", "3", "2")).unwrap();
        assert_eq!(shown.refuse_changed(&shown.shown()), Ok(()));
        let held = Period::new(shown.held.from, shown.held.from);
        let one = CoverAsks { asks: Asks { people: 1, ..shown.asks }, ..shown };
        for stands in [one, CoverAsks { held, ..shown }] {
            let told = stands.refuse_changed(&shown.shown()).unwrap_err().to_string();
            assert!(told.contains(&stands.asks.words()), "{told}");
            assert!(told.contains(&stands.held.words()), "{told}");
        }
    }

    #[test]
    fn a_rule_that_was_begun_by_mistake_ends_before_it_began_and_no_rule_begins_before_2000() {
        let (today, first) = ("2026-06-01".parse().unwrap(), "2026-06-01".parse().ok());
        let never = never_applied(Period::new(first, None), today).unwrap();
        assert_eq!(never.to_string(), "2026-05-31");
        assert!(!Period::new(first, Some(never)).contains(today));
        let ahead = Period::new("2026-06-02".parse().ok(), None);
        let over = Period::new(None, "2026-05-31".parse().ok());
        assert!(never_applied(ahead, today).is_err() && never_applied(over, today).is_err());
        let from = |day: &str| CoverAsksFields { starts_on: day.into(), ..asks("1", "", "1") };
        assert!(CoverAsks::parse(&from("1999-12-31")).unwrap_err().of("starts_on").is_some());
        assert!(CoverAsks::parse(&from("2000-01-01")).is_ok());
        assert!(is_sure("yes").is_ok() && is_sure("").unwrap_err().of("sure").is_some());
    }
}
