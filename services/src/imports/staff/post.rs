//! One post of a staff file: what is corrected in it, and what changes from a day on.

use super::line::PostLine;
use super::places::Places;
use super::posts::{Posts, Stated};
use super::recorded::OnRecord;
use crate::imports::changes::Changes;
use crate::imports::check::Check;
use crate::imports::register::{Found, Register, SEVERAL};
use crate::imports::row::Said;
use domain::codes::{PostCategory, PostStatus};
use domain::dates::{Period, spoken};
use domain::ids::{PersonId, PostId};
use domain::imports::Sort;
use domain::people::Terms;
use domain::people::restating::DatedFact;
use entities::{post, post_terms};
use sea_orm::ActiveValue::{NotSet, Set};
use uuid::Uuid;

/// Compares a line with the post it means.
pub(super) fn settle(
    posts: &Posts<'_>,
    check: &mut Check<'_>,
    stated: Stated<'_>,
    before: Option<&OnRecord>,
) {
    let row = row(stated, before.map(|b| &b.row));
    if Period::new(row.starts_on, row.leaves_on).is_backwards() {
        let message = "the leaving date is before the start date; correct one of them";
        check.report.faults.add(stated.line.number, "leaving_date", "", message);
    }
    let held = before.and_then(|b| b.post.terms_at(check.options.as_at)).copied();
    let line_manager = line_manager(check, &posts.people.register, stated, held);
    let terms = terms(stated.says, line_manager, held);
    let name = format!("{}, {}", stated.entry.number, posts.places.post(&terms));
    if let Some(before) = before {
        return restate(posts, check, (before, held), (row, terms), &name);
    }
    check.report.count("posts", Sort::New, || format!("{name}, {} FTE", terms.fte));
    record(check, row.id, &terms, posts.places);
    check.plan.posts.add(row);
}

/// Corrects a post, and records what changes in it from the day on.
fn restate(
    posts: &Posts<'_>,
    check: &mut Check<'_>,
    (before, held): (&OnRecord, Option<Terms>),
    (row, terms): (post::Model, Terms),
    name: &str,
) {
    let day = check.options.as_at;
    let changes = corrections(&before.row, &row);
    let recorded = before.post.restated(terms, day);
    if !recorded.is_empty() {
        let sentence =
            || format!("from {}, {name}: {}", spoken(day), words(posts, held.as_ref(), &terms));
        check.report.count("posts", Sort::Dated, sentence);
        for terms in &recorded {
            record(check, row.id, terms, posts.places);
        }
        if changes.is_none() {
            return;
        }
    }
    if check.corrects("posts", name, &changes) {
        check.plan.posts.correct(row);
    }
}

fn row(Stated { says, entry, .. }: Stated<'_>, before: Option<&post::Model>) -> post::Model {
    post::Model {
        id: before.map_or_else(|| PostId(Uuid::now_v7()), |b| b.id),
        person_id: entry.id,
        assignment_number: says
            .assignment
            .clone()
            .or_else(|| before.and_then(|b| b.assignment_number.clone())),
        starts_on: says.starts_on.or(before.and_then(|b| b.starts_on)),
        leaves_on: says.leaves_on.or(before.and_then(|b| b.leaves_on)),
        afc_band: says.afc_band.clone().or(before.and_then(|b| b.afc_band.clone())),
    }
}

/// The terms once the line is heard. A file that names a post says that it is held: it may keep its holder away by its
/// silence, but not gone.
fn terms(says: &PostLine, line_manager: Option<PersonId>, held: Option<Terms>) -> Terms {
    let status = held.map(|h| h.status).filter(|status| *status != PostStatus::Left);
    Terms {
        from: None,
        team: says.team,
        role: says.role,
        fte: says.fte,
        category: says.category.or_default_to(PostCategory::Permanent, held.map(|h| h.category)),
        status: says.status.or_default_to(PostStatus::Active, status),
        line_manager,
    }
}

fn line_manager(
    check: &mut Check<'_>,
    register: &Register,
    Stated { line, says, .. }: Stated<'_>,
    held: Option<Terms>,
) -> Option<PersonId> {
    let number = match &says.line_manager {
        Said::Nothing => return held.and_then(|terms| terms.line_manager),
        Said::Blank => return None,
        Said::This(number) => number,
    };
    let message = match register.find_colleague(line.says.person.employer, number) {
        Found::One(at) => return register.get(at).map(|entry| entry.id),
        Found::Several => SEVERAL,
        Found::Nobody => {
            "nobody with this number is in the file or on record; add them, or correct the number"
        }
    };
    check.report.faults.add(line.number, "line_manager_employee_number", number, message);
    None
}

/// Plans the recording of terms.
pub(super) fn record(check: &mut Check<'_>, post_id: PostId, terms: &Terms, places: &Places) {
    let Some((team, role)) = places.teams.get(terms.team).zip(places.roles.get(terms.role)) else {
        return;
    };
    check.plan.terms.new.push(post_terms::ActiveModel {
        id: NotSet,
        post_id: Set(post_id),
        holds_from: Set(terms.from),
        team_id: Set(team.id),
        role_id: Set(role.id),
        fte: Set(terms.fte),
        category: Set(terms.category),
        status: Set(terms.status),
        line_manager_id: Set(terms.line_manager),
        recorded_at: Set(check.ctx.now),
        recorded_by: Set(check.ctx.actor.name().to_owned()),
    });
}

fn corrections(before: &post::Model, after: &post::Model) -> Changes {
    let (old, new) = (before.assignment_number.as_ref(), after.assignment_number.as_ref());
    Changes::default()
        .of_maybe("assignment number", old, new)
        .of_maybe("start date", before.starts_on, after.starts_on)
        .of_maybe("leaving date", before.leaves_on, after.leaves_on)
        .of_maybe("AfC band", before.afc_band.as_ref(), after.afc_band.as_ref())
}

/// What changes from the day on.
fn words(posts: &Posts<'_>, held: Option<&Terms>, after: &Terms) -> String {
    let Some(held) = held else { return String::new() };
    let entries = posts.people.register.entries();
    let number = |id: Option<PersonId>| {
        entries.iter().find(|entry| Some(entry.id) == id).map(|entry| entry.number.clone())
    };
    let places = posts.places;
    let add = |changes: Changes, fact| match fact {
        DatedFact::Team => changes.of("team", places.team(held.team), places.team(after.team)),
        DatedFact::Role => changes.of("role", places.role(held.role), places.role(after.role)),
        DatedFact::Fte => changes.of("FTE", held.fte, after.fte),
        DatedFact::Category => {
            changes.of("category", held.category.label(), after.category.label())
        }
        DatedFact::Status => changes.of("status", held.status.label(), after.status.label()),
        DatedFact::LineManager => {
            changes.of_maybe("line manager", number(held.line_manager), number(after.line_manager))
        }
    };
    after.differences(held).into_iter().fold(Changes::default(), add).words()
}
