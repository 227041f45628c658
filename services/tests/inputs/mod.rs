//! Mental health input of a team: who keeps it, who sees it, and what stays on record.

mod beside; // beside coverage

use crate::ground::{Ground, TODAY, day};
use crate::people::place::{AMINA, EVE, is_not_found, practices, told};
use domain::changing::When;
use domain::codes::GrantKind::{Administrator, WorkforceLead};
use domain::codes::InputKind;
use domain::ids::MentalHealthInputId;
use domain::inputs::forms::{InputFields, KeepInput};
use domain::inputs::views::{InputLine, Named};
use entities::{audit_entry, mental_health_input as table};
use services::help::{HelpAsk, who_can_help};
use services::imports::Kind;
use services::inputs::{add, change, change_form, end, remove, team_input};
use services::{Ctx, teams};

/// Finn comes on Tuesdays.
fn fields(starts_on: &str) -> InputFields {
    InputFields {
        kind: "link_worker".into(),
        population: "older_adults".into(),
        from_person: "finn.cole@staff.example".into(),
        wte: "0.2".into(),
        times: "Tuesdays, 9am to 1pm".into(),
        case_discussions: "invited".into(),
        supervisor: "amina.khan@staff.example".into(),
        supervised_every: "monthly".into(),
        starts_on: starts_on.into(),
        ..InputFields::default()
    }
}

fn kept(fields: &InputFields) -> KeepInput {
    KeepInput::parse(fields).unwrap()
}

async fn rows(ctx: &Ctx, when: When) -> Vec<InputLine> {
    team_input(ctx, "T1").await.unwrap().at(when)
}

/// The row that the team file made.
async fn of_file(ground: &Ground, dan: &Ctx) -> MentalHealthInputId {
    let now = rows(dan, When::Now).await;
    assert_eq!((now.len(), now[0].kind), (1, InputKind::LinkWorker));
    assert!(ground.all::<table::Entity>().await.iter().any(|row| row.id == now[0].id));
    now[0].id
}

#[tokio::test]
async fn a_change_ends_the_row_that_has_begun_and_another_follows_it() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let id = of_file(&ground, &dan).await;
    change(&dan, "T1", id, &kept(&fields(TODAY))).await.unwrap();
    let [now, before] = [rows(&dan, When::Now).await, rows(&dan, When::Before).await];
    assert_eq!((now.len(), before.len()), (1, 1));
    assert_eq!((before[0].id, before[0].held.to), (id, Some(day("2026-10-31"))));
    assert_eq!(now[0].held.from, Some(day(TODAY)));
    let Named::Person { name, email, at_work } = &now[0].named else { panic!("he is named") };
    assert_eq!((name.as_str(), *at_work), ("Finn Cole", true));
    assert_eq!(email.as_deref(), Some("finn.cole@staff.example"));
    assert_eq!(now[0].words(), "Link worker, 0.20 WTE");
    // It began today: no past day says otherwise, so it is put right as it stands.
    let embedded = InputFields { kind: "embedded".into(), ..fields(TODAY) };
    change(&dan, "T1", now[0].id, &kept(&embedded)).await.unwrap();
    let again = rows(&dan, When::Now).await;
    assert_eq!((again.len(), again[0].id, again[0].kind), (1, now[0].id, InputKind::Embedded));
    assert!(change(&dan, "T1", id, &kept(&fields(TODAY))).await.is_err(), "it is over");
    assert_eq!(teams::team(&dan, "T1").await.unwrap().mental_health_input.len(), 1);
}

#[tokio::test]
async fn a_target_stands_before_anybody_comes_and_is_exact_and_dated() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let nobody = InputFields {
        from_person: String::new(),
        wte: String::new(),
        target_wte: "0.333333".into(),
        ..fields("2026-10-01")
    };
    add(&dan, "T1", &kept(&nobody)).await.unwrap();
    let vacant = rows(&dan, When::Now).await.into_iter().find(|row| row.is_vacant).unwrap();
    assert_eq!(vacant.words(), "Link worker, target 0.33 WTE: nobody comes yet");
    let form = change_form(&dan, "T1", vacant.id).await.unwrap();
    assert_eq!((form.fields.target_wte.as_str(), form.fields.wte.as_str()), ("0.333333", ""));
    let amina = ground.sign_in(AMINA, None).await;
    let links = async || {
        let help = who_can_help(&amina, &HelpAsk { page: 1, ..HelpAsk::default() }).await.unwrap();
        help.teams[0].links.len()
    };
    assert_eq!(links().await, 1, "that of the file: nobody is no link");

    let filled = InputFields { target_wte: "0.5".into(), ..fields(TODAY) };
    change(&dan, "T1", vacant.id, &kept(&filled)).await.unwrap();
    let words = async |when| -> Vec<String> {
        rows(&dan, when).await.iter().map(InputLine::words).collect()
    };
    assert!(words(When::Now).await.contains(&"Link worker, 0.20 of 0.50 WTE".to_owned()));
    assert_eq!(words(When::Before).await, [vacant.words()], "until yesterday it was so");
    assert_eq!(links().await, 2);
}

