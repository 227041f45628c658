//! What pages show of mail: plain values that cross to the browser. Moments are civil time in London.

use super::{MailKind, MailState};
use crate::ids::MailId;
use crate::paging::Paged;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// One mail in an administrator's list: never what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailLine {
    pub id: MailId,
    /// The address of the account it goes to.
    pub to: String,
    pub kind: MailKind,
    pub state: MailState,
    pub made_at: NaiveDateTime,
    pub sent_at: Option<NaiveDateTime>,
    /// When it is tried next; missing once it is done with.
    pub next_try_at: Option<NaiveDateTime>,
    pub tries: u32,
    pub last_error: Option<String>,
}

/// A page of the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxList {
    pub mails: Paged<MailLine>,
    /// How many were given up in all, whatever the list is narrowed to.
    pub given_up: usize,
    /// When the oldest mail that still waits was made.
    pub waiting_since: Option<NaiveDateTime>,
}
