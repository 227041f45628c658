//! How coverage went over two years, as a workforce lead looks at it before a board: a picture, its table, and a target.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use domain::imports::Kind;
use http::StatusCode;

/// Amina is confirmed in emergencies in October, Eve a month before.
const CONFIRMED: &str = "employee_number,competency_code,kind,made_on,level,evidence\n\
     E1,EMG-1,confirmed,2026-10-05,2,simulation\nE3,EMG-1,confirmed,2026-09-05,2,simulation\n";

#[tokio::test]
async fn a_figure_is_drawn_month_by_month_with_its_table_and_a_target() {
    let esteem = practice().await;
    bring(&esteem, Kind::Judgements, CONFIRMED).await;
    let mut lead = sign_in(&esteem, "lead").await;
    let emergencies = lead.visit("/coverage?in=N1&domain=EMG&compared_with=2026-10-01").await;
    let page = lead.visit(&emergencies.links("Trend")[0]).await;
    assert_eq!(page.text("h1"), "Trend of Network 1: EMG");
    assert!(!page.path.contains("compared_with"), "{}", page.path);

    // Two of three requirements on the last day, one a month before, none before that.
    let cells = |row: usize| page.all(&format!("tbody tr:nth-child({row}) td"));
    let days = page.all("tbody th");
    assert_eq!((days.len(), &*days[0], &*days[24]), (25, "2 November 2026", "2 November 2024"));
    let last = cells(1);
    assert_eq!(last[..5], ["3", "66.7% (2)", "0.0% (0)", "0.0% (0)", "66.7% (2)"]);
    assert!(last[5].starts_with("▲ 33.4") && last[5].contains("up 33.4 points"), "{last:?}");
    assert_eq!(cells(2)[1], "33.3% (1)");
    assert_eq!(cells(3)[1], "0.0% (0)");

    // The picture has a name, says what it shows, and has words at each line's end.
    assert_eq!(page.text("svg title"), "Trend of Network 1: EMG");
    let told = page.text("svg desc");
    assert!(told.contains("from 2 November 2024 to 2 November 2026"), "{told}");
    assert!(told.contains("Requirements met 66.7%, 0.0% at first."), "{told}");
    let words = page.all("svg text");
    for word in
        ["0%", "100%", "Nov 2024", "May 2026", "Requirements met 66.7%", "Assessed at all 66.7%"]
    {
        assert!(words.contains(&word.to_owned()), "{word} in {words:?}");
    }
    assert_eq!(page.all("svg path.line-chart__line").len(), 4);

    let aimed = lead.visit(&format!("{}&target=80", page.path)).await;
    assert!(aimed.all("svg text").contains(&"Target 80%".to_owned()), "{}", aimed.words());
    let against = |row: usize| aimed.text(&format!("tbody tr:nth-child({row}) td:last-child"));
    assert_eq!([against(1), against(2)], ["13.3 points short", "46.7 points short"]);
    let why = lead.visit(&aimed.links("up 33.4 points")[0]).await;
    assert!(why.says("33.3% (1 of 3) on 2 October 2026"), "{}", why.words());
    let then = lead.visit(&aimed.links("2 October 2026")[0]).await;
    assert!(then.path.contains("as_at=2026-10-02") && !then.path.contains("target"));
    assert_eq!(then.text("h1"), "Coverage of Network 1: EMG");
    let figures = lead.visit(&page.links("Coverage as at 2 November 2026")[0]).await;
    assert_eq!(figures.text("h1"), "Coverage of Network 1: EMG");
}

#[tokio::test]
async fn a_target_that_is_none_and_a_day_to_come_are_told() {
    let esteem = practice().await;
    let mut lead = sign_in(&esteem, "lead").await;
    let wrong = lead.visit("/coverage/trend?in=N1&target=most").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Enter the target as a whole number from 1 to 100"), "{}", wrong.words());
    // The form stands there with what was typed, what is wrong beside it, and what else was chosen.
    assert!(wrong.text("title").starts_with("Error: "), "{}", wrong.text("title"));
    assert!(wrong.text(".nhsuk-error-summary a[href=\"#target\"]").contains("whole number"));
    assert_eq!(wrong.all("input[name=target][value=most]").len(), 1);
    assert!(wrong.text("h1").starts_with("Trend of Network 1"), "{}", wrong.text("h1"));
    let to_come = lead.visit("/coverage/trend?in=N1&as_at=2026-12-24").await;
    assert_eq!(to_come.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Figures of such a day lead to the trend up to today.
    let figures = lead.visit("/coverage?in=N1&as_at=2026-12-24").await;
    let trend = lead.visit(&figures.links("Trend")[0]).await;
    assert!(trend.says("Two years up to 2 November 2026"), "{}", trend.words());
    let nothing = lead.visit("/coverage/trend?in=T3").await;
    assert!(nothing.says("Nobody was asked anything here"), "{}", nothing.words());
    assert!(nothing.all("svg.line-chart").is_empty());
}
