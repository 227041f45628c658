//! What pages show of checking in: plain values that cross to the browser.

use crate::ids::SessionId;
use crate::sessions::times::Slot;
use serde::{Deserialize, Serialize};

/// The code as the room sees it, for whoever runs or leads the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodePage {
    pub id: SessionId,
    pub title: String,
    pub slot: Slot,
    /// The code of this minute; none while nobody can check in.
    pub code: Option<String>,
    /// Why nobody can.
    pub why_not: Option<String>,
    /// The whole address that checks in with it, for people with a phone.
    pub link: String,
    /// The same address to scan; none while nobody can check in, and where the address is too long for one.
    pub qr: Option<QrCode>,
    /// In how many seconds the next code comes.
    pub next_in: u32,
}

impl CodePage {
    /// What whoever has a phone does with what the page shows.
    pub const fn by_phone(&self) -> &'static str {
        match self.qr {
            Some(_) => "Scan the QR code with a phone, or open this address, and choose Check in:",
            None => "Open this address, and choose Check in:",
        }
    }
}

/// A QR code as a drawing: black squares on white, its white edge included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrCode {
    /// How many squares it is wide, and as many high.
    pub side: i32,
    /// Its black squares as the path of an SVG, in which a square is one unit wide.
    pub path: String,
}

/// Where whoever opens the check-in stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInPage {
    pub id: SessionId,
    pub title: String,
    pub slot: Slot,
    /// Whether they are checked in, or marked by the educator.
    pub is_there: bool,
    /// Why they cannot check in now.
    pub why_not: Option<String>,
}
