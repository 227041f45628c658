//! What the forms of protected time ask: an amount and its days; an entry of the ledger.

use crate::judgements::NO_PATIENTS;
use crate::ui::{
    Choice, DateInput, Field, FirstAndLastDay, Radios, Select, TextInput, TextKind, Textarea,
};
use chrono::NaiveDate;
use domain::protected_time::forms::{ENTRY_MOST, NOTE_MOST, TimeFields};
use domain::protected_time::{EntryKind, TimeUnit, TimeUse, WhyLost};
use leptos::prelude::*;

/// What is promised. `begun` says that a change is asked for, which begins on a day of its own.
#[component]
pub(super) fn TimeFieldset(fields: TimeFields, #[prop(optional)] begun: bool) -> impl IntoView {
    let units = TimeUnit::ALL.iter().map(|unit| Choice::new(unit, unit.label())).collect();
    let amount = Field::new("amount", "How much?").hint("For example, 1 or 0.5");
    let source = Field::new("source", "Where does the time come from?")
        .hint("For example, job plan 2026, or money for backfill");
    let agreed =
        Field::new("agreed_by", "Who agreed to it?").hint("For example, the medical director");
    view! {
        <TextInput field=amount.value(fields.amount) width=5 />
        <Radios field=Field::new("unit", "Counted in what?").value(fields.unit) choices=units />
        <FirstAndLastDay starts_on=fields.starts_on ends_on=fields.ends_on begun />
        <TextInput field=source.value(fields.source) />
        <TextInput field=agreed.value(fields.agreed_by) />
    }
}

/// An entry of the ledger.
#[component]
pub(super) fn EntryFieldset(today: NaiveDate) -> impl IntoView {
    let kinds = vec![
        Choice::new(EntryKind::Used, "Used, or planned for a day ahead"),
        Choice::new(EntryKind::Lost, "Lost"),
    ];
    let uses = TimeUse::ALL.iter().map(|one| Choice::new(one, one.label())).collect();
    let whys = WhyLost::ALL.iter().map(|why| Choice::new(why, why.label())).collect();
    let time_use = Field::new("time_use", "What is it for?")
        .hint("Choose “Teaching a session” for lost time only: sessions count by themselves");
    let minutes = Field::new("minutes", "How many minutes?")
        .hint(format!("From 1 to {ENTRY_MOST}. For example, 60"));
    let why = Field::new("why_lost", "If it was lost, why?");
    let note = Field::new("note", "Note (optional)").hint(NO_PATIENTS);
    view! {
        <Radios field=Field::new("kind", "Was the time used or lost?") choices=kinds />
        <Select field=time_use choices=uses none="Choose a use" />
        <DateInput field=Field::new("on", "Which day?").value(today) />
        <TextInput field=minutes kind=TextKind::Number width=4 />
        <Select field=why choices=whys none="It was not lost" />
        <Textarea field=note most=NOTE_MOST rows=2 />
    }
}
