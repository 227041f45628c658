//! What two managers of one team claim at once: each session once.

use crate::ground::Ground;
use crate::sessions::place::{AMINA, BEN, DAN, EVE, beside, on, says, scheduled, with_educator};
use chrono::NaiveDateTime;
use domain::codes::GrantKind::{TeamManager, WorkforceLead};
use domain::dates::Period;
use domain::funding::forms::{KeepScheme, MakeClaim};
use domain::funding::{Pence, Terms};
use domain::ids::{FundingSchemeId, SessionId};
use domain::sessions::forms::DescribeSession;
use domain::sessions::register::TakeRegister;
use entities::{funding_claim, funding_claim_session};
use services::{Ctx, funding, sessions};

/// A day after all of the sessions.
const AFTER: &str = "2026-12-01";

/// A scheme that pays for each session of the teams of the network.
async fn scheme(ground: &Ground) -> FundingSchemeId {
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "N1"))).await;
    let pays = KeepScheme {
        name: "Protected learning".to_owned(),
        payer: "The board".to_owned(),
        conditions: None,
        area: Some("N1".to_owned()),
        terms: Terms { per_session: Pence(30_000), ..Terms::default() },
        held: Period::new(Some(lead.today), None),
    };
    funding::add(&lead, &pays).await.unwrap()
}

/// A session that was delivered to the practice's team: both of its people came, and the register is closed.
async fn delivered(cara: &Ctx, people: [&Ctx; 2], starts: NaiveDateTime) -> SessionId {
    let id = scheduled(cara, &DescribeSession { starts, ..says("Safety plans") }).await;
    sessions::invite(cara, id, "T1").await.unwrap();
    for person in people {
        sessions::book(person, id, "T1", false).await.unwrap();
    }
    let cara = on(cara, AFTER);
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    sessions::take_register(&cara, id, &everyone).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
    id
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_managers_who_claim_for_one_session_at_once_one_does() {
    let (ground, cara) = with_educator().await;
    let scheme = scheme(&ground).await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((TeamManager, "T1"))).await;
    let eve = ground.sign_in(EVE, Some((TeamManager, "T1"))).await;
    let managers = [on(&ben, AFTER), on(&eve, AFTER)];
    for day in 23..=27 {
        let starts = format!("2026-11-{day}T13:00:00").parse().unwrap();
        let id = delivered(&cara, [&amina, &ben], starts).await;
        let claims = managers.clone().map(|manager| {
            let says = MakeClaim { scheme, branches: 0, sessions: vec![id] };
            tokio::spawn(async move { funding::make(&manager, "T1", &says).await })
        });
        let mut made = 0;
        for claim in claims {
            match claim.await.unwrap() {
                Ok(_) => made += 1,
                late => assert_eq!(beside(late), "sessions"),
            }
        }
        assert_eq!(made, 1, "on {day} November");
    }
    assert_eq!(ground.all::<funding_claim::Entity>().await.len(), 5);
    assert_eq!(ground.all::<funding_claim_session::Entity>().await.len(), 5, "each once");
}
