//! What a draft must have before it can be booked, and must keep: a place, an outcome, somebody who may lead it and is free.

use super::place::{
    AMINA, CARA, DAN, EVE, WHY, colleague, drafted, ends, is_not_found, on, other, place, refused,
    says, scheduled, with_educator,
};
use domain::codes::GrantKind::Educator;
use domain::frameworks::Level;
use domain::sessions::CancelReason;
use domain::sessions::forms::{CancelSession, DescribeSession};
use services::sessions;

#[tokio::test]
async fn what_a_draft_lacks_is_told_together_and_each_of_it_refuses_scheduling() {
    let (_ground, cara) = with_educator().await;
    let bare = DescribeSession { venue: None, link: None, invited_only: true, ..says("Bare") };
    let id = sessions::draft(&cara, &bare).await.unwrap();
    let told = sessions::session(&cara, id).await.unwrap().missing;
    assert_eq!(told.len(), 3, "{told:?}");
    let sentence = refused(sessions::schedule(&cara, id, WHY).await);
    assert!(told.iter().all(|one| sentence.contains(one)), "{sentence}");
    for (nth, mend) in
        ["Say where it is", "at least one competency", "Invite a team"].iter().enumerate()
    {
        assert!(sessions::session(&cara, id).await.unwrap().missing[0].contains(mend));
        match nth {
            0 => {
                let placed = DescribeSession { venue: Some("Room 1".to_owned()), ..bare.clone() };
                sessions::change(&cara, id, &placed, (&[], "")).await.unwrap();
            }
            1 => {
                let levels = [("RSK-1".to_owned(), Level::KNOWS_HOW)].into();
                sessions::set_outcomes(&cara, id, &levels).await.unwrap();
            }
            _ => sessions::invite(&cara, id, "T2").await.unwrap(),
        }
    }
    sessions::schedule(&cara, id, WHY).await.unwrap();
    assert!(refused(sessions::schedule(&cara, id, WHY).await).contains("not a draft"));
    let passed = DescribeSession { starts: "2026-10-30T13:00:00".parse().unwrap(), ..says("Late") };
    let late = drafted(&cara, &passed, "RSK-1").await;
    assert!(refused(sessions::schedule(&cara, late, WHY).await).contains("have not passed"));
}

#[tokio::test]
async fn without_a_mental_health_professional_it_is_not_scheduled_and_not_left() {
    let ground = place().await;
    let amina = ground.sign_in(AMINA, Some((Educator, "TH"))).await;
    let id = drafted(&amina, &says("Safety plans"), "RSK-1").await;
    let refusal = refused(sessions::schedule(&amina, id, WHY).await);
    assert!(refusal.contains("mental health professional"), "{refusal}");
    sessions::add_lead(&amina, id, &other(false)).await.unwrap();
    assert!(
        refused(sessions::schedule(&amina, id, WHY).await).contains("mental health professional")
    );
    sessions::add_lead(&amina, id, &colleague("CARA@staff.example")).await.unwrap();
    sessions::schedule(&amina, id, WHY).await.unwrap();
    let leads = sessions::session(&amina, id).await.unwrap().leads;
    let cara = leads.iter().find(|lead| lead.name == "Cara Miah").unwrap();
    let left = sessions::remove_lead(&amina, id, cara.id).await;
    assert!(refused(left).contains("mental health professional"));
    sessions::add_lead(&amina, id, &other(true)).await.unwrap();
    sessions::remove_lead(&amina, id, cara.id).await.unwrap();
    assert!(is_not_found(sessions::remove_lead(&amina, id, cara.id).await));
    let none = sessions::set_outcomes(&amina, id, &[].into()).await;
    assert!(refused(none).contains("at least one competency"));
}

