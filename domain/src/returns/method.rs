//! How the figures of a return came about, in sentences: the same in every file.

use super::activity::twelve_months;
use crate::dates::spoken;
use crate::disclosure::RULE;
use chrono::NaiveDate;

/// The method of a return of a day, by a framework and its version.
pub fn method(day: NaiveDate, (framework, version): (&str, i32)) -> Vec<String> {
    let mut sentences = vec![
        format!("The figures are of the end of {}.", spoken(day)),
        format!("What is asked of each role is that of {framework}, version {version}."),
    ];
    sentences.extend(COVERAGE.map(str::to_owned));
    sentences.push(format!("Numbers of people follow the disclosure rule {RULE}."));
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
     What is met by recognition is shown apart too.",
    "Somebody who works in two teams is counted in each, and once in any wider row: rows do not add up.",
    "An organisation is provisional where less than half of what is asked of its people is assessed. It is marked only where it is published \
     how much is.",
];

const DISCLOSURE: [&str; 3] = [
    "Numbers are rounded to 5. Small ones, and those that could be worked out from others or from earlier returns, are held back: c.",
    "z stands where there is nobody to count, x where nothing was recorded, p beside numbers that are provisional.",
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
