//! Returns: all of them, one with its steps, what it publishes, what it says a place needs, and its restricted annex.

mod acts; // what is done with one: approved, submitted, corrected
mod again; // beside today's data, and prepared from it
mod annex; // exact figures of teams, for named recipients
mod api; // server functions
mod changes; // what a correction changes
mod checks; // what the checks came upon, and why it may stand
mod figures; // what is published
mod files; // what it is made of
mod list; // all of them, and a new one
mod needs; // what the place is short of
mod page; // one of them
mod say; // the lead's words on a need
mod steps; // where it stands, and all that was done
mod texts; // what people wrote in one

pub use annex::ReturnAnnexPage;
pub use figures::ReturnFiguresPage;
pub use list::ReturnsPage;
pub use needs::ReturnNeedsPage;
pub use page::OneReturnPage;
pub use say::SayOfNeedPage;

use crate::address::segment;
use crate::ui::Crumb;
use domain::dates::spoken;
use domain::returns::ReturnId;
use domain::returns::views::ReturnLine;

/// Where all returns are listed.
pub(crate) const RETURNS: &str = "/returns";

/// Beside every button that counts a return anew.
const TAKES_A_WHILE: &str = "This takes up to a minute.";

/// What the button says that begins a correction.
const BEGIN_CORRECTION: &str = "Begin the correction";

/// Where a revision is.
fn at(id: &ReturnId) -> String {
    format!("{RETURNS}/{}", segment(&id.to_string()))
}

/// Where its needs are, looked at like this: `role=PN&page=2`.
fn needs_at(id: &ReturnId, asked: &str) -> String {
    let query = if asked.is_empty() { String::new() } else { format!("?{asked}") };
    format!("{}/needs{query}", at(id))
}

/// `Return of Tower Hamlets, 31 March 2026`; of a correction with its revision.
fn titled(line: &ReturnLine) -> String {
    let whole = format!("Return of {}, {}", line.place_name, spoken(line.id.date));
    match line.id.revision {
        1 => whole,
        revision => format!("{whole}, revision {revision}"),
    }
}

/// The pages above those about one return.
fn trail(line: &ReturnLine) -> Vec<Crumb> {
    vec![Crumb::new(RETURNS, "Returns"), Crumb::new(at(&line.id), titled(line))]
}

/// The beginning of a digest: enough to tell two apart by eye.
fn short(digest: &str) -> &str {
    digest.get(..12).unwrap_or(digest)
}
