//! The courses that files have named: first those of which nobody has said what they are about.

use super::api::courses;
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, Column, Crumb, EmptyState, Field, FilterPanel, Page, Row, RowTitle, Table, TextInput,
    TextKind, shown_of,
};
use domain::evidence::courses::views::CourseLine;
use domain::figures::grouped;
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub fn CoursesPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(courses(address::query("search"), page), |found| {
        let trail = vec![Crumb::new("/import", "Import")];
        view! {
            <Page title="Courses" trail>
                <p>
                    "Files of competences and certificates name courses. Say which competencies a course is about, and "
                    "what comes in about it can be found there and attached to a request. It raises nobody’s level."
                </p>
                <FilterPanel action="Show courses">
                    <TextInput field=Field::new("search", "Title") kind=TextKind::Search width=30 />
                </FilterPanel>
                <Found found />
            </Page>
        }
    })
}

#[component]
fn Found(found: Paged<CourseLine>) -> impl IntoView {
    if found.total == 0 {
        return view! {
            <EmptyState heading="No courses found">
                <p>"A course stands here once a file of competences or certificates has named it."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&found, "courses");
    let rows = found.entries.into_iter().map(|line| view! { <CourseRow line /> }).collect_view();
    let head =
        vec![Column::from("Course"), Column::from("About"), Column::figures("Pieces of evidence")];
    view! {
        <Table caption="Courses that files have named" head>
            {rows}
        </Table>
        {pages}
    }
    .into_any()
}

#[component]
fn CourseRow(line: CourseLine) -> impl IntoView {
    let about = if line.about.is_empty() {
        "Nobody has said so yet".to_owned()
    } else {
        line.about.join("; ")
    };
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/import/courses/{}", line.id)>{line.title}</a>
            </RowTitle>
            <Cell>{about}</Cell>
            <Cell figure=true>{grouped(line.pieces)}</Cell>
        </Row>
    }
}
