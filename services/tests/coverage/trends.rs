//! Two years of one figure, month by month.

use super::asked;
use crate::ground::{TODAY, day};
use crate::sessions::place::{BEN, EVE, beside, is_not_found};
use domain::codes::GrantKind::TeamManager;
use domain::coverage::ScopeKind;
use domain::coverage::address::CoverageAddress;
use domain::coverage::trend::TrendPage;
use domain::coverage::views::Figure;
use domain::dates::days_after;
use services::coverage::{Ask, PageAsk, heatmap, trend};
use services::imports::Kind;
use services::{Ctx, Result};

async fn of(ctx: &Ctx, item: Option<&str>) -> Result<TrendPage> {
    let address = CoverageAddress { within: Some("N1".to_owned()), ..CoverageAddress::default() };
    Ok(trend(ctx, Ask::of(address, day(TODAY)), item).await?.expect("a place"))
}

fn at<'t>(page: &'t TrendPage, on: &str) -> &'t Figure {
    let point = page.points.iter().find(|point| point.day == day(on)).expect("a day");
    point.figure.as_ref().expect("a figure")
}

#[tokio::test]
async fn each_month_is_counted_as_on_its_own_day() {
    let (ground, _, lead) = asked().await;
    // Amina says so in February, is recognised in June 2025 for a year, and is confirmed in September; Fay joins in July.
    let staff = "employee_number,first_name,last_name,team_code,role_code,fte,start_date\n\
         E8,Fay,Day,T1,GP,1.00,2026-07-01\n";
    ground.bring(Kind::Staff, staff).await;
    let judged = "employee_number,competency_code,kind,made_on,level\n\
         E1,RSK-1,self,2025-02-15,2\nE1,RSK-1,recognised,2025-06-15,2\nE1,RSK-1,confirmed,2026-09-15,2\n";
    ground.bring(Kind::Judgements, judged).await;
    let page = of(&lead, Some("RSK")).await.unwrap();
    let (first, last) = (page.points[0].day, page.points[24].day);
    assert_eq!((first, last, page.points.len()), (day("2024-11-01"), day(TODAY), 25));
    assert_eq!(page.item.as_ref().map(|item| &*item.code), Some("RSK"));
    let told = |on: &str| {
        let f = at(&page, on);
        [f.requirements, f.requirements_met, f.recognised, f.self_assessed, f.assessed]
    };
    // Amina, once though in two teams, and Ben; then Fay too.
    assert_eq!(told("2025-02-01"), [2, 0, 0, 0, 0]);
    assert_eq!(told("2025-03-01"), [2, 0, 0, 1, 1]);
    assert_eq!(told("2025-07-01"), [2, 1, 1, 1, 1]);
    assert_eq!(told("2026-07-01"), [3, 0, 0, 1, 1], "a recognition is due after a year");
    assert_eq!(told("2026-10-01"), [3, 1, 0, 1, 1]);
    // The same as the coverage page has on that day, of the same competencies together.
    let address = CoverageAddress {
        within: Some("N1".to_owned()),
        rows: Some(ScopeKind::Team),
        as_at: Some(day("2025-07-01")),
        ..CoverageAddress::default()
    };
    let map = heatmap(&lead, PageAsk::of(address, lead.today)).await.unwrap().unwrap();
    let risk = map.whole[0].cells[0].unwrap();
    assert_eq!((risk.requirements, risk.requirements_met), (2, 1));
    let everything = of(&lead, None).await.unwrap();
    assert_eq!(at(&everything, "2025-07-01").requirements_met, map.total.unwrap().requirements_met);
    let one = of(&lead, Some("RSK-1")).await.unwrap();
    assert_eq!(one.points, page.points, "it is all that is asked of the domain");
    // Nobody is asked anything in the other domain; and what no framework has is not found.
    let nothing = of(&lead, Some("LTC")).await.unwrap();
    assert!(nothing.points.iter().all(|point| point.figure.is_none()));
    assert!(is_not_found(of(&lead, Some("NOWHERE")).await));
}

#[tokio::test]
async fn whoever_sees_no_exact_figures_of_a_unit_sees_no_trend_of_it() {
    let (ground, _, lead) = asked().await;
    assert!(is_not_found(of(&ground.sign_in(BEN, None).await, None).await));
    let manager = ground.sign_in(EVE, Some((TeamManager, "P2"))).await;
    assert!(is_not_found(of(&manager, None).await));
    let to_come = Some(days_after(lead.today, 1));
    let address = CoverageAddress { as_at: to_come, ..CoverageAddress::default() };
    let refused = trend(&lead, Ask::of(address, lead.today), None).await;
    assert_eq!(beside(refused), "as_at");
}
