//! The operator's check finds what is not as it was.

use super::place::{confirm, hands, place, prepare};
use sea_orm::ConnectionTrait;
use services::check::Remark;
use services::returns;
use tests::Installation;

async fn remarks(esteem: &Installation) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let operator = esteem.operator();
    services::check::check(&operator, &mut |remark| remarks.push(remark)).await.unwrap();
    remarks
}

#[tokio::test]
async fn a_check_finds_files_and_events_that_are_not_as_they_were() {
    let esteem = place().await;
    let hands = hands(&esteem).await;
    let of = prepare(&hands.lena).await;
    hands.submit(&of).await;
    confirm(&esteem, "T2", 46..=55).await;
    returns::revise(&hands.lena, &of, "Ten confirmations came late").await.unwrap();
    assert_eq!(remarks(&esteem).await, []);
    let db = esteem.services.db.read();
    let tampering = [
        (
            // T1's 33 of 48 nurses, which is published as 35.
            "UPDATE return_kept SET contents = replace(contents, '\"met\":35', '\"met\":45')",
            "TH-2026-09-30-r1: coverage.csv does not say what pages show",
        ),
        (
            "UPDATE return_kept SET summary = replace(summary, 'is assessed', 'is met')",
            "TH-2026-09-30-r1: datapackage.json does not say what pages show",
        ),
        (
            // The correction of T2, as its page lists it: 45 of 60 before.
            "UPDATE return_kept SET summary = replace(summary, '\"met\":45', '\"met\":50')",
            "TH-2026-09-30-r2: changes.csv does not say what pages show",
        ),
        ("UPDATE return_kept SET summary = replace(summary, ', version', ' of')", "framework"),
        ("UPDATE return_event SET by_account_id = NULL WHERE step = 'approved'", "in order"),
        (
            "UPDATE return_file SET name = 'other.csv' WHERE name = 'needs.csv'",
            "not those that the last event was about: needs.csv, other.csv",
        ),
        ("UPDATE return_file SET sha256 = 'ab' WHERE name = 'cover.csv'", "SHA-256"),
        (
            "UPDATE return_file SET bytes = 1 WHERE name = 'cover.csv'",
            "length that is told of cover",
        ),
        ("UPDATE return_kept SET frozen = 'x'", "later returns"),
        ("UPDATE return_kept SET digest = 'ab'", "what pages show of it is of other files"),
        ("UPDATE return_kept SET contents = 'x'", "cannot be read"),
        ("UPDATE return_revision SET number = 3 WHERE number = 2", "a gap"),
    ];
    for (statement, told) in tampering {
        db.execute_unprepared(statement).await.unwrap();
        let remarks = remarks(&esteem).await;
        let is_told =
            |remark: &Remark| matches!(remark, Remark::Wrong(what) if what.contains(told));
        assert!(remarks.iter().any(is_told), "{statement}: {remarks:?}");
    }
}
