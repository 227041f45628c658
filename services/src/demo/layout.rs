//! How the place is laid out: place, localities, networks, organisations and teams, as in Tower Hamlets, with invented
//! names.

use super::places::{Area, Organisation, Places, Strength, Team};
use super::practices;
use super::random::{Part, Random};
use super::staffing::TeamKind;
use domain::codes::{AreaKind, Sector, Sharing};

/// About how many people the borough has; for more, its four localities are there several times over, so that teams
/// keep a realistic size.
const BOROUGH: u32 = 3_000;
/// The localities, each with how many practices its two networks have: 36 in all.
const LOCALITIES: [(&str, &str, [usize; 2]); 4] = [
    ("NW", "North West", [5, 4]),
    ("SW", "South West", [4, 4]),
    ("NE", "North East", [5, 5]),
    ("SE", "South East", [5, 4]),
];
const CARE_HOMES: usize = 7;
/// The network whose practices stopped: its figures are lower than they were, and a lead asks why.
const FADED: usize = 5;

pub(super) const PLACE: &str = "TH";
/// With what the codes of the integrated teams begin.
pub(super) const INTEGRATED: &str = "ICHT";
const MENTAL_HEALTH_TRUST: &str = "DEMO-MHT";
const COMMUNITY_PROVIDER: &str = "DEMO-CHP";
const VOLUNTARY: &str = "DEMO-CVS";
const COUNCIL: &str = "DEMO-LA";
const HOUSING: &str = "DEMO-HA";
const POLICE: &str = "DEMO-POL";

impl Places {
    pub(super) fn new(staff: u32, seed: u64) -> Self {
        let mut places = Self::default();
        let mut random = Random::new(seed, Part::Places);
        places.area(PLACE, "Tower Hamlets (demonstration)", AreaKind::Place, "");
        places.partners();
        for borough in 0..((staff + BOROUGH / 2) / BOROUGH).max(1) as usize {
            for locality in 0..LOCALITIES.len() {
                places.locality(borough, locality, &mut random);
            }
            places.central(borough, &mut random);
        }
        places
    }

    fn area(&mut self, code: &str, name: &str, kind: AreaKind, parent: &str) {
        let [code, name, parent] = [code, name, parent].map(str::to_owned);
        self.areas.push(Area { code, name, kind, parent });
    }

    fn organisation(&mut self, code: &str, name: &str, sector: Sector, sharing: Sharing) {
        let [code, name, network] = [code, name, ""].map(str::to_owned);
        self.organisations.push(Organisation { code, name, sector, network, sharing });
    }

    fn partners(&mut self) {
        use {Sector as S, Sharing as P};
        let mut add = |code, name, sector, sharing| self.organisation(code, name, sector, sharing);
        add(MENTAL_HEALTH_TRUST, "Eastwater mental health trust", S::NhsTrust, P::People);
        add(COMMUNITY_PROVIDER, "Reedbank community health", S::CommunityProvider, P::People);
        add(VOLUNTARY, "Council for voluntary service", S::Voluntary, P::People);
        add(COUNCIL, "The borough council", S::LocalAuthority, P::Figures);
        add(HOUSING, "Teasel Row Homes", S::Housing, P::Figures);
        add(POLICE, "Borough police", S::Police, P::Figures);
        add("DEMO-CCG", "Borough commissioning group", S::Commissioner, P::Figures);
        add("DEMO-GPF", "GP care federation", S::GpFederation, P::Figures);
    }

    fn locality(&mut self, borough: usize, at: usize, random: &mut Random) {
        let Some((short, long, networks)) = LOCALITIES.get(at) else { return };
        let (short, long) = (numbered(short, "", borough), numbered(long, " ", borough));
        let area = format!("{PLACE}-{short}");
        self.area(&area, &long, AreaKind::Locality, PLACE);
        for (nth, practices) in networks.iter().enumerate() {
            let number = borough * 8 + at * 2 + nth + 1;
            self.area(
                &format!("N{number}"),
                &format!("Network {number}"),
                AreaKind::Network,
                &area,
            );
            for _ in 0..*practices {
                self.practice(number, borough, at, random);
            }
        }
        let mut add = |prefix: &str, name: &str, kind, organisation: &str| {
            let team =
                Team::new(&format!("{prefix}-{short}"), &format!("{long} {name}"), kind, random);
            self.teams.push(team.of(organisation, &area, borough, Some(at)));
        };
        add(
            INTEGRATED,
            "integrated community health team",
            TeamKind::Integrated,
            COMMUNITY_PROVIDER,
        );
        add("HUB", "wellbeing hub", TeamKind::Hub, VOLUNTARY);
        add("ASC", "social work team", TeamKind::SocialWork, COUNCIL);
    }

    fn practice(&mut self, network: usize, borough: usize, locality: usize, random: &mut Random) {
        let nth = self.organisations.iter().filter(|o| o.sector == Sector::GpPractice).count();
        let (number, name) = (format!("P{:02}", nth + 1), practices::practice(nth));
        let sharing = match nth % 36 {
            11 | 28 => Sharing::None,
            0 | 5 | 9 | 16 | 21 | 26 | 33 => Sharing::People,
            _ => Sharing::Figures,
        };
        self.organisation(&format!("DEMO-{number}"), &name, Sector::GpPractice, sharing);
        if let Some(practice) = self.organisations.last_mut() {
            practice.network = format!("N{network}");
        }
        let mut team = Team::new(&format!("T-{number}"), &name, TeamKind::Practice, random);
        if nth == 0 {
            // The practice of the cast: neither a model nor empty.
            team.strength = Strength::Steady;
        }
        if network == FADED {
            team.strength = Strength::Faded;
        }
        self.teams.push(team.of(&format!("DEMO-{number}"), "", borough, Some(locality)));
    }

    fn central(&mut self, borough: usize, random: &mut Random) {
        let mut add = |code: &str, name: &str, kind, organisation: &str| {
            let (code, name) = (numbered(code, "-", borough), numbered(name, " ", borough));
            let team = Team::new(&code, &name, kind, random);
            self.teams.push(team.of(organisation, PLACE, borough, None));
        };
        let kind = TeamKind::PrimaryCareMentalHealth;
        add("PCMHS", "Primary care mental health service", kind, MENTAL_HEALTH_TRUST);
        add("LIAISON", "Liaison psychiatry", TeamKind::Liaison, MENTAL_HEALTH_TRUST);
        add("HOUSING", "Housing support team", TeamKind::Housing, HOUSING);
        add("POLICE", "Police and mental health partnership", TeamKind::Police, POLICE);
        for nth in borough * CARE_HOMES..(borough + 1) * CARE_HOMES {
            let (number, name) = (format!("C{:02}", nth + 1), practices::care_home(nth));
            let code = format!("DEMO-{number}");
            self.organisation(&code, &name, Sector::CareHome, Sharing::Figures);
            let team = Team::new(&format!("T-{number}"), &name, TeamKind::CareHome, random);
            self.teams.push(team.of(&code, PLACE, borough, None));
        }
    }
}

/// A name for each borough's worth: as it is, then with 2, 3 and so on.
fn numbered(name: &str, between: &str, borough: usize) -> String {
    if borough == 0 { name.to_owned() } else { format!("{name}{between}{}", borough + 1) }
}
