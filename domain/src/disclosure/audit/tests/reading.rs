//! What a reader takes from what is shown, by clauses 1 to 8 and nothing of the audit.

use crate::disclosure::audit::{Count, Figure, Relation};
use crate::disclosure::{Shown, people, requirements};

/// Counts added (1) and taken away (-1), and what they come to.
pub(super) struct Sum {
    pub terms: Vec<(usize, i64)>,
    pub low: i64,
    pub high: i64,
}

/// Whether a count that is shown so could be this number.
pub(super) fn could_be(figure: Figure, number: u32, shown: Shown, is_unsaid: bool) -> bool {
    let (of, would_show, itself) = match figure {
        Figure::People { met, of } => (of, people(number, of), people(met, of)),
        Figure::Requirements { met, of, people } => {
            (0, requirements(number, of, people), requirements(met, of, people))
        }
    };
    let without_band = matches!(shown, Shown::Held { band: None, .. });
    match itself {
        _ if without_band && is_unsaid => true,
        _ if shown == itself => would_show == shown,
        // Its band was left out, so that nobody can tell.
        Shown::Held { .. } => without_band,
        _ if of >= 40 => !would_show.is_held(),
        _ => true,
    }
}

/// Nobody has two posts, or it is known what those add who do.
pub(super) fn sum(counts: &[Count], relation: &Relation) -> Sum {
    match relation {
        Relation::AtMost { less, more, by } => {
            let terms = vec![(*more, 1), (*less, -1)];
            Sum { terms, low: -i64::from(*by), high: i64::from(u32::MAX) }
        }
        Relation::Whole { parent, children } => {
            let mut terms: Vec<(usize, i64)> = children.iter().map(|child| (*child, 1)).collect();
            terms.push((*parent, -1));
            let all = |number: fn(Figure) -> u32| -> i64 {
                terms.iter().map(|(at, sign)| sign * i64::from(number(counts[*at].figure))).sum()
            };
            let (more_people, more_met) = (all(Figure::of), all(Figure::met));
            match more_people < 0 {
                // A child is not published.
                true => Sum { terms, low: more_people.min(more_met), high: more_met.max(0) },
                false => Sum { terms, low: more_met, high: more_met },
            }
        }
    }
}
