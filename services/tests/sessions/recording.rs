//! What a draft begins with, and sessions that took place before anybody wrote them down.

use super::place::{
    AMINA, DAN, EVE, WHY, beside, colleague, drafted, is_not_found, on, other, place, refused,
    says, scheduled, with_educator,
};
use domain::codes::GrantKind::Educator;
use domain::sessions::SessionState;
use domain::sessions::forms::{BeginFields, DescribeSession};
use entities::session_template;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use services::sessions::{self, Begin};

#[tokio::test]
async fn a_draft_from_a_template_builds_the_competencies_of_its_domains() {
    let (ground, cara) = with_educator().await;
    let template = session_template::Model {
        code: "S08".to_owned(),
        title: "Asking about suicide".to_owned(),
        format: "simulation".to_owned(),
        minutes: 120,
        domains: "RSK|XYZ".to_owned(),
        intended_level: 3,
        audience: "practices".to_owned(),
    };
    let row = template.into_active_model().reset_all();
    row.insert(ground.services.db.read()).await.unwrap();
    let begin = Begin::Template("S08".to_owned());
    let id = sessions::draft_from(&cara, &says("Asking about suicide"), &begin).await.unwrap();
    let detail = sessions::session(&cara, id).await.unwrap();
    let built: Vec<_> = detail
        .outcomes
        .iter()
        .map(|line| (line.competency.code.as_str(), line.level.number()))
        .collect();
    assert_eq!(built, [("RSK-1", 3)]);
    assert_eq!(detail.leads.len(), 1, "whoever drafts it leads it first");
    let unknown = Begin::Template("S99".to_owned());
    assert!(is_not_found(sessions::draft_from(&cara, &says("Nothing"), &unknown).await));
    let soon = BeginFields { like: "soon".to_owned(), ..BeginFields::default() };
    assert!(is_not_found(Begin::read(soon)));
}

#[tokio::test]
async fn a_session_like_another_has_all_of_it_but_its_time_and_bookings() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    sessions::add_lead(&cara, id, &colleague(DAN)).await.unwrap();
    sessions::invite(&cara, id, "T2").await.unwrap();
    let begin = Begin::Like(id);
    let form = sessions::form_from(&cara, &begin).await.unwrap();
    assert!(form.templates.is_empty(), "it begins with something already");
    assert_eq!((form.fields.title.as_str(), form.fields.day.as_str()), ("Safety plans", ""));
    assert_eq!(form.fields.held_for, "N1");
    let again = DescribeSession { starts: "2027-01-11T13:00:00".parse().unwrap(), ..says("Again") };
    let like = sessions::draft_from(&cara, &again, &begin).await.unwrap();
    let detail = sessions::session(&cara, like).await.unwrap();
    assert_eq!((detail.title.as_str(), detail.state), ("Again", SessionState::Draft));
    let copied = (detail.leads.len(), detail.outcomes.len(), detail.invited.len());
    assert_eq!((copied, detail.series), ((2, 1, 1), None));
    sessions::schedule(&cara, like, WHY).await.unwrap();
    let elsewhere = ground.sign_in(EVE, Some((Educator, "N2"))).await;
    assert!(is_not_found(sessions::form_from(&elsewhere, &begin).await));
    let theirs = DescribeSession { held_for: Some("N2".to_owned()), ..says("Theirs") };
    assert!(is_not_found(sessions::draft_from(&elsewhere, &theirs, &begin).await));
}

#[tokio::test]
async fn a_session_that_is_over_is_recorded_and_booked_by_nobody() {
    let (ground, cara) = with_educator().await;
    assert_eq!(beside(sessions::record(&cara, &says("Safety plans")).await), "day");
    let over = DescribeSession { starts: "2026-10-20T13:00:00".parse().unwrap(), ..says("Before") };
    let id = sessions::record(&cara, &over).await.unwrap();
    let detail = sessions::session(&cara, id).await.unwrap();
    assert!(detail.has_passed);
    assert_eq!(detail.missing, ["Choose at least one competency that it builds."]);
    assert!(
        refused(sessions::took_place(&cara, id, WHY).await).contains("at least one competency")
    );
    let levels = [("RSK-1".to_owned(), domain::frameworks::Level::AWARE)].into();
    sessions::set_outcomes(&cara, id, &levels).await.unwrap();
    // It cannot be scheduled, only recorded.
    assert!(refused(sessions::schedule(&cara, id, WHY).await).contains("have not passed"));
    sessions::took_place(&cara, id, WHY).await.unwrap();
    let amina = ground.sign_in(AMINA, None).await;
    assert_eq!(sessions::session(&amina, id).await.unwrap().state, SessionState::Delivered);
    let refusal = refused(sessions::book(&amina, id, "T1", false).await);
    assert!(refusal.contains("has taken place"), "{refusal}");
    assert!(refused(sessions::took_place(&cara, id, WHY).await).contains("not a draft"));
    // Somebody who leads it was in one place at a time.
    let same = drafted(&cara, &DescribeSession { title: "Same".to_owned(), ..over }, "RSK-1").await;
    let refusal = refused(sessions::took_place(&cara, same, WHY).await);
    assert!(refusal.contains("You are in “Before” then"), "{refusal}");
}

#[tokio::test]
async fn what_is_recorded_was_led_by_a_mental_health_professional_and_is_over() {
    let ground = place().await;
    let amina = ground.sign_in(AMINA, Some((Educator, "TH"))).await;
    let id = drafted(&amina, &says("Safety plans"), "RSK-1").await;
    assert!(
        refused(sessions::took_place(&amina, id, WHY).await).contains("until the session is over")
    );
    let after = on(&amina, "2026-12-01");
    let refusal = refused(sessions::took_place(&after, id, WHY).await);
    assert!(refusal.contains("mental health professional"), "{refusal}");
    sessions::add_lead(&after, id, &other(true)).await.unwrap();
    sessions::took_place(&after, id, WHY).await.unwrap();
}
