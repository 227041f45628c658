//! Two practices and a mental health team, with people who can sign in: everybody has something to do with Amina, or
//! nothing at all.

use crate::small::bring;
use domain::codes::GrantKind::{self, Administrator, Assessor, FrameworkEditor};
use domain::codes::GrantKind::{InformationGovernance, TeamManager, WorkforceLead};
use domain::imports::Kind;
use tests::{Installation, User};

/// What the rules call today.
pub const TODAY: &str = "2026-11-02";

const FILES: [(Kind, &str); 8] = [
    (
        Kind::Areas,
        "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\nN2,Network 2,network,TH\n",
    ),
    (
        Kind::Organisations,
        "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\nP2,Practice 2,gp_practice,N2\n\
         MH,Mental health trust,nhs_trust,N1\nIC,Commissioner,commissioner,\n",
    ),
    (
        Kind::Teams,
        "code,name,setting,organisation_code\nT1,Practice 1 team,primary_care,P1\n\
         T2,Practice 2 team,primary_care,P2\nT3,Community team,mental_health,MH\n\
         T90,Workforce office,community,IC\n",
    ),
    (
        Kind::Framework,
        "code,domain_code,title,statement,strand,refresh_months,rare_event\n\
         RSK-1,RSK,Ask about risk,Asks openly about self-harm,mental_health,24,no\n\
         RSK-2,RSK,Plan for safety,Makes a plan with the person,mental_health,24,no\n\
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
        "role_code,competency_code,required_level,necessity,critical\n\
         PN,RSK-1,3,core,yes\nPN,RSK-2,2,core,no\nPN,EMG-1,2,core,no\n",
    ),
    (
        Kind::Staff,
        "employee_number,first_name,last_name,work_email,team_code,role_code,fte,assignment_number,start_date\n\
         E1,Amina,Khan,amina@staff.example,T1,PN,1.00,A1,2024-01-01\n\
         E2,Ben,Okoro,ben@staff.example,T3,MHN,1.00,A2,2024-01-01\n\
         E3,Eve,Ali,eve@staff.example,T1,PN,0.50,A3,2024-01-01\n\
         E4,Dan,Reid,dan@staff.example,T1,PN,0.80,A4,2024-01-01\n\
         E5,Finn,Hale,finn@staff.example,T2,PN,1.00,A5,2024-01-01\n\
         E90,Lena,Marsh,lead@staff.example,T90,MHN,1.00,A90,2024-01-01\n",
    ),
    (
        Kind::Judgements,
        "employee_number,competency_code,kind,made_on,level,evidence\n\
         E2,RSK-1,confirmed,2026-01-05,4,observation\nE2,RSK-2,confirmed,2026-01-05,4,observation\n",
    ),
];

/// Who can sign in, each with what they were granted, and where.
pub const PEOPLE: [(&str, &[(GrantKind, &str)]); 10] = [
    ("amina", &[]),
    // Her assessor.
    ("ben", &[(Assessor, "N1")]),
    // Her colleague, who has nothing to do with her record.
    ("eve", &[]),
    // Her practice manager.
    ("dan", &[(TeamManager, "P1")]),
    // As much as one can be, next door.
    ("finn", &[(TeamManager, "P2"), (Assessor, "N2"), (WorkforceLead, "N2")]),
    // Leads the network that her practice is in.
    ("lead", &[(WorkforceLead, "N1")]),
    ("yusra", &[(Administrator, "")]),
    ("ig", &[(InformationGovernance, "")]),
    ("ed", &[(FrameworkEditor, "")]),
    // A second person for what takes two.
    ("una", &[(InformationGovernance, "")]),
];

/// An installation that holds it all.
pub async fn practice() -> Installation {
    let esteem = Installation::on(TODAY).await;
    for (kind, text) in FILES {
        bring(&esteem, kind, text).await;
    }
    esteem
}

/// The same with a framework as another installation wrote it.
pub async fn with_framework(package: &str) -> Installation {
    let esteem = Installation::on(TODAY).await;
    for (kind, text) in FILES {
        bring(&esteem, kind, if kind == Kind::Framework { package } else { text }).await;
    }
    esteem
}

/// One of the people, signed in.
pub async fn sign_in(esteem: &Installation, name: &str) -> User {
    let (name, held) = PEOPLE.iter().find(|(known, _)| *known == name).expect("one of the people");
    esteem.somebody(&format!("{name}@staff.example"), held).await
}
