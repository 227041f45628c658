//! Whom returns are for: the two that every installation begins with, and who follows, said by administrators before it is so.

use crate::practice::{practice, sign_in};
use domain::returns::recipients::recipient_at;
use http::StatusCode;
use services::return_recipients;

const APRIL: [(&str, &str); 3] = [("from-day", "1"), ("from-month", "4"), ("from-year", "2027")];

fn typed(name: &'static str) -> Vec<(&'static str, &'static str)> {
    [vec![("name", name)], APRIL.to_vec()].concat()
}

#[tokio::test]
async fn who_follows_is_added_before_they_begin_and_the_past_stays() {
    let esteem = practice().await;
    let mut yusra = sign_in(&esteem, "yusra").await;
    let returns = yusra.visit("/returns").await;
    let page = yusra.visit(&returns.links("Recipients of returns")[0]).await;
    let first = page.all("tbody tr");
    assert!(first[0].contains("Health Education England"), "{first:?}");
    assert!(first[0].contains("Until 31 March 2023"), "{first:?}");
    assert!(first[1].contains("NHS England") && first[1].contains("From 1 April 2023"));
    let saved = yusra.submit(&page, "add_return_recipient", &typed("The next one")).await;
    assert!(saved.says("Returns from 1 April 2027 on are for The next one"), "{}", saved.words());
    let rows = saved.all("tbody tr");
    assert!(rows[1].contains("From 1 April 2023 to 31 March 2027"), "{rows:?}");
    assert!(rows[2].contains("2 November 2026 by yusra@staff.example"), "{rows:?}");
    let added = return_recipients::added(esteem.services.db.read()).await.expect("recipients");
    let at = |day: &str| recipient_at(&added, day.parse().expect("a day")).expect("one").name;
    let days = ["2017-05-01", "2026-11-02", "2027-03-31", "2027-04-01"].map(at);
    let expected = ["Health Education England", "NHS England", "NHS England", "The next one"];
    assert_eq!(days, expected);
}

#[tokio::test]
async fn what_cannot_be_is_told_beside_its_field_and_nothing_typed_is_lost() {
    let esteem = practice().await;
    let mut yusra = sign_in(&esteem, "yusra").await;
    let page = yusra.visit("/returns/recipients").await;
    let mut past = typed("Too late");
    past.retain(|(field, _)| *field != "from-year");
    past.push(("from-year", "2025"));
    let refused = yusra.submit(&page, "add_return_recipient", &past).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Enter today or a later day"), "{}", refused.words());
    assert!(refused.html.contains("Too late") && refused.html.contains("2025"));
    yusra.submit(&page, "add_return_recipient", &typed("The next one")).await;
    let twice = yusra.submit(&page, "add_return_recipient", &typed("Another")).await;
    assert!(twice.says("Enter a day after 1 April 2027"), "{}", twice.words());
    for (name, told) in [("", "Enter the name of the recipient"), ("401 023 2137", "NHS number")] {
        let mut later = typed(name);
        later.retain(|(field, _)| *field != "from-year");
        later.push(("from-year", "2028"));
        let refused = yusra.submit(&page, "add_return_recipient", &later).await;
        assert!(refused.says(told), "{name}: {}", refused.words());
    }
    let added = return_recipients::added(esteem.services.db.read()).await.expect("recipients");
    assert_eq!(added.len(), 1, "{added:?}");
}

#[tokio::test]
async fn nobody_but_administrators_says_whom_returns_are_for() {
    let esteem = practice().await;
    let mut yusra = sign_in(&esteem, "yusra").await;
    let form = yusra.visit("/returns/recipients").await.form("add_return_recipient");
    for name in ["lead", "dan", "amina", "ig"] {
        let mut user = sign_in(&esteem, name).await;
        let page = user.visit("/returns/recipients").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{name}");
        assert!(user.visit("/returns").await.links("Recipients of returns").is_empty(), "{name}");
        let answer = user.post("/returns/recipients", &form).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
    }
    let added = return_recipients::added(esteem.services.db.read()).await.expect("recipients");
    assert!(added.is_empty());
}
