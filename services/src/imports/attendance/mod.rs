//! Who booked sessions and who came, from a file, as many as there are: read twice, once to check and once to record, and never held.
//! A file tells one state of one person in one session. What it told before is remembered, so that a seat that was offered since is
//! not taken back by the same file.

mod line; // what one line says
mod named; // a session that lines are about
mod record; // what is written
mod roll; // every line held against what is on record
mod said; // what one line changes

use super::check::Check;
use super::columns::{Column, Layout};
use super::known::Codes;
use super::progress::Watch;
use super::row::Row;
use super::source::Source;
use super::stream::Stream;
use super::subjects::Subjects;
use super::within::Within;
use crate::error::Result;
use crate::grants::scope_in;
use domain::ids::{AreaId, OrganisationId, PersonId, SessionId, TeamId};
use entities::session;
use line::{Entry, Referred};
use roll::Roll;
use sea_orm::{EntityTrait, QuerySelect};
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) const COLUMNS: &[Column] = line::COLUMNS;

/// What is needed to read a checked file a second time.
#[derive(Clone, Debug)]
pub(super) struct Pass {
    source: Source,
    referred: Arc<Referred>,
    digest: String,
    /// Whose time it takes, and which sessions it names: they are held before anything is decided.
    people: BTreeSet<PersonId>,
    sessions: BTreeSet<SessionId>,
}

pub(super) async fn check(check: &mut Check<'_>, within: Within) -> Result<()> {
    let sessions = sessions(check, &within).await?;
    let subjects = Subjects::load(check, within).await?;
    let referred = Arc::new(Referred { subjects, sessions });
    let mut roll = Roll::open(check.ctx, check.db(), (&referred, None)).await?;
    let mut stream = lines(check.source, &referred, check.watch);
    while let Some(batch) = stream.next().await {
        roll.fetch(check.db(), &batch).await?;
        for entry in &batch {
            roll.take(entry);
        }
        roll.forget(); // nothing is kept of a check
    }
    let (report, people, sessions) = roll.close();
    check.note(stream.end().await?);
    check.found(report);
    let (source, digest) = (check.source.clone(), check.digest.clone());
    check.plan.attendance = Some(Pass { source, referred, digest, people, sessions });
    Ok(())
}

/// A session by id and code, and for whom it is held.
type Named = (SessionId, String, Option<AreaId>, Option<OrganisationId>, Option<TeamId>);

/// The sessions that the file may name, by code.
async fn sessions(check: &Check<'_>, within: &Within) -> Result<Codes<SessionId>> {
    use session::Column::{
        AreaId as Area, Code, Id, OrganisationId as Organisation, TeamId as Team,
    };
    let rows = session::Entity::find()
        .select_only()
        .columns([Id, Code, Area, Organisation, Team])
        .into_tuple::<Named>()
        .all(check.db())
        .await?;
    let open = rows.into_iter().filter(|(_, _, area, organisation, team)| {
        within.place(scope_in((*area, *organisation, *team)))
    });
    let named = open.map(|(id, code, ..)| (code, id));
    Ok(Codes::new("a session on record", named))
}

/// Reads the lines of a file.
fn lines(source: &Source, referred: &Arc<Referred>, watch: &Watch) -> Stream<Entry> {
    let referred = Arc::clone(referred);
    let read = move |row: &mut Row<'_>| line::read(row, &referred);
    Stream::open(source, Layout::Named(COLUMNS), watch, read)
}
