//! Two practices in two networks, with a nurse in two teams, and what was confirmed of them.

use crate::ground::{Ground, ground};
use domain::frameworks::Level;
use domain::ids::ProgrammeStepId;
use domain::programmes::StepFormat;
use domain::programmes::forms::{DescribeProgramme, DescribeStep};
use services::imports::Kind;
use services::{Ctx, programmes};

const FILES: [(Kind, &str); 7] = [
    (
        Kind::Areas,
        "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\nN2,Network 2,network,TH\n",
    ),
    (
        Kind::Organisations,
        "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\nP2,Practice 2,gp_practice,N2\n",
    ),
    (
        Kind::Teams,
        "code,name,setting,organisation_code\nT1,Practice 1 team,primary_care,P1\n\
         T2,Practice 2 team,primary_care,P2\nT3,Wellbeing team,wellbeing,P1\n",
    ),
    (
        Kind::Framework,
        "code,domain_code,title,statement,refresh_months\nRSK-1,RSK,Ask about risk,Asks openly,24\n\
         EMG-1,EMG,Act in an emergency,Knows whom to call,12\n",
    ),
    (
        Kind::Roles,
        "code,title,setting,esr_staff_group,mental_health_professional\n\
         PN,Practice nurse,primary_care,Nursing,no\nADMIN,Reception,primary_care,Administrative,no\n",
    ),
    (
        Kind::Staff,
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n\
         E1,Amina,Khan,T1,PN,0.50,A1,2024-01-01\nE1,Amina,Khan,T3,PN,0.50,A2,2024-01-01\n\
         E2,Ben,Okoro,T1,PN,1.00,A3,2024-01-01\nE3,Eve,Ali,T2,PN,1.00,A4,2024-01-01\n\
         E4,Dan,Reid,T1,ADMIN,1.00,A5,2024-01-01\n",
    ),
    (
        Kind::Judgements,
        "employee_number,competency_code,kind,made_on,level\nE1,RSK-1,confirmed,2026-05-01,2\n\
         E1,EMG-1,self,2026-05-01,2\nE3,RSK-1,confirmed,2026-05-01,3\nE3,EMG-1,confirmed,2026-05-01,2\n",
    ),
];

/// The people, by employee number.
pub const AMINA: &str = "E1";
pub const BEN: &str = "E2";
pub const EVE: &str = "E3";
pub const DAN: &str = "E4";

pub async fn place() -> Ground {
    let ground = ground().await;
    for (kind, text) in FILES {
        ground.bring(kind, text).await;
    }
    ground
}

/// A programme for practice nurses that has run since April.
pub fn says(code: &str, area: Option<&str>) -> DescribeProgramme {
    DescribeProgramme {
        code: code.to_owned(),
        title: format!("Programme {code}"),
        purpose: "So that people are safe".to_owned(),
        area: area.map(str::to_owned),
        roles: vec!["PN".to_owned()],
        settings: Vec::new(),
        from: "2026-04-01".parse().unwrap(),
        to: None,
    }
}

pub fn step(title: &str) -> DescribeStep {
    DescribeStep {
        title: title.to_owned(),
        what_happens: "People talk".to_owned(),
        format: StepFormat::Workshop,
        minutes: 90,
    }
}

/// Adds a step that is meant to lead to a level in one competency.
pub async fn add(ctx: &Ctx, code: &str, title: &str, builds: (&str, u8)) -> ProgrammeStepId {
    let id = programmes::add_step(ctx, code, &step(title)).await.unwrap();
    let level = Level::try_from(builds.1).unwrap();
    let levels = [(builds.0.to_owned(), level)].into();
    programmes::set_competencies(ctx, code, id, &levels).await.unwrap();
    id
}

/// Programme `SMI` in the whole place: RSK-1 at 2, then EMG-1 at 2.
pub async fn with_programme() -> Ground {
    let ground = place().await;
    let operator = ground.operator();
    programmes::start(&operator, &says("SMI", Some("TH"))).await.unwrap();
    add(&operator, "SMI", "Asking", ("RSK-1", 2)).await;
    add(&operator, "SMI", "Acting", ("EMG-1", 2)).await;
    ground
}

pub fn is_not_found<T: std::fmt::Debug>(result: services::Result<T>) -> bool {
    let refused = result.unwrap_err();
    matches!(refused, services::Error::Refused(domain::refusal::Refusal::NotFound(_)))
}
