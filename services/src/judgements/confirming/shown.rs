//! Who reads what is attached to a request or to a first signature: one answer for every page, and for files.

use super::requests::{decides, standing_after};
use super::signatures::{is_own, joins};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::evidence::{self, Pieces};
use crate::reach::subject_posts;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::ids::JudgementSequence;
use domain::policy::{Action, Resource, may};
use entities::judgement;

/// Whether the asker reads the pieces, files and reflection that are attached to a judgement, while it waits: to an open
/// request that is theirs to decide, or to a first signature of somebody else that they may join as an assessor. A workforce
/// lead who may join one is told the kinds of evidence alone (rules, section 8).
pub(crate) fn reads_evidence(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> bool {
    let Some(standing) = standing_after(ctx, facts, row) else { return false };
    let waits_for_them = match row.kind {
        JudgementKind::Requested => {
            let open = standing.requested.map(|request| request.sequence);
            open == Some(row.sequence) && decides(ctx, facts, row)
        }
        JudgementKind::FirstSignature => {
            let open = standing.signed.map(|signed| signed.sequence);
            open == Some(row.sequence)
                && !is_own(ctx, row)
                && joins(ctx, facts, row, Action::DecideRequest)
        }
        _ => false,
    };
    let posts = subject_posts(ctx, facts, row.person_id);
    let subject = Resource::Person { person: row.person_id, posts: &posts };
    waits_for_them && may(&ctx.actor, Action::ReadRequestEvidence, subject)
}

/// The pieces that these judgements rest on, of those whose evidence the asker reads.
pub(super) async fn pieces_shown<'a>(
    ctx: &Ctx,
    facts: &Facts,
    rows: impl IntoIterator<Item = &'a judgement::Model>,
) -> Result<Pieces> {
    let shown = rows.into_iter().filter(|row| reads_evidence(ctx, facts, row));
    let shown: Vec<JudgementSequence> = shown.map(|row| row.sequence).collect();
    evidence::attached_to(ctx.db().read(), facts, &shown).await
}
