//! One session: when, where, for whom, who leads it, what it builds, and a seat in it.

use super::api::session;
use super::booking::Seat;
use super::calendar::InCalendar;
use super::day::TheDay;
use super::id_in_path;
use super::leads::{Leads, StandBack};
use super::people::ForPeople;
use super::rows::{StateTag, deadline, how_full};
use super::run::ForEducator;
use super::seats::Quotas;
use super::series::{InItsSeries, More};
use crate::address::segment;
use crate::judgements::IntendedLevel;
use crate::load::load;
use crate::ui::{
    Crumb, Details, EmptyState, InsetText, NAMES_MOST, Page, StackedTable, SummaryList, SummaryRow,
};
use domain::coverage::views::Heading;
use domain::dates::spoken_opening;
use domain::figures::counted;
use domain::sessions::scheduling::may_change;
use domain::sessions::views::{OutcomeLine, Seats, SessionDetail};
use domain::sessions::{CancelReason, SessionState};
use leptos::prelude::*;

#[component]
pub fn SessionPage() -> impl IntoView {
    let id = id_in_path();
    load(async move { session(id?).await }, |detail| view! { <Session detail /> })
}

#[component]
fn Session(detail: SessionDetail) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/sessions", "Sessions")];
    let SessionDetail { title, state, cancelled_for, about, link, may_run, .. } = detail.clone();
    let SessionDetail { id, leads, outcomes, quotas, own, series, lacking, .. } = detail.clone();
    let many = Some(detail.invited.clone()).filter(|teams| teams.len() > NAMES_MOST);
    let runs = detail.runs.clone();
    let in_series = series.is_some();
    let stands_back = own.leads.filter(|_| may_change(state).is_ok());
    let (leads_it, scheduled) = (own.leads.is_some(), state == SessionState::Scheduled);
    let in_calendar = scheduled && own.is_in_calendar();
    let rows = summary(&detail);
    view! {
        <Page title trail wide=true>
            <p>
                <StateTag state />
            </p>
            {cancelled_for.map(|reason| view! { <Cancelled reason /> })}
            {series.map(|place| view! { <InItsSeries place /> })}
            {runs.map(|(programme, step)| view! { <RunsStep programme step /> })}
            {lacking.map(|lacking| view! { <TooFew lacking /> })}
            {about.map(|about| view! { <p class="nhsuk-lede-text kept-lines">{about}</p> })}
            <SummaryList rows />
            {many.map(|teams| view! { <ManyInvited teams /> })}
            {link.map(|href| view! { <Online href /> })}
            <Seat detail=detail.clone() />
            <ForPeople detail=detail.clone() />
            {in_calendar.then(|| view! { <InCalendar id leads=leads_it in_series /> })}
            <TheDay detail=detail.clone() />
            <h2>"Who leads it"</h2>
            <Leads leads />
            {stands_back.map(|lead| view! { <StandBack id lead /> })}
            <h2>"What it builds"</h2>
            <Outcomes outcomes />
            {(!quotas.is_empty() && !is_over(state)).then(|| view! {
                <h2>"Kept seats"</h2>
                <Quotas quotas />
            })}
            {may_run.then(|| view! { <ForEducator detail /> })}
            {may_run.then(|| view! { <More id state in_series /> })}
        </Page>
    }
}

#[component]
fn Cancelled(reason: CancelReason) -> impl IntoView {
    view! {
        <InsetText>
            <p>"This session was cancelled: " {reason.label()} "."</p>
        </InsetText>
    }
}

/// The teams that are invited, where they are too many for a line.
#[component]
fn ManyInvited(teams: Vec<Heading>) -> impl IntoView {
    let summary = format!("{} invited", counted(teams.len(), "team is", "teams are"));
    let names = teams.into_iter().map(|team| view! { <li>{team.title}</li> }).collect_view();
    view! {
        <Details summary>
            <ul>{names}</ul>
        </Details>
    }
}

