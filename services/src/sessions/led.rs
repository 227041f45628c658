//! The leads of a session as the rule looks at them, and as pages show them.

use super::stored::Stored;
use chrono::NaiveDate;
use domain::coverage::{Facts, Person, Role};
use domain::frameworks::Level;
use domain::requirements::Asked;
use domain::sessions::leads::Lead;
use domain::sessions::views::LeadLine;
use entities::session_lead;

/// Every lead on the session's day; `asked` are its outcomes that day.
pub(super) fn ruled(facts: &Facts, stored: &Stored, asked: &[Asked]) -> Vec<Lead> {
    let day = stored.day();
    let lead = |row: &session_lead::Model| {
        let Some(id) = row.person_id else {
            let mental_health_professional = row.mental_health_professional;
            return Lead { mental_health_professional, holds_the_outcomes: false };
        };
        facts.person(id).map_or_else(Lead::default, |person| Lead {
            mental_health_professional: is_professional(facts, person, day),
            holds_the_outcomes: holds(facts, person, asked, day),
        })
    };
    stored.leads.iter().map(lead).collect()
}

/// Whether a post in scope that day says so.
pub(super) fn is_professional(facts: &Facts, person: &Person, day: NaiveDate) -> bool {
    roles(facts, person, day).any(|role| role.mental_health_professional)
}

/// The roles of somebody's posts in scope on a day.
fn roles<'a>(
    facts: &'a Facts,
    person: &'a Person,
    day: NaiveDate,
) -> impl Iterator<Item = &'a Role> {
    facts.posts_in_scope(person, day).filter_map(|terms| facts.roles.get(terms.role))
}

/// Whether somebody holds level 4, confirmed and current that day, in everything that is asked.
fn holds(facts: &Facts, person: &Person, asked: &[Asked], day: NaiveDate) -> bool {
    asked.iter().all(|asked| {
        let of = facts.competencies.get(usize::from(asked.competency));
        of.is_some_and(|of| {
            let standing = person.standing_in(asked.competency, of, day);
            standing.meets(Level::PRACTISES_INDEPENDENTLY, day)
        })
    })
}

/// The name of a lead: as people sign, or as it was written.
pub(super) fn name(facts: &Facts, row: &session_lead::Model) -> String {
    let written = || row.name.clone().unwrap_or_default();
    row.person_id.map_or_else(written, |id| facts.name_of(id))
}

/// A lead as a page shows them, on the session's day.
pub(super) fn line(facts: &Facts, row: &session_lead::Model, day: NaiveDate) -> LeadLine {
    let person = row.person_id.and_then(|id| facts.person(id));
    let professional =
        person.map_or(row.mental_health_professional, |person| is_professional(facts, person, day));
    let role = person.and_then(|person| {
        // Of several posts the one that says why they may lead.
        let held = roles(facts, person, day).min_by_key(|role| !role.mental_health_professional)?;
        Some(held.title.clone())
    });
    LeadLine {
        id: row.id,
        name: name(facts, row),
        from: role.or_else(|| row.organisation.clone()).unwrap_or_default(),
        mental_health_professional: professional,
        lived_experience: row.lived_experience,
    }
}
