//! An answer as text, always the same for the same answer: a link keeps its digest, and tells when today's data would answer otherwise.

use super::{Asking, Change, Difference, Explained, Explanation, Figure, LeftOut, Outcome};
use crate::coverage::Facts;
use crate::coverage::query::Unit;
use crate::coverage::row::Counts;
use chrono::NaiveDate;
use std::fmt::Write;

/// The first line; it changes where the text is put otherwise, so that old digests are told apart from changed answers.
const FORM: &str = "esteem figure 1";

/// The same of a change.
const FORM_OF_CHANGE: &str = "esteem change 1";

/// How many hexadecimal digits of the SHA-256 of an answer a link keeps: two answers to one question do not share them by accident.
pub const ANSWER_DIGITS: usize = 16;

/// The digest of an answer as it stands in a link.
///
/// # Errors
/// Returns the message where it is none: a part of a link is easily lost.
pub fn kept_answer(text: String) -> Result<String, String> {
    let is_digit = |letter: char| matches!(letter, '0'..='9' | 'a'..='f');
    if text.len() == ANSWER_DIGITS && text.chars().all(is_digit) {
        return Ok(text);
    }
    Err("A part of this link is missing. Copy the whole link, or ask for it again".to_owned())
}

/// The query, the rule, the numbers and everybody in or beside the figure, a line each. Names and titles are not in it: to be called
/// otherwise changes no answer.
pub fn canonical(facts: &Facts, figure: Figure<'_>, explanation: &Explanation) -> String {
    let mut text = format!("{FORM}\n{}", question(facts, figure));
    let versions = &explanation.versions;
    let framework = versions.framework.map_or_else(nothing, |number| number.to_string());
    push(&mut text, &["rule", &versions.rule, "framework", &framework]);
    push(&mut text, &["counts", &counts(&explanation.counts())]);
    for explained in &explanation.counted {
        person(&mut text, facts, explained, None);
    }
    for (explained, why) in &explanation.left_out {
        person(&mut text, facts, explained, Some(*why));
    }
    text
}

/// The query, the other day, the numbers of both days, and what each part did to whom, a line each.
pub fn canonical_change(facts: &Facts, figure: Figure<'_>, change: &Change) -> String {
    let mut text = format!("{FORM_OF_CHANGE}\n{}", question(facts, figure));
    push(&mut text, &["since", &change.since.to_string()]);
    push(&mut text, &["then", &counts(&change.then)]);
    push(&mut text, &["now", &counts(&change.now)]);
    for part in &change.parts {
        for changed in &part.pairs {
            let of = facts.competencies.get(usize::from(changed.competency));
            let code = of.map_or_else(nothing, |of| word(&of.code));
            let (person, moved) = (changed.person.0.to_string(), differs(changed.difference));
            push(&mut text, &[part.part.code(), &person, &code, &moved]);
        }
    }
    text
}

fn differs(difference: Difference) -> String {
    let Difference { requirements, requirements_met, required, fully_met, recognised, .. } =
        difference;
    let Difference { self_assessed, assessed, critical_required, critical_met, .. } = difference;
    let people = [requirements, requirements_met, required, fully_met, recognised];
    let rest = [self_assessed, assessed, critical_required, critical_met];
    let numbers = people.into_iter().chain(rest).map(|number| number.to_string());
    numbers.collect::<Vec<_>>().join(" ")
}

fn push(text: &mut String, words: &[&str]) {
    text.push_str(&words.join(" "));
    text.push('\n');
}

fn nothing() -> String {
    "-".to_owned()
}

/// A code as one word of a line.
fn word(code: &str) -> String {
    format!("\"{}\"", code.escape_default())
}

