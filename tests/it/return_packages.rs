//! A return's files: made and exported by one process, and held by another one against what is kept and what it would make itself.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use domain::codes::GrantKind::WorkforceLead;
use domain::imports::Kind;
use domain::returns::ReturnId;
use sea_orm::{ConnectionTrait, Statement, Value};
use services::returns::pack::{digest, sha256};
use services::returns::{self, File, Verified};
use services::{Ctx, accounts};
use std::path::{Path, PathBuf};
use tests::Installation;
use uuid::Uuid;

/// A folder that is gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("esteem-return-{}", Uuid::now_v7().simple())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // It may never have been made.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The return of the place at the end of September, as the operator prepares it.
async fn prepared(esteem: &Installation) -> ReturnId {
    let day = "2026-09-30".parse().unwrap();
    returns::prepare(&esteem.operator(), "TH", day).await.expect("a return")
}

async fn verified(ctx: &Ctx, folder: &Path) -> Verified {
    returns::verify(ctx, folder).await.expect("a folder")
}

/// A name that is corrected holds for every day.
async fn rename(esteem: &Installation) {
    let areas = "code,name,kind,parent_code\nN1,Network of the north,network,TH\n";
    bring(esteem, Kind::Areas, areas).await;
}

#[tokio::test]
async fn what_one_process_exports_another_verifies() {
    let (esteem, folder) = (practice().await, Folder::new());
    let id = prepared(&esteem).await;
    returns::export(&esteem.operator(), &id, &folder.0).await.expect("its files");
    let other = esteem.beside().await;
    let found = verified(&other.operator(), &folder.0).await;
    assert!(found.is_sound(), "{found:?}");
    assert_eq!(found.id, Some(id.clone()));

    let theirs = returns::files(&other.operator(), &id).await.expect("the same files");
    assert_eq!(theirs.last().map(|file| file.name.as_str()), Some("submission.json"));
    for File { name, content } in theirs {
        assert_eq!(std::fs::read(folder.0.join(&name)).unwrap(), content, "{name}");
    }
    let report = std::fs::read(folder.0.join("report.pdf")).unwrap();
    assert!(report.starts_with(b"%PDF"), "the process draws its papers");
}

#[tokio::test]
async fn data_that_changes_makes_other_files_and_the_old_ones_stay_what_they_were() {
    let (esteem, first, second) = (practice().await, Folder::new(), Folder::new());
    let (operator, id) = (esteem.operator(), prepared(&esteem).await);
    returns::export(&operator, &id, &first.0).await.expect("its files");
    rename(&esteem).await;
    let found = verified(&operator, &first.0).await;
    assert!(found.is_genuine() && !found.is_sound(), "{found:?}");

    assert_eq!(prepared(&esteem).await, id, "what is not submitted is prepared again");
    let found = verified(&operator, &first.0).await;
    assert!(found.touched.is_empty() && !found.unlike_kept.is_empty(), "{found:?}");
    assert!(found.unlike_today.is_empty(), "what is kept is of today: {found:?}");
    let refused = returns::export(&operator, &id, &first.0).await.unwrap_err().to_string();
    assert!(refused.contains("choose a folder"), "{refused}");
    returns::export(&operator, &id, &second.0).await.expect("its files");
    assert!(verified(&operator, &second.0).await.is_sound());
}

#[tokio::test]
async fn a_return_that_one_may_not_see_is_told_as_one_that_is_not_here() {
    let (esteem, folder) = (practice().await, Folder::new());
    let id = prepared(&esteem).await;
    returns::export(&esteem.operator(), &id, &folder.0).await.expect("its files");
    sign_in(&esteem, "amina").await;
    let amina = accounts::actor_with(&esteem.operator(), "amina@staff.example").await.unwrap();
    let hers = verified(&esteem.services.as_actor(amina), &folder.0).await;
    let elsewhere = practice().await;
    let there = verified(&elsewhere.operator(), &folder.0).await;
    assert_eq!(hers, there, "the two are never told apart");
    assert!(hers.touched.is_empty() && !hers.is_genuine(), "{hers:?}");
    assert!(hers.unlike_kept[0].contains(&id.to_string()), "{hers:?}");
}

