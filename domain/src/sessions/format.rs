//! How a session is held, and the highest level that taking part can support by itself (rules, section 5).

use crate::frameworks::Level;
use crate::macros::codes;

codes! {
    /// How a session is held.
    Format, "format of a session" {
        Short "short" "Short session",
        LeadsMeeting "leads_meeting" "Leads’ meeting",
        Workshop "workshop" "Workshop",
        CaseDiscussion "case_discussion" "Case discussion",
        Shadowing "shadowing" "Shadowing",
        Simulation "simulation" "Simulation",
    }
}

impl Format {
    /// The highest level that taking part can support by itself.
    pub const fn ceiling(self) -> u8 {
        match self {
            Self::Short | Self::LeadsMeeting => 1,
            Self::Workshop | Self::CaseDiscussion | Self::Shadowing => 2,
            Self::Simulation => 3,
        }
    }

    /// What taking part can show of an intended level: that, or the ceiling where it is lower.
    pub fn shows(self, intended: Level) -> Level {
        Level::try_from(self.ceiling()).map_or(intended, |most| intended.min(most))
    }

    /// Whether a level is above the ceiling: it may be intended, and needs more evidence than taking part.
    pub const fn needs_more_for(self, level: Level) -> bool {
        level.number() > self.ceiling()
    }
}
