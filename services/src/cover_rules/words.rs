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
    let title = match item {
        Item::Domain(_) => {
            let domains = facts.domains_at(day).into_iter();
            let mut domains = domains.filter_map(|at| facts.domains.get(at));
            domains.find(|domain| domain.code == code).map(|domain| &domain.title)
        }
        Item::Competency(_) => {
            let version = version_at(&facts.versions, day);
            let mut all = facts.competencies.iter();
            let found = all.find(|c| Some(c.version) == version && c.code == code);
            found.map(|competency| &competency.title)
        }
    };
    match title {
        Some(title) => format!("{code} {title}"),
        None => format!("{code} (not in the competency set now)"),
    }
}
