//! Holds entities and migrations together: every table has the columns its entity names, and every type of ours comes
//! back from the database as it went in.
//!
//! Runs on a new SQLite file, or on the database that `ESTEEM_TEST_DATABASE_URL` names, and commits no rows.

#[cfg(test)]
mod rows;

use domain::ids::{LocalMeasureId, OrganisationId, PersonId, ReturnRevisionId};
use entities::*;
use sea_orm::ActiveValue::NotSet;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, Database, DatabaseConnection,
    DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, ModelTrait, TransactionTrait,
};
use std::fmt::Debug;

#[tokio::test]
async fn every_table_has_the_columns_its_entity_names() -> Result<(), DbErr> {
    let db = migrated("columns").await?;
    macro_rules! read {
        ($($table:ident)+) => { $($table::Entity::find().one(&db).await?;)+ };
    }
    read!(area organisation network_membership team mental_health_input);
    read!(role person other_employee_number post post_terms);
    read!(framework_version framework_source predecessor competency_domain competency requirement session_template);
    read!(crosswalk framework_invitation framework_comment);
    read!(account grant sharing_level sign_in invitation import_run import_chunk);
    read!(judgement reflection audit_entry viewing revision role_sign_off supervision nudge help_agreement);
    read!(evidence_item evidence_about evidence_file evidence_content judgement_evidence draft);
    read!(redaction mail job mail_preference);
    read!(signing_key passport);
    read!(programme programme_role programme_setting programme_step programme_outcome);
    read!(session_series session session_lead session_outcome session_quota session_team session_guest booking_event);
    read!(series_action);
    read!(session_request session_request_competency session_request_event);
    read!(attendance_event check_in_secret check_in_try judgement_attendance);
    read!(feedback feedback_confidence wellbeing_count);
    read!(protected_time_allocation protected_time_entry);
    read!(team_release release_window release_exception release_minimum declined_booking);
    read!(funding_scheme funding_claim funding_claim_session);
    read!(cover_rule);
    read!(named_group named_group_member);
    read!(local_measure return_recipient return_schedule);
    read!(return_revision return_event return_file return_kept return_note return_word);
    read!(calendar_feed);
    read!(course course_about imported_evidence);
    read!(trusted_issuer brought_record brought_evidence acceptance accepted_from declined_record);
    Ok(())
}

#[tokio::test]
async fn what_is_stored_comes_back_as_it_was() -> Result<(), DbErr> {
    let db = migrated("rows").await?.begin().await?;
    comes_back(&db, rows::area()).await?;
    comes_back(&db, rows::organisation()).await?;
    comes_back(&db, rows::team()).await?;
    comes_back(&db, rows::role()).await?;
    comes_back(&db, rows::person()).await?;
    comes_back(&db, rows::mental_health_input()).await?;
    comes_back(&db, rows::post()).await?;
    comes_back(&db, rows::post_terms()).await?;
    comes_back(&db, rows::framework_version()).await?;
    comes_back(&db, rows::framework_source()).await?;
    comes_back(&db, rows::competency_domain()).await?;
    comes_back(&db, rows::competency()).await?;
    comes_back(&db, rows::crosswalk()).await?;
    comes_back(&db, rows::framework_invitation()).await?;
    comes_back(&db, rows::predecessor()).await?;
    comes_back(&db, rows::programme()).await?;
    comes_back(&db, rows::programme_role()).await?;
    comes_back(&db, rows::programme_setting()).await?;
    comes_back(&db, rows::programme_step()).await?;
    comes_back(&db, rows::programme_outcome()).await?;
    comes_back(&db, rows::account()).await?;
    sessions_come_back(&db).await?;
    comes_back(&db, rows::framework_comment()).await?;
    comes_back(&db, rows::grant()).await?;
    comes_back(&db, rows::sign_in()).await?;
    comes_back(&db, rows::supervision()).await?;
    comes_back(&db, rows::help_agreement()).await?;
    comes_back(&db, rows::import_chunk()).await?;
    comes_back(&db, rows::role_sign_off()).await?;
    comes_back(&db, rows::mail()).await?;
    comes_back(&db, rows::job()).await?;
    comes_back(&db, rows::judgement()).await?;
    comes_back(&db, rows::evidence_item()).await?;
    comes_back(&db, rows::evidence_file()).await?;
    comes_back(&db, rows::judgement_evidence()).await?;
    comes_back(&db, rows::judgement_attendance()).await?;
    comes_back(&db, rows::signing_key()).await?;
    comes_back(&db, rows::passport()).await?;
    comes_back(&db, rows::course()).await?;
    comes_back(&db, rows::imported_evidence()).await?;
    comes_back(&db, rows::trusted_issuer()).await?;
    comes_back(&db, rows::brought_record()).await?;
    comes_back(&db, rows::brought_evidence()).await?;
    comes_back(&db, rows::acceptance()).await?;
    comes_back(&db, rows::accepted_from()).await?;
    comes_back(&db, rows::declined_record()).await?;
    returns_come_back(&db).await?;
    comes_back(&db, rows::redaction()).await
}

