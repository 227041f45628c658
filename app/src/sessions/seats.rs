//! Seats kept for a profession or a team: as everybody sees them, and the page on which they are kept and released.

use super::api_draft::{KeepSeats, ReleaseSeats};
use super::{address_of, id_in_path, to_run, trail};
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Choice, DateInput, EmptyState, Field, Form, Page, Select, TextInput,
    TextKind,
};
use domain::coverage::views::Heading;
use domain::dates::spoken;
use domain::figures::counted;
use domain::ids::SessionId;
use domain::sessions::views::{QuotaLine, SessionDetail};
use leptos::prelude::*;

#[component]
pub fn SessionSeatsPage() -> impl IntoView {
    load(to_run(id_in_path()), |detail| view! { <Kept detail /> })
}

#[component]
fn Kept(detail: SessionDetail) -> impl IntoView {
    let SessionDetail { id, title, quotas, professions, quota_teams, seats, invited_only, .. } =
        detail;
    let trail = trail(id, &title);
    let none = quotas.is_empty();
    let each = quotas.into_iter().map(|quota| view! { <Releasable id quota /> }).collect_view();
    view! {
        <Page title=format!("Seats kept in “{title}”") trail>
            <p>
                "There are " {counted(seats.capacity, "seat", "seats")}
                " in all. Some of them can be kept for a profession or a team, and a group can be held to a number of seats, "
                "until a day of release. Nobody loses a seat that they have."
            </p>
            {none.then(|| view! {
                <EmptyState heading="No seats are kept">
                    <p>"Everyone who may book this session can take any seat. You can keep some of them below."</p>
                </EmptyState>
            })}
            {each}
            <Keep id professions teams=quota_teams invited_only />
        </Page>
    }
}

/// Seats that are kept, with the form that releases them; nothing is left to release once their day has come.
#[component]
fn Releasable(id: SessionId, quota: QuotaLine) -> impl IntoView {
    let (words, QuotaLine { id: quota, group, released, .. }) = (words(&quota), quota);
    let quota = quota.to_string();
    view! {
        <section class="nhsuk-u-margin-bottom-5">
            <p class="nhsuk-u-margin-bottom-2">{words}</p>
            {(!released).then(|| view! {
                <Form<ReleaseSeats> about=quota.clone()>
                    <input type="hidden" name="id" value=id.to_string() />
                    <input type="hidden" name="quota" value=quota />
                    <Button text="Release now" kind=ButtonKind::Secondary about=format!("the seats for {group}") />
                </Form<ReleaseSeats>>
            })}
        </section>
    }
}

#[component]
fn Keep(
    id: SessionId,
    professions: Vec<String>,
    teams: Vec<Heading>,
    invited_only: bool,
) -> impl IntoView {
    let least = Field::new("least", "How many seats are kept for them? (optional)");
    let most = Field::new("most", "How many seats may they take at most? (optional)");
    let released = Field::new("released_on", "Day of release")
        .hint("For example, 4 5 2026. From this day on everybody can book them");
    view! {
        <h2>"Keep seats"</h2>
        <Form<KeepSeats>>
            <input type="hidden" name="id" value=id.to_string() />
            <Group id professions teams invited_only />
            <TextInput field=least kind=TextKind::Number width=4 />
            <TextInput field=most kind=TextKind::Number width=4 />
            <DateInput field=released />
            <Button text="Keep these seats" />
        </Form<KeepSeats>>
    }
}

/// For whom: a profession, or a team instead.
#[component]
fn Group(
    id: SessionId,
    professions: Vec<String>,
    teams: Vec<Heading>,
    invited_only: bool,
) -> impl IntoView {
    let profession =
        Field::new("profession", "Profession").hint("Choose a profession or a team, one of them");
    let professions = professions.into_iter().map(|one| Choice::new(one.clone(), one)).collect();
    let none = teams.is_empty();
    let hint = match (none, invited_only) {
        (true, _) => "There is no team to choose yet",
        (false, true) => "Teams that are invited",
        (false, false) => {
            "Teams that are invited, and those of the place that the session is held for"
        }
    };
    let team = Field::new("team", "Or a team").hint(hint);
    let teams = teams.into_iter().map(|team| Choice::new(team.code, team.title)).collect();
    view! {
        <Select field=profession choices=professions none="No profession" />
        <Select field=team choices=teams none="No team" />
        {none.then(|| view! {
            <p>
                <a href=format!("{}/teams", address_of(id))>"Invite a team first"</a>
            </p>
        })}
    }
}

/// The seats that are kept, for everybody.
#[component]
pub(super) fn Quotas(quotas: Vec<QuotaLine>) -> impl IntoView {
    let each = quotas.iter().map(|quota| view! { <li>{words(quota)}</li> }).collect_view();
    view! { <ul>{each}</ul> }
}

/// `Nursing: 2 seats are kept, to be released on 4 May 2026`.
fn words(quota: &QuotaLine) -> String {
    let QuotaLine { group, least, most, released_on, released, .. } = quota;
    let day = spoken(*released_on);
    if *released {
        return format!("{group}: released on {day}");
    }
    let kept = counted(usize::from(*least), "seat is kept", "seats are kept");
    let at_most = most.map(|most| counted(usize::from(most), "seat", "seats"));
    let until = format!("to be released on {day}");
    match (*least, at_most) {
        (0, Some(most)) => format!("{group}: at most {most}, {until}"),
        (_, Some(most)) => format!("{group}: {kept}, and at most {most}, {until}"),
        (_, None) => format!("{group}: {kept}, {until}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{QuotaLine, words};

    fn nurses(least: u16, most: Option<u16>, released: bool) -> QuotaLine {
        QuotaLine {
            id: "0198f3c0-0000-7000-8000-000000000000".parse().unwrap(),
            group: "Nursing".to_owned(),
            least,
            most,
            released_on: "2026-05-04".parse().unwrap(),
            released,
        }
    }

    #[test]
    fn seats_that_are_kept_are_told_with_their_day_of_release() {
        let told = [(2, None), (0, Some(4)), (1, Some(1))]
            .map(|(least, most)| words(&nurses(least, most, false)));
        let until = "to be released on 4 May 2026";
        assert_eq!(told[0], format!("Nursing: 2 seats are kept, {until}"));
        assert_eq!(told[1], format!("Nursing: at most 4 seats, {until}"));
        assert_eq!(told[2], format!("Nursing: 1 seat is kept, and at most 1 seat, {until}"));
        assert_eq!(words(&nurses(2, None, true)), "Nursing: released on 4 May 2026");
    }
}
