//! What teams can claim for, by what a scheme pays for and asks; and what two managers of one team claim at once: each session once.

use crate::ground::{Ground, day};
use crate::sessions::place::{AMINA, BEN, DAN, EVE, beside, on, says, scheduled, with_educator};
use chrono::{DateTime, Utc};
use domain::codes::GrantKind::{TeamManager, WorkforceLead};
use domain::dates::Period;
use domain::funding::forms::{KeepScheme, MakeClaim};
use domain::funding::{CountsFrom, Lacking, Pence, Terms};
use domain::ids::{FundingSchemeId, SessionId};
use domain::sessions::format::Format;
use domain::sessions::forms::DescribeSession;
use domain::sessions::register::TakeRegister;
use entities::{booking_event, funding_claim, funding_claim_session};
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::imports::Kind;
use services::{Ctx, funding, sessions};

/// A day after all of the sessions.
const AFTER: &str = "2026-12-01";

/// £300 for each session.
fn terms() -> Terms {
    Terms { per_session: Pence(30_000), ..Terms::default() }
}

/// A scheme for the teams of the network, from a day on.
fn pays(name: &str, terms: Terms, from: &str) -> KeepScheme {
    KeepScheme {
        name: name.to_owned(),
        payer: "The board".to_owned(),
        conditions: None,
        area: Some("N1".to_owned()),
        terms,
        held: Period::new(Some(day(from)), None),
    }
}

async fn lead(ground: &Ground) -> Ctx {
    ground.sign_in(DAN, Some((WorkforceLead, "N1"))).await
}

async fn adds(lead: &Ctx, name: &str, terms: Terms) -> FundingSchemeId {
    funding::add(lead, &pays(name, terms, "2026-11-01")).await.unwrap()
}

fn starts(moment: &str) -> DescribeSession {
    DescribeSession { starts: moment.parse().unwrap(), ..says("Safety plans") }
}

/// A session that invites the practice's team, in which these of its people have seats.
async fn booked(cara: &Ctx, people: &[&Ctx], says: &DescribeSession) -> SessionId {
    let id = scheduled(cara, says).await;
    sessions::invite(cara, id, "T1").await.unwrap();
    for person in people {
        sessions::book(person, id, "T1", false).await.unwrap();
    }
    id
}

/// Everybody who had a seat came, and the register is closed.
async fn closed(cara: &Ctx, id: SessionId) {
    let cara = on(cara, AFTER);
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    sessions::take_register(&cara, id, &everyone).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
}

async fn delivered(cara: &Ctx, people: &[&Ctx], says: &DescribeSession) -> SessionId {
    let id = booked(cara, people, says).await;
    closed(cara, id).await;
    id
}

fn for_one(scheme: FundingSchemeId, session: SessionId) -> MakeClaim {
    MakeClaim { scheme, branches: 0, sessions: vec![session] }
}

/// Moves the moment at which somebody asked: what is recorded has the real clock's, whatever today is.
async fn asked(ground: &Ground, (id, person): (SessionId, &Ctx), moment: &str) {
    let moment: DateTime<Utc> = moment.parse().unwrap();
    booking_event::Entity::update_many()
        .col_expr(booking_event::Column::RecordedAt, Expr::value(moment))
        .filter(booking_event::Column::SessionId.eq(id))
        .filter(booking_event::Column::PersonId.eq(person.actor.person().unwrap()))
        .exec(ground.services.db.read())
        .await
        .unwrap();
}

