//! The parts of a change, in the order in which they are applied (rules, section 4, last bullet).

use crate::codes::JudgementKind;
use crate::macros::codes;

codes! {
    /// A part of a change. Each is counted in a world in which all that come before it have happened and none that comes after.
    Part, "part of a change" {
        /// Recorded after the earlier day, about days up to it.
        LateRecords "late_records" "Late records",
        /// People who held no post on the earlier day.
        Joiners "joiners" "Joiners",
        /// People who hold none on the later day.
        Leavers "leavers" "Leavers",
        /// Posts whose holders went away from work, or came back.
        Absences "absences" "Absences",
        /// Another team, role, FTE or category; and posts that people who stay took up or gave up.
        Moves "moves" "Moves",
        Confirmations "confirmations" "Confirmations, recognitions and acceptances",
        Expiries "expiries" "Expiries",
        Revocations "revocations" "Revocations",
        SelfAssessments "self_assessments" "Self assessments",
        /// Begun and ended.
        Exemptions "exemptions" "Exemptions",
        /// What roles ask, in the version of the earlier day.
        Requirements "requirements" "Requirements",
        /// Another version, with all that roles ask in it.
        FrameworkVersions "framework_versions" "Framework versions",
        /// Networks of organisations, and teams that opened or closed.
        Organisations "organisations" "Organisations",
    }
}

impl Part {
    /// What it is called where the figure is of a named group, or of anything else.
    pub const fn titled(self, of_group: bool) -> &'static str {
        match self {
            Self::Organisations if of_group => "Members of the group, and organisations",
            part => part.label(),
        }
    }

    /// The part in which a judgement is heard that was made between the two days. Requests and claims move no figure.
    pub(super) const fn of(kind: JudgementKind) -> Self {
        use JudgementKind as Kind;
        match kind {
            Kind::Confirmed | Kind::Recognised | Kind::Accepted => Self::Confirmations,
            Kind::Revoked => Self::Revocations,
            Kind::SelfAssessment => Self::SelfAssessments,
            _ => Self::Exemptions,
        }
    }
}
