//! Roles from a file: corrected in place by their code.

use super::cells::{code, text, word, yes_or_no};
use super::changes::{Changes, yes_no};
use super::check::Check;
use super::columns::{Column, Layout, may, must};
use super::lines::{self, Line};
use super::row::{Row, Said};
use crate::error::Result;
use domain::codes::CareSetting;
use domain::ids::RoleId;
use domain::imports::Sort;
use entities::role;
use sea_orm::EntityTrait;
use std::collections::HashMap;
use uuid::Uuid;

pub(super) const COLUMNS: &[Column] = &[
    must("code"),
    must("title"),
    must("setting"),
    may("profession"),
    may("gpw_staff_group"),
    may("esr_staff_group"),
    may("mental_health_professional"),
];

#[derive(Clone, Debug, PartialEq, Eq)]
struct RoleLine {
    code: String,
    title: String,
    setting: CareSetting,
    profession: Said<String>,
    gpw_staff_group: Said<String>,
    esr_staff_group: Said<String>,
    mental_health_professional: Said<bool>,
}

fn read(row: &mut Row<'_>) -> Option<RoleLine> {
    let (code_, title) = (row.must("code", code), row.must("title", text(200)));
    let setting = row.must("setting", word);
    let profession = row.may("profession", text(200));
    let gpw_staff_group = row.may("gpw_staff_group", text(200));
    let esr_staff_group = row.may("esr_staff_group", text(200));
    let mental_health_professional = row.may("mental_health_professional", yes_or_no);
    Some(RoleLine {
        code: code_?,
        title: title?,
        setting: setting?,
        profession,
        gpw_staff_group,
        esr_staff_group,
        mental_health_professional,
    })
}

pub(super) async fn check(check: &mut Check<'_>) -> Result<()> {
    let lines = check.lines(Layout::Named(COLUMNS), read).await?;
    let key = |says: &RoleLine| (says.code.clone(), says.code.clone());
    let lines = lines::each_once(lines, "code", key, &mut check.report.faults);
    let rows = role::Entity::find().all(check.db()).await?;
    let before: HashMap<String, role::Model> =
        rows.into_iter().map(|row| (row.code.clone(), row)).collect();
    for Line { says, .. } in lines {
        let on_record = before.get(&says.code);
        settle(check, says, on_record);
    }
    Ok(())
}

fn settle(check: &mut Check<'_>, says: RoleLine, before: Option<&role::Model>) {
    let row = role::Model {
        id: before.map_or_else(|| RoleId(Uuid::now_v7()), |b| b.id),
        code: says.code,
        title: says.title,
        setting: says.setting,
        profession: says.profession.or(before.and_then(|b| b.profession.clone())),
        gpw_staff_group: says.gpw_staff_group.or(before.and_then(|b| b.gpw_staff_group.clone())),
        esr_staff_group: says.esr_staff_group.or(before.and_then(|b| b.esr_staff_group.clone())),
        mental_health_professional: says
            .mental_health_professional
            .or_default_to(false, before.map(|b| b.mental_health_professional)),
    };
    let Some(before) = before else {
        check.report.count("roles", Sort::New, || format!("{} ({})", row.title, row.code));
        return check.plan.roles.add(row);
    };
    if check.corrects("roles", &row.code, &differences(before, &row)) {
        check.plan.roles.correct(row);
    }
}

fn differences(before: &role::Model, after: &role::Model) -> Changes {
    let professional = |row: &role::Model| yes_no(row.mental_health_professional);
    Changes::default()
        .of("title", &before.title, &after.title)
        .of("setting", before.setting.label(), after.setting.label())
        .of_maybe("profession", before.profession.as_ref(), after.profession.as_ref())
        .of_maybe(
            "GP workforce staff group",
            before.gpw_staff_group.as_ref(),
            after.gpw_staff_group.as_ref(),
        )
        .of_maybe(
            "ESR staff group",
            before.esr_staff_group.as_ref(),
            after.esr_staff_group.as_ref(),
        )
        .of("mental health professional", professional(before), professional(after))
}
