//! One team: where it belongs, its people, who starts and who leaves.

use super::api::team;
use super::movers::Movers;
use crate::address;
use crate::coverage::{COVER, PATH};
use crate::load::load;
use crate::ui::{
    Cell, Colour, Crumb, EmptyState, Page, Row, RowTitle, SummaryList, SummaryRow, Table, Tag,
};
use domain::dates::spoken;
use domain::entitlement::Entitlement;
use domain::figures::counted;
use domain::people::team_views::{TeamDetail, TeamPerson};
use leptos::prelude::*;

#[component]
pub fn TeamPage() -> impl IntoView {
    load(team(address::path_part("code")), |detail| view! { <Team detail /> })
}

#[component]
fn Team(detail: TeamDetail) -> impl IntoView {
    let title = detail.line.team.title.clone();
    let rows = summary(&detail);
    let may_manage = detail.may_manage;
    let links = detail.clone();
    view! {
        <Page title trail=vec![Crumb::new("/teams", "Teams")] wide=true>
            <SummaryList rows />
            <Links detail=links />
            {detail.people.map(|people| view! { <People people may_manage /> })}
            <Movers
                caption="Starters in the last and next 90 days"
                day="First day"
                movers=detail.starters
                may_manage
            />
            <Movers caption="Leavers in the next 90 days" day="Last day" movers=detail.leavers may_manage />
        </Page>
    }
}

fn summary(detail: &TeamDetail) -> Vec<SummaryRow> {
    let line = &detail.line;
    let or_none = |text: String, none: &str| if text.is_empty() { none.to_owned() } else { text };
    let people = format!("{}. Who is away, bank or locum does not count", line.people);
    let mut rows = vec![
        SummaryRow::new("Organisation", line.organisation.clone()),
        SummaryRow::new(
            "Area today",
            or_none(detail.areas.join(", "), "None: it counts in no area"),
        ),
        SummaryRow::new("Care setting", line.setting.label()),
        SummaryRow::new("Care level", detail.care_level.map_or("Not set", |level| level.label())),
        SummaryRow::new(
            "Mental health input",
            or_none(detail.mental_health_input.join("; "), "None recorded"),
        ),
        SummaryRow::new("People counted today", people),
    ];
    rows.extend(line.met.map(|met| {
        let words =
            if met.asked == 0 { String::new() } else { format!(" ({} of {})", met.met, met.asked) };
        SummaryRow::new("Requirements met", format!("{}{words}", met.percentage()))
    }));
    let Entitlement { due, booked, delivered } = detail.entitlement;
    rows.push(SummaryRow::new(
        "Sessions this year",
        format!(
            "{due} due, {booked} booked, {delivered} delivered. A session counts once enough of the team have a seat, and is \
             delivered once enough of them came and its register is closed"
        ),
    ));
    rows.extend(detail.open.from.map(|day| SummaryRow::new("Opened", spoken(day))));
    rows.extend(detail.open.to.map(|day| SummaryRow::new("Closes", spoken(day))));
    rows
}

#[component]
fn Links(detail: TeamDetail) -> impl IntoView {
    let code = detail.line.team.code;
    let at = format!("/teams/{code}");
    let coverage = format!("{PATH}?scope=team&in={code}");
    let cover = format!("{COVER}?in={code}");
    let links = [
        (detail.may_open_matrix, format!("{at}/matrix"), "People by competency"),
        (detail.may_open_matrix, format!("{at}/due"), "Who is due"),
        (detail.may_log_supervision, format!("{at}/supervision"), "Supervision"),
        (true, format!("{at}/input"), "Mental health input"),
        (detail.line.met.is_some(), coverage, "Coverage of this team"),
        (detail.line.met.is_some(), cover, "Cover of this team"),
        (detail.seat_requests.is_some(), format!("{at}/release"), "Release for training"),
        (detail.seat_requests.is_some(), format!("{at}/claims"), "Claims for sessions"),
        (detail.may_ask_for_sessions, format!("{at}/session-requests"), "Requests for sessions"),
    ];
    let links = links.into_iter().filter(|(open, ..)| *open);
    let links: Vec<_> =
        links.map(|(_, href, text)| view! { <li><a href=href>{text}</a></li> }).collect();
    let requests = detail.seat_requests.filter(|requests| *requests > 0).map(|requests| {
        let words = counted(requests, "booking waits", "bookings wait");
        view! {
            <li>
                <a href="/seat-requests">{format!("Requests for seats: {words}")}</a>
            </li>
        }
    });
    let starter = detail.may_manage.then(|| {
        view! {
            <p>
                <a class="nhsuk-button" href=format!("{at}/starters/new")>
                    "Add a starter"
                </a>
            </p>
        }
    });
    view! {
        {(!links.is_empty()).then(|| view! { <ul>{links} {requests}</ul> })}
        {starter}
    }
}

#[component]
fn People(people: Vec<TeamPerson>, may_manage: bool) -> impl IntoView {
    if people.is_empty() {
        let next = if may_manage {
            "Add a starter to begin."
        } else {
            "Whoever manages the team can add a starter."
        };
        return view! {
            <EmptyState heading="Nobody has a post here today">
                <p>{next}</p>
            </EmptyState>
        }
        .into_any();
    }
    let with_records = people.iter().any(|person| person.met.is_some());
    let mut head = vec!["Name", "Role", "Full-time equivalent"];
    head.extend(with_records.then_some("Record"));
    let rows =
        people.into_iter().map(|person| view! { <Line person with_records /> }).collect_view();
    view! {
        <Table caption="People" head>
            {rows}
        </Table>
    }
    .into_any()
}

#[component]
fn Line(person: TeamPerson, with_records: bool) -> impl IntoView {
    let met = person
        .met
        .map_or_else(|| "Not open to you".to_owned(), domain::people::counting::Met::words);
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/people/{}", person.id)>{person.name}</a>
                {person.away.then(|| view! { " " <Tag text="Away" colour=Colour::Grey /> })}
            </RowTitle>
            <Cell>{person.role}</Cell>
            <Cell>{person.fte.to_string()}</Cell>
            {with_records.then(|| view! { <Cell>{met}</Cell> })}
        </Row>
    }
}
