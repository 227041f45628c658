//! The unit as a whole at each horizon: today, the low end, the high one, and why.

use super::causes::{CAUSES, cause_cells};
use crate::coverage::FORECAST;
use crate::ui::StackedTable;
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::views::{ForecastPage, WholeAhead};
use domain::dates::spoken;
use leptos::either::Either;
use leptos::prelude::*;

/// The low end, and the high one.
const IF_NOTHING_MORE: &str = "If nothing more is confirmed";
const IF_ALL: &str = "If all that is asked for and booked is confirmed";

#[component]
pub(super) fn WholeTable(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    // Which day that is, the page says above.
    let from = if ahead.is_past { "From" } else { "Today" };
    let mut head = vec!["Ahead", from, IF_NOTHING_MORE, IF_ALL];
    head.extend(CAUSES);
    let chosen = ahead.horizon;
    let rows = ahead.whole.into_iter().map(|whole| {
        let to = address.of_days(whole.horizon);
        cells(&to, whole.horizon == chosen, whole)
    });
    let rows = rows.collect();
    let unit = &ahead.around.unit.title;
    let caption = match (address.setting, address.care_level) {
        (None, None) => format!("Requirements met: {unit} as a whole"),
        _ => format!("Requirements met: the chosen teams of {unit} together"),
    };
    view! { <StackedTable caption head rows dense=true /> }
}

/// One horizon; the others lead to their page.
fn cells(to: &CoverageAddress, is_chosen: bool, whole: WholeAhead) -> Vec<AnyView> {
    let WholeAhead { horizon, until, forecast } = whole;
    let name = format!("{}, to {}", horizon.label(), spoken(until));
    let name = match is_chosen {
        true => Either::Left(view! { <strong aria-current="page">{name}</strong> }),
        false => Either::Right(view! { <a href=format!("{FORECAST}?{}", to.query())>{name}</a> }),
    };
    let ends = forecast.ends().map(IntoAny::into_any);
    let causes = cause_cells(&forecast.causes);
    std::iter::once(name.into_any()).chain(ends).chain(causes).collect()
}
