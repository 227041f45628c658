//! A field of a form: what a page asks for, and how it stands once the form was sent.

use crate::forms::{FormScope, date_part};

/// What a page asks for; every input component takes one.
#[derive(Clone, Debug, Default)]
pub struct Field {
    name: String,
    label: String,
    hint: Option<String>,
    values: Vec<String>,
}

impl Field {
    /// `name` is the argument of the server function; `label` is the question as a person reads it.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), ..Self::default() }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What stands in it before anything is typed; a date as `2026-05-04`.
    #[must_use]
    pub fn value(mut self, value: impl ToString) -> Self {
        self.values = vec![value.to_string()];
        self
    }

    /// The choices that stand ticked before anything is chosen.
    #[must_use]
    pub fn values(mut self, values: impl IntoIterator<Item = String>) -> Self {
        self.values = values.into_iter().collect();
        self
    }

    /// The field in the form around it: what was typed wins over what the page knows.
    pub(super) fn placed(self) -> Placed {
        let scope = FormScope::around();
        Placed {
            id: scope.id(&self.name),
            error: scope.error(&self.name),
            values: scope.typed(&self.name).unwrap_or(self.values),
            scope,
            name: self.name,
            label: self.label,
            hint: self.hint,
        }
    }
}

/// A field in its form.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub id: String,
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    pub error: Option<String>,
    values: Vec<String>,
    scope: FormScope,
}

impl Placed {
    /// What stands in it. Of several, the last: an empty hidden field may come before the one that was chosen.
    pub fn value(&self) -> String {
        self.values.last().cloned().unwrap_or_default()
    }

    pub fn holds(&self, value: &str) -> bool {
        self.values.iter().any(|v| v == value)
    }

    /// One of the boxes that this field is made of, as it was typed.
    pub fn typed_part(&self, part: &str) -> Option<String> {
        self.scope.typed(&date_part(&self.name, part))?.pop()
    }

    /// The ids of what explains the field, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The class, with its variant for a field whose answer was refused.
    pub fn class(&self, class: &str) -> String {
        if self.error.is_some() { format!("{class} {class}--error") } else { class.to_owned() }
    }
}
