//! Whose records they are and who tries, in a place where each of them has something to confirm.

use crate::small::bring;
use crate::travelling::fingerprint;
use domain::codes::GrantKind::{self, Administrator, Assessor, InformationGovernance};
use domain::codes::GrantKind::{TeamManager, WorkforceLead};
use domain::codes::Sharing;
use domain::grants::NewGrant;
use domain::ids::PersonId;
use domain::imports::Kind;
use domain::issuers::AddIssuer;
use domain::requirements::CompetencyIndex;
use domain::standing::Standing;
use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeMap;
use std::fmt::Write;
use tests::{Installation, Page, User};
use uuid::Uuid;

const TODAY: &str = "2026-11-02";

/// Whose record it is: employee number, column, team.
pub const SUBJECTS: [(&str, &str, &str); 6] = [
    ("S1", "in scope", "T1"),
    ("S2", "shares figures", "T3"),
    ("S3", "shares nothing", "T4"),
    ("S4", "away", "T1"),
    ("S5", "left", "T1"),
    ("S6", "another area", "T2"),
];

/// What somebody is, and the grants that make them it.
pub type Actor = (&'static str, &'static str, &'static [(GrantKind, &'static str)]);

/// Who tries: employee number, what they are, what they were granted. Without a number, an account without a record.
pub const ACTORS: [Actor; 16] = [
    ("A01", "colleague", &[]),
    ("A02", "line manager", &[]),
    ("A03", "team manager", &[(TeamManager, "P1")]),
    ("A04", "assessor", &[(Assessor, "N1")]),
    ("A05", "assessor, 90 days past due", &[(Assessor, "N1")]),
    ("A06", "assessor, 91 days past due", &[(Assessor, "N1")]),
    ("A07", "assessor holding 3", &[(Assessor, "N1")]),
    ("A08", "assessor elsewhere", &[(Assessor, "N2")]),
    ("A09", "assessor of the practice", &[(Assessor, "P1")]),
    ("A10", "founding assessor", &[]),
    ("A11", "workforce lead", &[(WorkforceLead, "N1")]),
    ("A12", "workforce lead elsewhere", &[(WorkforceLead, "N2")]),
    ("", "assessor without a record", &[(Assessor, "N1")]),
    ("", "lead without a record", &[(WorkforceLead, "N1")]),
    ("A14", "administrator", &[(Administrator, "")]),
    ("A15", "information governance", &[(InformationGovernance, "")]),
];

const PLACES: [(Kind, &str); 6] = [
    (
        Kind::Areas,
        "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\nN2,Network 2,network,TH\n",
    ),
    (
        Kind::Organisations,
        "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\nP2,Practice 2,gp_practice,N2\n\
         P3,Practice 3,gp_practice,N1\nP4,Practice 4,gp_practice,N1\n",
    ),
    (
        Kind::Teams,
        "code,name,setting,organisation_code\nT1,Team 1,primary_care,P1\nT2,Team 2,primary_care,P2\n\
         T3,Team 3,primary_care,P3\nT4,Team 4,primary_care,P4\n",
    ),
    (
        Kind::Framework,
        "code,domain_code,title,statement,strand,refresh_months,rare_event\n\
         REQ-1,REQ,Request,Asks,mental_health,12,no\nOBS-1,OBS,Observe,Sees,mental_health,12,no\n\
         CSN-1,CSN,Countersign,Signs,mental_health,12,no\nREC-1,REC,Recognise,Grants,mental_health,12,no\n\
         REV-1,REV,Revoke,Ends,mental_health,12,no\nASK-1,ASK,Ask,Asks for others,mental_health,12,no\n",
    ),
    (
        Kind::Roles,
        "code,title,setting,esr_staff_group,mental_health_professional\n\
         PN,Practice nurse,primary_care,Nursing and Midwifery Registered,no\n",
    ),
    (
        Kind::Requirements,
        "role_code,competency_code,required_level,necessity,critical\nPN,REQ-1,2,core,no\nPN,OBS-1,2,core,no\n\
         PN,CSN-1,2,core,no\nPN,REC-1,2,core,no\nPN,REV-1,2,core,no\nPN,ASK-1,2,core,no\n",
    ),
];

pub struct Place {
    esteem: Installation,
    /// By what they are; the subjects and the first signer by their number.
    pub users: BTreeMap<&'static str, User>,
    pub people: BTreeMap<&'static str, PersonId>,
    /// The records that everybody brought from elsewhere.
    pub records: BTreeMap<&'static str, String>,
    /// Counts imported confirmations, so that no line is like another.
    taken: usize,
}

fn email(number: &str) -> String {
    format!("{}@staff.example", number.to_lowercase())
}

