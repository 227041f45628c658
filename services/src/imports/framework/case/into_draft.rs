//! A package that goes into a draft: one with nothing in it, one that came from the same package, or one that follows it.
//! What the draft has and the package does not name stays, after everything else.

use super::super::target::{SameAs, Target, tell_begun, withdraw_same};
use super::compare::{of_competency, of_domain};
use super::settled::Settled;
use crate::case::Edition;
use crate::error::Result;
use crate::frameworks::Draft;
use crate::imports::changes::Changes;
use crate::imports::check::Check;
use domain::ids::CompetencyId;
use domain::imports::Sort;
use entities::{competency, competency_domain, framework_source, framework_version, predecessor};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

const OTHER_DRAFT: &str = "is not that of the package which the open draft came from, nor of the version that it follows; publish \
                           or delete the draft first, or empty it";

pub(super) async fn into_draft(check: &mut Check<'_>, target: Target, says: Edition) -> Result<()> {
    let (theirs, draft) = (says.version.id, &target.draft);
    let follows = draft.follows.as_ref().map(|row| row.id);
    if !target.is_empty() && draft.version.id != theirs && follows != Some(theirs) {
        let id = theirs.to_string();
        check.report.faults.add(0, "CFDocument.identifier", &id, OTHER_DRAFT);
        return Ok(());
    }
    let Settled { edition, came_as, renamed } = Settled::of(check.db(), &target, says).await?;
    if refuse_codes(check, draft, &edition) {
        return Ok(());
    }
    tell_identifiers(check, edition.version.id != theirs, renamed);
    put_version(check, &target, &edition.version);
    put_source(check, &target, edition.source).await?;
    let moved = put_domains(check, draft, &edition.domains);
    // What becomes of old competencies is said under the identifier that the draft has from now on.
    let becomes = Draft { version: edition.version, ..draft.clone() };
    let (same, moved_too) = put_competencies(check, &becomes, &edition.competencies, &came_as);
    if moved + moved_too > 0 {
        check.report.count_many("places in the order", Sort::Correction, moved + moved_too);
    }
    put_predecessors(check, draft, edition.predecessors).await?;
    same.begin_requirements(check).await
}

/// Whether an item brings a code that something else in the draft has.
fn refuse_codes(check: &mut Check<'_>, draft: &Draft, says: &Edition) -> bool {
    let domains: HashMap<&str, Uuid> =
        draft.domains.iter().map(|row| (row.code.as_str(), row.id.0)).collect();
    let competencies: HashMap<&str, Uuid> =
        draft.competencies.iter().map(|row| (row.code.as_str(), row.id.0)).collect();
    let of_domains = says.domains.iter().map(|row| (&row.code, row.id.0, &domains));
    let of_competencies = says.competencies.iter().map(|row| (&row.code, row.id.0, &competencies));
    let mut any = false;
    for (code, id, known) in of_domains.chain(of_competencies) {
        if known.get(code.as_str()).is_some_and(|known| *known != id) {
            let message = "is the code of something else in the draft; change it there first";
            check.report.faults.add(0, "CFItems.humanCodingScheme", code, message);
            any = true;
        }
    }
    any
}

fn tell_identifiers(check: &mut Check<'_>, own_version: bool, renamed: usize) {
    let mut tell = |note: String| check.report.left_out.push(note);
    if own_version {
        tell("The identifier of the document: the draft keeps its own, because a published version has it, or \
              something refers to the draft already".to_owned());
    }
    if renamed > 0 {
        tell(format!(
            "Identifiers of items that another version here has: {renamed}. Those items have one of their own in the draft"
        ));
    }
}

fn put_version(check: &mut Check<'_>, target: &Target, version: &framework_version::Model) {
    let before = &target.draft.version;
    let title = Changes::default().of("title", &before.title, &version.title);
    if target.is_new {
        let draft = Draft { version: version.clone(), ..target.draft.clone() };
        tell_begun(check, &draft);
        check.plan.versions.add(version.clone());
    } else if before.id != version.id {
        let changes = title.of("identifier", before.id, version.id);
        check.corrects("drafts", &format!("version {}", version.number), &changes);
        check.plan.versions_withdrawn.push(before.id);
        check.plan.versions.add(version.clone());
    } else if check.corrects("drafts", &format!("version {}", version.number), &title) {
        check.plan.versions.correct(version.clone());
    }
}

