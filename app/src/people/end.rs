//! The page to end a post, or to put its last day right.

use super::api::{EndPost, read_post};
use crate::address;
use crate::load::load;
use crate::ui::{Button, Crumb, DateInput, Field, Form, Page};
use domain::dates::spoken;
use domain::ids::{PersonId, PostId};
use domain::people::views::{PostForm, PostNow};
use leptos::prelude::*;

#[component]
pub fn EndPostPage() -> impl IntoView {
    let ids = (address::id_part::<PersonId>("id"), address::id_part::<PostId>("post"));
    load(
        async move {
            let (person, post) = (ids.0?, ids.1?);
            read_post(person, post).await.map(|form| (person, post, form))
        },
        |(person, post, form)| view! { <End person post form /> },
    )
}

#[component]
fn End(person: PersonId, post: PostId, form: PostForm) -> impl IntoView {
    let PostForm { person_name, today, post: now, .. } = form;
    let trail = vec![
        Crumb::new("/people", "People"),
        Crumb::new(format!("/people/{person}"), person_name.clone()),
    ];
    let ends = now.as_ref().and_then(|now| now.held.to);
    let last_day = Field::new("last_day", "Last day in this post").value(ends.unwrap_or(today));
    let last_day = match ends {
        Some(_) => last_day
            .hint("For example, 4 5 2026. Leave it empty if the post does not end after all."),
        None => last_day,
    };
    view! {
        <Page title=format!("End {person_name}’s post") trail>
            {now.map(|now| view! { <Held now /> })}
            <p>"Their record is kept. You can put the last day right later."</p>
            <Form<EndPost>>
                <input type="hidden" name="person" value=person.to_string() />
                <input type="hidden" name="post" value=post.to_string() />
                <DateInput field=last_day />
                <Button text="Save the last day" />
            </Form<EndPost>>
        </Page>
    }
}

#[component]
fn Held(now: PostNow) -> impl IntoView {
    let started = now.held.from.map(|from| format!("It starts on {}.", spoken(from)));
    view! {
        <p class="nhsuk-lede-text">{now.title}</p>
        {started.map(|started| view! { <p>{started}</p> })}
    }
}
