//! Teams that are invited to a session: the page on which they are invited, and no longer.

use super::api_draft::{InviteTeam, UninviteTeam};
use super::{id_in_path, to_run, trail};
use crate::load::load;
use crate::release::Warnings;
use crate::ui::{Button, ButtonKind, Choice, EmptyState, Field, Form, Page, Select};
use domain::coverage::views::Heading;
use domain::ids::SessionId;
use domain::sessions::views::SessionDetail;
use leptos::prelude::*;

#[component]
pub fn SessionTeamsPage() -> impl IntoView {
    load(to_run(id_in_path()), |detail| view! { <Invited detail /> })
}

#[component]
fn Invited(detail: SessionDetail) -> impl IntoView {
    let SessionDetail { id, title, invited, invited_only, teams, warnings, .. } = detail;
    let trail = trail(id, &title);
    let none = invited.is_empty();
    let each = invited.into_iter().map(|team| view! { <Removable id team /> }).collect_view();
    let what = if invited_only {
        "Only people in the teams that you invite here can book this session."
    } else {
        "Everyone this session is for can book. Teams that you invite here can book too, and seats can be kept for them."
    };
    view! {
        <Page title=format!("Teams invited to “{title}”") trail>
            <p>{what}</p>
            <Warnings warnings />
            {none.then(|| view! {
                <EmptyState heading="No teams are invited">
                    <p>"Invite the first one below."</p>
                </EmptyState>
            })}
            {each}
            <Invite id teams />
        </Page>
    }
}

#[component]
fn Removable(id: SessionId, team: Heading) -> impl IntoView {
    let Heading { code, title } = team;
    view! {
        <section class="nhsuk-u-margin-bottom-5">
            <p class="nhsuk-u-margin-bottom-2">
                <strong>{title.clone()}</strong>
                " ("
                {code.clone()}
                ")"
            </p>
            <Form<UninviteTeam> about=code.clone()>
                <input type="hidden" name="id" value=id.to_string() />
                <input type="hidden" name="team" value=code />
                <Button text="Remove" kind=ButtonKind::Secondary about=title />
            </Form<UninviteTeam>>
        </section>
    }
}

#[component]
fn Invite(id: SessionId, teams: Vec<Heading>) -> impl IntoView {
    let named = |Heading { code, title }| {
        let label = format!("{title} ({code})");
        Choice::new(code, label)
    };
    let choices = teams.into_iter().map(named).collect();
    view! {
        <h2>"Invite a team"</h2>
        <Form<InviteTeam>>
            <input type="hidden" name="id" value=id.to_string() />
            <Select field=Field::new("team", "Team") choices none="Choose a team" />
            <Button text="Invite this team" />
        </Form<InviteTeam>>
    }
}
