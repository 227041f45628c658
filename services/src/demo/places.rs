//! Areas, organisations and teams of the demonstration place.

use super::random::Random;
use super::staffing::TeamKind;
use domain::codes::{AreaKind, Sector, Sharing};

#[derive(Clone, Debug)]
pub(super) struct Area {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) kind: AreaKind,
    pub(super) parent: String,
}

#[derive(Clone, Debug)]
pub(super) struct Organisation {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) sector: Sector,
    pub(super) network: String,
    pub(super) sharing: Sharing,
}

/// How far a team has come with the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    Strong,
    Steady,
    Thin,
    HardlyStarted,
    /// Came as far as a steady one in a year, and then stopped: what runs out is not renewed.
    Faded,
}

#[derive(Clone, Debug)]
pub(super) struct Team {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) kind: TeamKind,
    pub(super) organisation: String,
    /// Blank where the organisation's network says it.
    pub(super) area: String,
    /// Which borough's worth of localities it belongs to.
    pub(super) borough: usize,
    /// Which of its four localities, where it serves one.
    pub(super) locality: Option<usize>,
    pub(super) strength: Strength,
    /// Its size among the others: the usual number of people, for practices very unlike.
    pub(super) weight: u32,
}

/// Everything but people.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    pub(super) areas: Vec<Area>,
    pub(super) organisations: Vec<Organisation>,
    pub(super) teams: Vec<Team>,
}

impl Team {
    pub(super) fn new(code: &str, name: &str, kind: TeamKind, random: &mut Random) -> Self {
        use {Strength as S, TeamKind as K};
        let usual = kind.profile().people;
        let weight = match kind {
            K::Practice | K::CareHome => usual * random.between(45, 155) as u32 / 100,
            _ => usual,
        };
        let strength = match kind {
            K::PrimaryCareMentalHealth | K::Liaison => S::Strong,
            K::CareHome => random.mostly(S::Thin, &[(S::Steady, 25), (S::HardlyStarted, 40)]),
            _ => {
                random.mostly(S::Steady, &[(S::Strong, 24), (S::Thin, 26), (S::HardlyStarted, 12)])
            }
        };
        let [code, name] = [code, name].map(str::to_owned);
        let (organisation, area) = (String::new(), String::new());
        Self { code, name, kind, organisation, area, borough: 0, locality: None, strength, weight }
    }

    pub(super) fn of(
        self,
        organisation: &str,
        area: &str,
        borough: usize,
        locality: Option<usize>,
    ) -> Self {
        let [organisation, area] = [organisation, area].map(str::to_owned);
        Self { organisation, area, borough, locality, ..self }
    }
}
