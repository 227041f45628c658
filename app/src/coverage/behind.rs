//! Where a figure leads: a team's to its people or to why it is covered, a wider one to its parts; and a difference to why it is.

use super::{CHANGE, COVER, PATH, PEOPLE};
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use domain::coverage::explain::Formula;
use domain::coverage::views::Measure;
use domain::coverage::{ItemKind, ScopeKind};

/// The page behind the figure of a unit in the item with this code, a domain or a competency of the address's domain.
pub(super) fn behind(
    address: &CoverageAddress,
    (kind, unit): (ScopeKind, &str),
    item: &str,
) -> String {
    let to = address.of_unit(unit);
    if kind == ScopeKind::Team {
        let is_of_teams = address.measure() == Measure::CapableTeams;
        let why = format!("{COVER}/why");
        let page = if is_of_teams { why.as_str() } else { PEOPLE };
        let to = CoverageAddress { item: Some(item.to_owned()), ..to };
        return format!("{page}?{}", to.query());
    }
    let domain = address.domain.as_deref().unwrap_or(item);
    format!("{PATH}?{}", to.of_domain(Some(domain)).query())
}

/// The page behind the figure of everything asked of a unit: of the whole and of a team, why it is what it is; of another, its parts.
pub(super) fn behind_all(
    address: &CoverageAddress,
    (kind, unit): (ScopeKind, &str),
    whole: Option<NaiveDate>,
) -> String {
    let to = address.of_unit(unit);
    if address.measure() == Measure::CapableTeams {
        return format!("{COVER}?{}", to.to_cover().query());
    }
    match (kind, whole) {
        (_, Some(day)) => format!("{PEOPLE}?{}", to.to_people(None, day).query()),
        (ScopeKind::Team, None) => format!("{PEOPLE}?{}", to.query()),
        (_, None) => format!("{PATH}?{}", to.query()),
    }
}

/// The page that explains the difference of such a figure between two days, of one item or of everything asked; none where it is shown in
/// what no change is told in.
pub(super) fn explained(
    address: &CoverageAddress,
    (unit, item): (&str, Option<&str>),
    (since, day): (NaiveDate, NaiveDate),
) -> Option<String> {
    let measure = address.measure();
    let is_told = Formula::of_change(ItemKind::Domain, measure) == measure;
    is_told.then(|| {
        let to = address.of_unit(unit).to_change(item, (Some(since), day));
        format!("{CHANGE}?{}", to.query())
    })
}
