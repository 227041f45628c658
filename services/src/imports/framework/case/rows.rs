//! Items as domains and competencies.

use super::associations::Replaced;
use super::codes::Codes;
use super::descriptors::Descriptors;
use super::document::Document;
use super::items::{Item, Items};
use super::node::Reader;
use super::titles;
use super::tree::{Chapter, Leaf};
use crate::case::{Edition, loose_domain};
use crate::imports::cells;
use domain::codes::{Origin, Strand};
use domain::ids::{CompetencyId, DomainId, FrameworkVersionId};
use entities::{competency, competency_domain, predecessor};
use std::collections::{BTreeMap, HashSet};

/// Where the file does not say when a competency is confirmed again: the middle of what the set that ships asks.
const REFRESH_MONTHS: i32 = 24;

pub(super) fn rows(
    reader: &mut Reader,
    document: Document,
    items: &Items<'_>,
    chapters: &[Chapter],
    mut descriptors: Descriptors,
) -> Edition {
    let Document { version, source } = document;
    let leaves = || chapters.iter().flat_map(|chapter| &chapter.leaves);
    let mut of_domains =
        Codes::of(reader, items, chapters.iter().filter_map(|c| c.domain.as_ref()));
    let mut of_competencies = Codes::of(reader, items, leaves().map(|leaf| &leaf.item));
    let (mut domains, mut competencies) = (Vec::new(), Vec::new());
    for (position, chapter) in (1..).zip(chapters) {
        let item = chapter.domain.and_then(|at| items.get(at));
        let code = of_domains.code(item, "D");
        let domain = competency_domain::Model {
            id: DomainId(item.map_or_else(|| loose_domain(version.id.0), |item| item.id)),
            version_id: version.id,
            title: item.map_or_else(|| version.title.clone(), |item| domain_title(reader, item)),
            origin: item.and_then(|item| item.keywords.origin).unwrap_or(Origin::Local),
            code,
            position,
        };
        for leaf in &chapter.leaves {
            let Some(item) = items.get(leaf.item) else { continue };
            let code = of_competencies.code(Some(item), &format!("{}-", domain.code));
            let title = titles::beneath(&headings(items, leaf), &titles::of(item));
            let words = descriptors.remove(&leaf.item).unwrap_or_default();
            let position = competencies.len() as i32 + 1;
            competencies.push(competency(
                item,
                (version.id, domain.id),
                (code, title, position),
                words,
            ));
        }
        domains.push(domain);
    }
    note_headings(reader, items, chapters);
    note_assumed(reader, items, chapters, of_domains.made + of_competencies.made);
    note_levels_of_headings(reader, descriptors.len());
    let (source, predecessors) = (Some(source), Vec::new());
    Edition { version, source, domains, competencies, predecessors }
}

/// What competencies have replaced elsewhere, by the identifier of what was replaced.
pub(super) fn predecessors(
    reader: &mut Reader,
    items: &Items<'_>,
    replaced: Vec<Replaced>,
    edition: &Edition,
) -> Vec<predecessor::Model> {
    let known: HashSet<CompetencyId> = edition.competencies.iter().map(|c| c.id).collect();
    let mut rows = BTreeMap::new();
    let mut of_no_competency = 0;
    for Replaced { by, identifier, title, uri } in replaced {
        let competency_id = items.get(by).map(|item| CompetencyId(item.id));
        match competency_id.filter(|id| known.contains(id)) {
            Some(competency_id) => {
                let row = predecessor::Model { competency_id, identifier, title, uri };
                rows.insert((identifier, competency_id), row);
            }
            None => of_no_competency += 1,
        }
    }
    if of_no_competency > 0 {
        let note = format!(
            "Items that have replaced others and are no competencies here: {of_no_competency}"
        );
        reader.left_out.push(note);
    }
    rows.into_values().collect()
}

fn headings(items: &Items<'_>, leaf: &Leaf) -> Vec<String> {
    leaf.headings.iter().filter_map(|at| items.get(*at)).map(titles::of).collect()
}

/// A domain has a title and no statement, so its statement must be short.
fn domain_title(reader: &mut Reader, item: &Item<'_>) -> String {
    if item.short.as_ref().is_some_and(|short| *short != item.statement) {
        reader.passed_over.insert("CFItems.abbreviatedStatement of domains".to_owned());
    }
    let title = cells::text(300)(&item.statement);
    title.unwrap_or_else(|message| {
        reader.fault(
            &item.node,
            "fullStatement",
            format!("{message}: this item is a domain, whose statement is its title"),
        );
        String::new()
    })
}

fn competency(
    item: &Item<'_>,
    (version_id, domain_id): (FrameworkVersionId, DomainId),
    (code, title, position): (String, String, i32),
    [level_1, level_2, level_3, level_4, level_5]: [Option<String>; 5],
) -> competency::Model {
    competency::Model {
        id: CompetencyId(item.id),
        version_id,
        domain_id,
        code,
        title,
        statement: item.statement.clone(),
        strand: item.keywords.strand.unwrap_or(Strand::MentalHealth),
        refresh_months: item.keywords.refresh_months.unwrap_or(REFRESH_MONTHS),
        rare_event: item.keywords.rare_event.unwrap_or(false),
        position,
        level_1,
        level_2,
        level_3,
        level_4,
        level_5,
    }
}

fn note_headings(reader: &mut Reader, items: &Items<'_>, chapters: &[Chapter]) {
    let leaves = chapters.iter().flat_map(|chapter| &chapter.leaves);
    let mut between: Vec<usize> = leaves.flat_map(|leaf| leaf.headings.iter().copied()).collect();
    between.sort_unstable();
    between.dedup();
    let first = between.first().and_then(|at| items.get(*at)).map(titles::of);
    if let Some(first) = first {
        let many = between.len();
        reader.left_out.push(format!(
            "Items between domains and competencies, such as '{first}': {many}. They stand in the titles of the competencies \
             beneath them"
        ));
    }
}

fn note_levels_of_headings(reader: &mut Reader, many: usize) {
    if many > 0 {
        let note = format!("Items with level descriptors that are no competencies here: {many}");
        reader.left_out.push(note);
    }
}

fn note_assumed(reader: &mut Reader, items: &Items<'_>, chapters: &[Chapter], codes: usize) {
    let leaves = || chapters.iter().flat_map(|c| &c.leaves).filter_map(|leaf| items.get(leaf.item));
    let silent = leaves().filter(|item| item.keywords.refresh_months.is_none()).count();
    let loose = chapters.iter().find(|chapter| chapter.domain.is_none());
    let mut assume = |what: &str, many: usize, instead: &str| {
        if many > 0 {
            reader.assumed.push(format!("{what}: {many}. {instead}"));
        }
    };
    assume("Items without a code", codes, "They are given one, such as D1 or D1-1");
    let loose = loose.map_or(0, |chapter| chapter.leaves.len());
    let instead = "They are put into one with the title of the framework";
    assume("Competencies in no domain", loose, instead);
    let strands = leaves().filter(|item| item.keywords.strand.is_none()).count();
    assume("Competencies without a strand", strands, "They are taken for mental health skills");
    let instead = format!("They are confirmed again after {REFRESH_MONTHS} months");
    assume("Competencies without a refresh period", silent, &instead);
}
