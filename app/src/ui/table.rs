//! A table with its caption; where it is wider than the page, it moves sideways by itself.

use leptos::prelude::*;

/// The title of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    title: String,
    figures: bool,
}

impl Column {
    /// A column of figures, which stand under each other at its right.
    pub fn figures(title: impl Into<String>) -> Self {
        Self { title: title.into(), figures: true }
    }
}

impl From<&str> for Column {
    fn from(title: &str) -> Self {
        Self { title: title.to_owned(), figures: false }
    }
}

/// The titles of all columns, from a list of texts or of [`Column`]s.
#[derive(Clone, Debug)]
pub struct Columns(Vec<Column>);

impl<C: Into<Column>, const N: usize> From<[C; N]> for Columns {
    fn from(columns: [C; N]) -> Self {
        columns.into_iter().collect::<Vec<_>>().into()
    }
}

impl<C: Into<Column>> From<Vec<C>> for Columns {
    fn from(columns: Vec<C>) -> Self {
        Self(columns.into_iter().map(Into::into).collect())
    }
}

#[component]
pub fn Table(
    #[prop(into)] caption: String,
    #[prop(into)] head: Columns,
    /// The first column stays in view while the others move: for wide tables of figures.
    #[prop(optional)]
    matrix: bool,
    /// Of such a table, the titles of the columns stay in view too: a long one moves up and down by itself.
    #[prop(optional)]
    heads_stay: bool,
    /// The rows of the body.
    children: Children,
) -> impl IntoView {
    let class = match (matrix, heads_stay) {
        (true, true) => "nhsuk-table matrix heads-stay",
        (true, false) => "nhsuk-table matrix",
        (false, _) => "nhsuk-table",
    };
    let head = head.0.into_iter().map(|column| view! { <ColumnTitle column /> });
    let head = head.collect_view().into_any();
    view! {
        <TableFrame caption class head is_long=heads_stay>
            {children()}
        </TableFrame>
    }
}

/// The frame of a table, whatever stands in its head.
#[component]
pub(super) fn TableFrame(
    caption: String,
    class: &'static str,
    /// The titles of the columns.
    head: AnyView,
    /// So many cells lead somewhere that the keyboard needs a way past them. A page has one such table at most.
    is_long: bool,
    /// The rows of the body.
    children: Children,
) -> impl IntoView {
    // Focusable, so that the arrow keys move it.
    view! {
        {is_long.then(|| view! {
            <a class="nhsuk-u-visually-hidden-focusable" href="#past-table">
                "Skip this table"
            </a>
        })}
        <div class="nhsuk-scroll">
            <div class="nhsuk-scroll__content" role="region" tabindex="0" aria-label=caption>
                <table class=class>
                    <caption class="nhsuk-table__caption">{caption.clone()}</caption>
                    <thead class="nhsuk-table__head">
                        <tr class="nhsuk-table__row">{head}</tr>
                    </thead>
                    <tbody class="nhsuk-table__body">{children()}</tbody>
                </table>
            </div>
        </div>
        {is_long.then(|| view! {
            <p class="nhsuk-u-visually-hidden" id="past-table" tabindex="-1">
                "End of the table"
            </p>
        })}
    }
}

#[component]
fn ColumnTitle(column: Column) -> impl IntoView {
    let class = if column.figures {
        "nhsuk-table__header nhsuk-table__header--numeric"
    } else {
        "nhsuk-table__header"
    };
    view! {
        <th class=class scope="col">
            {column.title}
        </th>
    }
}

#[component]
pub fn Row(children: Children) -> impl IntoView {
    view! { <tr class="nhsuk-table__row">{children()}</tr> }
}

/// The cell that names its row.
#[component]
pub fn RowTitle(children: Children) -> impl IntoView {
    view! {
        <th class="nhsuk-table__header" scope="row">
            {children()}
        </th>
    }
}

#[component]
pub fn Cell(
    /// Figures stand under each other.
    #[prop(optional)]
    figure: bool,
    children: Children,
) -> impl IntoView {
    let class =
        if figure { "nhsuk-table__cell nhsuk-table__cell--numeric" } else { "nhsuk-table__cell" };
    view! { <td class=class>{children()}</td> }
}
