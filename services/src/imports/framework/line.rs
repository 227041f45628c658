//! One line of a framework file: a competency, and the domain it is in.

use crate::imports::cells::{code, guarded_text, number, text, word, yes_or_no};
use crate::imports::columns::{Column, may, must};
use crate::imports::row::{Row, Said};
use domain::codes::{Origin, Strand};

pub(super) const COLUMNS: &[Column] = &[
    must("code"),
    must("domain_code"),
    must("title"),
    must("statement"),
    must("refresh_months"),
    may("strand"),
    may("rare_event"),
    may("domain_title"),
    may("domain_origin"),
    may("level_1"),
    may("level_2"),
    may("level_3"),
    may("level_4"),
    may("level_5"),
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CompetencyLine {
    pub code: String,
    pub domain: DomainLine,
    pub title: String,
    pub statement: String,
    pub refresh_months: i32,
    pub strand: Said<Strand>,
    pub rare_event: Said<bool>,
    pub levels: [Said<String>; 5],
}

/// What is said of a domain; every competency of it repeats this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DomainLine {
    pub code: String,
    pub title: Said<String>,
    pub origin: Said<Origin>,
}

impl DomainLine {
    /// The title: a domain without one is called by its code.
    pub fn title(&self, on_record: Option<&str>) -> String {
        self.title.clone().or_default_to(self.code.clone(), on_record.map(str::to_owned))
    }

    pub fn origin(&self, on_record: Option<Origin>) -> Origin {
        self.origin.or_default_to(Origin::Local, on_record)
    }
}

impl CompetencyLine {
    pub fn strand(&self, on_record: Option<Strand>) -> Strand {
        self.strand.or_default_to(Strand::MentalHealth, on_record)
    }

    pub fn rare_event(&self, on_record: Option<bool>) -> bool {
        self.rare_event.or_default_to(false, on_record)
    }
}

pub(super) fn read(row: &mut Row<'_>) -> Option<CompetencyLine> {
    let (code_, domain_code) = (row.must("code", code), row.must("domain_code", code));
    let (title, statement) =
        (row.must("title", text(300)), row.must("statement", guarded_text(2_000)));
    let refresh_months = row.must("refresh_months", number(1, 120));
    let (strand, rare_event) = (row.may("strand", word), row.may("rare_event", yes_or_no));
    let (domain_title, origin) =
        (row.may("domain_title", text(300)), row.may("domain_origin", word));
    let levels = ["level_1", "level_2", "level_3", "level_4", "level_5"]
        .map(|column| row.may(column, guarded_text(2_000)));
    Some(CompetencyLine {
        code: code_?,
        domain: DomainLine { code: domain_code?, title: domain_title, origin },
        title: title?,
        statement: statement?,
        refresh_months: refresh_months?,
        strand,
        rare_event,
        levels,
    })
}
