//! A practice with a nurse and her manager, and a mental health team with two assessors who hold what she is asked.

use crate::ground::{Ground, ground};
use domain::codes::{Evidence, GrantKind};
use domain::coverage::{ItemKind, ScopeKind};
use domain::frameworks::Level;
use domain::ids::PersonId;
use domain::judgements::forms::{AskForConfirmation, Decision, SelfAssess};
use domain::policy::{Account, Actor, Grant};
use domain::standing::Standing;
use entities::{person, post_terms};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::imports::Kind;
use services::{Ctx, accounts, coverage, grants, judgements};

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

/// The practice in a database of its own.
pub struct Practice(Ground);

pub async fn practice() -> Practice {
    let ground = ground().await;
    for (kind, text) in FILES {
        ground.bring(kind, text).await;
    }
    Practice(ground)
}

impl Practice {
    /// Somebody asks who is not signed in.
    pub fn nobody(&self) -> Ctx {
        self.0.services.as_actor(Actor::Nobody)
    }

    pub async fn person(&self, number: &str) -> PersonId {
        let named = person::Entity::find().filter(person::Column::EmployeeNumber.eq(number));
        named.one(self.0.services.db.read()).await.unwrap().unwrap().id
    }

    /// A person signed in, with a grant over a place where one is given.
    pub async fn sign_in(&self, number: &str, grant: Option<(GrantKind, &str)>) -> Ctx {
        let person = self.person(number).await;
        let email = format!("{}@staff.example", number.to_lowercase());
        let id = accounts::add(&self.0.operator(), &email, Some(person)).await.unwrap();
        if let Some((kind, place)) = grant {
            let place = grants::find_place(&self.0.operator(), Some(place)).await.unwrap();
            grants::give(&self.0.operator(), id, kind, place).await.unwrap();
        }
        let held = entities::grant::Entity::find()
            .filter(entities::grant::Column::AccountId.eq(id))
            .all(self.0.services.db.read())
            .await
            .unwrap();
        let grants = held.iter().map(|g| Grant { kind: g.kind, scope: scope_of(g) }).collect();
        let named = post_terms::Column::LineManagerId.eq(person);
        let terms = post_terms::Entity::find().filter(named).one(self.0.services.db.read()).await;
        let manages_posts = terms.unwrap().is_some();
        let account = Account { id, email, person: Some(person), grants, manages_posts };
        self.0.services.as_actor(Actor::Account(account))
    }

    /// Coverage of every competency by team, as at a day, as the contract writes it.
    pub async fn coverage(&self, day: &str) -> String {
        let ask = coverage::Ask {
            as_at: day.parse().unwrap(),
            scope: ScopeKind::Team,
            item: ItemKind::Competency,
            within: None,
            setting: None,
            care_level: None,
            group: None,
            include_bank: false,
        };
        let figures = coverage::read(&self.0.operator(), &ask).await.unwrap();
        let mut text = Vec::new();
        coverage::csv(&figures, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }
}

fn scope_of(grant: &entities::grant::Model) -> domain::policy::Scope {
    use domain::policy::Scope;
    let team = grant.team_id.map(Scope::Team);
    let organisation = grant.organisation_id.map(Scope::Organisation);
    let scope = team.or(organisation).or(grant.area_id.map(Scope::Area));
    scope.unwrap_or(Scope::Everywhere)
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
        evidence: Evidence::Simulation,
        note: "With the crisis team".to_owned(),
        attach_reflection: true,
    };
    judgements::ask(ctx, "RSK-1", asked, of).await
}

/// The sequence of the only request that waits for an assessor.
pub async fn the_request(assessor: &Ctx) -> i64 {
    let open = judgements::open_requests(assessor).await.unwrap();
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
