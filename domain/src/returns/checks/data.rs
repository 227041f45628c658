//! What the data gets wrong that figures are made from: told by team, because a return names nobody.

use super::{Check, Concern, Severity};
use crate::codes::GrantKind;
use crate::coverage::{Facts, Person};
use crate::figures::counted;
use crate::organisations::{AreaIndex, OrganisationIndex, Places, Team, TeamIndex};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Copy, Default)]
struct Faults {
    no_role: usize,
    backwards: usize,
    ahead: usize,
}

/// Posts without a role, teams without an area, impossible dates: those of the place as at the day, and teams in no area that could be of the
/// place by their organisation. Of others a lead of the place hears nothing: they are an administrator's. A judgement of a day after `today`
/// cannot have been made.
pub fn in_data(
    facts: &Facts,
    place: AreaIndex,
    (day, today): (NaiveDate, NaiveDate),
) -> Vec<Concern> {
    let mut concerns = teams(facts, place, day);
    let is_here = |team: TeamIndex| {
        let team = facts.places.teams.get(team);
        team.is_some_and(|team| facts.places.areas_of(team, day).any(|area| area == place))
    };
    let mut of_team: BTreeMap<TeamIndex, Faults> = BTreeMap::new();
    for person in &facts.people {
        posts(facts, person, (day, today), is_here, &mut of_team);
    }
    for (team, faults) in of_team {
        if let Some(team) = facts.places.teams.get(team) {
            concerns.extend(of_faults(team, faults));
        }
    }
    concerns.sort();
    concerns
}

fn posts(
    facts: &Facts,
    person: &Person,
    (day, today): (NaiveDate, NaiveDate),
    is_here: impl Fn(TeamIndex) -> bool,
    of_team: &mut BTreeMap<TeamIndex, Faults>,
) {
    let ahead = person.judgements.iter().filter(|event| event.day > today).count();
    let here = person.posts.iter().filter_map(|post| Some((post, post.terms_at(day)?)));
    for (at, (post, terms)) in here.filter(|(_, terms)| is_here(terms.team)).enumerate() {
        let faults = of_team.entry(terms.team).or_default();
        let has_role = facts.roles.get(terms.role).is_some();
        faults.no_role += usize::from(post.held.contains(day) && !has_role);
        faults.backwards += usize::from(post.held.is_backwards());
        faults.ahead += if at == 0 { ahead } else { 0 };
    }
}

fn of_faults(team: &Team, faults: Faults) -> Vec<Concern> {
    let of = |check, (many, what): (usize, String), way: &str, who| {
        (many > 0).then(|| {
            concern((Severity::Must, check), team, format!("{}: {what}", team.name), (way, who))
        })
    };
    let no_role = counted(faults.no_role, "post has no role", "posts have no role");
    let backwards =
        counted(faults.backwards, "post ends before it begins", "posts end before they begin");
    let ahead =
        counted(faults.ahead, "judgement is of a day to come", "judgements are of days to come");
    let roles = "Give each post a role in the staff file, and import it again";
    let dates = "Put the dates of the posts right";
    let judged = "Import the judgements again with the days on which they were made";
    let found = [
        of(Check::NoRole, (faults.no_role, no_role), roles, GrantKind::Administrator),
        of(Check::ImpossibleDates, (faults.backwards, backwards), dates, GrantKind::TeamManager),
        of(Check::ImpossibleDates, (faults.ahead, ahead), judged, GrantKind::Administrator),
    ];
    found.into_iter().flatten().collect()
}

fn teams(facts: &Facts, place: AreaIndex, day: NaiveDate) -> Vec<Concern> {
    let organisations = organisations(&facts.places, place, day);
    let of = |team: &Team| {
        let home = facts.places.home_of(team, day);
        let is_here = match home {
            Some(_) => facts.places.upwards(home).any(|area| area == place),
            None => organisations.contains(&team.organisation),
        };
        if !is_here {
            None
        } else if team.open.is_backwards() {
            let what = format!("{} closes before it opens", team.name);
            let way = ("Put the dates of the team right", GrantKind::Administrator);
            Some(concern((Severity::Must, Check::ImpossibleDates), team, what, way))
        } else if home.is_none() && team.open.contains(day) {
            let what = format!("{} is in no area, so no return counts it", team.name);
            let way =
                ("Give the team an area, or its organisation a network", GrantKind::Administrator);
            Some(concern((Severity::SayWhy, Check::NoArea), team, what, way))
        } else {
            None
        }
    };
    facts.places.teams.iter().filter_map(of).collect()
}