#[tokio::test]
async fn who_took_a_step_is_told_by_address_to_some_and_both_are_the_return() {
    let (esteem, own, others) = (practice().await, Folder::new(), Folder::new());
    esteem.somebody("thea@staff.example", &[(WorkforceLead, "TH")]).await;
    sign_in(&esteem, "amina").await;
    let as_actor = async |email: &str| {
        let actor = accounts::actor_with(&esteem.operator(), email).await.expect("an account");
        esteem.services.as_actor(actor)
    };
    let (thea, amina) =
        (as_actor("thea@staff.example").await, as_actor("amina@staff.example").await);
    let day = "2026-09-30".parse().unwrap();
    let id = returns::prepare(&thea, "TH", day).await.expect("a return");
    // It is published, whatever came before that.
    let submitted = "UPDATE return_event SET step = 'submitted'";
    esteem.services.db.read().execute_unprepared(submitted).await.expect("it is submitted");
    returns::export(&thea, &id, &own.0).await.expect("its files");
    returns::export(&amina, &id, &others.0).await.expect("its files");
    let submission = |folder: &Folder| std::fs::read_to_string(folder.0.join("submission.json"));
    assert!(submission(&own).unwrap().contains("thea@staff.example"));
    assert!(submission(&others).unwrap().contains("somebody without a staff record"));
    for reader in [&thea, &amina] {
        for folder in [&own, &others] {
            let found = verified(reader, &folder.0).await;
            assert!(found.is_genuine(), "{found:?}");
        }
    }
    let forged = submission(&own).unwrap().replace("thea@", "theo@");
    std::fs::write(own.0.join("submission.json"), forged).unwrap();
    assert!(!verified(&amina, &own.0).await.is_genuine());
}

/// The files of a return with a data package as a version before this one wrote it, whole by themselves.
async fn of_an_earlier_version(ctx: &Ctx, id: &ReturnId) -> Vec<File> {
    let mut files = returns::files(ctx, id).await.expect("its files");
    let was = digest(&files);
    replace(&mut files, "datapackage.json", ("\"files_version\": 1", "\"files_version\": 0"));
    let is = digest(&files);
    replace(&mut files, "submission.json", (&was, &is));
    files
}

fn replace(files: &mut [File], name: &str, (from, to): (&str, &str)) {
    let file = files.iter_mut().find(|file| file.name == name).expect("the file");
    let text = String::from_utf8(file.content.clone()).expect("a text");
    assert!(text.contains(from), "{text}");
    file.content = text.replace(from, to).into_bytes();
}

/// Has these kept instead.
async fn keep(esteem: &Installation, files: &[File]) {
    let db = esteem.services.db.read();
    let package = files.iter().find(|file| file.name == "datapackage.json").expect("the file");
    let content = package.content.clone();
    let changes: [(&str, Vec<Value>); 3] = [
        (
            "UPDATE return_file SET content = $1, sha256 = $2 WHERE name = 'datapackage.json'",
            vec![content.clone().into(), sha256(&content).into()],
        ),
        ("UPDATE return_kept SET digest = $1", vec![digest(files).into()]),
        ("UPDATE return_event SET digest = $1", vec![digest(files).into()]),
    ];
    for (sql, values) in changes {
        let change = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        db.execute_raw(change).await.expect("it is kept");
    }
}

#[tokio::test]
async fn what_another_version_made_is_told_from_what_was_altered() {
    let (esteem, folder) = (practice().await, Folder::new());
    let (operator, id) = (esteem.operator(), prepared(&esteem).await);
    let files = of_an_earlier_version(&operator, &id).await;
    std::fs::create_dir_all(&folder.0).unwrap();
    for File { name, content } in &files {
        std::fs::write(folder.0.join(name), content).unwrap();
    }
    let found = verified(&operator, &folder.0).await;
    assert!(found.touched.is_empty() && found.is_of_another_version, "{found:?}");
    assert!(found.unlike_kept[0].contains("files version 0, and 1 is kept"), "{found:?}");
    assert!(!found.is_genuine(), "it is not what is kept, all the same");

    // Where it is, this version writes what it says anew, and holds that against today's data.
    keep(&esteem, &files).await;
    let found = verified(&operator, &folder.0).await;
    assert!(found.is_sound() && !found.is_of_another_version, "{found:?}");
    rename(&esteem).await;
    let found = verified(&operator, &folder.0).await;
    assert!(found.is_genuine() && !found.is_sound(), "{found:?}");
    assert!(found.unlike_today.iter().any(|told| told.starts_with("coverage.csv: ")), "{found:?}");
}
