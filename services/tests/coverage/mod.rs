//! Figures ahead: open requests and seats as they are stored, and who may see them.

mod comparing; // with another day
mod explaining; // why a figure is what it is, and why it changed
mod ranking; // where to look first
mod trends; // month by month

use crate::ground::{Ground, TODAY, day};
use crate::judgements;
use crate::sessions::place::{
    AMINA, ASKED, BEN, DAN, EVE, WHY, beside, drafted, full, is_not_found, on, own_state, refused,
    says, scheduled, with_educator,
};
use chrono::NaiveDate;
use domain::codes::GrantKind::{TeamManager, WorkforceLead};
use domain::codes::Sharing;
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::views::ForecastPage;
use domain::coverage::forecast::{Forecast, Horizon, Pairs, Shift};
use domain::dates::days_after;
use domain::sessions::forms::{CancelSession, DescribeSession};
use domain::sessions::{BookingState, CancelReason};
use domain::sharing::SetSharing;
use services::clock::Clock;
use services::coverage::{PageAsk, forecast};
use services::imports::Kind;
use services::{Ctx, Result, sessions, sharing};

async fn ahead(ctx: &Ctx, within: &str, from: NaiveDate) -> Result<ForecastPage> {
    let address = CoverageAddress {
        within: Some(within.to_owned()),
        as_at: Some(from),
        ..CoverageAddress::default()
    };
    let page = PageAsk::of(address, ctx.today);
    Ok(forecast(ctx, page, Horizon::Ninety).await?.expect("a place"))
}

/// Everything asked in a unit, 90 days from the asker's today.
async fn whole(ctx: &Ctx, within: &str) -> Forecast {
    of_whole(&ahead(ctx, within, ctx.today).await.unwrap(), Horizon::Ninety)
}

fn of_whole(page: &ForecastPage, horizon: Horizon) -> Forecast {
    page.whole.iter().find(|whole| whole.horizon == horizon).expect("a horizon").forecast
}

const fn pairs(requirements: u32, met: u32) -> Pairs {
    Pairs { requirements, met }
}

const fn hoped(count: u32, met: i32) -> Shift {
    Shift { count, requirements: 0, met }
}

/// Nurses and doctors are asked one thing each, which nobody holds; Dan leads the network.
async fn asked() -> (Ground, Ctx, Ctx) {
    let (ground, cara) = with_educator().await;
    ground.bring(Kind::Requirements, ASKED).await;
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "N1"))).await;
    (ground, cara, lead)
}

#[tokio::test]
async fn a_seat_counts_while_it_is_held_and_the_session_stands() {
    let (ground, cara, lead) = asked().await;
    let (id, ben) = full(&ground, &cara).await;
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, id, "T1", false).await.unwrap();
    assert_eq!(own_state(&amina, id).await, Some(BookingState::Waitlisted));
    // Amina and Ben are asked something in the network; Ben has the seat, she waits.
    let held = whole(&lead, "N1").await;
    assert_eq!((held.today, held.low, held.high), (pairs(2, 0), pairs(2, 0), pairs(2, 1)));
    assert_eq!(held.causes.seats, hoped(1, 1));
    // Offered to her, it counts until the offer has passed, and not for Ben.
    sessions::give_up(&ben, id).await.unwrap();
    assert_eq!(own_state(&amina, id).await, Some(BookingState::Offered));
    assert_eq!(whole(&lead, "N1").await.causes.seats, hoped(1, 1));
    assert_eq!(whole(&on(&lead, "2026-11-12"), "N1").await.causes.seats, Shift::default());
    // On the day of the session it is not ahead any more.
    sessions::accept(&amina, id).await.unwrap();
    assert_eq!(whole(&on(&lead, "2026-11-29"), "N1").await.causes.seats, hoped(1, 1));
    assert_eq!(whole(&on(&lead, "2026-11-30"), "N1").await.causes.seats, Shift::default());
    sessions::cancel(&cara, id, CancelSession(CancelReason::Other)).await.unwrap();
    assert_eq!(whole(&lead, "N1").await.causes.seats, Shift::default());
}

#[tokio::test]
async fn a_session_counts_at_the_horizons_that_reach_it() {
    let (ground, cara, lead) = asked().await;
    // 30 November is 29 days ahead; 31 January would be 91.
    let starts = "2027-01-31T13:00:00".parse().unwrap();
    let near = scheduled(&cara, &says("Safety plans")).await;
    let far = scheduled(&cara, &DescribeSession { starts, ..says("Recovery") }).await;
    let (amina, ben) = (ground.sign_in(AMINA, None).await, ground.sign_in(BEN, None).await);
    sessions::book(&amina, near, "T1", false).await.unwrap();
    sessions::book(&ben, far, "T1", false).await.unwrap();
    let page = ahead(&lead, "N1", lead.today).await.unwrap();
    let met = Horizon::ALL.iter().map(|horizon| of_whole(&page, *horizon).high.met);
    assert_eq!(met.collect::<Vec<_>>(), [1, 1, 2]);
    let days: Vec<_> = page.whole.iter().map(|whole| whole.until.to_string()).collect();
    assert_eq!(days, ["2026-12-01", "2027-01-30", "2027-04-30"]);
}

