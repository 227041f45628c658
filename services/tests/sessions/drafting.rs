//! Whoever runs sessions drafts them where they may, and changes them until they are over.

use super::place::{
    AMINA, BEN, CARA, DAN, STARTS, WHY, beside, colleague, is_not_found, other, place, refused,
    says, scheduled, with_educator,
};
use domain::codes::GrantKind::{Educator, PracticeLead, TeamManager, WorkforceLead};
use domain::frameworks::Level;
use domain::sessions::forms::{CancelSession, DescribeSession, KeepSeats};
use domain::sessions::{CancelReason, SessionState};
use entities::{audit_entry, session, session_lead};
use services::sessions;

#[tokio::test]
async fn educators_and_workforce_leads_draft_in_their_place_and_nobody_else() {
    let ground = place().await;
    let educator = ground.sign_in(CARA, Some((Educator, "N1"))).await;
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "TH"))).await;
    let held_for = |place: Option<&str>| DescribeSession {
        held_for: place.map(str::to_owned),
        ..says("Safety plans")
    };
    for place in ["N1", "P1", "T1"] {
        sessions::draft(&educator, &held_for(Some(place))).await.unwrap();
    }
    for place in [Some("TH"), Some("N2"), Some("T2"), None] {
        assert!(is_not_found(sessions::draft(&educator, &held_for(place)).await), "{place:?}");
    }
    assert_eq!(beside(sessions::draft(&educator, &held_for(Some("XX"))).await), "held_for");
    let id = sessions::draft(&lead, &held_for(Some("N2"))).await.unwrap();
    assert!(is_not_found(sessions::change(&educator, id, &held_for(Some("N1")), (&[], "")).await));
    let own = sessions::draft(&lead, &held_for(Some("N1"))).await.unwrap();
    sessions::change(&educator, own, &says("Safety plans again"), (&[], "")).await.unwrap();
    let moved = sessions::change(&educator, own, &held_for(Some("N2")), (&[], "")).await;
    assert!(is_not_found(moved), "to a place that is not hers");
    for (number, kind, place) in [(AMINA, TeamManager, "P1"), (BEN, PracticeLead, "T1")] {
        let other = ground.sign_in(number, Some((kind, place))).await;
        assert!(is_not_found(sessions::draft(&other, &held_for(Some("T1"))).await));
        assert!(is_not_found(sessions::form(&other, None, None).await));
        assert!(is_not_found(sessions::schedule(&other, own, WHY).await));
        let why = CancelSession(CancelReason::Other);
        assert!(is_not_found(sessions::cancel(&other, own, why).await));
    }
    let offered = sessions::form(&educator, None, None).await.unwrap();
    let places: Vec<_> = offered.places.iter().map(|place| place.code.as_str()).collect();
    assert_eq!((places, offered.everybody), (vec!["N1", "MH", "P1", "M1", "T1", "T3"], false));
    assert_eq!(offered.places[0].title, "Network 1 (network)", "each says its kind");
}

#[tokio::test]
async fn a_draft_has_a_code_and_its_drafter_leads_it() {
    let (ground, cara) = with_educator().await;
    let id = sessions::draft(&cara, &says("Safety plans")).await.unwrap();
    let detail = sessions::session(&cara, id).await.unwrap();
    assert_eq!((detail.code.len(), &detail.code[..2]), (10, "S-"));
    assert_eq!((detail.state, detail.may_run), (SessionState::Draft, true));
    assert_eq!(detail.held_for.as_deref(), Some("Network 1"));
    let lead = &detail.leads[0];
    assert_eq!((lead.name.as_str(), lead.from.as_str()), ("Cara Miah", "Mental health nurse"));
    assert!(lead.mental_health_professional);
    let fields = sessions::form(&cara, Some(id), None).await.unwrap().fields;
    let when = (fields.day.as_str(), fields.time.as_str(), fields.minutes.as_str());
    assert_eq!(when, ("2026-11-30", "1pm", "60"));
    assert_eq!(DescribeSession::parse(&fields), Ok(says("Safety plans")));
    assert_eq!(ground.only::<session::Entity>().await.bookings, 0);
}

