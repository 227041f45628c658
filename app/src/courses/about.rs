//! One course: which competencies it speaks of.

use super::api::{SayAboutCourse, course};
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{Button, Checkboxes, Choice, Field, Form, Page};
use domain::evidence::courses::views::CourseDetail;
use domain::ids::CourseId;
use leptos::prelude::*;

#[component]
pub fn CoursePage() -> impl IntoView {
    let id = address::id_part("id");
    let found = async move {
        let id: CourseId = id?;
        course(id).await
    };
    load(found, |detail| view! { <About detail /> })
}

#[component]
fn About(detail: CourseDetail) -> impl IntoView {
    let CourseDetail { line, competencies, chosen } = detail;
    let choices: Vec<Choice> =
        competencies.into_iter().map(|known| Choice::new(known.value, known.label)).collect();
    view! {
        <Page title=line.title trail=trail()>
            <p>
                "What comes in about this course from now on is about the competencies you choose. So is what came in "
                "about nothing, unless its owner has attached it to a request."
            </p>
            <Form<SayAboutCourse>>
                <input type="hidden" name="id" value=line.id.to_string() />
                <Checkboxes
                    field=Field::new("about[]", "Which competencies is it about?")
                        .hint("Leave all of them out if it is about none.")
                        .values(chosen)
                    choices
                />
                <Button text="Save" />
            </Form<SayAboutCourse>>
        </Page>
    }
}
