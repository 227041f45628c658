//! A question about coverage in codes, as an address or a command line puts it.

use super::units::narrowest_member;
use chrono::NaiveDate;
use domain::codes::{AreaKind, CareLevel, CareSetting, Strand};
use domain::coverage::address::CoverageAddress;
use domain::coverage::{Facts, GroupBy, ItemKind, Query, ScopeKind, Unit};
use domain::fields::FieldErrors;
use domain::organisations::OrganisationIndex;

/// What is asked, before codes are looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub as_at: NaiveDate,
    pub scope: ScopeKind,
    pub item: ItemKind,
    /// The code of an area, organisation, team or named group: only posts in or below it are counted.
    pub within: Option<String>,
    /// The code of an organisation: only teams of it are counted.
    pub organisation: Option<String>,
    pub setting: Option<CareSetting>,
    pub care_level: Option<CareLevel>,
    /// Only competencies of this strand.
    pub strand: Option<Strand>,
    /// Only critical requirements.
    pub critical_only: bool,
    pub group: Option<GroupBy>,
    pub include_bank: bool,
}

impl Ask {
    /// What a page's address asks, on that day or else today; its rows and columns are the page's own business.
    pub fn of(address: CoverageAddress, today: NaiveDate) -> Self {
        Self {
            as_at: address.as_at.unwrap_or(today),
            scope: ScopeKind::Team,
            item: ItemKind::Domain,
            within: address.within,
            organisation: address.organisation,
            setting: address.setting,
            care_level: address.care_level,
            strand: address.strand,
            critical_only: address.critical_only,
            group: address.group,
            include_bank: address.include_bank,
        }
    }

    /// The same of everything that is asked, in every organisation, and split by no groups: what a forecast and a table of cover tell.
    pub(super) fn of_everything(self) -> Self {
        Self { organisation: None, strand: None, critical_only: false, group: None, ..self }
    }

    pub(super) fn query(&self, facts: &Facts) -> Result<Query, FieldErrors> {
        let within = self.within.as_deref().map(|code| self.unit(facts, code)).transpose()?;
        self.refuse_no_group(within)?;
        Ok(Query {
            within,
            organisation: self.organisation.as_deref().map(|code| organisation(facts, code)),
            group: self.group,
            setting: self.setting,
            care_level: self.care_level,
            strand: self.strand,
            critical_only: self.critical_only,
            include_bank: self.include_bank,
            ..Query::new(self.as_at, self.scope, self.item)
        })
    }

    fn unit(&self, facts: &Facts, code: &str) -> Result<Unit, FieldErrors> {
        let unit = unit_with_code(facts, code).ok_or_else(|| {
            FieldErrors::one(
                "in",
                format!(
                    "There is no area, organisation, team or named group with the code '{code}'"
                ),
            )
        })?;
        if self.is_wider_than(facts, unit) {
            return Err(FieldErrors::one(
                "in",
                format!(
                    "The scope {} is wider than {code}: its row would show a part as if it were the whole. Choose a narrower scope",
                    self.scope.label().to_lowercase()
                ),
            ));
        }
        Ok(unit)
    }

    /// A team may be in several named groups, so the row of one says which.
    fn refuse_no_group(&self, within: Option<Unit>) -> Result<(), FieldErrors> {
        let of_group = matches!(within, Some(Unit::NamedGroup(_)));
        if self.scope != ScopeKind::NamedGroup || of_group {
            return Ok(());
        }
        let message =
            "Enter the code of a named group: figures with the scope named group are of one group";
        Err(FieldErrors::one("in", message))
    }

    fn is_wider_than(&self, facts: &Facts, unit: Unit) -> bool {
        let depth = |kind: Option<AreaKind>| kind.map_or(u8::MAX, AreaKind::depth);
        let within = match unit {
            Unit::Area(at) => facts.places.areas.get(at).map(|a| a.kind),
            Unit::Organisation(_) | Unit::Team(_) => None,
            Unit::NamedGroup(group) => {
                let narrowest = narrowest_member(facts, group);
                // Scopes come in their order, the widest first.
                return narrowest.is_some_and(|narrowest| self.scope < narrowest);
            }
        };
        depth(self.scope.area_kind()) < depth(within)
            || (matches!(unit, Unit::Team(_)) && self.scope == ScopeKind::Organisation)
    }
}

/// The organisation with this code. One that is not known has no team, as one whose teams the asker may not see.
fn organisation(facts: &Facts, code: &str) -> OrganisationIndex {
    let organisations = &facts.places.organisations;
    organisations.iter().position(|o| o.code == code).unwrap_or(organisations.len())
}

/// The area, organisation, team or named group with this code, looked for in this order.
pub fn unit_with_code(facts: &Facts, code: &str) -> Option<Unit> {
    let places = &facts.places;
    let area = || places.areas.iter().position(|a| a.code == code).map(Unit::Area);
    let organisation =
        || places.organisations.iter().position(|o| o.code == code).map(Unit::Organisation);
    let team = || places.teams.iter().position(|t| t.code == code).map(Unit::Team);
    let group = || facts.named_groups.iter().position(|g| g.code == code).map(Unit::NamedGroup);
    area().or_else(organisation).or_else(team).or_else(group)
}
