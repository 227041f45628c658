//! The address of the page of sessions: every filter is a query parameter, so that a link shows the same sessions.

use super::span::Span;
use crate::macros::codes;
use crate::sessions::format::Format;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// How sessions are shown.
    View, "view of sessions" {
        List "list" "List",
        Month "month" "Month",
        Week "week" "Week",
    }
}

/// Which sessions are looked for, and how they are shown. Words that are not known are left out, as if they had not been there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionsAddress {
    /// `q`: words that its title, code, venue, leads or outcome codes hold.
    pub words: String,
    /// `past`: those that are over, in place of those to come; a list alone knows it.
    pub past: bool,
    pub view: Option<View>,
    /// `month` or `week`: the code of a [`Span`]; that of today where there is none.
    pub at: Option<String>,
    pub format: Option<Format>,
    /// `builds`: the code of a competency or a domain.
    pub builds: Option<String>,
    /// `for`: the code of an area, organisation or team; what is held for it or for a part of it.
    pub held_for: Option<String>,
    /// `free`: only those with a seat that nobody holds. What is over is asked neither this nor the next.
    pub free: bool,
    /// `mine`: only those that the reader can ask for a seat in.
    pub mine: bool,
    /// `page` of the list, counted from 1.
    pub page: Option<usize>,
}

impl SessionsAddress {
    /// Reads the query of an address.
    pub fn parse(query: &[(String, String)]) -> Self {
        let of = |name: &str| {
            let found =
                query.iter().rfind(|(known, value)| known == name && !value.trim().is_empty());
            found.map(|(_, value)| value.trim().to_owned())
        };
        let view = of("view").and_then(|code| code.parse().ok());
        let past = of("past").is_some();
        Self {
            words: of("q").unwrap_or_default(),
            past,
            view,
            at: match view {
                Some(View::Month) => of("month"),
                Some(View::Week) => of("week"),
                Some(View::List) | None => None,
            },
            format: of("format").and_then(|code| code.parse().ok()),
            builds: of("builds"),
            held_for: of("for"),
            free: !past && of("free").is_some(),
            mine: !past && of("mine").is_some(),
            page: of("page").and_then(|page| page.parse().ok()),
        }
    }

    pub fn view(&self) -> View {
        self.view.unwrap_or(View::List)
    }

    /// The days that are shown: those that the address names, else those around today. None of a list.
    pub fn span(&self, today: NaiveDate) -> Option<Span> {
        let named = self.at.as_deref().and_then(Span::read);
        match (self.view(), named) {
            (View::List, _) => None,
            (View::Month, Some(span @ Span::Month(_)))
            | (View::Week, Some(span @ Span::Week(_))) => Some(span),
            (View::Month, _) => Some(Span::month_of(today)),
            (View::Week, _) => Some(Span::week_of(today)),
        }
    }

    /// Whether anything is left out by it.
    pub fn is_filtered(&self) -> bool {
        !self.words.is_empty()
            || self.format.is_some()
            || self.builds.is_some()
            || self.held_for.is_some()
            || self.free
            || self.mine
    }
}