#[tokio::test]
async fn looked_back_at_seats_are_those_that_were_known_then() {
    let (ground, cara, lead) = asked().await;
    // What is recorded is recorded today by the real clock, so days are told from there.
    let today = Clock::new(None).today();
    let on = |ctx: &Ctx| Ctx { today, ..ctx.clone() };
    let starts = days_after(today, 40).and_hms_opt(13, 0, 0).unwrap();
    let id = drafted(&on(&cara), &DescribeSession { starts, ..says("Recovery") }, "RSK-1").await;
    sessions::schedule(&on(&cara), id, WHY).await.unwrap();
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&on(&ben), id, "T1", false).await.unwrap();
    let later = Ctx { today: days_after(today, 10), ..lead.clone() };
    let seats = async |from: NaiveDate| {
        let page = ahead(&later, "N1", from).await.unwrap();
        assert_eq!(page.is_past, from < later.today);
        of_whole(&page, Horizon::Ninety).causes.seats
    };
    assert_eq!(seats(later.today).await, hoped(1, 1));
    assert_eq!(seats(today).await, hoped(1, 1));
    assert_eq!(seats(days_after(today, -1)).await, Shift::default(), "nobody had booked yet");
    sessions::give_up(&on(&ben), id).await.unwrap();
    assert_eq!(seats(today).await, Shift::default());
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&on(&amina), id, "T1", false).await.unwrap();
    assert_eq!(seats(today).await, hoped(1, 1));
    sessions::cancel(&on(&cara), id, CancelSession(CancelReason::Other)).await.unwrap();
    assert_eq!(seats(today).await, Shift::default());
}

#[tokio::test]
async fn an_open_request_counts_until_it_lapses() {
    let ground = judgements::practice().await;
    let amina = ground.sign_in(judgements::place::AMINA, None).await;
    let lead = ground.sign_in(judgements::place::CARA, Some((WorkforceLead, "N1"))).await;
    judgements::ask(&amina, "").await.unwrap();
    // Amina and Dan are asked two things each.
    let open = whole(&lead, "N1").await;
    assert_eq!((open.low, open.high), (pairs(4, 0), pairs(4, 1)));
    assert_eq!(open.causes.requests, hoped(1, 1));
    assert_eq!(whole(&on(&lead, "2026-11-29"), "N1").await.causes.requests, hoped(1, 1));
    assert_eq!(whole(&on(&lead, "2026-11-30"), "N1").await.causes.requests, Shift::default());
}

#[tokio::test]
async fn the_team_that_falls_most_comes_first_with_its_reasons() {
    let (ground, _, lead) = asked().await;
    let judged = "employee_number,competency_code,kind,made_on,level\n\
         E1,RSK-1,confirmed,2025-01-10,2\nE2,RSK-1,confirmed,2024-12-01,2\n";
    ground.bring(Kind::Judgements, judged).await;
    // 24 months: Ben's runs out in December, Amina's in January. He is in T1, she in T1 and T3.
    let page = ahead(&lead, "N1", lead.today).await.unwrap();
    let told: Vec<_> =
        page.falls.iter().map(|fall| (&*fall.domain.code, &*fall.unit.code)).collect();
    assert_eq!(told, [("RSK", "T1"), ("RSK", "T3")]);
    assert_eq!(page.falls[0].forecast.causes.lowers(), ["2 confirmations run out"]);
    let names: Vec<_> = page.rows.entries.iter().map(|row| &*row.code).collect();
    assert_eq!(names, ["T1", "T3"], "the team in which nobody is asked anything has no row");
    assert_eq!(page.whole_row.map(|row| row.code).as_deref(), Some("N1"));
}

#[tokio::test]
async fn whoever_sees_no_exact_figures_of_a_unit_sees_no_forecast_of_it() {
    let (ground, _, lead) = asked().await;
    let today = day(TODAY);
    assert!(is_not_found(ahead(&ground.sign_in(BEN, None).await, "T1", today).await));
    let manager = ground.sign_in(EVE, Some((TeamManager, "P2"))).await;
    assert!(ahead(&manager, "T2", today).await.is_ok());
    assert!(is_not_found(ahead(&manager, "T1", today).await));
    assert!(is_not_found(ahead(&lead, "N2", today).await));
    assert!(refused(ahead(&ground.nobody(), "N1", today).await).contains("Sign in"));
    assert_eq!(beside(ahead(&lead, "N1", days_after(today, 1)).await), "as_at");
    // What an organisation does not share is in no row, and told.
    let typed = SetSharing { level: Sharing::None, from: today };
    sharing::set(&ground.operator(), "P1", typed).await.unwrap();
    let left = ahead(&lead, "N1", today).await.unwrap();
    assert_eq!(left.around.left_out, ["Practice 1"]);
    assert!(left.whole.is_empty(), "the mental health team is asked nothing");
}
