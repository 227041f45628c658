//! Every free text that is stored, held against the guard: told by table, key, column and what it may hold.

use super::Remark;
use crate::ctx::Ctx;
use crate::drafts::answers;
use crate::error::Result;
use domain::patient_text::look;
use domain::redactions::TextKind;
use entities::{
    audit_entry, brought_record, competency, competency_domain, draft, evidence_file,
    evidence_item, framework_comment, framework_source, framework_version, funding_scheme,
    help_agreement, judgement, local_measure, mental_health_input, named_group, programme,
    programme_step, protected_time_allocation, protected_time_entry, redaction, reflection,
    return_note, return_recipient, return_revision, return_word, series_action, session,
    session_guest, session_lead, session_request, viewing,
};
use sea_orm::{
    ColumnTrait, EntityTrait, IdenStatic, PaginatorTrait, PrimaryKeyTrait, QueryFilter, QueryOrder,
    QuerySelect, TryGetable, Value,
};
use std::fmt::Display;

/// Texts read at once.
const PAGE: u64 = 1_000;

/// What a table's rows are told apart by.
type Key<E> = <<E as EntityTrait>::PrimaryKey as PrimaryKeyTrait>::ValueType;

/// One line a column; those that can be redacted name their kind.
pub(super) async fn check(ctx: &Ctx, tell: &mut (impl FnMut(Remark) + Send)) -> Result<()> {
    use TextKind::{
        EvidenceFile, EvidenceLink, EvidenceText, FrameworkComment, JudgementNote, Reflection,
    };
    macro_rules! scan {
        ($table:ident by $key:ident, $text:ident, $kind:expr) => {{
            let columns = ($table::Column::$key, $table::Column::$text);
            scan::<$table::Entity>(ctx, columns, $kind, tell).await?;
        }};
    }
    scan!(judgement by Sequence, Note, Some(JudgementNote));
    scan!(reflection by JudgementSequence, Text, Some(Reflection));
    scan!(evidence_item by Id, What, Some(EvidenceText));
    scan!(evidence_item by Id, Link, Some(EvidenceLink));
    scan!(evidence_file by ItemId, Name, Some(EvidenceFile));
    scan!(framework_comment by Id, Text, Some(FrameworkComment));
    scan!(framework_version by Id, Title, None);
    scan!(framework_source by VersionId, Description, None);
    scan!(competency_domain by Id, Title, None);
    scan!(competency by Id, Title, None);
    scan!(competency by Id, Statement, None);
    scan!(competency by Id, Level1, None);
    scan!(competency by Id, Level2, None);
    scan!(competency by Id, Level3, None);
    scan!(competency by Id, Level4, None);
    scan!(competency by Id, Level5, None);
    scan!(funding_scheme by Id, Name, None);
    scan!(funding_scheme by Id, Payer, None);
    scan!(funding_scheme by Id, Conditions, None);
    scan!(help_agreement by Id, Reach, None);
    scan!(named_group by Id, Name, None);
    scan!(mental_health_input by Id, Times, None);
    scan!(mental_health_input by Id, Reach, None);
    scan!(programme by Id, Title, None);
    scan!(programme by Id, Purpose, None);
    scan!(programme_step by Id, Title, None);
    scan!(programme_step by Id, WhatHappens, None);
    scan!(protected_time_allocation by Id, Source, None);
    scan!(protected_time_allocation by Id, AgreedBy, None);
    scan!(protected_time_entry by Id, Note, None);
    scan!(series_action by Id, What, None);
    scan!(series_action by Id, ByWhom, None);
    scan!(session by Id, Title, None);
    scan!(session by Id, About, None);
    scan!(session by Id, Venue, None);
    scan!(session by Id, Link, None);
    scan!(session_lead by Id, Name, None);
    scan!(session_lead by Id, Organisation, None);
    scan!(session_guest by Id, Name, None);
    scan!(session_guest by Id, Organisation, None);
    scan!(session_guest by Id, Profession, None);
    scan!(session_request by Id, Need, None);
    scan!(brought_record by Id, Document, None);
    scan!(redaction by Id, Reason, None);
    scan!(audit_entry by Id, Note, None);
    scan!(viewing by Id, Query, None);
    around_returns(ctx, tell).await?;
    drafts(ctx, tell).await
}

