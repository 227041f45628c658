//! Places made at random in which people come, go, move and are away, teams open and close, roles ask something else, and things are
//! recorded late.

use crate::codes::{PostCategory, PostStatus};
use crate::coverage::Facts;
use crate::coverage::small_place::day;
use crate::coverage::tests::as_read;
use crate::dates::{Period, days_after};
use crate::ids::PostId;
use crate::organisations::Membership;
use crate::people::Terms;
use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

/// Days after the start of 2023, when all that is made at random begins.
type After = i64;
/// From when other terms hold: team, role, status, whether bank, and how many days later that was recorded.
type Then = (After, usize, usize, usize, bool, i64);
/// When a post begins and ends, if ever, what becomes of it, and how late it was first recorded.
type Life = (Option<After>, Option<After>, Vec<Then>, i64);

pub(super) fn on(after: After) -> NaiveDate {
    days_after(day("2023-01-01"), after)
}

fn after() -> impl Strategy<Value = After> {
    0_i64..1400
}

fn lives() -> impl Strategy<Value = Vec<Life>> {
    let late = prop_oneof![3 => Just(0_i64), 1 => 1_i64..600];
    let then =
        (after(), 0_usize..3, 0_usize..3, 0_usize..3, prop::bool::weighted(0.2), late.clone());
    let end = || prop::option::weighted(0.4, after());
    prop::collection::vec((end(), end(), prop::collection::vec(then, 0..3), late), 1..8)
}

/// The place made at random, and what happens in it. Whether recording is known of it; if not, everything was known at once.
pub(super) fn places() -> impl Strategy<Value = Facts> {
    let places = (
        prop::option::of(after()),
        prop::option::of(after()),
        prop::collection::vec((prop::option::of(after()), prop::option::of(after())), 1..12),
    );
    let said = prop::collection::vec(prop_oneof![3 => Just(0_i64), 1 => 1_i64..600], 1..6);
    let all = (as_read::asks(), as_read::people(), as_read::leads(), lives(), places, said);
    (all, any::<[bool; 3]>()).prop_map(
        |((asks, people, leads, lives, places, said), [versions, recorded, moved])| {
            let mut facts = as_read::made(&asks, &people);
            if versions {
                as_read::publish_again(&mut facts, &leads);
            } else {
                of_one_version(&mut facts);
            }
            live(&mut facts, &lives);
            let (opens, leaves, periods) = places;
            facts.places.teams[1].open = Period::new(opens.map(on), None);
            if moved {
                let period = Period::new(None, leaves.map(on));
                facts.places.organisations[0].memberships = vec![Membership { network: 1, period }];
            }
            let rows = facts.roles.iter_mut().flat_map(|role| &mut role.requirements);
            for (row, (from, to)) in rows.zip(periods.into_iter().cycle()) {
                row.period = Period::new(from.map(on), to.map(on));
            }
            // Nobody says anything at two places of one order.
            let events = facts.people.iter_mut().flat_map(|person| &mut person.judgements);
            let mut events: Vec<_> = events.zip(said.iter().cycle()).collect();
            events.sort_by_key(|(event, late)| (days_after(event.day, **late), event.sequence));
            let mut recorded_on = Vec::new();
            for (sequence, (event, late)) in (1..).zip(&mut events) {
                event.sequence = sequence;
                recorded_on.push((days_after(event.day, **late), sequence));
            }
            for person in &mut facts.people {
                person
                    .judgements
                    .sort_by_key(|event| (event.competency, event.day, event.sequence));
            }
            if recorded {
                for (day, sequence) in recorded_on {
                    facts.recorded.note_judgement(day, sequence);
                }
                let posts: Vec<_> = facts.people.iter().flat_map(|person| &person.posts).collect();
                for (post, life) in posts.into_iter().zip(lives.iter().cycle()) {
                    let first = days_after(post.held.from.unwrap_or(on(0)), life.3);
                    let then = life.2.iter().map(|then| days_after(on(then.0), then.5));
                    facts.recorded.note_terms(post, [first].into_iter().chain(then).collect());
                }
            }
            facts
        },
    )
}

/// Without what is said and asked in the second version.
fn of_one_version(facts: &mut Facts) {
    for role in &mut facts.roles {
        role.requirements.retain(|row| row.competency < 3);
    }
    for person in &mut facts.people {
        person.judgements.retain(|event| event.competency < 3);
    }
}

fn live(facts: &mut Facts, lives: &[Life]) {
    let posts = facts.people.iter_mut().flat_map(|person| &mut person.posts);
    for (number, (post, (from, to, then, _))) in (1..).zip(posts.zip(lives.iter().cycle())) {
        post.id = PostId(Uuid::from_u128(number));
        post.held = Period::new(from.map(on), to.map(on));
        let first = post.terms[0];
        post.terms.extend(then.iter().map(|&(from, team, role, status, bank, _)| Terms {
            from: Some(on(from)),
            team,
            role,
            status: PostStatus::ALL[status],
            category: if bank { PostCategory::Bank } else { PostCategory::Permanent },
            ..first
        }));
    }
}

pub(super) fn two_days() -> impl Strategy<Value = (NaiveDate, NaiveDate)> {
    (after(), 0_i64..700).prop_map(|(since, later)| (on(since), on(since + later)))
}
