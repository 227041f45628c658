//! The set that ships inside the program: the Tower Hamlets competencies, roles, requirements, session templates
//! and training package.
//!
//! It comes in as any other file would, so whatever stands against a file stands against it. The five domains that the
//! report names are marked as such; every statement is this product's own wording.

mod programmes; // the training package
mod templates; // ideas for sessions

use crate::ctx::Ctx;
use crate::error::Result;
use crate::imports::{self, Kind, Options, Outcome, Source, Watch};

/// What the set is called at the command line.
pub const CODE: &str = "tower-hamlets";
/// What the framework is called on pages.
pub const TITLE: &str = "Tower Hamlets competency set";

pub(crate) const FRAMEWORK: &str = include_str!("tower_hamlets/framework.csv");
pub(crate) const REQUIREMENTS: &str = include_str!("tower_hamlets/requirements.csv");
const FILES: [(Kind, &str, &str); 3] = [
    (Kind::Framework, "framework.csv", FRAMEWORK),
    (Kind::Roles, "roles.csv", include_str!("tower_hamlets/roles.csv")),
    (Kind::Requirements, "requirements.csv", REQUIREMENTS),
];
const TEMPLATES: &str = include_str!("tower_hamlets/session_templates.csv");
const PROGRAMMES: &str = include_str!("tower_hamlets/programmes.csv");
const PROGRAMME_STEPS: &str = include_str!("tower_hamlets/programme_steps.csv");

/// Whether the asker may bring it in.
pub async fn is_open(ctx: &Ctx) -> bool {
    for (kind, ..) in FILES {
        if !imports::is_open(ctx, kind).await {
            return false;
        }
    }
    true
}

/// Brings the set in; says what each file of it did. A second time nothing changes.
///
/// # Errors
/// Refuses where another framework is in use already, and whoever may not bring one in.
pub async fn load(ctx: &Ctx, watch: &Watch) -> Result<Vec<Outcome>> {
    let options = Options { title: Some(TITLE.to_owned()), ..Options::at(ctx.today) };
    let mut outcomes = Vec::new();
    for (kind, name, text) in FILES {
        let source = Source::text(&format!("{CODE}/{name}"), text);
        outcomes.push(imports::bring_in(ctx, kind, &source, &options, watch).await?);
    }
    templates::load(ctx, TEMPLATES).await?;
    programmes::load(ctx, PROGRAMMES, PROGRAMME_STEPS).await?;
    Ok(outcomes)
}
