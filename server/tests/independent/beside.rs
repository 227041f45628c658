//! A random place as it came to be: its files, each recorded on its own day, and what stands beside them, recorded as its
//! people would: cover rules, who comes to a team, requests.

use chrono::{NaiveDate, NaiveTime};
use domain::codes::GrantKind;
use domain::coverage::cover::forms::{AddCoverRule, CoverAsksFields, CoverRuleFields, EVERYWHERE};
use domain::inputs::forms::{InputFields, KeepInput};
use domain::judgements::forms::{AskFields, AskForConfirmation};
use domain::policy::Actor;
use serde_json::Value;
use services::clock::Clock;
use services::db::Db;
use services::imports::{self, Options, Source, Watch};
use services::{Ctx, Services, accounts, cover_rules, grants, inputs, judgements};
use std::path::Path;

/// Who keeps rules of cover everywhere, and who keeps what comes to teams.
const LEAD: &str = "lead@keeps.example";
const ADMINISTRATOR: &str = "administrator@keeps.example";

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A field of a row, as it would be typed.
fn text(row: &Value, name: &str) -> String {
    row[name].as_str().unwrap().to_owned()
}

fn day(row: &Value, name: &str) -> NaiveDate {
    row[name].as_str().unwrap().parse().unwrap()
}

/// Makes the database of a folder, with its files and all of `beside.json` in it.
pub async fn arrange(folder: &Path) {
    let [order, beside] = ["order.json", "beside.json"].map(|file| json(&folder.join(file)));
    let url = format!("sqlite://{}", folder.join("esteem.db").display());
    let db = Db::connect(&url).await.unwrap();
    db.migrate().await.unwrap();
    let services = Services::new(db, Clock::new(Some(day(&order, "today"))));
    let operator = services.as_actor(Actor::Operator);
    for file in order["files"].as_array().unwrap() {
        bring_in(&operator, folder, file).await;
    }
    let lead = keeper(&operator, LEAD, GrantKind::WorkforceLead).await;
    for row in beside["cover_rules"].as_array().unwrap() {
        cover_rules::add(&lead, &rule(row)).await.unwrap_or_else(|e| panic!("{row}: {e}"));
    }
    let administrator = keeper(&operator, ADMINISTRATOR, GrantKind::Administrator).await;
    for row in beside["inputs"].as_array().unwrap() {
        let team = text(row, "team_code");
        let added = inputs::add(&administrator, &team, &input(row)).await;
        added.unwrap_or_else(|e| panic!("{row}: {e}"));
    }
    for row in beside["requests"].as_array().unwrap() {
        request(&operator, row).await;
    }
}

/// Brings a file in as if it were at noon of the day on which it is recorded.
async fn bring_in(operator: &Ctx, folder: &Path, file: &Value) {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
    let now = day(file, "recorded_on").and_time(noon).and_utc();
    let on_its_day = Ctx { now, ..operator.clone() };
    let kind = text(file, "kind").parse().unwrap();
    let source = Source::Path(folder.join(text(file, "file")));
    let (options, watch) = (Options::at(day(file, "as_at")), Watch::default());
    let outcome = imports::bring_in(&on_its_day, kind, &source, &options, &watch).await;
    outcome.unwrap_or_else(|e| panic!("{file}: {e}"));
}

/// Somebody who may do so everywhere.
async fn keeper(operator: &Ctx, email: &str, kind: GrantKind) -> Ctx {
    let account = accounts::add(operator, email, None).await.unwrap();
    let everywhere = grants::find_place(operator, None).await.unwrap();
    grants::give(operator, account, kind, everywhere).await.unwrap();
    operator.services.as_actor(accounts::actor_with(operator, email).await.unwrap())
}

fn rule(row: &Value) -> AddCoverRule {
    let area = match text(row, "area_code") {
        none if none.is_empty() => EVERYWHERE.to_owned(),
        code => code,
    };
    let about = CoverRuleFields {
        team: text(row, "team_code"),
        setting: text(row, "setting"),
        area,
        item: format!("{}:{}", text(row, "item_kind"), text(row, "item")),
    };
    let asks = CoverAsksFields {
        people: text(row, "people"),
        level: text(row, "level"),
        professions: text(row, "professions"),
        starts_on: text(row, "from"),
        ends_on: text(row, "to"),
    };
    AddCoverRule::parse(&about, &asks).unwrap_or_else(|e| panic!("{row}: {e:?}"))
}

fn input(row: &Value) -> KeepInput {
    let fields = InputFields {
        kind: text(row, "kind"),
        population: "all".to_owned(),
        from_team: text(row, "from_team_code"),
        from_person: text(row, "from_person"),
        case_discussions: "all".to_owned(),
        starts_on: text(row, "from"),
        ends_on: text(row, "to"),
        ..InputFields::default()
    };
    KeepInput::parse(&fields).unwrap_or_else(|e| panic!("{row}: {e:?}"))
}

/// Somebody asks on a day, and perhaps thinks better of it on another.
async fn request(operator: &Ctx, row: &Value) {
    let email = text(row, "work_email");
    accounts::add(operator, &email, None).await.unwrap();
    let actor = accounts::actor_with(operator, &email).await.unwrap();
    let on = |today| Ctx { today, ..operator.services.as_actor(actor.clone()) };
    let [code, level] = ["competency_code", "level"].map(|name| text(row, name));
    let fields = AskFields {
        level: &level,
        evidence: "observation",
        note: "On the ward",
        ..AskFields::default()
    };
    let asked = AskForConfirmation::parse(&fields).unwrap();
    let sent = judgements::ask(&on(day(row, "asked_on")), &code, asked, "").await;
    sent.unwrap_or_else(|e| panic!("{row}: {e}"));
    if !text(row, "withdrawn_on").is_empty() {
        let withdrawn = judgements::withdraw(&on(day(row, "withdrawn_on")), &code).await;
        withdrawn.unwrap_or_else(|e| panic!("{row}: {e}"));
    }
}
