//! The digest in words: a subject that says what is most urgent, and a text that leads to where it is done.
//!
//! It names nobody but its reader: a mail is read on screens and in mailboxes that nobody here knows.

use super::digest::{
    Digest, Due, LAPSING_DAYS, NewlyAsked, OwnRequest, RequestState, ReturnsWaiting, ToConfirm,
    Urgency,
};
use crate::dates::spoken;
use chrono::NaiveDate;

/// How many entries of one kind are listed; of more, the rest is counted.
const LISTED_MOST: usize = 10;
/// How many things the subject names.
const SUBJECT_MOST: usize = 2;

/// Subject and text of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub subject: String,
    pub text: String,
}

/// Whom the mail is to, on which day, and where its links lead.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    pub first_name: &'a str,
    pub today: NaiveDate,
    /// Where people reach this installation, without a slash at its end.
    pub base_url: &'a str,
}

/// The digest as a mail.
pub fn words(digest: &Digest, reader: Reader<'_>) -> Words {
    Words { subject: subject(digest), text: text(digest, reader) }
}

fn subject(digest: &Digest) -> String {
    let within = |urgency| digest.confirmations.iter().filter(|d| d.urgency == urgency).count();
    let due = |urgency: Urgency| {
        let days = urgency.days();
        let (one, several) = (
            format!("confirmation is due within {days} days"),
            format!("confirmations are due within {days} days"),
        );
        said(within(urgency), &one, &several)
    };
    let sent_back = |request: &&OwnRequest| matches!(request.state, RequestState::SentBack { .. });
    let back = digest.requests.iter().filter(sent_back).count();
    let for_them = |request: &&OwnRequest| matches!(request.state, RequestState::AskedFor { .. });
    let asked_for = digest.requests.iter().filter(for_them).count();
    let said = [
        said(within(Urgency::Expired), "confirmation has expired", "confirmations have expired"),
        due(Urgency::Week),
        said(digest.to_confirm.in_all(), "request waits for you", "requests wait for you"),
        said(digest.claims, "claim waits for you", "claims wait for you"),
        said(digest.records, "record waits for you", "records wait for you"),
        said(digest.seat_requests, "booking waits for you", "bookings wait for you"),
        said(digest.returns.in_all(), "return waits for you", "returns wait for you"),
        said(back, "request was sent back", "requests were sent back"),
        said(digest.requests.len() - back - asked_for, "request will lapse", "requests will lapse"),
        said(asked_for, "request was made for you", "requests were made for you"),
        said(digest.newly_asked.len(), "competency is newly asked", "competencies are newly asked"),
        due(Urgency::Month),
        due(Urgency::Quarter),
    ];
    let said: Vec<String> = said.into_iter().flatten().take(SUBJECT_MOST).collect();
    format!("Esteem: {}", said.join(", "))
}

/// `2 requests wait for you`; nothing of nought.
pub(super) fn said(count: usize, one: &str, several: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {several}")),
    }
}

fn text(digest: &Digest, reader: Reader<'_>) -> String {
    let today = reader.today.format("%A %-d %B %Y");
    let base = reader.base_url;
    let mut parts = vec![format!(
        "Dear {}\n\nThis is what waits for you in Esteem on {today}.",
        reader.first_name
    )];
    parts.extend(to_decide(digest, base));
    parts.extend(confirmations(&digest.confirmations, base));
    parts.extend(requests(&digest.requests, base));
    parts.extend(newly_asked(&digest.newly_asked, base));
    parts.push(format!(
        "Esteem sends this once a week, when there is something new to say. To choose what is in it, or to stop it, go \
         to\n{base}/account/mail"
    ));
    parts.join("\n\n") + "\n"
}

