//! What a page knows of whoever is looking at it: a name where they have one, and the parts of Esteem that are open to them.

use domain::policy::{Action, Actor, Resource, may, reach};
use serde::{Deserialize, Serialize};

/// Somebody signed in. Nobody signed in is the absence of a viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// That of their staff record: accounts have none of their own.
    pub name: Option<String>,
    pub email: String,
    pub sections: Vec<Section>,
}

impl Viewer {
    /// The viewer that an actor is; none for nobody.
    pub fn of(actor: &Actor, name: Option<String>) -> Option<Self> {
        let account = actor.account()?;
        let sections = Section::ALL.into_iter().filter(|section| section.is_open_to(actor));
        Some(Self { name, email: account.email.clone(), sections: sections.collect() })
    }

    /// What the way to their own account says: their name, else the address with which they signed in.
    pub fn signed_in_as(&self) -> String {
        self.name.clone().unwrap_or_else(|| self.email.clone())
    }
}

/// One entry of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Section {
    MyCompetencies,
    WhoCanHelp,
    Confirm,
    Coverage,
    Returns,
    Load,
    Teams,
    People,
    Framework,
    Sessions,
    ProtectedTime,
    Funding,
    Programmes,
    Versions,
    Grants,
    Accounts,
    Outbox,
    Sharing,
    Issuers,
    Redactions,
    Import,
}

impl Section {
    /// In the order of the navigation.
    pub const ALL: [Self; 21] = [
        Self::MyCompetencies,
        Self::WhoCanHelp,
        Self::Confirm,
        Self::Coverage,
        Self::Returns,
        Self::Load,
        Self::Teams,
        Self::People,
        Self::Framework,
        Self::Sessions,
        Self::ProtectedTime,
        Self::Funding,
        Self::Programmes,
        Self::Versions,
        Self::Grants,
        Self::Accounts,
        Self::Outbox,
        Self::Sharing,
        Self::Issuers,
        Self::Redactions,
        Self::Import,
    ];

