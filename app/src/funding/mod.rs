//! Money for sessions: the schemes that workforce leads keep, and what a team claims under them.

mod api; // server functions: schemes
mod api_claims; // server functions: what a team claims
mod claim; // one claim, to print or to send
mod claims; // what a team can claim, and has claimed
mod fields; // what the form of a scheme asks
mod scheme; // the forms: a scheme added, changed from a day on, ended
mod schemes; // all schemes
mod under_scheme; // what teams claimed under one

pub use claim::ClaimPage;
pub use claims::ClaimsPage;
pub use scheme::{AddSchemePage, ChangeSchemePage};
pub use schemes::SchemesPage;
pub use under_scheme::SchemeClaimsPage;

use crate::ui::Crumb;
use domain::figures::counted;
use domain::funding::Terms;
use domain::funding::views::Claimed;

/// Where all schemes are listed.
const SCHEMES: &str = "/funding-schemes";

/// The pages above those on which a scheme is kept.
fn trail() -> Vec<Crumb> {
    vec![Crumb::new("/", "Home"), Crumb::new(SCHEMES, "Funding schemes")]
}

/// How many claims were made and what they come to, in words: `2 claims, £700`.
fn claimed_words(claimed: Claimed) -> String {
    format!("{}, {}", counted(claimed.claims, "claim", "claims"), claimed.amount.words())
}

/// What a scheme pays, in words: `£300 a session, £100 a branch`.
fn pays(terms: &Terms) -> String {
    let session =
        (terms.per_session.0 > 0).then(|| format!("{} a session", terms.per_session.words()));
    let branch = (terms.per_branch.0 > 0).then(|| format!("{} a branch", terms.per_branch.words()));
    session.into_iter().chain(branch).collect::<Vec<_>>().join(", ")
}
