//! The page to add one more post to somebody who is known.

use super::api::{AddPost, offer_post};
use super::post_fields::PostFieldset;
use crate::address;
use crate::load::load;
use crate::ui::{Button, Crumb, DateInput, Field, Form, Page};
use domain::ids::PersonId;
use domain::people::views::PostForm;
use leptos::prelude::*;

#[component]
pub fn NewPostPage() -> impl IntoView {
    let id = address::id_part::<PersonId>("id");
    load(
        async move {
            let id = id?;
            offer_post(id).await.map(|form| (id, form))
        },
        |(id, form)| view! { <NewPost id form /> },
    )
}

#[component]
fn NewPost(id: PersonId, form: PostForm) -> impl IntoView {
    let name = form.person_name.clone();
    let trail =
        vec![Crumb::new("/people", "People"), Crumb::new(format!("/people/{id}"), name.clone())];
    let today = form.today;
    view! {
        <Page title=format!("Add a post for {name}") trail>
            <Form<AddPost>>
                <input type="hidden" name="person" value=id.to_string() />
                <PostFieldset form />
                <DateInput field=Field::new("starts_on", "First day").value(today) />
                <Button text="Add this post" />
            </Form<AddPost>>
        </Page>
    }
}
