//! Whoever has every published table cannot work out what is held: on random places.

use super::NONE;
use super::attacker::Attacker;
use super::measures::{measures, teams_with_more};
use super::places::Place;
use super::random::{teams, two_years, with_doubles};
use super::years::two_returns;
use crate::disclosure::audit::{Audited, Relation};
use proptest::prelude::*;

/// The counts that are held and yet could be fewer than 3 numbers, or than there are.
pub(super) fn given_away(place: &Place, published: &Audited) -> Vec<usize> {
    let attacker = Attacker::reads(place, published);
    let is_given_away = |at: &usize| {
        let needs = place.counts[*at].figure.of().min(2) as usize + 1;
        published.shown[*at].is_held() && attacker.possible(*at, needs) < needs
    };
    (0..place.counts.len()).filter(is_given_away).collect()
}

fn assert_safe(place: &Place) -> Result<(), TestCaseError> {
    let published = place.audited();
    prop_assert_eq!(&published.open, &NONE);
    prop_assert_eq!(given_away(place, &published), NONE, "{:?}", published);
    Ok(())
}

proptest! {
    #[test]
    fn nobody_works_out_what_a_return_holds(teams in teams()) {
        assert_safe(&Place::of(&teams, &[]))?;
    }

    /// Not even who knows what those add who are in two rows.
    #[test]
    fn nor_where_people_have_two_posts((teams, doubles) in with_doubles()) {
        assert_safe(&Place::of(&teams, &doubles))?;
    }

    /// What an earlier return has told stays told. Where a team of one or two joins others that were told exactly, it leaves what
    /// they come to together no more numbers than it has itself; then that is said, and nothing else is given away.
    #[test]
    fn nor_from_two_returns((teams, later) in two_years()) {
        let both = two_returns(&teams, &later, Place::audited);
        let published = both.audited();
        let away = given_away(&both, &published);
        let is_said = away.iter().all(|at| published.open.contains(at));
        prop_assert!(is_said, "{:?} {:?}", away, published);
        let is_large = later.iter().flatten().all(|(_, of)| *of > 2);
        prop_assert!(!is_large || published.open.is_empty(), "{:?}", published);
    }

    /// The first part of clause 9, in what is published in the end.
    #[test]
    fn no_child_of_a_published_row_is_held_alone(teams in teams()) {
        let place = Place::of(&teams, &[]);
        let published = place.audited();
        for relation in &place.relations {
            let Relation::Whole { parent, children } = relation else { continue };
            let people = |at: &&usize| place.counts[**at].figure.of() > 0;
            let children: Vec<&usize> = children.iter().filter(people).collect();
            let held = children.iter().filter(|child| published.shown[***child].is_held()).count();
            let is_alone = held == 1 && children.len() > 1;
            prop_assert!(!is_alone || published.shown[*parent].is_held(), "{:?}", published);
        }
    }

    /// What clauses 1 to 8 hold stays held; what is shown is what they show.
    #[test]
    fn nothing_is_shown_that_the_other_clauses_hold(teams in teams()) {
        let place = Place::of(&teams, &[]);
        let published = place.audited();
        for (at, count) in place.counts.iter().enumerate() {
            let itself = count.figure.shown();
            let is_second = published.second.contains(&at);
            prop_assert_eq!(published.shown[at].is_held(), itself.is_held() || is_second);
            prop_assert!(published.shown[at].is_held() || published.shown[at] == itself);
        }
    }
}

proptest! {
    // Three times the counts: one takes the attacker as long as ten of the others.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nobody_works_it_out_from_several_measures((teams, more) in teams_with_more()) {
        assert_safe(&measures(&teams, &more))?;
    }
}
