//! Who may do what about whom when levels are confirmed: every actor, every subject, every act, through the router; the
//! table that comes of it is read by people and held here.

mod place; // whose records, who tries

use http::StatusCode;
use place::{ACTORS, Place, SUBJECTS, place};
use std::fmt::Write;

const TABLE: &str = include_str!("who_confirms.txt");

/// What is tried, each in a competency of its own.
const ACTS: [(&str, &str); 11] = [
    ("ask for them", "ASK-1"),
    ("see the request", "REQ-1"),
    ("send the request back", "REQ-1"),
    ("confirm the request", "REQ-1"),
    ("confirm what was observed", "OBS-1"),
    ("sign second", "CSN-1"),
    ("recognise", "REC-1"),
    ("revoke", "REV-1"),
    ("see a record from elsewhere", "REQ-1"),
    // Without saying that it is the same person, so that the record waits for the next who tries.
    ("accept it, unsaid whose it is", "REQ-1"),
    ("decline it", "REQ-1"),
];

impl Place {
    async fn tries(&mut self, by: &str, act: (&str, &str), subject: &str) -> StatusCode {
        let (act, code) = act;
        let person = self.people[subject].to_string();
        match act {
            "ask for them" => {
                self.nothing_waits(subject, code).await;
                let words =
                    [("level", "2"), ("evidence", "observation"), ("note", "Seen"), ("of", "")];
                let fields = [&[("person", &*person), ("code", code)], &words[..]].concat();
                self.post(by, "ask_for_somebody", &fields).await.status
            }
            "see the request" => {
                let request = self.request(subject, code).await;
                let user = self.users.get_mut(by).expect("an actor");
                user.visit(&format!("/confirm/{request}")).await.status
            }
            "send the request back" => {
                let request = self.request(subject, code).await.to_string();
                let fields = [("sequence", &*request), ("reason", "Say more")];
                self.post(by, "send_back", &fields).await.status
            }
            "confirm the request" => {
                let request = self.request(subject, code).await.to_string();
                let fields = [
                    ("sequence", &*request),
                    ("level", "2"),
                    ("evidence[]", "observation"),
                    ("made_on", ""),
                    ("note", ""),
                ];
                self.post(by, "confirm_level", &fields).await.status
            }
            "confirm what was observed" => {
                let fields = [
                    ("person", &*person),
                    ("level[OBS-1]", "2"),
                    ("evidence[OBS-1][]", "observation"),
                ];
                self.post(by, "confirm_observed", &fields).await.status
            }
            "sign second" => {
                let signature = self.signature(subject, code).await.to_string();
                self.post(by, "countersign", &[("sequence", &*signature)]).await.status
            }
            "recognise" => {
                let fields = [
                    ("role", "PN"),
                    ("domain", "REC"),
                    ("people[]", &*person),
                    ("reason", "Registered nurse"),
                ];
                self.post(by, "recognise", &fields).await.status
            }
            "see a record from elsewhere" => {
                let path = format!("/confirm/records/{}", self.records[subject]);
                self.users.get_mut(by).expect("an actor").visit(&path).await.status
            }
            "accept it, unsaid whose it is" => {
                let record = self.records[subject].clone();
                self.post(by, "accept_record", &[("id", &*record)]).await.status
            }
            "decline it" => {
                self.nothing_is_declined().await;
                let record = self.records[subject].clone();
                let fields = [("id", &*record), ("reason", "ask_issuer")];
                self.post(by, "decline_record", &fields).await.status
            }
            _ => {
                self.confirmed(subject, code).await;
                let fields = [("person", &*person), ("code", code), ("reason", "Seen otherwise")];
                self.post(by, "revoke_confirmation", &fields).await.status
            }
        }
    }
}

/// `yes`, `rule` where a rule stands against it, `-` where they may not know of it.
const fn told(status: StatusCode) -> &'static str {
    match status {
        StatusCode::OK | StatusCode::SEE_OTHER => "yes",
        StatusCode::UNPROCESSABLE_ENTITY => "rule",
        StatusCode::NOT_FOUND => "-",
        _ => "?",
    }
}

#[tokio::test]
async fn who_may_do_what_about_whom_is_the_table_that_people_have_read() {
    let mut place = place().await;
    let mut table =
        "yes: done · rule: refused by a rule, and told which · -: not found\n".to_owned();
    for act in ACTS {
        let _ = write!(table, "\n{:<30}", act.0);
        for column in SUBJECTS.iter().map(|(_, what, _)| *what).chain(["oneself"]) {
            let _ = write!(table, "{column:<16}");
        }
        for (number, what, _) in ACTORS {
            let _ = write!(table, "\n  {what:<28}");
            for subject in SUBJECTS.map(|(subject, ..)| subject) {
                let status = place.tries(what, act, subject).await;
                let _ = write!(table, "{:<16}", told(status));
            }
            let own = match number {
                "" => "",
                number => told(place.tries(what, act, number).await),
            };
            let _ = write!(table, "{own:<16}");
        }
        table.push('\n');
    }
    let table: Vec<&str> = table.lines().map(str::trim_end).collect();
    let table = table.join("\n") + "\n";
    assert_eq!(
        table, TABLE,
        "\nWho may do what has changed. Read it, then update who_confirms.txt:\n{table}"
    );
}
