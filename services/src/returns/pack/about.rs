//! What the data package says of the return besides its files: whose it is, what it corrects, how it came about.

use super::FILES_VERSION;
use chrono::NaiveDate;
use domain::disclosure::RULE;
use domain::returns::cells::Marker;
use domain::returns::contents::Correction;
use domain::returns::findings::completeness;
use domain::returns::method::{ROUNDED, RULE_SAYS};
use domain::returns::{Cell, Contents, ReturnId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What is said of texts in CSV files.
const TEXTS: &str = "In the CSV files an apostrophe stands before a text that a spreadsheet would run as a formula (one that begins with \
    =, +, -, @, a tab or a carriage return), and before one that looks guarded already. Without that one apostrophe it is the text as it \
    was entered. Numbers have none.";

/// How the digest in `submission.json` is made.
const DIGEST: &str = "submission.json names the digest of these files: SHA-256, in hexadecimal, over one line for each file but \
    submission.json, in the order of their names by bytes: name, length in bytes and SHA-256 in hexadecimal, with a space between them \
    and a line feed at the end.";

#[derive(Debug, Serialize)]
pub(super) struct About<'a> {
    return_id: &'a ReturnId,
    files_version: u32,
    reference_date: NaiveDate,
    place: Named<'a>,
    recipient: &'a str,
    revision: u32,
    /// `None` for a first revision.
    correction: Option<Correcting<'a>>,
    framework: Framework<'a>,
    disclosure_rule: &'static str,
    /// What the rule does, and which numbers are rounded by it.
    disclosure: [&'static str; 2],
    completeness: Complete<'a>,
    /// By their codes.
    domains_and_competencies: &'a BTreeMap<String, String>,
    roles: &'a BTreeMap<String, String>,
    notes: BTreeMap<&'static str, &'static str>,
    findings: &'a [String],
    method: &'a [String],
    texts: &'static str,
    digest: &'static str,
}

#[derive(Debug, Serialize)]
struct Named<'a> {
    code: &'a str,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct Framework<'a> {
    name: &'a str,
    version: i32,
}

#[derive(Debug, Serialize)]
struct Correcting<'a> {
    corrects: &'a ReturnId,
    reason: &'a str,
    /// Lines of coverage, which are in `changes.csv` but for those of roles.
    changed_figures: usize,
    /// Of the other files.
    changed_lines: &'a BTreeMap<String, usize>,
}

#[derive(Debug, Serialize)]
struct Complete<'a> {
    /// Of everything asked in the place; `None` where it is held back, or nothing is asked.
    assessed_percent: Option<u32>,
    note: &'static str,
    /// Of which it is told how much is assessed.
    organisations: usize,
    /// Of which that is held back: none of them is marked.
    organisations_not_told: usize,
    /// Less than half of what is asked there is assessed. By their codes.
    provisional_organisations: BTreeSet<&'a str>,
}

impl<'a> About<'a> {
    pub fn of(of: &'a Contents) -> Self {
        let id = &of.stamp.id;
        Self {
            return_id: id,
            files_version: FILES_VERSION,
            reference_date: id.date,
            place: Named { code: &id.place, name: &of.place },
            recipient: &of.recipient,
            revision: id.revision,
            correction: of.correction.as_ref().map(correcting),
            framework: Framework { name: &of.framework, version: of.stamp.framework_version },
            disclosure_rule: RULE,
            disclosure: [RULE_SAYS, ROUNDED],
            completeness: complete(of),
            domains_and_competencies: &of.titles.items,
            roles: &of.titles.roles,
            notes: Marker::ALL.iter().map(|marker| (marker.code(), marker.label())).collect(),
            findings: &of.findings,
            method: &of.method,
            texts: TEXTS,
            digest: DIGEST,
        }
    }
}

fn correcting(correction: &Correction) -> Correcting<'_> {
    Correcting {
        corrects: &correction.of,
        reason: &correction.reason,
        changed_figures: correction.cells.len(),
        changed_lines: &correction.others,
    }
}

fn complete(of: &Contents) -> Complete<'_> {
    let found = completeness(&of.cells);
    Complete {
        assessed_percent: found.assessed.and_then(Cell::percent),
        note: found.assessed.and_then(Cell::note).map_or("", Marker::code),
        organisations: found.organisations.len(),
        organisations_not_told: found.untold.len(),
        provisional_organisations: found.provisional,
    }
}
