//! How far the ticks of a form have come, as whoever ticks is told.

/// Where the ticks stand.
#[derive(Clone, Copy)]
pub(super) enum Standing {
    Saved = 1,
    Again,
    SignIn,
    Refused,
    Offered,
    Offline,
}

/// What is said, by the number of a [`Standing`]; nothing while nothing was ticked.
const WORDS: [&str; 7] = [
    "",
    "Saved",
    "Not saved yet – trying again",
    "Not saved. Sign in again, then open this register: what you ticked is kept on this device",
    "Not saved. Press “Save the register” to see why",
    "What you ticked before was not saved, and is back in its place. Your next tick saves it, or “Save the register”",
    "You are offline. What you ticked is kept on this device. Leave this page open: it is saved as you asked when the connection is back",
];

pub(super) fn words(standing: usize) -> &'static str {
    WORDS.get(standing).copied().unwrap_or_default()
}
