//! My competencies: what my roles ask of me, where I stand, and what I say, ask and claim.

mod api; // server functions
mod assess; // the form: my own level
mod claim; // the form: not part of my post
mod competencies; // the page of all of them
mod competency; // the page of one
mod domain; // a whole domain in one sitting
mod next_steps; // what to do next, and what expires when
mod others; // what the set holds besides
mod request; // the form: ask for confirmation, withdraw
mod revalidation; // the pack for a regulator
mod start; // one unassessed competency after the other
mod table; // a domain's competencies as a table

pub use competencies::MyCompetencies;
pub use competency::MyCompetency;
pub use domain::MyDomain;
pub use next_steps::MyNextSteps;
pub use revalidation::MyRevalidation;
pub use start::StartHere;
