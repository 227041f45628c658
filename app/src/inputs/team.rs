//! The page of a team's mental health input: what holds now, what is ahead, what was before.

use super::api::team_input;
use super::page_of;
use crate::address;
use crate::coverage::INPUT;
use crate::load::load;
use crate::ui::{ChangeOrEnd, Crumb, EmptyState, Page, StackedTable};
use domain::changing::When;
use domain::inputs::views::{InputLine, InputOverTime, Named};
use leptos::prelude::*;

#[component]
pub fn TeamInputPage() -> impl IntoView {
    load(team_input(address::path_part("code")), |input| view! { <Input input /> })
}

#[component]
fn Input(input: InputOverTime) -> impl IntoView {
    let [now, ahead, before] = [When::Now, When::Ahead, When::Before].map(|when| input.at(when));
    let InputOverTime { team, rows, may_manage, sees_figures } = input;
    let trail = vec![
        Crumb::new("/teams", "Teams"),
        Crumb::new(format!("/teams/{}", address::segment(&team.code)), team.title.clone()),
    ];
    let (code, add) = (team.code.clone(), format!("{}/add", page_of(&team.code)));
    let change = may_manage.then_some(code);
    let beside = format!("{INPUT}?in={}", address::segment(&team.code));
    view! {
        <Page title=format!("{}: mental health input", team.title) trail wide=true>
            <p>
                "How mental health professionals reach this team: who comes, for whom, when, and how to reach them. "
                "Everybody in the team sees this under Who can help?"
            </p>
            {sees_figures.then(|| view! {
                <p>
                    <a href=beside>"This input beside the team’s coverage and cover"</a>
                </p>
            })}
            {may_manage.then(|| view! {
                <p>
                    <a class="nhsuk-button" href=add role="button">"Add mental health input"</a>
                </p>
            })}
            {rows.is_empty().then(|| view! { <Nothing may_manage /> })}
            <Rows caption="Now" rows=now change=change.clone() />
            <Rows caption="Ahead" rows=ahead change />
            <Rows caption="Before" rows=before change=None />
        </Page>
    }
}

#[component]
fn Nothing(may_manage: bool) -> impl IntoView {
    let next = if may_manage {
        "Add who comes to this team, so that its people know whom to ask."
    } else {
        "Whoever manages the team, or an administrator, can add who comes."
    };
    view! {
        <EmptyState heading="No mental health input recorded">
            <p>{next}</p>
        </EmptyState>
    }
}

/// A table of rows; nothing where there are none. `change` is the team's code, where a row can be changed.
#[component]
fn Rows(caption: &'static str, rows: Vec<InputLine>, change: Option<String>) -> impl IntoView {
    if rows.is_empty() {
        return None;
    }
    let mut head = vec!["How", "Who comes", "When and how to reach them", "Supervision", "Days"];
    head.extend(change.as_ref().map(|_| "Change"));
    let rows = rows.into_iter().map(|row| cells(row, change.as_deref())).collect();
    Some(view! { <StackedTable caption head rows /> })
}

fn cells(row: InputLine, change: Option<&str>) -> Vec<AnyView> {
    let about = row.words();
    let link = change.map(|team| {
        let href = format!("{}/{}/change", page_of(team), row.id);
        view! { <ChangeOrEnd href about /> }.into_any()
    });
    let how = lines(vec![
        Some(row.words()),
        row.population.map(|population| population.label().to_owned()),
        row.case_discussions.map(|c| format!("Case discussions: {}", c.label().to_lowercase())),
    ]);
    let address = match &row.named {
        Named::Person { email, .. } => email.clone(),
        Named::Nobody | Named::Hidden => None,
    };
    let who = lines(vec![Some(row.named.words().unwrap_or_else(|| "Nobody named".to_owned()))]);
    let reach = lines(vec![row.times.clone(), row.reach.clone(), address]);
    let every = row.supervised_every.map(|every| every.label().to_owned());
    let supervision = lines(vec![row.supervisor.words(), every]);
    let mut cells = vec![how, who, reach, supervision, row.held.words().into_any()];
    cells.extend(link);
    cells
}

/// A line below the other.
fn lines(lines: Vec<Option<String>>) -> AnyView {
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    if lines.is_empty() {
        return "Not recorded".into_any();
    }
    lines.into_iter().map(|line| view! { <div>{line}</div> }).collect_view().into_any()
}
