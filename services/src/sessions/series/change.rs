//! Something is changed in several sessions of a series at once: what was changed in the one that is looked at changes in each;
//! what was left there stays as it is in each.

use super::find::{changeable, is_meant, meant, series_of};
use crate::change::Touches;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::sessions::concerned::SeatsIn;
use crate::sessions::describe::becomes;
use crate::sessions::locks::{hold_leads_of, hold_seats, still_led_by};
use crate::sessions::may_run_any;
use crate::sessions::stored::Stored;
use crate::sessions::tell::Letters;
use crate::sessions::times::slot_of;
use domain::dates::spoken_time;
use domain::ids::SessionId;
use domain::refusal::Refusal;
use domain::sessions::changing::SeveralChanged;
use domain::sessions::series::forms::{ChangeSeries, SharedFields};
use domain::sessions::series::views::SeriesForm;
use domain::sessions::series::{Part, Shared, on, together};
use entities::session;
use std::collections::BTreeSet;

/// What the form shows: a session as it stands, how many of its series can be changed with it, and whom that concerns.
///
/// # Errors
/// Refuses sessions without a series, and those that the asker does not run, as not found.
pub async fn form(ctx: &Ctx, id: SessionId) -> Result<SeriesForm> {
    may_run_any(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let row = Stored::run_by(ctx, &facts, db, id).await?.row;
    let series = series_of(&row)?;
    let rows = changeable(ctx, &facts, db, series).await?;
    let seats = SeatsIn::load(ctx, db, &rows).await?;
    let concerned = |part: &Part| {
        let meant = rows.iter().filter(|other| is_meant(&row, other, *part));
        let ids: Vec<SessionId> = meant.map(|other| other.id).collect();
        (*part, seats.of(&ids))
    };
    let parts = Part::ALL.iter().map(concerned).collect();
    let shared = shared(&row);
    Ok(SeriesForm {
        id,
        slot: slot_of(&row),
        series,
        parts,
        fields: SharedFields {
            part: String::new(),
            title: shared.title,
            about: shared.about.unwrap_or_default(),
            time: spoken_time(shared.time),
            venue: shared.venue.unwrap_or_default(),
            link: shared.link.unwrap_or_default(),
            capacity: shared.capacity.to_string(),
        },
        title: row.title,
    })
}

/// Changes sessions of a series from one of them on; how many were changed, and how many people are told.
///
/// # Errors
/// Refuses where nothing was changed, sessions without a series, and those that the asker does not run, as not found; and each
/// day on which a session cannot be so, as changing it alone would be refused. Then none is changed.
pub async fn change(ctx: &Ctx, id: SessionId, says: &ChangeSeries) -> Result<SeveralChanged> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&says.shared.texts())?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let (from, mut rows) = meant(ctx, &facts, change.tx(), (id, says.part)).await?;
    // A colleague may have changed it since the form was shown.
    let before = says.shown.clone().unwrap_or_else(|| shared(&from));
    let wanted = |row: &session::Model| shared(row).changed(&before, &says.shared);
    rows.retain(|row| wanted(row) != shared(row));
    if rows.is_empty() {
        let sentence = "Nothing was changed. Change what is to be other, then save it.";
        return Err(Refusal::rule("nothing-changed", sentence).into());
    }
    let ids: Vec<SessionId> = rows.iter().map(|row| row.id).collect();
    let led_by = hold_leads_of(change.tx(), &facts, &ids).await?;
    let nobody = BTreeSet::new();
    let (mut entries, mut refused, mut letters) = (Vec::new(), Vec::new(), Letters::default());
    for id in ids {
        let now = hold_seats(ctx, change.tx(), id).await?;
        let stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
        still_led_by(led_by.get(&id).unwrap_or(&nobody), stored.people())?;
        let (day, row) = (stored.day(), with(&stored.row, wanted(&stored.row)));
        // Whose booking is cancelled is said of one session, on its own page. Each stays on its day and as long as it was, so it takes
        // nobody's protected time anew.
        match becomes(ctx, &facts, change.tx(), (stored, row, (None, "")), now).await {
            Ok((entry, _, told)) => {
                entries.push(entry.let_through(passed.clone()));
                letters.add(told);
            }
            Err(Error::Refused(refusal)) => refused.push(on(day, refusal)),
            Err(fault) => return Err(fault),
        }
    }
    together(refused)?;
    let mut told = letters.people();
    told.retain(|person| ctx.actor.person() != Some(*person));
    letters.put(ctx, change.tx()).await?;
    let changed = SeveralChanged { sessions: entries.len(), told: told.len() };
    change.commit_all(entries).await?;
    Ok(changed)
}

fn shared(row: &session::Model) -> Shared {
    Shared {
        title: row.title.clone(),
        about: row.about.clone(),
        time: slot_of(row).starts.time(),
        venue: row.venue.clone(),
        link: row.link.clone(),
        capacity: u16::try_from(row.capacity).unwrap_or_default(),
    }
}

/// The row as it is to be; its day stays.
fn with(row: &session::Model, shared: Shared) -> session::Model {
    let starts = slot_of(row).starts.date().and_time(shared.time);
    session::Model {
        title: shared.title,
        about: shared.about,
        starts_at: from_london(starts),
        venue: shared.venue,
        link: shared.link,
        capacity: i32::from(shared.capacity),
        ..row.clone()
    }
}
