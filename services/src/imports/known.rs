//! What is on record under a code, for the cells that refer to it.

use std::collections::HashMap;

/// Everything of one kind, by code.
#[derive(Clone, Debug)]
pub(super) struct Codes<T> {
    /// What it is, with its article, such as `a team on record`.
    what: &'static str,
    by_code: HashMap<String, T>,
}

impl<T> Codes<T> {
    pub fn new(what: &'static str, all: impl IntoIterator<Item = (String, T)>) -> Self {
        Self { what, by_code: all.into_iter().collect() }
    }

    /// Looks a cell's code up.
    ///
    /// # Errors
    /// Says what is not on record, and what to do.
    pub fn find(&self, cell: &str) -> Result<&T, String> {
        let what = self.what;
        self.by_code.get(cell.trim()).ok_or_else(|| {
            format!("is not the code of {what}; import it first, or correct the code")
        })
    }
}

impl<T: PartialEq> Codes<T> {
    pub fn code_of(&self, what: &T) -> Option<&str> {
        self.by_code.iter().find(|(_, known)| *known == what).map(|(code, _)| code.as_str())
    }
}

impl<T> IntoIterator for Codes<T> {
    type Item = (String, T);
    type IntoIter = std::collections::hash_map::IntoIter<String, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.by_code.into_iter()
    }
}
