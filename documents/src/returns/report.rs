//! A return as a report that is sent: what the figures say first, then the figures, then how they came about.

mod closing; // local measures, completeness, corrections, method
mod cover; // how many teams are covered
mod coverage; // by domain, area, team, organisation and group
mod figures; // figures looked up, and as heatmaps
mod needs; // what the place is short of
mod sessions; // sessions, protected time, mental health input

use super::said;
use crate::document::{Document, Fact, Part};
use crate::heat::SHADES;
use domain::dates::spoken;
use domain::returns::method::{ROUNDED, RULE_SAYS};
use domain::returns::recipients::NOT_NATIONAL;
use domain::returns::{Contents, Marker};
use figures::Figures;

/// The report, to be drawn as a tagged PDF.
pub fn return_report(contents: &Contents) -> Document {
    let figures = Figures::of(contents);
    let sections = [
        opening(contents),
        reading(),
        coverage::parts(&figures),
        cover::cover(contents),
        sessions::sessions(contents),
        needs::needs(contents),
        closing::local_measures(contents),
        closing::completeness(&figures),
        closing::correction(contents),
        closing::method(contents),
    ];
    Document {
        title: said::title(contents),
        about: format!("A local return for {}", contents.recipient),
        day: contents.stamp.id.date,
        parts: sections.into_iter().flatten().collect(),
        attached: None,
    }
}

/// Whom it is for, whether it corrects another one, and what it says first.
fn opening(contents: &Contents) -> Vec<Part> {
    let stamp = &contents.stamp;
    let fact = |name, text| Fact { name, text };
    let framework = format!("{}, version {}", contents.framework, stamp.framework_version);
    let facts = vec![
        fact("Place", format!("{} ({})", contents.place, stamp.id.place)),
        fact("As at", spoken(stamp.id.date)),
        fact("Framework", framework),
        fact("Return", format!("{}, revision {}", stamp.id, stamp.id.revision)),
    ];
    let corrects = contents.correction.as_ref().map(|correction| {
        let said = format!("This corrects {}. Why: {}", correction.of.spoken(), correction.reason);
        Part::Inset(said)
    });
    let mut parts = vec![Part::Facts(facts), Part::paragraph(NOT_NATIONAL)];
    parts.extend(corrects);
    if !contents.findings.is_empty() {
        let section = Part::Section("What the figures say".to_owned());
        parts.extend([section, Part::Points(contents.findings.clone())]);
    }
    parts
}

fn reading() -> Vec<Part> {
    let note = |note: &Marker| Fact { name: note.code(), text: note.label().to_owned() };
    let shades: Vec<&str> = SHADES.iter().map(|shade| shade.words).collect();
    let shades = format!(
        "In tables of percentages, a darker background means that more is met, in five steps: {}. Every figure is printed as well.",
        shades.join(", ")
    );
    vec![
        Part::Section("How to read the figures".to_owned()),
        Part::paragraph(said::PERCENT),
        Part::paragraph(shades),
        Part::paragraph(said::OVERLAP),
        Part::paragraph(RULE_SAYS),
        Part::paragraph(ROUNDED),
        Part::paragraph("Letters beside or in place of numbers:"),
        Part::Facts(Marker::ALL.iter().map(note).collect()),
    ]
}
