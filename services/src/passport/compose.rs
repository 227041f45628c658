//! What a person's passport holds on a day: what is confirmed and current by the one rule of standing, with who said it.

use crate::error::Result;
use crate::judgements::evidence_of;
use chrono::NaiveDate;
use domain::codes::JudgementKind;
use domain::coverage::{Facts, Person};
use domain::frameworks::version_at;
use domain::ids::{JudgementSequence, PersonId};
use domain::passport::views::Contents;
use domain::passport::{Basis, Framework, HeldCompetency, HeldPost, Holder, Signer};
use domain::people::Post;
use domain::refusal::Refusal;
use domain::requirements::CompetencyIndex;
use domain::standing::Confirmed;
use entities::{framework_version, judgement, person};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// The judgements that levels rest on, and the first signatures that some of them countersign.
type Rows = HashMap<JudgementSequence, judgement::Model>;

/// What the passport of a person would hold on `day`; the caller has made sure that it may be read.
///
/// # Errors
/// Refuses where no framework was ever published, and people who are not there as not found.
pub(super) async fn contents(
    db: &impl ConnectionTrait,
    facts: &Facts,
    id: PersonId,
    day: NaiveDate,
) -> Result<Contents> {
    let person = facts.person(id).ok_or_else(|| Refusal::not_found("this person"))?;
    let current = current(facts, person, day);
    let rows = rows(db, current.iter().flat_map(|held| held.rests_on.iter().copied())).await?;
    Ok(Contents {
        person: holder(db, facts, person).await?,
        posts: posts(facts, person, day),
        framework: framework(db, facts, day).await?,
        competencies: current.into_iter().map(|held| held.told(facts, &rows)).collect(),
    })
}

/// A level that is current, with the judgements it rests on.
struct Current {
    held: HeldCompetency,
    rests_on: Vec<JudgementSequence>,
}

/// In the order of the framework.
fn current(facts: &Facts, person: &Person, day: NaiveDate) -> Vec<Current> {
    let version = version_at(&facts.versions, day);
    let of_version = facts.competencies.iter().enumerate();
    let of_version = of_version.filter(|(_, of)| Some(of.version) == version);
    of_version
        .filter_map(|(at, of)| {
            let at = CompetencyIndex::try_from(at).ok()?;
            let standing = person.standing_in(at, of, day);
            let Confirmed::At { level, kind, made_on, due_on } = standing.confirmed else {
                return None;
            };
            let rests_on = person.rests_on(at, of, day);
            let held = HeldCompetency {
                identifier: of.id.0,
                code: of.code.clone(),
                title: of.title.clone(),
                domain: facts.domains.get(of.domain).map(|d| d.title.clone()).unwrap_or_default(),
                level,
                basis: basis(kind)?,
                made_on,
                original_on: rests_on.iter().filter_map(|event| event.original).min(),
                due_on,
                by: Vec::new(),
                imported: false,
                evidence: Vec::new(),
            };
            let rests_on = rests_on.iter().map(|event| event.sequence).collect();
            (day <= due_on).then_some(Current { held, rests_on })
        })
        .collect()
}

const fn basis(kind: JudgementKind) -> Option<Basis> {
    match kind {
        JudgementKind::Confirmed => Some(Basis::Confirmed),
        JudgementKind::Recognised => Some(Basis::Recognised),
        JudgementKind::Accepted => Some(Basis::Accepted),
        _ => None,
    }
}

impl Current {
    /// With what the rows say of it.
    fn told(self, facts: &Facts, rows: &Rows) -> HeldCompetency {
        let of_it: Vec<&judgement::Model> =
            self.rests_on.iter().filter_map(|sequence| rows.get(sequence)).collect();
        let first = of_it.iter().filter_map(|row| rows.get(&row.first_signature?));
        let mut by: Vec<Signer> =
            first.chain(of_it.iter().copied()).filter_map(|row| signer(facts, row)).collect();
        let mut evidence: Vec<_> = of_it.iter().flat_map(|row| evidence_of(row)).collect();
        evidence.sort_unstable();
        evidence.dedup();
        by.dedup();
        let imported = of_it.iter().any(|row| row.import_id.is_some());
        HeldCompetency { by, imported, evidence, ..self.held }
    }
}

/// Whoever signed, with the role of the largest of their posts that day.
fn signer(facts: &Facts, row: &judgement::Model) -> Option<Signer> {
    let person = facts.person(row.by_person_id?)?;
    let largest = facts.posts_in_scope(person, row.made_on).max_by_key(|terms| terms.fte);
    let role = largest.and_then(|terms| facts.roles.get(terms.role));
    Some(Signer { name: person.name(), role: role.map(|role| role.title.clone()) })
}

async fn rows(
    db: &impl ConnectionTrait,
    sequences: impl Iterator<Item = JudgementSequence>,
) -> Result<Rows> {
    let of = async |sequences: Vec<JudgementSequence>| {
        let these = judgement::Column::Sequence.is_in(sequences);
        judgement::Entity::find().filter(these).all(db).await
    };
    let rests_on = of(sequences.collect()).await?;
    let first = of(rests_on.iter().filter_map(|row| row.first_signature).collect()).await?;
    Ok(rests_on.into_iter().chain(first).map(|row| (row.sequence, row)).collect())
}

async fn holder(db: &impl ConnectionTrait, facts: &Facts, person: &Person) -> Result<Holder> {
    let row = person::Entity::find_by_id(person.id).one(db).await?;
    let row = row.ok_or_else(|| Refusal::not_found("this person"))?;
    let employer = row.employer_id.and_then(|id| facts.places.organisation(id));
    Ok(Holder {
        name: person.name(),
        employer: employer.map(|employer| employer.name.clone()),
        employee_number: row.employee_number,
        registration: row.professional_registration_number,
    })
}

/// Posts begun by the day, the latest first; each as it was on the day, or on its last.
fn posts(facts: &Facts, person: &Person, day: NaiveDate) -> Vec<HeldPost> {
    let begun = |post: &&Post| post.held.from.is_none_or(|from| from <= day);
    let mut posts: Vec<HeldPost> = person
        .posts
        .iter()
        .filter(begun)
        .filter_map(|post| {
            let terms = post.terms_at(post.held.to.map_or(day, |last| last.min(day)))?;
            let team = facts.places.teams.get(terms.team)?;
            Some(HeldPost {
                role: facts.roles.get(terms.role)?.title.clone(),
                team: team.name.clone(),
                organisation: facts.places.organisations.get(team.organisation)?.name.clone(),
                from: post.held.from,
                to: post.held.to,
            })
        })
        .collect();
    posts.sort_by_key(|post| std::cmp::Reverse(post.from));
    posts
}

async fn framework(db: &impl ConnectionTrait, facts: &Facts, day: NaiveDate) -> Result<Framework> {
    let at = version_at(&facts.versions, day).and_then(|at| facts.versions.get(at));
    let none = || {
        Refusal::rule(
            "no-framework",
            "No competency set is in use here yet, so nothing can be confirmed of you.",
        )
    };
    let number = at.ok_or_else(none)?.number;
    let of_number = framework_version::Column::Number.eq(number);
    let row = framework_version::Entity::find().filter(of_number).one(db).await?;
    let row = row.ok_or_else(none)?;
    let version = u32::try_from(row.number).unwrap_or_default();
    Ok(Framework { identifier: row.id.0, title: row.title, version })
}