async fn sessions_come_back(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    comes_back(db, rows::session_series()).await?;
    comes_back(db, rows::series_action()).await?;
    comes_back(db, rows::import_run()).await?;
    comes_back(db, rows::session()).await?;
    comes_back(db, rows::session_lead()).await?;
    comes_back(db, rows::session_outcome()).await?;
    comes_back(db, rows::session_quota()).await?;
    comes_back(db, rows::session_team()).await?;
    comes_back(db, rows::session_guest()).await?;
    comes_back(db, rows::booking_event()).await?;
    comes_back(db, rows::session_request()).await?;
    comes_back(db, rows::session_request_competency()).await?;
    comes_back(db, rows::session_request_event()).await?;
    comes_back(db, rows::attendance_event()).await?;
    comes_back(db, rows::check_in_secret()).await?;
    comes_back(db, rows::check_in_try()).await?;
    comes_back(db, rows::feedback()).await?;
    comes_back(db, rows::feedback_confidence()).await?;
    comes_back(db, rows::wellbeing_count()).await?;
    comes_back(db, rows::protected_time_allocation()).await?;
    comes_back(db, rows::protected_time_entry()).await?;
    comes_back(db, rows::team_release()).await?;
    comes_back(db, rows::release_window()).await?;
    comes_back(db, rows::release_exception()).await?;
    comes_back(db, rows::release_minimum()).await?;
    comes_back(db, rows::declined_booking()).await?;
    comes_back(db, rows::funding_scheme()).await?;
    comes_back(db, rows::funding_claim()).await?;
    comes_back(db, rows::funding_claim_session()).await?;
    comes_back(db, rows::cover_rule()).await?;
    comes_back(db, rows::named_group()).await?;
    comes_back(db, rows::named_group_member()).await?;
    comes_back(db, rows::local_measure()).await?;
    comes_back(db, rows::return_recipient()).await?;
    comes_back(db, rows::return_schedule()).await?;
    comes_back(db, rows::calendar_feed()).await
}

async fn returns_come_back(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    comes_back(db, rows::return_revision()).await?;
    comes_back(db, rows::return_event()).await?;
    comes_back(db, rows::return_file()).await?;
    comes_back(db, rows::return_kept()).await?;
    comes_back(db, rows::return_note()).await?;
    comes_back(db, rows::return_word()).await
}

#[tokio::test]
async fn the_database_counts_judgements_up() -> Result<(), DbErr> {
    let db = migrated("sequence").await?.begin().await?;
    store_what_a_judgement_refers_to(&db).await?;
    let mut recorded = Vec::new();
    for key in [vec![1; 16], vec![2; 16]] {
        let (import_key, first_signature) = (Some(key), None);
        let row = judgement::Model { import_key, first_signature, ..rows::judgement() };
        let mut judgement = fresh(row);
        judgement.sequence = NotSet;
        recorded.push(judgement.insert(&db).await?.sequence);
    }
    assert!(recorded.is_sorted_by(|earlier, later| earlier < later), "{recorded:?}");
    Ok(())
}

