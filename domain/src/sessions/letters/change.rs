//! What of a session is not as it was, of that which calendars are told: its title, its time, its place.

use crate::outbox::MailKind;

/// What has changed of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Its time or its place.
    Moved,
    /// Its title.
    Renamed,
    Both,
}

impl Change {
    /// None where neither is so.
    pub const fn of(moved: bool, renamed: bool) -> Option<Self> {
        match (moved, renamed) {
            (true, true) => Some(Self::Both),
            (true, false) => Some(Self::Moved),
            (false, true) => Some(Self::Renamed),
            (false, false) => None,
        }
    }

    /// The mail that tells of it.
    pub const fn mail(self) -> MailKind {
        match self {
            Self::Moved => MailKind::SessionMoved,
            Self::Renamed => MailKind::SessionRenamed,
            Self::Both => MailKind::SessionMovedAndRenamed,
        }
    }

    /// The subject of that mail; the title is the new one.
    pub(super) fn subject(self, title: &str) -> String {
        match self {
            Self::Moved => format!("{title} has moved"),
            Self::Renamed => format!("a session has a new title: {title}"),
            Self::Both => format!("a session has moved and has a new title: {title}"),
        }
    }

    /// The same of several sessions, such as `3 sessions of Safety plans`.
    pub(super) fn subject_of_several(self, sessions: &str) -> String {
        match self {
            Self::Moved => format!("{sessions} have moved"),
            Self::Renamed => format!("{sessions} have a new title"),
            Self::Both => format!("{sessions} have moved and have a new title"),
        }
    }

    /// What has happened, in a sentence.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Moved => "The time or the place of this session has changed.",
            Self::Renamed => "The title of this session has changed.",
            Self::Both => "The title of this session has changed, and its time or its place too.",
        }
    }
}
