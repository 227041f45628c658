//! Plain counts beside names: people at work in a team, and how much of what is asked of somebody is met.

use super::Presence;
use crate::coverage::{Facts, Person, percent};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many of the competencies that are asked, and not exempt, are met by a confirmed level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    pub met: u32,
    pub asked: u32,
}

impl Met {
    /// `12 of 61 met`.
    pub fn words(self) -> String {
        match self.asked {
            0 => "Nothing asked".to_owned(),
            asked => format!("{} of {asked} met", self.met),
        }
    }

    /// `19.7%`, as coverage rounds it.
    pub fn percentage(self) -> String {
        match self.asked {
            0 => "Nothing asked".to_owned(),
            asked => format!("{}%", percent(self.met, asked)),
        }
    }
}

/// What a person meets at `day` of all that their posts ask together.
pub fn met_by(facts: &Facts, person: &Person, day: NaiveDate) -> Met {
    let mut count = Met::default();
    for asked in facts.asked_of(person, day) {
        let Some(competency) = facts.competencies.get(usize::from(asked.competency)) else {
            continue;
        };
        let standing = person.standing_in(asked.competency, competency, day);
        if !standing.exempt {
            count.asked += 1;
            count.met += u32::from(standing.meets(asked.level, day));
        }
    }
    count
}

/// The teams in which somebody counts at `day`, each once: those of their posts in scope; bank and locum posts do not count.
pub fn teams_in_scope(facts: &Facts, person: &Person, day: NaiveDate) -> BTreeSet<usize> {
    let posts = person.posts.iter().filter_map(|post| {
        match post.presence_at(day, false, |team| facts.team_open(team, day)) {
            Presence::InScope(terms) => Some(terms.team),
            Presence::Away(_) | Presence::Out => None,
        }
    });
    posts.collect()
}

/// How many people have a post in scope at `day` in each team, by its position; bank and locum posts do not count.
pub fn people_in_scope(facts: &Facts, day: NaiveDate) -> Vec<u32> {
    let mut counts = vec![0; facts.places.teams.len()];
    for person in &facts.people {
        for team in teams_in_scope(facts, person, day) {
            if let Some(count) = counts.get_mut(team) {
                *count += 1;
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_in_words() {
        assert_eq!(Met { met: 12, asked: 61 }.words(), "12 of 61 met");
        assert_eq!(Met { met: 1, asked: 16 }.percentage(), "6.3%");
        assert_eq!(Met::default().words(), "Nothing asked");
    }
}
