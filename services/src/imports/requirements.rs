//! Requirements from a file: corrected in place by role, competency and first day.

use super::cells::{date, number, word, yes_or_no};
use super::changes::{Changes, yes_no};
use super::check::Check;
use super::columns::{Column, Layout, may, must};
use super::known::Codes;
use super::lines::{self, Line};
use super::row::{Row, Said};
use super::version;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::Necessity;
use domain::ids::{CompetencyId, RequirementId, RoleId};
use domain::imports::Sort;
use entities::{requirement, role};
use sea_orm::EntityTrait;
use std::collections::HashMap;
use uuid::Uuid;

pub(super) const COLUMNS: &[Column] = &[
    must("role_code"),
    must("competency_code"),
    must("required_level"),
    may("necessity"),
    may("critical"),
    may("effective_from"),
    may("effective_to"),
];

type Key = (RoleId, CompetencyId, Option<NaiveDate>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct RequirementLine {
    key: Key,
    /// Role and competency as the file names them.
    name: String,
    level: i32,
    necessity: Said<Necessity>,
    critical: Said<bool>,
    to: Said<NaiveDate>,
}

fn read(
    row: &mut Row<'_>,
    roles: &Codes<RoleId>,
    competencies: &Codes<CompetencyId>,
) -> Option<RequirementLine> {
    let role = row.must("role_code", |cell| roles.find(cell).copied());
    let competency = row.must("competency_code", |cell| competencies.find(cell).copied());
    let level = row.must("required_level", number(0, 5));
    let (necessity, critical) = (row.may("necessity", word), row.may("critical", yes_or_no));
    let (from, to) = (row.may("effective_from", date).said(), row.may("effective_to", date));
    row.in_order("effective_from", "effective_to", (from, to.said()));
    let cell = |column| row.cell(column).unwrap_or_default().trim();
    let name = format!("{} {}", cell("role_code"), cell("competency_code"));
    Some(RequirementLine {
        key: (role?, competency?, from),
        name,
        level: level?,
        necessity,
        critical,
        to,
    })
}

pub(super) async fn check(check: &mut Check<'_>) -> Result<()> {
    let roles = role::Entity::find().all(check.db()).await?;
    let roles = Codes::new("a role on record", roles.into_iter().map(|row| (row.code, row.id)));
    let competencies = version::competencies(check.db(), check.options.as_at).await?;
    let read = move |row: &mut Row<'_>| read(row, &roles, &competencies);
    let lines = check.lines(Layout::Named(COLUMNS), read).await?;
    let key = |says: &RequirementLine| (says.key, says.name.clone());
    let lines = lines::each_once(lines, "competency_code", key, &mut check.report.faults);
    let rows = requirement::Entity::find().all(check.db()).await?.into_iter();
    let before: HashMap<Key, requirement::Model> =
        rows.map(|row| ((row.role_id, row.competency_id, row.effective_from), row)).collect();
    for Line { says, .. } in lines {
        let on_record = before.get(&says.key);
        settle(check, &says, on_record);
    }
    Ok(())
}

fn settle(check: &mut Check<'_>, says: &RequirementLine, before: Option<&requirement::Model>) {
    let row = row(says, before);
    let Some(before) = before else {
        let sentence = || format!("{}: level {}, {}", says.name, row.required_level, row.necessity);
        check.report.count("requirements", Sort::New, sentence);
        return check.plan.requirements.add(row);
    };
    let changes = Changes::default()
        .of("level", before.required_level, row.required_level)
        .of("necessity", before.necessity, row.necessity)
        .of("critical", yes_no(before.critical), yes_no(row.critical))
        .of_maybe("last day", before.effective_to, row.effective_to);
    if check.corrects("requirements", &says.name, &changes) {
        check.plan.requirements.correct(row);
    }
}

fn row(says: &RequirementLine, before: Option<&requirement::Model>) -> requirement::Model {
    let (role_id, competency_id, effective_from) = says.key;
    requirement::Model {
        id: before.map_or_else(|| RequirementId(Uuid::now_v7()), |b| b.id),
        role_id,
        competency_id,
        required_level: says.level,
        necessity: says.necessity.or_default_to(Necessity::Core, before.map(|b| b.necessity)),
        critical: says.critical.or_default_to(false, before.map(|b| b.critical)),
        effective_from,
        effective_to: says.to.or(before.and_then(|b| b.effective_to)),
    }
}
