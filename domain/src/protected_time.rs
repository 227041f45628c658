//! Protected time of educators: what was promised, and what it is used for (rules, section 5, *Protected time*).
//!
//! What a session takes of its leads' time is computed from the sessions. The ledger keeps what cannot be: preparation, travel,
//! supervision, advice, curriculum, time that was lost and why, and the reason for teaching without protected time.

pub mod allocation; // time that was promised, from a day to a day
pub mod amount; // how much a week
pub mod forms; // the decisions behind the forms
pub mod ledger; // what was promised and used in a period
pub mod shortfall; // a session that protected time does not cover
pub mod since; // what has become of such a session since
pub mod taking; // a session that comes to take time, or more of it
pub mod views; // what pages show

use crate::macros::codes;

codes! {
    /// In what an amount is agreed.
    TimeUnit, "unit of protected time" {
        Pa "pa" "Programmed activities (PAs) a week, of 4 hours",
        Hours "hours" "Hours a week",
        Wte "wte" "Whole-time equivalent, of 37.5 hours a week",
    }

    /// What protected time is used for.
    TimeUse, "use of protected time" {
        /// Computed from sessions; in the ledger only where it was lost.
        Delivery "delivery" "Teaching a session",
        Preparation "preparation" "Preparation",
        Travel "travel" "Travel",
        Supervision "supervision" "Supervision",
        Advice "advice" "Advice to colleagues",
        Curriculum "curriculum" "Curriculum and materials",
    }

    /// What an entry of the ledger says.
    EntryKind, "kind of entry" {
        Used "used" "Used",
        Lost "lost" "Lost",
        /// The reason for a session that protected time does not cover; it takes no time by itself.
        Outside "outside" "Outside protected time",
        TakenBack "taken_back" "Taken back",
    }

    /// Why protected time was lost.
    WhyLost, "reason for lost time" {
        ClinicalWork "clinical_work" "Clinical work took it",
        NotReleased "not_released" "The service did not release me",
        SessionCancelled "session_cancelled" "A session was cancelled",
        Absence "absence" "I was absent",
        Other "other" "Another reason",
    }

    /// Why protected time does not cover a session.
    Shortfall, "shortfall of protected time" {
        NoAllocation "no_allocation" "No protected time",
        OutsideDates "outside_dates" "Outside the dates of protected time",
        Beyond "beyond" "Beyond protected time",
    }
}

impl WhyLost {
    /// The words for readers who lost nothing themselves.
    pub const fn told(self) -> &'static str {
        match self {
            Self::NotReleased => "The service did not release the educator",
            Self::Absence => "The educator was absent",
            Self::ClinicalWork | Self::SessionCancelled | Self::Other => self.label(),
        }
    }
}
