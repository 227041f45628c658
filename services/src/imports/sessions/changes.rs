//! What a line changes of a session on record, in words.

use super::line::Referred;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::imports::changes::Changes;
use crate::sessions::Stored;
use domain::coverage::Facts;
use domain::dates::spoken_moment;
use domain::ids::TeamId;

pub(super) fn changes(
    (ctx, facts): (&Ctx, &Facts),
    known: &Referred,
    (before, after): (&Stored, &Stored),
) -> Changes {
    let (was, is) = (&before.row, &after.row);
    let start = |stored: &Stored| spoken_moment(in_london(stored.row.starts_at));
    let state = |stored: &Stored| stored.state(ctx.rule_now()).label();
    let changes = Changes::default()
        .of("title", &was.title, &is.title)
        .of("start", start(before), start(after))
        .of("minutes", was.minutes, is.minutes)
        .of("seats", was.capacity, is.capacity)
        .of("format", was.format.label(), is.format.label())
        .of_maybe("venue", was.venue.as_ref(), is.venue.as_ref())
        .of_maybe("link", was.link.as_ref(), is.link.as_ref())
        .of("state", state(before), state(after));
    let changes = match before.leads == after.leads {
        true => changes,
        false => changes.of("lead", first_lead(facts, before), first_lead(facts, after)),
    };
    let changes = match before.outcomes == after.outcomes {
        true => changes,
        false => {
            changes.of("outcomes", known.words(&before.outcomes), known.words(&after.outcomes))
        }
    };
    match before.invited == after.invited {
        true => changes,
        false => changes.of("teams", teams(facts, before), teams(facts, after)),
    }
}

/// Whoever leads it first, by name.
fn first_lead(facts: &Facts, stored: &Stored) -> String {
    let first = stored.leads.first();
    let known = first.and_then(|lead| lead.person_id).map(|person| facts.name_of(person));
    known.or_else(|| first.and_then(|lead| lead.name.clone())).unwrap_or_default()
}

/// The codes of the teams that are invited.
fn teams(facts: &Facts, stored: &Stored) -> String {
    let code = |id: &TeamId| Some(facts.places.team(*id)?.code.as_str());
    let mut codes: Vec<&str> = stored.invited.iter().filter_map(code).collect();
    codes.sort_unstable();
    codes.join(";")
}
