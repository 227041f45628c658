//! Who may give which grant to whom, and where (rules, section 8).

use super::actor::{Actor, Scope};
use super::resource::Located;
use crate::codes::GrantKind;
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
/// Refuses grants to oneself, and everything outside the giver's own right to grant.
pub fn may_give(
    giver: &Actor,
    kind: GrantKind,
    place: Option<&Located>,
    receiver: AccountId,
) -> Result<(), Refusal> {
    let account = match giver {
        Actor::Operator => return Ok(()),
        Actor::Nobody => return Err(Refusal::SignInFirst),
        Actor::Account(account) => account,
    };
    if account.id == receiver {
        return Err(Refusal::rule(
            "own-grant",
            "You cannot give or end a grant of your own. Ask another administrator or workforce lead.",
        ));
    }
    let reaches = |scope: &Scope| match (scope, place) {
        (Scope::Everywhere, _) => true,
        (_, None) => false,
        (Scope::Area(area), Some(place)) => place.areas.contains(area),
        (Scope::Organisation(organisation), Some(place)) => {
            place.organisation == Some(*organisation)
        }
        (Scope::Team(team), Some(place)) => place.team == Some(*team),
    };
    let allowed = account.grants.iter().any(|held| {
        let may_give_kind = match held.kind {
            GrantKind::Administrator => true,
            GrantKind::WorkforceLead => GRANTED_BY_WORKFORCE_LEADS.contains(&kind),
            _ => false,
        };
        may_give_kind && reaches(&held.scope)
    });
    if allowed {
        return Ok(());
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
