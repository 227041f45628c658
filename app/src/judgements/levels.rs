//! Levels by number and name, and as answers that say what each means.

use crate::ui::Choice;
use domain::frameworks::Level;

/// `4 Practises independently`.
pub fn level_named(level: Level) -> String {
    format!("{level} {}", level.name())
}

/// The five levels with what each means here; the one that is asked says so.
pub fn level_choices(descriptors: &[String], asked: Option<Level>) -> Vec<Choice> {
    let levels = Level::ALL.into_iter().zip(descriptors);
    let choice = |(level, descriptor): (Level, &String)| {
        let asked = if asked == Some(level) { " (asked)" } else { "" };
        Choice::new(level, format!("{}{asked}", level_named(level))).hint(descriptor.clone())
    };
    levels.map(choice).collect()
}
