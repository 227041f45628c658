//! The rows that fall most, by domain, with the reasons beside them: where a lead looks first.

use super::causes::{CAUSES, cause_cells};
use crate::coverage::FORECAST;
use crate::ui::StackedTable;
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::views::{Fall, ForecastPage};
use leptos::prelude::*;

/// From the low end of a range to the high one.
const BOTH_ENDS: &str =
    "Then: if nothing more is confirmed, to if all that is asked for and booked is";

#[component]
pub(super) fn FallsTable(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let (days, when) = (ahead.horizon.label(), ahead.from_when());
    if ahead.falls.is_empty() {
        return view! {
            <h2>"What falls most"</h2>
            <p>{format!("Nothing falls within {days}.")}</p>
        }
        .into_any();
    }
    let mut head = vec!["Domain", ahead.rows_are.label(), BOTH_ENDS];
    head.extend(CAUSES);
    let rows = ahead.falls.into_iter().map(|fall| cells(&address, fall, &when)).collect();
    let caption = format!("What falls most within {days}, by domain");
    view! {
        <h2>"What falls most"</h2>
        <p>
            "In each domain those come first whose share of requirements met falls furthest if nothing more is confirmed."
        </p>
        <StackedTable caption head rows dense=true />
    }
    .into_any()
}

fn cells(address: &CoverageAddress, fall: Fall, when: &str) -> Vec<AnyView> {
    let Fall { domain, unit, forecast } = fall;
    let whole_domain = address.of_domain(Some(&domain.code));
    let its_domain = address.of_unit(&unit.code).of_domain(Some(&domain.code));
    let [lowers, may_raise] = cause_cells(&forecast.causes);
    vec![
        view! { <a href=format!("{FORECAST}?{}", whole_domain.query())>{domain.title}</a> }
            .into_any(),
        view! { <a href=format!("{FORECAST}?{}", its_domain.query())>{unit.title}</a> }.into_any(),
        view! {
            <strong>{forecast.range()}</strong>
            <br />
            <span class="nhsuk-body-s">{forecast.counts(when)}</span>
        }
        .into_any(),
        lowers,
        may_raise,
    ]
}
