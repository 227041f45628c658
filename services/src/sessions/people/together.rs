//! What is to be known before several of one's people are booked at one press: how many of a profession can go together.

use super::super::asking::Asking;
use super::super::stored::Stored;
use crate::ctx::Ctx;
use crate::release::may_manage;
use domain::coverage::{Facts, Person};
use domain::ids::PersonId;
use domain::organisations::TeamIndex;
use domain::sessions::people::{PersonLine, can_go};
use domain::sessions::seats::Seating;
use std::collections::BTreeMap;

/// Says for each profession of a team how many can go, where not all of them can go together. Where none can go, their own lines say so.
pub(super) fn together(
    ctx: &Ctx,
    facts: &Facts,
    at: (&Stored, &Seating),
    asking: &Asking,
    (shown, lines): (&[(&Person, TeamIndex)], &[PersonLine]),
) -> Vec<String> {
    let mut groups: BTreeMap<(TeamIndex, &str), Vec<PersonId>> = BTreeMap::new();
    for ((person, from), line) in shown.iter().zip(lines) {
        if let (None, Some(own)) = (&line.against, &line.profession) {
            groups.entry((*from, own.as_str())).or_default().push(person.id);
        }
    }
    let words = |((from, own), people): ((TeamIndex, &str), Vec<PersonId>)| {
        let team = facts.places.teams.get(from)?;
        let (least, most) = asking.can_go(facts, at, (*people.first()?, team.id))?;
        let decides = may_manage(ctx, facts, from);
        (1..people.len()).contains(&most).then(|| can_go(own, &team.name, (least, most), decides))
    };
    groups.into_iter().filter_map(words).collect()
}
