//! Who manages whom.

use super::people::Person;
use super::places::Places;
use super::staffing::TeamKind;

/// How many people one line manager has.
const SPAN: usize = 12;

/// In a practice the practice manager manages all but the doctors; elsewhere every twelfth person leads a group, and the
/// first of all leads those.
pub(super) fn name(people: &mut [Person], places: &Places) {
    let mut teams: Vec<Vec<usize>> = vec![Vec::new(); places.teams.len()];
    for (at, person) in people.iter().enumerate() {
        if let Some(team) = person.team().and_then(|team| teams.get_mut(team)) {
            team.push(at);
        }
    }
    for (members, team) in teams.iter().zip(&places.teams) {
        let managers = if team.kind == TeamKind::Practice {
            practice_manager(members, people)
        } else {
            group_leads(members)
        };
        for (person, manager) in managers {
            if let Some(person) = people.get_mut(person) {
                person.manager = Some(manager);
            }
        }
    }
}

fn practice_manager(members: &[usize], people: &[Person]) -> Vec<(usize, usize)> {
    let role = |at: usize| people.get(at).map_or("", Person::role);
    let Some(manager) = members.iter().copied().find(|&at| role(at) == "ADMIN") else {
        return Vec::new();
    };
    let reports = |at: &usize| *at != manager && !matches!(role(*at), "GP" | "GPMHL");
    members.iter().copied().filter(reports).map(|at| (at, manager)).collect()
}

fn group_leads(members: &[usize]) -> Vec<(usize, usize)> {
    let groups = members.chunks(SPAN);
    let leads: Vec<usize> = groups.clone().filter_map(|group| group.first().copied()).collect();
    let within = groups.flat_map(|group| {
        let (lead, others) = group.split_first().map_or((0, group), |(lead, rest)| (*lead, rest));
        others.iter().map(move |&one| (one, lead))
    });
    let head = leads.first().copied();
    let of_leads = leads.iter().skip(1).filter_map(|&lead| Some((lead, head?)));
    within.chain(of_leads).collect()
}
