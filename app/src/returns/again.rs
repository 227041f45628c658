//! A return beside what today's data would make of it, and the button that prepares it from that.

use super::api::PrepareReturn;
use super::changes::cells;
use super::{BEGIN_CORRECTION, TAKES_A_WHILE};
use crate::address;
use crate::ui::{Button, ButtonKind, Form, InsetText, StackedTable};
use domain::figures::{counted, grouped};
use domain::returns::views::{Drift, MayDo};
use domain::returns::{ReturnId, Step};
use leptos::prelude::*;

/// Whether today's data says the same, and the button that prepares the return from it.
#[component]
pub(super) fn Today(
    id: ReturnId,
    stands: Step,
    /// What today's data would make of it; `None` where nobody asked.
    drift: Option<Drift>,
    may: MayDo,
) -> impl IntoView {
    let (is_locked, is_begun) = (stands == Step::Submitted, stands > Step::Prepared);
    let may_ask = drift.is_none() && (!is_locked || may.revise);
    let is_empty = drift.is_none() && !may_ask && !may.prepare_again;
    (!is_empty).then(|| {
        view! {
            <h2>"Today’s data"</h2>
            {drift.map(|drift| view! { <Beside drift is_locked /> })}
            {may_ask.then(|| view! { <CompareWithToday /> })}
            {may.prepare_again.then(|| view! { <PrepareAgain id is_begun /> })}
        }
    })
}

#[component]
fn Beside(drift: Drift, is_locked: bool) -> impl IntoView {
    if !drift.is_other {
        return view! { <p>"Today’s data makes the same files."</p> }.into_any();
    }
    let told = match is_locked {
        true => format!(
            "Today’s data would make other files. What was submitted stays as it is; if it was wrong, choose “{BEGIN_CORRECTION}”."
        ),
        false => "Today’s data would make other files. Prepare the return again, unless it is to stay as it is.".to_owned(),
    };
    view! {
        <InsetText>
            <p>{told}</p>
        </InsetText>
        <Differs drift />
    }
    .into_any()
}

/// In what the files would be others: cell by cell of coverage, and how many lines of the rest.
#[component]
fn Differs(drift: Drift) -> impl IntoView {
    let Drift { cells: first, total, others, .. } = drift;
    let shown = first.len();
    let rows = first.into_iter().map(cells).collect();
    let caption = match shown < total {
        true => format!("Changed cells: the first {shown} of {}", grouped(total as u64)),
        false => format!("Changed cells: {shown}"),
    };
    let others = others.into_iter().map(|(file, many)| {
        view! { <li>{format!("{file}: {}", counted(many, "line", "lines"))}</li> }
    });
    let others = others.collect_view();
    view! {
        {match shown {
            0 => view! { <p>"No cell of coverage would be another."</p> }.into_any(),
            _ => view! {
                <StackedTable caption head=vec!["Where", "What", "Published, and today"] rows />
            }.into_any(),
        }}
        {(!others.is_empty()).then(|| view! {
            <p>"Lines of other files that would be others:"</p>
            <ul>{others}</ul>
        })}
    }
}

/// It is counted anew for this, which takes a while.
#[component]
fn CompareWithToday() -> impl IntoView {
    view! {
        <p class="only-on-screen">
            <a href=address::with(&[("beside", "today")])>"See whether today’s data would make other files"</a>
            " "
            {TAKES_A_WHILE}
        </p>
    }
}

#[component]
fn PrepareAgain(
    id: ReturnId,
    /// Whether somebody has checked it, or approved it too.
    is_begun: bool,
) -> impl IntoView {
    let falls = "If today’s data differs, its check and approval fall: it has to be checked and approved again.";
    view! {
        <div class="only-on-screen">
            {is_begun.then(|| view! { <p>{falls}</p> })}
            <Form<PrepareReturn>>
                <input type="hidden" name="day" value=id.date.to_string() />
                <input type="hidden" name="place" value=id.place />
                <p>{TAKES_A_WHILE}</p>
                <Button text="Prepare it again" kind=ButtonKind::Secondary />
            </Form<PrepareReturn>>
        </div>
    }
}
