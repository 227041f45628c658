//! The columns of each file of a return, in the order of the lines that are written into them.

use super::columns as of;
use super::schema::{Column, Kind, Table};

/// What a line of a row begins with, and the columns of its own.
macro_rules! of_a_row {
    ($($own:expr),+ $(,)?) => {
        &[
            of::RETURN_ID,
            of::REFERENCE_DATE,
            of::FRAMEWORK_VERSION,
            of::LEVEL,
            of::CODE,
            of::NAME,
            $($own),+
        ]
    };
}

/// Every table that a return may have.
pub(super) const TABLES: [&Table; 6] =
    [&COVERAGE, &COVER, &SESSIONS, &NEEDS, &LOCAL_MEASURES, &CHANGES];

pub(super) const COVERAGE: Table = Table {
    name: "coverage",
    title: "Coverage",
    says: "Who meets what is asked of them: areas, organisations and teams, and the place by staff group, care setting and care level. \
           A person in two teams counts in each team’s line and once in any wider one, so lines do not add up.",
    key: OF_CELL,
    columns: of_a_row![
        of::SETTING,
        of::CLASSIFICATION,
        of::GROUP,
        of::DOMAIN,
        of::MEASURE,
        of::BASIS,
        Column::perhaps(
            "numerator",
            Kind::Count,
            "How many, rounded to the nearest 5; blank where it is not published",
        ),
        Column::perhaps(
            "denominator",
            Kind::Count,
            "Of how many, exact; blank where it is not published",
        ),
        of::PERCENT,
        of::NOTE,
        Column::always(
            "disclosure_rule",
            Kind::Code(of::rules),
            "The disclosure rule that the line follows",
        ),
    ],
};

pub(super) const COVER: Table = Table {
    name: "cover",
    title: "Cover",
    says: "How many teams of an area can do what is asked of them; told of 3 teams or more.",
    key: &["geography_level", "org_code", "domain_code"],
    columns: of_a_row![
        of::DOMAIN,
        Column::perhaps(
            "capable_teams",
            Kind::Count,
            "Teams that are covered; blank where it is held back",
        ),
        Column::always("teams", Kind::Count, "Teams of which something is asked"),
        of::NOTE,
    ],
};

pub(super) const SESSIONS: Table = Table {
    name: "sessions",
    title: "Sessions, protected time and mental health input",
    says: "Teaching sessions, educators’ protected time, and how mental health professionals reach teams.",
    key: &["geography_level", "org_code", "measure", "by"],
    columns: &[
        of::RETURN_ID,
        of::REFERENCE_DATE,
        Column::perhaps("period_from", Kind::Day, "The first day that is counted"),
        Column::perhaps("period_to", Kind::Day, "The last day that is counted"),
        of::LEVEL,
        of::CODE,
        of::NAME,
        Column::always(
            "measure",
            Kind::Code(of::session_measures),
            "What is counted: sessions, teams, minutes, hundredths of a WTE, or people who came",
        ),
        Column::perhaps("by", Kind::Text, "The reason, use or kind; blank for all of them"),
        Column::perhaps("numerator", Kind::Count, "How many; people are rounded to the nearest 5"),
        Column::perhaps("denominator", Kind::Count, "Of how many, exact, where it is a part"),
        of::NOTE,
        Column::perhaps("disclosure_rule", Kind::Code(of::rules), of::DISCLOSURE_SAYS),
    ],
};

pub(super) const NEEDS: Table = Table {
    name: "needs",
    title: "Workforce needs",
    says: "What the place is short of: gaps by role and competency, assessors, educators, sessions, seats and protected time, with what \
           the workforce lead says of each.",
    key: &["geography_level", "org_code", "need", "role_code", "item_code"],
    columns: of_a_row![
        Column::always(
            "need",
            Kind::Code(of::needs),
            "What is needed. In a gap the numerator is who meets what is asked, so the gap is the rest; in every other need it is what is short",
        ),
        Column::perhaps("role_code", Kind::Text, "The role of a gap; blank otherwise"),
        Column::perhaps(
            "item_code",
            Kind::Text,
            "The competency or the reason; blank for all of them",
        ),
        Column::perhaps("numerator", Kind::Count, "How many; people are rounded to the nearest 5"),
        Column::perhaps("denominator", Kind::Count, "Of how many, exact, where it is a part"),
        of::PERCENT,
        of::NOTE,
        Column::perhaps("words", Kind::Text, "What the workforce lead says of it"),
        Column::perhaps("disclosure_rule", Kind::Code(of::rules), of::DISCLOSURE_SAYS),
    ],
};

pub(super) const LOCAL_MEASURES: Table = Table {
    name: "local_measures",
    title: "Local measures",
    says: "What the place measures besides, as it was brought in. It is never combined with coverage.",
    key: &["geography_level", "org_code", "measure_code", "period_from", "period_to"],
    columns: &[
        of::RETURN_ID,
        of::REFERENCE_DATE,
        of::LEVEL,
        of::CODE,
        Column::always("measure_code", Kind::Text, "The code of the measure"),
        Column::always("definition", Kind::Text, "What is measured, and how"),
        Column::always("source", Kind::Text, "Where the value comes from"),
        Column::always("unit", Kind::Text, "In what it is measured"),
        Column::always("period_from", Kind::Day, "The first day that is measured"),
        Column::always("period_to", Kind::Day, "The last day that is measured"),
        Column::perhaps("value", Kind::Decimal, "The value; blank where it was not recorded"),
        of::NOTE,
    ],
};

pub(super) const CHANGES: Table = Table {
    name: "changes",
    title: "Changed figures of coverage",
    says: "Every figure of coverage that is another than in the revision before, as it was and as it is.",
    key: OF_CELL,
    columns: &[
        of::RETURN_ID,
        Column::always("corrects", Kind::Text, "The revision before"),
        of::REFERENCE_DATE,
        of::LEVEL,
        of::CODE,
        of::NAME,
        of::SETTING,
        of::CLASSIFICATION,
        of::GROUP,
        of::DOMAIN,
        of::MEASURE,
        of::BASIS,
        Column::always("change", Kind::Code(of::changes), "What became of it since"),
        Column::perhaps("from_numerator", Kind::Count, "How many, rounded, before"),
        Column::perhaps("from_denominator", Kind::Count, "Of how many, exact, before"),
        Column::perhaps("from_percent", Kind::Percent, "In whole percent, before"),
        Column::perhaps("from_band", Kind::Text, "What was said of a number that was held back"),
        Column::perhaps("from_note", Kind::Code(of::markers), of::NOTE_SAYS),
        Column::perhaps("to_numerator", Kind::Count, "How many, rounded, now"),
        Column::perhaps("to_denominator", Kind::Count, "Of how many, exact, now"),
        Column::perhaps("to_percent", Kind::Percent, "In whole percent, now"),
        Column::perhaps("to_band", Kind::Text, "What is said of a number that is held back"),
        Column::perhaps("to_note", Kind::Code(of::markers), of::NOTE_SAYS),
    ],
};

/// What names a cell of coverage.
const OF_CELL: &[&str] = &[
    "geography_level",
    "org_code",
    "care_setting",
    "staff_classification",
    "staff_group",
    "domain_code",
    "measure",
    "basis",
];
