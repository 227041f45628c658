//! Finding a time for a draft: the days that are looked at, and the best times with who could come.

mod way; // to it, from other pages
mod words; // who leads, whom it is compared for, gaps

pub(super) use way::{TIME_CAN_WAIT, WHERE_TIMES_ARE, WayToTimes};

use super::api_times::{UseSessionTime, session_times};
use super::{id_in_path, trail};
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Details, EmptyState, Field, FilterPanel, Form, InsetText, Page,
    StackedTable, TextInput, TextKind,
};
use domain::fields::FieldErrors;
use domain::figures::counted;
use domain::ids::SessionId;
use domain::sessions::feedback::LEAST_SHOWN;
use domain::sessions::finding::forms::TimesFields;
use domain::sessions::finding::views::{GapLine, TimeLine, TimesPage};
use leptos::prelude::*;
use words::{gap, leads, whom};

#[component]
pub fn SessionTimesPage() -> impl IntoView {
    let id = id_in_path();
    let [from, until] = ["from", "until"].map(address::query);
    let typed = TimesFields { from, until };
    load(async move { session_times(id?, typed).await }, |page| view! { <Times page /> })
}

#[component]
fn Times(page: TimesPage) -> impl IntoView {
    let (whom, counts_gaps) = (whom(&page), page.counts_gaps());
    let TimesPage { id, title, slot, fields, looked_at: days, .. } = page;
    let TimesPage { errors, why_not, people, times, state, concerned, .. } = page;
    let trail = trail(id, &title);
    let looked_at = why_not.is_none();
    let wrong = !errors.0.is_empty();
    view! {
        <Page title=format!("Find a time for “{title}”") trail wide=true errors=errors.clone()>
            <p>{if looked_at { "So far it is on " } else { "It is on " }} {slot.words()} "."</p>
            {match why_not {
                Some(why) => view! {
                    <InsetText><p>{why}</p></InsetText>
                    {concerned.map(|words| view! { <p>{words}</p> })}
                    <WayToTimes id state />
                }.into_any(),
                None => view! { <Over fields errors days whom /> }.into_any(),
            }}
            {(looked_at && !wrong).then(|| view! { <Best id times people counts_gaps /> })}
        </Page>
    }
}

/// Which days are looked at, and for whom.
#[component]
fn Over(
    fields: TimesFields,
    errors: FieldErrors,
    /// Which days they are, and why.
    days: String,
    whom: Vec<String>,
) -> impl IntoView {
    let first = Field::new("from", "From which day?").value(fields.from);
    let last = Field::new("until", "Until which day?").value(fields.until);
    let whom = whom.into_iter().map(|told| view! { <p>{told}</p> }).collect_view();
    view! {
        <p>
            "These times are within working hours, from 9am to 5pm on Monday to Friday without bank holidays. Those at which the "
            "leads are free come first, then those within the leads’ protected time, then those to which most people could come in "
            "their team’s protected time, then those to which most could come at all."
        </p>
        {whom}
        {(!days.is_empty()).then(|| view! { <p>{days}</p> })}
        <FilterPanel action="Find times" errors>
            <TextInput field=first kind=TextKind::Day width=10 />
            <TextInput field=last kind=TextKind::Day width=10 />
        </FilterPanel>
    }
}

/// Where the column of gaps stands, beside who could come.
const GAPS_AT: usize = 2;

#[component]
fn Best(id: SessionId, times: Vec<TimeLine>, people: usize, counts_gaps: bool) -> impl IntoView {
    if times.is_empty() {
        return view! {
            <EmptyState heading="No time is found">
                <p>"Look at other days. A session that is longer than a working day fits into none."</p>
            </EmptyState>
        }
        .into_any();
    }
    let mut head = vec!["When", "Who could come", "Leads", "Teams’ protected time", "Use"];
    let mut rows = Vec::new();
    for (nth, line) in times.into_iter().enumerate() {
        let gaps = line.gaps.clone();
        let mut cells = cells(id, people, (nth, line));
        if counts_gaps {
            cells.insert(GAPS_AT, view! { <Gaps gaps /> }.into_any());
        }
        rows.push(cells);
    }
    if counts_gaps {
        head.insert(GAPS_AT, "Gaps it would help to close");
    }
    view! { <StackedTable caption="The best times, the best first" head rows /> }.into_any()
}

/// So many gaps stand in a cell; more of them are folded away.
const GAPS_MOST: usize = 3;

#[component]
fn Gaps(gaps: Vec<GapLine>) -> impl IntoView {
    if gaps.is_empty() {
        return format!("None of {LEAST_SHOWN} people or more").into_any();
    }
    let many = gaps.len();
    let lines = gaps.iter().map(|line| view! { <li>{gap(line)}</li> }).collect_view();
    let list = view! { <ul>{lines}</ul> };
    if many <= GAPS_MOST {
        return list.into_any();
    }
    let summary = counted(many, "competency", "competencies");
    view! { <Details summary>{list}</Details> }.into_any()
}

fn cells(id: SessionId, people: usize, (nth, line): (usize, TimeLine)) -> Vec<AnyView> {
    let leads = leads(&line);
    let TimeLine { slot, could_come, protected, protected_of, .. } = line;
    let when = slot.words();
    let come = match people {
        0 => "Not known".to_owned(),
        people => format!("{could_come} of {people}, {protected} in protected time"),
    };
    let inside =
        if protected_of.is_empty() { "No team".to_owned() } else { protected_of.join(", ") };
    let about = when.clone();
    let form = view! {
        <Form<UseSessionTime> about=nth.to_string()>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="starts" value=slot.starts.format("%Y-%m-%dT%H:%M:%S").to_string() />
            <Button text="Use this time" kind=ButtonKind::Secondary about />
        </Form<UseSessionTime>>
    };
    vec![when.into_any(), come.into_any(), leads.into_any(), inside.into_any(), form.into_any()]
}
