//! People with their posts and the terms of these, from rows to positions.

use super::load::positions;
use crate::clock::in_london;
use crate::db::Db;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::{Facts, Person};
use domain::dates::Period;
use domain::ids::{PersonId, PostId, RoleId, TeamId};
use domain::people::{Post, Terms};
use entities::{person, post, post_terms};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use std::collections::HashMap;

pub(super) async fn load_people(
    db: &Db,
    facts: &mut Facts,
    teams: &HashMap<TeamId, usize>,
    roles: &HashMap<RoleId, usize>,
) -> Result<HashMap<PersonId, usize>> {
    let mut named: Vec<(PersonId, String, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::FirstName, person::Column::LastName])
        .into_tuple()
        .all(db.read())
        .await?;
    named.sort_unstable(); // the order of the facts, whatever the database's is
    let people = positions(named.iter().map(|(id, ..)| *id));
    let mut terms: HashMap<PostId, Vec<Terms>> = HashMap::new();
    let mut recorded: HashMap<PostId, Vec<NaiveDate>> = HashMap::new();
    for row in
        post_terms::Entity::find().order_by_asc(post_terms::Column::Id).all(db.read()).await?
    {
        recorded.entry(row.post_id).or_default().push(in_london(row.recorded_at).date());
        terms.entry(row.post_id).or_default().push(Terms {
            from: row.holds_from,
            team: teams.get(&row.team_id).copied().unwrap_or(usize::MAX),
            role: roles.get(&row.role_id).copied().unwrap_or(usize::MAX),
            fte: row.fte,
            category: row.category,
            status: row.status,
            line_manager: row.line_manager_id,
        });
    }
    facts.people = named
        .into_iter()
        .map(|(id, first_name, last_name)| {
            let (posts, judgements) = (Vec::new(), Vec::new());
            Person { id, first_name, last_name, posts, judgements }
        })
        .collect();
    for row in post::Entity::find().all(db.read()).await? {
        let holder = people.get(&row.person_id).and_then(|&at| facts.people.get_mut(at));
        if let Some(holder) = holder {
            let post = Post {
                id: row.id,
                held: Period::new(row.starts_on, row.leaves_on),
                terms: terms.remove(&row.id).unwrap_or_default(),
            };
            facts.recorded.note_terms(&post, recorded.remove(&row.id).unwrap_or_default());
            holder.posts.push(post);
        }
    }
    Ok(people)
}