/// Organisations that have a team in the place on the day, or that were or will be a member of a network of it: a team of theirs that is in no
/// area could be of the place.
fn organisations(places: &Places, place: AreaIndex, day: NaiveDate) -> BTreeSet<OrganisationIndex> {
    let is_here = |at: AreaIndex| places.upwards(Some(at)).any(|area| area == place);
    let teams = places.teams.iter().filter(|team| places.home_of(team, day).is_some_and(is_here));
    let members = places.organisations.iter().enumerate().filter(|(_, organisation)| {
        organisation.memberships.iter().any(|member| is_here(member.network))
    });
    teams.map(|team| team.organisation).chain(members.map(|(at, _)| at)).collect()
}

fn concern(
    (severity, check): (Severity, Check),
    team: &Team,
    what: String,
    (way, who): (&str, GrantKind),
) -> Concern {
    Concern { severity, check, subject: team.code.clone(), what, way: way.to_owned(), who }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{JudgementKind, PostStatus};
    use crate::coverage::small_place::{day, person, post, role, said, small_place};
    use crate::dates::Period;
    use crate::organisations::{Membership, Organisation};

    fn told(facts: &Facts) -> Vec<String> {
        let concerns = in_data(facts, 0, (day("2026-03-31"), day("2026-04-15")));
        concerns.iter().map(|c| format!("{} {} {}", c.severity, c.check, c.what)).collect()
    }

    #[test]
    fn what_is_wrong_is_told_by_team() {
        let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0)]);
        facts.roles = vec![role("N", "Nursing", &[(0, 2, true)])];
        let held = |role| post(0, role, "1".parse().unwrap(), PostStatus::Active);
        let backwards = Period::new(Some(day("2026-02-01")), Some(day("2026-01-01")));
        let late = said(0, JudgementKind::Confirmed, 3, "2026-04-16");
        facts.people = vec![
            person(1, vec![held(0)], vec![said(0, JudgementKind::Confirmed, 3, "2026-04-15")]),
            person(
                2,
                vec![held(7), crate::people::Post { held: backwards, ..held(0) }],
                vec![late],
            ),
        ];
        assert_eq!(
            told(&facts),
            [
                "must no_role T1: 1 post has no role",
                "must impossible_dates T1: 1 judgement is of a day to come",
                "must impossible_dates T1: 1 post ends before it begins",
            ]
        );
    }

    #[test]
    fn a_team_in_no_area_is_told_and_one_elsewhere_is_not() {
        let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0)]);
        facts.places.organisations[0].memberships.clear();
        facts.places.teams[0].home = Some(1);
        assert_eq!(told(&facts), ["say_why no_area T2 is in no area, so no return counts it"]);
        facts.places.teams[1].open = Period::new(None, Some(day("2026-03-30")));
        assert_eq!(told(&facts), Vec::<String>::new(), "it was closed");
    }

    #[test]
    fn a_team_in_no_area_is_told_only_where_its_organisation_is_of_the_place() {
        let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0)]);
        let told_of_t2 = ["say_why no_area T2 is in no area, so no return counts it"];
        // T2 is of an organisation of its own, which is of nowhere: it may be of any place.
        let practice = &facts.places.organisations[0];
        let elsewhere = Organisation { memberships: Vec::new(), ..practice.clone() };
        facts.places.organisations.push(elsewhere);
        facts.places.teams[1].organisation = 1;
        assert_eq!(told(&facts), [""; 0]);
        facts.places.teams[1].open = Period::new(Some(day("2026-02-01")), Some(day("2026-01-01")));
        assert_eq!(told(&facts), [""; 0], "nor its dates");
        facts.places.teams[1].open = Period::ALWAYS;
        // It joins a network of the place later, so it could be of the place already.
        let period = Period::new(Some(day("2026-10-01")), None);
        facts.places.organisations[1].memberships = vec![Membership { network: 1, period }];
        assert_eq!(told(&facts), told_of_t2);
        facts.places.organisations[1].memberships.clear();
        facts.places.teams[1].organisation = 0;
        facts.places.organisations[0].memberships.clear();
        assert_eq!(told(&facts), [""; 0], "no other team of it is in the place");
        facts.places.teams[0].home = Some(1);
        assert_eq!(told(&facts), told_of_t2);
    }
}