#[tokio::test]
async fn the_database_refuses_what_breaks_a_rule() -> Result<(), DbErr> {
    let db = migrated("refusals").await?.begin().await?;
    let orphan = rows::post_terms();
    assert!(refused(&db, orphan).await?, "terms of a post that does not exist");

    store_what_a_judgement_refers_to(&db).await?;
    let namesake = person::Model { id: PersonId(rows::uuid(99)), ..rows::person() };
    assert!(refused(&db, namesake).await?, "one number twice, both without an employer");
    let beyond = judgement::Model { level: Some(6), ..rows::judgement() };
    assert!(refused(&db, beyond).await?, "level 6");
    let wide = OrganisationId(rows::uuid(2));
    let wide = grant::Model { organisation_id: Some(wide), ..rows::grant() };
    assert!(refused(&db, wide).await?, "a grant in an area and in an organisation");
    let shouted = account::Model { email: "AMINA@example.org".into(), ..rows::account() };
    assert!(refused(&db, shouted).await?, "an e-mail in capitals");
    let neither = cover_rule::Model { setting: None, ..rows::cover_rule() };
    assert!(refused(&db, neither).await?, "a rule for no team and no care setting");
    let domain_code = Some("RSK".to_owned());
    let both = cover_rule::Model { domain_code, ..rows::cover_rule() };
    assert!(refused(&db, both).await?, "a rule about a domain and a competency");
    fresh(rows::named_group()).insert(&db).await?;
    let nothing = named_group_member::Model { area_id: None, ..rows::named_group_member() };
    assert!(refused(&db, nothing).await?, "a member that is nothing");
    let organisation_id = Some(OrganisationId(rows::uuid(2)));
    let both = named_group_member::Model { organisation_id, ..rows::named_group_member() };
    assert!(refused(&db, both).await?, "a member that is two things");
    let nowhere = local_measure::Model { area_id: None, ..rows::local_measure() };
    assert!(refused(&db, nowhere).await?, "a measure of nothing");
    let latest = local_measure::Model { replaced_at: None, ..rows::local_measure() };
    fresh(latest.clone()).insert(&db).await?;
    let again = local_measure::Model { id: LocalMeasureId(rows::uuid(99)), ..latest };
    assert!(refused(&db, again).await?, "two latest values of one measure");
    fresh(rows::return_revision()).insert(&db).await?;
    let again = ReturnRevisionId(rows::uuid(99));
    let again = return_revision::Model { id: again, ..rows::return_revision() };
    assert!(refused(&db, again).await?, "one revision twice");
    fresh(rows::return_event()).insert(&db).await?;
    let same = return_event::Model { digest: "2c3d".into(), ..rows::return_event() };
    assert!(refused(&db, same).await?, "two events with one number");
    let both = mail::Model { given_up_at: rows::mail().sent_at, ..rows::mail() };
    assert!(refused(&db, both).await?, "a mail that was sent and given up");
    Ok(())
}

async fn store_what_a_judgement_refers_to(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    fresh(rows::area()).insert(db).await?;
    fresh(rows::organisation()).insert(db).await?;
    fresh(rows::person()).insert(db).await?;
    fresh(rows::framework_version()).insert(db).await?;
    fresh(rows::competency_domain()).insert(db).await?;
    fresh(rows::competency()).insert(db).await?;
    fresh(rows::account()).insert(db).await?;
    fresh(rows::import_run()).insert(db).await?;
    Ok(())
}

/// Whether the database refuses the row; PostgreSQL needs a transaction to fail in.
async fn refused<M>(db: &DatabaseTransaction, row: M) -> Result<bool, DbErr>
where
    M: ModelTrait + IntoActiveModel<Active<M>>,
    M::Entity: EntityTrait<Model = M>,
    Active<M>: ActiveModelBehavior + Send,
{
    let attempt = db.begin().await?;
    let outcome = fresh(row).insert(&attempt).await;
    attempt.rollback().await?;
    Ok(outcome.is_err())
}

async fn comes_back<M>(db: &impl ConnectionTrait, row: M) -> Result<(), DbErr>
where
    M: ModelTrait + IntoActiveModel<Active<M>> + Debug + PartialEq,
    M::Entity: EntityTrait<Model = M>,
    Active<M>: ActiveModelBehavior + Send,
{
    let inserted = fresh(row.clone()).insert(db).await?;
    assert_eq!(inserted, row);
    assert_eq!(M::Entity::find().one(db).await?, Some(row));
    Ok(())
}

type Active<M> = <<M as ModelTrait>::Entity as EntityTrait>::ActiveModel;

/// The row with every column to be written.
fn fresh<M>(row: M) -> Active<M>
where
    M: ModelTrait + IntoActiveModel<Active<M>>,
    Active<M>: ActiveModelTrait,
{
    row.into_active_model().reset_all()
}

async fn migrated(name: &str) -> Result<DatabaseConnection, DbErr> {
    let url = std::env::var("ESTEEM_TEST_DATABASE_URL").unwrap_or_else(|_| {
        let file = format!("{}/round_trip_{name}.db", env!("CARGO_TARGET_TMPDIR"));
        // Left by an earlier run; there is nothing to remove on the first.
        let _ = std::fs::remove_file(&file);
        format!("sqlite://{file}?mode=rwc")
    });
    let db = Database::connect(url).await?;
    migrations::migrate(&db).await?;
    Ok(db)
}
