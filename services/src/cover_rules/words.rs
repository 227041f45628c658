//! Whose cover a rule is about, and in what, in words.

use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::coverage::cover::{Item, Whose};
use domain::frameworks::version_at;

/// `Practice 1 team`, `Primary care, in Network 1`, `Primary care, in every area`.
pub(crate) fn whose_in_words(facts: &Facts, whose: Whose) -> String {
    match whose {
        Whose::Team(at) => facts.places.teams.get(at).map_or_else(String::new, |t| t.name.clone()),
        Whose::Setting { setting, area } => {
            let area = area.and_then(|at| facts.places.areas.get(at));
            let area = area.map_or("every area", |area| &*area.name);
            format!("{}, in {area}", setting.label())
        }
    }
}

/// Code and title in the framework version of a day; the code alone where it has no such thing.
pub(super) fn item_in_words(facts: &Facts, day: NaiveDate, item: &Item) -> String {
    let code = item.code();
    match facts.title_of(item, version_at(&facts.versions, day)) {
        Some(title) => format!("{code} {title}"),
        None => format!("{code} (not in the competency set now)"),
    }
}
