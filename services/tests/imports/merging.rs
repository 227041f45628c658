//! One transaction by whoever may, with its audit entry and its record; or nothing.

use super::small_place::{AREAS, FRAMEWORK, STAFF, expect, small_place};
use crate::ground::{Ground, TODAY, day, ground, nobody_listens};
use chrono::TimeDelta;
use domain::codes::GrantKind;
use domain::ids::AccountId;
use domain::policy::{Account, Actor, Grant, Scope};
use domain::refusal::Refusal;
use entities::{account, audit_entry, import_chunk, import_run, organisation};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use services::imports::{self, Kind, Options, Source, Upload};
use services::{Ctx, Error};
use uuid::Uuid;

/// A context of somebody with one grant.
pub async fn with_grant(ground: &Ground, kind: GrantKind, scope: Scope) -> Ctx {
    let id = AccountId(Uuid::now_v7());
    let email = format!("{id}@staff.example");
    let row = account::ActiveModel {
        id: Set(id),
        email: Set(email.clone()),
        person_id: Set(None),
        password_hash: Set(None),
        demonstration: Set(false),
        created_at: Set(ground.operator().now),
        disabled_at: Set(None),
    };
    row.insert(ground.services.db.read()).await.unwrap();
    let grants = vec![Grant { kind, scope }];
    ground.services.as_actor(Actor::Account(Account {
        id,
        email,
        person: None,
        grants,
        manages_posts: false,
    }))
}

async fn refused(ctx: &Ctx, kind: Kind, text: &str) -> bool {
    let (source, watch) = (Source::text("file.csv", text), nobody_listens());
    let checked = imports::check(ctx, kind, &source, &Options::at(day(TODAY)), &watch).await;
    matches!(checked, Err(Error::Refused(Refusal::NotFound(_) | Refusal::SignInFirst)))
}

#[tokio::test]
async fn who_may_bring_in_what() {
    let ground = ground().await;
    let nobody = ground.services.as_actor(Actor::Nobody);
    let everywhere = Scope::Everywhere;
    let administrator = with_grant(&ground, GrantKind::Administrator, everywhere).await;
    let editor = with_grant(&ground, GrantKind::FrameworkEditor, everywhere).await;
    let lead = with_grant(&ground, GrantKind::WorkforceLead, everywhere).await;
    let educator = with_grant(&ground, GrantKind::Educator, everywhere).await;
    for &kind in Kind::ALL {
        assert!(refused(&nobody, kind, "").await, "nobody, {kind}");
        let taught = matches!(kind, Kind::Sessions | Kind::Attendance);
        let leads = taught || kind == Kind::LocalMeasures;
        assert_eq!(refused(&lead, kind, "").await, !leads, "workforce lead, {kind}");
        assert_eq!(refused(&educator, kind, "").await, !taught, "educator, {kind}");
        let editors = kind == Kind::Requirements;
        assert_eq!(refused(&editor, kind, "").await, !editors, "framework editor, {kind}");
        assert!(!refused(&administrator, kind, "").await, "administrator, {kind}");
        assert!(!refused(&ground.operator(), kind, "").await, "operator, {kind}");
    }
}

#[tokio::test]
async fn outside_a_scoped_grant_everything_is_unknown() {
    let ground = small_place().await;
    let organisations = ground.all::<organisation::Entity>().await;
    let practice = organisations.iter().find(|o| o.code == "P1").unwrap();
    let scope = Scope::Organisation(practice.id);
    let ctx = with_grant(&ground, GrantKind::Administrator, scope).await;
    assert!(refused(&ctx, Kind::Areas, AREAS).await, "areas belong to everybody");
    let (source, watch) = (Source::text("staff.csv", STAFF), nobody_listens());
    let options = Options::at(day(TODAY));
    let checked = imports::check(&ctx, Kind::Staff, &source, &options, &watch).await.unwrap();
    let told: Vec<String> = checked.report.faults.listed.iter().map(ToString::to_string).collect();
    expect(&told, &["line 4, team_code 'T2': is not the code of a team on record"]);
    let own: String = STAFF.split_inclusive('\n').take(3).collect();
    let source = Source::text("staff.csv", &own);
    imports::bring_in(&ctx, Kind::Staff, &source, &options, &watch).await.unwrap();
    let history = "employee_number,competency_code,kind,made_on,level\n\
                   E1,RSK-1,self,2026-01-05,3\nE3,RSK-1,self,2026-01-05,3\n";
    let source = Source::text("judgements.csv", history);
    let checked = imports::check(&ctx, Kind::Judgements, &source, &options, &watch).await.unwrap();
    let told: Vec<String> = checked.report.faults.listed.iter().map(ToString::to_string).collect();
    expect(&told, &["line 3, employee_number 'E3': nobody on record has this number"]);
}

#[tokio::test]
async fn a_merge_is_audited_and_recorded() {
    let ground = ground().await;
    let outcome = ground.bring(Kind::Areas, AREAS).await;
    let run = ground.only::<import_run::Entity>().await;
    assert_eq!(
        (run.id, run.state.as_str(), run.actor.as_str()),
        (outcome.import, "done", "operator")
    );
    assert_eq!((run.kind.as_str(), run.file_name.as_str()), ("areas", "areas.csv"));
    assert_eq!(run.digest.len(), 64, "SHA-256 of the file");
    let entry = ground.only::<audit_entry::Entity>().await;
    assert_eq!((entry.action.as_str(), entry.subject_id), ("import", run.id.to_string()));
    assert!(entry.after.unwrap().contains("\"new\":4"));
}

