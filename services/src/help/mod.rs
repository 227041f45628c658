//! Who can help: a team's mental health links, and colleagues who agreed to be asked.

mod agree; // the agreement, which is its owner's alone
mod find; // whom the asker can ask
mod own; // what somebody said about being asked
mod said; // everything that was said, from rows to words

pub use agree::{agree, end};
pub use find::{HelpAsk, who_can_help};
pub use own::mine;

use domain::coverage::Facts;
use domain::frameworks::Level;
use domain::help::views::HeldIn;
use domain::requirements::CompetencyIndex;

/// What somebody holds, domain by domain.
fn by_domain(facts: &Facts, held: &[(CompetencyIndex, Level)]) -> Vec<HeldIn> {
    let mut domains: Vec<HeldIn> = Vec::new();
    for (at, level) in held {
        let Some(competency) = facts.competencies.get(usize::from(*at)) else { continue };
        let Some(domain) = facts.domains.get(competency.domain) else { continue };
        let told = (competency.title.clone(), *level);
        match domains.last_mut().filter(|last| last.code == domain.code) {
            Some(last) => last.competencies.push(told),
            None => domains.push(HeldIn {
                code: domain.code.clone(),
                domain: domain.title.clone(),
                competencies: vec![told],
            }),
        }
    }
    domains
}
