//! The forms with which several sessions of a series are changed or cancelled.

use super::address_of;
use super::api::{CancelSeries, ChangeSeries, series_to_change};
use crate::forms::{FormScope, was_refused};
use crate::load::load;
use crate::sessions::fields::{Capacity, Named, Place, StartTime};
use crate::sessions::{id_in_path, trail};
use crate::ui::{Button, ButtonKind, Choice, Details, Field, Form, InsetText, Page, Radios};
use domain::ids::SessionId;
use domain::sessions::CancelReason;
use domain::sessions::changing::Concerned;
use domain::sessions::series::Part;
use domain::sessions::series::forms::SharedFields;
use domain::sessions::series::views::SeriesForm;
use leptos::prelude::*;

#[component]
pub fn SeriesChangePage() -> impl IntoView {
    let id = id_in_path();
    load(async move { series_to_change(id?).await }, |form| view! { <Several form /> })
}

#[component]
fn Several(form: SeriesForm) -> impl IntoView {
    let all = form.all();
    let SeriesForm { id, title, slot, series, fields, parts } = form;
    let trail = trail(id, &title);
    view! {
        <Page title="Change several sessions" trail>
            <p>
                {format!("This is the session on {}. ", slot.words())}
                "What you change here changes in each session that you choose. What you leave as it is stays as it is in each: "
                "a room that was changed for one day is kept. Days stay. "
                <a href=address_of(series)>"See all sessions of this series"</a>
            </p>
            {all.told().map(|words| view! { <InsetText><p>{words}</p></InsetText> })}
            <Change id fields parts=parts.clone() />
            <Cancel id parts told=all.is_anybody() />
        </Page>
    }
}

#[component]
fn Change(id: SessionId, fields: SharedFields, parts: Vec<(Part, Concerned)>) -> impl IntoView {
    let SharedFields { title, about, time, venue, link, capacity, .. } = fields.clone();
    view! {
        <Form<ChangeSeries>>
            <input type="hidden" name="id" value=id.to_string() />
            <Shown fields />
            <Which parts />
            <Named title about />
            <StartTime time />
            <Place venue link />
            <Capacity capacity />
            <Button text="Save these sessions" />
        </Form<ChangeSeries>>
    }
}

/// What the form showed at first, also where it was sent and refused since: a colleague may have changed it in between.
#[component]
fn Shown(fields: SharedFields) -> impl IntoView {
    let scope = FormScope::around();
    let SharedFields { title, about, time, venue, link, capacity, .. } = fields;
    let shown = [
        ("shown_title", title),
        ("shown_about", about),
        ("shown_time", time),
        ("shown_venue", venue),
        ("shown_link", link),
        ("shown_capacity", capacity),
    ];
    let shown = shown.map(|(name, value)| {
        let value = scope.typed(name).and_then(|mut typed| typed.pop()).unwrap_or(value);
        view! { <input type="hidden" name=name value=value /> }
    });
    shown.into_iter().collect_view()
}

#[component]
fn Cancel(
    id: SessionId,
    parts: Vec<(Part, Concerned)>,
    /// Whether anybody has a seat, and is told.
    told: bool,
) -> impl IntoView {
    let refused = was_refused::<CancelSeries>();
    let choices: Vec<_> =
        CancelReason::ALL.iter().map(|reason| Choice::new(reason.code(), reason.label())).collect();
    let reason = Field::new("reason", "Why do they not take place?")
        .hint("Everybody who opens them reads this");
    view! {
        <Details summary="Cancel several sessions" open=refused>
            <p>"Every booking of them ends, and nobody can book them any more. You cannot undo this."</p>
            {told.then(|| view! {
                <p>"Everybody with a booking is told by mail and in their calendar, and so are those who lead them. Tell guests yourself."</p>
            })}
            <Form<CancelSeries>>
                <input type="hidden" name="id" value=id.to_string() />
                <Which parts />
                <Radios field=reason choices />
                <Button text="Cancel these sessions" kind=ButtonKind::Warning />
            </Form<CancelSeries>>
        </Details>
    }
}

/// Which sessions are meant, with how many that are and who has a seat in them.
#[component]
fn Which(parts: Vec<(Part, Concerned)>) -> impl IntoView {
    let choice = |(part, concerned): (Part, Concerned)| {
        Choice::new(part, part.label()).hint(concerned.words())
    };
    let choices = parts.into_iter().map(choice).collect();
    view! { <Radios field=Field::new("part", "Which sessions?") choices /> }
}
