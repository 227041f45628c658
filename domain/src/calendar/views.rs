//! What the page of one's own feed shows: plain values that cross to the browser.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Somebody's own feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFeed {
    /// When its address was made, civil time in London; none where there is no feed.
    pub made_at: Option<NaiveDateTime>,
}
