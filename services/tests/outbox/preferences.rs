//! What somebody wants by mail holds for what is made and for what already waits.

use super::place::{SENDER, noon, the_practice};
use chrono::TimeDelta;
use domain::reminders::Preferences;
use domain::reminders::preferences::DigestPart;
use services::outbox::{due, hand_over};
use services::{jobs, reminders};

fn only(part: DigestPart) -> Preferences {
    let left_out = DigestPart::ALL.iter().copied().filter(|other| *other != part).collect();
    Preferences { left_out, ..Preferences::default() }
}

#[tokio::test]
async fn everything_is_wanted_at_first_and_what_is_chosen_is_kept() {
    let practice = the_practice().await;
    let at_first = reminders::mine(&practice.amina).await.unwrap();
    assert_eq!(at_first.wanted, Preferences::default());
    assert!(at_first.is_linked && at_first.email == "e1@staff.example");
    let no_nudges = Preferences { nudges: false, ..Preferences::default() };
    for wanted in [only(DigestPart::Requests), no_nudges, Preferences::default()] {
        reminders::choose(&practice.amina, wanted.clone()).await.unwrap();
        assert_eq!(reminders::mine(&practice.amina).await.unwrap().wanted, wanted);
    }
    let others = reminders::mine(&practice.ben).await.unwrap().wanted;
    assert_eq!(others, Preferences::default(), "one's own alone");
    assert!(reminders::choose(&practice.ground.nobody(), others).await.is_err());
}

#[tokio::test]
async fn who_wants_none_gets_none_made_or_waiting() {
    let practice = the_practice().await;
    jobs::do_what_is_due(&practice.at(noon())).await.unwrap();
    let off = Preferences { weekly_digest: false, ..Preferences::default() };
    let without = only(DigestPart::Requests);
    for (weeks, wanted) in [(1, off), (2, without)] {
        reminders::choose(&practice.amina, wanted).await.unwrap();
        let ctx = practice.after(TimeDelta::weeks(weeks));
        jobs::do_what_is_due(&ctx).await.unwrap();
        assert!(practice.mails().await.is_empty(), "week {weeks}");
    }
    practice.waits().await;
    let ctx = practice.at(noon());
    let waiting = due(&ctx, 9).await.unwrap()[0];
    assert!(hand_over(&ctx, waiting, SENDER).await.unwrap().is_none());
}
