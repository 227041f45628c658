//! One decision a page: answers are kept for their owner, and become a draft like any other.

use super::place::{
    AMINA, CARA, DAN, beside, is_not_found, place, refused, says, scheduled, with_educator,
};
use domain::codes::GrantKind::{Educator, TeamManager};
use domain::ids::SessionId;
use domain::sessions::forms::SessionFields;
use domain::sessions::planning::{Step, Stepwise};
use entities::{audit_entry, draft, session};
use services::Ctx;
use services::sessions::{self, Begin};
use uuid::Uuid;

fn typed() -> SessionFields {
    let text = str::to_owned;
    SessionFields {
        title: text("Safety plans"),
        format: text("workshop"),
        day: text("30 November 2026"),
        time: text("1pm"),
        minutes: text("60"),
        held_for: text("N1"),
        venue: text("Room 1"),
        link: text("https://meet.example/risk"),
        capacity: text("5"),
        ..SessionFields::default()
    }
}

#[tokio::test]
async fn the_answers_of_all_pages_become_the_draft_that_the_one_form_makes() {
    let (ground, cara) = with_educator().await;
    let early = sessions::draft_planned(&cara, None).await;
    assert_eq!(beside(early), "title", "nothing was answered");
    for (at, step) in Step::ALL.iter().enumerate() {
        let left = sessions::keep_step(&cara, *step, &typed()).await.unwrap();
        assert_eq!(left, Step::ALL.get(at + 1).copied());
    }
    assert!(ground.all::<session::Entity>().await.is_empty(), "no session comes of answers alone");
    let becomes = sessions::plan(&cara).await.unwrap().becomes;
    let (id, title) = sessions::draft_planned(&cara, becomes).await.unwrap();
    assert_eq!(Some(id), becomes);
    let detail = sessions::session(&cara, id).await.unwrap();
    assert_eq!((title.as_str(), detail.leads.len()), ("Safety plans", 1));
    let drafted = sessions::form(&cara, Some(id), None).await.unwrap().fields;
    let other = sessions::draft(&cara, &says("Safety plans")).await.unwrap();
    assert_eq!(drafted, sessions::form(&cara, Some(other), None).await.unwrap().fields);
    assert!(ground.all::<draft::Entity>().await.is_empty(), "they are kept no longer");
    let anew = sessions::plan(&cara).await.unwrap();
    assert_eq!((anew.answered, anew.becomes), (Vec::new(), None));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn pressed_many_times_at_once_and_again_after_going_back_it_makes_one_draft() {
    let (ground, cara) = with_educator().await;
    for step in Step::ALL {
        sessions::keep_step(&cara, *step, &typed()).await.unwrap();
    }
    let becomes = sessions::plan(&cara).await.unwrap().becomes.unwrap();
    let press = || {
        let cara = cara.clone();
        tokio::spawn(async move { sessions::draft_planned(&cara, Some(becomes)).await })
    };
    let presses: Vec<_> = (0..8).map(|_| press()).collect();
    for pressed in presses {
        assert_eq!(pressed.await.unwrap().unwrap(), (becomes, "Safety plans".to_owned()));
    }
    assert_eq!(ground.only::<session::Entity>().await.id, becomes);
    let mut acts = ground.all::<audit_entry::Entity>().await;
    acts.retain(|entry| entry.action == "draft session");
    assert_eq!(acts.len(), 1, "it was made once");
    // She has begun another one, and goes back to the answers of the first.
    let other = SessionFields { title: "Grief and loss".to_owned(), ..typed() };
    sessions::keep_step(&cara, Step::What, &other).await.unwrap();
    assert_eq!(sessions::draft_planned(&cara, Some(becomes)).await.unwrap().0, becomes);
    let begun = sessions::plan(&cara).await.unwrap();
    assert_eq!(begun.form.fields.title, "Grief and loss", "it is kept");
    assert_ne!(begun.becomes, Some(becomes));
    // What never became of answers leads nowhere, nor does a draft of a place where somebody runs none.
    let unknown = Some(SessionId(Uuid::now_v7()));
    assert!(is_not_found(sessions::draft_planned(&cara, unknown).await));
    let dan = ground.sign_in(DAN, Some((Educator, "N2"))).await;
    assert!(is_not_found(sessions::draft_planned(&dan, Some(becomes)).await));
}

#[tokio::test]
async fn a_page_keeps_nothing_that_it_cannot_use_and_nothing_of_another_page() {
    let (ground, cara) = with_educator().await;
    let acts = async || ground.all::<audit_entry::Entity>().await.len();
    let before = acts().await;
    let elsewhere = SessionFields { held_for: "M2".to_owned(), ..typed() };
    assert_eq!(beside(sessions::keep_step(&cara, Step::ForWhom, &elsewhere).await), "held_for");
    let number = SessionFields { venue: "Seen 401 023 2137 at home".to_owned(), ..typed() };
    assert_eq!(beside(sessions::keep_step(&cara, Step::Where, &number).await), "venue");
    assert!(ground.all::<draft::Entity>().await.is_empty());
    sessions::keep_step(&cara, Step::What, &number).await.unwrap();
    let kept = ground.only::<draft::Entity>().await.answers;
    assert!(!kept.contains("401 023"), "it is no answer of it");
    assert_eq!(acts().await, before, "keeping answers is no act");
}

#[tokio::test]
async fn what_may_be_a_patients_is_asked_about_once_and_each_pages_reason_told_with_the_draft() {
    let (ground, cara) = with_educator().await;
    let because = |why: &str| Ctx { not_a_patient: why.to_owned(), ..cara.clone() };
    let at = SessionFields {
        about: "What pt Smith in the play needs".to_owned(),
        venue: "The surgery, E1 4NS".to_owned(),
        ..typed()
    };
    assert_eq!(beside(sessions::keep_step(&cara, Step::What, &at).await), "about");
    sessions::keep_step(&because("Somebody in a play"), Step::What, &at).await.unwrap();
    assert_eq!(beside(sessions::keep_step(&cara, Step::Where, &at).await), "venue");
    sessions::keep_step(&because("The first reason"), Step::Where, &at).await.unwrap();
    // The page is saved again: its reason takes the place of its own, and of no other page's.
    sessions::keep_step(&because("The postcode of our surgery"), Step::Where, &at).await.unwrap();
    for step in [Step::When, Step::ForWhom, Step::Seats] {
        sessions::keep_step(&cara, step, &at).await.unwrap();
    }
    sessions::draft_planned(&cara, None).await.unwrap();
    let log = ground.all::<audit_entry::Entity>().await;
    let drafted = log.iter().find(|entry| entry.action == "draft session").unwrap();
    let told =
        "not about a patient: Somebody in a play; not about a patient: The postcode of our surgery";
    assert_eq!(drafted.note.as_deref(), Some(told));
}

#[tokio::test]
async fn answers_are_their_owners_alone_and_for_whoever_runs_sessions() {
    let ground = place().await;
    let cara = ground.sign_in(CARA, Some((Educator, "N1"))).await;
    let dan = ground.sign_in(DAN, Some((Educator, "N1"))).await;
    sessions::keep_step(&cara, Step::What, &typed()).await.unwrap();
    assert_eq!(sessions::plan(&cara).await.unwrap().form.fields.title, "Safety plans");
    assert_eq!(sessions::plan(&dan).await.unwrap().form.fields.title, "");
    let amina = ground.sign_in(AMINA, Some((TeamManager, "P1"))).await;
    assert!(is_not_found(sessions::plan(&amina).await));
    assert!(is_not_found(sessions::keep_step(&amina, Step::What, &typed()).await));
    assert!(is_not_found(sessions::draft_planned(&amina, None).await));
    assert!(refused(sessions::plan(&ground.operator()).await).contains("on one page"));
}

async fn offered(ctx: &Ctx, begin: &Begin) -> Stepwise {
    sessions::form_from(ctx, begin).await.unwrap().stepwise
}

#[tokio::test]
async fn step_by_step_comes_first_until_somebody_has_drafted_a_session() {
    let ground = place().await;
    let cara = ground.sign_in(CARA, Some((Educator, "TH"))).await;
    let dan = ground.sign_in(DAN, Some((Educator, "TH"))).await;
    assert_eq!(offered(&cara, &Begin::Nothing).await, Stepwise::First);
    let id = scheduled(&cara, &says("Safety plans")).await;
    assert_eq!(offered(&cara, &Begin::Nothing).await, Stepwise::Offered);
    assert_eq!(offered(&cara, &Begin::Like(id)).await, Stepwise::Never, "that is asked no more");
    assert_eq!(offered(&dan, &Begin::Nothing).await, Stepwise::First, "the other drafted it");
    assert_eq!(offered(&ground.operator(), &Begin::Nothing).await, Stepwise::Never);
}
