//! Leads are found only by whoever runs the session, are told no more than is theirs to know, and take no seat.

use super::place::{
    BEN, CARA, DAN, EVE, beside, colleague, ends, is_not_found, place, refused, says, scheduled,
    with_educator,
};
use domain::codes::GrantKind::Educator;
use domain::sessions::forms::DescribeSession;
use entities::viewing;
use services::sessions;

#[tokio::test]
async fn nobody_is_looked_up_for_whoever_does_not_run_the_session() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let elsewhere = ground.sign_in(EVE, Some((Educator, "N2"))).await;
    for written in [DAN, "E99", "dan@staff.example"] {
        let told = sessions::add_lead(&elsewhere, id, &colleague(written)).await;
        assert!(is_not_found(told), "{written}");
    }
    assert!(ground.all::<viewing::Entity>().await.is_empty());
}

#[tokio::test]
async fn an_employee_number_finds_those_for_whom_one_runs_sessions_and_an_email_everybody() {
    let ground = place().await;
    let eve = ground.sign_in(EVE, Some((Educator, "N2"))).await;
    let there = DescribeSession { held_for: Some("N2".to_owned()), ..says("Safety plans") };
    let id = sessions::draft(&eve, &there).await.unwrap();
    assert_eq!(beside(sessions::add_lead(&eve, id, &colleague(CARA)).await), "colleague");
    assert!(ground.all::<viewing::Entity>().await.is_empty());
    sessions::add_lead(&eve, id, &colleague("Cara@Staff.Example")).await.unwrap();
    let noted = ground.only::<viewing::Entity>().await;
    assert_eq!(noted.person_id, Some(ground.person(CARA).await));
}

#[tokio::test]
async fn whoever_leads_has_a_post_on_the_day() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    ends(&ground, "E4,Dan,Reid,M1,MHN,1.00,A5,2024-01-01,dan@staff.example").await;
    for written in [DAN, "dan@staff.example"] {
        let told = sessions::add_lead(&cara, id, &colleague(written)).await;
        assert_eq!(beside(told), "colleague", "{written}");
    }
}

#[tokio::test]
async fn what_somebody_has_booked_is_told_nobody_else() {
    let (ground, cara) = with_educator().await;
    let first = scheduled(&cara, &says("Safety plans")).await;
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, first, "T1", false).await.unwrap();
    let dan = ground.sign_in(DAN, Some((Educator, "TH"))).await;
    let second = scheduled(&dan, &says("Recovery")).await;
    let told = refused(sessions::add_lead(&dan, second, &colleague(BEN)).await);
    assert_eq!(told, "Ben Okoro is in another session then.");
    let told = refused(sessions::add_lead(&dan, second, &colleague(CARA)).await);
    let led = "Cara Miah leads “Safety plans” then: Monday 30 November 2026, 1pm to 2pm.";
    assert_eq!(told, led, "everybody reads who leads");
}

#[tokio::test]
async fn whoever_leads_a_session_takes_no_seat_of_it() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let own = refused(sessions::book(&cara, id, "M1", false).await);
    assert!(own.contains("You lead this session"), "{own}");
    let told = sessions::session(&cara, id).await.unwrap().own;
    assert_eq!((told.why_not, told.teams.len()), (Some(own), 0));
    let dan = ground.sign_in(DAN, None).await;
    sessions::book(&dan, id, "M1", false).await.unwrap();
    assert_eq!(beside(sessions::add_lead(&cara, id, &colleague(DAN)).await), "colleague");
    sessions::give_up(&dan, id).await.unwrap();
    sessions::add_lead(&cara, id, &colleague(DAN)).await.unwrap();
}

#[tokio::test]
async fn a_lead_stands_back_unless_nobody_would_be_left_who_may_lead() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    sessions::add_lead(&cara, id, &colleague(DAN)).await.unwrap();
    let dan = ground.sign_in(DAN, None).await;
    let lead = sessions::session(&dan, id).await.unwrap().own.leads.unwrap();
    let hers = sessions::session(&cara, id).await.unwrap().own.leads.unwrap();
    assert!(is_not_found(sessions::remove_lead(&dan, id, hers).await));
    sessions::remove_lead(&dan, id, lead).await.unwrap();
    assert_eq!(sessions::session(&dan, id).await.unwrap().own.leads, None);
    assert!(refused(sessions::remove_lead(&cara, id, hers).await).contains("Say who leads"));
}
