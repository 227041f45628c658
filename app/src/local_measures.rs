//! Local measures beside coverage: what an area or team measures besides, told as it came and never combined with the figures.

use crate::ui::StackedTable;
use domain::returns::local_measures::LocalMeasure;
use leptos::prelude::*;

/// Nothing where there are none.
#[component]
pub fn LocalMeasures(
    /// The name of the area or team.
    of: String,
    measures: Vec<LocalMeasure>,
) -> impl IntoView {
    let lede = format!(
        "What {of} measures besides, in periods that ended in the 12 months up to this day. They are of all of {of}, whatever is \
         chosen above, and count in none of the figures above."
    );
    (!measures.is_empty()).then(|| {
        let rows = measures.into_iter().map(cells).collect();
        let head = vec!["Measure", "Definition", "Source", "Period", "Value", "Unit"];
        view! {
            <h2 id="local-measures">"Local measures"</h2>
            <p>{lede}</p>
            <StackedTable caption="Beside coverage, from files" head rows />
        }
    })
}

fn cells(measure: LocalMeasure) -> Vec<AnyView> {
    let LocalMeasure { code, definition, source, unit, period, value, .. } = measure;
    let value = value.unwrap_or_else(|| "Not recorded".to_owned());
    vec![
        code.into_any(),
        definition.into_any(),
        source.into_any(),
        period.words().into_any(),
        value.into_any(),
        unit.into_any(),
    ]
}
