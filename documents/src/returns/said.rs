//! Sentences that the workbook and the report of a return both have.

use domain::dates::spoken;
use domain::returns::Contents;
use domain::returns::recipients::NOT_NATIONAL;

pub const PERCENT: &str = "A percentage by itself is of requirements: of all that roles ask of the people who are counted, how much is met by \
    a current confirmation. It is to the nearest 5% where fewer than 100 people are counted.";
pub const OVERVIEW: &str =
    "Every figure is as at the reference date, and published by the disclosure rule named below.";
pub const NEEDS: &str = "In a gap the number is who meets what is asked of their role, so the lower it is, the greater the need. In every other \
    need it is what is short.";
pub const COVER: &str = "A team is covered in a domain when its cover rule holds for everything that is asked of it there. It is told \
    of areas with 3 teams or more, and never of a named team.";
pub const LOCAL_MEASURES: &str = "What the place measures besides, as it was brought in. It is shown beside coverage and never \
    combined with it.";

pub const OVERLAP: &str = "A person in two teams counts in each team's row, and once in any wider row: rows do not add up.";

/// What both are called.
pub fn title(contents: &Contents) -> String {
    format!("Mental health skills coverage, {}, {}", contents.place, spoken(contents.stamp.id.date))
}

/// Whom it is for, and that nobody asked for it nationally.
pub fn what_it_is(contents: &Contents) -> String {
    format!("This is a local return for {}. {NOT_NATIONAL}", contents.recipient)
}
