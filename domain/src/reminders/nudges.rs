//! The mail of a nudge: at once, and at most once a week, when somebody's manager asks them to look at what is due.
//!
//! It names nobody but its reader; who asked stands on their home page.

use super::words::{Reader, Words, said};
use crate::dates::spoken;
use crate::people::due::{Due, NUDGED_AGAIN_AFTER_DAYS};
use crate::standing::DUE_SOON_DAYS;
use chrono::NaiveDate;

/// The mail of a nudge made on `made_on`, with what is due of its reader now.
pub fn words(due: &Due, made_on: NaiveDate, reader: Reader<'_>) -> Words {
    let base = reader.base_url;
    let open: Vec<String> = counts(due).map(|count| format!("- {count}")).collect();
    let text = format!(
        "Dear {}\n\nOn {} somebody who manages you asked you to look at your competencies in Esteem. Of what your work asks \
         of you:\n\n{}\n\nTo see what comes next and what would close it, go to\n{base}/my/next-steps\n\nWho asked stands on \
         your home page. Nobody is asked more than once in {NUDGED_AGAIN_AFTER_DAYS} days. To choose which email you get, go \
         to\n{base}/account/mail\n",
        reader.first_name,
        spoken(made_on),
        open.join("\n"),
    );
    Words { subject: "Esteem: please look at what is due of you".to_owned(), text }
}

/// What is due, the most pressing first. What waits for others is among what is not met.
fn counts(due: &Due) -> impl Iterator<Item = String> {
    let not_met = (due.met.asked - due.met.met) as usize;
    let [one_soon, several_soon] =
        ["is", "are"].map(|verb| format!("{verb} due within {DUE_SOON_DAYS} days"));
    let counts = [
        said(
            due.critical as usize,
            "critical to your role is not met",
            "critical to your role are not met",
        ),
        said(due.expired as usize, "confirmation has expired", "confirmations have expired"),
        said(due.due_soon as usize, &one_soon, &several_soon),
        said(due.not_assessed as usize, "was never assessed", "were never assessed"),
        said(not_met, "in all is not met", "in all are not met"),
    ];
    counts.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::counting::Met;

    #[test]
    fn the_mail_says_what_is_due_and_names_nobody_else() {
        let due = Due {
            met: Met { met: 9, asked: 12 },
            critical: 1,
            expired: 2,
            not_assessed: 1,
            ..Due::default()
        };
        let day = |text: &str| text.parse().unwrap();
        let (first_name, base_url) = ("Amina", "https://esteem.example");
        let reader = Reader { first_name, today: day("2026-11-03"), base_url };
        let mail = words(&due, day("2026-11-02"), reader);
        let told = "Dear Amina

On 2 November 2026 somebody who manages you asked you to look at your competencies in Esteem. Of what your work asks of you:

- 1 critical to your role is not met
- 2 confirmations have expired
- 1 was never assessed
- 3 in all are not met

To see what comes next and what would close it, go to
https://esteem.example/my/next-steps

Who asked stands on your home page. Nobody is asked more than once in 7 days. To choose which email you get, go to
https://esteem.example/account/mail
";
        assert_eq!(mail.text, told);
        assert_eq!(mail.subject, "Esteem: please look at what is due of you");
    }
}
