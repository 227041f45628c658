//! Who starts in a team and who leaves it about now.

use crate::ui::{Cell, Row, RowTitle, Table};
use domain::dates::spoken;
use domain::people::team_views::Mover;
use leptos::prelude::*;

/// Shows itself only where there is somebody.
#[component]
pub(super) fn Movers(
    caption: &'static str,
    /// What the day of each is: the first or the last.
    day: &'static str,
    movers: Vec<Mover>,
    may_manage: bool,
) -> impl IntoView {
    if movers.is_empty() {
        return None;
    }
    let mut head = vec!["Name", "Role", day];
    head.extend(may_manage.then_some("Post"));
    let rows = movers.into_iter().map(|mover| view! { <Line mover may_manage /> }).collect_view();
    Some(view! {
        <Table caption head>
            {rows}
        </Table>
    })
}

#[component]
fn Line(mover: Mover, may_manage: bool) -> impl IntoView {
    let (person, post) = (mover.person, mover.post);
    let about = format!(": {}", mover.name);
    let links = may_manage.then(|| {
        view! {
            <Cell>
                <a href=format!("/people/{person}/posts/{post}/change")>
                    "Change" <span class="nhsuk-u-visually-hidden">{about.clone()}</span>
                </a>
                ", "
                <a href=format!("/people/{person}/posts/{post}/end")>
                    "end" <span class="nhsuk-u-visually-hidden">{about}</span>
                </a>
            </Cell>
        }
    });
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/people/{person}")>{mover.name}</a>
            </RowTitle>
            <Cell>{mover.role}</Cell>
            <Cell>{spoken(mover.on)}</Cell>
            {links}
        </Row>
    }
}
