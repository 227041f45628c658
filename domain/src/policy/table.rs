//! The table of permissions: each grant and each relation with everything it allows (rules, section 8).

#![allow(clippy::enum_glob_use, reason = "the table reads as the rules word it")]

use super::action::Action::{self, *};
use crate::codes::GrantKind::{self, *};
use crate::codes::Sharing;

/// Relations that need no grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody with an account and a person, to their own record.
    Staff,
    /// Whoever a post names as its line manager, to the holder of that post.
    PostManager,
}

const STAFF: &[Action] = &[
    ReadRecord,
    ReadReflections,
    SelfAssess,
    RequestConfirmation,
    ClaimExemption,
    LogSupervision,
    BookSeat,
    ExportRecord,
    SeeWhoLooked,
    ReadPublished,
    AskWhoCanHelp,
    OfferHelp,
    ReadFramework,
    ReadProgrammes,
    ReadSessions,
    KeepOwnTime,
];

const LINE_MANAGER: &[Action] = &[
    ReadRecord,
    FindPeople,
    RequestConfirmation,
    Nudge,
    LogSupervision,
    BookSeat,
    DecideExemption,
    SignOff,
    ReadFigures,
];

const TEAM_MANAGER: &[Action] = &[
    ReadRecord,
    FindPeople,
    RequestConfirmation,
    Nudge,
    LogSupervision,
    BookSeat,
    DecideExemption,
    SignOff,
    ReadFigures,
    ManagePosts,
    ManageInput,
    ManageRelease,
    AskForSessions,
];

const TABLE: &[(GrantKind, &[Action])] = &[
    (LineManager, LINE_MANAGER),
    (TeamManager, TEAM_MANAGER),
    (
        PracticeLead,
        &[
            ReadRecord,
            FindPeople,
            RequestConfirmation,
            Nudge,
            LogSupervision,
            BookSeat,
            AskForSessions,
        ],
    ),
    (Assessor, &[FindPeople, DecideRequest, ReadRequestEvidence, RecordObservation, Accept]),
    (Educator, &[RunSessions, ReadGapCounts, DraftProgrammes]),
    (
        WorkforceLead,
        &[
            ReadRecord,
            FindPeople,
            Countersign,
            Recognise,
            Revoke,
            Accept,
            ReadFigures,
            ReadLoad,
            RunSessions,
            ReadGapCounts,
            GiveTime,
            KeepFunding,
            KeepCover,
            KeepNamedGroups,
            DraftProgrammes,
            PrepareReturn,
            ReadReturn,
            GiveGrants,
            ReadSharing,
        ],
    ),
    (Approver, &[ReadReturn, ApproveReturn]),
    (FrameworkEditor, &[DraftFramework]),
    (InformationGovernance, &[ReadSharing, SetSharing, Redact, SubjectAccess, ReadLogs]),
    (
        Administrator,
        &[
            ManageOrganisations,
            ManageInput,
            ManageAccounts,
            ManageIssuers,
            ImportPeople,
            KeepKeys,
            KeepRecipients,
            GiveGrants,
            PublishFramework,
        ],
    ),
    (Auditor, &[ReadLogs, ReadReturn]),
];

/// What everybody with an account may read, person or not.
const EVERY_ACCOUNT: &[Action] = &[ReadPublished, ReadFramework, ReadProgrammes, ReadSessions];

/// Whether an action needs an account and nothing else.
pub fn open_to_every_account(action: Action) -> bool {
    EVERY_ACCOUNT.contains(&action)
}

/// The grants that allow an action inside their scope.
pub fn grants_allowing(action: Action) -> Vec<GrantKind> {
    if open_to_every_account(action) {
        return GrantKind::ALL.to_vec();
    }
    TABLE.iter().filter(|(_, allowed)| allowed.contains(&action)).map(|(kind, _)| *kind).collect()
}

/// Whether a grant allows nothing in one place: all that it allows belongs to the whole installation.
pub fn holds_everywhere_only(kind: GrantKind) -> bool {
    let mut allowed = TABLE.iter().filter(|(of, _)| *of == kind).flat_map(|(_, all)| all.iter());
    allowed.all(|action| action.belongs_to_the_installation())
}

/// Whether a relation allows an action without any grant.
pub fn relation_allows(who: Who, action: Action) -> bool {
    match who {
        Who::Staff => STAFF.contains(&action),
        Who::PostManager => LINE_MANAGER.contains(&action),
    }
}

/// The whole policy as a text table, for people to read and for a test to hold.
pub fn printed() -> String {
    let mut text = String::from(
        "own: one's own record · post: holders of posts that name one as line manager · in: inside the grant's scope\n\
         in+f, in+p: from outside the organisation only where it shares figures, or people · not self: never about oneself\n",
    );
    for &action in Action::ALL {
        let mut cells: Vec<String> = Vec::new();
        if relation_allows(Who::Staff, action) {
            cells.push("staff own".into());
        }
        if relation_allows(Who::PostManager, action) {
            cells.push("line manager post".into());
        }
        let outside = match action.needs_from_outside() {
            Sharing::None => "in",
            Sharing::Figures => "in+f",
            Sharing::People => "in+p",
        };
        cells.extend(
            grants_allowing(action)
                .iter()
                .map(|g| format!("{} {outside}", g.label().to_lowercase())),
        );
        if action.open_to_operator() {
            cells.push("operator".into());
        }
        if action.never_to_oneself() {
            cells.push("(not self)".into());
        }
        text.push_str(&format!("\n{:<46}{}", action.label(), cells.join(" · ")));
    }
    text.push('\n');
    text
}