/// Who made it is the package's word; a draft that was begun here with words of its own keeps none.
async fn put_source(
    check: &mut Check<'_>,
    target: &Target,
    source: Option<framework_source::Model>,
) -> Result<()> {
    let Some(source) = source else { return Ok(()) };
    let known = framework_source::Entity::find_by_id(source.version_id).one(check.db()).await?;
    match known {
        Some(known) if known == source => {}
        Some(_) => check.plan.sources.correct(source),
        None if target.is_empty() => check.plan.sources.add(source),
        None => {
            let note = "Who made the package: the draft was begun here".to_owned();
            check.report.left_out.push(note);
        }
    }
    Ok(())
}

/// How many only have another place.
fn put_domains(check: &mut Check<'_>, draft: &Draft, says: &[competency_domain::Model]) -> u64 {
    let known: HashMap<_, _> = draft.domains.iter().map(|row| (row.id, row)).collect();
    let mut moved = 0;
    for row in says {
        let Some(before) = known.get(&row.id) else {
            check.report.count("domains", Sort::New, || format!("{} ({})", row.title, row.code));
            check.plan.domains.add(row.clone());
            continue;
        };
        let corrected = check.corrects("domains", &row.code, &of_domain(before, row));
        moved += u64::from(before.position != row.position);
        if corrected || before.position != row.position {
            check.plan.domains.correct(row.clone());
        }
    }
    let named: HashSet<_> = says.iter().map(|row| row.id).collect();
    let others = draft.domains.iter().filter(|row| !named.contains(&row.id));
    for (position, row) in (says.len() as i32 + 1..).zip(others) {
        if row.position != position {
            check.plan.domains.correct(competency_domain::Model { position, ..row.clone() });
        }
    }
    moved
}

/// What is the same as before, and how many only have another place.
fn put_competencies(
    check: &mut Check<'_>,
    draft: &Draft,
    says: &[competency::Model],
    came_as: &HashMap<CompetencyId, Uuid>,
) -> (SameAs, u64) {
    let known: HashMap<_, _> = draft.competencies.iter().map(|row| (row.id, row)).collect();
    let by_id: HashMap<Uuid, _> = draft.old.iter().map(|row| (row.id.0, row)).collect();
    let by_code: HashMap<&str, _> = draft.old.iter().map(|row| (row.code.as_str(), row)).collect();
    let (mut same, mut moved) = (SameAs::default(), 0);
    for row in says {
        let Some(before) = known.get(&row.id) else {
            let name = || format!("{} ({})", row.title, row.code);
            check.report.count("competencies", Sort::New, name);
            let came = came_as.get(&row.id).and_then(|id| by_id.get(id));
            let old = came.or_else(|| by_code.get(row.code.as_str())).copied();
            same.propose(check, draft, old, row);
            check.plan.competencies.add(row.clone());
            continue;
        };
        let corrected = check.corrects("competencies", &row.code, &of_competency(before, row));
        moved += u64::from(before.position != row.position);
        if corrected {
            withdraw_same(check, draft, before, row);
        }
        if corrected || before.position != row.position {
            check.plan.competencies.correct(row.clone());
        }
    }
    put_others_last(check, draft, says);
    (same, moved)
}

fn put_others_last(check: &mut Check<'_>, draft: &Draft, says: &[competency::Model]) {
    let named: HashSet<_> = says.iter().map(|row| row.id).collect();
    let others: Vec<_> = draft.competencies.iter().filter(|row| !named.contains(&row.id)).collect();
    if !others.is_empty() {
        let many = others.len();
        let note =
            format!("Competencies of the draft that are not in the file: {many}. They stay in it");
        check.report.left_out.push(note);
    }
    for (position, row) in (says.len() as i32 + 1..).zip(others) {
        if row.position != position {
            check.plan.competencies.correct(competency::Model { position, ..row.clone() });
        }
    }
}

async fn put_predecessors(
    check: &mut Check<'_>,
    draft: &Draft,
    says: Vec<predecessor::Model>,
) -> Result<()> {
    let own = draft.competencies.iter().map(|row| row.id);
    let known = predecessor::Entity::find()
        .filter(predecessor::Column::CompetencyId.is_in(own))
        .all(check.db())
        .await?;
    let known: HashSet<_> =
        known.into_iter().map(|row| (row.competency_id, row.identifier)).collect();
    for row in says {
        if !known.contains(&(row.competency_id, row.identifier)) {
            check.report.count("replaced elsewhere", Sort::New, || row.title.clone());
            check.plan.predecessors.add(row);
        }
    }
    Ok(())
}