#[tokio::test]
async fn a_leads_meeting_is_claimed_for_where_one_person_of_the_team_is_enough() {
    let (ground, cara) = with_educator().await;
    let more = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,work_email\n\
         E6,Nadia,Begum,T1,PN,1.00,A7,2024-01-01,nadia@staff.example\n\
         E7,Paul,Hart,T1,GP,1.00,A8,2024-01-01,paul@staff.example\n";
    ground.bring(Kind::Staff, more).await;
    let lead = lead(&ground).await;
    let usual = adds(&lead, "Protected learning", terms()).await;
    let one_person = Terms { counts_from: CountsFrom::OnePerson, ..terms() };
    let meetings = adds(&lead, "Practice leads", one_person).await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = on(&ground.sign_in(BEN, Some((TeamManager, "T1"))).await, AFTER);
    let meeting = DescribeSession { format: Format::LeadsMeeting, ..says("Practice leads") };
    let id = delivered(&cara, &[&amina], &meeting).await;
    let page = funding::claims(&ben, "T1", "").await.unwrap();
    let open: Vec<_> = page.schemes.iter().map(|one| (one.id, one.sessions.len())).collect();
    assert_eq!(open, [(meetings, 1)], "one of four people counts for nothing else");
    assert_eq!(beside(funding::make(&ben, "T1", &for_one(usual, id)).await), "sessions");
    let made = funding::make(&ben, "T1", &for_one(meetings, id)).await.unwrap();
    let claim = funding::claim(&ben, made).await.unwrap();
    assert_eq!((claim.sessions[0].came, claim.line.amount), (1, Pence(30_000)));
    let seen = on(&ground.operator(), AFTER);
    let seen = sessions::entitlements(&seen, "T1", 1).await.unwrap().lines.entries;
    let own = seen.iter().find(|line| line.team.code == "T1").unwrap();
    assert_eq!(own.entitlement.delivered, 0, "entitlement stays as it is");
}

#[tokio::test]
async fn eight_weeks_notice_is_counted_from_when_somebody_of_the_team_first_asked() {
    let (ground, cara) = with_educator().await;
    let scheme = adds(&lead(&ground).await, "Notice", Terms { notice_weeks: 8, ..terms() }).await;
    let (amina, eve) = (ground.sign_in(AMINA, None).await, ground.sign_in(EVE, None).await);
    let ben = ground.sign_in(BEN, Some((TeamManager, "T1"))).await;
    let both = [&amina, &ben];
    let in_time = booked(&cara, &both, &starts("2026-11-30T13:00:00")).await;
    let late = booked(&cara, &both, &starts("2026-11-30T15:00:00")).await;
    sessions::invite(&cara, late, "T2").await.unwrap();
    sessions::book(&eve, late, "T2", false).await.unwrap();
    // 56 days before 30 November is 5 October, which ends at 11pm in UTC: it is still summer time.
    asked(&ground, (in_time, &amina), "2026-10-05T22:59:59Z").await;
    asked(&ground, (in_time, &ben), "2026-11-20T10:00:00Z").await;
    asked(&ground, (late, &amina), "2026-10-05T23:00:00Z").await;
    asked(&ground, (late, &ben), "2026-11-20T10:00:00Z").await;
    // She comes from another team.
    asked(&ground, (late, &eve), "2026-09-01T10:00:00Z").await;
    closed(&cara, in_time).await;
    closed(&cara, late).await;
    let ben = on(&ben, AFTER);
    let page = funding::claims(&ben, "T1", "").await.unwrap();
    let told = page.schemes[0].sessions.iter().map(|one| (one.id, one.lacking.clone()));
    let told: Vec<_> = told.collect();
    assert_eq!(told, [(in_time, vec![]), (late, vec![Lacking::NoticeTooShort])]);
    assert_eq!(beside(funding::make(&ben, "T1", &for_one(scheme, late)).await), "sessions");
    assert!(funding::make(&ben, "T1", &for_one(scheme, in_time)).await.is_ok());
}

#[tokio::test]
async fn the_most_a_year_is_counted_over_all_that_followed_a_scheme() {
    let (ground, cara) = with_educator().await;
    let lead = lead(&ground).await;
    let one_a_year = Terms { most_a_year: Some(1), ..terms() };
    let first = adds(&lead, "Protected learning", one_a_year).await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((TeamManager, "T1"))).await;
    let before = delivered(&cara, &[&amina, &ben], &starts("2026-11-23T13:00:00")).await;
    let since = delivered(&cara, &[&amina, &ben], &starts("2026-11-30T13:00:00")).await;
    let more = Terms { per_session: Pence(35_000), ..one_a_year };
    let more = pays("Protected learning", more, "2026-11-25");
    funding::change(&on(&lead, "2026-11-25"), first, &more).await.unwrap();
    let ben = on(&ben, AFTER);
    funding::make(&ben, "T1", &for_one(first, before)).await.unwrap();
    let page = funding::claims(&ben, "T1", "").await.unwrap();
    let [next] = page.schemes.as_slice() else { panic!("{page:#?}") };
    assert!(next.id != first && next.claimed == 1, "{page:#?}");
    let told: Vec<_> = next.sessions.iter().map(|one| (one.id, one.lacking.clone())).collect();
    assert_eq!(told, [(since, vec![Lacking::MostReached])]);
    assert_eq!(beside(funding::make(&ben, "T1", &for_one(next.id, since)).await), "sessions");
    // What follows nothing has a year of its own.
    let other = adds(&lead, "Another", one_a_year).await;
    assert!(funding::make(&ben, "T1", &for_one(other, since)).await.is_ok());
}

