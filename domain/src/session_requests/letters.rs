//! The mail that tells whoever asked for a session what was answered. It repeats nothing that was written.

use super::DeclineReason;
use crate::dates::spoken;
use crate::reminders::words::{Reader, Words};
use chrono::NaiveDate;

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Planned,
    Declined(DeclineReason),
}

/// The request that was answered.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The team's code and name.
    pub code: &'a str,
    pub team: &'a str,
    pub asked_on: NaiveDate,
}

/// The mail in words.
pub fn words(news: News, about: &About<'_>, reader: Reader<'_>) -> Words {
    let About { code, team, asked_on } = about;
    let what = match news {
        News::Planned => {
            "An educator is planning a session from it, to which your team is invited. Your people can book it once it is \
             scheduled."
                .to_owned()
        }
        News::Declined(reason) => format!("It was declined. The reason: {}.", reason.label()),
    };
    let text = format!(
        "Dear {}\n\nYour request of {} for a session for {team} was answered.\n\n{what}\n\nTo see where your requests stand, go to\n\
         {}/teams/{code}/session-requests\n",
        reader.first_name,
        spoken(*asked_on),
        reader.base_url,
    );
    let subject = match news {
        News::Planned => "a session you asked for is being planned",
        News::Declined(_) => "your request for a session was declined",
    };
    Words { subject: format!("Esteem: {subject}"), text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_told_with_its_reason_and_where_the_request_stands() {
        let asked_on = "2026-11-02".parse().unwrap();
        let about = About { code: "T1", team: "Practice 1 team", asked_on };
        let (today, base_url) = ("2026-11-09".parse().unwrap(), "https://esteem.example");
        let reader = Reader { first_name: "Dan", today, base_url };
        let planned = words(News::Planned, &about, reader);
        assert_eq!(planned.subject, "Esteem: a session you asked for is being planned");
        let expected = "Dear Dan

Your request of 2 November 2026 for a session for Practice 1 team was answered.

An educator is planning a session from it, to which your team is invited. Your people can book it once it is scheduled.

To see where your requests stand, go to
https://esteem.example/teams/T1/session-requests
";
        assert_eq!(planned.text, expected);
        let declined = words(News::Declined(DeclineReason::NobodyFree), &about, reader);
        assert!(declined.text.contains("The reason: Nobody who could teach it has time by then."));
    }
}
