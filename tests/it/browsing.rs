//! Sessions looked through day by day, and by filters that stand in the address.

use crate::practice::{practice, sign_in};
use crate::sessions::{planned, scheduled};
use domain::codes::GrantKind;
use tests::{Installation, User};

/// Ben, who teaches in the network of Amina, and his sessions on 7 and 9 December: the first has one seat.
async fn taught(esteem: &Installation) -> (User, [String; 2]) {
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let plans = planned(&mut ben, "Safety plans", ("7", "1")).await;
    let asking = planned(&mut ben, "Asking", ("9", "12")).await;
    for at in [&plans, &asking] {
        scheduled(&mut ben, at).await;
    }
    (ben, [plans, asking])
}

#[tokio::test]
async fn a_month_is_a_table_whose_days_are_told_in_full() {
    let esteem = practice().await;
    let (_, [plans, _]) = taught(&esteem).await;
    let mut amina = sign_in(&esteem, "amina").await;
    let list = amina.visit("/sessions?q=safety").await;
    let now = amina.visit(&list.links("Month")[0]).await;
    assert!(now.says("No sessions in November 2026"), "{}", now.words());
    assert!(now.html.contains("aria-current=\"date\""), "today is marked");
    let month = amina.visit(&now.links("Next: December 2026")[0]).await;
    assert_eq!(month.all("caption"), ["Sessions in December 2026"]);
    let head = month.all("th");
    assert_eq!((head.len(), head[0].as_str(), head[6].as_str()), (7, "Monday", "Sunday"));
    assert_eq!(month.all("tbody tr").len(), 5);
    assert_eq!(month.links("1pm Safety plans"), std::slice::from_ref(&plans));
    assert!(month.says("Monday 7 December 2026"), "{}", month.words());
    assert!(!month.says("Asking"), "what was looked for stays");
    let page = amina.visit(&plans).await;
    amina.submit(&page, "book_seat", &[]).await;
    let month = amina.visit("/sessions?view=month&month=2026-12").await;
    assert!(month.says("Booked") && month.says("Asking"), "{}", month.words());
    let mut eve = sign_in(&esteem, "eve").await;
    assert!(eve.visit("/sessions?view=month&month=2026-12").await.says("Full"));
    let week = eve.visit("/sessions?view=week&week=2026-W50").await;
    assert!(week.says("7 December 2026 to 13 December 2026"), "{}", week.words());
    assert!(week.says("Wednesday 9 December 2026") && week.says("12 of 12 free"));
    let next = eve.visit(&week.links("Next:")[0]).await;
    assert!(next.says("No sessions from 14 December 2026"), "{}", next.words());
    let back = eve.visit(&next.links("This week")[0]).await;
    assert!(back.says("2 November 2026 to 8 November 2026"), "{}", back.words());
    assert!(eve.visit("/sessions?view=month&month=soon").await.says("November 2026"));
}

#[tokio::test]
async fn a_filter_leaves_out_what_is_full_or_not_for_the_reader() {
    let esteem = practice().await;
    let (mut ben, [plans, asking]) = taught(&esteem).await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    let page = amina.visit(&plans).await;
    amina.submit(&page, "book_seat", &[]).await;
    for view in ["", "&view=month&month=2026-12", "&view=week&week=2026-W50"] {
        let free = eve.visit(&format!("/sessions?free=yes{view}")).await;
        assert!(free.says("Asking") && !free.says("Safety plans"), "{}", free.words());
        // She can still ask for a place on the waiting list of the full one; whoever is booked, or leads, cannot.
        let hers = eve.visit(&format!("/sessions?mine=yes{view}")).await;
        assert!(hers.says("Asking") && hers.says("Safety plans"), "{}", hers.words());
        let left = amina.visit(&format!("/sessions?mine=yes{view}")).await;
        assert!(left.says("Asking") && !left.says("Safety plans"), "{}", left.words());
        let led = ben.visit(&format!("/sessions?mine=yes{view}")).await;
        assert!(led.links("Asking").is_empty(), "{}", led.words());
        let by = [("builds=RSK", 1), ("builds=RSK-1", 1), ("builds=EMG", 0), ("for=TH", 1)];
        for (filter, many) in by.into_iter().chain([("for=N2", 0), ("format=simulation", 0)]) {
            let found = eve.visit(&format!("/sessions?{filter}{view}")).await;
            assert_eq!(found.links("Asking").len(), many, "{filter}{view}: {}", found.words());
        }
    }
    // Next door nobody can book them.
    let mut finn = sign_in(&esteem, "finn").await;
    let none = finn.visit("/sessions?mine=yes").await;
    assert!(none.says("No session found"), "{}", none.words());
    assert!(finn.visit("/sessions").await.links("Asking").contains(&asking));
}
