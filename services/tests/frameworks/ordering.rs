//! The order of a draft: moved by one place at a time, and kept on its way out and in again.

use super::place::{FROM, copy, place};
use crate::ground::{Ground, ground};
use crate::imports::case::exported_as;
use domain::frameworks::ordering::Direction::{Down, Up};
use domain::refusal::Refusal;
use entities::framework_version;
use services::imports::Kind;
use services::{Ctx, Error, frameworks};

async fn order(ctx: &Ctx, number: i32) -> String {
    let overview = frameworks::overview_of(ctx, number).await.unwrap();
    let domain = |domain: &domain::frameworks::views::DraftDomain| {
        let within: Vec<&str> = domain.competencies.iter().map(|line| line.code.as_str()).collect();
        format!("{}: {}", domain.code, within.join(" "))
    };
    overview.domains.iter().map(domain).collect::<Vec<_>>().join("; ")
}

async fn latest(ground: &Ground) -> framework_version::Model {
    let rows = ground.all::<framework_version::Entity>().await;
    rows.into_iter().max_by_key(|row| row.number).unwrap()
}

#[tokio::test]
async fn domains_and_competencies_move_and_the_order_is_kept_through_files() {
    let here = place().await;
    let operator = here.operator();
    copy(&operator).await;
    assert_eq!(order(&operator, 2).await, "ONE: A-1 W-1; TWO: B-1 R-1; THREE: C-1 C-2");
    frameworks::move_domain(&operator, 2, "THREE", Up).await.unwrap();
    frameworks::move_competency(&operator, 2, "C-1", Down).await.unwrap();
    frameworks::move_competency(&operator, 2, "R-1", Up).await.unwrap();
    let moved = "ONE: A-1 W-1; THREE: C-2 C-1; TWO: R-1 B-1";
    assert_eq!(order(&operator, 2).await, moved);
    assert_eq!(order(&operator, 1).await, "ONE: A-1 W-1; TWO: B-1 R-1; THREE: C-1 C-2");
    frameworks::publish(&operator, 2, FROM).await.unwrap();
    let version = latest(&here).await.id;
    let csv = frameworks::as_csv(&operator, version).await.unwrap();
    for file in [String::from_utf8(csv).unwrap(), exported_as(&here, version).await] {
        let other = ground().await;
        other.bring(Kind::Framework, &file).await;
        let number = latest(&other).await.number;
        assert_eq!(order(&other.operator(), number).await, moved);
    }
}

#[tokio::test]
async fn nothing_moves_past_an_end_or_in_what_is_published() {
    let here = place().await;
    let operator = here.operator();
    copy(&operator).await;
    for (refused, code) in [
        (frameworks::move_domain(&operator, 2, "ONE", Up).await, "at-the-end"),
        (frameworks::move_domain(&operator, 2, "THREE", Down).await, "at-the-end"),
        (frameworks::move_competency(&operator, 2, "W-1", Down).await, "at-the-end"),
        (frameworks::move_competency(&operator, 1, "A-1", Down).await, "published-never-changes"),
        (frameworks::move_domain(&operator, 1, "ONE", Down).await, "published-never-changes"),
    ] {
        match refused.unwrap_err() {
            Error::Refused(Refusal::Rule { code: told, .. }) => assert_eq!(told, code),
            other => panic!("{other:?}"),
        }
    }
    let nobody = here.sign_in("E1", None).await;
    assert!(frameworks::move_domain(&nobody, 2, "ONE", Down).await.is_err());
}
