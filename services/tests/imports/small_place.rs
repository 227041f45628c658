//! A place small enough to see at once: one network, two practices, a handful of people.

use crate::ground::{Ground, ground};
use services::imports::Kind;

pub const AREAS: &str = "\
code,name,kind,parent_code
TH,Tower Hamlets,place,
TH-NW,North West,locality,TH
N1,Network 1,network,TH-NW
N2,Network 2,network,TH-NW
";

pub const ORGANISATIONS: &str = "\
code,name,sector,network_code,network_from,network_to
P1,Practice 1,gp_practice,N1,,
P2,Practice 2,gp_practice,N2,,
";

pub const TEAMS: &str = "\
code,name,setting,organisation_code,area_code,care_level,mental_health_input,opened_on
T1,Practice 1 team,primary_care,P1,,ongoing_needs,link_worker,2010-04-01
T2,Practice 2 team,primary_care,P2,,,none,2010-04-01
";

pub const ROLES: &str = "\
code,title,setting,profession,gpw_staff_group,esr_staff_group,mental_health_professional
GP,General practitioner,primary_care,General practitioner,GP,Medical and Dental,no
PN,Practice nurse,primary_care,,Nurses,Nursing and Midwifery Registered,no
";

pub const FRAMEWORK: &str = "\
code,domain_code,title,statement,strand,refresh_months,rare_event
RSK-1,RSK,Ask about risk,Asks openly about suicide and self-harm,mental_health,24,no
EMG-1,EMG,Act in an emergency,Knows whom to call and stays,mental_health,12,yes
";

pub const STAFF: &str = "\
employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,work_email
E1,Ada,Khan,T1,GP,0.80,A1,2020-01-06,ada.khan@staff.example
E2,Ben,Okoro,T1,PN,1.00,A2,2021-03-01,ben.okoro@staff.example
E3,Cara,Miah,T2,PN,0.60,A3,2019-09-02,
";

/// A database that holds the small place.
pub async fn small_place() -> Ground {
    let ground = ground().await;
    ground.bring(Kind::Areas, AREAS).await;
    ground.bring(Kind::Organisations, ORGANISATIONS).await;
    ground.bring(Kind::Teams, TEAMS).await;
    ground.bring(Kind::Roles, ROLES).await;
    ground.bring(Kind::Framework, FRAMEWORK).await;
    ground.bring(Kind::Staff, STAFF).await;
    ground
}

/// Expects exactly these faults, each by how it begins.
pub fn expect(found: &[String], beginnings: &[&str]) {
    let all = found.len() == beginnings.len()
        && found.iter().zip(beginnings).all(|(found, beginning)| found.starts_with(beginning));
    assert!(all, "expected {beginnings:#?}, found {found:#?}");
}
