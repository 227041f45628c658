//! A form that was sent and refused: the page is shown again with every typed answer and what was wrong with it.

use crate::error::AppError;
use domain::fields::FieldErrors;
use domain::refusal::Refusal;
use leptos::prelude::use_context;
use leptos::server_fn::ServerFn;

/// What the server provides while it shows a page again.
#[derive(Clone, Debug)]
pub struct Submitted {
    /// As in the form's hidden field `form`: the server function, and what it is about where one page has several.
    pub form: String,
    pub values: Vec<(String, String)>,
    pub refusal: Refusal,
}

impl Submitted {
    /// The messages for the top of the page, each with the id of its field where there is one.
    pub fn messages(&self) -> Vec<(Option<String>, String)> {
        match &self.refusal {
            Refusal::Fields(errors) => errors
                .0
                .iter()
                .map(|e| (Some(self.scope().id(&e.field)), e.message.clone()))
                .collect(),
            other => vec![(None, other.to_string())],
        }
    }

    fn scope(&self) -> FormScope {
        let errors = match &self.refusal {
            Refusal::Fields(errors) => errors.clone(),
            _ => FieldErrors::default(),
        };
        FormScope { name: Some(self.form.clone()), values: Some(self.values.clone()), errors }
    }
}

/// The form that a field stands in: how its id begins, what was typed, what was wrong.
#[derive(Clone, Debug, Default)]
pub struct FormScope {
    name: Option<String>,
    values: Option<Vec<(String, String)>>,
    errors: FieldErrors,
}

impl FormScope {
    /// The form around a field. A field that is built before its form would lose what was typed.
    pub fn around() -> Self {
        let scope = use_context::<Self>();
        debug_assert!(scope.is_some(), "a field is built outside of its form");
        scope.unwrap_or_default()
    }

    /// A form that posts: as it was sent, if it is the one that was refused, by either of its buttons.
    pub fn posted(name: String, second: Option<&str>) -> Self {
        match use_context::<Submitted>() {
            Some(submitted) if submitted.form == name || Some(&*submitted.form) == second => {
                submitted.scope()
            }
            _ => Self { name: Some(name), ..Self::default() },
        }
    }

    /// A form whose answers stand in the address.
    pub fn in_address(values: Vec<(String, String)>) -> Self {
        Self { values: Some(values).filter(|v| !v.is_empty()), ..Self::default() }
    }

    /// The same with what was wrong with it.
    #[must_use]
    pub fn refused(self, errors: FieldErrors) -> Self {
        Self { errors, ..self }
    }

    /// Unique on the page, though two forms may ask for the same.
    pub fn id(&self, field: &str) -> String {
        let field = plain(field);
        self.name.as_ref().map_or_else(|| field.clone(), |form| format!("{form}-{field}"))
    }

    pub fn error(&self, field: &str) -> Option<String> {
        self.errors.of(&plain(field)).map(str::to_owned)
    }

    /// Whether the form was refused for want of this field, or it was answered then.
    pub fn asks(&self, field: &str) -> bool {
        let answered = self.typed(field).is_some_and(|typed| typed.iter().any(|t| !t.is_empty()));
        self.name.is_some() && (answered || self.error(field).is_some())
    }

    /// Everything typed in a field; none if this form was not sent.
    pub fn typed(&self, field: &str) -> Option<Vec<String>> {
        let values = self.values.as_ref()?.iter().filter(|(name, _)| name == field);
        let values: Vec<_> = values.map(|(_, value)| value.clone()).collect();
        // An address that does not name a filter leaves it as it is; a form that was sent says that nothing was chosen.
        (self.name.is_some() || !values.is_empty()).then_some(values)
    }
}

/// The name under which messages and ids know a field: `people` for the list `people[]`, `level-RSK-1` for the entry
/// `level[RSK-1]` of a map.
fn plain(field: &str) -> String {
    field.trim_end_matches("[]").replace('[', "-").replace(']', "")
}

/// The name of one of the boxes that a date is typed in: `made_on-day`, or `made_on-day[RSK-1]` for an entry of a map.
pub fn date_part(name: &str, part: &str) -> String {
    match name.split_once('[') {
        Some((name, entry)) => format!("{name}-{part}[{entry}"),
        None => format!("{name}-{part}"),
    }
}

/// The date that a box of this name is the day of.
pub fn date_of_day(name: &str) -> Option<String> {
    let (name, entry) =
        name.split_once('[').map_or((name, None), |(name, entry)| (name, Some(entry)));
    let date = name.strip_suffix("-day")?;
    Some(entry.map_or_else(|| date.to_owned(), |entry| format!("{date}[{entry}")))
}

/// Whether the page is shown again because this form was refused: then it must not stay folded away.
pub fn was_refused<F: ServerFn<Error = AppError>>() -> bool {
    is_submitted(&name_of::<F>(None))
}

/// The same for one of several forms of its kind.
pub fn was_refused_about<F: ServerFn<Error = AppError>>(about: &str) -> bool {
    is_submitted(&name_of::<F>(Some(about)))
}

fn is_submitted(form: &str) -> bool {
    use_context::<Submitted>().is_some_and(|submitted| submitted.form == form)
}

/// The name by which a form calls its server function.
///
/// Every form's function says `#[server(endpoint = "…")]`: the name stays readable in the page and
/// the log, and is the same in every build.
pub fn name_of<F: ServerFn<Error = AppError>>(about: Option<&str>) -> String {
    let function = F::PATH.trim_start_matches("/api/");
    about.map_or_else(|| function.to_owned(), |about| format!("{function}-{about}"))
}

/// The server function that a form's name calls: `send_back` for `send_back-0198f3`.
pub fn function_in(form: &str) -> &str {
    form.split_once('-').map_or(form, |(function, _)| function)
}
