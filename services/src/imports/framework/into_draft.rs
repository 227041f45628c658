//! A framework file beside an open draft: its words go in by code. What the file does not name stays, and whatever it
//! words otherwise than the version before is asked about in the crosswalk.

use super::compare::differences;
use super::found;
use super::line::{CompetencyLine, DomainLine};
use super::target::{SameAs, Target, tell_begun, withdraw_same};
use crate::error::Result;
use crate::frameworks::Draft;
use crate::imports::check::Check;
use crate::imports::lines::Line;
use domain::ids::DomainId;
use domain::imports::Sort;
use entities::{competency, competency_domain};
use std::collections::HashMap;

pub(super) async fn into_draft(
    check: &mut Check<'_>,
    target: Target,
    lines: &[Line<CompetencyLine>],
    domains: &[DomainLine],
) -> Result<()> {
    let Target { draft, is_new } = target;
    if is_new {
        tell_begun(check, &draft);
        check.plan.versions.add(draft.version.clone());
    }
    let same = word_competencies(check, &draft, lines, domains);
    same.begin_requirements(check).await
}

/// The competencies by code; what is new and worded as before is the same.
fn word_competencies(
    check: &mut Check<'_>,
    draft: &Draft,
    lines: &[Line<CompetencyLine>],
    domains: &[DomainLine],
) -> SameAs {
    let mut same = SameAs::default();
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
            let old = draft.old.iter().find(|old| old.code == row.code);
            same.propose(check, draft, old, &row);
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
    same
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