#[tokio::test]
async fn what_is_planned_can_be_removed_and_what_began_can_only_end() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let id = of_file(&ground, &dan).await;
    add(&dan, "T1", &kept(&fields("2027-01-04"))).await.unwrap();
    let ahead = rows(&dan, When::Ahead).await;
    assert_eq!(ahead.len(), 1);
    remove(&dan, "T1", ahead[0].id).await.unwrap();
    assert!(rows(&dan, When::Ahead).await.is_empty());
    let acts = ground.all::<audit_entry::Entity>().await;
    assert!(acts.iter().any(|entry| entry.action == "remove mental health input"));

    assert!(remove(&dan, "T1", id).await.is_err());
    end(&dan, "T1", id, "2026-12-31").await.unwrap();
    assert_eq!(rows(&dan, When::Now).await[0].held.to, Some(day("2026-12-31")));
    end(&dan, "T1", id, "").await.unwrap();
    assert_eq!(rows(&dan, When::Now).await[0].held.to, None, "not after all");
    assert!(told(end(&dan, "T1", id, "").await).of("last_day").is_some());
}

#[tokio::test]
async fn team_managers_and_administrators_keep_it_for_their_teams() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let id = of_file(&ground, &dan).await;
    let typed = kept(&fields(TODAY));
    let refused = async |ctx: &Ctx| {
        is_not_found(add(ctx, "T1", &typed).await)
            && is_not_found(change(ctx, "T1", id, &typed).await)
            && is_not_found(change_form(ctx, "T1", id).await)
            && is_not_found(end(ctx, "T1", id, TODAY).await)
            && is_not_found(remove(ctx, "T1", id).await)
    };
    assert!(refused(&ground.finn().await).await, "the manager of another practice");
    assert!(refused(&ground.sign_in(EVE, Some((WorkforceLead, "N1"))).await).await);
    assert!(is_not_found(end(&dan, "T3", id, TODAY).await), "the row of another team");
    let administrator = ground.sign_in(AMINA, Some((Administrator, "TH"))).await;
    add(&administrator, "T1", &typed).await.unwrap();
    assert!(team_input(&administrator, "T2").await.unwrap().may_manage);
}

#[tokio::test]
async fn people_are_named_to_the_team_and_to_whoever_finds_its_people() {
    let ground = practices().await;
    let dan = ground.dan().await;
    add(&dan, "T1", &kept(&fields(TODAY))).await.unwrap();
    // Practice 1 shares figures and no people.
    let lead = ground.sign_in(EVE, Some((WorkforceLead, "N1"))).await;
    let seen = rows(&lead, When::Now).await;
    assert!(seen.iter().any(|row| row.named == Named::Hidden), "{seen:?}");
    assert!(!format!("{seen:?}").contains("Cole"));

    let amina = ground.sign_in(AMINA, None).await;
    assert!(team_input(&amina, "T1").await.is_err(), "she sees no teams");
    let help = who_can_help(&amina, &HelpAsk { page: 1, ..HelpAsk::default() }).await.unwrap();
    assert_eq!((help.teams.len(), help.teams[0].team.as_str()), (1, "Practice 1 team"));
    let named: Vec<_> = help.teams[0].links.iter().map(|link| link.named.words()).collect();
    assert!(named.contains(&Some("Finn Cole".to_owned())), "{named:?}");
}

#[tokio::test]
async fn whoever_comes_is_somebody_at_work_and_words_name_no_patient() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let refused = async |change: fn(&mut InputFields), field: &str| {
        let mut fields = fields(TODAY);
        change(&mut fields);
        let told = told(add(&dan, "T1", &kept(&fields)).await);
        assert!(told.of(field).is_some(), "{field}: {told}");
    };
    refused(|f| f.from_person = "nobody@staff.example".into(), "from_person").await;
    refused(|f| f.supervisor = "nobody@staff.example".into(), "supervisor").await;
    refused(|f| f.from_team = "XX".into(), "from_team").await;
    refused(|f| f.reach = "Ask for 401 023 2137".into(), "reach").await;
    refused(|f| f.times = "After 401 023 2137".into(), "times").await;
    assert_eq!(rows(&dan, When::Now).await.len(), 1, "that of the file");
}

#[tokio::test]
async fn a_team_file_says_nothing_of_a_team_whose_input_is_kept_on_its_page() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let id = of_file(&ground, &dan).await;
    change(&dan, "T1", id, &kept(&fields(TODAY))).await.unwrap();
    let facts = ground.facts().await;
    let file = "code,name,setting,organisation_code,mental_health_input,opened_on\n\
                T1,Practice 1 team,primary_care,P1,consultation_liaison,2010-04-01\n\
                T2,Practice 2 team,primary_care,P2,none,2010-04-01\n";
    let outcome = ground.bring(Kind::Teams, file).await;
    assert_eq!(crate::ground::tally(&outcome, "teams").corrected, 0);
    assert_eq!(ground.facts().await, facts);
    // The other team still has the row of its file alone, which the column corrects.
    ground.bring(Kind::Teams, &file.replace("P2,none", "P2,embedded")).await;
    assert_ne!(ground.facts().await, facts);
    let dans = ground.sign_in(EVE, Some((Administrator, "TH"))).await;
    let other = team_input(&dans, "T2").await.unwrap().rows;
    assert_eq!((other.len(), other[0].kind), (1, InputKind::Embedded));
}
