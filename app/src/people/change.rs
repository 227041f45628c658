//! The page to change a post from a day on.

use super::api::{ChangePost, read_post};
use super::post_fields::PostFieldset;
use crate::address;
use crate::load::load;
use crate::ui::{Button, Choice, Crumb, DateInput, Field, Form, Page, Radios};
use domain::codes::PostStatus;
use domain::ids::{PersonId, PostId};
use domain::people::views::PostForm;
use leptos::prelude::*;

#[component]
pub fn ChangePostPage() -> impl IntoView {
    let ids = (address::id_part::<PersonId>("id"), address::id_part::<PostId>("post"));
    load(
        async move {
            let (person, post) = (ids.0?, ids.1?);
            read_post(person, post).await.map(|form| (person, post, form))
        },
        |(person, post, form)| view! { <Change person post form /> },
    )
}

#[component]
fn Change(person: PersonId, post: PostId, form: PostForm) -> impl IntoView {
    let name = form.person_name.clone();
    let trail = vec![
        Crumb::new("/people", "People"),
        Crumb::new(format!("/people/{person}"), name.clone()),
    ];
    let now = form.post.clone();
    let title = now.as_ref().map(|now| now.title.clone()).unwrap_or_default();
    let from = now.as_ref().map_or(form.today, |now| now.shown_on);
    let status = now.map_or(PostStatus::Active, |now| now.status);
    view! {
        <Page title=format!("Change {name}’s post") trail>
            <p class="nhsuk-lede-text">{title}</p>
            <p>"Change what is different from a day on. Figures of earlier days stay as they are."</p>
            <Form<ChangePost>>
                <input type="hidden" name="person" value=person.to_string() />
                <input type="hidden" name="post" value=post.to_string() />
                <PostFieldset form />
                <Radios
                    field=Field::new("status", "Are they at work in this post?").value(status.code())
                    choices=vec![
                        Choice::new(PostStatus::Active.code(), "At work"),
                        Choice::new(PostStatus::Away.code(), "Away")
                            .hint("For any reason. Esteem does not keep the reason."),
                    ]
                />
                <DateInput field=Field::new("from", "First day of the change").value(from) />
                <Button text="Save the change" />
            </Form<ChangePost>>
            <p>
                "If they leave, "
                <a href=format!("/people/{person}/posts/{post}/end")>"end the post"</a> " instead."
            </p>
        </Page>
    }
}
