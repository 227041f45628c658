//! Codes: those that items bring, each once, and new ones for items that bring none.

use super::items::{Item, Items};
use super::node::Reader;
use std::collections::{HashMap, HashSet};

/// How much of a domain's code begins the codes of its competencies.
const MOST_PREFIX: usize = 50;

/// The codes of domains, or those of competencies.
#[derive(Debug, Default)]
pub(super) struct Codes {
    taken: HashSet<String>,
    /// How many were made up.
    pub made: usize,
    numbers: HashMap<String, usize>,
}

impl Codes {
    /// Takes note of the codes that `all` bring; notes those that stand twice.
    pub fn of<'a>(
        reader: &mut Reader,
        items: &Items<'_>,
        all: impl Iterator<Item = &'a usize>,
    ) -> Self {
        let mut codes = Self::default();
        for item in all.filter_map(|at| items.get(*at)) {
            if item.code.as_ref().is_some_and(|code| !codes.taken.insert(code.clone())) {
                let message = "is also the code of an earlier item; give each its own";
                reader.fault(&item.node, "humanCodingScheme", message);
            }
        }
        codes
    }

    /// The item's own code, else `prefix` and the next number that is free.
    pub fn code(&mut self, item: Option<&Item<'_>>, prefix: &str) -> String {
        if let Some(code) = item.and_then(|item| item.code.clone()) {
            return code;
        }
        self.made += 1;
        let prefix: String = prefix.chars().take(MOST_PREFIX).collect();
        let number = self.numbers.entry(prefix.clone()).or_default();
        loop {
            *number += 1;
            let code = format!("{prefix}{number}");
            if self.taken.insert(code.clone()) {
                return code;
            }
        }
    }
}
