//! Sessions that protected time does not cover: the question why, and the answers on the session's page.

use crate::forms::FormScope;
use crate::judgements::NO_PATIENTS;
use crate::ui::{Field, InsetText, Textarea};
use domain::dates::spoken_minutes;
use domain::protected_time::shortfall::REASON_MOST;
use domain::sessions::views::OutsideLine;
use leptos::prelude::*;

/// The name of the field.
const FIELD: &str = "reason";

/// Why a session goes ahead without protected time: shows itself only in a form that was refused until this is answered.
#[component]
pub(crate) fn OutsideReason() -> impl IntoView {
    let asked = use_context::<FormScope>().is_some_and(|form| form.asks(FIELD));
    asked.then(|| {
        let field = Field::new(FIELD, "Why does it go ahead without protected time?").hint(format!(
            "For example: the backfill is agreed and not recorded yet. It stands in the record of their time, and workforce \
             leads see it. {NO_PATIENTS}"
        ));
        view! { <Textarea field most=REASON_MOST rows=3 /> }
    })
}

/// Whose protected time did not cover a session, why it goes ahead, and what has become of it since; nothing where all of it was
/// covered.
#[component]
pub(crate) fn OutsideTime(lines: Vec<OutsideLine>) -> impl IntoView {
    if lines.is_empty() {
        return None;
    }
    let each = lines.into_iter().map(|line| {
        let OutsideLine { name, shortfall, minutes, since, reason } = line;
        let since = since.map(|since| format!("Since then: {since}. "));
        let what =
            format!("{name}: {}, {}", shortfall.label().to_lowercase(), spoken_minutes(minutes));
        view! { <li>{what} ". " {since} "Reason: " <span class="kept-lines">{reason}</span></li> }
    });
    let each = each.collect_view();
    Some(view! {
        <InsetText>
            <p>"As it stood when scheduled or changed, this session goes beyond the protected time of those who lead it:"</p>
            <ul>{each}</ul>
        </InsetText>
    })
}