#[tokio::test]
async fn a_file_with_faults_is_not_merged_and_leaves_nothing() {
    let ground = ground().await;
    let checked = ground.check(Kind::Areas, &AREAS.replace("network,TH-NW", "network,X")).await;
    let refused = imports::merge(&ground.operator(), checked, &nobody_listens()).await;
    assert!(
        matches!(&refused, Err(Error::Refused(r)) if r.to_string().contains("faults in the file: 2")),
        "{refused:?}"
    );
    assert_eq!(ground.all::<import_run::Entity>().await, []);
}

#[tokio::test]
async fn what_was_checked_against_an_older_state_is_checked_again() {
    let ground = ground().await;
    let first = ground.check(Kind::Areas, AREAS).await;
    let second = ground.check(Kind::Areas, AREAS).await;
    ground.merge(first).await;
    let refused = imports::merge(&ground.operator(), second, &nobody_listens()).await;
    assert!(
        matches!(&refused, Err(Error::Refused(Refusal::Rule { code, .. })) if code == "changed-since-check")
    );
    assert_eq!(ground.all::<entities::area::Entity>().await.len(), 4, "not twice");
    let source = Source::text("areas.csv", AREAS);
    let options = Options::at(day(TODAY));
    let watch = nobody_listens();
    imports::bring_in(&ground.operator(), Kind::Areas, &source, &options, &watch).await.unwrap();
}

#[tokio::test]
async fn several_files_at_once_all_come_in() {
    let ground = ground().await;
    let bring = |kind, text: &str| {
        let (ctx, source) = (ground.operator(), Source::text("file.csv", text));
        async move {
            let options = Options::at(day(TODAY));
            imports::bring_in(&ctx, kind, &source, &options, &nobody_listens()).await
        }
    };
    let (areas, roles, framework) = tokio::join!(
        bring(Kind::Areas, AREAS),
        bring(Kind::Roles, super::small_place::ROLES),
        bring(Kind::Framework, FRAMEWORK),
    );
    for outcome in [areas, roles, framework] {
        outcome.unwrap();
    }
}

#[tokio::test]
async fn an_upload_is_kept_in_pieces_until_it_is_merged() {
    let ground = ground().await;
    let ctx = ground.operator();
    let more = (0..60_000).map(|number| format!("X{number},Network number {number},network,\n"));
    let text = AREAS.to_owned() + &more.collect::<Vec<_>>().concat();
    let options = Options::at(day(TODAY));
    let mut upload = Upload::begin(&ctx, Kind::Areas, "areas.csv", &options).await.unwrap();
    for some in text.as_bytes().chunks(700_000) {
        upload.push(&ctx, some).await.unwrap();
    }
    let id = upload.end(&ctx).await.unwrap();
    assert_eq!(ground.all::<import_chunk::Entity>().await.len(), 3, "2.3 MB in pieces of 1 MiB");

    let other = with_grant(&ground, GrantKind::Administrator, Scope::Everywhere).await;
    assert!(matches!(
        Source::uploaded(&other, id).await,
        Err(Error::Refused(Refusal::NotFound(_)))
    ));
    let (source, kind, options) = Source::uploaded(&ctx, id).await.unwrap();
    let watch = nobody_listens();
    let outcome = imports::bring_in(&ctx, kind, &source, &options, &watch).await.unwrap();
    assert_eq!(outcome.import, id);
    let progress = *watch.borrow();
    assert_eq!((progress.done, progress.total), (text.len() as u64, text.len() as u64));
    let run = ground.only::<import_run::Entity>().await;
    assert_eq!((run.state.as_str(), run.total), ("done", text.len() as i64));
    assert_eq!(ground.all::<import_chunk::Entity>().await, [], "not needed any more");
    assert!(Source::uploaded(&ctx, id).await.is_err(), "merged once");
}

#[tokio::test]
async fn a_page_takes_64_megabytes_at_most() {
    let ground = ground().await;
    let ctx = ground.operator();
    let options = Options::at(day(TODAY));
    let mut upload = Upload::begin(&ctx, Kind::Staff, "staff.csv", &options).await.unwrap();
    let megabytes = vec![b'x'; 32 << 20];
    upload.push(&ctx, &megabytes).await.unwrap();
    upload.push(&ctx, &megabytes).await.unwrap();
    assert!(matches!(upload.push(&ctx, b"x").await, Err(Error::Refused(_))));
}

#[tokio::test]
async fn an_upload_that_nobody_imports_is_forgotten_after_a_week() {
    let ground = ground().await;
    let options = Options::at(day(TODAY));
    let send = async |days: i64| {
        let ctx = ground.operator();
        let ctx = Ctx { now: ctx.now + TimeDelta::days(days), ..ctx };
        let mut upload = Upload::begin(&ctx, Kind::Areas, "areas.csv", &options).await.unwrap();
        upload.push(&ctx, AREAS.as_bytes()).await.unwrap();
        upload.end(&ctx).await.unwrap()
    };
    ground.bring(Kind::Areas, AREAS).await;
    let first = send(0).await;
    let second = send(6).await;
    let ids = async || {
        ground
            .all::<import_chunk::Entity>()
            .await
            .into_iter()
            .map(|c| c.import_id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids().await, [first, second]);
    let third = send(8).await;
    assert_eq!(ids().await, [second, third]);
    assert_eq!(
        ground.all::<import_run::Entity>().await.len(),
        3,
        "what was imported stays on record"
    );
}
