//! The copy of the facts in memory: kept up to date act by act, it is the copy that would be read anew.

use crate::ground::{Ground, day};
use crate::judgements::practice;
use services::Services;
use services::clock::Clock;
use services::imports::{Kind, Options};

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
