//! Drafts are for whoever runs them; everybody with an account reads what is scheduled, and the link is for few.

use super::place::{
    AMINA, BEN, DAN, EVE, WHY, colleague, drafted, full, is_not_found, other, place, says,
    scheduled, with_educator,
};
use domain::codes::GrantKind::{Educator, WorkforceLead};
use domain::refusal::Refusal;
use domain::sessions::browse::SessionsAddress;
use domain::sessions::forms::{CancelSession, DescribeSession};
use domain::sessions::views::SessionsList;
use domain::sessions::{BookingState, CancelReason, SessionState};
use entities::{session_template, viewing};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use services::Ctx;
use services::db::counted;
use services::sessions;

fn asks(words: &str, past: bool) -> SessionsAddress {
    SessionsAddress { words: words.to_owned(), past, ..SessionsAddress::default() }
}

async fn find(ctx: &Ctx, words: &str, past: bool) -> SessionsList {
    let ask = asks(words, past);
    sessions::list(ctx, &ask).await.unwrap()
}

async fn titles(ctx: &Ctx, words: &str, past: bool) -> Vec<String> {
    find(ctx, words, past).await.lines.entries.into_iter().map(|line| line.title).collect()
}

#[tokio::test]
async fn a_draft_is_not_found_by_whoever_may_not_run_it() {
    let (ground, cara) = with_educator().await;
    let id = drafted(&cara, &says("Safety plans"), "RSK-1").await;
    let amina = ground.sign_in(AMINA, None).await;
    let elsewhere = ground.sign_in(EVE, Some((Educator, "N2"))).await;
    for other in [&amina, &elsewhere] {
        assert!(is_not_found(sessions::session(other, id).await));
        assert!(is_not_found(sessions::book(other, id, "T1", false).await));
        assert!(is_not_found(sessions::accept(other, id).await));
        assert!(is_not_found(sessions::give_up(other, id).await));
        assert!(titles(other, "", false).await.is_empty());
    }
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "N1"))).await;
    assert_eq!(titles(&lead, "", false).await, ["Safety plans"]);
    assert_eq!(sessions::session(&lead, id).await.unwrap().state, SessionState::Draft);
    sessions::schedule(&cara, id, WHY).await.unwrap();
    let detail = sessions::session(&elsewhere, id).await.unwrap();
    assert!(!detail.may_run && detail.missing.is_empty());
    assert_eq!(titles(&amina, "", false).await, ["Safety plans"]);
    assert!(find(&amina, "", false).await.has_own);
    assert!(!find(&ground.operator(), "", false).await.has_own, "who is no person has no list");
    let nobody = sessions::session(&ground.nobody(), id).await.unwrap_err();
    assert!(matches!(nobody, services::Error::Refused(Refusal::SignInFirst)));
}

#[tokio::test]
async fn the_soonest_stands_first_and_what_is_over_in_a_list_of_its_own() {
    let (_ground, cara) = with_educator().await;
    let at = |title: &str, starts: &str| DescribeSession {
        starts: starts.parse().unwrap(),
        ..says(title)
    };
    scheduled(&cara, &at("Second", "2026-12-02T09:00:00")).await;
    scheduled(&cara, &at("First", "2026-12-01T09:00:00")).await;
    let gone = scheduled(&cara, &at("Cancelled", "2026-12-03T09:00:00")).await;
    sessions::cancel(&cara, gone, CancelSession(CancelReason::CoverFailed)).await.unwrap();
    assert_eq!(titles(&cara, "", false).await, ["First", "Second"]);
    assert_eq!(titles(&cara, "", true).await, ["Cancelled"]);
    let mut later = cara.clone();
    later.today = "2026-12-02".parse().unwrap();
    later.now = "2026-12-02T09:30:00Z".parse().unwrap();
    assert_eq!(titles(&later, "", false).await, ["Second"], "it has begun and not ended");
    later.now = "2026-12-02T10:00:00Z".parse().unwrap();
    assert!(titles(&later, "", false).await.is_empty(), "the moment of its end is over");
    assert_eq!(titles(&later, "", true).await, ["Cancelled", "Second", "First"]);
}

