//! What the codes of a return are called, and how its numbers are said, in the workbook and the report alike.

use domain::codes::InputKind;
use domain::coverage::{GroupBy, ScopeKind};
use domain::dates::spoken_minutes;
use domain::figures::grouped;
use domain::protected_time::{TimeUse, WhyLost};
use domain::returns::keys::{ALL, Part};
use domain::returns::sessions::{PublishedSession, SessionMeasure};
use domain::returns::shortfalls::{Need, NeedKind};
use domain::returns::{Contents, Marker};
use domain::sessions::CancelReason;
use domain::sessions::format::Format;
use std::collections::BTreeMap;

/// Stands where nothing is chosen.
pub const EVERY: &str = "All";
/// Stands where there is no line.
pub const NOTHING: &str = "—";

/// A domain or competency by its title; its code where it has none.
pub fn item<'a>(contents: &'a Contents, code: &'a str) -> &'a str {
    match code {
        ALL => "Everything asked",
        code => contents.titles.items.get(code).map_or(code, String::as_str),
    }
}

pub fn role<'a>(contents: &'a Contents, code: &'a str) -> &'a str {
    contents.titles.roles.get(code).map_or(code, String::as_str)
}

/// The care setting, what a group is a group by, and the group.
pub fn part(part: &Part) -> (&str, &str, &str) {
    match part {
        Part::Everybody => (EVERY, EVERY, EVERY),
        Part::Setting(setting) => (setting.label(), EVERY, EVERY),
        Part::CareLevel(level) => (EVERY, "Care level", level.label()),
        Part::GpWorkforce(group) => (EVERY, GroupBy::GpWorkforce.label(), group),
        Part::Esr(group) => (EVERY, GroupBy::Esr.label(), group),
        Part::Role(role) => (EVERY, GroupBy::Role.label(), role),
    }
}

/// The format, reason, use or kind that a figure of sessions is by; blank for all of them.
pub fn by(measure: SessionMeasure, code: &str) -> &str {
    let label = match measure {
        SessionMeasure::Delivered => code.parse::<Format>().ok().map(Format::label),
        SessionMeasure::Cancelled => code.parse::<CancelReason>().ok().map(CancelReason::label),
        SessionMeasure::MinutesUsed => code.parse::<TimeUse>().ok().map(TimeUse::label),
        SessionMeasure::MinutesLost => code.parse::<WhyLost>().ok().map(WhyLost::told),
        SessionMeasure::InputWte => code.parse::<InputKind>().ok().map(InputKind::label),
        _ => None,
    };
    label.unwrap_or(code)
}

/// What a need is about: a competency, the reason for lost time, or nothing in particular.
pub fn about<'a>(contents: &'a Contents, need: &'a Need) -> &'a str {
    match need.kind {
        NeedKind::TimeLost => by(SessionMeasure::MinutesLost, &need.item),
        _ => item(contents, &need.item),
    }
}

/// The names of areas, organisations and teams.
pub fn names(contents: &Contents) -> BTreeMap<(ScopeKind, &str), &str> {
    let of_cells = contents.cells.iter().map(|cell| (&cell.key.row, &cell.name));
    let of_cover = contents.cover.iter().map(|cell| (&cell.row, &cell.name));
    let all = of_cells.chain(of_cover);
    all.map(|(row, name)| ((row.level, row.code.as_str()), name.as_str())).collect()
}

/// A figure of sessions: `12`, `35 of 48`, `2 hours`, `0.50 WTE`, `c of 48`.
pub fn figure(of: &PublishedSession) -> String {
    let number = |number| match of.figure.measure {
        SessionMeasure::MinutesPromised
        | SessionMeasure::MinutesUsed
        | SessionMeasure::MinutesLost => spoken_minutes(number),
        SessionMeasure::InputWte => format!("{}.{:02} WTE", number / 100, number % 100),
        _ => grouped(number),
    };
    part_of(of.figure.value.map(number), of.figure.of.map(number), of.note)
}

/// A marker stands for the part where that is missing.
fn part_of(part: Option<String>, whole: Option<String>, note: Option<Marker>) -> String {
    let part = part.unwrap_or_else(|| note.map_or(NOTHING, Marker::code).to_owned());
    match whole {
        Some(whole) => format!("{part} of {whole}"),
        None => part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dates::Period;
    use domain::returns::sessions::SessionFigure;

    fn told(measure: SessionMeasure, value: Option<u32>, of: Option<u32>) -> String {
        let (code, name, by) = ("P".to_owned(), "P".to_owned(), String::new());
        let (level, period) = (ScopeKind::Place, Period::ALWAYS);
        let of = SessionFigure { level, code, name, period, measure, by, value, of };
        figure(&of.published().unwrap())
    }

    #[test]
    fn each_number_is_said_in_what_it_counts() {
        use SessionMeasure::{Attended, Delivered, InputWte, MinutesUsed, TeamsEntitled};
        assert_eq!(told(Delivered, Some(1_250), None), "1,250");
        assert_eq!(told(TeamsEntitled, Some(5), Some(8)), "5 of 8");
        assert_eq!(told(MinutesUsed, Some(150), None), "2 hours 30 minutes");
        // 15,835 times 60 and 43.
        assert_eq!(told(MinutesUsed, Some(950_143), None), "15,835 hours 43 minutes");
        assert_eq!(told(MinutesUsed, None, None), "x");
        assert_eq!(told(InputWte, Some(205), None), "2.05 WTE");
        assert_eq!(told(Attended, Some(3), Some(48)), "c of 48");
    }

    #[test]
    fn no_label_names_a_unit_beside_a_number_that_has_its_own() {
        for measure in SessionMeasure::ALL {
            let label = measure.label().to_lowercase();
            assert!(!label.contains("minutes") && !label.contains("wte"), "{label}");
        }
    }

    #[test]
    fn a_reason_is_said_in_words_and_an_unknown_one_as_it_is() {
        assert_eq!(by(SessionMeasure::Delivered, "case_discussion"), "Case discussion");
        assert_eq!(by(SessionMeasure::MinutesLost, "absence"), "The educator was absent");
        assert_eq!(by(SessionMeasure::Cancelled, "low_numbers"), "Too few people would come");
        assert_eq!(by(SessionMeasure::MinutesUsed, "other"), "other");
        assert_eq!(by(SessionMeasure::Delivered, ""), "");
    }
}
