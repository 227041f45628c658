//! What a page knows of whoever is looking at it: a name, and the parts of Esteem that are open to them.

use domain::policy::{Action, Actor, reach};
use serde::{Deserialize, Serialize};

/// Somebody signed in. Nobody signed in is the absence of a viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    pub name: String,
    pub email: String,
    pub sections: Vec<Section>,
}

impl Viewer {
    /// The viewer that an actor is; none for nobody.
    pub fn of(actor: &Actor, name: String) -> Option<Self> {
        let account = actor.account()?;
        let sections = Section::ALL.into_iter().filter(|section| section.is_open_to(actor));
        Some(Self { name, email: account.email.clone(), sections: sections.collect() })
    }
}

/// One entry of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Section {
    MyCompetencies,
    Coverage,
    People,
}

impl Section {
    /// In the order of the navigation.
    pub const ALL: [Self; 3] = [Self::MyCompetencies, Self::Coverage, Self::People];

    pub const fn label(self) -> &'static str {
        match self {
            Self::MyCompetencies => "My competencies",
            Self::Coverage => "Coverage",
            Self::People => "People",
        }
    }

    pub const fn href(self) -> &'static str {
        match self {
            Self::MyCompetencies => "/my/competencies",
            Self::Coverage => "/coverage",
            Self::People => "/people",
        }
    }

    fn is_open_to(self, actor: &Actor) -> bool {
        match self {
            Self::MyCompetencies => actor.person().is_some(),
            Self::Coverage => !reach(actor, Action::ReadFigures).is_empty(),
            Self::People => !reach(actor, Action::FindPeople).is_empty(),
        }
    }

    /// Whether a path lies in this part.
    pub fn holds(self, path: &str) -> bool {
        path.strip_prefix(self.href()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}