#[tokio::test]
async fn a_colleague_who_leads_is_one_person_on_record() {
    let (ground, cara) = with_educator().await;
    let id = sessions::draft(&cara, &says("Safety plans")).await.unwrap();
    for written in ["E99", "nobody@staff.example", CARA, "cara@staff.example"] {
        let told = sessions::add_lead(&cara, id, &colleague(written)).await;
        assert_eq!(beside(told), "colleague", "{written}");
    }
    sessions::add_lead(&cara, id, &colleague(DAN)).await.unwrap();
    sessions::add_lead(&cara, id, &other(true)).await.unwrap();
    let rows = ground.all::<session_lead::Entity>().await;
    assert_eq!(rows.len(), 3);
    assert_eq!(rows.iter().filter(|row| row.person_id.is_some()).count(), 2);
}

#[tokio::test]
async fn a_calendar_is_told_of_another_title_time_or_place_and_of_nothing_else() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let revision = async || ground.only::<session::Entity>().await.revision;
    let about = Some("What helps".to_owned());
    let reworded = DescribeSession { capacity: 9, about, ..says("Safety plans") };
    sessions::change(&cara, id, &reworded, (&[], "")).await.unwrap();
    assert_eq!(revision().await, 0);
    let renamed = DescribeSession { title: "Safety plans for all".to_owned(), ..reworded };
    sessions::change(&cara, id, &renamed, (&[], "")).await.unwrap();
    assert_eq!(revision().await, 1);
    let moved = DescribeSession { venue: Some("Room 2".to_owned()), ..renamed };
    sessions::change(&cara, id, &moved, (&[], "")).await.unwrap();
    assert_eq!(revision().await, 2);
    let later = DescribeSession { starts: "2026-12-01T13:00:00".parse().unwrap(), ..moved };
    sessions::change(&cara, id, &later, (&[], "")).await.unwrap();
    assert_eq!(revision().await, 3);
    let nowhere = DescribeSession { venue: None, link: None, ..later.clone() };
    assert!(
        refused(sessions::change(&cara, id, &nowhere, (&[], "")).await).contains("where it is")
    );
    let log = ground.all::<audit_entry::Entity>().await;
    assert!(log.iter().any(|entry| entry.action == "schedule session"));
    let told = log.iter().filter_map(|entry| entry.before.as_deref());
    assert!(told.into_iter().all(|text| !text.contains("meet.example")), "the link is for few");
}

#[tokio::test]
async fn what_is_over_stays_as_it_was() {
    let (_ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let mut later = cara.clone();
    later.today = "2026-12-01".parse().unwrap();
    let levels = [("RSK-1".to_owned(), Level::AWARE)].into();
    let kept = KeepSeats {
        profession: Some("Nursing".to_owned()),
        team: None,
        least: 1,
        most: None,
        released_on: "2026-11-20".parse().unwrap(),
    };
    let over = "has taken place";
    assert!(refused(sessions::change(&later, id, &says("Again"), (&[], "")).await).contains(over));
    assert!(refused(sessions::add_lead(&later, id, &colleague(DAN)).await).contains(over));
    assert!(refused(sessions::set_outcomes(&later, id, &levels).await).contains(over));
    assert!(refused(sessions::keep_seats(&later, id, &kept).await).contains(over));
    assert!(refused(sessions::invite(&later, id, "T2").await).contains(over));
    let why = CancelSession(CancelReason::Other);
    assert!(refused(sessions::cancel(&later, id, why).await).contains(over));
    assert_eq!(sessions::session(&later, id).await.unwrap().state, SessionState::Delivered);
    sessions::cancel(&cara, id, why).await.unwrap();
    let again = sessions::cancel(&cara, id, why).await;
    assert!(refused(again).contains("was cancelled"));
    let stays = sessions::session(&cara, id).await.unwrap().slot.starts;
    assert_eq!(stays, STARTS.parse().unwrap());
}

#[tokio::test]
async fn no_text_of_a_session_takes_an_nhs_number() {
    let (_ground, cara) = with_educator().await;
    let number = || "Seen 401 023 2137 at home".to_owned();
    let titled = DescribeSession { title: number(), ..says("") };
    assert_eq!(beside(sessions::draft(&cara, &titled).await), "title");
    let about = DescribeSession { about: Some(number()), ..says("Safety plans") };
    assert_eq!(beside(sessions::draft(&cara, &about).await), "about");
    let venue = DescribeSession { venue: Some(number()), ..says("Safety plans") };
    assert_eq!(beside(sessions::draft(&cara, &venue).await), "venue");
}
