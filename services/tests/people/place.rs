//! Two practices of one network: one with two teams, a nurse and her manager; one with a nurse and a manager of its own.

use crate::ground::{Ground, ground};
use domain::codes::GrantKind;
use domain::fields::FieldErrors;
use domain::ids::PostId;
use domain::people::forms::{ChangeFields, PostFields};
use domain::refusal::Refusal;
use entities::audit_entry;
use services::Ctx;
use services::imports::Kind;

const FILES: [(Kind, &str); 8] = [
    (Kind::Areas, "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\n"),
    (
        Kind::Organisations,
        "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\nP2,Practice 2,gp_practice,N1\n",
    ),
    (
        Kind::Teams,
        "code,name,setting,organisation_code,mental_health_input,opened_on\n\
         T1,Practice 1 team,primary_care,P1,link_worker,2010-04-01\n\
         T2,Practice 2 team,primary_care,P2,none,2010-04-01\n\
         T3,Practice 1 wellbeing,wellbeing,P1,none,2020-04-01\n",
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
         PM,Practice manager,primary_care,Administrative and Clerical,no\n",
    ),
    (
        Kind::Requirements,
        "role_code,competency_code,required_level,necessity,critical\nPN,RSK-1,3,core,yes\nPN,EMG-1,2,core,no\n",
    ),
    (
        Kind::Staff,
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,\
         line_manager_employee_number,employer_code,work_email\n\
         E1,Amina,Khan,T1,PN,1.00,A1,2024-01-01,E4,P1,Amina.Khan@staff.example\n\
         E4,Dan,Reid,T1,PM,1.00,A4,2024-01-01,,P1,\n\
         E5,Eve,Ali,T2,PN,0.60,A5,2024-01-01,E6,P2,\n\
         E6,Finn,Cole,T2,PM,1.00,A6,2024-01-01,,P2,finn.cole@staff.example\n",
    ),
    (
        Kind::Judgements,
        "employee_number,employer_code,competency_code,kind,made_on,level,evidence\n\
         E1,P1,RSK-1,confirmed,2026-01-05,4,observation\nE1,P1,EMG-1,self,2026-01-05,2,\n",
    ),
];

pub const AMINA: &str = "E1";
pub const DAN: &str = "E4";
pub const EVE: &str = "E5";
pub const FINN: &str = "E6";

/// The practices in a database of their own.
pub async fn practices() -> Ground {
    let ground = ground().await;
    for (kind, text) in FILES {
        ground.bring(kind, text).await;
    }
    ground
}

impl Ground {
    /// The first post of somebody.
    pub async fn post(&self, number: &str) -> PostId {
        let facts = self.operator().facts().await.unwrap();
        facts.person(self.person(number).await).unwrap().posts[0].id
    }

    /// Dan, who manages all of Practice 1.
    pub async fn dan(&self) -> Ctx {
        self.sign_in(DAN, Some((GrantKind::TeamManager, "P1"))).await
    }

    /// Finn, who manages all of Practice 2.
    pub async fn finn(&self) -> Ctx {
        self.sign_in(FINN, Some((GrantKind::TeamManager, "P2"))).await
    }

    /// What was done to people and posts, in the words of the audit log.
    pub async fn acts_on_posts(&self) -> Vec<String> {
        let entries = self.all::<audit_entry::Entity>().await;
        let acts = entries.into_iter().map(|entry| entry.action);
        acts.filter(|act| act.ends_with("post") || act == "add person").collect()
    }
}

/// A nurse's post in the first team, as a form sends it.
pub fn nurse() -> PostFields {
    PostFields {
        team: "T1".into(),
        role: "PN".into(),
        fte: "1.00".into(),
        category: "permanent".into(),
        line_manager: String::new(),
    }
}

/// A change of that post.
pub fn changing(post: PostFields, status: &str, from: &str) -> ChangeFields {
    ChangeFields { post, status: status.into(), from: from.into() }
}

/// The messages of a refused form.
pub fn told<T: std::fmt::Debug>(result: services::Result<T>) -> FieldErrors {
    match result.unwrap_err() {
        services::Error::Refused(Refusal::Fields(errors)) => errors,
        other => panic!("{other}"),
    }
}

pub fn is_not_found<T: std::fmt::Debug>(result: services::Result<T>) -> bool {
    matches!(result.unwrap_err(), services::Error::Refused(Refusal::NotFound(_)))
}
