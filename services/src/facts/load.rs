//! From rows to positions: reads the facts that figures are computed from.

use crate::db::Db;
use crate::error::Result;
use domain::coverage::facts::Domain;
use domain::coverage::{Competency, Facts, Person, Role};
use domain::dates::Period;
use domain::frameworks::{Level, Version};
use domain::ids::{AreaId, CompetencyId, OrganisationId, PersonId, PostId, RoleId, TeamId};
use domain::organisations::{Area, Membership, Organisation, Places, Team};
use domain::people::{Post, Terms};
use domain::requirements::{CompetencyIndex, Requirement};
use domain::standing::Event;
use entities::{
    area, competency, competency_domain, framework_version, judgement, network_membership,
    organisation, person, post, post_terms, requirement, role, sharing_level, team,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// Where each id stands in the facts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    people: HashMap<PersonId, usize>,
    competencies: HashMap<CompetencyId, CompetencyIndex>,
}

fn positions<K: Eq + Hash>(ids: impl Iterator<Item = K>) -> HashMap<K, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}

/// Everything but judgements.
pub(super) async fn places(db: &Db) -> Result<(Facts, Index)> {
    let mut facts = Facts::default();
    let teams = load_places(db, &mut facts.places).await?;
    let competencies = load_framework(db, &mut facts).await?;
    let roles = load_roles(db, &mut facts, &competencies).await?;
    let people = load_people(db, &mut facts, &teams, &roles).await?;
    let competencies = competencies.into_iter().map(|(id, at)| (id, at as CompetencyIndex));
    Ok((facts, Index { people, competencies: competencies.collect() }))
}

async fn load_places(db: &Db, places: &mut Places) -> Result<HashMap<TeamId, usize>> {
    let rows = area::Entity::find().order_by_asc(area::Column::Code).all(db.read()).await?;
    let areas: HashMap<AreaId, usize> = positions(rows.iter().map(|r| r.id));
    places.areas = rows
        .into_iter()
        .map(|r| Area {
            id: r.id,
            code: r.code,
            name: r.name,
            kind: r.kind,
            parent: r.parent_id.and_then(|id| areas.get(&id).copied()),
        })
        .collect();
    let organisations = load_organisations(db, places, &areas).await?;
    let rows = team::Entity::find().order_by_asc(team::Column::Code).all(db.read()).await?;
    let teams = positions(rows.iter().map(|r| r.id));
    places.teams = rows
        .into_iter()
        .map(|r| Team {
            id: r.id,
            code: r.code,
            name: r.name,
            setting: r.setting,
            care_level: r.care_level,
            organisation: organisations.get(&r.organisation_id).copied().unwrap_or(usize::MAX),
            home: r.area_id.and_then(|id| areas.get(&id).copied()),
            open: Period::new(r.opened_on, r.closed_on),
        })
        .collect();
    Ok(teams)
}

async fn load_organisations(
    db: &Db,
    places: &mut Places,
    areas: &HashMap<AreaId, usize>,
) -> Result<HashMap<OrganisationId, usize>> {
    let rows = organisation::Entity::find()
        .order_by_asc(organisation::Column::Code)
        .all(db.read())
        .await?;
    let organisations = positions(rows.iter().map(|r| r.id));
    places.organisations = rows
        .into_iter()
        .map(|r| Organisation {
            id: r.id,
            code: r.code,
            name: r.name,
            sector: r.sector,
            memberships: Vec::new(),
            sharing: Vec::new(),
        })
        .collect();
    for row in network_membership::Entity::find().all(db.read()).await? {
        let Some(&network) = areas.get(&row.network_id) else { continue };
        if let Some(&at) = organisations.get(&row.organisation_id)
            && let Some(organisation) = places.organisations.get_mut(at)
        {
            let period = Period::new(row.starts_on, row.ends_on);
            organisation.memberships.push(Membership { network, period });
        }
    }
    let in_order = sharing_level::Entity::find()
        .order_by_asc(sharing_level::Column::RecordedAt)
        .order_by_asc(sharing_level::Column::Id);
    for row in in_order.all(db.read()).await? {
        if let Some(&at) = organisations.get(&row.organisation_id)
            && let Some(organisation) = places.organisations.get_mut(at)
        {
            organisation.sharing.push((row.starts_on, row.level));
        }
    }
    Ok(organisations)
}

async fn load_framework(db: &Db, facts: &mut Facts) -> Result<HashMap<CompetencyId, usize>> {
    let versions = framework_version::Entity::find()
        .order_by_asc(framework_version::Column::Number)
        .all(db.read())
        .await?;
    let version_at = positions(versions.iter().map(|r| r.id));
    let version = |r: framework_version::Model| Version {
        number: r.number,
        state: r.state,
        published_from: r.published_from,
    };
    facts.versions = versions.into_iter().map(version).collect();
    let domains = competency_domain::Entity::find()
        .order_by_asc(competency_domain::Column::Position)
        .all(db.read())
        .await?;
    let domain_at = positions(domains.iter().map(|r| r.id));
    facts.domains = domains.into_iter().map(|r| Domain { code: r.code, title: r.title }).collect();
    let rows = competency::Entity::find()
        .order_by_asc(competency::Column::Position)
        .all(db.read())
        .await?;
    let competencies = positions(rows.iter().map(|r| r.id));
    facts.competencies = rows
        .into_iter()
        .map(|r| Competency {
            id: r.id,
            code: r.code,
            title: r.title,
            refresh_months: u32::try_from(r.refresh_months).unwrap_or(0),
            rare_event: r.rare_event,
            version: version_at.get(&r.version_id).copied().unwrap_or(usize::MAX),
            domain: domain_at.get(&r.domain_id).copied().unwrap_or(usize::MAX),
        })
        .collect();
    Ok(competencies)
}

