//! Levels by number and name, and as answers that say what each means.

use crate::ui::Choice;
use domain::frameworks::Level;

/// `4 Practises independently`.
pub fn level_named(level: Level) -> String {
    format!("{level} {}", level.name())
}

/// The five levels with what each means here; a remark such as `asked of you` stands beside the level it is about.
pub fn level_choices(descriptors: &[String], remark: Option<(Level, &str)>) -> Vec<Choice> {
    let levels = Level::ALL.into_iter().zip(descriptors);
    let choice = |(level, descriptor): (Level, &String)| {
        let remark = remark.filter(|(of, _)| *of == level).map(|(_, words)| format!(" ({words})"));
        let label = level_named(level) + &remark.unwrap_or_default();
        Choice::new(level, label).hint(descriptor.clone())
    };
    levels.map(choice).collect()
}
