//! Everybody in a register: with the answers to choose from, or as it stands.

use crate::forms::FormScope;
use crate::ui::{Colour, RowFilter, StackedTable, Tag};
use domain::dates::spoken_time;
use domain::sessions::register::views::RegisterLine;
use domain::sessions::register::{Attendance, NOT_SAID};
use leptos::prelude::*;

/// From this many people on there is a box to find a name with.
const LONG: usize = 13;

/// The answers, one group of them for each attendee.
#[component]
pub(super) fn Marks(lines: Vec<RegisterLine>) -> impl IntoView {
    if lines.is_empty() {
        return None;
    }
    let long = lines.len() >= LONG;
    let rows = lines.into_iter().map(|line| {
        let from = from(&line);
        vec![
            view! { <Who line=line.clone() /> }.into_any(),
            from.into_any(),
            view! { <Came line /> }.into_any(),
        ]
    });
    let rows = rows.collect();
    let head = vec!["Name", "From", "Did they come?"];
    let table = view! {
        <section>
            <StackedTable caption="Who came" head rows />
        </section>
    };
    Some(match long {
        true => view! { <RowFilter label="Find a name">{table}</RowFilter> }.into_any(),
        false => table.into_any(),
    })
}

/// A register as it stands, once nothing can be written in it.
#[component]
pub(super) fn Said(lines: Vec<RegisterLine>) -> impl IntoView {
    let rows = lines.into_iter().map(|line| {
        let from = from(&line);
        let attendance = line.attendance;
        vec![
            view! { <Who line /> }.into_any(),
            from.into_any(),
            view! { <AttendanceTag attendance /> }.into_any(),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let head = vec!["Name", "From", "Attendance"];
    (!rows.is_empty()).then(|| view! { <StackedTable caption="Who came" head rows /> })
}

/// `Limehouse team, Nursing`.
fn from(line: &RegisterLine) -> String {
    let parts = [Some(line.from.clone()), line.profession.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// A name, with what else is known of their coming.
#[component]
fn Who(line: RegisterLine) -> impl IntoView {
    let RegisterLine { name, walked_in, checked_in_at, corrected, .. } = line;
    let checked_in = checked_in_at.map(|at| format!("Checked in at {}", spoken_time(at.time())));
    let corrected = corrected.map(|(before, why)| {
        format!("Before: {}. Changed because: {}", before.label(), why.label())
    });
    let told = [walked_in.then(|| "Walked in".to_owned()), checked_in, corrected];
    let told = told.into_iter().flatten().map(|words| {
        view! {
            <br />
            <span class="nhsuk-body-s">{words}</span>
        }
    });
    view! { {name} {told.collect_view()} }
}

/// Whether one of them came. Whatever was said can become another answer, and *not said*, which takes it back.
#[component]
fn Came(line: RegisterLine) -> impl IntoView {
    let scope = FormScope::around();
    let key = line.attendee.key();
    let (name, was) = (format!("came[{key}]"), format!("was[{key}]"));
    let shown = line.attendance.map(Attendance::code).unwrap_or_default();
    let typed = |name: &str| scope.typed(name).and_then(|mut typed| typed.pop());
    // In a form that was refused, what was not touched is what stands there now, not what stood there then.
    let touched = typed(&name).filter(|chosen| typed(&was).as_ref() != Some(chosen));
    let chosen = touched.unwrap_or_else(|| shown.to_owned());
    let (id, error) = (scope.id(&name), scope.error(&name));
    let answers = Attendance::ALL.iter().map(|one| (one.code(), one.label()));
    let answers = answers.chain([("", NOT_SAID)]);
    let radios = answers.enumerate().map(|(index, (value, label))| {
        // The first bears the field's own id, where the error summary's link leads.
        let id = if index == 0 { id.clone() } else { format!("{id}-{index}") };
        let checked = chosen == value;
        view! { <Answer id name=name.clone() value label checked /> }
    });
    let radios = radios.collect_view();
    view! {
        <fieldset class="nhsuk-fieldset">
            <legend class="nhsuk-u-visually-hidden">"Did " {line.name} " come?"</legend>
            {error.map(|error| view! {
                <span class="nhsuk-error-message">
                    <span class="nhsuk-u-visually-hidden">"Error: "</span>
                    {error}
                </span>
            })}
            <input type="hidden" name=was value=shown />
            <div class="nhsuk-radios nhsuk-radios--inline nhsuk-radios--small">{radios}</div>
        </fieldset>
    }
}

#[component]
fn Answer(
    id: String,
    name: String,
    value: &'static str,
    label: &'static str,
    checked: bool,
) -> impl IntoView {
    view! {
        <div class="nhsuk-radios__item">
            <input
                class="nhsuk-radios__input"
                id=id.clone()
                name=name
                type="radio"
                value=value
                checked=checked
            />
            <label class="nhsuk-label nhsuk-radios__label" for=id>
                {label}
            </label>
        </div>
    }
}

/// Whether somebody came, in a few words.
#[component]
fn AttendanceTag(attendance: Option<Attendance>) -> impl IntoView {
    let (text, colour) = match attendance {
        Some(said @ Attendance::Attended) => (said.label(), Colour::Green),
        Some(said @ Attendance::PartAttended) => (said.label(), Colour::Blue),
        Some(said @ Attendance::DidNotAttend) => (said.label(), Colour::Grey),
        None => (NOT_SAID, Colour::White),
    };
    view! { <Tag text colour /> }
}
