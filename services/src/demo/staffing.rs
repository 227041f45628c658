//! What each kind of team looks like: its setting, its usual size, and who works in it.

use super::random::Random;
use domain::codes::{CareLevel, CareSetting, InputKind, PostCategory};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TeamKind {
    Practice,
    Integrated,
    PrimaryCareMentalHealth,
    Liaison,
    Hub,
    SocialWork,
    Housing,
    Police,
    CareHome,
}

pub(super) struct Profile {
    pub(super) setting: CareSetting,
    pub(super) care_level: CareLevel,
    pub(super) input: InputKind,
    pub(super) sessions_due: u32,
    /// How many people such a team usually has.
    pub(super) people: u32,
    /// Who is there however small the team is, in this order.
    pub(super) first: &'static [&'static str],
    /// Most of the others.
    pub(super) usual: &'static str,
    /// The rest, by role and share in a hundred. Practices follow the national general practice workforce: half
    /// administration, a quarter doctors, then nurses and direct patient care.
    pub(super) others: &'static [(&'static str, u32)],
}

impl TeamKind {
    #[rustfmt::skip] // a table
    pub(super) const fn profile(self) -> Profile {
        use {CareLevel as L, CareSetting as S, InputKind as I};
        let (setting, care_level, input, sessions_due, people) = match self {
            Self::Practice => (S::PrimaryCare, L::OngoingNeeds, I::LinkWorker, 3, 32),
            Self::Integrated => (S::IntegratedTeam, L::ComplexNeeds, I::Embedded, 3, 170),
            Self::PrimaryCareMentalHealth => (S::MentalHealth, L::OngoingNeeds, I::Embedded, 0, 150),
            Self::Liaison => (S::UrgentCare, L::UrgentCare, I::Embedded, 0, 80),
            Self::Hub => (S::Wellbeing, L::WholePopulation, I::None, 1, 40),
            Self::SocialWork => (S::Community, L::ComplexNeeds, I::ConsultationLiaison, 1, 65),
            Self::Housing => (S::Community, L::WholePopulation, I::None, 1, 70),
            Self::Police => (S::Police, L::UrgentCare, I::Embedded, 1, 14),
            Self::CareHome => (S::CareHome, L::ComplexNeeds, I::ConsultationLiaison, 1, 60),
        };
        let (usual, others) = self.others();
        Profile { setting, care_level, input, sessions_due, people, first: self.first(), usual, others }
    }

    const fn first(self) -> &'static [&'static str] {
        match self {
            Self::Practice => &["ADMIN", "GPMHL", "PN", "GP", "HCA"],
            Self::Integrated => &["CMAT", "ICMHN", "DN", "SW"],
            Self::PrimaryCareMentalHealth => &["PCMHN", "PSYL"],
            Self::Liaison => &["PCMHN"],
            Self::Hub => &["WBC"],
            Self::SocialWork => &["SW"],
            Self::Housing => &["SSW"],
            Self::Police => &["SW", "PCMHN"],
            Self::CareHome => &["CHS"],
        }
    }

    #[rustfmt::skip] // a table
    const fn others(self) -> (&'static str, &'static [(&'static str, u32)]) {
        match self {
            Self::Practice => ("ADMIN", &[
                ("GP", 24), ("PN", 9), ("HCA", 6), ("CPH", 5), ("ANP", 4), ("SPLW", 4), ("PA", 3),
            ]),
            Self::Integrated => ("DN", &[
                ("CAHP", 22), ("SW", 8), ("SSW", 7), ("ICMHN", 7), ("ADMIN", 6), ("CMAT", 5), ("WBC", 4), ("IPH", 3),
            ]),
            Self::PrimaryCareMentalHealth => ("PCMHN", &[
                ("PSYL", 14), ("MHOT", 12), ("ADMIN", 12), ("PSW", 9), ("CPSY", 5),
            ]),
            Self::Liaison => ("PCMHN", &[("CPSY", 12), ("ADMIN", 10), ("PSYL", 6), ("MHOT", 6), ("SW", 4)]),
            Self::Hub => ("WBC", &[("SSW", 20), ("PSW", 10), ("ADMIN", 10)]),
            Self::SocialWork => ("SW", &[("SSW", 22), ("ADMIN", 8)]),
            Self::Housing => ("SSW", &[("WBC", 20), ("ADMIN", 10)]),
            Self::Police => ("SW", &[("PCMHN", 35), ("SSW", 20)]),
            Self::CareHome => ("CHS", &[("ADMIN", 8)]),
        }
    }
}

/// A typical full-time equivalent in hundredths: general practice is mostly part time.
pub(super) fn fte(role: &str, random: &mut Random) -> u32 {
    match role {
        "GP" | "GPMHL" => random.mostly(75, &[(100, 20), (88, 10), (63, 25), (50, 20)]),
        "ADMIN" | "HCA" | "PN" => random.mostly(100, &[(80, 25), (60, 25), (50, 15)]),
        _ => random.mostly(100, &[(80, 18), (60, 14), (40, 4)]),
    }
}

/// On what terms somebody of a role works.
pub(super) fn category(role: &str, random: &mut Random) -> PostCategory {
    use PostCategory as C;
    let exceptions: &[(PostCategory, u32)] = match role {
        "GP" => &[(C::Partner, 45), (C::Trainee, 12), (C::Locum, 8)],
        "GPMHL" => &[(C::Partner, 70)],
        "WBC" | "PSW" => &[(C::FixedTerm, 12), (C::Volunteer, 10), (C::Bank, 3)],
        "DN" | "CHS" | "HCA" | "PCMHN" => &[(C::FixedTerm, 6), (C::Bank, 8)],
        _ => &[(C::FixedTerm, 6), (C::Bank, 2), (C::Honorary, 1)],
    };
    random.mostly(C::Permanent, exceptions)
}

/// The Agenda for Change band that goes with a role in the National Health Service; blank elsewhere.
pub(super) const fn band(kind: TeamKind, role: &str) -> &'static str {
    if !matches!(kind, TeamKind::Integrated | TeamKind::PrimaryCareMentalHealth | TeamKind::Liaison)
    {
        return "";
    }
    match role.as_bytes() {
        b"ICMHN" | b"CMAT" | b"IPH" => "Band 7",
        b"PCMHN" | b"MHOT" | b"CAHP" => "Band 6",
        b"PSYL" => "Band 8a",
        b"DN" => "Band 5",
        b"PSW" | b"WBC" => "Band 4",
        b"ADMIN" | b"SSW" => "Band 3",
        _ => "",
    }
}
