//! Who is always there: the eight who can sign in, and the psychiatrists with whom everything starts.

use domain::codes::GrantKind;

/// Somebody who can sign in to the demonstration, one for each kind of user.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role {
    pub(super) first: &'static str,
    pub(super) last: &'static str,
    /// What they are, as the list of sign-ins says it.
    pub(super) what: &'static str,
    /// Team, role and full-time equivalent in hundredths; missing for whoever works in none of the teams.
    pub(super) post: Option<(&'static str, &'static str, u32)>,
    /// Each with the code of its area or team; blank means everywhere.
    pub(super) grants: &'static [(GrantKind, &'static str)],
}

/// The domain of the addresses of those who can sign in.
pub(super) const DOMAIN: &str = "demo.example";

/// In this order they stand first among the people; those with a post before those without.
pub(super) const CAST: [Role; 8] = [
    Role {
        first: "Farzana",
        last: "Noor",
        what: "practice nurse: her own record",
        post: Some(("T-P01", "PN", 80)),
        grants: &[],
    },
    Role {
        first: "Denise",
        last: "Okoro",
        what: "practice manager: her practice's team",
        post: Some(("T-P01", "ADMIN", 100)),
        grants: &[(GrantKind::TeamManager, "T-P01")],
    },
    Role {
        first: "Grace",
        last: "Adomako",
        what: "mental health nurse of an integrated team: assessor in the North West",
        post: Some(("ICHT-NW", "ICMHN", 100)),
        grants: &[(GrantKind::Assessor, "TH-NW")],
    },
    Role {
        first: "Sanjay",
        last: "Merchant",
        what: "consultant psychiatrist: educator and assessor in the whole place",
        post: Some(("PCMHS", "CPSY", 100)),
        grants: &[(GrantKind::Educator, "TH"), (GrantKind::Assessor, "TH")],
    },
    Role {
        first: "Maureen",
        last: "Castell",
        what: "borough workforce lead, and community matron",
        post: Some(("ICHT-NE", "CMAT", 50)),
        grants: &[(GrantKind::WorkforceLead, "TH")],
    },
    Role {
        first: "Patricia",
        last: "Lindqvist",
        what: "director: approves returns",
        post: None,
        grants: &[(GrantKind::Approver, "TH")],
    },
    Role {
        first: "Tobias",
        last: "Quayle",
        what: "information governance officer",
        post: None,
        grants: &[(GrantKind::InformationGovernance, "")],
    },
    Role {
        first: "Yusra",
        last: "Hakimi",
        what: "administrator",
        post: None,
        grants: &[(GrantKind::Administrator, "")],
    },
];

/// The practice of the nurse and its manager.
pub(super) const PRACTICE: &str = "T-P01";

pub(super) const PRACTICE_NURSE: usize = 0;
pub(super) const MENTAL_HEALTH_NURSE: usize = 2;
pub(super) const PSYCHIATRIST: usize = 3;
pub(super) const WORKFORCE_LEAD: usize = 4;

/// Two more psychiatrists: with a third, each of the founding assessors is confirmed by another than the one they
/// confirm.
pub(super) const COLLEAGUES: [(&str, &str, &str); 2] =
    [("Ewa", "Brannigan", "LIAISON"), ("Obinna", "Tregarth", "PCMHS")];

/// How many people are always there: those of the cast who have a post, and the two colleagues.
pub(super) const ALWAYS_THERE: usize = 7;

/// The founding assessors; each is confirmed by the next.
pub(super) const FOUNDERS: [usize; 3] = [PSYCHIATRIST, 5, 6];

impl Role {
    pub(super) fn email(&self) -> String {
        format!("{}.{}@{DOMAIN}", self.first.to_lowercase(), self.last.to_lowercase())
    }
}