async fn load_roles(
    db: &Db,
    facts: &mut Facts,
    competencies: &HashMap<CompetencyId, usize>,
) -> Result<HashMap<RoleId, usize>> {
    let rows = role::Entity::find().order_by_asc(role::Column::Code).all(db.read()).await?;
    let roles = positions(rows.iter().map(|r| r.id));
    facts.roles = rows
        .into_iter()
        .map(|r| Role {
            id: r.id,
            code: r.code,
            title: r.title,
            profession: r.profession,
            gpw_staff_group: r.gpw_staff_group,
            esr_staff_group: r.esr_staff_group,
            mental_health_professional: r.mental_health_professional,
            requirements: Vec::new(),
        })
        .collect();
    for row in requirement::Entity::find().all(db.read()).await? {
        let Some(&competency) = competencies.get(&row.competency_id) else { continue };
        let role = roles.get(&row.role_id).and_then(|&at| facts.roles.get_mut(at));
        if let Some(role) = role {
            role.requirements.push(Requirement {
                competency: competency as CompetencyIndex,
                level: level(Some(row.required_level)),
                necessity: row.necessity,
                critical: row.critical,
                period: Period::new(row.effective_from, row.effective_to),
            });
        }
    }
    Ok(roles)
}

async fn load_people(
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
    for row in
        post_terms::Entity::find().order_by_asc(post_terms::Column::Id).all(db.read()).await?
    {
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
            holder.posts.push(Post {
                id: row.id,
                held: Period::new(row.starts_on, row.leaves_on),
                terms: terms.remove(&row.id).unwrap_or_default(),
            });
        }
    }
    Ok(people)
}

fn level(number: Option<i32>) -> Option<Level> {
    Level::try_from(u8::try_from(number?).ok()?).ok()
}

/// Takes the judgements of the old copy over, where they still mean the same competencies; returns the sequence up to
/// which they are complete.
pub(super) fn keep_judgements(
    facts: &mut Facts,
    index: &Index,
    old: Arc<Facts>,
    old_index: &Index,
    last_sequence: i64,
) -> i64 {
    if index.competencies != old_index.competencies {
        return 0;
    }
    let mut old = Arc::unwrap_or_clone(old);
    for (id, &was_at) in &old_index.people {
        let now = index.people.get(id).and_then(|&at| facts.people.get_mut(at));
        if let (Some(now), Some(was)) = (now, old.people.get_mut(was_at)) {
            now.judgements = std::mem::take(&mut was.judgements);
        }
    }
    last_sequence
}

type JudgementRow = (
    i64,
    PersonId,
    CompetencyId,
    domain::codes::JudgementKind,
    Option<i32>,
    chrono::NaiveDate,
    Option<chrono::NaiveDate>,
);

/// Adds the judgements recorded after `last`; returns the last sequence heard.
pub(super) async fn hear_judgements(
    db: &Db,
    facts: &mut Facts,
    index: &Index,
    mut last: i64,
) -> Result<i64> {
    /// Rows read at once: memory stays flat while a whole system's history is read.
    const PAGE: u64 = 1_000;
    use judgement::Column as J;
    let mut heard: HashMap<usize, Vec<Event>> = HashMap::new();
    'pages: loop {
        let rows: Vec<JudgementRow> = judgement::Entity::find()
            .select_only()
            .columns([J::Sequence, J::PersonId, J::CompetencyId, J::Kind, J::Level])
            .columns([J::MadeOn, J::OriginalOn])
            .filter(J::Sequence.gt(last))
            .order_by_asc(J::Sequence)
            .limit(PAGE)
            .into_tuple()
            .all(db.read())
            .await?;
        if rows.is_empty() {
            break;
        }
        for (sequence, person, competency, kind, number, day, original) in rows {
            let (Some(&at), Some(&competency)) =
                (index.people.get(&person), index.competencies.get(&competency))
            else {
                // Somebody who was added after the places were read: the counter of places has moved, so the next
                // use reads them again and goes on from here.
                break 'pages;
            };
            let level = level(number);
            let event = Event { competency, kind, level, day, original, sequence };
            heard.entry(at).or_default().push(event);
            last = sequence;
        }
    }
    for (at, events) in heard {
        if let Some(person) = facts.people.get_mut(at) {
            person.hear(events);
            person.judgements.shrink_to_fit();
        }
    }
    Ok(last)
}
