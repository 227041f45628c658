//! The training package that comes with the set: brought in once, and left alone once people have changed it.

use crate::ground::{Ground, ground, nobody_listens};
use domain::codes::Origin;
use domain::programmes::forms::DescribeProgramme;
use entities::{programme, programme_outcome, programme_role, programme_step};
use services::{programmes, reference};

/// Every row of a programme, as text.
async fn told(ground: &Ground) -> String {
    let programmes = ground.all::<programme::Entity>().await;
    let roles = ground.all::<programme_role::Entity>().await;
    let steps = ground.all::<programme_step::Entity>().await;
    let outcomes = ground.all::<programme_outcome::Entity>().await;
    format!("{programmes:?} {roles:?} {steps:?} {outcomes:?}")
}

async fn load(ground: &Ground) {
    reference::load(&ground.operator(), &nobody_listens()).await.unwrap();
}

#[tokio::test]
async fn the_set_brings_a_training_package_that_the_report_names_for_gps_and_practice_nurses() {
    let ground = ground().await;
    load(&ground).await;
    let operator = ground.operator();
    let detail = programmes::programme(&operator, "TH-SMI").await.unwrap();
    assert_eq!(detail.programme.title, "Managing severe mental illness in primary care");
    assert_eq!(detail.origin, Origin::NamedInReport);
    assert!(detail.audience.roles.contains(&"General practitioner".to_owned()));
    assert!(detail.audience.roles.contains(&"Practice nurse".to_owned()));
    assert_eq!(detail.steps.len(), 7);
    for step in &detail.steps {
        assert!(!step.outcomes.is_empty() && step.minutes > 0, "{step:?}");
    }
    let shadowing = detail.steps.last().unwrap();
    assert!(shadowing.outcomes.iter().any(|outcome| outcome.needs_more), "above the ceiling");
}

#[tokio::test]
async fn a_second_time_nothing_changes() {
    let ground = ground().await;
    load(&ground).await;
    let before = told(&ground).await;
    load(&ground).await;
    assert_eq!(told(&ground).await, before);
}

#[tokio::test]
async fn what_people_made_of_it_stays() {
    let ground = ground().await;
    load(&ground).await;
    let operator = ground.operator();
    let form = programmes::form(&operator, Some("TH-SMI")).await.unwrap();
    let says =
        DescribeProgramme::parse(&form.fields, form.chosen_roles, &form.chosen_settings).unwrap();
    let says = DescribeProgramme { purpose: "Ours".to_owned(), ..says };
    programmes::change(&operator, "TH-SMI", &says).await.unwrap();
    let first = programmes::to_edit(&operator, "TH-SMI").await.unwrap().steps[0].id;
    programmes::remove_step(&operator, "TH-SMI", first).await.unwrap();
    let before = told(&ground).await;
    load(&ground).await;
    assert_eq!(told(&ground).await, before);
    let detail = programmes::programme(&operator, "TH-SMI").await.unwrap();
    assert_eq!((detail.purpose.as_str(), detail.steps.len()), ("Ours", 6));
    assert_eq!(detail.origin, Origin::NamedInReport, "where it comes from stays said");
}
