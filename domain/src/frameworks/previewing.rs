//! What a crosswalk does to figures, told by the competencies that cause it.

use super::views::{Cause, Figure, Met, PreviewCell};
use crate::codes::CrosswalkRelation;
use crate::disclosure::{people, requirements};
use std::collections::{BTreeMap, BTreeSet};

/// One answer of a crosswalk, by codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Led {
    pub old: String,
    pub relation: CrosswalkRelation,
    pub asked_again: bool,
    pub new: Option<String>,
}

/// Requirements met of all, and how many people have them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub met: Met,
    pub people: u32,
}

impl Counted {
    /// Several together. They may be the same people, so there are at least as many as of any of them.
    fn with(self, other: &Self) -> Self {
        let met = Met { met: self.met.met + other.met.met, of: self.met.of + other.met.of };
        Self { met, people: self.people.max(other.people) }
    }

    /// As a reader sees it: exact, or as the disclosure rule allows. Where everybody has one requirement, requirements are
    /// people.
    pub fn figure(&self, exact: bool) -> Figure {
        let Self { met: Met { met, of }, people: many } = *self;
        match exact {
            true => Figure::Exact(self.met),
            false if of == many => Figure::Shown(people(met, of)),
            false => Figure::Shown(requirements(met, of, many)),
        }
    }
}

/// The figures of one row by competency.
pub type ByCompetency = BTreeMap<String, Counted>;

/// What moves a row's figures: competencies that hang together by the crosswalk, with their sums before and after, where
/// these differ as the reader sees them. What no answer leads to is new.
pub fn causes(
    answers: &[Led],
    before: &ByCompetency,
    after: &ByCompetency,
    exact: bool,
) -> Vec<Cause> {
    let groups = groups(answers, after);
    let sum = |codes: &BTreeSet<String>, figures: &ByCompetency| {
        let found = codes.iter().filter_map(|code| figures.get(code)).copied();
        let total = found.reduce(|sum, one| sum.with(&one));
        total.map(|total| total.figure(exact))
    };
    let cause = |group: Group| {
        let cell = PreviewCell { before: sum(&group.old, before), after: sum(&group.new, after) };
        (cell.before != cell.after).then(|| Cause { what: group.words(), cell })
    };
    groups.into_iter().filter_map(cause).collect()
}

/// Competencies that hang together.
#[derive(Clone, Debug, Default)]
struct Group {
    old: BTreeSet<String>,
    new: BTreeSet<String>,
    relations: BTreeSet<CrosswalkRelation>,
    asked_again: bool,
}

fn groups(answers: &[Led], after: &ByCompetency) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for answer in answers {
        let touches = |group: &Group| {
            let new = answer.new.as_ref().is_some_and(|new| group.new.contains(new));
            new || group.old.contains(&answer.old)
        };
        let (touched, rest): (Vec<Group>, Vec<Group>) = groups.into_iter().partition(touches);
        let mut joined = touched.into_iter().fold(Group::default(), Group::join);
        joined.old.insert(answer.old.clone());
        joined.new.extend(answer.new.clone());
        joined.relations.insert(answer.relation);
        joined.asked_again |= answer.asked_again;
        groups = rest;
        groups.push(joined);
    }
    let led: BTreeSet<&String> = answers.iter().filter_map(|answer| answer.new.as_ref()).collect();
    let new = after.keys().filter(|code| !led.contains(code));
    groups
        .extend(new.map(|code| Group { new: BTreeSet::from([code.clone()]), ..Group::default() }));
    groups.sort_by(|a, b| (&a.old, &a.new).cmp(&(&b.old, &b.new)));
    groups
}

impl Group {
    fn join(mut self, other: Self) -> Self {
        self.old.extend(other.old);
        self.new.extend(other.new);
        self.relations.extend(other.relations);
        self.asked_again |= other.asked_again;
        self
    }

