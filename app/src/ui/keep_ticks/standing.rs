//! How far the ticks of a form have come, as whoever ticks is told.

/// Where the ticks stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Nothing,
    Saved,
    Again,
    SignIn,
    Refused,
    Offered,
}

impl Standing {
    pub const fn words(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Saved => "Saved",
            Self::Again => "Not saved yet – trying again",
            Self::SignIn => {
                "Not saved. Sign in again, then open this register: what you ticked is kept on this device"
            }
            Self::Refused => "Not saved. Press “Save the register” to see why",
            Self::Offered => "What you ticked before was not saved, and is back in its place",
        }
    }
}