fn to_decide(digest: &Digest, base: &str) -> Option<String> {
    let ToConfirm { to_me_by_name, lapsing, .. } = digest.to_confirm;
    let mut lines = Vec::new();
    let waits = "request for confirmation waits for you";
    if let Some(waiting) =
        said(digest.to_confirm.in_all(), waits, "requests for confirmation wait for you")
    {
        let named = said(to_me_by_name, "of them names you", "of them name you");
        let soon = format!("within {LAPSING_DAYS} days");
        let soon = said(lapsing, &format!("lapses {soon}"), &format!("lapse {soon}"));
        let more: String =
            [named, soon].into_iter().flatten().map(|more| format!("; {more}")).collect();
        lines.push(format!("- {waiting}{more}:\n  {base}/confirm"));
    }
    let claims = said(digest.claims, "claim waits for you", "claims wait for you");
    lines.extend(claims.map(|claims| {
        format!("- {claims}: a competency may not be part of somebody's post:\n  {base}/claims")
    }));
    let records = said(
        digest.records,
        "record from an earlier employer waits to be accepted",
        "records from earlier employers wait to be accepted",
    );
    lines.extend(records.map(|records| format!("- {records}:\n  {base}/confirm/records")));
    let seats = said(
        digest.seat_requests,
        "booking of a session waits for your approval",
        "bookings of sessions wait for your approval",
    );
    lines.extend(seats.map(|seats| format!("- {seats}:\n  {base}/seat-requests")));
    lines.extend(returns(digest.returns).map(|waits| format!("- {waits}:\n  {base}/returns")));
    (!lines.is_empty()).then(|| format!("Others are waiting for you\n\n{}", lines.join("\n")))
}

/// Each thing to do with returns, in the order of their steps.
fn returns(waiting: ReturnsWaiting) -> impl Iterator<Item = String> {
    let ReturnsWaiting { to_check, to_approve, to_submit } = waiting;
    let steps = [
        said(to_check, "return waits to be checked", "returns wait to be checked"),
        said(to_approve, "return waits for your approval", "returns wait for your approval"),
        said(to_submit, "return waits to be submitted", "returns wait to be submitted"),
    ];
    steps.into_iter().flatten()
}

fn confirmations(due: &[Due], base: &str) -> Option<String> {
    let of = |urgency: Urgency| {
        let lines: Vec<String> = due.iter().filter(|d| d.urgency == urgency).map(one_due).collect();
        (!lines.is_empty()).then(|| format!("{}\n{}", urgency.label(), listed(&lines)))
    };
    let groups: Vec<String> = Urgency::ALL.into_iter().filter_map(of).collect();
    let next = format!("To ask an assessor to confirm them again, go to\n{base}/my/competencies");
    (!groups.is_empty()).then(|| format!("Your confirmations\n\n{}\n\n{next}", groups.join("\n\n")))
}

fn one_due(due: &Due) -> String {
    let Due { title, level, due_on, urgency } = due;
    let verb = if *urgency == Urgency::Expired { "expired after" } else { "due on" };
    format!("{title}: level {level}, {verb} {}", spoken(*due_on))
}

fn requests(requests: &[OwnRequest], base: &str) -> Option<String> {
    let told = |request: &OwnRequest| {
        let title = &request.title;
        match request.state {
            RequestState::SentBack { on } => format!("{title}: sent back on {}", spoken(on)),
            RequestState::Lapses { after } => {
                format!("{title}: nobody has answered yet; lapses after {}", spoken(after))
            }
            RequestState::AskedFor { on } => format!(
                "{title}: somebody who manages you asked for confirmation on {}",
                spoken(on)
            ),
        }
    };
    let lines: Vec<String> = requests.iter().map(told).collect();
    let next = format!(
        "To read more, to withdraw one or to ask somebody else, go to\n{base}/my/competencies"
    );
    (!lines.is_empty()).then(|| format!("Your requests\n\n{}\n\n{next}", listed(&lines)))
}

fn newly_asked(asked: &[NewlyAsked], base: &str) -> Option<String> {
    let told = |asked: &NewlyAsked| {
        let critical = if asked.critical { ", critical" } else { "" };
        format!("{}: level {}{critical}", asked.title, asked.level)
    };
    let lines: Vec<String> = asked.iter().map(told).collect();
    let next = format!("To say where you stand, go to\n{base}/my/start");
    (!lines.is_empty()).then(|| format!("Newly asked of you\n\n{}\n\n{next}", listed(&lines)))
}

