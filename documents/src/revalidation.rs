//! A revalidation pack as a document: what its page shows, with a section for each regulator.

use crate::document::{Cell, Document, Part};
use domain::dates::spoken;
use domain::evidence::revalidation::{Entry, NOTHING, Pack, Section, WHAT_IT_IS};
use domain::evidence::views::Revalidation;

/// The pack to print or to send.
pub fn revalidation(pack: &Revalidation) -> Document {
    let mut parts = vec![Part::paragraph(WHAT_IT_IS)];
    for (at, pack) in pack.packs.iter().enumerate() {
        // Each regulator's pages can be handed on by themselves; only the first are introduced.
        parts.extend((at > 0).then_some(Part::Page(())));
        parts.extend(for_regulator(pack));
    }
    Document {
        title: "Revalidation pack".to_owned(),
        about: pack.person_name.clone(),
        day: pack.last_day,
        parts,
        attached: None,
    }
}

fn for_regulator(pack: &Pack) -> Vec<Part> {
    let mut parts =
        vec![Part::Section(pack.regulator.label().to_owned()), Part::paragraph(pack.period())];
    parts.extend(pack.sections.iter().flat_map(under_heading));
    parts.push(Part::Inset(pack.not_kept()));
    parts
}

fn under_heading(section: &Section) -> Vec<Part> {
    let entries = match section.entries.as_slice() {
        [] => Part::paragraph(NOTHING),
        entries => Part::table(
            [("Day", 22), ("What", 40), ("Kind", 20), ("Time", 18), ("From", 20)],
            entries.iter().map(row).collect(),
        ),
    };
    vec![Part::Topic(section.title.clone()), Part::paragraph(section.comes_to()), entries]
}

fn row(entry: &Entry) -> [Cell; 5] {
    [
        Cell::of(spoken(entry.happened_on)),
        Cell::of(entry.what.clone()).with(entry.about()),
        Cell::of(entry.kind.label()),
        Cell::of(entry.time()),
        Cell::of(entry.source.clone()),
    ]
}
