//! A whole role signed off, and whether that stands.

use super::place::{AMINA, BEN, DAN, practice};
use crate::ground::Ground;
use domain::codes::GrantKind::{Assessor, TeamManager, WorkforceLead};
use domain::imports::Kind;
use domain::refusal::Refusal;
use services::{Ctx, judgements, people, teams};

const HEAD: &str = "employee_number,competency_code,kind,made_on,level,evidence\n";

/// What is shown of Amina's role: how much is met, and whether its last sign-off stands.
async fn profile(ground: &Ground, ctx: &Ctx) -> (u32, Option<bool>) {
    let shown = people::person(ctx, ground.person(AMINA).await).await.unwrap();
    let profile = &shown.profiles[0];
    (profile.met.met, profile.signed.as_ref().map(|signed| signed.stands))
}

#[tokio::test]
async fn a_role_is_signed_off_when_all_of_it_is_met_and_stands_while_it_is() {
    let ground = practice().await;
    let amina = ground.person(AMINA).await;
    let dan = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    let half = format!("{HEAD}E1,RSK-1,confirmed,2026-06-01,3,observation\n");
    ground.bring(Kind::Judgements, &half).await;
    let open = judgements::sign_off(&dan, amina, "PN").await.unwrap_err().to_string();
    assert!(open.contains("1 of 2 competencies are met"), "{open}");
    let whole = format!("{HEAD}E1,EMG-1,confirmed,2026-06-01,2,observation\n");
    ground.bring(Kind::Judgements, &whole).await;
    assert_eq!(profile(&ground, &dan).await, (2, None));
    judgements::sign_off(&dan, amina, "PN").await.unwrap();
    assert_eq!(profile(&ground, &dan).await, (2, Some(true)));
    let matrix = teams::matrix(&dan, "T1", "").await.unwrap();
    let signed: Vec<_> =
        matrix.rows.iter().map(|row| (row.name.as_str(), row.signed_off)).collect();
    assert_eq!(signed, [("Khan, Amina", true), ("Reid, Dan", false)]);

    let taken = "employee_number,competency_code,kind,made_on,note\nE1,EMG-1,revoked,2026-11-01,Seen otherwise\n";
    ground.bring(Kind::Judgements, taken).await;
    assert_eq!(
        profile(&ground, &dan).await,
        (1, Some(false)),
        "the event stays, and stands no more"
    );
}

#[tokio::test]
async fn a_role_is_signed_off_by_whoever_answers_for_the_post_and_by_nobody_else() {
    let ground = practice().await;
    let amina = ground.person(AMINA).await;
    let whole = format!(
        "{HEAD}E1,RSK-1,confirmed,2026-06-01,3,observation\nE1,EMG-1,confirmed,2026-06-01,2,observation\n\
         E4,RSK-1,confirmed,2026-06-01,3,observation\nE4,EMG-1,confirmed,2026-06-01,2,observation\n"
    );
    ground.bring(Kind::Judgements, &whole).await;
    let assessor = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    not_found(judgements::sign_off(&assessor, amina, "PN").await);
    let lead = ground.sign_in("E3", Some((WorkforceLead, "N1"))).await;
    not_found(judgements::sign_off(&lead, amina, "PN").await);
    let herself = ground.sign_in(AMINA, None).await;
    not_found(judgements::sign_off(&herself, amina, "PN").await);
    // Amina's post names Dan as its line manager: he needs no grant for her, and has no say about himself.
    let dan = ground.sign_in(DAN, None).await;
    not_found(judgements::sign_off(&dan, ground.person(DAN).await, "PN").await);
    not_found(judgements::sign_off(&dan, amina, "MHN").await);
    judgements::sign_off(&dan, amina, "PN").await.unwrap();
}

fn not_found<T: std::fmt::Debug>(result: services::Result<T>) {
    let error = result.unwrap_err();
    assert!(matches!(error, services::Error::Refused(Refusal::NotFound(_))), "{error}");
}