    pub const fn label(self) -> &'static str {
        match self {
            Self::MyCompetencies => "My competencies",
            Self::WhoCanHelp => "Who can help?",
            Self::Confirm => "Confirm",
            Self::Coverage => "Coverage",
            Self::Returns => "Returns",
            Self::Load => "Year’s load",
            Self::Teams => "Teams",
            Self::People => "People",
            Self::Framework => "Competency set",
            Self::Sessions => "Sessions",
            Self::ProtectedTime => "Protected time",
            Self::Funding => "Funding schemes",
            Self::Programmes => "Programmes",
            Self::Versions => "Framework versions",
            Self::Grants => "Grants",
            Self::Accounts => "Accounts",
            Self::Outbox => "Outbox",
            Self::Sharing => "Sharing",
            Self::Issuers => "Trusted issuers",
            Self::Redactions => "Redactions",
            Self::Import => "Import",
        }
    }

    /// What somebody does there, in a sentence for the home page.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::MyCompetencies => "What your work asks of you, and where you stand.",
            Self::WhoCanHelp => {
                "Your team’s mental health link, and colleagues you can ask for advice."
            }
            Self::Confirm => "Requests and signatures that wait for you.",
            Self::Coverage => "Which teams have the skills they need, and which need support.",
            Self::Returns => {
                "What a place publishes of its skills and needs: prepared, approved, submitted."
            }
            Self::Load => "How much confirming the next 12 months ask, and who is missing for it.",
            Self::Teams => "Who is in which team, who starts and who leaves.",
            Self::People => "Find people by name or team.",
            Self::Framework => "What each competency means, and which roles ask it.",
            Self::Sessions => "Teaching sessions that are coming, and a seat in them.",
            Self::ProtectedTime => "The time that educators were given, and what it is used for.",
            Self::Funding => "What pays teams for sessions, and on which conditions.",
            Self::Programmes => "Training packages: their steps, and how far people have come.",
            Self::Versions => "Draft, review and publish what is asked.",
            Self::Grants => "Who may do what, and where.",
            Self::Accounts => "Who can sign in.",
            Self::Outbox => "Email that Esteem sends by itself, and what became of it.",
            Self::Sharing => "What organisations let people from outside see.",
            Self::Issuers => "Whose records, brought from earlier employers, can be accepted here.",
            Self::Redactions => "Texts that could identify a patient, to be blanked by two people.",
            Self::Import => {
                "Bring in organisations, teams, staff, judgements, evidence, sessions and local measures from files."
            }
        }
    }

    pub const fn href(self) -> &'static str {
        match self {
            Self::MyCompetencies => "/my/competencies",
            Self::WhoCanHelp => "/who-can-help",
            Self::Confirm => "/confirm",
            Self::Coverage => "/coverage",
            Self::Returns => "/returns",
            Self::Load => "/load",
            Self::Teams => "/teams",
            Self::People => "/people",
            Self::Framework => "/framework",
            Self::Sessions => "/sessions",
            Self::ProtectedTime => "/protected-time",
            Self::Funding => "/funding-schemes",
            Self::Programmes => "/programmes",
            Self::Versions => "/frameworks",
            Self::Grants => "/grants",
            Self::Accounts => "/accounts",
            Self::Outbox => "/outbox",
            Self::Sharing => "/sharing",
            Self::Issuers => "/trusted-issuers",
            Self::Redactions => "/redactions",
            Self::Import => "/import",
        }
    }

    fn is_open_to(self, actor: &Actor) -> bool {
        match self {
            Self::MyCompetencies => actor.person().is_some(),
            Self::WhoCanHelp => may(actor, Action::AskWhoCanHelp, Resource::Installation),
            Self::Coverage => !reach(actor, Action::ReadFigures).is_empty(),
            Self::Returns => may(actor, Action::ReadPublished, Resource::Installation),
            Self::Load => !reach(actor, Action::ReadLoad).is_empty(),
            Self::Teams => {
                let any = [
                    Action::FindPeople,
                    Action::ReadFigures,
                    Action::ManagePosts,
                    Action::ManageInput,
                ];
                any.into_iter().any(|action| !reach(actor, action).is_empty())
            }
            Self::People => !reach(actor, Action::FindPeople).is_empty(),
            Self::Confirm => {
                let any = [Action::DecideRequest, Action::Countersign];
                any.into_iter().any(|action| !reach(actor, action).is_empty())
            }
            Self::Framework => may(actor, Action::ReadFramework, Resource::Installation),
            Self::Sessions => may(actor, Action::ReadSessions, Resource::Installation),
            Self::ProtectedTime => !reach(actor, Action::GiveTime).is_empty(),
            Self::Funding => !reach(actor, Action::KeepFunding).is_empty(),
            Self::Programmes => may(actor, Action::ReadProgrammes, Resource::Installation),
            Self::Versions => {
                let any = [Action::DraftFramework, Action::PublishFramework];
                any.into_iter().any(|action| may(actor, action, Resource::Installation))
            }
            Self::Grants => !reach(actor, Action::GiveGrants).is_empty(),
            Self::Accounts | Self::Outbox => {
                may(actor, Action::ManageAccounts, Resource::Installation)
            }
            Self::Sharing => !reach(actor, Action::ReadSharing).is_empty(),
            Self::Issuers => may(actor, Action::ManageIssuers, Resource::Installation),
            Self::Redactions => !reach(actor, Action::Redact).is_empty(),
            Self::Import => {
                let any = [
                    Action::ManageOrganisations,
                    Action::ImportPeople,
                    Action::DraftFramework,
                    Action::RunSessions,
                    Action::PrepareReturn,
                ];
                any.into_iter().any(|action| !reach(actor, action).is_empty())
            }
        }
    }

    /// Whether a path lies in this part.
    pub fn holds(self, path: &str) -> bool {
        path.strip_prefix(self.href()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}