#[tokio::test]
async fn sessions_are_searched_by_title_code_venue_leads_and_outcomes() {
    let (_ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    sessions::add_lead(&cara, id, &other(false)).await.unwrap();
    let heart = says("Heart and mood");
    let heart = DescribeSession { starts: "2026-12-01T09:00:00".parse().unwrap(), ..heart };
    scheduled(&cara, &DescribeSession { venue: Some("Hall".to_owned()), ..heart }).await;
    let code = sessions::session(&cara, id).await.unwrap().code;
    for words in ["safety", "room 1", "Farzana safety", "rsk-1 Room", code.as_str()] {
        assert_eq!(titles(&cara, words, false).await, ["Safety plans"], "{words}");
    }
    assert_eq!(titles(&cara, "miah", false).await.len(), 2);
    assert!(titles(&cara, "safety hall", false).await.is_empty());
    assert!(titles(&cara, "%", false).await.is_empty(), "it is a letter like others");
}

#[tokio::test]
async fn a_list_takes_as_many_queries_for_many_sessions_as_for_one() {
    let (ground, cara) = with_educator().await;
    let ben = ground.sign_in(BEN, None).await;
    let at = |day: u32| DescribeSession {
        starts: format!("2026-12-{day:02}T09:00:00").parse().unwrap(),
        ..says("Safety plans")
    };
    let id = scheduled(&cara, &at(1)).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    let sent = async |words: &str| counted(sessions::list(&ben, &asks(words, false))).await.1;
    let (plain, searched) = (sent("").await, sent("safety").await);
    let (_, mine) = counted(sessions::mine(&ben, 1)).await;
    let (_, opened) = counted(Box::pin(sessions::session(&ben, id))).await;
    for day in 2..=12 {
        let id = scheduled(&cara, &at(day)).await;
        sessions::book(&ben, id, "T1", false).await.unwrap();
    }
    assert_eq!((sent("").await, sent("safety").await), (plain, searched));
    assert_eq!(counted(sessions::mine(&ben, 1)).await.1, mine);
    assert_eq!(counted(Box::pin(sessions::session(&ben, id))).await.1, opened);
    assert_eq!(find(&ben, "", false).await.lines.total, 12);
}

#[tokio::test]
async fn the_link_is_for_whoever_runs_it_leads_it_or_holds_a_seat() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    let amina = ground.sign_in(AMINA, None).await;
    let link = async |ctx: &Ctx| sessions::session(ctx, id).await.unwrap().link.is_some();
    assert!(link(&cara).await && link(&ben).await && !link(&amina).await);
    sessions::book(&amina, id, "T1", false).await.unwrap();
    assert!(!link(&amina).await, "who waits holds no seat");
    let dan = ground.sign_in(DAN, None).await;
    assert!(!link(&dan).await);
    sessions::add_lead(&cara, id, &colleague(DAN)).await.unwrap();
    assert!(link(&dan).await);
    sessions::give_up(&ben, id).await.unwrap();
    assert!(!link(&ben).await && link(&amina).await, "an offer holds its seat");
}

#[tokio::test]
async fn who_booked_is_told_whoever_runs_it_and_that_is_noted() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, id, "T3", false).await.unwrap();
    let bookings = sessions::session(&cara, id).await.unwrap().bookings;
    let told: Vec<_> = bookings
        .iter()
        .map(|line| {
            (line.name.as_str(), line.from.as_str(), line.profession.as_deref(), line.state)
        })
        .collect();
    let expected = [
        ("Okoro, Ben", "Practice 1 team", Some("Medical"), BookingState::Booked),
        ("Khan, Amina", "Wellbeing team", Some("Nursing"), BookingState::Waitlisted),
    ];
    assert_eq!(told, expected);
    assert!(sessions::session(&ben, id).await.unwrap().bookings.is_empty());
    let noted = ground.only::<viewing::Entity>().await;
    assert!(noted.query.unwrap().starts_with("bookings of session S-"));
}

#[tokio::test]
async fn ones_own_sessions_are_those_booked_those_led_and_those_past() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    let titles = |lines: &[domain::sessions::views::SessionLine]| -> Vec<String> {
        lines.iter().map(|line| line.title.clone()).collect()
    };
    let own = sessions::mine(&ben, 1).await.unwrap();
    assert_eq!((titles(&own.coming), own.leading.len()), (vec!["Safety plans".to_owned()], 0));
    let led = sessions::mine(&cara, 1).await.unwrap();
    assert_eq!((led.coming.len(), titles(&led.leading)), (0, vec!["Safety plans".to_owned()]));
    let mut later = ben.clone();
    later.today = "2026-12-01".parse().unwrap();
    let past = sessions::mine(&later, 1).await.unwrap();
    assert_eq!((past.coming.len(), past.past.total), (0, 1));
    sessions::give_up(&ben, id).await.unwrap();
    assert!(sessions::mine(&ben, 1).await.unwrap().coming.is_empty());
    let past = sessions::mine(&later, 1).await.unwrap().past;
    assert_eq!(past.entries[0].own, Some(BookingState::CancelledByPerson), "any booking");
}

#[tokio::test]
async fn a_form_begins_with_a_template_or_the_only_place() {
    let ground = place().await;
    let template = session_template::Model {
        code: "S08".to_owned(),
        title: "Asking about suicide".to_owned(),
        format: "simulation".to_owned(),
        minutes: 120,
        domains: "RSK".to_owned(),
        intended_level: 3,
        audience: "practices".to_owned(),
    };
    let row = template.into_active_model().reset_all();
    row.insert(ground.services.db.read()).await.unwrap();
    let dan = ground.sign_in(DAN, Some((Educator, "M1"))).await;
    let empty = sessions::form(&dan, None, None).await.unwrap();
    assert_eq!((empty.fields.held_for.as_str(), empty.places.len()), ("M1", 1));
    assert_eq!((empty.fields.title.as_str(), empty.templates.len()), ("", 1));
    let fields = sessions::form(&dan, None, Some("S08")).await.unwrap().fields;
    let told = [&fields.title, &fields.format, &fields.minutes, &fields.held_for];
    assert_eq!(told, ["Asking about suicide", "simulation", "120", "M1"]);
    assert!(is_not_found(sessions::form(&dan, None, Some("S99")).await));
}