/// Everybody's posts: all are managed by the line manager.
fn staff() -> String {
    let mut text = "employee_number,first_name,last_name,work_email,team_code,role_code,fte,assignment_number,\
                    assignment_status,start_date,leaving_date,line_manager_employee_number\n"
        .to_owned();
    let mut add = |number: &str, team: &str, status: &str, leaving: &str| {
        let manager = if number == "A02" { "" } else { "A02" };
        let email = email(number);
        let _ = writeln!(
            text,
            "{number},First,Last{number},{email},{team},PN,1.00,X{number},{status},2024-01-01,{leaving},{manager}"
        );
    };
    for (number, _, team) in SUBJECTS {
        let (status, leaving) = match number {
            "S4" => ("away", ""),
            "S5" => ("active", "2026-10-31"),
            _ => ("active", ""),
        };
        add(number, team, status, leaving);
    }
    for (number, ..) in ACTORS.into_iter().filter(|(number, ..)| !number.is_empty()) {
        add(number, if number == "A08" || number == "A12" { "T2" } else { "T1" }, "active", "");
    }
    add("SIGN", "T1", "active", "");
    text
}

/// Who holds what: assessors level 4, each as long ago as their name says; the first signer, confirmed by everybody in
/// what is countersigned.
fn held() -> String {
    let mut text =
        "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n"
            .to_owned();
    let holders = [
        ("A04", "2026-01-05", 4),
        // Due on 4 August 2026, 90 days before today, and on the day before.
        ("A05", "2025-08-04", 4),
        ("A06", "2025-08-03", 4),
        ("A07", "2026-01-05", 3),
        ("A08", "2026-01-05", 4),
        ("A09", "2026-01-05", 4),
        ("SIGN", "2026-01-05", 4),
    ];
    for (number, on, level) in holders {
        for code in ["REQ-1", "OBS-1", "CSN-1"] {
            let _ = writeln!(text, "{number},{code},confirmed,{on},{level},,observation");
        }
    }
    let subjects = SUBJECTS.iter().map(|(number, ..)| *number);
    for by in subjects.chain(ACTORS.iter().map(|(number, ..)| *number).filter(|n| !n.is_empty())) {
        let _ = writeln!(text, "SIGN,CSN-1,confirmed,2026-02-05,4,{by},observation");
    }
    text
}

/// The place without anybody signed in.
async fn furnished() -> Installation {
    let esteem = Installation::on(TODAY).await;
    for (kind, text) in PLACES {
        bring(&esteem, kind, text).await;
    }
    bring(&esteem, Kind::Staff, &staff()).await;
    bring(&esteem, Kind::Judgements, &held()).await;
    let operator = esteem.operator();
    for (code, level) in [("P1", Sharing::People), ("P2", Sharing::People), ("P4", Sharing::None)] {
        let level = domain::sharing::SetSharing { level, from: operator.today };
        services::sharing::set(&operator, code, level).await.expect("a sharing level");
    }
    esteem
}

pub async fn place() -> Place {
    let esteem = furnished().await;
    let mut users = BTreeMap::new();
    for (number, ..) in SUBJECTS {
        users.insert(number, esteem.somebody(&email(number), &[]).await);
    }
    users.insert("SIGN", esteem.somebody(&email("SIGN"), &[(Assessor, "TH")]).await);
    for (number, what, grants) in ACTORS {
        let address =
            if number.is_empty() { email(&what.replace(' ', "-")) } else { email(number) };
        users.insert(what, esteem.somebody(&address, grants).await);
    }
    found(&esteem).await;
    let people = people(&esteem).await;
    let records = BTreeMap::new();
    let mut place = Place { esteem, users, people, records, taken: 0 };
    place.bring_records().await;
    place
}

/// Everybody by number, but for whoever has no record of their own.
fn numbers() -> impl Iterator<Item = &'static str> {
    let actors = ACTORS.iter().map(|(number, ..)| *number).filter(|number| !number.is_empty());
    SUBJECTS.iter().map(|(number, ..)| *number).chain(actors)
}

/// The founding assessor may confirm three competencies up to level 3 without holding them.
async fn found(esteem: &Installation) {
    let operator = esteem.operator();
    let codes = ["REQ-1", "OBS-1", "CSN-1"].map(str::to_owned);
    let new = NewGrant::parse_founding("N1", "3", &codes, "", operator.today).expect("a grant");
    let account = services::accounts::add(&operator, &email("A10"), None).await.expect("hers");
    services::grants::give_new(&operator, account, &new).await.expect("given");
}

/// Everybody by number, as their last name tells it.
async fn people(esteem: &Installation) -> BTreeMap<&'static str, PersonId> {
    let facts = esteem.operator().facts().await.expect("facts");
    let of = |number: &str| {
        let named = |p: &&domain::coverage::Person| p.last_name == format!("Last{number}");
        facts.people.iter().find(named).expect("a person").id
    };
    numbers().map(|number| (number, of(number))).collect()
}