fn question(facts: &Facts, figure: Figure<'_>) -> String {
    let query = figure.query;
    let unit = |unit: Unit| {
        let kind = match unit {
            Unit::Area(_) => "area",
            Unit::Organisation(_) => "organisation",
            Unit::Team(_) => "team",
            Unit::NamedGroup(_) => "named group",
        };
        let code = facts.unit_name(unit).map_or_else(nothing, |(code, _)| word(code));
        format!("{kind} {code}")
    };
    let organisation = query.organisation.map(Unit::Organisation);
    let lines = [
        ("as_at", query.as_at.to_string()),
        ("scope", format!("{} {}", query.scope, unit(figure.unit))),
        ("item", format!("{} {}", query.item, word(figure.item_code))),
        ("by", query.group.map_or_else(nothing, |by| by.to_string())),
        ("group", figure.group.map_or_else(nothing, word)),
        ("within", query.within.map_or_else(nothing, unit)),
        ("setting", query.setting.map_or_else(nothing, |setting| setting.to_string())),
        ("care_level", query.care_level.map_or_else(nothing, |level| level.to_string())),
        ("organisation", organisation.map_or_else(nothing, unit)),
        ("strand", query.strand.map_or_else(nothing, |strand| strand.to_string())),
        ("critical_only", query.critical_only.to_string()),
        ("include_bank", query.include_bank.to_string()),
    ];
    lines.map(|(what, value)| format!("{what} {value}\n")).concat()
}

fn counts(counts: &Counts) -> String {
    let Counts { required, met_confirmed, met_recognised, met_self, assessed, .. } = counts;
    let Counts { due_soon, expired, exempt, not_in_scope, .. } = counts;
    let Counts { requirements, requirements_met, critical_required, critical_met, .. } = counts;
    let Counts { fte_required, fte_met_confirmed, .. } = counts;
    let people = [required, met_confirmed, met_recognised, met_self, assessed, due_soon, expired];
    let pairs = [exempt, not_in_scope, requirements, requirements_met];
    let rest = [critical_required, critical_met];
    let numbers = people.into_iter().chain(pairs).chain(rest).map(ToString::to_string);
    let numbers = numbers.chain([fte_required, fte_met_confirmed].map(ToString::to_string));
    numbers.collect::<Vec<_>>().join(" ")
}

fn person(text: &mut String, facts: &Facts, explained: &Explained, why: Option<LeftOut>) {
    let why = why.map_or_else(|| "counted".to_owned(), left_out);
    push(text, &[&explained.person.0.to_string(), &why, &counts(&explained.share)]);
    for asking in &explained.asked {
        let code = facts.competencies.get(usize::from(asking.competency)).map(|of| word(&of.code));
        let _ = writeln!(text, " {} {}", code.unwrap_or_else(nothing), asked(asking));
    }
}

fn asked(asking: &Asking) -> String {
    let Asking { level, critical, standing, outcome, .. } = asking;
    let critical = if *critical { "critical" } else { "-" };
    let by_self = standing.self_level.map_or_else(nothing, |level| level.to_string());
    format!("{level} {critical} {by_self} {}", came_to(*outcome))
}

fn on(day: Option<NaiveDate>) -> String {
    day.map_or_else(nothing, |day| day.to_string())
}

fn came_to(outcome: Outcome) -> String {
    match outcome {
        Outcome::Met { level, kind, due_on, due_soon } => {
            let soon = if due_soon { "due_soon" } else { "met" };
            format!("{soon} {level} {kind} {due_on}")
        }
        Outcome::TooLow { level, kind, due_on } => format!("too_low {level} {kind} {due_on}"),
        Outcome::Expired { level, kind, due_on } => format!("expired {level} {kind} {due_on}"),
        Outcome::Revoked { on: day } => format!("revoked {}", on(day)),
        Outcome::SelfAssessed { level } => format!("self_assessed {level}"),
        Outcome::NoJudgement => "not_assessed".to_owned(),
        Outcome::Exempt { since, until } => format!("exempt {} {}", on(since), on(until)),
    }
}

fn left_out(why: LeftOut) -> String {
    match why {
        LeftOut::Exempt => "exempt".to_owned(),
        LeftOut::NothingAsked => "nothing_asked".to_owned(),
        LeftOut::Away { since } => format!("away {}", on(since)),
        LeftOut::OtherGroup => "other_group".to_owned(),
        LeftOut::OtherSetting(setting) => format!("other_setting {setting}"),
        LeftOut::OtherCareLevel(level) => {
            format!("other_care_level {}", level.map_or_else(nothing, |level| level.to_string()))
        }
        LeftOut::Casual(category) => format!("casual {category}"),
        LeftOut::TeamClosed { from, to } => format!("team_closed {} {}", on(from), on(to)),
        LeftOut::Ended { on: day } => format!("ended {}", on(day)),
        LeftOut::NotStarted { on } => format!("not_started {on}"),
    }
}
