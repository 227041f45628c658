//! Local measures from a file: one value of a measure for an area or team over a period. Another value under the same key is a correction;
//! the one before stays in the history.

use super::changes::Changes;
use super::check::Check;
use super::columns::{Column, Layout, must};
use super::lines::{self, Line};
use super::row::Row;
use super::within::Within;
use super::writes::Writes;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::{columns, units};
use crate::local_measures::{named, scope_of};
use chrono::NaiveDate;
use domain::coverage::{Facts, ScopeKind};
use domain::dates::Period;
use domain::fields::{FieldError, FieldErrors};
use domain::ids::{ImportId, LocalMeasureId};
use domain::imports::Sort;
use domain::policy::Scope;
use domain::returns::local_measures::{DEFINITION_MOST, LocalMeasure, TEXT_MOST, Written};
use entities::local_measure;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;

/// The columns of a return's own file are found as well.
pub(super) const COLUMNS: &[Column] = &[
    must("code").or(&["measure_code"]),
    must("definition"),
    must("source"),
    must("unit"),
    must("level").or(&["geography_level"]),
    must("scope_code").or(&["org_code"]),
    must("from").or(&["period_from"]),
    must("to").or(&["period_to"]),
    must("value"),
];

/// What people wrote in their own words, each with the most characters that it may have.
const TEXTS: [(&str, usize); 3] =
    [("definition", DEFINITION_MOST), ("source", TEXT_MOST), ("unit", TEXT_MOST)];

const MEASURES: &str = "local measures";
/// Rows named by one statement: SQLite takes 32,766 parameters.
const AT_ONCE: usize = 10_000;

/// A measure, an area or team, and a period.
type Key = (String, Scope, Period);

/// A value as a line tells it, and what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MeasureLine {
    scope: Scope,
    measure: LocalMeasure,
}

/// What a checked file changes.
#[derive(Debug, Default)]
pub(super) struct Batch {
    said: Vec<MeasureLine>,
    /// Those that something else is said of.
    replaced: Vec<LocalMeasureId>,
}

/// What a line may refer to.
struct Known {
    /// Areas and teams, by their kind and code.
    scopes: HashMap<(ScopeKind, String), Scope>,
    today: NaiveDate,
}

pub(super) async fn check(check: &mut Check<'_>, within: &Within) -> Result<()> {
    let facts = check.ctx.facts().await?;
    let known = Known::of(&facts, within, check.ctx.today);
    let read = move |row: &mut Row<'_>| read(row, &known);
    let lines = check.lines(Layout::Named(COLUMNS), read).await?;
    let key = |says: &MeasureLine| (says.key(), says.measure.code.clone());
    let lines = lines::each_once(lines, "code", key, &mut check.report.faults);
    let latest = latest(check.db()).await?;
    for Line { says, .. } in lines {
        let before = latest.get(&says.key());
        settle(check, says, before);
    }
    Ok(())
}

fn read(row: &mut Row<'_>, known: &Known) -> Option<MeasureLine> {
    for (column, most) in TEXTS {
        row.free_text(column, most, known.today);
    }
    let level: Option<ScopeKind> = row.cell("level").and_then(|cell| cell.trim().parse().ok());
    let level = level.filter(|level| is_measured(*level));
    let scope = level.and_then(|level| row.must("scope_code", |cell| known.find(level, cell)));
    let measure = measure(row);
    Some(MeasureLine { scope: scope?, measure: measure? })
}

fn is_measured(level: ScopeKind) -> bool {
    level == ScopeKind::Team || level.area_kind().is_some()
}

/// The rest of the row. What was found wrong with a text is not said again, nor is the text.
fn measure(row: &mut Row<'_>) -> Option<LocalMeasure> {
    let cell = |column| row.cell(column).unwrap_or_default();
    let written = Written {
        code: cell("code"),
        definition: cell("definition"),
        source: cell("source"),
        unit: cell("unit"),
        level: cell("level"),
        scope_code: cell("scope_code"),
        from: cell("from"),
        to: cell("to"),
        value: cell("value"),
    };
    let FieldErrors(errors) = match LocalMeasure::parse(written) {
        Ok(measure) => return Some(measure),
        Err(errors) => errors,
    };
    for FieldError { field, message } in errors {
        if !row.is_faulty(&field) {
            row.fault(&field, message);
        }
    }
    None
}

