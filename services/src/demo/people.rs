//! The people: names, posts, starters and leavers, second posts and line managers.

use super::cast::{ALWAYS_THERE, CAST, COLLEAGUES};
use super::names;
use super::places::{Places, Team};
use super::random::{Part, Random};
use super::staffing::{self, TeamKind};
use chrono::{Datelike, NaiveDate};
use domain::codes::PostCategory;
use domain::dates::days_after;

/// How much of the past is told.
pub(super) const HISTORY_DAYS: i64 = 730;
/// How many people one line manager has.
const SPAN: usize = 12;

#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) first: String,
    pub(super) last: String,
    pub(super) email: String,
    /// The first is the main one.
    pub(super) posts: Vec<Post>,
    pub(super) manager: Option<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Post {
    pub(super) team: usize,
    pub(super) role: &'static str,
    /// In hundredths.
    pub(super) fte: u32,
    pub(super) category: PostCategory,
    pub(super) away: bool,
    pub(super) start: NaiveDate,
    pub(super) leaving: Option<NaiveDate>,
}

impl Person {
    /// The first and the last day of the main post.
    pub(super) fn held(&self) -> Option<(NaiveDate, NaiveDate)> {
        let post = self.posts.first()?;
        Some((post.start, post.leaving.unwrap_or(NaiveDate::MAX)))
    }

    pub(super) fn role(&self) -> &'static str {
        self.posts.first().map_or("", |post| post.role)
    }

    pub(super) fn team(&self) -> Option<usize> {
        self.posts.first().map(|post| post.team)
    }
}

/// An employee number: `E000001` for the first person.
pub(super) fn number(person: usize) -> String {
    format!("E{:06}", person + 1)
}

/// Everybody, those of the cast first.
pub(super) fn people(staff: u32, seed: u64, today: NaiveDate, places: &Places) -> Vec<Person> {
    let random = Random::new(seed, Part::People);
    let mut hiring = Hiring { random, today, places, people: Vec::new() };
    hiring.cast();
    let sizes = sizes(staff.saturating_sub(hiring.people.len() as u32), &places.teams);
    for (team, size) in sizes.into_iter().enumerate() {
        hiring.team(team, size);
    }
    hiring.second_posts();
    hiring.line_managers();
    hiring.people
}

/// Shares `staff` out by the teams' weights; the rounding is carried on, so that the sizes sum to `staff`.
fn sizes(staff: u32, teams: &[Team]) -> Vec<usize> {
    let whole: u64 = teams.iter().map(|team| u64::from(team.weight)).sum();
    let mut weight = 0;
    let mut placed = 0;
    let share = |team: &Team| {
        weight += u64::from(team.weight);
        let until = (weight * u64::from(staff) / whole.max(1)) as usize;
        std::mem::replace(&mut placed, until).abs_diff(until)
    };
    teams.iter().map(share).collect()
}

struct Hiring<'a> {
    random: Random,
    today: NaiveDate,
    places: &'a Places,
    people: Vec<Person>,
}

