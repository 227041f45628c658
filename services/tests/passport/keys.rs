//! The signing key: made at first need, rotated, lost, compromised; one for all processes of an installation.

use super::place::{confirmed, refused, since};
use crate::ground::{day, issuing};
use domain::codes::GrantKind::Administrator;
use domain::passport::Since;
use domain::refusal::Refusal;
use entities::signing_key;
use services::passport::{compromised, fingerprint, issue, list, mine, public, read, rotate};
use services::{Ctx, Error};
use std::fs;
use std::os::unix::fs::PermissionsExt;

#[tokio::test]
async fn the_first_passport_makes_the_key_for_its_owners_eyes_alone() {
    let (ground, amina) = confirmed().await;
    assert_eq!(mine(&amina, 1).await.unwrap().none_because, None);
    assert!(!ground.key_file.exists(), "looking makes nothing");
    issue(&amina).await.unwrap();
    let mode = fs::metadata(&ground.key_file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let text = fs::read_to_string(&ground.key_file).unwrap();
    assert!(text.starts_with("-----BEGIN PRIVATE KEY-----\n"), "PKCS#8 in PEM");
    let folder = ground.key_file.parent().unwrap();
    let name = ground.key_file.file_name().unwrap().to_string_lossy().into_owned();
    let beside = fs::read_dir(folder).unwrap().filter_map(Result::ok);
    let left: Vec<_> =
        beside.filter(|e| e.file_name().to_string_lossy().starts_with(&name)).collect();
    assert_eq!(left.len(), 1, "nothing half made is left");
}

#[tokio::test]
async fn an_old_key_still_vouches_for_what_it_signed_after_a_rotation() {
    let (ground, amina) = confirmed().await;
    let operator = ground.operator();
    let old = issue(&amina).await.unwrap();
    let rotated = rotate(&operator).await.unwrap();
    assert_eq!(rotated.old, Some(fingerprint(&old.passport.key)));
    let new = issue(&amina).await.unwrap();
    assert_eq!(fingerprint(&new.passport.key), rotated.new);
    assert_ne!(new.passport.key, old.passport.key);
    for made in [&old, &new] {
        assert!(read(&made.file).unwrap().intact);
        assert_eq!(since(&ground, made).await, Since::Stands);
    }
    let listed = list(&operator).await.unwrap();
    let retired: Vec<_> = listed.iter().map(|key| key.retired_on.is_some()).collect();
    assert_eq!(retired, [false, true], "the latest first");
    let shared = serde_json::to_value(public(&ground.nobody()).await.unwrap()).unwrap();
    let keys = shared["keys"].as_array().unwrap();
    assert_eq!(keys.len(), 2);
    assert_eq!((&keys[0]["kty"], &keys[0]["crv"]), (&"OKP".into(), &"Ed25519".into()));
    assert_eq!(keys[1]["x"], *old.passport.key.x);
}

#[tokio::test]
async fn a_retired_key_in_its_file_signs_nothing() {
    let (ground, amina) = confirmed().await;
    issue(&amina).await.unwrap();
    let old = fs::read(&ground.key_file).unwrap();
    rotate(&ground.operator()).await.unwrap();
    fs::write(&ground.key_file, old).unwrap();
    assert_eq!(refused(&amina).await, "signing-key-over");
}

#[tokio::test]
async fn a_lost_open_or_broken_key_is_never_replaced_in_silence() {
    let (ground, amina) = confirmed().await;
    issue(&amina).await.unwrap();
    let kept = fs::read(&ground.key_file).unwrap();
    fs::remove_file(&ground.key_file).unwrap();
    assert_eq!(refused(&amina).await, "signing-key-lost");
    assert!(!ground.key_file.exists());
    assert!(mine(&amina, 1).await.unwrap().none_because.unwrap().contains("backup"));

    fs::write(&ground.key_file, &kept).unwrap();
    fs::set_permissions(&ground.key_file, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(refused(&amina).await, "signing-key-open");
    fs::set_permissions(&ground.key_file, fs::Permissions::from_mode(0o600)).unwrap();
    issue(&amina).await.unwrap();

    fs::write(&ground.key_file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
        .unwrap();
    assert_eq!(refused(&amina).await, "signing-key-unreadable");
    rotate(&ground.operator()).await.unwrap();
    issue(&amina).await.unwrap();
}

#[tokio::test]
async fn without_a_place_for_it_the_page_says_what_whoever_runs_it_must_do() {
    let (ground, amina) = confirmed().await;
    let amina = Ctx { services: ground.services.clone().issuing(issuing(None)), ..amina };
    let why = mine(&amina, 1).await.unwrap().none_because.unwrap();
    assert!(why.contains("ESTEEM_SIGNING_KEY"), "{why}");
    assert_eq!(refused(&amina).await, "no-signing-key");
}

#[tokio::test]
async fn what_a_compromised_key_signed_from_its_day_on_is_not_vouched_for() {
    let (ground, amina) = confirmed().await;
    let operator = ground.operator();
    let made = issue(&amina).await.unwrap();
    let key = fingerprint(&made.passport.key);
    let to_come = compromised(&operator, &key, day("2026-11-02")).await;
    assert!(matches!(to_come, Err(Error::Refused(Refusal::Rule { .. }))));
    let unknown = compromised(&operator, "unknown", operator.today).await;
    assert!(matches!(unknown, Err(Error::Refused(Refusal::NotFound(_)))));
    assert_eq!(since(&ground, &made).await, Since::Stands);

    compromised(&operator, &key, operator.today).await.unwrap();
    assert_eq!(since(&ground, &made).await, Since::Revoked);
    assert_eq!(refused(&amina).await, "signing-key-compromised");
    rotate(&operator).await.unwrap();
    assert_eq!(since(&ground, &issue(&amina).await.unwrap()).await, Since::Stands);
}

#[tokio::test]
async fn passports_made_at_once_are_signed_with_one_key() {
    let (ground, amina) = confirmed().await;
    let (one, two, three) = tokio::join!(issue(&amina), issue(&amina), issue(&amina));
    let keys = [one, two, three].map(|made| fingerprint(&made.unwrap().passport.key));
    assert!(keys.iter().all(|key| *key == keys[0]));
    assert_eq!(ground.only::<signing_key::Entity>().await.fingerprint, keys[0]);
}

#[tokio::test]
async fn keys_are_kept_by_administrators_and_the_command_line() {
    let (ground, amina) = confirmed().await;
    issue(&amina).await.unwrap();
    let yusra = ground.sign_in("E4", Some((Administrator, ""))).await;
    assert_eq!(list(&yusra).await.unwrap().len(), 1);
    for other in [&amina, &ground.nobody()] {
        assert!(matches!(list(other).await, Err(Error::Refused(_))));
        assert!(matches!(rotate(other).await, Err(Error::Refused(_))));
        let marked = compromised(other, "any", other.today).await;
        assert!(matches!(marked, Err(Error::Refused(_))));
    }
}
