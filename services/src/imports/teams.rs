//! Teams from a file: corrected in place by their code.

use super::cells::{code, date, number, text, word};
use super::changes::Changes;
use super::check::Check;
use super::columns::{Column, Layout, may, must};
use super::group_codes::refuse_codes;
use super::inputs;
use super::known::Codes;
use super::lines::{self, Line};
use super::row::{Row, Said};
use super::within::Within;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::{CareLevel, CareSetting, InputKind};
use domain::ids::{AreaId, OrganisationId, TeamId};
use domain::imports::Sort;
use entities::{area, organisation, team};
use sea_orm::EntityTrait;
use std::collections::HashMap;
use uuid::Uuid;

pub(super) const COLUMNS: &[Column] = &[
    must("code"),
    must("name"),
    must("setting"),
    must("organisation_code"),
    may("area_code"),
    may("care_level"),
    may("mental_health_input"),
    may("sessions_due_per_year"),
    may("opened_on"),
    may("closed_on"),
];

#[derive(Clone, Debug, PartialEq, Eq)]
struct TeamLine {
    code: String,
    name: String,
    setting: CareSetting,
    organisation: OrganisationId,
    area: Said<AreaId>,
    care_level: Said<CareLevel>,
    input: Said<InputKind>,
    sessions: Said<i32>,
    opened_on: Said<NaiveDate>,
    closed_on: Said<NaiveDate>,
}

/// What a team refers to.
struct Places {
    organisations: Codes<OrganisationId>,
    areas: Codes<AreaId>,
}

fn read(row: &mut Row<'_>, places: &Places) -> Option<TeamLine> {
    let (code_, name) = (row.must("code", code), row.must("name", text(200)));
    let setting = row.must("setting", word);
    let organisation =
        row.must("organisation_code", |cell| places.organisations.find(cell).copied());
    let area = row.may("area_code", |cell| places.areas.find(cell).copied());
    let care_level = row.may("care_level", word);
    let input = row.may("mental_health_input", word);
    let sessions = row.may("sessions_due_per_year", number(0, 366));
    let (opened_on, closed_on) = (row.may("opened_on", date), row.may("closed_on", date));
    row.in_order("opened_on", "closed_on", (opened_on.said(), closed_on.said()));
    Some(TeamLine {
        code: code_?,
        name: name?,
        setting: setting?,
        organisation: organisation?,
        area,
        care_level,
        input,
        sessions,
        opened_on,
        closed_on,
    })
}

pub(super) async fn check(check: &mut Check<'_>, within: &Within) -> Result<()> {
    let areas = area::Entity::find().all(check.db()).await?;
    let organisations = organisation::Entity::find().all(check.db()).await?;
    let mut names = Names::default();
    names.areas.extend(areas.iter().map(|row| (row.id, row.code.clone())));
    names.organisations.extend(organisations.iter().map(|row| (row.id, row.code.clone())));
    let open = organisations.into_iter().filter(|row| within.organisation(row.id));
    let places = Places {
        organisations: Codes::new("an organisation on record", open.map(|row| (row.code, row.id))),
        areas: Codes::new("an area on record", areas.into_iter().map(|row| (row.code, row.id))),
    };
    let lines = check.lines(Layout::Named(COLUMNS), move |row| read(row, &places)).await?;
    let key = |says: &TeamLine| (says.code.clone(), says.code.clone());
    let lines = lines::each_once(lines, "code", key, &mut check.report.faults);
    plan(check, lines, &names, within).await
}

/// The codes to say a team's places with.
#[derive(Default)]
struct Names {
    areas: HashMap<AreaId, String>,
    organisations: HashMap<OrganisationId, String>,
}

async fn plan(
    check: &mut Check<'_>,
    lines: Vec<Line<TeamLine>>,
    names: &Names,
    within: &Within,
) -> Result<()> {
    let codes = lines.iter().map(|line| (line.number, line.says.code.clone())).collect();
    refuse_codes(check, codes).await?;
    let rows = team::Entity::find().all(check.db()).await?;
    let before: HashMap<String, team::Model> =
        rows.into_iter().map(|row| (row.code.clone(), row)).collect();
    let on_record = inputs::on_record(check).await?;
    for Line { number, mut says } in lines {
        let known = before.get(&says.code);
        if known.is_some_and(|row| !within.team(row.id)) {
            let message = "this code belongs to a team outside what you administer; choose another";
            check.report.faults.add(number, "code", &says.code, message);
            continue;
        }
        let id = known.map_or_else(|| TeamId(Uuid::now_v7()), |row| row.id);
        says.input = on_record.heard(id, says.input);
        on_record.settle(check, id, says.input);
        settle(check, id, (&says, known), on_record.kind(id), names);
    }
    Ok(())
}

fn settle(
    check: &mut Check<'_>,
    id: TeamId,
    (says, before): (&TeamLine, Option<&team::Model>),
    input: Option<InputKind>,
    names: &Names,
) {
    let row = row(id, says, before);
    let Some(before) = before else {
        check.report.count("teams", Sort::New, || format!("{} ({})", row.name, row.code));
        return check.plan.teams.add(row);
    };
    let label = |input: Option<InputKind>| input.map(InputKind::label);
    let changes = differences(before, &row, names).of_maybe(
        "mental health input",
        label(input),
        label(says.input.or(input)),
    );
    if check.corrects("teams", &row.code, &changes) {
        check.plan.teams.correct(row);
    }
}

fn row(id: TeamId, says: &TeamLine, before: Option<&team::Model>) -> team::Model {
    team::Model {
        id,
        code: says.code.clone(),
        name: says.name.clone(),
        setting: says.setting,
        organisation_id: says.organisation,
        area_id: says.area.or(before.and_then(|b| b.area_id)),
        care_level: says.care_level.or(before.and_then(|b| b.care_level)),
        sessions_due_per_year: says.sessions.or(before.and_then(|b| b.sessions_due_per_year)),
        opened_on: says.opened_on.or(before.and_then(|b| b.opened_on)),
        closed_on: says.closed_on.or(before.and_then(|b| b.closed_on)),
    }
}

fn differences(before: &team::Model, after: &team::Model, names: &Names) -> Changes {
    let area = |row: &team::Model| row.area_id.and_then(|id| names.areas.get(&id)).cloned();
    let organisation = |row: &team::Model| names.organisations.get(&row.organisation_id).cloned();
    Changes::default()
        .of("name", &before.name, &after.name)
        .of("setting", before.setting.label(), after.setting.label())
        .of_maybe("organisation", organisation(before), organisation(after))
        .of_maybe("home area", area(before), area(after))
        .of_maybe(
            "care level",
            before.care_level.map(CareLevel::label),
            after.care_level.map(CareLevel::label),
        )
        .of_maybe("sessions due a year", before.sessions_due_per_year, after.sessions_due_per_year)
        .of_maybe("opened on", before.opened_on, after.opened_on)
        .of_maybe("closed on", before.closed_on, after.closed_on)
}
