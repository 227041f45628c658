//! The address of the pages of coverage: every filter is a query parameter, so that a link shows the same figures.

use super::cover::Only;
use super::explain::kept_answer;
use super::forecast::Horizon;
use super::query::{GroupBy, ScopeKind};
use super::ranking::Ranking;
use super::trend::target;
use super::views::Measure;
use crate::codes::{CareLevel, CareSetting, Strand, UnknownCode};
use crate::fields::{FieldErrors, optional_date};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use std::str::FromStr;

/// What a coverage address asks for. A word that is not known and a date that cannot be read are told: left out, figures of everything
/// would be taken for those of what was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverageAddress {
    /// `in`: the code of an area, organisation, team or named group.
    pub within: Option<String>,
    /// `scope`: what the rows stand for.
    pub rows: Option<ScopeKind>,
    /// `domain`: the domain whose competencies are the columns; of a table of cover, the only column.
    pub domain: Option<String>,
    /// `item`: the code of a domain or competency, for one figure that is explained or followed over time.
    pub item: Option<String>,
    /// `as_at`: today when it is not there.
    pub as_at: Option<NaiveDate>,
    /// `compared_with`: the day whose figures stand beside those of `as_at`; nothing is compared when it is not there.
    pub compared_with: Option<NaiveDate>,
    /// `days`: how far a forecast looks.
    pub days: Option<Horizon>,
    /// `organisation`: the code of the one whose teams count.
    pub organisation: Option<String>,
    pub setting: Option<CareSetting>,
    pub care_level: Option<CareLevel>,
    pub strand: Option<Strand>,
    /// `critical`: only critical requirements count.
    #[serde(default)]
    pub critical_only: bool,
    pub group: Option<GroupBy>,
    /// `show`: which figure the cells show.
    pub measure: Option<Measure>,
    /// `only`: which teams a table of cover shows.
    pub only: Option<Only>,
    /// `list`: the one list of ranked figures that is shown whole.
    pub list: Option<Ranking>,
    /// `target`: whole percent of requirements met, against which a trend stands.
    pub target: Option<u8>,
    /// `answer`: the digest of the answer that a link keeps.
    pub answer: Option<String>,
    pub include_bank: bool,
    /// `page` of the rows, counted from 1: the first when it is not there.
    pub page: Option<usize>,
}

/// What the forms above figures have typed into them; all else is chosen.
const TYPED: [&str; 3] = ["as_at", "compared_with", "target"];

impl CoverageAddress {
    /// Reads the query of an address.
    ///
    /// # Errors
    /// Returns a message for each word that is not known, for `as_at` and `compared_with` where they are no dates, for a `target` that
    /// is no percentage, and for an `answer` of which a part is missing.
    pub fn parse(query: &[(String, String)]) -> Result<Self, FieldErrors> {
        let (address, errors) = Self::read(query);
        errors.into_result().map(|()| address)
    }

    /// The same with what could be read beside the messages: for a page that is shown again with its form, and what is wrong on it.
    pub fn read(query: &[(String, String)]) -> (Self, FieldErrors) {
        let of = |name: &str| {
            let found =
                query.iter().rfind(|(known, value)| known == name && !value.trim().is_empty());
            found.map(|(_, value)| value.trim().to_owned())
        };
        let mut errors = FieldErrors::default();
        let address = Self {
            within: of("in"),
            rows: known(&mut errors, "scope", of),
            domain: of("domain"),
            item: of("item"),
            as_at: day(&mut errors, ("as_at", "the date"), of),
            compared_with: day(&mut errors, ("compared_with", "the date to compare with"), of),
            days: known(&mut errors, "days", of),
            organisation: of("organisation"),
            setting: known(&mut errors, "setting", of),
            care_level: known(&mut errors, "care_level", of),
            strand: known(&mut errors, "strand", of),
            critical_only: is_yes(&mut errors, "critical", of),
            group: known(&mut errors, "group", of),
            measure: known(&mut errors, "show", of),
            only: known(&mut errors, "only", of),
            list: known(&mut errors, "list", of),
            target: errors.keep("target", target(&of("target").unwrap_or_default())).flatten(),
            answer: errors.keep("answer", of("answer").map(kept_answer).transpose()).flatten(),
            include_bank: is_yes(&mut errors, "include_bank", of),
            page: of("page").and_then(|s| s.parse().ok()),
        };
        (address, errors)
    }