    fn words(&self) -> String {
        use CrosswalkRelation as Is;
        let list = |codes: &BTreeSet<String>| codes.iter().cloned().collect::<Vec<_>>().join(", ");
        let (old, new) = (list(&self.old), list(&self.new));
        let again = if self.asked_again { ", asked again" } else { "" };
        let relations: Vec<Is> = self.relations.iter().copied().collect();
        match relations.as_slice() {
            [] => format!("{new} is new"),
            [Is::Same] if old == new => format!("{new} stays the same{again}"),
            [Is::Same] => format!("{old} becomes {new}{again}"),
            [Is::Narrower] => format!("{old} becomes {new}, narrower{again}"),
            [Is::Wider] => format!("{old} becomes {new}, wider, asked again"),
            [Is::Split] => format!("{old} is split into {new}{again}"),
            [Is::Merged] => format!("{old} are merged into {new}{again}"),
            [Is::Retired] => format!("{old} is retired"),
            _ => format!("{old} become {new}{again}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CrosswalkRelation as Is;

    fn figures(of: &[(&str, u32, u32)]) -> ByCompetency {
        let counted = |met, of| Counted { met: Met { met, of }, people: of };
        of.iter().map(|&(code, met, of)| (code.to_owned(), counted(met, of))).collect()
    }

    #[test]
    fn what_hangs_together_is_told_once_and_only_where_it_moves_something() {
        let led = |old: &str, relation, new: Option<&str>| Led {
            old: old.into(),
            relation,
            asked_again: false,
            new: new.map(Into::into),
        };
        let answers = [
            led("A", Is::Same, Some("A")),
            led("B", Is::Split, Some("B1")),
            led("B", Is::Split, Some("B2")),
            led("C", Is::Merged, Some("E")),
            led("D", Is::Merged, Some("E")),
            led("F", Is::Retired, None),
            led("G", Is::Wider, Some("G")),
        ];
        let before = figures(&[
            ("A", 2, 3),
            ("B", 2, 3),
            ("C", 3, 3),
            ("D", 1, 3),
            ("F", 1, 1),
            ("G", 2, 2),
        ]);
        let after = figures(&[
            ("A", 2, 3),
            ("B1", 2, 3),
            ("B2", 2, 3),
            ("E", 1, 3),
            ("G", 0, 2),
            ("H", 0, 3),
        ]);
        let told: Vec<String> = causes(&answers, &before, &after, true)
            .iter()
            .map(|cause| {
                let words = |figure: Option<Figure>| {
                    figure
                        .and_then(Figure::exact)
                        .map_or("none".to_owned(), |m| format!("{} of {}", m.met, m.of))
                };
                format!(
                    "{}: {} to {}",
                    cause.what,
                    words(cause.cell.before),
                    words(cause.cell.after)
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "H is new: none to 0 of 3",
                "B is split into B1, B2: 2 of 3 to 4 of 6",
                "C, D are merged into E: 4 of 6 to 1 of 3",
                "F is retired: 1 of 1 to none",
                "G becomes G, wider, asked again: 2 of 2 to 0 of 2",
            ]
        );
    }

    #[test]
    fn whoever_sees_no_exact_figures_sees_none_of_a_few_people() {
        let counted = |met, of, people| Counted { met: Met { met, of }, people };
        let told = |counted: Counted| match counted.figure(false) {
            Figure::Shown(shown) => shown.to_string(),
            Figure::Exact(_) => panic!("exact"),
        };
        // 25 requirements of one person would be 25 people if they were counted as such.
        for (figure, shown) in [
            (counted(12, 25, 1), "c"),
            (counted(3, 22, 22), "c of 22"),
            (counted(10, 20, 20), "10 of 20"),
            (counted(137, 200, 50), "70%"),
        ] {
            assert_eq!(told(figure), shown);
        }
        let lead = |new: &str| Led {
            old: "A".into(),
            relation: Is::Split,
            asked_again: false,
            new: Some(new.into()),
        };
        let (before, after) = (figures(&[("A", 2, 3)]), figures(&[("A1", 2, 3), ("A2", 1, 3)]));
        let shown = causes(&[lead("A1"), lead("A2")], &before, &after, false);
        let words = |figure: Option<Figure>| match figure {
            Some(Figure::Shown(shown)) => shown.to_string(),
            other => panic!("{other:?}"),
        };
        let told: Vec<_> =
            shown.iter().map(|c| (words(c.cell.before), words(c.cell.after))).collect();
        assert_eq!(told, [("c of 3".to_owned(), "c".to_owned())]);
    }
}
