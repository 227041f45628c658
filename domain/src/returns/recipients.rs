//! Whom a return is for: dated data, so that a report of any day names whoever the work belonged to then (rules, section 7). No
//! national return asks for these figures: it is a local return for them.

use crate::dates::{days_after, spoken};
use crate::fields::{FieldErrors, date, required_name};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is told wherever somebody might think otherwise; the papers of a return say it in the same words.
pub const NOT_NATIONAL: &str = "No national return asks for these figures: the place counts them and sends them of its own accord.";

/// How long a recipient's name may be, in characters.
pub const NAME_MOST: usize = 200;

/// The first day of NHS England's: Health Education England became part of it.
const MERGED_ON: Option<NaiveDate> = NaiveDate::from_ymd_opt(2023, 4, 1);

/// A body that returns are for, from a day until another one follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    pub name: String,
    /// `None` for the first there was.
    pub from: Option<NaiveDate>,
}

/// A recipient, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipientLine {
    pub recipient: Recipient,
    /// The day before the next one begins; `None` for the last.
    pub until: Option<NaiveDate>,
    /// The day it was added, and by whom; `None` for those every installation begins with.
    pub added: Option<(NaiveDate, String)>,
}

/// All recipients as a list, the earliest first. `added` are in the order of their first days.
pub fn listed(added: Vec<(Recipient, (NaiveDate, String))>) -> Vec<RecipientLine> {
    let first = first_recipients().into_iter().map(|recipient| (recipient, None));
    let added = added.into_iter().map(|(recipient, by)| (recipient, Some(by)));
    let all: Vec<_> = first.chain(added).collect();
    let begins = all.iter().skip(1).map(|(recipient, _)| recipient.from);
    let until = begins.map(|from| from.map(|from| days_after(from, -1)));
    let until: Vec<Option<NaiveDate>> = until.chain(std::iter::once(None)).collect();
    let lines = all.into_iter().zip(until);
    lines.map(|((recipient, added), until)| RecipientLine { recipient, until, added }).collect()
}

/// The recipients every installation begins with.
pub fn first_recipients() -> Vec<Recipient> {
    let recipient = |name: &str, from| Recipient { name: name.to_owned(), from };
    vec![recipient("Health Education England", None), recipient("NHS England", MERGED_ON)]
}

/// Whom the return of a day is for: by its reference date, so that the same data makes the same files whenever it is prepared. Of two
/// from one day, the later in the list.
pub fn recipient_at(added: &[Recipient], day: NaiveDate) -> Option<Recipient> {
    let all = first_recipients().into_iter().chain(added.iter().cloned());
    all.filter(|recipient| recipient.from.is_none_or(|from| from <= day)).max_by_key(|r| r.from)
}

/// A recipient that an administrator adds.
///
/// # Errors
/// Returns the message for each field: it has a name, and it begins after the one before and not in the past, which stays as it was.
pub fn parse(
    (name, from): (&str, &str),
    added: &[Recipient],
    today: NaiveDate,
) -> Result<Recipient, FieldErrors> {
    let mut errors = FieldErrors::default();
    let name = errors.keep("name", required_name(name, "the name of the recipient", NAME_MOST));
    let last = first_recipients().into_iter().chain(added.iter().cloned()).max_by_key(|r| r.from);
    let from = date(from, "the first day").and_then(|from| match last {
        Some(Recipient { name, from: Some(last) }) if from <= last => Err(after(last, &name)),
        _ if from < today => {
            Err("Enter today or a later day: earlier returns stay as they were".to_owned())
        }
        _ => Ok(from),
    });
    let from = errors.keep("from", from);
    match (name, from) {
        (Some(name), Some(from)) => Ok(Recipient { name, from: Some(from) }),
        _ => Err(errors),
    }
}

/// What is said beside a first day that is not after that of the last recipient.
fn after(last: NaiveDate, name: &str) -> String {
    format!("Enter a day after {}: returns from then on are for {name}", spoken(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::small_place::day;

    fn at(added: &[Recipient], on: &str) -> String {
        recipient_at(added, day(on)).unwrap().name
    }

    #[test]
    fn the_recipient_is_whoever_it_was_on_the_reference_date() {
        assert_eq!(at(&[], "2017-05-01"), "Health Education England");
        assert_eq!(at(&[], "2023-03-31"), "Health Education England");
        assert_eq!(at(&[], "2023-04-01"), "NHS England");
        let next = parse((" The next one ", "1 April 2027"), &[], day("2026-12-01")).unwrap();
        assert_eq!(at(std::slice::from_ref(&next), "2027-03-31"), "NHS England");
        assert_eq!(at(&[next], "2027-04-01"), "The next one");
    }

    #[test]
    fn each_is_listed_until_the_next_begins() {
        let next = Recipient { name: "The next one".into(), from: Some(day("2027-04-01")) };
        let lines = listed(vec![(next, (day("2026-12-01"), "yusra".to_owned()))]);
        let told = lines
            .iter()
            .map(|line| (line.recipient.name.as_str(), line.until, line.added.is_some()));
        let expected = [
            ("Health Education England", Some(day("2023-03-31")), false),
            ("NHS England", Some(day("2027-03-31")), false),
            ("The next one", None, true),
        ];
        assert_eq!(told.collect::<Vec<_>>(), expected);
        assert_eq!(listed(Vec::new()).last().unwrap().until, None);
    }

    #[test]
    fn the_past_stays_and_each_begins_after_the_one_before() {
        let refused = |from, added: &[Recipient]| {
            parse(("A", from), added, day("2026-12-01")).unwrap_err().of("from").unwrap().to_owned()
        };
        assert!(refused("30 November 2026", &[]).contains("today or a later day"));
        let next = Recipient { name: "B".into(), from: Some(day("2027-04-01")) };
        let told = refused("1 April 2027", &[next]);
        assert_eq!(told, "Enter a day after 1 April 2027: returns from then on are for B");
        let told = refused("1 April 2023", &[]);
        assert_eq!(
            told,
            "Enter a day after 1 April 2023: returns from then on are for NHS England"
        );
        assert!(
            parse(("=A", "1 May 2027"), &[], day("2026-12-01")).unwrap_err().of("name").is_some()
        );
    }
}
