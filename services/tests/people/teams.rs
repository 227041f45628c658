//! Teams: their figures and their people, each to whoever may see them; and the managers' matrix.

use super::place::{AMINA, EVE, is_not_found, nurse, practices};
use domain::codes::CareSetting;
use domain::codes::GrantKind::{Assessor, WorkforceLead};
use domain::people::counting::Met;
use domain::people::forms::PersonFields;
use domain::standing::Status;
use entities::viewing;
use services::people::{add_starter, end_post};
use services::teams::{TeamsAsk, find, matrix, team};

#[tokio::test]
async fn a_lead_from_outside_sees_figures_and_no_names() {
    let ground = practices().await;
    let lead = ground.sign_in(AMINA, Some((WorkforceLead, "N1"))).await;
    let list = find(&lead, &TeamsAsk::default()).await.unwrap();
    let lines: Vec<_> =
        list.entries.iter().map(|t| (t.team.code.as_str(), t.people, t.met)).collect();
    // By name. T1: Amina is asked two and meets one. T2: Eve is asked two and meets none. Managers are asked nothing.
    let met = |met, asked| Some(Met { met, asked });
    assert_eq!(lines, [("T1", 2, met(1, 2)), ("T3", 0, met(0, 0)), ("T2", 2, met(0, 2))]);
    let opened = team(&lead, "T2").await.unwrap();
    assert_eq!((opened.people, opened.may_manage, opened.may_open_matrix), (None, false, false));
    assert!(is_not_found(matrix(&lead, "T2", "").await));
}

#[tokio::test]
async fn teams_are_searched_by_name_organisation_and_setting() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let total = async |words: &str, setting| {
        let ask = TeamsAsk { words: words.into(), setting, page: 1 };
        find(&dan, &ask).await.unwrap().total
    };
    assert_eq!(total("", None).await, 2, "of his practice");
    assert_eq!(total("wellbeing", None).await, 1);
    assert_eq!(total("practice 2", None).await, 0);
    assert_eq!(total("", Some(CareSetting::PrimaryCare)).await, 1);
}

#[tokio::test]
async fn a_teams_page_tells_where_it_belongs_and_who_is_in_it() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let opened = team(&dan, "T1").await.unwrap();
    assert_eq!(opened.areas, ["Network 1 (network)", "Tower Hamlets (place)"]);
    assert_eq!(opened.mental_health_input, ["Link worker"]);
    let people = opened.people.unwrap();
    let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!((names, opened.may_manage), (vec!["Khan, Amina", "Reid, Dan"], true));
    let noted = ground.only::<viewing::Entity>().await;
    assert_eq!(noted.query.as_deref(), Some("team T1"));
    assert!(is_not_found(team(&ground.finn().await, "T1").await));
}

#[tokio::test]
async fn starters_and_leavers_stand_on_the_teams_page_for_90_days() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let nadia = |number: &str| PersonFields {
        employee_number: number.into(),
        first_name: "Nadia".into(),
        last_name: "Miah".into(),
        work_email: String::new(),
    };
    add_starter(&dan, &nadia("E9"), &nurse(), "2026-11-16").await.unwrap();
    // 1 November + 90 days is 30 January.
    add_starter(&dan, &nadia("E10"), &nurse(), "2027-01-31").await.unwrap();
    let (amina, post) = (ground.person(AMINA).await, ground.post(AMINA).await);
    end_post(&dan, amina, post, "2027-01-30").await.unwrap();
    let opened = team(&dan, "T1").await.unwrap();
    let days = |movers: &[domain::people::team_views::Mover]| {
        movers.iter().map(|mover| format!("{} {}", mover.name, mover.on)).collect::<Vec<_>>()
    };
    assert_eq!(days(&opened.starters), ["Nadia Miah 2026-11-16"]);
    assert_eq!(days(&opened.leavers), ["Amina Khan 2027-01-30"]);
    assert_eq!(opened.line.people, 2, "who has not started is not counted");
    let assessor = ground.sign_in(EVE, Some((Assessor, "T1"))).await;
    let seen = team(&assessor, "T1").await.unwrap();
    assert!(seen.starters.is_empty() && seen.line.met.is_none());
    assert_eq!(days(&seen.leavers), ["Amina Khan 2027-01-30"], "she is theirs to find by name");
}

#[tokio::test]
async fn the_matrix_shows_each_person_in_each_competency_of_a_domain() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let seen = matrix(&dan, "T1", "RSK").await.unwrap();
    assert_eq!((seen.domain.code.as_str(), seen.domains.len()), ("RSK", 2));
    let amina = &seen.rows[0];
    assert_eq!((amina.name.as_str(), amina.cells[0].status), ("Khan, Amina", Some(Status::Met)));
    assert_eq!(amina.cells[0].levels().as_deref(), Some("Level 4 confirmed, 3 asked"));
    assert_eq!(seen.rows[1].cells[0].word(), "Not asked", "nothing is asked of managers");
    let emergency = matrix(&dan, "T1", "EMG").await.unwrap();
    assert_eq!(emergency.rows[0].cells[0].status, Some(Status::SelfAssessed));
    assert_eq!(ground.all::<viewing::Entity>().await.len(), 2, "each list is noted once");
    assert!(is_not_found(matrix(&dan, "T1", "NO-DOMAIN").await));
    let assessor = ground.sign_in(EVE, Some((Assessor, "T1"))).await;
    assert!(is_not_found(matrix(&assessor, "T1", "RSK").await));
}
