//! Whether a passport is still vouched for: after a revocation, a withdrawal, a leaver's last day, and elsewhere.

use super::place::{confirmed, finding, since};
use crate::ground::{Ground, day, issuing};
use crate::judgements::place::{AMINA, practice};
use domain::codes::GrantKind::WorkforceLead;
use domain::ids::PersonId;
use domain::imports::Kind;
use domain::passport::Since;
use domain::passport::views::Finding;
use services::passport::{fingerprint, issue, withdraw};
use services::{Ctx, judgements};

async fn lead(ground: &Ground) -> (Ctx, PersonId) {
    (ground.sign_in("E4", Some((WorkforceLead, "N1"))).await, ground.person(AMINA).await)
}

#[tokio::test]
async fn a_revocation_later_shows_and_one_before_it_was_made_does_not() {
    let (ground, amina) = confirmed().await;
    let judged = "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
                  E1,EMG-1,confirmed,2026-01-05,2,E2,simulation\n";
    ground.bring(Kind::Judgements, judged).await;
    let both = issue(&amina).await.unwrap();
    let (lead, person) = lead(&ground).await;
    assert_eq!(since(&ground, &both).await, Since::Stands);
    judgements::revoke(&lead, person, "EMG-1", "Seen otherwise").await.unwrap();
    assert_eq!(since(&ground, &both).await, Since::Revoked);

    let without = issue(&amina).await.unwrap();
    assert_eq!(without.passport.competencies.len(), 1);
    assert_eq!(since(&ground, &without).await, Since::Stands);
    judgements::revoke(&lead, person, "RSK-1", "Seen otherwise").await.unwrap();
    assert_eq!(since(&ground, &without).await, Since::Revoked);
}

#[tokio::test]
async fn a_revocation_that_speaks_of_an_earlier_day_shows_too() {
    let (ground, amina) = confirmed().await;
    let made = issue(&amina).await.unwrap();
    let judged = "employee_number,competency_code,kind,made_on\nE1,RSK-1,revoked,2026-10-30\n";
    ground.bring(Kind::Judgements, judged).await;
    assert_eq!(since(&ground, &made).await, Since::Revoked);
}

#[tokio::test]
async fn of_two_passports_the_one_withdrawn_is_revoked() {
    let (ground, amina) = confirmed().await;
    let (one, other) = (issue(&amina).await.unwrap(), issue(&amina).await.unwrap());
    withdraw(&amina, one.passport.id).await.unwrap();
    assert_eq!(since(&ground, &one).await, Since::Revoked);
    assert_eq!(since(&ground, &other).await, Since::Stands);
}

#[tokio::test]
async fn a_leavers_passport_can_be_checked() {
    let (ground, amina) = confirmed().await;
    let made = issue(&amina).await.unwrap();
    let left = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,leaving_date\n\
                E1,Amina,Khan,T1,PN,1.00,A1,2024-01-01,2026-10-31\n";
    ground.bring(Kind::Staff, left).await;
    assert_eq!(since(&ground, &made).await, Since::Stands);
    let after = issue(&amina).await.unwrap().passport;
    assert_eq!(after.posts[0].to, Some(day("2026-10-31")), "she may still take it along");
}

#[tokio::test]
async fn another_installation_says_whose_key_it_is_not_and_a_lost_record_that_it_has_none() {
    let (ground, amina) = confirmed().await;
    let made = issue(&amina).await.unwrap();
    let elsewhere = practice().await;
    let key = fingerprint(&made.passport.key);
    let expected = Finding::Elsewhere { fingerprint: key.clone(), trusted: None };
    assert_eq!(finding(&elsewhere, &made.file).await, expected);

    // A second record of the same key, as after a restored backup: it knows the key and not the passport.
    let mut restored = confirmed().await;
    restored.0.services = restored.0.services.clone().issuing(issuing(Some(&ground.key_file)));
    let amina = Ctx { services: restored.0.services.clone(), ..restored.1 };
    assert_eq!(fingerprint(&issue(&amina).await.unwrap().passport.key), key);
    assert_eq!(since(&restored.0, &made).await, Since::NotOnRecord);
}

#[tokio::test]
async fn what_was_altered_is_altered_whoever_signed_it() {
    let (ground, amina) = confirmed().await;
    let file = String::from_utf8(issue(&amina).await.unwrap().file).unwrap();
    let altered = file.replace("\"level\": 3", "\"level\": 4");
    assert_ne!(file, altered);
    assert_eq!(finding(&ground, altered.as_bytes()).await, Finding::Altered);
}
