//! Who works where: the cast, then everybody else, with starters, leavers and second posts.

use super::cast::{ALWAYS_THERE, CAST, COLLEAGUES};
use super::line_managers;
use super::names;
use super::people::{Person, Post, monday};
use super::places::{Places, Strength, Team};
use super::random::{Part, Random};
use super::staffing;
use chrono::NaiveDate;
use domain::codes::PostCategory;
use domain::dates::days_after;

/// How long ago the mental health leads left whose practices have stopped: after the end of March, and before November.
const LEADS_LEFT_DAYS: i64 = 190;

/// Everybody, those of the cast first.
pub(super) fn people(staff: u32, seed: u64, today: NaiveDate, places: &Places) -> Vec<Person> {
    let random = Random::new(seed, Part::People);
    let mut hiring = Hiring { random, today, places, people: Vec::new() };
    hiring.cast();
    let sizes = sizes(staff.saturating_sub(hiring.people.len() as u32), &places.teams);
    for (team, size) in sizes.into_iter().enumerate() {
        hiring.team(team, size);
    }
    hiring.leads_leave();
    hiring.second_posts();
    line_managers::name(&mut hiring.people, places);
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
        let cast = self.people.iter().take(ALWAYS_THERE);
        let here: Vec<&str> = cast.filter(|p| p.team() == Some(team)).map(Person::role).collect();
        let missing = profile.first.iter().copied().filter(|role| !here.contains(role));
        let mut first: Vec<&str> = missing.rev().collect();
        for _ in 0..size {
            let post = if let Some(role) = first.pop() {
                self.settled(team, role)
            } else {
                let role = self.random.mostly(profile.usual, profile.others);
                self.post(team, role)
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

    /// Where a practice stopped, whoever led it in mental health has left since.
    fn leads_leave(&mut self) {
        let last = days_after(self.today, -LEADS_LEFT_DAYS);
        for person in self.people.iter_mut().skip(ALWAYS_THERE) {
            let team = person.team().and_then(|team| self.places.teams.get(team));
            let stopped = team.is_some_and(|team| team.strength == Strength::Faded);
            if stopped
                && person.role() == "GPMHL"
                && let Some(post) = person.posts.first_mut()
            {
                post.leaving = Some(last);
            }
        }
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
        let teams: Vec<usize> = self
            .places
            .teams
            .iter()
            .enumerate()
            .filter(|(_, t)| fits(t))
            .map(|(at, _)| at)
            .collect();
        let team = *teams.get(self.random.below(teams.len() as u32) as usize)?;
        let category = self.random.mostly(PostCategory::Permanent, &[(PostCategory::Bank, 40)]);
        Some(Post { team, fte: self.random.one_of(&[10, 20, 20, 30, 40]), category, ..main })
    }
}