/// What is said of returns, what local measures are, and whom returns are for.
async fn around_returns(ctx: &Ctx, tell: &mut (impl FnMut(Remark) + Send)) -> Result<()> {
    use local_measure::Column::{Definition, Id, Source, Unit};
    let reason = (return_revision::Column::Id, return_revision::Column::Reason);
    scan::<return_revision::Entity>(ctx, reason, None, tell).await?;
    let note = (return_note::Column::Id, return_note::Column::Words);
    scan::<return_note::Entity>(ctx, note, None, tell).await?;
    let words = (return_word::Column::Id, return_word::Column::Words);
    scan::<return_word::Entity>(ctx, words, None, tell).await?;
    for text in [Definition, Source, Unit] {
        scan::<local_measure::Entity>(ctx, (Id, text), None, tell).await?;
    }
    let name = (return_recipient::Column::Id, return_recipient::Column::Name);
    scan::<return_recipient::Entity>(ctx, name, None, tell).await
}

/// What people began to type: their answers stand together in one column, and a draft has a key of two.
async fn drafts(ctx: &Ctx, tell: &mut impl FnMut(Remark)) -> Result<()> {
    let in_order = draft::Entity::find()
        .order_by_asc(draft::Column::PersonId)
        .order_by_asc(draft::Column::About);
    let mut pages = in_order.paginate(ctx.db().read(), PAGE);
    while let Some(rows) = pages.fetch_and_next().await? {
        for row in rows {
            let place = format!("draft {} {}, answers", row.person_id, row.about);
            for (_, words) in answers(&row) {
                remarks(ctx, &place, &words, "Ask its owner to change it.").for_each(&mut *tell);
            }
        }
    }
    Ok(())
}

/// Reads a column page by page in the order of its key.
async fn scan<E>(
    ctx: &Ctx,
    (key, text): (E::Column, E::Column),
    kind: Option<TextKind>,
    tell: &mut (impl FnMut(Remark) + Send),
) -> Result<()>
where
    E: EntityTrait,
    Key<E>: TryGetable + Into<Value> + Display,
{
    let mut after: Option<Key<E>> = None;
    loop {
        let mut page = E::find()
            .select_only()
            .columns([key, text])
            .filter(text.is_not_null())
            .order_by_asc(key)
            .limit(PAGE);
        if let Some(after) = after.take() {
            page = page.filter(key.gt(after));
        }
        let rows: Vec<(Key<E>, String)> = page.into_tuple().all(ctx.db().read()).await?;
        for (id, words) in &rows {
            let place = format!("{} {id}, {}", E::default().table_name(), text.as_str());
            let how = kind.map_or_else(
                || "Ask whoever keeps the database to blank it.".to_owned(),
                |kind| format!("Redact it at /redactions/texts/{kind}/{id}"),
            );
            remarks(ctx, &place, words, &how).for_each(&mut *tell);
        }
        match rows.into_iter().next_back() {
            Some((last, _)) => after = Some(last),
            None => return Ok(()),
        }
    }
}

/// What is to be told of one text: never its words.
fn remarks(ctx: &Ctx, place: &str, words: &str, how: &str) -> impl Iterator<Item = Remark> {
    let found = look(words, ctx.today);
    let stopped = found.told_of_stopped().map(|what| format!("{place}: {what}. {how}"));
    let questioned =
        found.told_of_questioned().map(|what| format!("{place}: perhaps {what}. {how}"));
    stopped.map(Remark::Wrong).into_iter().chain(questioned.map(Remark::Question))
}
