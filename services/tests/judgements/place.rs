//! A practice with a nurse and her manager, and a mental health team with two assessors who hold what she is asked.

use crate::ground::{Ground, TODAY, day, ground};
use domain::codes::Evidence;
use domain::frameworks::Level;
use domain::judgements::forms::{AskForConfirmation, Decision, SelfAssess};
use domain::standing::Standing;
use services::imports::{Kind, Options};
use services::{Ctx, judgements};

const FILES: [(Kind, &str); 8] = [
    (Kind::Areas, "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\n"),
    (
        Kind::Organisations,
        "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\nMH,Mental health trust,nhs_trust,N1\n",
    ),
    (
        Kind::Teams,
        "code,name,setting,organisation_code,area_code\nT1,Practice 1 team,primary_care,P1,\n\
         T2,Community team,mental_health,MH,\n",
    ),
    (
        Kind::Framework,
        "code,domain_code,title,statement,strand,refresh_months,rare_event\n\
         RSK-1,RSK,Ask about risk,Asks openly about self-harm,mental_health,24,no\n\
         EMG-1,EMG,Act in an emergency,Knows whom to call,mental_health,12,yes\n",
    ),
    (
        Kind::Roles,
        "code,title,setting,esr_staff_group,mental_health_professional\n\
         PN,Practice nurse,primary_care,Nursing and Midwifery Registered,no\n\
         MHN,Mental health nurse,mental_health,Nursing and Midwifery Registered,yes\n",
    ),
    (
        Kind::Requirements,
        "role_code,competency_code,required_level,necessity,critical\nPN,RSK-1,3,core,yes\nPN,EMG-1,2,core,no\n",
    ),
    (
        Kind::Staff,
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,\
         line_manager_employee_number\n\
         E1,Amina,Khan,T1,PN,1.00,A1,2024-01-01,E4\nE2,Ben,Okoro,T2,MHN,1.00,A2,2024-01-01,\n\
         E3,Cara,Miah,T2,MHN,1.00,A3,2024-01-01,\nE4,Dan,Reid,T1,PN,1.00,A4,2024-01-01,\n",
    ),
    (
        Kind::Judgements,
        "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
         E2,RSK-1,confirmed,2026-01-05,4,E3,observation\nE3,RSK-1,confirmed,2026-01-05,4,,observation\n",
    ),
];

/// The people, by employee number.
pub const AMINA: &str = "E1";
pub const BEN: &str = "E2";
pub const CARA: &str = "E3";
pub const DAN: &str = "E4";

pub async fn practice() -> Ground {
    let ground = ground().await;
    for (kind, text) in FILES {
        ground.bring_with(kind, text, &in_use_since(kind)).await;
    }
    ground
}

/// The framework is in use for years already, so that a new version can begin today.
pub fn in_use_since(kind: Kind) -> Options {
    Options::at(day(if kind == Kind::Framework { "2024-01-01" } else { TODAY }))
}

pub fn level(number: u8) -> Level {
    Level::try_from(number).unwrap()
}

/// Asks for level 3 in `RSK-1`, with a reflection to show; of a named assessor, or of any where `of` is empty.
pub async fn ask(ctx: &Ctx, of: &str) -> services::Result<()> {
    let reflection = Some("It was harder than I thought".to_owned());
    let assessed = SelfAssess { level: level(3), reflection, confidence: Some(2) };
    judgements::self_assess(ctx, "RSK-1", assessed).await.unwrap();
    let asked = AskForConfirmation {
        level: level(3),
        items: Vec::new(),
        described: Some((Evidence::Simulation, "With the crisis team".to_owned())),
        attach_reflection: true,
    };
    judgements::ask(ctx, "RSK-1", asked, of).await.map(drop)
}

/// The sequence of the only request that waits for an assessor.
pub async fn the_request(assessor: &Ctx) -> i64 {
    let open = judgements::to_confirm(assessor).await.unwrap().requests;
    assert_eq!(open.len(), 1);
    open[0].sequence
}

pub fn confirm(ctx: &Ctx, number: u8) -> Decision {
    let evidence = vec![Evidence::Simulation];
    Decision::Confirm { level: level(number), evidence, made_on: ctx.today, note: None }
}

/// Where the signed-in person stands in `RSK-1` today.
pub async fn standing(ctx: &Ctx) -> Standing {
    judgements::competency(ctx, None, "RSK-1").await.unwrap().line.standing
}
