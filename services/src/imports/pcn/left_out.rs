//! Memberships of the national file that are not taken over, told loudly and by reason.

use std::collections::BTreeMap;

/// How many are named for each reason; the rest are counted.
const MOST_NAMED: usize = 20;

pub(super) const UNKNOWN_PRACTICE: &str =
    "of practices that are not on record (bring in epraccur.csv first to have them all)";
pub(super) const UNKNOWN_NETWORK: &str = "of networks that the file does not list";
pub(super) const SHORTER: &str =
    "that started on the same day as another of the practice and ended sooner";
pub(super) const OWN: &str =
    "that start on the same day as one in a network of your own, which stays";

/// What is left out, by reason.
#[derive(Default)]
pub(super) struct LeftOut(BTreeMap<&'static str, Vec<String>>);

impl LeftOut {
    pub fn add(&mut self, reason: &'static str, what: String) {
        self.0.entry(reason).or_default().push(what);
    }

    /// A sentence for each reason.
    pub fn told(self) -> Vec<String> {
        let sentence = |(reason, all): (&str, Vec<String>)| {
            let named = all.get(..MOST_NAMED).unwrap_or(&all).join("; ");
            let more = all.len().saturating_sub(MOST_NAMED);
            let more = if more > 0 { format!("; and {more} more") } else { String::new() };
            format!("memberships {reason}, {} in all: {named}{more}", all.len())
        };
        self.0.into_iter().map(sentence).collect()
    }
}
