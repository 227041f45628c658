//! Areas from a file: corrected in place by their code, each parent wider than its child.

use super::cells::{code, date, text, word};
use super::changes::Changes;
use super::check::Check;
use super::columns::{Column, Layout, may, must};
use super::group_codes::refuse_codes;
use super::lines::{self, Line};
use super::row::{Row, Said};
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::AreaKind;
use domain::ids::AreaId;
use domain::imports::Sort;
use domain::organisations::tree::{Tree, well_placed};
use entities::area;
use sea_orm::{DatabaseConnection, EntityTrait};
use std::collections::HashMap;
use uuid::Uuid;

pub(super) const COLUMNS: &[Column] = &[
    must("code"),
    must("name"),
    must("kind"),
    may("parent_code"),
    may("opened_on"),
    may("closed_on"),
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AreaLine {
    pub code: String,
    pub name: String,
    pub kind: AreaKind,
    pub parent: Said<String>,
    pub opened_on: Said<NaiveDate>,
    pub closed_on: Said<NaiveDate>,
}

fn read(row: &mut Row<'_>) -> Option<AreaLine> {
    let (code_, name) = (row.must("code", code), row.must("name", text(200)));
    let kind = row.must("kind", word);
    let parent = row.may("parent_code", code);
    let (opened_on, closed_on) = (row.may("opened_on", date), row.may("closed_on", date));
    row.in_order("opened_on", "closed_on", (opened_on.said(), closed_on.said()));
    Some(AreaLine { code: code_?, name: name?, kind: kind?, parent, opened_on, closed_on })
}

pub(super) async fn check(check: &mut Check<'_>) -> Result<()> {
    let lines = check.lines(Layout::Named(COLUMNS), read).await?;
    plan(check, lines).await
}

/// Compares the lines with what is on record.
pub(super) async fn plan(check: &mut Check<'_>, lines: Vec<Line<AreaLine>>) -> Result<()> {
    let key = |says: &AreaLine| (says.code.clone(), says.code.clone());
    let lines = lines::each_once(lines, "code", key, &mut check.report.faults);
    let codes = lines.iter().map(|line| (line.number, line.says.code.clone())).collect();
    refuse_codes(check, codes).await?;
    let before = OnRecord::load(check.db()).await?;
    let stated: Vec<Stated> = lines.into_iter().map(|line| before.stated(line)).collect();
    misplaced(check, &before, &stated);
    let ids: HashMap<&str, AreaId> = stated
        .iter()
        .map(|area| (&*area.line.says.code, before.id_of(&area.line.says.code)))
        .collect();
    for area in &stated {
        let id_of = |code: &str| ids.get(code).copied().unwrap_or_else(|| before.id_of(code));
        let id = id_of(&area.line.says.code);
        settle(check, area, (id, area.parent.as_deref().map(id_of)), &before);
    }
    // One statement may add many rows, so a parent must not come in a later one than its child.
    check.plan.areas.new.sort_by_key(|row| row.kind.as_ref().depth());
    Ok(())
}

/// The areas there are.
struct OnRecord {
    by_code: HashMap<String, area::Model>,
    codes: HashMap<AreaId, String>,
}

/// A line with the parent that the area has once it is heard.
struct Stated {
    line: Line<AreaLine>,
    parent: Option<String>,
}

impl Stated {
    fn in_tree(&self) -> (&str, (AreaKind, Option<&str>)) {
        (&self.line.says.code, (self.line.says.kind, self.parent.as_deref()))
    }
}

impl OnRecord {
    async fn load(db: &DatabaseConnection) -> Result<Self> {
        let rows = area::Entity::find().all(db).await?;
        Ok(Self {
            codes: rows.iter().map(|row| (row.id, row.code.clone())).collect(),
            by_code: rows.into_iter().map(|row| (row.code.clone(), row)).collect(),
        })
    }

    fn parent_of(&self, row: &area::Model) -> Option<&str> {
        self.codes.get(&row.parent_id?).map(String::as_str)
    }

    fn stated(&self, line: Line<AreaLine>) -> Stated {
        let on_record = self.by_code.get(&line.says.code).and_then(|row| self.parent_of(row));
        Stated { parent: line.says.parent.clone().or(on_record.map(str::to_owned)), line }
    }

    fn id_of(&self, code: &str) -> AreaId {
        self.by_code.get(code).map_or_else(|| AreaId(Uuid::now_v7()), |row| row.id)
    }
}

/// Notes every area that cannot stand where it would. The fault of an area that the file does not name was made by its
/// parent's line.
fn misplaced(check: &mut Check<'_>, before: &OnRecord, stated: &[Stated]) {
    let on_record = before.by_code.values();
    let mut tree: Tree<'_> =
        on_record.map(|row| (&*row.code, (row.kind, before.parent_of(row)))).collect();
    tree.extend(stated.iter().map(Stated::in_tree));
    let lines: HashMap<&str, u64> =
        stated.iter().map(|area| (&*area.line.says.code, area.line.number)).collect();
    let faults = &mut check.report.faults;
    for (code, (_, parent)) in &tree {
        let Err(fault) = well_placed(&tree, code) else { continue };
        let parent = parent.unwrap_or_default();
        if let Some(&line) = lines.get(code) {
            faults.add(line, "parent_code", parent, fault.to_string());
        } else if let Some(&line) = lines.get(parent) {
            faults.add(line, "kind", "", format!("'{code}' lies in this area: {fault}"));
        }
    }
}

fn settle(
    check: &mut Check<'_>,
    area: &Stated,
    ids: (AreaId, Option<AreaId>),
    on_record: &OnRecord,
) {
    let before = on_record.by_code.get(&area.line.says.code);
    let row = row(&area.line.says, ids, before);
    let Some(before) = before else {
        let sentence = || format!("{} {} ({})", row.kind.label(), row.name, row.code);
        check.report.count("areas", Sort::New, sentence);
        return check.plan.areas.add(row);
    };
    let parent_before = on_record.parent_of(before).unwrap_or_default();
    let changes = Changes::default()
        .of("name", &before.name, &row.name)
        .of("kind", before.kind.label(), row.kind.label())
        .of("parent", parent_before, area.parent.as_deref().unwrap_or_default())
        .of_maybe("opened on", before.opened_on, row.opened_on)
        .of_maybe("closed on", before.closed_on, row.closed_on);
    if check.corrects("areas", &row.code, &changes) {
        check.plan.areas.correct(row);
    }
}

fn row(
    says: &AreaLine,
    (id, parent_id): (AreaId, Option<AreaId>),
    before: Option<&area::Model>,
) -> area::Model {
    area::Model {
        id,
        code: says.code.clone(),
        name: says.name.clone(),
        kind: says.kind,
        parent_id,
        opened_on: says.opened_on.or(before.and_then(|b| b.opened_on)),
        closed_on: says.closed_on.or(before.and_then(|b| b.closed_on)),
    }
}
