//! What stands in a passport: what is confirmed and current on its day, with who said it, and nothing that is the owner's own.

use super::place::{confirmed, refused};
use crate::ground::day;
use crate::judgements::place::{AMINA, BEN, CARA, ask, confirm, level, practice, the_request};
use domain::codes::Evidence;
use domain::codes::GrantKind::{Administrator, Assessor};
use domain::imports::Kind;
use domain::judgements::countersigning::SecondDecision;
use domain::judgements::forms::SelfAssess;
use domain::passport::{Basis, HeldPost, Signer};
use domain::refusal::Refusal;
use entities::{audit_entry, passport as issued};
use services::Error;
use services::judgements;
use services::passport::{fingerprint, issue, mine, read, withdraw};

fn nurse(name: &str) -> Signer {
    Signer { name: name.into(), role: Some("Mental health nurse".into()) }
}

#[tokio::test]
async fn it_holds_what_is_confirmed_with_who_said_it_and_on_what() {
    let (ground, amina) = confirmed().await;
    let made = issue(&amina).await.unwrap();
    let passport = &made.passport;
    assert_eq!(passport.issuer.name, "Skills passport");
    assert_eq!((passport.issued_on, &*passport.person.name), (amina.today, "Amina Khan"));
    assert_eq!(passport.person.employee_number, AMINA);
    let post = HeldPost {
        role: "Practice nurse".into(),
        team: "Practice 1 team".into(),
        organisation: "Practice 1".into(),
        from: Some(day("2024-01-01")),
        to: None,
    };
    assert_eq!(passport.posts, [post]);
    let [held] = &passport.competencies[..] else { panic!("{:?}", passport.competencies) };
    assert_eq!((&*held.code, held.level, held.basis), ("RSK-1", level(3), Basis::Confirmed));
    // Made today, asked again after 24 months.
    assert_eq!((held.made_on, held.due_on), (amina.today, day("2028-11-01")));
    assert_eq!(
        (&held.by, &held.evidence),
        (&vec![nurse("Ben Okoro")], &vec![Evidence::Simulation])
    );
    assert!(!held.imported);
    let competency = ground.all::<entities::competency::Entity>().await;
    let same = competency.iter().find(|row| row.code == "RSK-1").unwrap();
    assert_eq!(held.identifier, same.id.0, "the identifier of its CASE item");
    assert!(read(&made.file).unwrap().intact);
}

#[tokio::test]
async fn it_never_holds_reflections_notes_confidence_or_self_levels() {
    let (_ground, amina) = confirmed().await;
    let own = SelfAssess { level: level(5), reflection: None, confidence: Some(5) };
    judgements::self_assess(&amina, "EMG-1", own).await.unwrap();
    let file = String::from_utf8(issue(&amina).await.unwrap().file).unwrap();
    for word in ["harder", "crisis team", "confidence", "reflection", "note", "self", "EMG-1"] {
        assert!(!file.contains(word), "{word} in {file}");
    }
}

#[tokio::test]
async fn what_is_expired_or_revoked_or_only_a_first_signature_is_not_in_it() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    // EMG-1 is asked again after 12 months: due on 31 October 2026, the day before today. RSK-1 is revoked.
    let judged = "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
                  E1,EMG-1,confirmed,2025-10-31,2,E2,simulation\nE1,RSK-1,confirmed,2026-01-05,3,E2,observation\n\
                  E1,RSK-1,revoked,2026-02-05,,E2,\n";
    ground.bring(Kind::Judgements, judged).await;
    assert_eq!(refused(&amina).await, "nothing-confirmed");
    assert!(mine(&amina, 1).await.unwrap().none_because.unwrap().contains("Ask for confirmation"));
    assert!(ground.all::<issued::Entity>().await.is_empty());
}

#[tokio::test]
async fn what_was_brought_in_says_so_and_two_signatures_are_both_named() {
    let ground = practice().await;
    let mutual = "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
                  E2,RSK-1,confirmed,2026-01-06,4,E1,observation\nE1,EMG-1,confirmed,2026-01-05,2,,simulation\n";
    ground.bring(Kind::Judgements, mutual).await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();
    let waiting = judgements::to_confirm(&cara).await.unwrap().signatures[0].sequence;
    judgements::countersign(&cara, waiting, SecondDecision::Sign).await.unwrap();
    let held = issue(&amina).await.unwrap().passport.competencies;
    assert_eq!(held[0].by, [nurse("Ben Okoro"), nurse("Cara Miah")]);
    assert!(held[1].imported && held[1].by.is_empty(), "{:?}", held[1]);
}

#[tokio::test]
async fn it_is_made_listed_and_withdrawn_by_its_owner_alone() {
    let (ground, amina) = confirmed().await;
    let made = issue(&amina).await.unwrap();
    let row = ground.only::<issued::Entity>().await;
    assert_eq!((row.id, row.fingerprint), (made.passport.id, fingerprint(&made.passport.key)));
    assert_eq!(mine(&amina, 1).await.unwrap().issued.total, 1);
    let acts = ground.all::<audit_entry::Entity>().await;
    assert!(
        acts.iter()
            .any(|act| act.action == "issue passport" && act.subject_id == row.id.to_string())
    );

    let dan = ground.sign_in("E4", Some((Administrator, ""))).await;
    for other in [&dan, &ground.operator(), &ground.nobody()] {
        let refused = withdraw(other, row.id).await;
        assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    }
    for nobody in [&ground.operator(), &ground.nobody()] {
        assert!(matches!(issue(nobody).await, Err(Error::Refused(Refusal::SignInFirst))));
    }
    assert_eq!(refused(&dan).await, "nothing-confirmed", "his own, never hers");
    withdraw(&amina, row.id).await.unwrap();
    let again = withdraw(&amina, row.id).await;
    assert!(matches!(again, Err(Error::Refused(Refusal::NotFound(_)))));
}
