//! What somebody began to type and comes back to: the answers of one form, kept until it is sent.

use serde::{Deserialize, Serialize};

/// The answers of a form, by the names of its fields; a list has several of one name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub answers: Vec<(String, String)>,
}

impl Draft {
    /// The answer in a field; empty where there is none.
    pub fn of(&self, name: &str) -> &str {
        let mut last = self.answers.iter().rev();
        last.find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Every answer in a list.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.answers.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// How many fields have an answer.
    pub fn answered(&self) -> usize {
        self.answers.iter().filter(|(_, value)| !value.trim().is_empty()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::Draft;

    #[test]
    fn a_draft_knows_what_was_answered() {
        let answers = [("level-RSK-1", "3"), ("level-RSK-2", ""), ("items", "a"), ("items", "b")];
        let answers = answers.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        let draft = Draft { answers };
        assert_eq!((draft.of("level-RSK-1"), draft.of("level-RSK-3")), ("3", ""));
        assert_eq!(draft.all("items").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(draft.answered(), 3);
    }
}
