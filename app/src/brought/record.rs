//! One record for whoever may accept it: whose it is, who signed it, and what would become of each level.

use super::accept::Accept;
use super::api::read_brought_record;
use super::decline::{Decline, WasDeclined};
use crate::address;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{Crumb, InsetText, Page, StackedTable, SummaryList, SummaryRow};
use domain::brought::SamePerson;
use domain::brought::views::{BroughtLevel, BroughtRecord};
use domain::dates::spoken;
use domain::ids::BroughtRecordId;
use leptos::prelude::*;

#[component]
pub fn BroughtRecordPage() -> impl IntoView {
    let id = address::id_part("id");
    let found = async move {
        let id: BroughtRecordId = id?;
        read_brought_record(id).await
    };
    load(found, |record| view! { <Record record /> })
}

#[component]
fn Record(record: BroughtRecord) -> impl IntoView {
    let trail = vec![
        Crumb::new("/confirm", "Confirm"),
        Crumb::new("/confirm/records", "Records from earlier employers"),
    ];
    let title = format!("Record of {} from {}", record.same.name_here, record.issuer);
    let summary = vec![
        SummaryRow::new("Issued", format!("{} by {}", spoken(record.issued_on), record.issuer)),
        SummaryRow::new("Brought", spoken(record.brought_on)),
        SummaryRow::new("Fingerprint of the key", record.fingerprint.clone()),
    ];
    let cannot_know = format!(
        "Whether {} has revoked anything since {} cannot be known here: Esteem opens no address. Ask them, or check \
         the file on their own verify page. The record says that their address is {}.",
        record.issuer,
        spoken(record.issued_on),
        record.address,
    );
    let rows = record.lines.iter().map(cells).collect();
    let head = vec!["Competency there", "Here", "Level", "Confirmed", "By", "What would happen"];
    view! {
        <Page title trail wide=true>
            <SummaryList rows=summary />
            <BothSides same=record.same.clone() />
            <InsetText>
                <p class="long-words">{cannot_know}</p>
            </InsetText>
            <StackedTable caption="Levels in this record" head rows />
            <Decision record />
        </Page>
    }
}

/// The two forms while it waits.
#[component]
fn Decision(record: BroughtRecord) -> impl IntoView {
    let id = record.id;
    match record.declined.clone() {
        Some(declined) => view! { <WasDeclined declined /> }.into_any(),
        None => view! {
            <Accept record />
            <Decline id />
        }
        .into_any(),
    }
}

/// What the record says of the person, beside what is on record here.
#[component]
fn BothSides(same: SamePerson) -> impl IntoView {
    let none = || "None".to_owned();
    let agree = |agree: bool| if agree { "The same" } else { "Not the same" };
    let names = agree(same.names_agree());
    let registrations = same.registrations_agree().map_or("Nothing to compare", agree);
    let there = same.there;
    let employer = there.employer.map(|name| format!(" at {name}")).unwrap_or_default();
    let number = format!("{}{employer}", there.employee_number);
    let row = |cells: [String; 4]| cells.into_iter().map(IntoAny::into_any).collect::<Vec<_>>();
    let rows = vec![
        row(["Name".to_owned(), there.name, same.name_here, names.to_owned()]),
        row([
            "Registration number".to_owned(),
            there.registration.unwrap_or_else(none),
            same.registration_here.unwrap_or_else(none),
            registrations.to_owned(),
        ]),
        row(["Employee number there".to_owned(), number, String::new(), String::new()]),
    ];
    let head = vec!["What", "In the record", "Here", "Compared"];
    view! { <StackedTable caption="Is it the same person?" head rows /> }
}

fn cells(line: &BroughtLevel) -> Vec<AnyView> {
    let imported = if line.imported { ", imported there" } else { "" };
    let by = format!("{}{imported}", line.confirmed_by);
    vec![
        line.there.clone().into_any(),
        line.here.clone().unwrap_or_else(|| "None".to_owned()).into_any(),
        level_named(line.level).into_any(),
        spoken(line.confirmed_on).into_any(),
        by.into_any(),
        line.fate.words().into_any(),
    ]
}
