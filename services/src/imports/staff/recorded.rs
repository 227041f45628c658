//! The posts on record, and which of them a line means: by assignment number, else by person, team and role.

use super::line::PostLine;
use super::places::Places;
use crate::error::Result;
use crate::imports::register::{Entry, Register};
use chrono::NaiveDate;
use domain::dates::Period;
use domain::ids::{OrganisationId, PersonId, PostId};
use domain::people::{Post, Terms};
use entities::{post, post_terms};
use sea_orm::{DatabaseConnection, EntityTrait, QueryOrder};
use std::collections::HashMap;

/// A post as its row and as the rules see it.
pub(super) struct OnRecord {
    pub row: post::Model,
    pub post: Post,
}

pub(super) struct Recorded {
    pub posts: Vec<OnRecord>,
    by_person: HashMap<PersonId, Vec<usize>>,
    by_assignment: HashMap<(Option<OrganisationId>, String), Vec<usize>>,
}

/// Which post a line means.
pub(super) enum Search {
    New,
    Found(usize),
    /// A post that was recorded without a number, unless another line of the file means that.
    Adopted(usize),
    /// None, with the column and the reason.
    Not(&'static str, &'static str),
}

impl Recorded {
    pub async fn load(db: &DatabaseConnection, places: &Places, people: &Register) -> Result<Self> {
        let mut terms = load_terms(db, places).await?;
        let on_record = people.entries().iter().filter(|entry| entry.before.is_some());
        let employers: HashMap<PersonId, Option<OrganisationId>> =
            on_record.map(|entry| (entry.id, entry.employer)).collect();
        let mut recorded =
            Self { posts: Vec::new(), by_person: HashMap::new(), by_assignment: HashMap::new() };
        for row in post::Entity::find().order_by_asc(post::Column::Id).all(db).await? {
            let held = Period::new(row.starts_on, row.leaves_on);
            let post = Post { id: row.id, held, terms: terms.remove(&row.id).unwrap_or_default() };
            let at = recorded.posts.len();
            recorded.by_person.entry(row.person_id).or_default().push(at);
            if let Some(number) = &row.assignment_number {
                let employer = employers.get(&row.person_id).copied().flatten();
                recorded.by_assignment.entry((employer, number.clone())).or_default().push(at);
            }
            recorded.posts.push(OnRecord { row, post });
        }
        Ok(recorded)
    }

    /// The post that a line about `entry` means at `day`.
    pub fn find(&self, entry: &Entry, says: &PostLine, day: NaiveDate) -> Search {
        match &says.assignment {
            Some(number) => self.by_number(entry, number, says, day),
            None => self.by_place(entry, says, day),
        }
    }

    fn by_number(&self, entry: &Entry, number: &str, says: &PostLine, day: NaiveDate) -> Search {
        let key = (entry.employer, number.to_owned());
        let holders = self.by_assignment.get(&key).map_or(&[][..], Vec::as_slice);
        let own = |&&at: &&usize| self.posts.get(at).is_some_and(|p| p.row.person_id == entry.id);
        if let Some(&at) = holders.iter().find(own) {
            return Search::Found(at);
        }
        if !holders.is_empty() {
            return Search::Not(
                "assignment_number",
                "is the assignment number of somebody else on record; correct it",
            );
        }
        // Recorded before anybody gave it a number.
        let mut unnumbered = self.in_place(entry, says, day).filter(|&at| self.is_unnumbered(at));
        match (unnumbered.next(), unnumbered.next()) {
            (Some(at), None) => Search::Adopted(at),
            _ => Search::New,
        }
    }

    fn is_unnumbered(&self, at: usize) -> bool {
        self.posts.get(at).is_some_and(|p| p.row.assignment_number.is_none())
    }

    fn by_place(&self, entry: &Entry, says: &PostLine, day: NaiveDate) -> Search {
        let mut found: Vec<usize> = self.in_place(entry, says, day).collect();
        if found.iter().any(|&at| self.is_unnumbered(at)) {
            found.retain(|&at| self.is_unnumbered(at)); // a post with a number has a key of its own
        }
        let current: Vec<usize> = found
            .iter()
            .copied()
            .filter(|&at| self.posts.get(at).is_some_and(|p| p.post.unnamed(day).is_some()))
            .collect();
        match (found.as_slice(), current.as_slice()) {
            ([], _) => Search::New,
            (&[at], _) | (_, &[at]) => Search::Found(at),
            _ => Search::Not(
                "role_code",
                "this person has several posts in this team and role; say which in the column assignment_number",
            ),
        }
    }

    /// The posts of somebody in the line's team and role at `day`.
    fn in_place(
        &self,
        entry: &Entry,
        says: &PostLine,
        day: NaiveDate,
    ) -> impl Iterator<Item = usize> {
        let own = self.by_person.get(&entry.id).map_or(&[][..], Vec::as_slice);
        let (team, role) = (says.team, says.role);
        own.iter().copied().filter(move |&at| {
            let terms = self.posts.get(at).and_then(|p| p.post.terms_at(day));
            terms.is_some_and(|terms| terms.team == team && terms.role == role)
        })
    }
}

async fn load_terms(
    db: &DatabaseConnection,
    places: &Places,
) -> Result<HashMap<PostId, Vec<Terms>>> {
    let (teams, roles) = places.positions();
    let mut of_post: HashMap<PostId, Vec<Terms>> = HashMap::new();
    let in_order = post_terms::Entity::find().order_by_asc(post_terms::Column::Id);
    for row in in_order.all(db).await? {
        let Some((&team, &role)) = teams.get(&row.team_id).zip(roles.get(&row.role_id)) else {
            continue; // the database keeps both as long as terms refer to them
        };
        of_post.entry(row.post_id).or_default().push(Terms {
            from: row.holds_from,
            team,
            role,
            fte: row.fte,
            category: row.category,
            status: row.status,
            line_manager: row.line_manager_id,
        });
    }
    Ok(of_post)
}
