//! What somebody typed in a form: read from the post, and written again as server functions read it.

use app::forms::{date_of_day, date_part};
use form_urlencoded::{Serializer, parse};
use std::collections::HashMap;

/// More fields than any page has: a list of everybody with a role.
const MOST_FIELDS: usize = 5_000;

/// The fields of a form in order; only lists (`codes[]`) have several of one name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    values: Vec<(String, String)>,
    /// Where each name stands.
    at: HashMap<String, usize>,
}

impl Typed {
    /// Reads the body of a form. `None` where it has more fields than any page, or a character that is none.
    pub fn read(body: &[u8]) -> Option<Self> {
        let mut typed = Self::default();
        for (name, value) in parse(body) {
            if typed.values.len() >= MOST_FIELDS || value.contains('\0') {
                return None;
            }
            typed.put(name.into_owned(), value.into_owned());
        }
        typed.join_dates();
        Some(typed)
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.at.get(name).and_then(|at| self.values.get(*at)).map(|(_, value)| value.as_str())
    }

    /// Every answer in a list.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// As server functions read it.
    pub fn written(&self) -> String {
        Serializer::new(String::new()).extend_pairs(&self.values).finish()
    }

    /// For the page that is shown again.
    pub fn into_values(self) -> Vec<(String, String)> {
        self.values
    }

    /// Of several the last: before radio buttons stands an empty field, for when none is chosen.
    pub fn put(&mut self, name: String, value: String) {
        let known = self.at.get(&name).filter(|_| !name.ends_with("[]"));
        if let Some((_, old)) = known.and_then(|at| self.values.get_mut(*at)) {
            *old = value;
            return;
        }
        self.at.insert(name.clone(), self.values.len());
        self.values.push((name, value));
    }

    /// The three boxes of a date input, `seen_on-day` and its neighbours, also as one date `seen_on`.
    pub fn join_dates(&mut self) {
        let names: Vec<_> = self.values.iter().filter_map(|(name, _)| date_of_day(name)).collect();
        for name in names {
            let [day, month, year] = ["day", "month", "year"]
                .map(|part| self.get(&date_part(&name, part)).unwrap_or_default().trim());
            let date = date(day, month, year);
            self.put(name, date);
        }
    }
}

/// Blank only when every box is; what cannot be a date stays recognisable as what was typed.
fn date(day: &str, month: &str, year: &str) -> String {
    if [day, month, year].iter().all(|part| part.is_empty()) {
        String::new()
    } else if month.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        let short: String = month.chars().take(3).collect();
        format!("{day}-{short}-{year}")
    } else {
        format!("{year}-{month:0>2}-{day:0>2}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(body: &str, name: &str) -> Option<String> {
        Typed::read(body.as_bytes()).unwrap().get(name).map(str::to_owned)
    }

    #[test]
    fn the_boxes_of_a_date_become_one_date() {
        let boxes =
            |day, month, year| get(&format!("on-day={day}&on-month={month}&on-year={year}"), "on");
        assert_eq!(boxes("4", "5", "2026").as_deref(), Some("2026-05-04"));
        assert_eq!(boxes("4", "September", "2026").as_deref(), Some("4-Sep-2026"));
        assert_eq!(boxes("", "+", "").as_deref(), Some(""));
        assert_eq!(boxes("4", "", "2026").as_deref(), Some("2026-00-04"));
        let of_one = get("on-day%5BRSK-1%5D=4&on-month[RSK-1]=5&on-year[RSK-1]=2026", "on[RSK-1]");
        assert_eq!(of_one.as_deref(), Some("2026-05-04"));
        assert_eq!(get("on=2026-05-04", "on").as_deref(), Some("2026-05-04"));
    }

    #[test]
    fn a_chosen_answer_wins_over_the_empty_one_before_it() {
        assert_eq!(get("level=&level=3", "level").as_deref(), Some("3"));
        assert_eq!(get("level=", "level").as_deref(), Some(""));
    }

    #[test]
    fn lists_keep_every_answer() {
        let typed = Typed::read(b"codes%5B%5D=RSK-1&codes[]=EMG-2&note=a+%26+b").unwrap();
        assert_eq!(typed.written(), "codes%5B%5D=RSK-1&codes%5B%5D=EMG-2&note=a+%26+b");
    }

    #[test]
    fn more_fields_than_any_page_has_are_not_read() {
        let fields = |many: usize| (0..many).map(|n| format!("{n}-day=&")).collect::<String>();
        assert!(Typed::read(fields(MOST_FIELDS).as_bytes()).is_some());
        assert!(Typed::read(fields(MOST_FIELDS + 1).as_bytes()).is_none());
        assert!(Typed::read(b"email=a%00b").is_none());
    }
}
