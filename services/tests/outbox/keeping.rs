//! The outbox as administrators keep it: what they see of each mail, and what they can do about it.

use super::place::{Practice, SENDER, noon, the_practice, waiting};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::MailId;
use domain::outbox::{MailKind, MailState, Outcome};
use domain::refusal::Refusal;
use entities::mail;
use sea_orm::ActiveValue::Set;
use services::outbox::{Listing, due, hand_over, list, note, try_again, try_all_again};

fn listing(state: Option<MailState>) -> Listing {
    Listing { state, ..Listing::default() }
}

/// A mail with these dates, in minutes from noon.
async fn with(practice: &Practice, dates: [Option<i64>; 4]) -> MailId {
    let at = |minutes: Option<i64>| -> Option<DateTime<Utc>> {
        minutes.map(|minutes| noon() + TimeDelta::minutes(minutes))
    };
    let [handed_over_at, sent_at, given_up_at, useful_until] = dates.map(at);
    let done = sent_at.is_some() || given_up_at.is_some();
    let account = practice.amina.actor.account_id().unwrap();
    practice
        .puts(mail::ActiveModel {
            handed_over_at: Set(handed_over_at),
            sent_at: Set(sent_at),
            given_up_at: Set(given_up_at),
            useful_until: Set(useful_until),
            next_try_at: Set((!done).then_some(noon())),
            ..waiting(account)
        })
        .await
}

#[tokio::test]
async fn the_database_finds_mail_by_the_state_that_the_rule_says() {
    let practice = the_practice().await;
    let handed = [None, Some(-1), Some(-5), Some(-6)];
    let ended = [(None, None), (Some(-1), None), (None, Some(-1))];
    let useful = [None, Some(0), Some(1), Some(-1)];
    for handed in handed {
        for (sent, given_up) in ended {
            for useful in useful {
                with(&practice, [handed, sent, given_up, useful]).await;
            }
        }
    }
    let ctx = practice.at(noon());
    let all = list(&ctx, &listing(None), 1).await.unwrap().mails;
    assert_eq!(all.total, 4 * 3 * 4);
    let mut found = 0;
    for state in MailState::ALL {
        let some = list(&ctx, &listing(Some(*state)), 1).await.unwrap().mails;
        assert!(some.total > 0, "{state}: none");
        assert!(some.entries.iter().all(|mail| mail.state == *state), "{state}");
        found += some.total;
    }
    assert_eq!(found, all.total, "each in one state");
}

#[tokio::test]
async fn a_mail_that_was_refused_for_good_is_given_up_seen_and_tried_again() {
    let practice = the_practice().await;
    let id = practice.waits().await;
    let ctx = practice.at(noon());
    let letter = hand_over(&ctx, due(&ctx, 9).await.unwrap()[0], SENDER).await.unwrap().unwrap();
    note(&ctx, &letter.attempt, Outcome::Refused, Some("refused, code 550")).await.unwrap();
    assert!(due(&practice.after(TimeDelta::days(30)), 9).await.unwrap().is_empty());
    let shown = list(&ctx, &listing(Some(MailState::GivenUp)), 1).await.unwrap();
    let line = &shown.mails.entries[0];
    assert_eq!((shown.given_up, line.tries, line.kind), (1, 1, MailKind::WeeklyDigest));
    assert_eq!(line.to, "e1@staff.example");
    assert_eq!(line.last_error.as_deref(), Some("refused, code 550"));

    let later = practice.after(TimeDelta::days(5));
    try_again(&later, id).await.unwrap();
    let letter =
        hand_over(&later, due(&later, 9).await.unwrap()[0], SENDER).await.unwrap().unwrap();
    note(&later, &letter.attempt, Outcome::NotNow, None).await.unwrap();
    assert_eq!(practice.mail().await.given_up_at, None, "it has its days anew");
}

#[tokio::test]
async fn all_that_were_given_up_and_are_still_worth_it_are_tried_again_at_once() {
    let practice = the_practice().await;
    with(&practice, [None, None, Some(-1), None]).await;
    with(&practice, [None, None, Some(-1), Some(60)]).await;
    with(&practice, [None, None, Some(-1), Some(-1)]).await;
    with(&practice, [None, Some(-1), None, None]).await;
    let ctx = practice.at(noon());
    assert_eq!(try_all_again(&ctx).await.unwrap(), 2);
    assert_eq!(due(&ctx, 9).await.unwrap().len(), 2);
}

#[tokio::test]
async fn what_is_sent_being_sent_or_not_needed_is_not_tried_again() {
    let practice = the_practice().await;
    let ctx = practice.at(noon());
    let sent = with(&practice, [Some(-9), Some(-8), None, None]).await;
    let being_sent = with(&practice, [Some(-1), None, None, None]).await;
    let not_needed = with(&practice, [None, None, None, Some(-1)]).await;
    for id in [sent, being_sent, not_needed] {
        let refused = try_again(&ctx, id).await.unwrap_err().to_string();
        assert!(refused.contains("not waiting"), "{refused}");
    }
    let not_known = with(&practice, [Some(-30), None, None, None]).await;
    try_again(&ctx, not_known).await.unwrap();
}

#[tokio::test]
async fn nobody_but_an_administrator_sees_or_sends_mail() {
    let practice = the_practice().await;
    let id = practice.waits().await;
    for ctx in [&practice.amina, &practice.ben, &practice.dan] {
        for refused in [
            list(ctx, &Listing::default(), 1).await.unwrap_err(),
            try_again(ctx, id).await.unwrap_err(),
            try_all_again(ctx).await.unwrap_err(),
            due(ctx, 9).await.unwrap_err(),
            services::jobs::do_what_is_due(ctx).await.unwrap_err(),
        ] {
            let not_found = matches!(refused, services::Error::Refused(Refusal::NotFound(_)));
            assert!(not_found, "{refused}");
        }
    }
}

#[tokio::test]
async fn the_outbox_is_searched_and_paged() {
    let practice = the_practice().await;
    for _ in 0..55 {
        practice.waits().await;
    }
    practice.puts(waiting(practice.ben.actor.account_id().unwrap())).await;
    let ctx = practice.at(noon());
    let second = list(&ctx, &Listing::default(), 2).await.unwrap();
    assert_eq!((second.mails.entries.len(), second.mails.total), (6, 56));
    let waiting_since = second.waiting_since.map(|since| since.to_string());
    assert_eq!(waiting_since.as_deref(), Some("2026-11-01 12:00:00"));
    let bens = Listing { search: " E2@ ".to_owned(), ..Listing::default() };
    let bens = list(&ctx, &bens, 9).await.unwrap().mails;
    assert_eq!((bens.total, bens.page), (1, 1));
}
