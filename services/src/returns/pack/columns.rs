//! Columns that several files of a return have, and the lists that their codes come from.

use super::schema::{Column, Kind};
use domain::codes::CareSetting;
use domain::coverage::ScopeKind;
use domain::disclosure::RULE;
use domain::returns::cells::Marker;
use domain::returns::change_line::Became;
use domain::returns::keys::ALL;
use domain::returns::sessions::SessionMeasure;
use domain::returns::shortfalls::NeedKind;
use domain::returns::{Basis, Measure};

pub(super) const RETURN_ID: Column =
    Column::always("return_id", Kind::Text, "The return and its revision: PLACE-DATE-rN");
pub(super) const REFERENCE_DATE: Column =
    Column::always("reference_date", Kind::Day, "The day that the figures speak of");
pub(super) const FRAMEWORK_VERSION: Column = Column::always(
    "framework_version",
    Kind::Count,
    "The version of the competency framework on the reference date",
);
pub(super) const LEVEL: Column = Column::always(
    "geography_level",
    Kind::Code(levels),
    "What the line is of: an area, an organisation or a team",
);
pub(super) const CODE: Column = Column::always("org_code", Kind::Text, "Its code");
pub(super) const NAME: Column = Column::always("org_name", Kind::Text, "Its name");
pub(super) const SETTING: Column = Column::always(
    "care_setting",
    Kind::Code(settings),
    "The care setting of the teams that are counted, or all",
);
pub(super) const CLASSIFICATION: Column = Column::always(
    "staff_classification",
    Kind::Code(classifications),
    "By what the people are grouped: GP workforce group (gpw), ESR staff group (esr), care level of their team (care_level), or all",
);
pub(super) const GROUP: Column =
    Column::always("staff_group", Kind::Text, "Which group of that classification, or all");
pub(super) const DOMAIN: Column =
    Column::always("domain_code", Kind::Text, "The domain, or all for everything asked");
pub(super) const MEASURE: Column = Column::always("measure", Kind::Code(measures), MEASURE_SAYS);
pub(super) const BASIS: Column =
    Column::always("basis", Kind::Code(bases), "In what it is counted");
pub(super) const PERCENT: Column =
    Column::perhaps("percent", Kind::Percent, "In whole percent; blank where it is not published");
pub(super) const NOTE: Column = Column::perhaps("note", Kind::Code(markers), NOTE_SAYS);
pub(super) const NOTE_SAYS: &str =
    "c: held back, z: nobody to count, x: not recorded, p: provisional";
const MEASURE_SAYS: &str = "What is counted. met_recognised is who meets all that is asked, some of it by recognition; like met_confirmed \
    it is of everybody who is asked";
pub(super) const DISCLOSURE_SAYS: &str =
    "The disclosure rule that the line follows; blank where it counts no people";

pub(super) fn levels() -> Vec<&'static str> {
    ScopeKind::of_each_team().map(ScopeKind::code).collect()
}

fn settings() -> Vec<&'static str> {
    let settings = CareSetting::ALL.iter().map(|setting| setting.code());
    std::iter::once(ALL).chain(settings).collect()
}

fn classifications() -> Vec<&'static str> {
    vec![ALL, "gpw", "esr", "care_level"]
}

fn measures() -> Vec<&'static str> {
    Measure::ALL.iter().map(|measure| measure.code()).collect()
}

fn bases() -> Vec<&'static str> {
    Basis::ALL.iter().map(|basis| basis.code()).collect()
}

pub(super) fn markers() -> Vec<&'static str> {
    Marker::ALL.iter().map(|marker| marker.code()).collect()
}

pub(super) fn session_measures() -> Vec<&'static str> {
    SessionMeasure::ALL.iter().map(|measure| measure.code()).collect()
}

pub(super) fn needs() -> Vec<&'static str> {
    NeedKind::ALL.iter().map(|need| need.code()).collect()
}

pub(super) fn rules() -> Vec<&'static str> {
    vec![RULE]
}

pub(super) fn changes() -> Vec<&'static str> {
    Became::ALL.iter().map(|became| became.code()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::codes::CareLevel;
    use domain::returns::Part;

    #[test]
    fn every_way_to_group_people_is_in_the_list() {
        let parts = [
            Part::Everybody,
            Part::GpWorkforce("Nurses".to_owned()),
            Part::Esr("Nursing".to_owned()),
            Part::CareLevel(CareLevel::UrgentCare),
        ];
        let named: Vec<&str> = parts.iter().map(|part| part.columns().1).collect();
        assert_eq!(classifications(), named);
    }
}
