//! The copy of the facts in memory: kept up to date act by act, it is the copy that would be read anew.

use crate::ground::{Ground, day, nobody_listens};
use crate::judgements::practice;
use services::Services;
use services::clock::Clock;
use services::imports::{self, Kind, Options};
use std::sync::Arc;

/// What may happen between two figures, in a file; `{n}` and `{day}` make each time another.
const ACTS: [(Kind, &str); 8] = [
    (
        Kind::Judgements,
        "employee_number,competency_code,kind,made_on,level\nE1,RSK-1,self,2026-02-{day},{n}\n",
    ),
    (
        Kind::Judgements,
        "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
         E4,EMG-1,confirmed,2026-01-{day},3,E2,observation\nE4,EMG-1,revoked,2026-03-{day},,E2,\n",
    ),
    (
        Kind::Staff,
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n\
         E{n}{n},Nadia,Ali,T1,PN,0.50,A{n}{n},2025-01-01\n",
    ),
    (
        Kind::Staff,
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n\
         E1,Amina,Khan,T2,PN,0.{n}0,A1,2024-01-01\n",
    ),
    (Kind::Areas, "code,name,kind,parent_code\nA{n},Network {n},network,TH\n"),
    (
        Kind::Organisations,
        "code,name,sector,network_code,network_from\nP1,Practice {n},gp_practice,A1,2026-06-0{n}\n",
    ),
    (
        Kind::Requirements,
        "role_code,competency_code,required_level,effective_from\nMHN,EMG-1,{n},2026-05-0{n}\n",
    ),
    (
        Kind::Roles,
        "code,title,setting,esr_staff_group\nPN,Practice nurse {n},primary_care,Nursing and Midwifery Registered\n",
    ),
];
const ROUNDS: usize = 40;

/// One value of a measure of a network, over the half year before the day of the tests.
fn measure(value: u32) -> String {
    format!(
        "code,definition,source,unit,level,scope_code,from,to,value\n\
         PHQ-1,Reviews in the half year,Practice systems,%,network,A1,2026-04-01,2026-09-30,{value}\n"
    )
}

async fn told(services: &Services) -> String {
    let ctx = services.as_actor(domain::policy::Actor::Operator);
    format!("{:#?}", ctx.facts().await.unwrap())
}

async fn act(ground: &Ground, round: usize) {
    // Every eight rounds in another order: an odd step leaves none of a power of two out.
    assert!(ACTS.len().is_power_of_two());
    let step = 2 * (round / ACTS.len()) + 1;
    let (kind, text) = ACTS[round * step % ACTS.len()];
    let (n, day_of_month) = (1 + round % 5, 10 + round % 18);
    let text = text.replace("{n}", &n.to_string()).replace("{day}", &day_of_month.to_string());
    let options = Options::at(day("2026-10-01"));
    ground.bring_with(kind, &text, &options).await;
}

#[tokio::test]
async fn after_any_files_a_kept_copy_is_the_one_that_would_be_read_anew() {
    let ground = practice().await;
    let another = || {
        let clock = Clock::new(Some(day(crate::ground::TODAY)));
        Services::new(ground.services.db.clone(), clock)
    };
    ground.bring(Kind::Areas, "code,name,kind,parent_code\nA1,Network A1,network,TH\n").await;
    let (often, seldom) = (another(), another());
    for round in 0..ROUNDS {
        act(&ground, round).await;
        let anew = told(&another()).await;
        same(&told(&often).await, &anew, round);
        if round % 3 == 0 {
            same(&told(&seldom).await, &anew, round);
        }
    }
}

fn same(kept: &str, anew: &str, round: usize) {
    let differ = kept.lines().zip(anew.lines()).find(|(kept, anew)| kept != anew);
    assert!(kept == anew, "after round {round}: {differ:?}");
}

#[tokio::test]
async fn files_of_local_measures_have_no_facts_read_again_and_come_one_after_the_other() {
    let ground = practice().await;
    ground.bring(Kind::Areas, "code,name,kind,parent_code\nA1,Network A1,network,TH\n").await;
    let before = ground.operator().facts().await.unwrap();
    let first = ground.check(Kind::LocalMeasures, &measure(48)).await;
    let second = ground.check(Kind::LocalMeasures, &measure(49)).await;
    // What a measure is of changes meanwhile, and does not vanish.
    ground.bring(Kind::Areas, "code,name,kind,parent_code\nA1,Network A,network,TH\n").await;
    let renamed = ground.operator().facts().await.unwrap();
    assert!(!Arc::ptr_eq(&before, &renamed));
    ground.merge(first).await;
    let after = ground.operator().facts().await.unwrap();
    assert!(Arc::ptr_eq(&renamed, &after), "no figure is computed from them");
    let refused = imports::merge(&ground.operator(), second, &nobody_listens()).await;
    let refused = refused.map(drop).unwrap_err().to_string();
    assert!(
        refused.contains("Local measures were changed after the file was checked"),
        "{refused}"
    );
    let kept = ground.all::<entities::local_measure::Entity>().await;
    let values: Vec<Option<&str>> = kept.iter().map(|row| row.value.as_deref()).collect();
    assert_eq!(values, [Some("48")]);
}
