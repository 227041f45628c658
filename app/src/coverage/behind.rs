//! Where a figure leads: a team's to its people or to why it is covered, a wider one to its parts.

use super::PATH;
use domain::coverage::ScopeKind;
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::Measure;

/// The page behind the figure of a unit in the item with this code, a domain or a competency of the address's domain.
pub(super) fn behind(
    address: &CoverageAddress,
    (kind, unit): (ScopeKind, &str),
    item: &str,
) -> String {
    let to = address.of_unit(unit);
    if kind == ScopeKind::Team {
        let is_of_teams = address.measure() == Measure::CapableTeams;
        let page = if is_of_teams { "cover/why" } else { "people" };
        let to = CoverageAddress { item: Some(item.to_owned()), ..to };
        return format!("{PATH}/{page}?{}", to.query());
    }
    let domain = address.domain.as_deref().unwrap_or(item);
    format!("{PATH}?{}", to.of_domain(Some(domain)).query())
}
