//! A framework file beside an open draft: its words go in by code. What the file does not name stays, and whatever it
//! words otherwise than the version before is asked about in the crosswalk.

use super::compare::differences;
use super::found;
use super::line::{CompetencyLine, DomainLine};
use crate::frameworks::{Draft, same, says_the_same};
use crate::imports::check::Check;
use crate::imports::lines::Line;
use domain::codes::CrosswalkRelation;
use domain::ids::DomainId;
use domain::imports::Sort;
use entities::{competency, competency_domain};
use std::collections::HashMap;

pub(super) fn into_draft(
    check: &mut Check<'_>,
    draft: &Draft,
    lines: &[Line<CompetencyLine>],
    domains: &[DomainLine],
) {
    let ids = word_domains(check, draft, domains);
    let mut last = draft.competencies.iter().map(|row| row.position).max().unwrap_or(0);
    for Line { says, .. } in lines {
        let Some(&domain_id) = ids.get(says.domain.code.as_str()) else { continue };
        let before = draft.competencies.iter().find(|row| row.code == says.code);
        let Some(before) = before else {
            last += 1;
            let row = found::competency(says, (draft.version.id, domain_id), last);
            check
                .report
                .count("competencies", Sort::New, || format!("{} ({})", row.title, row.code));
            propose_same(check, draft, &row);
            check.plan.competencies.add(row);
            continue;
        };
        let row = worded(before, says, domain_id);
        let domain = draft.domains.iter().find(|domain| domain.id == before.domain_id);
        let Some(domain) = domain else { continue };
        let changes = differences(before, domain, says);
        if check.corrects("competencies", &says.code, &changes) {
            withdraw_same(check, draft, before, &row);
            check.plan.competencies.correct(row);
        }
    }
}

/// The domains by code: those on record corrected, new ones added at the end.
fn word_domains<'d>(
    check: &mut Check<'_>,
    draft: &Draft,
    domains: &'d [DomainLine],
) -> HashMap<&'d str, DomainId> {
    let mut ids = HashMap::new();
    let mut last = draft.domains.iter().map(|row| row.position).max().unwrap_or(0);
    for says in domains {
        let before = draft.domains.iter().find(|row| row.code == says.code);
        let row = match before {
            Some(before) => competency_domain::Model {
                title: says.title(Some(&before.title)),
                origin: says.origin(Some(before.origin)),
                ..before.clone()
            },
            None => {
                last += 1;
                found::domain(says, draft.version.id, last)
            }
        };
        ids.insert(says.code.as_str(), row.id);
        match before {
            Some(before) if *before == row => {
                check.report.count_many("domains", Sort::Unchanged, 1);
            }
            Some(_) => {
                check.report.count("domains", Sort::Correction, || row.title.clone());
                check.plan.domains.correct(row);
            }
            None => {
                check
                    .report
                    .count("domains", Sort::New, || format!("{} ({})", row.title, row.code));
                check.plan.domains.add(row);
            }
        }
    }
    ids
}

fn worded(
    before: &competency::Model,
    says: &CompetencyLine,
    domain_id: DomainId,
) -> competency::Model {
    let row = found::competency(says, (before.version_id, domain_id), before.position);
    competency::Model {
        id: before.id,
        strand: says.strand(Some(before.strand)),
        rare_event: says.rare_event(Some(before.rare_event)),
        level_1: row.level_1.or(before.level_1.clone()),
        level_2: row.level_2.or(before.level_2.clone()),
        level_3: row.level_3.or(before.level_3.clone()),
        level_4: row.level_4.or(before.level_4.clone()),
        level_5: row.level_5.or(before.level_5.clone()),
        ..row
    }
}

/// An old competency that nothing was said of yet and that the file words alike is the same.
fn propose_same(check: &mut Check<'_>, draft: &Draft, row: &competency::Model) {
    let old = draft.old.iter().find(|old| old.code == row.code && says_the_same(old, row));
    let open = old.filter(|old| draft.answers.iter().all(|a| a.old_competency_id != old.id));
    if let Some(old) = open {
        check.plan.answers.add(same(draft.version.id, old.id, row.id));
    }
}

/// Whatever was said to be the same and is no more must be answered again.
fn withdraw_same(
    check: &mut Check<'_>,
    draft: &Draft,
    before: &competency::Model,
    row: &competency::Model,
) {
    let leads = draft.answers.iter().filter(|answer| answer.new_competency_id == Some(row.id));
    for answer in leads.filter(|a| a.relation == CrosswalkRelation::Same && !a.asked_again) {
        let old = draft.old.iter().find(|old| old.id == answer.old_competency_id);
        if old.is_some_and(|old| says_the_same(old, before) && !says_the_same(old, row)) {
            check.plan.answers_withdrawn.push(answer.id);
        }
    }
}
