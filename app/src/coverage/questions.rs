//! What the forms above figures ask: as at which day, in which rows, and of which teams.

use crate::ui::{Choice, Field, Select, TextInput, TextKind};
use chrono::NaiveDate;
use domain::codes::{CareLevel, CareSetting, Strand};
use domain::coverage::ScopeKind;
use domain::coverage::views::Heading;
use leptos::prelude::*;

#[component]
pub(super) fn AsAt(label: &'static str, day: NaiveDate) -> impl IntoView {
    let field = Field::new("as_at", label).value(day);
    view! { <TextInput field kind=TextKind::Day width=10 /> }
}

/// The day whose figures stand beside these, or none.
#[component]
pub(super) fn ComparedWith(day: Option<NaiveDate>) -> impl IntoView {
    let field = Field::new("compared_with", "Compared with (optional)");
    let field = match day {
        Some(day) => field.value(day),
        None => field,
    };
    view! { <TextInput field kind=TextKind::Day width=10 /> }
}

/// What the rows stand for; nothing where the unit is made of nothing.
#[component]
pub(super) fn RowsAre(rows_are: ScopeKind, could_be: Vec<ScopeKind>) -> impl IntoView {
    let choices: Vec<Choice> =
        could_be.iter().map(|kind| Choice::new(kind, kind.label())).collect();
    let field = Field::new("scope", "Rows").value(rows_are);
    (!choices.is_empty()).then(|| view! { <Select field choices /> })
}

/// The teams of one organisation, or of all that have some in the unit; nothing where there is no choice.
#[component]
pub(super) fn OfOrganisation(organisations: Vec<Heading>) -> impl IntoView {
    (organisations.len() > 1).then(|| {
        let choices = organisations.into_iter().map(|o| Choice::new(o.code, o.title)).collect();
        let field = Field::new("organisation", "Organisation");
        view! { <Select field choices none="All organisations" /> }
    })
}

/// The teams of one care setting, of one care level, or all; with their bank and locum posts where the address counts them.
#[component]
pub(super) fn OfTeams(include_bank: bool) -> impl IntoView {
    let settings = CareSetting::ALL.iter().map(|s| Choice::new(s, s.label())).collect();
    let levels = CareLevel::ALL.iter().map(|l| Choice::new(l, l.label())).collect();
    view! {
        {include_bank.then(|| view! { <input type="hidden" name="include_bank" value="yes" /> })}
        <Select field=Field::new("setting", "Care setting") choices=settings none="All care settings" />
        <Select field=Field::new("care_level", "Care level") choices=levels none="All care levels" />
    }
}

/// All that is asked, or what is asked of one strand, or what is critical.
#[component]
pub(super) fn OfRequirements() -> impl IntoView {
    let strands = Strand::ALL.iter().map(|s| Choice::new(s, s.label())).collect();
    let critical = vec![Choice::new("yes", "Critical only")];
    view! {
        <Select field=Field::new("strand", "Strand") choices=strands none="Both strands" />
        <Select field=Field::new("critical", "Requirements") choices=critical none="All requirements" />
    }
}