impl Hiring<'_> {
    fn cast(&mut self) {
        let started = monday(days_after(self.today, -3 * 365));
        let signing_in = CAST.iter().filter_map(|one| {
            let (team, role, fte) = one.post?;
            Some((one.first, one.last, one.email(), team, role, fte))
        });
        let colleagues = COLLEAGUES.iter().enumerate().map(|(at, &(first, last, team))| {
            (first, last, names::address(first, last, at as u32), team, "CPSY", 100)
        });
        for (first, last, email, team, role, fte) in signing_in.chain(colleagues) {
            let team = self.places.teams.iter().position(|t| t.code == team).unwrap_or_default();
            let (category, away, leaving) = (PostCategory::Permanent, false, None);
            let post = Post { team, role, fte, category, away, start: started, leaving };
            self.person(first, last, email, post);
        }
    }

    fn person(&mut self, first: &str, last: &str, email: String, post: Post) {
        let [first, last] = [first, last].map(str::to_owned);
        self.people.push(Person { first, last, email, posts: vec![post], manager: None });
    }

    fn team(&mut self, team: usize, size: usize) {
        let Some(profile) = self.places.teams.get(team).map(|t| t.kind.profile()) else { return };
        let here: Vec<&str> =
            self.people.iter().filter(|p| p.team() == Some(team)).map(Person::role).collect();
        let missing = profile.first.iter().copied().filter(|role| !here.contains(role));
        let mut first: Vec<&str> = missing.rev().collect();
        for _ in 0..size {
            let post = match first.pop() {
                Some(role) => self.settled(team, role),
                None => {
                    let role = self.random.mostly(profile.usual, profile.others);
                    self.post(team, role)
                }
            };
            let (first, last) = names::name(&mut self.random);
            let email = names::address(first, last, self.people.len() as u32 + 1);
            self.person(first, last, email, post);
        }
    }

    /// A post of somebody who has been there for long and stays.
    fn settled(&mut self, team: usize, role: &'static str) -> Post {
        let start = monday(days_after(self.today, -i64::from(self.random.between(800, 6_000))));
        let (category, leaving) = (PostCategory::Permanent, None);
        Post { team, role, fte: 100, category, away: false, start, leaving }
    }

    fn post(&mut self, team: usize, role: &'static str) -> Post {
        let random = &mut self.random;
        let (fte, category) = (staffing::fte(role, random), staffing::category(role, random));
        let recent = random.percent(28);
        let ago = if recent { random.between(-30, 715) } else { random.between(730, 5_500) };
        let start = monday(days_after(self.today, -i64::from(ago)));
        let leaving = match random.below(100) {
            0..8 => Some(random.between(-715, -3)),
            8..10 => Some(random.between(10, 150)),
            _ => None,
        };
        let leaving = leaving
            .map(|days| days_after(self.today, i64::from(days)))
            .filter(|&day| day > days_after(start, 60));
        let away = leaving.is_none() && random.percent(3);
        Post { team, role, fte, category, away, start, leaving }
    }

    /// Some have a second post in the same role: in another team of their borough that has such a role.
    fn second_posts(&mut self) {
        for at in ALWAYS_THERE..self.people.len() {
            if self.random.percent(6)
                && let Some(second) = self.second_post(at)
                && let Some(person) = self.people.get_mut(at)
            {
                person.posts.push(second);
            }
        }
    }

    fn second_post(&mut self, person: usize) -> Option<Post> {
        let main = self.people.get(person)?.posts.first()?.clone();
        let home = self.places.teams.get(main.team)?;
        let fits = |team: &Team| {
            let profile = team.kind.profile();
            let has = profile.usual == main.role || profile.others.iter().any(|o| o.0 == main.role);
            team.borough == home.borough && team.code != home.code && has
        };
        let teams: Vec<usize> = self.places.teams.iter().enumerate().filter(|(_, t)| fits(t)).map(|(at, _)| at).collect();
        let team = *teams.get(self.random.below(teams.len() as u32) as usize)?;
        let category = self.random.mostly(PostCategory::Permanent, &[(PostCategory::Bank, 40)]);
        Some(Post { team, fte: self.random.one_of(&[10, 20, 20, 30, 40]), category, ..main })
    }

    /// In a practice the practice manager manages all but the doctors; elsewhere every twelfth person leads a group, and
    /// the first of all leads those.
    fn line_managers(&mut self) {
        let mut teams: Vec<Vec<usize>> = vec![Vec::new(); self.places.teams.len()];
        for (at, person) in self.people.iter().enumerate() {
            if let Some(team) = person.team().and_then(|team| teams.get_mut(team)) {
                team.push(at);
            }
        }
        for (members, team) in teams.iter().zip(&self.places.teams) {
            let managers = if team.kind == TeamKind::Practice {
                self.practice_managers(members)
            } else {
                group_leads(members)
            };
            for (person, manager) in managers {
                if let Some(person) = self.people.get_mut(person) {
                    person.manager = Some(manager);
                }
            }
        }
    }

    fn practice_managers(&self, members: &[usize]) -> Vec<(usize, usize)> {
        let role = |at: usize| self.people.get(at).map_or("", Person::role);
        let Some(manager) = members.iter().copied().find(|&at| role(at) == "ADMIN") else {
            return Vec::new();
        };
        let managed = |at: &usize| *at != manager && !matches!(role(*at), "GP" | "GPMHL");
        members.iter().copied().filter(managed).map(|at| (at, manager)).collect()
    }
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

/// The Monday of the week: posts start on Mondays.
fn monday(day: NaiveDate) -> NaiveDate {
    days_after(day, -i64::from(day.weekday().num_days_from_monday()))
}
