//! Who may give which grant to whom, and where (rules, section 8).

use super::actor::{Actor, Grant, Scope};
use super::resource::Located;
use super::table::holds_everywhere_only;
use crate::codes::GrantKind;
use crate::fields::FieldErrors;
use crate::ids::AccountId;
use crate::refusal::Refusal;

/// What a workforce lead may give inside their own scope.
pub const GRANTED_BY_WORKFORCE_LEADS: [GrantKind; 5] = [
    GrantKind::Assessor,
    GrantKind::Educator,
    GrantKind::LineManager,
    GrantKind::TeamManager,
    GrantKind::PracticeLead,
];

/// Whether `giver` may give (or end) a grant of `kind` at `place` (`None` = everywhere) to `receiver`.
///
/// # Errors
/// Refuses grants to oneself, everything outside the giver's own right to grant, and a place for what works everywhere
/// only.
pub fn may_give(
    giver: &Actor,
    kind: GrantKind,
    place: Option<&Located>,
    receiver: AccountId,
) -> Result<(), Refusal> {
    if *giver == Actor::Nobody {
        return Err(Refusal::SignInFirst);
    }
    never_to_oneself(giver, receiver)?;
    if has_right_to_give(giver, kind, place) {
        return somewhere_it_works(kind, place).map_err(Refusal::from);
    }
    Err(Refusal::rule(
        "grant-out-of-reach",
        format!(
            "You cannot give the grant '{}' there. Workforce leads give assessor, educator, line manager, team \
             manager and practice lead inside their own scope; an administrator gives the others.",
            kind.label()
        ),
    ))
}

/// A grant that allows nothing in one place would be held and never work. One from before this rule can still be ended.
fn somewhere_it_works(kind: GrantKind, place: Option<&Located>) -> Result<(), FieldErrors> {
    if place.is_none() || !holds_everywhere_only(kind) {
        return Ok(());
    }
    let who = kind.label().to_lowercase();
    let message = format!("A {who} works for the whole installation: choose Everywhere");
    Err(FieldErrors::one("place", message))
}

/// # Errors
/// Refuses to give or end a grant of one's own.
pub fn never_to_oneself(giver: &Actor, receiver: AccountId) -> Result<(), Refusal> {
    if giver.account_id() != Some(receiver) {
        return Ok(());
    }
    Err(Refusal::rule(
        "own-grant",
        "You cannot give or end a grant of your own. Ask another administrator or workforce lead.",
    ))
}

/// Whether a grant of `kind` at `place` lies within `giver`'s right to grant, whoever holds it.
pub fn has_right_to_give(giver: &Actor, kind: GrantKind, place: Option<&Located>) -> bool {
    let holds_right = |held: &Grant| allows_giving(held.kind, kind) && reaches(&held.scope, place);
    match giver {
        Actor::Operator => true,
        Actor::Nobody => false,
        Actor::Account(account) => account.grants.iter().any(holds_right),
    }
}

/// The kinds of grant that `giver` may give somewhere.
pub fn kinds_to_give(giver: &Actor) -> Vec<GrantKind> {
    let works =
        |held: &Grant, kind| held.scope == Scope::Everywhere || !holds_everywhere_only(kind);
    let may = |kind: &GrantKind| match giver {
        Actor::Operator => true,
        Actor::Nobody => false,
        Actor::Account(account) => {
            account.grants.iter().any(|g| allows_giving(g.kind, *kind) && works(g, *kind))
        }
    };
    GrantKind::ALL.iter().copied().filter(may).collect()
}

fn allows_giving(held: GrantKind, given: GrantKind) -> bool {
    match held {
        GrantKind::Administrator => true,
        GrantKind::WorkforceLead => GRANTED_BY_WORKFORCE_LEADS.contains(&given),
        _ => false,
    }
}

fn reaches(scope: &Scope, place: Option<&Located>) -> bool {
    match (scope, place) {
        (Scope::Everywhere, _) => true,
        (_, None) => false,
        (Scope::Area(area), Some(place)) => place.areas.contains(area),
        (Scope::Organisation(organisation), Some(place)) => {
            place.organisation == Some(*organisation)
        }
        (Scope::Team(team), Some(place)) => place.team == Some(*team),
    }
}
