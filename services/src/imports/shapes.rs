//! What a CSV file of each kind looks like: its columns, as its reader finds them, and an empty one to begin with.

use super::columns::Column;
use super::{
    Kind, areas, attendance, evidence, framework, judgements, local_measures, organisations,
    requirements, roles, sessions, staff, teams, within,
};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::imports::views::Shape;
use domain::refusal::Refusal;

/// The columns of a kind of file, and what tells one row from every other (contract, "Input files"). The national files
/// come as they are published, and nobody writes one.
const fn known(kind: Kind) -> Option<(&'static [Column], &'static str)> {
    Some(match kind {
        Kind::Areas => (areas::COLUMNS, "code"),
        Kind::Organisations => {
            (organisations::COLUMNS, "code, network_code and network_from together")
        }
        Kind::Teams => (teams::COLUMNS, "code"),
        Kind::Roles => (roles::COLUMNS, "code"),
        Kind::Framework => (framework::COLUMNS, "code"),
        Kind::Requirements => {
            (requirements::COLUMNS, "role_code, competency_code and effective_from together")
        }
        Kind::Staff => (
            staff::COLUMNS,
            "assignment_number; where it is blank, employee_number, team_code and role_code together",
        ),
        Kind::Judgements => {
            (judgements::COLUMNS, "all columns together; the same row twice is two judgements")
        }
        Kind::EsrCompetences => {
            (evidence::COMPETENCES, "employee_number, course and date_from together")
        }
        Kind::Certificates => (
            evidence::CERTIFICATES,
            "employee_number or work_email, of which each row needs one, course and completed_on together",
        ),
        Kind::Sessions => (sessions::COLUMNS, "code"),
        Kind::Attendance => (attendance::COLUMNS, "session_code and employee_number together"),
        Kind::LocalMeasures => {
            (local_measures::COLUMNS, "code, level, scope_code, from and to together")
        }
        Kind::Ods | Kind::OdsPcn => return None,
    })
}

/// The columns of local measures, and what may stand in them.
const LOCAL_MEASURES: [(&str, &str); 4] = [
    (
        "level",
        "One of: place, locality, network, system, team. scope_code is the code of such an area or team on record",
    ),
    (
        "from and to",
        "The first and the last day of the period, like 2026-09-30, 30-Sep-2026 or 30/09/2026",
    ),
    (
        "value",
        "A number like 1250 or 48.5, without commas or a percent sign. Leave it blank where it was not recorded, and where it counts \
         fewer than 8 people",
    ),
    (
        "definition, source and unit",
        "They are published for good. Do not name anybody: patients or staff",
    ),
];

/// What a CSV file of this kind looks like. `None` for the national files.
pub fn shape(kind: Kind) -> Option<Shape> {
    let (columns, key) = known(kind)?;
    let named = |required: bool| -> Vec<String> {
        let some = columns.iter().filter(|column| column.required == required);
        some.map(|column| column.name.to_owned()).collect()
    };
    let written = written(kind);
    let (required, optional) = (named(true), named(false));
    Some(Shape { kind, required, optional, key: key.to_owned(), written })
}

/// How cells are written that people fill in by hand: the codes of a level are in no other file.
fn written(kind: Kind) -> Vec<(String, String)> {
    let lines: &[(&str, &str)] = if kind == Kind::LocalMeasures { &LOCAL_MEASURES } else { &[] };
    lines.iter().map(|(columns, how)| ((*columns).to_owned(), (*how).to_owned())).collect()
}

/// An empty file of this kind: the line that names its columns.
///
/// # Errors
/// Refuses whoever may not bring in such files, and the national files, as not found.
pub async fn template(ctx: &Ctx, kind: Kind) -> Result<String> {
    within::authorise(ctx, kind).await?;
    let (columns, _) = known(kind).ok_or_else(|| Refusal::not_found("this file"))?;
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    Ok(names.join(",") + "\n")
}
