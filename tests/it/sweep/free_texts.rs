//! Every free text of every server function: an NHS number in it is refused, and leaves nothing behind.

use super::functions::calls;
use super::place::{Place, place};
use http::StatusCode;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use services::check::{self, Remark};
use std::collections::BTreeSet;

const NUMBER: &str = "401 023 2137";

/// Arguments that are something else than somebody's own words: codes, ids, dates, names, secrets, what is searched for.
/// Any other is a free text until it stands here.
const NO_FREE_TEXT: &[&str] = &[
    "about",
    "account",
    "address",
    "after",
    "again",
    "agreed",
    "amount",
    "area",
    "ask",
    "asked_again",
    "asks_approval",
    "at_once",
    "at_register",
    "attach_reflection",
    "back",
    "before",
    "begin",
    "begins",
    "beside_today",
    "besides",
    "beyond",
    "case_discussions",
    "category",
    "closed",
    "code",
    "codes",
    "competencies",
    "confidence",
    "count",
    "counts_from",
    "cover",
    "current",
    "dates",
    "deputy",
    "digest",
    "direction",
    "domain",
    "domains",
    "email",
    "employee_number",
    "employer_code",
    "ends",
    "ends_on",
    "every",
    "every_weeks",
    "everyone",
    "evidence",
    "evidence_on",
    "fingerprint",
    "first_name",
    "form",
    "format",
    "from",
    "from_person",
    "from_team",
    "fte",
    "grant",
    "guest",
    "happened_on",
    "held_on",
    "highest",
    "hours",
    "id",
    "in",
    "invited",
    "invited_only",
    "item",
    "items",
    "kept",
    "key",
    "kind",
    "last",
    "last_day",
    "last_name",
    "lead",
    "leaves",
    "level",
    "like",
    "line_manager",
    "lived",
    "made_on",
    "minutes",
    "most",
    "name",
    "needs_cover",
    "needs_feedback",
    "next",
    "nudges",
    "now",
    "number",
    "of",
    "on",
    "origin",
    "pace",
    "page",
    "participatory",
    "password",
    "past",
    "people",
    "person",
    "place",
    "population",
    "post",
    "professional",
    "professions",
    "quota",
    "rare_event",
    "reaction",
    "redaction",
    "refresh_months",
    "relation",
    "request",
    "resolved",
    "review",
    "role",
    "roles",
    "row",
    "rows",
    "same",
    "saw",
    "scheme",
    "search",
    "seen",
    "seen_on",
    "sequence",
    "sequences",
    "session_invitations",
    "session_reminders",
    "sessions",
    "setting",
    "settings",
    "shown",
    "starts",
    "starts_on",
    "state",
    "status",
    "step",
    "strand",
    "supervised_every",
    "supervisor",
    "target_wte",
    "team",
    "template",
    "then",
    "time_use",
    "to",
    "token",
    "typed",
    "unit",
    "until",
    "was",
    "way",
    "weekday",
    "wellbeing",
    "whole_series",
    "why_lost",
    "within",
    "words",
    "work_email",
    "wte",
    "year",
];

/// The words of a framework: published, and in nobody's record.
const OF_FRAMEWORKS: &[&str] =
    &["level_1", "level_2", "level_3", "level_4", "level_5", "statement", "title"];

/// What a lead says of a need; the words of others are what is searched for.
const SAID: (&str, &str) = ("say_of_need", "words");

fn is_free_text(function: &str, argument: &str) -> bool {
    let name = argument.split('[').next().unwrap_or_default();
    let is_known = NO_FREE_TEXT.contains(&name) || OF_FRAMEWORKS.contains(&name);
    !is_known || (function, name) == SAID
}

#[tokio::test]
async fn an_nhs_number_in_a_free_text_is_refused_and_leaves_nothing_behind() {
    let mut place = place().await;
    let (mut faults, mut tried) = (Vec::new(), BTreeSet::new());
    for (name, fields, whose) in calls(&place) {
        let Some(right) = whose.right() else { continue };
        for (free, _) in fields.iter().filter(|(field, _)| is_free_text(name, field)) {
            let text = format!("Seen {NUMBER} at home");
            let typed = |(field, value): &(&str, String)| {
                let value = if field == free { text.clone() } else { value.clone() };
                ((*field).to_owned(), value)
            };
            let typed: Vec<(String, String)> = fields.iter().map(typed).collect();
            let page = place.call(Some(right), name, &typed).await;
            // What is no date or number either is refused as such, beside its field.
            let beside = format!("\"field\":\"{free}\"");
            let named = page.html.contains("NHS number") || page.html.contains(&beside);
            if page.status != StatusCode::UNPROCESSABLE_ENTITY || !named {
                faults.push(format!("{name} took {free}: {} {}", page.status, page.html));
            }
            tried.insert(name);
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(tried.len() >= 7, "only {tried:?} were tried");
    assert!(!is_stored(&place).await);
}

/// Whether the number stands anywhere: in a column that is checked, or anywhere in the file of the database.
async fn is_stored(place: &Place) -> bool {
    let mut wrong = Vec::new();
    let mut tell = |remark| match remark {
        Remark::Wrong(what) => wrong.push(what),
        Remark::Question(_) => {}
    };
    check::check(&place.esteem.operator(), &mut tell).await.expect("a check");
    let db = place.esteem.services.db.read();
    if !wrong.is_empty() || db.get_database_backend() != DbBackend::Sqlite {
        return !wrong.is_empty();
    }
    let asked = "SELECT file FROM pragma_database_list WHERE name = 'main'";
    let row = db.query_one_raw(Statement::from_string(DbBackend::Sqlite, asked)).await;
    let file: String = row.expect("an answer").expect("a row").try_get("", "file").expect("a path");
    [file.clone(), format!("{file}-wal")].iter().any(|path| {
        let bytes = std::fs::read(path).unwrap_or_default();
        bytes.windows(NUMBER.len()).any(|window| window == NUMBER.as_bytes())
    })
}
