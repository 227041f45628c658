//! From facts and rows to what the files of a revision say, and what its checks come upon.

use super::{Computed, Work};
use crate::error::Result;
use crate::returns::basis::Said;
use domain::coverage::Facts;
use domain::coverage::cover::Item;
use domain::frameworks::version_at;
use domain::ids::AccountId;
use domain::refusal::Refusal;
use domain::returns::activity::{Activity, twelve_months};
use domain::returns::attendance;
use domain::returns::changes::Keyed;
use domain::returns::checks::{Concern, Shares, imported, in_data, in_figures, provisional};
use domain::returns::contents::{Correction, Titles};
use domain::returns::families::within;
use domain::returns::findings::{Figures, findings};
use domain::returns::method::method;
use domain::returns::sessions::SessionFigure;
use domain::returns::shortfalls::Need;
use domain::returns::{Cell, Contents, Frozen, Prepared, Stamp, prepare};
use std::collections::{BTreeMap, BTreeSet};

/// # Errors
/// Refuses what is said of a need that there is none of; fails where an earlier return cannot be read.
pub(super) fn put_together(facts: &Facts, work: Work) -> Result<Computed> {
    let (at, day) = (work.at, work.target.id.date);
    let before_it = work.earlier.frozen()?;
    let (prepared, is_first) = (prepare(facts, at, day, &before_it), before_it.is_empty());
    let before = work.earlier.before()?;
    let corrected = work.earlier.corrected()?;
    let activity = work.loaded.activity(facts, (at, day));
    let mut contents = contents(facts, &work, (&prepared, &activity))?;
    refuse_gone(&work, &contents)?;
    let by_attendance = (contents.sessions.as_mut_slice(), contents.needs.as_mut_slice());
    let attendance = attendance::beside(by_attendance, twelve_months(day), &before_it);
    let compared = before.as_ref().map(|before| (before.cells.as_slice(), before.stamp.id.date));
    let titles = &contents.titles.items;
    contents.findings = findings(Figures { cells: &contents.cells, before: compared, titles });
    if let Some(corrected) = corrected {
        let reason = work.target.reason.as_deref().unwrap_or_default();
        contents.correction = Some(Correction::of(&corrected, &contents, reason));
    }
    let earlier = before.map(|before| before.cells).unwrap_or_default();
    let concerns = concerns(facts, &work, &prepared, (&earlier, is_first));
    let wrote = wrote(&work, &contents.needs);
    let frozen = Frozen { attendance, ..prepared.publication.frozen };
    let (beside, teams) = (work.earlier.beside, work.teams);
    Ok(Computed { contents, concerns, frozen, beside, wrote, teams })
}

/// # Errors
/// Refuses what is said of a need that there is none of any more: it would stand in no file.
fn refuse_gone(work: &Work, contents: &Contents) -> std::result::Result<(), Refusal> {
    let is_there = |said: &Said| contents.needs.iter().any(|need| need.said_of() == said.need);
    if work.target.said.as_ref().is_none_or(is_there) {
        return Ok(());
    }
    let id = &work.target.id;
    let sentence = format!("Today’s data has no such need any more; prepare {id} again first");
    Err(Refusal::rule("return_need_gone", sentence))
}

/// Whose words or local measures stand in it.
fn wrote(work: &Work, needs: &[Need]) -> Vec<AccountId> {
    let said = needs.iter().filter(|need| !need.words.is_empty());
    let by = said.filter_map(|need| work.words.get(&need.said_of())?.by);
    let all: BTreeSet<AccountId> = by.chain(work.brought_by.iter().copied()).collect();
    all.into_iter().collect()
}

/// Without findings and correction, which are told of the rest.
fn contents(
    facts: &Facts,
    work: &Work,
    (prepared, activity): (&Prepared, &Activity),
) -> Result<Contents> {
    let (at, day) = (work.at, work.target.id.date);
    let needs = needs(facts, work, (prepared, activity));
    let cells = prepared.publication.cells.iter().filter(|cell| !cell.key.row.is_of_role());
    let sessions = activity.figures(facts, at, day);
    let mut local_measures = work.local_measures.clone();
    local_measures.sort_by_cached_key(Keyed::key);
    Ok(Contents {
        stamp: Stamp { id: work.target.id.clone(), framework_version: work.version },
        place: work.place(facts)?.name.clone(),
        recipient: work.recipient.clone(),
        framework: work.framework.clone(),
        cells: cells.cloned().collect(),
        cover: prepared.cover.clone(),
        sessions: sessions.iter().filter_map(SessionFigure::published).collect(),
        titles: titles(facts, work, &needs),
        needs,
        local_measures,
        findings: Vec::new(),
        method: method(day, (&work.framework, work.version)),
        within: within(&prepared.publication.frozen.families),
        correction: None,
    })
}

/// Gaps and what else is short, each with the lead's words.
fn needs(facts: &Facts, work: &Work, (prepared, activity): (&Prepared, &Activity)) -> Vec<Need> {
    let (at, day) = (work.at, work.target.id.date);
    let short = activity.shortfalls(facts, at, day);
    let mut needs: Vec<Need> = prepared.gaps.iter().cloned().chain(short).collect();
    for need in &mut needs {
        let word = work.words.get(&need.said_of());
        need.words = word.map(|word| word.words.clone()).unwrap_or_default();
    }
    needs.sort_by_cached_key(Keyed::key);
    needs
}

/// What the codes of domains, and of the needs' competencies and roles, are called on the day.
fn titles(facts: &Facts, work: &Work, needs: &[Need]) -> Titles {
    let day = work.target.id.date;
    let version = version_at(&facts.versions, day);
    let domains = facts.domains_at(day).into_iter().filter_map(|at| facts.domains.get(at));
    let mut titles = Titles::default();
    titles.items.extend(domains.map(|domain| (domain.code.clone(), domain.title.clone())));
    let roles: BTreeMap<&str, &str> =
        facts.roles.iter().map(|role| (role.code.as_str(), role.title.as_str())).collect();
    for need in needs.iter().filter(|need| !need.role.is_empty()) {
        let item = || facts.title_of(&Item::Competency(need.item.clone()), version);
        if !titles.items.contains_key(&need.item)
            && let Some(title) = item()
        {
            titles.items.insert(need.item.clone(), title.to_owned());
        }
        if let Some(title) = roles.get(need.role.as_str()) {
            titles.roles.insert(need.role.clone(), (*title).to_owned());
        }
    }
    titles
}

/// What the checks come upon; `earlier` are the cells of the return before, and whether this is the first return of the place.
fn concerns(
    facts: &Facts,
    work: &Work,
    prepared: &Prepared,
    (earlier, is_first): (&[Cell], bool),
) -> Vec<Concern> {
    let (at, day) = (work.at, work.target.id.date);
    let publication = &prepared.publication;
    let imported = imported(facts, (at, day), &work.brought);
    let shares = Shares::of(&prepared.rows, imported);
    let mut concerns = in_data(facts, at, (day, work.today));
    let open = (publication.open.as_slice(), is_first);
    concerns.extend(provisional(&prepared.rows));
    concerns.extend(in_figures(&publication.cells, earlier, open, shares));
    concerns.sort();
    concerns
}
