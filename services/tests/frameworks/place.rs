//! Two teams with something said in each competency, and a draft with a split, a merge, a widening and a retirement.

use crate::ground::{Ground, ground};
use crate::judgements::place::in_use_since;
use domain::frameworks::answering::AnswerOld;
use domain::frameworks::drafting::{BeginWith, StartDraft, WordCompetency};
use services::imports::Kind;
use services::{Ctx, frameworks};

/// The day from which the draft is published.
pub const FROM: &str = "2026-12-01";

const FILES: [(Kind, &str); 8] = [
    (Kind::Areas, "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\n"),
    (
        Kind::Organisations,
        "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\nMH,Mental health trust,nhs_trust,N1\n",
    ),
    (
        Kind::Teams,
        "code,name,setting,organisation_code\nT1,Practice 1 team,primary_care,P1\n\
         T2,Community team,mental_health,MH\n",
    ),
    (
        Kind::Framework,
        "code,domain_code,title,statement,refresh_months\nA-1,ONE,Asks,Asks openly,24\n\
         W-1,ONE,Widens,Widens later,24\nB-1,TWO,Both,Does both,24\nR-1,TWO,Retires,Retires later,24\n\
         C-1,THREE,One of two,Is merged,24\nC-2,THREE,Two of two,Is merged,24\n",
    ),
    (
        Kind::Roles,
        "code,title,setting,esr_staff_group,mental_health_professional\n\
         PN,Practice nurse,primary_care,Nursing,no\nMHN,Mental health nurse,mental_health,Nursing,yes\n",
    ),
    (
        Kind::Requirements,
        "role_code,competency_code,required_level,necessity,critical\nPN,A-1,3,core,no\nPN,W-1,2,core,no\n\
         PN,B-1,2,core,yes\nPN,R-1,1,core,no\nPN,C-1,2,core,no\nPN,C-2,3,core,no\nMHN,A-1,4,core,no\n\
         MHN,C-1,3,core,no\n",
    ),
    (
        Kind::Staff,
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n\
         E1,Amina,Khan,T1,PN,1.00,A1,2024-01-01\nE2,Ben,Okoro,T1,PN,1.00,A2,2024-01-01\n\
         E3,Cara,Miah,T2,MHN,1.00,A3,2024-01-01\nE4,Dan,Reid,T1,PN,0.60,A4,2024-01-01\n",
    ),
    (
        Kind::Judgements,
        "employee_number,competency_code,kind,made_on,level\nE1,A-1,confirmed,2026-05-01,3\n\
         E1,W-1,confirmed,2026-05-01,4\nE1,B-1,confirmed,2026-05-01,3\nE1,R-1,confirmed,2026-05-01,2\n\
         E1,C-1,confirmed,2026-03-01,2\nE1,C-2,recognised,2026-02-01,3\nE2,A-1,self,2026-05-01,3\n\
         E2,W-1,exempted,2026-05-01,\nE2,B-1,exempted,2026-05-01,\nE2,C-1,confirmed,2026-05-01,4\n\
         E2,C-2,self,2026-05-01,4\nE3,A-1,confirmed,2026-06-01,4\nE3,C-1,confirmed,2026-06-01,3\n\
         E4,A-1,confirmed,2026-06-01,2\nE4,B-1,confirmed,2024-01-01,2\nE4,C-1,confirmed,2026-01-01,2\n\
         E4,C-1,revoked,2026-06-01,\n",
    ),
];

pub async fn place() -> Ground {
    let ground = ground().await;
    for (kind, text) in FILES {
        ground.bring_with(kind, text, &in_use_since(kind)).await;
    }
    ground
}

/// Starts a draft that copies the version in use; it is version 2.
pub async fn copy(ctx: &Ctx) {
    let start = StartDraft { title: "Framework".into(), begin: BeginWith::Copy };
    assert_eq!(frameworks::start(ctx, &start).await.unwrap(), 2);
}

/// Words a competency of version 2 anew under another code.
pub async fn recode(ctx: &Ctx, was: &str, code: &str) {
    let mut fields = frameworks::competency_of(ctx, 2, Some(was), "").await.unwrap().fields;
    fields.code = code.to_owned();
    let says = WordCompetency::parse(&fields).unwrap();
    frameworks::word_competency(ctx, 2, Some(was), &says).await.unwrap();
}

/// Adds a competency to version 2 that says what another says.
pub async fn add(ctx: &Ctx, like: &str, code: &str) {
    let mut fields = frameworks::competency_of(ctx, 2, Some(like), "").await.unwrap().fields;
    (fields.code, fields.place) = (code.to_owned(), String::new());
    let says = WordCompetency::parse(&fields).unwrap();
    frameworks::word_competency(ctx, 2, None, &says).await.unwrap();
}

pub async fn answer(ctx: &Ctx, old: &str, relation: &str, to: &[&str]) {
    let to: Vec<String> = to.iter().map(|code| (*code).to_owned()).collect();
    let says = AnswerOld::parse(relation, &to, false).unwrap();
    frameworks::answer(ctx, 2, old, &says).await.unwrap();
}

/// The draft: B-1 is split, C-1 and C-2 are merged, W-1 is widened, R-1 is retired.
pub async fn draft_anew(ctx: &Ctx) {
    copy(ctx).await;
    recode(ctx, "B-1", "B-1A").await;
    add(ctx, "B-1A", "B-1B").await;
    answer(ctx, "B-1", "split", &["B-1A", "B-1B"]).await;
    recode(ctx, "C-1", "C").await;
    answer(ctx, "C-1", "merged", &["C"]).await;
    answer(ctx, "C-2", "merged", &["C"]).await;
    frameworks::remove_competency(ctx, 2, "C-2").await.unwrap();
    answer(ctx, "W-1", "wider", &["W-1"]).await;
    frameworks::remove_competency(ctx, 2, "R-1").await.unwrap();
}
