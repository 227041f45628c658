//! Who can help: who agreed, who finds them, and what is kept of it.

use crate::ground::Ground;
use crate::people::place::{AMINA, DAN, EVE, is_not_found, practices, told};
use domain::codes::GrantKind::{Administrator, TeamManager};
use domain::help::HelpWord::{Agreed, Ended};
use domain::help::listing::Nearness;
use domain::help::views::Me;
use entities::{audit_entry, help_agreement, viewing};
use services::help::{HelpAsk, agree, end, mine, who_can_help};
use services::imports::Kind;
use services::{Ctx, Error};

fn anything() -> HelpAsk {
    HelpAsk { page: 1, ..HelpAsk::default() }
}

fn about(code: &str) -> HelpAsk {
    HelpAsk { about: code.to_owned(), ..anything() }
}

async fn names(ctx: &Ctx, ask: &HelpAsk) -> Vec<String> {
    let found = who_can_help(ctx, ask).await.unwrap();
    found.people.entries.into_iter().map(|line| line.name).collect()
}

/// Amina, who holds level 4 in RSK-1, and Eve of the next practice, who does not.
async fn amina_and_eve(ground: &Ground) -> (Ctx, Ctx) {
    (ground.sign_in(AMINA, None).await, ground.sign_in(EVE, None).await)
}

#[tokio::test]
async fn whoever_agrees_is_found_by_colleagues_of_the_place_until_they_end_it() {
    let ground = practices().await;
    let (amina, eve) = amina_and_eve(&ground).await;
    assert_eq!(names(&eve, &anything()).await, [""; 0]);
    agree(&amina, "  By phone on Thursdays ", &["RSK".to_owned()]).await.unwrap();

    let found = who_can_help(&eve, &anything()).await.unwrap();
    let line = &found.people.entries[0];
    assert_eq!((line.name.as_str(), line.near), ("Amina Khan", Nearness::Network));
    assert_eq!(line.posts, [("Practice nurse".to_owned(), "Practice 1 team".to_owned())]);
    assert_eq!(line.reach.as_deref(), Some("By phone on Thursdays"));
    assert_eq!(line.email.as_deref(), Some("amina.khan@staff.example"));
    let held: Vec<_> = line.holds.iter().flat_map(|held| &held.competencies).collect();
    assert_eq!(held.len(), 1, "what she has not had confirmed is not told");
    assert_eq!(held[0].0, "Ask about risk");
    let dan = ground.dan().await;
    assert_eq!(
        who_can_help(&dan, &anything()).await.unwrap().people.entries[0].near,
        Nearness::Team
    );
    assert_eq!(names(&amina, &anything()).await, [""; 0], "nobody finds themselves");

    end(&amina).await.unwrap();
    assert_eq!(names(&eve, &anything()).await, [""; 0]);
    assert!(end(&amina).await.is_err(), "ended already");
    let words = ground.all::<help_agreement::Entity>().await;
    assert_eq!(words.iter().map(|row| row.word).collect::<Vec<_>>(), [Agreed, Ended]);
}

#[tokio::test]
async fn the_list_is_narrowed_by_domain_competency_and_words() {
    let ground = practices().await;
    let (amina, eve) = amina_and_eve(&ground).await;
    agree(&amina, "", &[]).await.unwrap();
    for code in ["RSK", "RSK-1"] {
        assert_eq!(names(&eve, &about(code)).await, ["Amina Khan"], "{code}");
    }
    assert_eq!(names(&eve, &about("EMG-1")).await, [""; 0]);
    assert!(is_not_found(who_can_help(&eve, &about("XYZ-1")).await));
    let with = |words: &str| HelpAsk { words: words.to_owned(), ..anything() };
    assert_eq!(names(&eve, &with("KHAN nurse")).await, ["Amina Khan"]);
    let nobody = who_can_help(&eve, &with("surgeon")).await.unwrap();
    assert_eq!((nobody.people.total, nobody.in_place), (0, 1));
    let looked = ground.all::<viewing::Entity>().await;
    let last = looked.last().unwrap();
    assert_eq!(last.query.as_deref(), Some("who can help about= words=surgeon"));
    assert!(looked.iter().all(|look| look.person_id.is_none()), "nobody's record is opened");
}

#[tokio::test]
async fn only_somebody_who_holds_a_level_is_offered_it_and_only_for_themselves() {
    let ground = practices().await;
    let (amina, eve) = amina_and_eve(&ground).await;
    let me = async |ctx: &Ctx| who_can_help(ctx, &anything()).await.unwrap().me;
    assert_eq!((me(&amina).await, me(&eve).await), (Me::MayAgree { held: 1 }, Me::HoldsNothing));
    assert!(agree(&eve, "", &[]).await.is_err(), "she holds nothing");
    let elsewhere = agree(&amina, "", &["EMG".to_owned()]).await;
    assert!(told(elsewhere).of("domains").is_some(), "she holds nothing there");
    assert!(ground.all::<help_agreement::Entity>().await.is_empty());
    agree(&amina, "", &[]).await.unwrap();
    assert_eq!(me(&amina).await, Me::Agreed);
    // Her manager has no act for it: what he does is about himself, and he holds nothing.
    let dan = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    assert!(end(&dan).await.is_err());
    assert!(mine(&amina).await.unwrap().is_listed);
}

#[tokio::test]
async fn they_drop_out_when_the_level_is_taken_back_and_come_back_with_it() {
    let ground = practices().await;
    let (amina, eve) = amina_and_eve(&ground).await;
    agree(&amina, "", &[]).await.unwrap();
    let judged = |kind: &str, level: &str| {
        format!(
            "employee_number,employer_code,competency_code,kind,made_on,level,evidence\n\
             E1,P1,RSK-1,{kind},2026-10-01,{level},observation\n"
        )
    };
    ground.bring(Kind::Judgements, &judged("revoked", "").replace("observation", "")).await;
    assert_eq!(names(&eve, &anything()).await, [""; 0]);
    let own = mine(&amina).await.unwrap();
    assert!(own.agreed.is_some() && !own.is_listed, "her word stands; it is not shown");
    ground.bring(Kind::Judgements, &judged("confirmed", "5")).await;
    assert_eq!(names(&eve, &anything()).await, ["Amina Khan"]);
}

#[tokio::test]
async fn what_is_said_is_guarded_and_the_log_keeps_no_words() {
    let ground = practices().await;
    let (amina, _) = amina_and_eve(&ground).await;
    let number = agree(&amina, "About 401 023 2137", &[]).await;
    assert!(told(number).of("reach").is_some());
    assert!(ground.all::<help_agreement::Entity>().await.is_empty());
    agree(&amina, "Ring extension 12", &[]).await.unwrap();
    let entries = ground.all::<audit_entry::Entity>().await;
    let entry = entries.iter().find(|entry| entry.action == "agree to be asked").unwrap();
    assert!(!format!("{entry:?}").contains("extension"));
}

#[tokio::test]
async fn it_takes_a_staff_record_to_ask() {
    let ground = practices().await;
    let refused = who_can_help(&ground.operator(), &anything()).await.unwrap_err();
    assert!(matches!(refused, Error::Refused(_)));
    assert!(who_can_help(&ground.nobody(), &anything()).await.is_err());
    assert!(agree(&ground.operator(), "", &[]).await.is_err());
    let administrator = ground.sign_in(DAN, Some((Administrator, "TH"))).await;
    assert!(who_can_help(&administrator, &anything()).await.is_ok(), "a member of staff too");
}
