//! What is known of one thing: a name and a value a line, with a link to change it where that is allowed, or to see more.

use leptos::prelude::*;

/// One line.
#[derive(Clone, Debug)]
pub struct SummaryRow {
    key: String,
    value: String,
    /// What the link says, and where it leads.
    link: Option<(&'static str, String)>,
    /// How the value differs from another, and where that is explained.
    differs: Option<(String, String)>,
    /// The id of the link, where a message above leads to it.
    id: Option<String>,
    /// The answer that the value counts, where an island counts on.
    counts: Option<&'static str>,
}

impl SummaryRow {
    pub fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        let (key, value) = (key.into(), value.into());
        Self { key, value, link: None, differs: None, id: None, counts: None }
    }

    /// Where the value can be changed.
    #[must_use]
    pub fn change_at(mut self, href: impl Into<String>) -> Self {
        self.link = Some(("Change", href.into()));
        self
    }

    /// What the error summary leads to: the link that changes the value.
    #[must_use]
    pub fn told_as(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The value is how many chose this answer, and `KeepTicks` counts on.
    #[must_use]
    pub const fn counting(mut self, answer: &'static str) -> Self {
        self.counts = Some(answer);
        self
    }

    /// Where more of it can be read.
    #[must_use]
    pub fn see_at(mut self, href: impl Into<String>) -> Self {
        self.link = Some(("See", href.into()));
        self
    }

    /// How the value differs from another, and where that is explained.
    #[must_use]
    pub fn differs(mut self, told: impl Into<String>, href: impl Into<String>) -> Self {
        self.differs = Some((told.into(), href.into()));
        self
    }

    /// Where it is said why the value is what it is.
    #[must_use]
    pub fn explained_at(mut self, href: impl Into<String>) -> Self {
        self.link = Some(("Explain", href.into()));
        self
    }
}

#[component]
pub fn SummaryList(rows: Vec<SummaryRow>) -> impl IntoView {
    let lines = rows.into_iter().map(|row| view! { <Line row /> });
    view! { <dl class="nhsuk-summary-list">{lines.collect_view()}</dl> }
}

#[component]
fn Line(row: SummaryRow) -> impl IntoView {
    let about = row.key.to_lowercase();
    view! {
        <div class="nhsuk-summary-list__row">
            <dt class="nhsuk-summary-list__key">{row.key}</dt>
            <dd class="nhsuk-summary-list__value" data-counts=row.counts>
                {row.value}
                {row.differs.map(|(told, href)| view! {
                    ", "
                    <a href=href>
                        {told}<span class="nhsuk-u-visually-hidden">": explain the change"</span>
                    </a>
                })}
            </dd>
            {row.link.map(|(text, href)| view! {
                <dd class="nhsuk-summary-list__actions">
                    <a href=href id=row.id>
                        {text}<span class="nhsuk-u-visually-hidden">" "{about}</span>
                    </a>
                </dd>
            })}
        </div>
    }
}
