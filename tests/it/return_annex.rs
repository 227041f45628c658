//! The restricted annex of a return: for whoever has a hand in it and sees the figures anyway, written to the log with whom it is for.

use crate::practice::practice;
use chrono::NaiveDate;
use domain::codes::GrantKind::{Approver, WorkforceLead};
use domain::codes::{GrantKind, Sharing};
use domain::refusal::Refusal;
use domain::returns::ReturnId;
use domain::sharing::SetSharing;
use sea_orm::{ConnectionTrait, Statement};
use services::{Ctx, Error, accounts, returns, sharing};
use tests::Installation;

/// A return of the place as at the end of September 2026.
async fn a_return() -> (Installation, ReturnId) {
    let esteem = practice().await;
    let day: NaiveDate = "2026-09-30".parse().expect("a day");
    let id = returns::prepare(&esteem.operator(), "TH", day).await.expect("prepared");
    (esteem, id)
}

async fn holding(esteem: &Installation, name: &str, held: &[(GrantKind, &str)]) -> Ctx {
    let email = format!("{name}@staff.example");
    esteem.somebody(&email, held).await;
    let operator = esteem.operator();
    esteem.services.as_actor(accounts::actor_with(&operator, &email).await.expect("an account"))
}

async fn lines(ctx: &Ctx, id: &ReturnId, to: &str) -> Vec<String> {
    let file = returns::annex(ctx, id, to).await.expect("the annex");
    assert_eq!(file.name, format!("{id}-restricted-annex.csv"));
    String::from_utf8(file.content).expect("text").lines().map(str::to_owned).collect()
}

/// What the log says of openings: by whom, and for whom.
async fn opened(esteem: &Installation) -> Vec<(String, String)> {
    let db = esteem.services.db.read();
    let asked =
        "SELECT actor, note FROM audit_entry WHERE action = 'open restricted annex' ORDER BY id";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), asked)).await;
    let row = |row: &sea_orm::QueryResult| {
        (row.try_get("", "actor").expect("a name"), row.try_get("", "note").expect("a note"))
    };
    rows.expect("rows").iter().map(row).collect()
}

fn is_not_found(answer: services::Result<impl Sized>) -> bool {
    matches!(answer, Err(Error::Refused(Refusal::NotFound(_))))
}

#[tokio::test]
async fn it_has_exact_rows_of_teams_whose_organisation_shares_figures_and_names_the_others() {
    let (esteem, id) = a_return().await;
    let thea = holding(&esteem, "thea", &[(WorkforceLead, "TH")]).await;
    let all = lines(&thea, &id, "The integrated care board").await;
    assert!(all[0].starts_with("return_id,reference_date,framework_version,team_code,team_name"));
    // Three nurses in T1 and one in T2 are asked RSK-1, RSK-2 and EMG-1, and nobody was ever confirmed in any.
    let t1 = "TH-2026-09-30-r1,2026-09-30,1,T1,Practice 1 team,all,3,,,,,9,0,0.0";
    let t2 = "TH-2026-09-30-r1,2026-09-30,1,T2,Practice 2 team,RSK,1,0,0,1,0,2,0,0.0";
    for line in [t1, t2] {
        assert!(all.contains(&line.to_owned()), "{line}: {all:#?}");
    }
    let nothing = SetSharing { level: Sharing::None, from: thea.today };
    sharing::set(&esteem.operator(), "P1", nothing).await.expect("a sharing level");
    let some = lines(&thea, &id, "The integrated care board").await;
    assert!(!some.iter().any(|line| line.contains(",T1,")), "{some:#?}");
    assert!(some.contains(&t2.to_owned()), "{some:#?}");
    let last = some.last().expect("a line");
    assert_eq!(last, "TH-2026-09-30-r1,2026-09-30,1,,Left out: teams of Practice 1,,,,,,,,,");
}

#[tokio::test]
async fn each_opening_stands_in_the_log_with_whom_it_is_for() {
    let (esteem, id) = a_return().await;
    let thea = holding(&esteem, "thea", &[(WorkforceLead, "TH")]).await;
    for to in ["  ", "Dr Ito, about 401 023 2137"] {
        let refused = returns::annex(&thea, &id, to).await;
        let told = match refused {
            Err(Error::Refused(Refusal::Fields(errors))) => errors.of("to").map(str::to_owned),
            _ => None,
        };
        assert!(told.is_some(), "{to}");
    }
    assert!(opened(&esteem).await.is_empty(), "nothing was opened");
    lines(&thea, &id, " Dr Ito, at the board ").await;
    lines(&esteem.operator(), &id, "The board").await;
    let line = |by: &str, to: &str| (by.to_owned(), to.to_owned());
    let expected =
        [line("thea@staff.example", "Dr Ito, at the board"), line("operator", "The board")];
    assert_eq!(opened(&esteem).await, expected);
    // Whoever may take it sees who did, the latest first.
    let taken = returns::annex_taken(&thea, &id).await.expect("who took it");
    let told = taken.into_iter().map(|taken| (taken.by, taken.to)).rev();
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn it_is_not_there_for_whoever_has_no_hand_in_the_return_or_sees_no_figures() {
    let (esteem, id) = a_return().await;
    let held: [(&str, &[(GrantKind, &str)]); 4] = [
        ("network", &[(WorkforceLead, "N1")]),
        ("ari", &[(Approver, "TH")]),
        ("manager", &[(GrantKind::TeamManager, "TH")]),
        ("keeper", &[(GrantKind::Administrator, "")]),
    ];
    for (name, held) in held {
        let ctx = holding(&esteem, name, held).await;
        assert!(is_not_found(returns::annex(&ctx, &id, "The board").await), "{name}");
        assert!(is_not_found(returns::annex_taken(&ctx, &id).await), "{name}");
    }
    // An approver who manages teams there sees their figures anyway.
    let both = [(Approver, "TH"), (GrantKind::TeamManager, "TH")];
    let both = holding(&esteem, "both", &both).await;
    assert!(lines(&both, &id, "The board").await.len() > 1);
    let never = ReturnId { revision: 9, ..id };
    assert!(is_not_found(returns::annex(&both, &never, "The board").await));
}
