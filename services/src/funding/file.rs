//! A claim as a file: one row a session.

use crate::error::{Error, Result};
use domain::fields::guarded;
use domain::funding::views::ClaimDetail;
use std::io::Write;

const COLUMNS: [&str; 13] = [
    "claim",
    "claimed_on",
    "organisation",
    "team_code",
    "team",
    "scheme",
    "payer",
    "cover",
    "branches",
    "session_code",
    "session",
    "session_on",
    "amount",
];

/// Writes a claim as CSV: what it is stands in each row, the amount in pounds. What a spreadsheet would run is guarded.
///
/// # Errors
/// Fails when writing does.
pub fn claim_csv(claim: &ClaimDetail, out: impl Write) -> Result<()> {
    let failed = |e: csv::Error| Error::fault("writing a claim", e);
    let mut file = csv::Writer::from_writer(out);
    file.write_record(COLUMNS).map_err(failed)?;
    let start = [
        claim.line.id.to_string(),
        claim.line.claimed_on.to_string(),
        guarded(&claim.organisation),
        guarded(&claim.team.code),
        guarded(&claim.team.title),
        guarded(&claim.line.scheme),
        guarded(&claim.payer),
        claim.cover.clone().unwrap_or_default(),
        claim.branches.to_string(),
    ];
    for session in &claim.sessions {
        let own = [
            guarded(&session.code),
            guarded(&session.title),
            session.slot.starts.date().to_string(),
            session.amount.number(),
        ];
        file.write_record(start.iter().chain(&own)).map_err(failed)?;
    }
    file.flush().map_err(|e| Error::fault("writing a claim", e))
}