/// The step of a programme that it runs.
#[component]
fn RunsStep(programme: Heading, step: String) -> impl IntoView {
    let href = format!("/programmes/{}", segment(&programme.code));
    view! {
        <p>
            "The step “" {step} "” of the programme " <a href=href>{programme.title}</a> "."
        </p>
    }
}

/// What it lacks of the numbers that it asks for; only whoever teaches it is told.
#[component]
fn TooFew(lacking: String) -> impl IntoView {
    view! {
        <InsetText>
            <p>
                <strong>"Fewer people than this session asks for: " {lacking} "."</strong>
            </p>
            <p>"Invite more teams, move it, or cancel it. It is not cancelled by itself."</p>
        </InsetText>
    }
}

/// Where to join; only whoever has to do with the session is told.
#[component]
fn Online(href: String) -> impl IntoView {
    view! {
        <p>
            "Join online: "
            <a class="long-words" href=href.clone() rel="noreferrer noopener">
                {href.clone()}
            </a>
        </p>
    }
}

/// Whether nothing about booking is of use any more: the register is closed, or the session was cancelled.
const fn is_over(state: SessionState) -> bool {
    matches!(state, SessionState::Closed | SessionState::Cancelled)
}

fn summary(detail: &SessionDetail) -> Vec<SummaryRow> {
    let invited: Vec<&str> = detail.invited.iter().map(|team| team.title.as_str()).collect();
    let held_for = detail.held_for.clone().unwrap_or_else(|| "Everybody".to_owned());
    let mut rows = vec![
        SummaryRow::new("When", detail.slot.words()),
        SummaryRow::new("Where", detail.place.clone()),
        SummaryRow::new("Format", detail.format.label()),
        SummaryRow::new("For", held_for),
    ];
    rows.extend(detail.invited_only.then(|| SummaryRow::new("Who can book", "Invited teams only")));
    rows.extend(
        (1..=NAMES_MOST)
            .contains(&invited.len())
            .then(|| SummaryRow::new("Invited teams", invited.join(", "))),
    );
    if !is_over(detail.state) {
        rows.extend(booking(detail));
    }
    rows.extend(detail.least.as_ref().map(|least| SummaryRow::new("Asks for", least.clone())));
    rows.push(SummaryRow::new("Code", detail.code.clone()));
    let from_a_file = |name: &String| SummaryRow::new("From a file", format!("Imported by {name}"));
    rows.extend(detail.imported_by.as_ref().map(from_a_file));
    rows
}

/// From when and until when it can be booked, and how full it is.
fn booking(detail: &SessionDetail) -> Vec<SummaryRow> {
    let Seats { capacity, held, waiting } = detail.seats;
    let seats = how_full(capacity, capacity.saturating_sub(held), waiting);
    let opens = detail.booking_opens.map(spoken_opening);
    let opens = opens.map(|opens| SummaryRow::new("Booking opens", opens));
    let mut rows: Vec<_> = opens.into_iter().collect();
    rows.extend([
        SummaryRow::new("Booking ends", booking_ends(detail)),
        SummaryRow::new("Seats", seats),
    ]);
    rows
}

fn booking_ends(detail: &SessionDetail) -> String {
    if detail.booking_ends == detail.slot.starts {
        return "When the session starts".to_owned();
    }
    deadline(detail.booking_ends)
}

#[component]
fn Outcomes(outcomes: Vec<OutcomeLine>) -> impl IntoView {
    if outcomes.is_empty() {
        return view! {
            <EmptyState heading="No competencies are chosen yet">
                <p>"Whoever plans this session chooses what it builds before it can be booked."</p>
            </EmptyState>
        }
        .into_any();
    }
    let row = |OutcomeLine { competency, level, needs_more }| {
        vec![
            format!("{} {}", competency.code, competency.title).into_any(),
            view! { <IntendedLevel level needs_more /> }.into_any(),
        ]
    };
    let rows = outcomes.into_iter().map(row).collect();
    let head = vec!["Competency", "Intended level"];
    view! { <StackedTable caption="What this session is meant to lead to" head rows /> }.into_any()
}
