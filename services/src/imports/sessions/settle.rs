//! Every line held against what is on record, and against the other lines: what is new, what is corrected, and what stands against
//! it.

use super::SESSIONS;
use super::after::after;
use super::changes::changes;
use super::faults::Weighed;
use super::line::{Referred, SessionLine};
use super::outside::{LeadsTime, unreasoned};
use super::save::Tables;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::imports::changes::Changes;
use crate::imports::lines::Line;
use crate::protected_time::Outside;
use crate::sessions::Stored;
use crate::sessions::many::{Diaries, Ruling, bookings_of, with_codes};
use domain::coverage::Facts;
use domain::dates::spoken_moment;
use domain::ids::{ImportId, SessionId};
use domain::imports::{Report, Sort};
use domain::sessions::SessionState;
use domain::sessions::seats::Booking;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// What is wrong with a line: its column, and what to do.
pub(super) type Fault = (&'static str, String);

/// What the lines come to.
#[derive(Debug, Default)]
pub(super) struct Settled {
    pub report: Report,
    pub tables: Tables,
}

/// What a line makes of a session.
pub(super) struct Made<'a> {
    pub line: &'a Line<SessionLine>,
    pub before: Option<&'a Stored>,
    pub after: Stored,
}

/// What the lines are held against.
struct Against<'a> {
    ctx: &'a Ctx,
    facts: &'a Facts,
    known: &'a Referred,
    ruling: Ruling,
    diaries: Diaries,
}

impl Settled {
    /// A fixed number of queries for each ten thousand lines.
    pub async fn of(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        (known, lines): (&Referred, &[Line<SessionLine>]),
        import: Option<ImportId>,
    ) -> Result<Self> {
        let facts = ctx.facts().await?;
        let codes: Vec<&str> = lines.iter().map(|line| line.says.code.as_str()).collect();
        let stored = with_codes(db, &codes).await?;
        let ids: Vec<SessionId> = stored.iter().map(|one| one.row.id).collect();
        let bookings = bookings_of(db, &ids).await?;
        let (ruling, diaries) = (Ruling::load(db).await?, Diaries::load(ctx, db).await?);
        let mut against = Against { ctx, facts: &facts, known, ruling, diaries };
        let mut settled = Self::default();
        let made = settled.make(&mut against, (lines, &stored), import);
        let mut time = LeadsTime::load(ctx, db, &made).await?;
        for one in made {
            let bookings = bookings.get(&one.after.row.id).map_or(&[][..], Vec::as_slice);
            let outside = time.take(ctx, &one);
            settled.take(&against, (one, &outside), bookings);
        }
        Ok(settled)
    }

    /// What each line makes of its session, entered in the diaries of those who lead it: a line may make room for one before it.
    fn make<'a>(
        &mut self,
        against: &mut Against<'_>,
        (lines, stored): (&'a [Line<SessionLine>], &'a [Stored]),
        import: Option<ImportId>,
    ) -> Vec<Made<'a>> {
        let Against { ctx, facts, known, .. } = *against;
        let on_record: HashMap<&str, &Stored> =
            stored.iter().map(|one| (one.row.code.as_str(), one)).collect();
        for one in stored {
            against.diaries.take_leads_out(one);
        }
        let mut made = Vec::with_capacity(lines.len());
        for line in lines {
            let before = on_record.get(line.says.code.as_str()).copied();
            match after((ctx, facts), known, &line.says, (before, import)) {
                Err(fault) => self.fault(line, fault),
                Ok(after) => {
                    if after.state(ctx.rule_now()) == SessionState::Scheduled {
                        let people = after.people();
                        people.for_each(|lead| against.diaries.enter(&after.row, lead, true));
                    }
                    made.push(Made { line, before, after });
                }
            }
        }
        made
    }

    fn take(
        &mut self,
        against: &Against<'_>,
        (made, outside): (Made<'_>, &Outside),
        bookings: &[Booking],
    ) {
        let Against { ctx, facts, known, .. } = *against;
        let Made { line, before, after } = made;
        let changes = before.map(|before| changes((ctx, facts), known, (before, &after)));
        if changes.as_ref().is_some_and(Changes::is_none) {
            self.report.count(SESSIONS, Sort::Unchanged, String::new);
            return;
        }
        let weighed = Weighed { before, bookings, after: &after, lead: line.says.lead };
        for fault in weighed.faults((ctx, facts), known, &against.ruling) {
            self.fault(line, fault);
        }
        if after.is_ahead(ctx.rule_now()) {
            let clash =
                |lead| against.diaries.clash(ctx, facts, lead, (after.row.id, after.slot()));
            for refusal in after.people().filter_map(clash) {
                self.fault(line, ("starts_at", refusal.to_string()));
            }
        }
        if let Some(fault) = unreasoned((ctx, facts), &line.says, outside) {
            self.fault(line, fault);
        }
        let code = &line.says.code;
        match &changes {
            None => self.report.count(SESSIONS, Sort::New, || sentence(&after)),
            Some(changes) => {
                let told = || format!("{code}: {}", changes.words());
                self.report.count(SESSIONS, Sort::Correction, told);
            }
        }
        self.tables.tell_why(ctx, &after, outside);
        self.tables.take(ctx, before, after);
    }

    fn fault(&mut self, line: &Line<SessionLine>, (column, message): Fault) {
        let value = match column {
            "code" => line.says.code.clone(),
            "capacity" => line.says.capacity.to_string(),
            "minutes" => line.says.minutes.to_string(),
            "starts_at" => in_london(line.says.starts_at).to_string(),
            _ => String::new(),
        };
        self.report.faults.add(line.number, column, &value, message);
    }
}

/// A session in words.
fn sentence(stored: &Stored) -> String {
    let start = spoken_moment(in_london(stored.row.starts_at));
    format!("{} ({}), {start}", stored.row.title, stored.row.code)
}
