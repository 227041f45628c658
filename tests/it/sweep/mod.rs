//! The sweep of the unauthorised: every server function and every page, as nobody, as the wrong people, as the right one.
//!
//! What is not in a list here fails: a new function or page has to say whom it is for.

mod around_returns; // who prepares returns, for the place
mod covering; // who comes to Amina's team, how many of it must hold what, and a group it is in, for the place
mod free_texts; // what people write, with what may not stand in it
mod functions; // the calls, and whose they are
mod funding; // a scheme and a claim, for the place
pub mod pages; // the addresses, and whose they are
pub mod place; // what the calls are about
mod protecting; // protected time, for the place
mod releasing; // what Amina's team asks, for the place
mod requesting; // what Amina's team asks to be taught, for the place
mod returning; // returns of the whole place, for the place
mod teaching; // sessions, for the place

use http::StatusCode;
use tests::Page;
use tests::user::is_refused;

/// Whose something is.
#[derive(Clone, Copy, Debug)]
pub enum Whose {
    /// Anybody's, signed in or not.
    Everybodys,
    /// Everybody's who is signed in: it tells of nobody but themselves.
    Own,
    /// For the first; refused to the others.
    Only(&'static str, &'static [&'static str]),
    /// As `Only`, and the first gets past the door too; but what it asks for cannot be done in this place.
    PastTheDoor(&'static str, &'static [&'static str]),
    /// A list for the first, with Amina in it; the others find less in it, or nothing at all.
    List(&'static str, &'static [&'static str]),
}

/// A colleague, a mighty neighbour, an administrator: none has anything to do with Amina's record.
const NOT_HERS: &[&str] = &["eve", "finn", "yusra"];
/// Those who do not run the installation, however much they may see.
const NOT_ADMINISTRATORS: &[&str] = &["eve", "finn", "dan", "lead", "ig"];
/// Everybody who is not of information governance, Amina herself among them.
const NOT_REDACTORS: &[&str] = &["amina", "ben", "eve", "finn", "dan", "lead", "yusra"];

/// Those without a staff record: nothing is theirs.
const NO_STAFF: &[&str] = &["yusra", "ig"];
/// Those who may not see what comes to Amina’s team, on a page of its own.
const NOT_SEEING_TEAMS: &[&str] = &["eve", "finn", "ig"];
/// Those who see no figures of teams.
const NOT_SEEING_FIGURES: &[&str] = &["eve", "amina", "yusra", "ig"];
/// Those who may not say who comes to it.
const NOT_KEEPING_INPUT: &[&str] = &["eve", "finn", "ig", "lead", "amina"];

/// Those who do not manage when Amina’s team lets its people go.
const NOT_RELEASING: &[&str] = &["eve", "finn", "ig", "lead", "amina", "yusra", "cara"];
/// Those who run no session in Amina’s network: who leads next door plans there.
const NOT_TEACHING: &[&str] = &["amina", "eve", "ben", "dan", "yusra", "ed", "finn"];
/// Those who promise nobody in Amina’s network time: who leads next door does so there.
const NOT_PROMISING: &[&str] = &["amina", "eve", "ben", "cara", "dan", "yusra", "finn"];
/// Those who run none anywhere.
const NOWHERE_TEACHING: &[&str] = &["amina", "eve", "ben", "dan", "yusra", "ed"];

fn names_amina(page: &Page) -> bool {
    ["Amina", "Khan", "amina@"].iter().any(|name| page.html.contains(name))
}

/// What is wrong with an answer to somebody whom it is not for.
fn told_too_much(whose: Whose, page: &Page) -> Option<String> {
    let fine = match whose {
        // The right person succeeds with the same words, so that a fault in them is a refusal too.
        Whose::Only(..) => page.status.is_client_error(),
        Whose::PastTheDoor(..) | Whose::Own => is_refused(page.status),
        Whose::List(..) => is_refused(page.status) || !names_amina(page),
        Whose::Everybodys => true,
    };
    (!fine).then(|| format!("answered {}", page.status))
}

/// What is wrong with an answer to somebody whom it is for.
fn told_too_little(whose: Whose, page: &Page) -> Option<String> {
    let fine = match whose {
        Whose::List(..) => page.status.is_success() && names_amina(page),
        Whose::PastTheDoor(..) => page.status == StatusCode::UNPROCESSABLE_ENTITY,
        _ => page.status.is_success(),
    };
    (!fine).then(|| {
        format!("answered {}: {}", page.status, page.html.chars().take(300).collect::<String>())
    })
}

impl Whose {
    pub fn right(self) -> Option<&'static str> {
        match self {
            Self::Only(right, _) | Self::PastTheDoor(right, _) | Self::List(right, _) => {
                Some(right)
            }
            Self::Own => Some("amina"),
            Self::Everybodys => None,
        }
    }

    fn wrong(self) -> &'static [&'static str] {
        match self {
            Self::Only(_, wrong) | Self::PastTheDoor(_, wrong) | Self::List(_, wrong) => wrong,
            Self::Own | Self::Everybodys => &[],
        }
    }
}
