//! How the figures of a return came about, in sentences: the same in every file.

use super::activity::twelve_months;
use crate::dates::spoken;
use chrono::NaiveDate;

/// What the disclosure rule does, by its name, for whoever reads figures.
pub const RULE_SAYS: &str = "The disclosure rule (R5-8) keeps anybody’s skills from being read out of the figures: it rounds numbers of people to \
    the nearest 5, and holds back those that tell of few (fewer than 8 who meet something, or who do not; all or none of fewer than 20) and \
    those that could be worked out from other figures of this return or of earlier ones.";
/// Which of two numbers is rounded: headcounts are public (rules, section 6).
pub const ROUNDED: &str = "In 35 of 48, the first number is rounded to the nearest 5, and never above the second; how many people it is of is \
    exact. A percentage beside them is that of the numbers shown.";
/// Why a figure is held back, after what it is said of: whichever clause of the rule it was, this holds.
pub const HELD_WHY: &str =
    "too few people are counted, or it would give away what another row holds back";

/// The method of a return of a day, by a framework and its version.
pub fn method(day: NaiveDate, (framework, version): (&str, i32)) -> Vec<String> {
    let mut sentences = vec![
        format!("The figures are of the end of {}.", spoken(day)),
        format!("What is asked of each role is that of {framework}, version {version}."),
    ];
    sentences.extend(COVERAGE.map(str::to_owned));
    sentences.extend(DISCLOSURE.map(str::to_owned));
    if let Some(from) = twelve_months(day).from {
        sentences.push(format!(
            "Sessions, protected time, requests and waiting lists are of the twelve months from {} to {}.",
            spoken(from),
            spoken(day)
        ));
    }
    sentences.extend(ACTIVITY.map(str::to_owned));
    sentences
}

const COVERAGE: [&str; 4] = [
    "Everybody is counted who has a post in scope in an open team on that day. Bank and locum posts are left out.",
    "A requirement is met by a confirmed level that is current on that day and at least the level that is asked. \
     Whoever meets all that is asked, some of it by recognition, is counted apart too, of everybody who is asked.",
    "Somebody who works in two teams is counted in each, and once in any wider row: rows do not add up.",
    "An organisation is provisional where less than half of what is asked of its people is assessed. It is marked only where it is published \
     how much is.",
];

const DISCLOSURE: [&str; 4] = [
    RULE_SAYS,
    ROUNDED,
    "c stands where a number is held back, z where there is nobody to count, x where nothing was recorded, p beside numbers that are provisional.",
    "Roles whose titles reveal the health of whoever holds them are never shown by themselves.",
];

const ACTIVITY: [&str; 6] = [
    "A session belongs to the areas that it was held for, and to those in which somebody works who came to it.",
    "People wait for a seat where they were left on a waiting list when their session began.",
    "That an educator was unwell is counted among the other reasons for which sessions were cancelled.",
    "Protected time belongs to the place in which whoever teaches works on that day, or worked last.",
    "What protected time was used for and why it was lost is told where at least 3 people had any.",
    "Mental health input is what holds on that day.",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::small_place::day;
    use crate::disclosure::{RULE, people};

    #[test]
    fn what_is_said_of_the_rule_is_what_it_does() {
        assert!(RULE_SAYS.contains(&format!("({RULE})")));
        assert_eq!(people(33, 48).to_string(), "35 of 48, 73%", "the example");
        assert_eq!(people(23, 23).to_string(), "23 of 23", "never above the second");
        for (met, of) in [(7, 60), (53, 60), (0, 19), (19, 19)] {
            assert!(people(met, of).is_held(), "{met} of {of}");
        }
        for (met, of) in [(8, 60), (52, 60), (0, 20), (20, 20)] {
            assert!(!people(met, of).is_held(), "{met} of {of}");
        }
    }

    #[test]
    fn the_method_says_of_which_days_the_figures_are_and_whose_requirements_they_ask() {
        let told = method(day("2026-03-31"), ("Tower Hamlets", 2)).join("\n");
        for part in [
            "the end of 31 March 2026.",
            "Tower Hamlets, version 2",
            "R5-8",
            "from 1 April 2025 to 31 March 2026",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
        assert_eq!(told, method(day("2026-03-31"), ("Tower Hamlets", 2)).join("\n"));
    }
}
