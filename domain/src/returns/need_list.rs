//! The needs of a return as a page lists them: what the place itself is short of, then gaps, the least met first. Files keep an order of
//! their own.

use super::views::{ReturnFigures, ReturnLine};
use crate::coverage::views::Heading;
use crate::paging::Paged;
use serde::{Deserialize, Serialize};

/// One need, as a page shows it, with what the lead said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedRow {
    /// What names it in a form.
    pub key: String,
    pub what: String,
    pub told: String,
    pub words: String,
    /// Of a gap; `None` of what the place itself is short of.
    pub gap: Option<NeedGap>,
    /// Whether it is shown that nothing is needed.
    pub needs_nothing: bool,
}

/// Whose a gap is, and how wide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedGap {
    pub role: Heading,
    /// The competency.
    pub item: Heading,
    /// How much is met, in whole percent; `None` where it is held, or there is nobody to count.
    pub met: Option<u32>,
}

/// Which needs are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedsAsked {
    /// The code of a role, or of a competency: then gaps alone. Blank for all.
    pub role: String,
    pub item: String,
    pub page: usize,
}

/// The needs of a return, for whoever reads them or says something about them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnNeeds {
    pub line: ReturnLine,
    pub asked: NeedsAsked,
    /// What gaps can be looked at by, in the order of their names.
    pub roles: Vec<Heading>,
    pub items: Vec<Heading>,
    pub needs: Paged<NeedRow>,
    /// Whether there are none at all, whatever is asked.
    pub is_empty: bool,
    /// Whether the lead said something of any.
    pub has_words: bool,
    /// Whether the reader may say something about one now.
    pub may_say: bool,
}

/// A need that the lead says something about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedToSay {
    pub line: ReturnLine,
    pub need: NeedRow,
}

impl ReturnFigures {
    /// The needs alone, page by page: those that are asked for.
    pub fn into_needs(self, asked: NeedsAsked) -> ReturnNeeds {
        let Self { line, mut needs, may_say, .. } = self;
        let (roles, items) = (named(&needs, |gap| &gap.role), named(&needs, |gap| &gap.item));
        let is_empty = needs.is_empty();
        let has_words = needs.iter().any(|need| !need.words.is_empty());
        needs.retain(|need| asked.is_meant(need));
        needs.sort_by_key(NeedRow::rank);
        let needs = Paged::of(needs, asked.page);
        ReturnNeeds { line, asked, roles, items, needs, is_empty, has_words, may_say }
    }

    /// The need with this key, where the reader may say something about it.
    pub fn into_need(self, key: &str) -> Option<NeedToSay> {
        let Self { line, needs, may_say, .. } = self;
        let need = needs.into_iter().find(|need| may_say && need.key == key)?;
        Some(NeedToSay { line, need })
    }
}

impl NeedRow {
    /// What the place is short of, then gaps that are published, the least met first, then those that are held; at the end, of which it is
    /// shown that nothing is needed.
    fn rank(&self) -> (bool, Option<(bool, Option<u32>)>) {
        (self.needs_nothing, self.gap.as_ref().map(|gap| (gap.met.is_none(), gap.met)))
    }
}

impl NeedsAsked {
    fn is_meant(&self, need: &NeedRow) -> bool {
        let is = |asked: &str, of: fn(&NeedGap) -> &Heading| {
            asked.is_empty() || need.gap.as_ref().is_some_and(|gap| of(gap).code == asked)
        };
        is(&self.role, |gap| &gap.role) && is(&self.item, |gap| &gap.item)
    }
}

/// What gaps are of, each once, by name.
fn named(needs: &[NeedRow], of: fn(&NeedGap) -> &Heading) -> Vec<Heading> {
    let gaps = needs.iter().filter_map(|need| need.gap.as_ref());
    let mut all: Vec<Heading> = gaps.map(|gap| of(gap).clone()).collect();
    all.sort_by(|a, b| (&a.title, &a.code).cmp(&(&b.title, &b.code)));
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::Step;
    use crate::returns::views::FiguresAsked;

    fn gap(role: &str, item: &str, met: Option<u32>) -> NeedRow {
        let heading =
            |code: &str| Heading { code: code.to_owned(), title: format!("{code} title") };
        let (role, item) = (heading(role), heading(item));
        let key = format!("{}/{}", role.code, item.code);
        let gap = Some(NeedGap { role, item, met });
        let [what, told, words] = [(); 3].map(|()| String::new());
        NeedRow { key, what, told, words, gap, needs_nothing: met == Some(100) }
    }

    fn own(key: &str) -> NeedRow {
        NeedRow { key: key.to_owned(), gap: None, ..gap("", "", None) }
    }

    fn listed(needs: Vec<NeedRow>, role: &str, item: &str) -> ReturnNeeds {
        let figures = ReturnFigures {
            line: ReturnLine {
                id: "P-2026-03-31-r1".parse().unwrap(),
                place_name: String::new(),
                recipient: String::new(),
                stands: Step::Submitted,
                on: "2026-04-01".parse().unwrap(),
                is_corrected: false,
            },
            asked: FiguresAsked::default(),
            items: Vec::new(),
            measures: Vec::new(),
            rows: Paged::of(Vec::new(), 1),
            needs,
            may_say: false,
        };
        figures.into_needs(NeedsAsked { role: role.to_owned(), item: item.to_owned(), page: 1 })
    }

    fn keys(of: &ReturnNeeds) -> Vec<&str> {
        of.needs.entries.iter().map(|need| need.key.as_str()).collect()
    }

    /// As files have them: by role and competency, then what the place is short of.
    fn needs() -> Vec<NeedRow> {
        vec![
            gap("N", "A", Some(60)),
            gap("N", "B", None),
            gap("P", "A", Some(20)),
            gap("P", "B", Some(60)),
            own("assessors"),
            own("waiting_list"),
        ]
    }

    #[test]
    fn the_place_comes_first_then_the_least_met_and_what_is_held_last() {
        let nothing =
            ["time_lost", "requests"].map(|key| NeedRow { needs_nothing: true, ..own(key) });
        let all = listed([nothing.to_vec(), needs()].concat(), "", "");
        let [first, last] = [["assessors", "waiting_list"], ["time_lost", "requests"]];
        let gaps = ["P/A", "N/A", "P/B", "N/B"];
        assert_eq!(keys(&all), [&first[..], &gaps, &last].concat());
        let codes = |of: &[Heading]| of.iter().map(|of| of.code.clone()).collect::<Vec<_>>();
        assert_eq!((codes(&all.roles), codes(&all.items)), (codes_of("NP"), codes_of("AB")));
        assert!(!all.has_words && !all.is_empty);
    }

    fn codes_of(letters: &str) -> Vec<String> {
        letters.chars().map(String::from).collect()
    }

    #[test]
    fn gaps_are_looked_at_by_role_and_by_competency() {
        assert_eq!(keys(&listed(needs(), "P", "")), ["P/A", "P/B"]);
        assert_eq!(keys(&listed(needs(), "", "B")), ["P/B", "N/B"]);
        assert_eq!(keys(&listed(needs(), "N", "A")), ["N/A"]);
        let none = listed(needs(), "X", "");
        assert_eq!((keys(&none).len(), none.is_empty, none.roles.len()), (0, false, 2));
    }

    #[test]
    fn words_are_known_wherever_they_stand() {
        let mut some = needs();
        some[1].words = "Two nurses train in May".to_owned();
        assert!(listed(some, "P", "").has_words, "the column stays, whatever is looked at");
    }
}
