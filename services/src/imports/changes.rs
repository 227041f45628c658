//! What differs between what is on record and what a file says, in words.

use std::fmt::Display;

/// The differences of one thing; none means that it stays as it is.
#[derive(Debug, Default)]
pub(super) struct Changes(Vec<String>);

impl Changes {
    /// Notes a field whose value changes; a blank stands for none.
    #[must_use]
    pub fn of(mut self, field: &str, before: impl Display, after: impl Display) -> Self {
        let (before, after) = (before.to_string(), after.to_string());
        if before != after {
            self.0.push(match (before.as_str(), after.as_str()) {
                ("", after) => format!("{field} becomes '{after}'"),
                (before, "") => format!("{field} '{before}' is taken out"),
                (before, after) => format!("{field} '{before}' becomes '{after}'"),
            });
        }
        self
    }

    /// As [`Changes::of`], for what may be missing.
    #[must_use]
    pub fn of_maybe<T: Display>(self, field: &str, before: Option<T>, after: Option<T>) -> Self {
        self.of(field, shown(before), shown(after))
    }

    pub const fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    pub fn words(&self) -> String {
        self.0.join(", ")
    }
}

/// A value as people read it; blank where there is none.
pub(super) fn shown<T: Display>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub(super) const fn yes_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}
