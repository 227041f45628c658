//! What the practice nurse keeps as evidence: enough to ask with, and to see her revalidation pack begin.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::evidence;
use domain::codes::Evidence;
use domain::dates::days_after;
use domain::evidence::forms::Describe;
use domain::ids::EvidenceItemId;

/// One piece: its kind, how many days ago, minutes and whether together with others, what it is about, what it was.
type Piece = (Evidence, i64, u32, bool, &'static str, &'static str);

#[rustfmt::skip] // a table
const PIECES: [Piece; 7] = [
    (Evidence::Simulation, 24, 180, true, "EMG-2", "The network's simulation with the police: I played both parts, and we talked it through afterwards."),
    (Evidence::CaseDiscussion, 17, 60, true, "RSK-3", "Two safety plans at the practice meeting. I brought one of them."),
    (Evidence::Attendance, 40, 90, true, "HMS-5", "An evening session on early signs, at the health centre."),
    (Evidence::ReflectiveAccount, 75, 0, false, "ENG-1", "A conversation that went better the second time: I let the silence be, and heard what mattered."),
    (Evidence::MultiSourceFeedback, 120, 0, false, "ENG-1", "Four colleagues on how I work with people who are distressed."),
    (Evidence::Elearning, 210, 120, false, "PHY-1", "The course on physical health checks in severe mental illness, with the test at its end."),
    (Evidence::Reading, 260, 45, false, "RSK-1", "The new guidance on asking about self-harm."),
];

/// Adds the pieces to the signed-in nurse's own; each with the code of what it is about.
pub(super) async fn keep(nurse: &Ctx) -> Result<Vec<(&'static str, EvidenceItemId)>> {
    let mut kept = Vec::new();
    for (kind, days_ago, minutes, participatory, about, what) in PIECES {
        let described = Describe {
            kind,
            what: what.to_owned(),
            link: None,
            happened_on: days_after(nurse.today, -days_ago),
            minutes: Some(minutes).filter(|minutes| *minutes > 0),
            participatory,
            about: vec![about.to_owned()],
        };
        kept.push((about, evidence::add(nurse, described, None).await?));
    }
    Ok(kept)
}
