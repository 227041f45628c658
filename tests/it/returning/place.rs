//! A place with two practices, large enough that figures are published; and who has a hand in its return.

use crate::small::bring;
use domain::codes::GrantKind::{self, Approver, WorkforceLead};
use domain::imports::Kind;
use domain::refusal::Refusal;
use domain::returns::ReturnId;
use domain::returns::checks::{Note, Severity};
use services::returns::{self, File};
use services::{Ctx, Error, Services, accounts, grants};
use tests::Installation;

/// The reference date, some weeks before the installation's day.
pub const ON: &str = "2026-09-30";
pub const TODAY: &str = "2026-11-02";

const FILES: [(Kind, &str); 6] = [
    (
        Kind::Areas,
        "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\nN2,Network 2,network,TH\n",
    ),
    (
        Kind::Organisations,
        "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\nP2,Practice 2,gp_practice,N2\n\
         MH,Mental health trust,nhs_trust,N1\n",
    ),
    (
        Kind::Teams,
        "code,name,setting,organisation_code,mental_health_input\nT1,Practice 1 team,primary_care,P1,link_worker\n\
         T2,Practice 2 team,primary_care,P2,none\nM1,Community team,mental_health,MH,none\n",
    ),
    (
        Kind::Framework,
        "code,domain_code,title,statement,strand,refresh_months\n\
         RSK-1,RSK,Ask about risk,Asks openly about self-harm,mental_health,24\n",
    ),
    (
        Kind::Roles,
        "code,title,setting,esr_staff_group,mental_health_professional\n\
         PN,Practice nurse,primary_care,Nursing,no\nMHN,Mental health nurse,mental_health,Nursing,yes\n",
    ),
    (Kind::Requirements, "role_code,competency_code,required_level,critical\nPN,RSK-1,2,yes\n"),
];

const STAFF: &str =
    "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n";

/// 48 nurses in the first practice, of whom 33 meet what is asked; 60 in the second, of whom 45 do; and a mental health nurse.
pub async fn place() -> Installation {
    let esteem = Installation::on(TODAY).await;
    for (kind, text) in FILES {
        bring(&esteem, kind, text).await;
    }
    let nurse = |team: &'static str| {
        move |n: u32| format!("{team}-{n},Nurse,Number {n},{team},PN,1.00,{team}-{n},2024-01-01\n")
    };
    let first: String = (1..=48).map(nurse("T1")).collect();
    let second: String = (1..=60).map(nurse("T2")).collect();
    let cara = "M1-1,Cara,Miah,M1,MHN,1.00,M1-1,2024-01-01\n";
    bring(&esteem, Kind::Staff, &format!("{STAFF}{first}{second}{cara}")).await;
    confirm(&esteem, "T1", 1..=33).await;
    confirm(&esteem, "T2", 1..=45).await;
    esteem
}

/// Nurses of a team are confirmed before the reference date; told by a file, and so perhaps late.
pub async fn confirm(esteem: &Installation, team: &str, numbers: std::ops::RangeInclusive<u32>) {
    let line = |n: u32| format!("{team}-{n},RSK-1,confirmed,2026-09-01,2,observation\n");
    let lines: String = numbers.map(line).collect();
    let head = "employee_number,competency_code,kind,made_on,level,evidence\n";
    bring(esteem, Kind::Judgements, &format!("{head}{lines}")).await;
}

/// The same process without its papers: what is tried here does not take the time to draw them.
pub fn plain(esteem: &Installation) -> Services {
    Services { papers: None, ..esteem.services.clone() }
}

/// Somebody with an account and grants, each with the code of its place.
pub async fn somebody(esteem: &Installation, email: &str, held: &[(GrantKind, &str)]) -> Ctx {
    let operator = esteem.operator();
    let account = accounts::add(&operator, email, None).await.expect("an account");
    for (kind, code) in held {
        let place = grants::find_place(&operator, Some(*code)).await.expect("a place");
        grants::give(&operator, account, *kind, place).await.expect("a grant");
    }
    let actor = accounts::actor_with(&operator, email).await.expect("an account");
    plain(esteem).as_actor(actor)
}

/// Who has a hand in the return: two leads of the place, and an approver.
pub struct Hands {
    pub lena: Ctx,
    pub omar: Ctx,
    pub ada: Ctx,
}

pub async fn hands(esteem: &Installation) -> Hands {
    Hands {
        lena: somebody(esteem, "lena@staff.example", &[(WorkforceLead, "TH")]).await,
        omar: somebody(esteem, "omar@staff.example", &[(WorkforceLead, "TH")]).await,
        ada: somebody(esteem, "ada@staff.example", &[(Approver, "TH")]).await,
    }
}

pub async fn prepare(ctx: &Ctx) -> ReturnId {
    prepare_of(ctx, ON).await
}

pub async fn prepare_of(ctx: &Ctx, on: &str) -> ReturnId {
    returns::prepare(ctx, "TH", on.parse().expect("a day")).await.expect("a return")
}

pub async fn digest(ctx: &Ctx, id: &ReturnId) -> String {
    returns::one(ctx, id, 1).await.expect("a return that one may read").digest
}

/// A note for each thing that needs one.
pub async fn notes(ctx: &Ctx, id: &ReturnId) -> Vec<Note> {
    let page = returns::one(ctx, id, 1).await.expect("a return that one may read");
    let concerns = page.concerns.into_iter().map(|noted| noted.concern);
    let to_say = concerns.filter(|concern| concern.severity == Severity::SayWhy);
    to_say
        .map(|concern| Note {
            check: concern.check,
            subject: concern.subject,
            words: "It came in a file".to_owned(),
        })
        .collect()
}

pub async fn check(ctx: &Ctx, id: &ReturnId) {
    let (digest, notes) = (digest(ctx, id).await, notes(ctx, id).await);
    returns::check(ctx, id, &digest, notes).await.expect("it is checked");
}

pub async fn approve(ctx: &Ctx, id: &ReturnId) {
    returns::approve(ctx, id, &digest(ctx, id).await).await.expect("it is approved");
}

impl Hands {
    /// Checked by the second lead, approved, and submitted by the first.
    pub async fn submit(&self, id: &ReturnId) {
        check(&self.omar, id).await;
        approve(&self.ada, id).await;
        let digest = digest(&self.lena, id).await;
        returns::submit(&self.lena, id, &digest).await.expect("it is submitted");
    }
}

pub async fn files(ctx: &Ctx, id: &ReturnId) -> Vec<File> {
    returns::files(ctx, id).await.expect("its files")
}

/// The files that count in the digest.
pub async fn counted(ctx: &Ctx, id: &ReturnId) -> Vec<File> {
    let files = files(ctx, id).await.into_iter();
    files.filter(|file| file.name != "submission.json").collect()
}

pub async fn text(ctx: &Ctx, id: &ReturnId, name: &str) -> String {
    let file = returns::file(ctx, id, name).await.expect("the file");
    String::from_utf8(file.content).expect("a text")
}

/// The stable code of a refusal by a rule, or what else it was.
pub fn code<T: std::fmt::Debug>(result: services::Result<T>) -> String {
    match result {
        Err(Error::Refused(Refusal::Rule { code, .. })) => code,
        Err(Error::Refused(Refusal::NotFound(_))) => "not_found".to_owned(),
        Err(Error::Refused(Refusal::SignInFirst)) => "sign_in".to_owned(),
        Err(Error::Refused(Refusal::Fields(errors))) => {
            let fields = errors.0.into_iter().map(|error| error.field);
            format!("beside {}", fields.collect::<Vec<_>>().join(" "))
        }
        other => format!("{other:?}"),
    }
}