    /// Whether all of these messages are of answers that somebody types into the form above figures. Without those the page can be shown
    /// beside them: it says itself on which day it is, with which it is compared, and against which target it stands.
    pub fn are_typed(errors: &FieldErrors) -> bool {
        errors.0.iter().all(|error| TYPED.contains(&&*error.field))
    }

    /// The same question without the typed answers that were refused.
    #[must_use]
    pub fn without(&self, refused: &FieldErrors) -> Self {
        let stays = |name: &str| refused.of(name).is_none();
        Self {
            as_at: self.as_at.filter(|_| stays("as_at")),
            compared_with: self.compared_with.filter(|_| stays("compared_with")),
            target: self.target.filter(|_| stays("target")),
            ..self.clone()
        }
    }

    /// The query that reads as this address, without a question mark; what is not set is not there.
    pub fn query(&self) -> String {
        let answers = self.answers().into_iter();
        let answers = answers.map(|(name, value)| format!("{name}={}", escaped(&value)));
        answers.collect::<Vec<_>>().join("&")
    }

    /// What is set, each by its name in the address, as a form sends it.
    pub fn answers(&self) -> Vec<(&'static str, String)> {
        let code = |code: Option<&str>| code.map(ToOwned::to_owned);
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let yes = |is_set: bool| is_set.then(|| "yes".to_owned());
        let answers = [
            ("in", self.within.clone()),
            ("scope", code(self.rows.map(ScopeKind::code))),
            ("domain", self.domain.clone()),
            ("item", self.item.clone()),
            ("as_at", day(self.as_at)),
            ("compared_with", day(self.compared_with)),
            ("days", code(self.days.map(Horizon::code))),
            ("organisation", self.organisation.clone()),
            ("setting", code(self.setting.map(CareSetting::code))),
            ("care_level", code(self.care_level.map(CareLevel::code))),
            ("strand", code(self.strand.map(Strand::code))),
            ("critical", yes(self.critical_only)),
            ("group", code(self.group.map(GroupBy::code))),
            ("show", code(self.measure.map(Measure::code))),
            ("only", code(self.only.map(Only::code))),
            ("list", code(self.list.map(Ranking::code))),
            ("target", self.target.map(|target| target.to_string())),
            ("include_bank", yes(self.include_bank)),
            ("page", self.page.map(|page| page.to_string())),
            ("answer", self.answer.clone()),
        ];
        answers.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// The same question of another area, organisation or team, from its first row. Where it has no such rows, the page
    /// shows those it has.
    #[must_use]
    pub fn of_unit(&self, code: &str) -> Self {
        Self { within: Some(code.to_owned()), page: None, answer: None, ..self.clone() }
    }

    /// The same question of one domain's competencies, or of all domains.
    #[must_use]
    pub fn of_domain(&self, code: Option<&str>) -> Self {
        Self { domain: code.map(ToOwned::to_owned), ..self.clone() }
    }

    /// How far the forecast of this address looks: 90 days when nothing is said.
    pub fn horizon(&self) -> Horizon {
        self.days.unwrap_or(Horizon::Ninety)
    }

    /// The same question of a forecast so many days ahead, from the first row.
    #[must_use]
    pub fn of_days(&self, days: Horizon) -> Self {
        Self { days: Some(days), page: None, ..self.clone() }
    }

    /// The forecast of what these figures are of: from the same day, or from today where that day is yet to come. What the
    /// cells show, what they are compared with, which organisation or requirements count, and how rows are split, is not a
    /// forecast's.
    #[must_use]
    pub fn to_forecast(&self, is_future: bool) -> Self {
        Self {
            as_at: self.as_at.filter(|_| !is_future),
            compared_with: None,
            organisation: None,
            strand: None,
            critical_only: false,
            item: None,
            group: None,
            measure: None,
            only: None,
            list: None,
            target: None,
            page: None,
            answer: None,
            ..self.clone()
        }
    }

    /// The figures of what a forecast, a table of cover, a ranked list or an explained figure is of: as at the day from which it
    /// looks, or the same.
    #[must_use]
    pub fn to_coverage(&self) -> Self {
        let (days, item, only, list, target) = (None, None, None, None, None);
        Self { days, item, only, list, target, page: None, answer: None, ..self.clone() }
    }

    /// How these figures went, of one item or of everything asked: up to the same day, or today where that day is yet to come.
    #[must_use]
    pub fn to_trend(&self, item: Option<&str>, is_future: bool) -> Self {
        Self {
            domain: None,
            item: item.map(ToOwned::to_owned),
            as_at: self.as_at.filter(|_| !is_future),
            organisation: self.organisation.clone(),
            strand: self.strand,
            critical_only: self.critical_only,
            target: self.target,
            ..self.to_cover()
        }
    }

    /// The ranked lists of these figures, which are of requirements met, and split by no group.
    #[must_use]
    pub fn to_ranked(&self) -> Self {
        Self { group: None, measure: None, ..self.to_coverage() }
    }

    /// The same question, with one list of ranked figures shown whole, or all with their first entries.
    #[must_use]
    pub fn of_list(&self, list: Option<Ranking>) -> Self {
        Self { list, page: None, ..self.clone() }
    }

    /// The cover of the teams that these figures count, on the same day, in the same domain.
    #[must_use]
    pub fn to_cover(&self) -> Self {
        Self {
            within: self.within.clone(),
            domain: self.domain.clone(),
            as_at: self.as_at,
            setting: self.setting,
            care_level: self.care_level,
            include_bank: self.include_bank,
            ..Self::default()
        }
    }

    /// The mental health input of the teams that these figures count, on the same day.
    #[must_use]
    pub fn to_input(&self) -> Self {
        self.to_cover().of_domain(None)
    }

    /// Why the figure of one item, or of everything asked, is what it is as at a day.
    #[must_use]
    pub fn to_people(&self, item: Option<&str>, day: NaiveDate) -> Self {
        let item = item.map(ToOwned::to_owned);
        Self { item, as_at: Some(day), ..self.to_coverage() }
    }

    /// Why that figure is another on a day than it was: since the day that is named, else since the one that the page chooses.
    #[must_use]
    pub fn to_change(
        &self,
        item: Option<&str>,
        (since, day): (Option<NaiveDate>, NaiveDate),
    ) -> Self {
        Self { compared_with: since, group: None, ..self.to_people(item, day) }
    }

    /// Why the unit, a team, is covered in an item as at a day, or is not.
    #[must_use]
    pub fn to_why_covered(&self, item: &str, day: NaiveDate) -> Self {
        Self { item: Some(item.to_owned()), as_at: Some(day), ..self.to_cover() }
    }

    pub fn measure(&self) -> Measure {
        self.measure.unwrap_or(Measure::Requirements)
    }
}

/// The day that an address names; notes a message beside its name where it is none.
fn day(
    errors: &mut FieldErrors,
    (name, what): (&str, &str),
    of: impl Fn(&str) -> Option<String>,
) -> Option<NaiveDate> {
    errors.keep(name, optional_date(&of(name).unwrap_or_default(), what)).flatten()
}

/// Whether an address says yes; notes a message beside its name where it says anything else.
fn is_yes(errors: &mut FieldErrors, name: &str, of: impl Fn(&str) -> Option<String>) -> bool {
    let Some(written) = of(name) else { return false };
    let answer = match &*written {
        "yes" => Ok(()),
        _ => Err(UnknownCode { what: "answer", written, known: "yes".to_owned() }.to_string()),
    };
    errors.keep(name, answer).is_some()
}

/// What a word of an address stands for; notes a message beside its name where it is not known.
fn known<T: FromStr<Err: Display>>(
    errors: &mut FieldErrors,
    name: &str,
    of: impl Fn(&str) -> Option<String>,
) -> Option<T> {
    errors.keep(name, of(name)?.parse().map_err(|unknown: T::Err| unknown.to_string()))
}

/// Codes may hold anything a file may hold: whatever is not a plain letter is written as its bytes.
fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests;
