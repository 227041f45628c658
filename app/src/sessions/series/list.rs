//! All sessions of a series, with a seat in each of them at one press.

use super::api::{BookSeries, ScheduleSeries, session_series};
use crate::address;
use crate::load::load;
use crate::protected_time::OutsideReason;
use crate::sessions::address_of;
use crate::sessions::book::{AtOnce, Teams};
use crate::sessions::calendar::SeriesInCalendar;
use crate::sessions::rows::{capital, cells_of, mine};
use crate::ui::{Button, ButtonKind, Crumb, Form, Page, StackedTable};
use domain::coverage::views::Heading;
use domain::figures::counted;
use domain::ids::{SessionId, SessionSeriesId};
use domain::sessions::series::views::{SeriesDetail, SeriesLine};
use leptos::prelude::*;

#[component]
pub fn SeriesPage() -> impl IntoView {
    let id = address::id_part::<SessionSeriesId>("id");
    load(async move { session_series(id?).await }, |series| view! { <Series series /> })
}

#[component]
fn Series(series: SeriesDetail) -> impl IntoView {
    let SeriesDetail { id, title, programme, words, sessions, in_calendar, .. } = series;
    let SeriesDetail { bookable, teams, to_change, drafts, sees_practices, .. } = series;
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/sessions", "Sessions")];
    let many = counted(sessions.len(), "session", "sessions");
    let rows = sessions.into_iter().map(cells).collect();
    let head = vec!["When", "Session", "Where", "Led by", "Seats", "Mine"];
    view! {
        <Page title=format!("Series: {title}") trail wide=true>
            <p>{format!("{}, {many}.", capital(words))}</p>
            {programme.map(|programme| view! { <OfProgramme programme /> })}
            <StackedTable caption="Sessions of this series" head rows />
            {in_calendar.then(|| view! { <SeriesInCalendar id /> })}
            {sees_practices.then(|| view! {
                <p>
                    <a href=format!("/sessions/series/{id}/practices")>"Practices and agreed actions"</a>
                </p>
            })}
            {bookable.then(|| view! { <BookAll id teams /> })}
            {to_change.map(|first| view! { <ForEducator id first drafts /> })}
        </Page>
    }
}

/// The programme whose steps its sessions run.
#[component]
fn OfProgramme(programme: Heading) -> impl IntoView {
    let href = crate::programmes::address_of(&programme.code);
    view! {
        <p>"Its sessions run steps of the programme " <a href=href>{programme.title}</a> "."</p>
    }
}

fn cells(SeriesLine { number, line, why_not }: SeriesLine) -> Vec<AnyView> {
    let when = format!("{number}: {}", line.slot.words());
    let when = view! { <a href=address_of(line.id)>{when}</a> };
    let what = line.title.clone().into_any();
    let mine = match why_not {
        Some(why) => why.into_any(),
        None => mine(&line),
    };
    cells_of(line, (when.into_any(), what), mine)
}

#[component]
fn BookAll(id: SessionSeriesId, teams: Vec<Heading>) -> impl IntoView {
    view! {
        <section>
            <h2>"Book all of them"</h2>
            <p>
                "You get a seat in each session that you can take one in, and a place on the waiting list where there is none. "
                "You can give each of them up by itself."
            </p>
            <Form<BookSeries>>
                <input type="hidden" name="id" value=id.to_string() />
                <Teams teams />
                <AtOnce />
                <Button text="Book all sessions" />
            </Form<BookSeries>>
        </section>
    }
}

#[component]
fn ForEducator(id: SessionSeriesId, first: SessionId, drafts: usize) -> impl IntoView {
    view! {
        <section>
            <h2>"For the educator"</h2>
            <p>
                <a href=format!("{}/series", address_of(first))>"Change or cancel several sessions"</a>
            </p>
            {(drafts > 0).then(|| view! {
                <p>"Only those who may run them see drafts. They are scheduled together, or none of them is."</p>
                <Form<ScheduleSeries>>
                    <input type="hidden" name="id" value=id.to_string() />
                    <OutsideReason />
                    <Button text=format!("Schedule {}", counted(drafts, "draft", "drafts")) kind=ButtonKind::Secondary />
                </Form<ScheduleSeries>>
            })}
        </section>
    }
}