impl Place {
    /// Everybody brings a record from a place like this one, whose key is trusted here.
    async fn bring_records(&mut self) {
        let there = furnished().await;
        let lines: String =
            numbers().map(|number| format!("{number},REQ-1,confirmed,2026-01-06,2\n")).collect();
        let text = format!("employee_number,competency_code,kind,made_on,level\n{lines}");
        bring(&there, Kind::Judgements, &text).await;
        for number in numbers() {
            let mut user = there.somebody(&email(number), &[]).await;
            let file = user.post("/my/passport/issue", &[]).await.html;
            if self.records.is_empty() {
                let added = AddIssuer::parse("There", "https://t.example", &fingerprint(&file));
                let added = added.expect("an issuer");
                services::issuers::add(&self.esteem.operator(), added).await.expect("trusted");
            }
            let list =
                self.user(number).upload("/my/record/upload", &[], ("passport.json", &file)).await;
            assert!(list.says("Waits for an assessor"), "{number}: {}", list.words());
            let id = self.newest_record().await;
            self.records.insert(number, id);
        }
    }

    /// Their ids rise, and no page tells them to their owner.
    async fn newest_record(&self) -> String {
        let db = self.esteem.services.db.read();
        let asked = "SELECT id FROM brought_record ORDER BY id DESC LIMIT 1";
        let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), asked)).await;
        let id: Uuid = row.expect("an answer").expect("a record").try_get("", "id").expect("an id");
        id.to_string()
    }

    /// Every record waits again for the next who tries.
    pub async fn nothing_is_declined(&self) {
        let db = self.esteem.services.db.read();
        db.execute_unprepared("DELETE FROM declined_record").await.expect("none declined");
    }

    async fn standing(&self, subject: &str, code: &str) -> Standing {
        let facts = self.esteem.operator().facts().await.expect("facts");
        let at = facts.competencies.iter().position(|c| c.code == code).expect("a competency");
        let person = facts.person(self.people[subject]).expect("a person");
        let today = TODAY.parse().expect("a date");
        person.standing_in(at as CompetencyIndex, &facts.competencies[at], today)
    }

    /// The subject by number, or by what they are where they are an actor.
    fn user(&mut self, number: &str) -> &mut User {
        let what =
            ACTORS.iter().find(|(known, ..)| *known == number).map_or(number, |(_, what, _)| what);
        self.users.get_mut(what).expect("somebody")
    }

    pub async fn post(&mut self, by: &str, function: &str, fields: &[(&str, &str)]) -> Page {
        let written: Vec<(String, String)> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let user = self.users.get_mut(by).expect("an actor");
        user.post(&format!("/api/{function}"), &written).await
    }

    /// The sequence of the subject's open request, made anew where it was answered; 0 where none can be made.
    pub async fn request(&mut self, subject: &str, code: &str) -> i64 {
        if self.standing(subject, code).await.requested.is_none() {
            let asked = [
                ("code", code),
                ("level", "2"),
                ("evidence", "observation"),
                ("note", "On the ward"),
                ("of", ""),
                ("attach_reflection", ""),
            ];
            let written: Vec<(String, String)> =
                asked.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
            self.user(subject).post("/api/ask_for_confirmation", &written).await;
        }
        self.standing(subject, code).await.requested.map_or(0, |request| request.sequence)
    }

    /// Takes back what somebody asked for the subject.
    pub async fn nothing_waits(&mut self, subject: &str, code: &str) {
        if self.standing(subject, code).await.requested.is_some() {
            let fields = [("code".to_owned(), code.to_owned())];
            self.user(subject).post("/api/withdraw_request", &fields).await;
        }
    }

    /// The sequence of a first signature about the subject, made anew where it was joined.
    pub async fn signature(&mut self, subject: &str, code: &str) -> i64 {
        if self.standing(subject, code).await.signed.is_none() {
            let request = self.request(subject, code).await.to_string();
            let confirm = [
                ("sequence", &*request),
                ("level", "2"),
                ("evidence[]", "observation"),
                ("made_on", ""),
                ("note", ""),
            ];
            self.post("SIGN", "confirm_level", &confirm).await;
        }
        self.standing(subject, code).await.signed.map_or(0, |signed| signed.sequence)
    }

    /// Something that can be revoked.
    pub async fn confirmed(&mut self, subject: &str, code: &str) {
        let held = self.standing(subject, code).await.confirmed;
        if matches!(held, domain::standing::Confirmed::At { .. }) {
            return;
        }
        self.taken += 1;
        let line = format!(
            "employee_number,competency_code,kind,made_on,level,note\n{subject},{code},confirmed,{TODAY},2,{}\n",
            self.taken
        );
        bring(&self.esteem, Kind::Judgements, &line).await;
    }
}