#[tokio::test]
async fn whoever_keeps_a_scheme_reads_how_much_is_claimed_under_it_and_nobody_else_does() {
    let (ground, cara) = with_educator().await;
    let lead = lead(&ground).await;
    let with_branches = Terms { per_branch: Pence(10_000), ..terms() };
    let scheme = adds(&lead, "Protected learning", with_branches).await;
    let other = adds(&lead, "Another", terms()).await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((TeamManager, "T1"))).await;
    let mut ids = Vec::new();
    for day in [23, 24, 25] {
        let says = starts(&format!("2026-11-{day}T13:00:00"));
        ids.push(delivered(&cara, &[&amina, &ben], &says).await);
    }
    let ben = on(&ben, AFTER);
    let both = MakeClaim { scheme, branches: 1, sessions: vec![ids[0], ids[1]] };
    funding::make(&ben, "T1", &both).await.unwrap();
    funding::make(&on(&ben, "2026-12-02"), "T1", &for_one(scheme, ids[2])).await.unwrap();
    let lead = on(&lead, "2026-12-02");
    let lines = funding::list(&lead).await.unwrap();
    let told =
        |id: FundingSchemeId| lines.iter().find(|line| line.id == id).unwrap().claimed.unwrap();
    assert_eq!((told(scheme).claims, told(scheme).amount), (2, Pence(110_000)));
    assert_eq!((told(other).claims, told(other).amount), (0, Pence(0)));
    let page = funding::claims_under(&lead, scheme, 1).await.unwrap();
    assert_eq!((page.claimed, page.claims.total), (told(scheme), 2));
    let lines = page.claims.entries.iter();
    let lines: Vec<_> = lines.map(|one| (&*one.team.code, one.sessions, one.amount)).collect();
    assert_eq!(lines, [("T1", 1, Pence(30_000)), ("T1", 2, Pence(80_000))], "the latest first");
    assert_eq!(funding::claims_under(&lead, other, 7).await.unwrap().claims.total, 0);
    assert!(funding::claims_under(&ben, scheme, 1).await.is_err(), "who claims keeps none");
    // A scheme of the whole place is not hers to keep.
    let of_place = ground.sign_in(EVE, Some((WorkforceLead, "TH"))).await;
    let wider = pays("Wider", terms(), "2026-11-01");
    let wider = KeepScheme { area: Some("TH".to_owned()), ..wider };
    let wider = funding::add(&of_place, &wider).await.unwrap();
    let lines = funding::list(&lead).await.unwrap();
    assert_eq!(lines.iter().find(|line| line.id == wider).unwrap().claimed, None);
    assert!(funding::claims_under(&lead, wider, 1).await.is_err());
    assert!(funding::claims_under(&of_place, scheme, 1).await.is_ok(), "its area lies in hers");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_managers_who_claim_for_one_session_at_once_one_does() {
    let (ground, cara) = with_educator().await;
    let scheme = adds(&lead(&ground).await, "Protected learning", terms()).await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((TeamManager, "T1"))).await;
    let eve = ground.sign_in(EVE, Some((TeamManager, "T1"))).await;
    let managers = [on(&ben, AFTER), on(&eve, AFTER)];
    for day in 23..=27 {
        let says = starts(&format!("2026-11-{day}T13:00:00"));
        let id = delivered(&cara, &[&amina, &ben], &says).await;
        let claims = managers.clone().map(|manager| {
            let says = for_one(scheme, id);
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