impl Known {
    /// Everything that has measures, and lies in what the asker may bring in.
    fn of(facts: &Facts, within: &Within, today: NaiveDate) -> Self {
        let all = units(facts).filter_map(|unit| named(facts, unit));
        let own = all.filter(|(scope, _)| within.place(*scope));
        Self { scopes: own.map(|(scope, name)| (name, scope)).collect(), today }
    }

    fn find(&self, level: ScopeKind, cell: &str) -> std::result::Result<Scope, String> {
        let found = self.scopes.get(&(level, cell.trim().to_owned())).copied();
        found.ok_or_else(|| {
            let level = level.label().to_lowercase();
            format!("is not the code of a {level} on record; import it first, or correct the code or its level")
        })
    }
}

/// What stands on record now, by what it is told apart by.
async fn latest(db: &impl ConnectionTrait) -> Result<HashMap<Key, local_measure::Model>> {
    let latest = local_measure::Column::ReplacedAt.is_null();
    let rows = local_measure::Entity::find().filter(latest).all(db).await?;
    let key = |row: &local_measure::Model| {
        let period = Period::new(Some(row.first_on), Some(row.last_on));
        (row.code.clone(), scope_of(row), period)
    };
    Ok(rows.into_iter().map(|row| (key(&row), row)).collect())
}

fn settle(check: &mut Check<'_>, says: MeasureLine, before: Option<&local_measure::Model>) {
    let (name, is) = (says.name(), &says.measure);
    let Some(was) = before else {
        let told = || match &is.value {
            Some(value) => format!("{name}: {value} ({})", is.unit),
            None => format!("{name}: not recorded"),
        };
        check.report.count(MEASURES, Sort::New, told);
        return check.plan.local_measures.said.push(says);
    };
    let changes = Changes::default()
        .of("definition", &was.definition, &is.definition)
        .of("source", &was.source, &is.source)
        .of("unit", &was.unit, &is.unit)
        .of_maybe("value", was.value.as_ref(), is.value.as_ref());
    if check.corrects(MEASURES, &name, &changes) {
        check.plan.local_measures.replaced.push(was.id);
        check.plan.local_measures.said.push(says);
    }
}

impl MeasureLine {
    fn key(&self) -> Key {
        (self.measure.code.clone(), self.scope, self.measure.period)
    }

    /// `PHQ-1 of N1 (From 1 April 2026 to 30 September 2026)`.
    fn name(&self) -> String {
        let LocalMeasure { code, scope_code, period, .. } = &self.measure;
        format!("{code} of {scope_code} ({})", period.words())
    }

    fn row(self, ctx: &Ctx, import_id: ImportId) -> local_measure::Model {
        let (area_id, _, team_id) = columns(self.scope);
        let LocalMeasure { code, definition, source, unit, period, value, .. } = self.measure;
        local_measure::Model {
            id: LocalMeasureId(Uuid::now_v7()),
            import_id,
            code,
            definition,
            source,
            unit,
            area_id,
            team_id,
            first_on: period.from.unwrap_or(ctx.today),
            last_on: period.to.unwrap_or(ctx.today),
            value,
            recorded_at: ctx.now,
            replaced_at: None,
        }
    }
}

impl Batch {
    /// Keeps what is new and what is corrected. What it replaces is marked first: of each there is one latest.
    pub async fn save(self, ctx: &Ctx, tx: &impl ConnectionTrait, import: ImportId) -> Result<()> {
        for some in self.replaced.chunks(AT_ONCE) {
            local_measure::Entity::update_many()
                .col_expr(local_measure::Column::ReplacedAt, Expr::value(ctx.now))
                .filter(local_measure::Column::Id.is_in(some.iter().copied()))
                .exec(tx)
                .await?;
        }
        let mut rows = Writes::<local_measure::ActiveModel>::default();
        for line in self.said {
            rows.add(line.row(ctx, import));
        }
        rows.save(tx).await
    }
}