#[tokio::test]
async fn in_integrated_care_whoever_holds_it_may_lead() {
    let ground = place().await;
    let eve = ground.sign_in(EVE, Some((Educator, "TH"))).await;
    let id = drafted(&eve, &says("Heart and mood"), "LTC-1").await;
    sessions::schedule(&eve, id, WHY).await.unwrap();
    // Another strand beside it takes a mental health professional.
    let both = ["LTC-1", "RSK-1"].map(|code| (code.to_owned(), Level::AWARE)).into();
    let refusal = refused(sessions::set_outcomes(&eve, id, &both).await);
    assert!(refusal.contains("mental health professional"), "{refusal}");
    let amina = ground.sign_in(AMINA, Some((Educator, "TH"))).await;
    let hers = drafted(&amina, &says("Heart and mood"), "LTC-1").await;
    assert!(refused(sessions::schedule(&amina, hers, WHY).await).contains("level 4"));
}

#[tokio::test]
async fn nobody_leads_two_sessions_at_once() {
    let (ground, cara) = with_educator().await;
    let first = scheduled(&cara, &says("Safety plans")).await;
    let half_past =
        DescribeSession { starts: "2026-11-30T13:30:00".parse().unwrap(), ..says("Recovery") };
    let second = drafted(&cara, &half_past, "RSK-1").await;
    let refusal = refused(sessions::schedule(&cara, second, WHY).await);
    assert_eq!(refusal, "You are in “Safety plans” then: Monday 30 November 2026, 1pm to 2pm.");
    let at_two =
        DescribeSession { starts: "2026-11-30T14:00:00".parse().unwrap(), ..half_past.clone() };
    sessions::change(&cara, second, &at_two, (&[], "")).await.unwrap();
    sessions::schedule(&cara, second, WHY).await.unwrap();
    // Moved back, it clashes again; so does whoever joins while they are elsewhere.
    assert!(
        refused(sessions::change(&cara, second, &half_past, (&[], "")).await)
            .contains("Safety plans")
    );
    let dan = ground.sign_in(DAN, Some((Educator, "TH"))).await;
    let his = scheduled(&dan, &half_past).await;
    assert!(
        refused(sessions::add_lead(&dan, his, &colleague(CARA)).await).contains("Safety plans")
    );
    sessions::cancel(&cara, first, CancelSession(CancelReason::LowNumbers)).await.unwrap();
    let joined = sessions::add_lead(&dan, his, &colleague(CARA)).await;
    assert!(refused(joined).contains("Recovery"), "the one at two o’clock");
}

#[tokio::test]
async fn what_a_scheduled_session_has_lost_is_told_whoever_runs_it() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    assert!(sessions::session(&cara, id).await.unwrap().missing.is_empty());
    ends(&ground, "E3,Cara,Miah,M1,MHN,1.00,A4,2024-01-01,cara@staff.example").await;
    let missing = sessions::session(&cara, id).await.unwrap().missing;
    assert!(missing[0].contains("mental health professional"), "{missing:?}");
    let amina = ground.sign_in(AMINA, None).await;
    assert!(sessions::session(&amina, id).await.unwrap().missing.is_empty());
}

#[tokio::test]
async fn a_session_is_moved_after_booking_has_ended_and_booking_stays_as_it_is() {
    let (_ground, cara) = with_educator().await;
    let ends = |day: &str| Some(format!("2026-11-{day}T00:00:00").parse().unwrap());
    let early = DescribeSession { booking_ends: ends("20"), ..says("Safety plans") };
    let id = scheduled(&cara, &early).await;
    let later = on(&cara, "2026-11-25");
    let longer = DescribeSession { minutes: 90, ..early.clone() };
    sessions::change(&later, id, &longer, (&[], "")).await.unwrap();
    let moved = DescribeSession { starts: "2026-12-01T13:00:00".parse().unwrap(), ..longer };
    sessions::change(&later, id, &moved, (&[], "")).await.unwrap();
    let anew = DescribeSession { booking_ends: ends("22"), ..moved.clone() };
    let refusal = refused(sessions::change(&later, id, &anew, (&[], "")).await);
    assert!(refusal.contains("Let booking end"), "{refusal}");
    let passed = DescribeSession { starts: "2026-11-24T13:00:00".parse().unwrap(), ..moved };
    let refusal = refused(sessions::change(&later, id, &passed, (&[], "")).await);
    assert!(refusal.contains("have not passed"), "{refusal}");
}