/// As a list, with the rest counted where it is long.
fn listed(lines: &[String]) -> String {
    let rest = lines.len().saturating_sub(LISTED_MOST);
    let mut shown: Vec<String> =
        lines.iter().take(LISTED_MOST).map(|line| format!("- {line}")).collect();
    if rest > 0 {
        shown.push(format!("- and {rest} more"));
    }
    shown.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frameworks::Level;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn due(title: &str, due_on: &str, urgency: Urgency) -> Due {
        let (title, level) = (title.to_owned(), Level::PRACTISES_WITH_SUPPORT);
        Due { title, level, due_on: day(due_on), urgency }
    }

    fn whole() -> Digest {
        Digest {
            confirmations: vec![
                due("Ask about risk", "2026-10-31", Urgency::Expired),
                due("Plan for safety", "2026-11-05", Urgency::Week),
            ],
            requests: vec![
                OwnRequest {
                    title: "Act in an emergency".to_owned(),
                    state: RequestState::SentBack { on: day("2026-10-30") },
                },
                OwnRequest {
                    title: "Involve families".to_owned(),
                    state: RequestState::AskedFor { on: day("2026-10-29") },
                },
            ],
            newly_asked: vec![NewlyAsked {
                title: "Listen".to_owned(),
                level: Level::KNOWS_HOW,
                critical: true,
            }],
            to_confirm: ToConfirm { to_me_by_name: 1, to_any_assessor: 2, lapsing: 1 },
            claims: 1,
            records: 2,
            seat_requests: 1,
            returns: ReturnsWaiting { to_check: 1, to_approve: 2, to_submit: 0 },
        }
    }

    fn reader() -> Reader<'static> {
        let base_url = "https://esteem.example";
        Reader { first_name: "Amina", today: day("2026-11-02"), base_url }
    }

    const WHOLE: &str = "Dear Amina

This is what waits for you in Esteem on Monday 2 November 2026.

Others are waiting for you

- 3 requests for confirmation wait for you; 1 of them names you; 1 lapses within 7 days:
  https://esteem.example/confirm
- 1 claim waits for you: a competency may not be part of somebody's post:
  https://esteem.example/claims
- 2 records from earlier employers wait to be accepted:
  https://esteem.example/confirm/records
- 1 booking of a session waits for your approval:
  https://esteem.example/seat-requests
- 1 return waits to be checked:
  https://esteem.example/returns
- 2 returns wait for your approval:
  https://esteem.example/returns

Your confirmations

Expired
- Ask about risk: level 3, expired after 31 October 2026

Due within 7 days
- Plan for safety: level 3, due on 5 November 2026

To ask an assessor to confirm them again, go to
https://esteem.example/my/competencies

Your requests

- Act in an emergency: sent back on 30 October 2026
- Involve families: somebody who manages you asked for confirmation on 29 October 2026

To read more, to withdraw one or to ask somebody else, go to
https://esteem.example/my/competencies

Newly asked of you

- Listen: level 2, critical

To say where you stand, go to
https://esteem.example/my/start

Esteem sends this once a week, when there is something new to say. To choose what is in it, or to stop it, go to
https://esteem.example/account/mail
";

    #[test]
    fn the_whole_mail_reads_well() {
        let words = words(&whole(), reader());
        assert_eq!(
            words.subject,
            "Esteem: 1 confirmation has expired, 1 confirmation is due within 7 days"
        );
        assert_eq!(words.text, WHOLE);
    }

    #[test]
    fn what_is_empty_is_left_out_and_a_long_list_is_cut() {
        let many = (0..12).map(|n| due(&format!("No {n}"), "2026-12-20", Urgency::Quarter));
        let digest = Digest { confirmations: many.collect(), ..Digest::default() };
        let words = words(&digest, reader());
        assert_eq!(words.subject, "Esteem: 12 confirmations are due within 90 days");
        assert!(words.text.contains("- No 9:") && !words.text.contains("- No 10:"));
        assert!(words.text.contains("- and 2 more"), "{}", words.text);
        for heading in ["Others are waiting", "Your requests", "Newly asked", "Expired"] {
            assert!(!words.text.contains(heading), "{heading}");
        }
    }
}
