//! The ticks of one form: kept in the browser, sent to the server one request after the other, offered again.

use super::browser::{call, get, make, set, store, text};
use super::lines::{with, without};
use super::standing::Standing;
use leptos::html::Div;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// What is ticked is named so; beside it stands, under the other name, what the page showed.
const TICKED: &str = "came[";
const SHOWN: &str = "was[";
/// After how long it is tried again.
const AGAIN: Duration = Duration::from_secs(5);
/// From when on no answer is one, in milliseconds.
const NO_ANSWER: i32 = 15_000;

/// The ticks of one form, a line each: `came[person-…]=attended`.
#[derive(Clone)]
pub(super) struct Keeper {
    pub name: String,
    pub to: String,
    pub here: NodeRef<Div>,
    /// Whether an answer is awaited: one after the other, so that the last tick is the last word.
    pub busy: RwSignal<bool>,
    pub standing: RwSignal<Standing>,
}

impl Keeper {
    pub fn ticked(&self, target: &JsValue) {
        let (name, value) = (text(target, "name"), text(target, "value"));
        if name.starts_with(TICKED) {
            self.keep(&with(&self.kept(), &name, &value));
            self.send();
        }
    }

    fn kept(&self) -> String {
        call(&store(), "getItem", &[self.key()]).as_string().unwrap_or_default()
    }

    fn keep(&self, lines: &str) {
        if lines.is_empty() {
            call(&store(), "removeItem", &[self.key()]);
        } else {
            call(&store(), "setItem", &[self.key(), lines.into()]);
        }
    }

    fn key(&self) -> JsValue {
        self.name.as_str().into()
    }

    /// Puts back what was kept and is not what the page shows.
    pub fn offer(&self) {
        let mut left = String::new();
        for line in self.kept().lines() {
            let Some((name, value)) = line.split_once('=') else { continue };
            let radio = self.find(&format!("[name=\"{name}\"][value=\"{value}\"]"));
            if radio.is_object() && !get(&radio, "checked").is_truthy() {
                set(&radio, "checked", &JsValue::TRUE);
                left = with(&left, name, value);
            }
        }
        self.keep(&left);
        if !left.is_empty() {
            self.standing.set(Standing::Offered);
        }
    }

    pub fn forget(&self) {
        self.keep("");
        // Fails only where the browser forbids it; then the page stays as it is.
        let _ = location().reload();
    }

    /// Sends the form as its button would.
    pub fn send(&self) {
        let sent = self.kept();
        if sent.is_empty() || self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let body = make("FormData", &[self.form()]);
        let body = make("URLSearchParams", &[body]);
        let request = make("XMLHttpRequest", &[]);
        call(&request, "open", &["POST".into(), self.to.as_str().into()]);
        set(&request, "timeout", &NO_ANSWER.into());
        let (keeper, answer) = (self.clone(), request.clone());
        let ended = move || keeper.answered(&sent, get(&answer, "status").as_f64());
        let ended = Closure::<dyn FnMut()>::once_into_js(ended);
        call(&request, "addEventListener", &["loadend".into(), ended]);
        call(&request, "send", &[body]);
    }

    fn answered(&self, sent: &str, status: Option<f64>) {
        self.busy.set(false);
        match status.unwrap_or_default() as u16 {
            200..300 => self.saved(sent),
            401 => self.standing.set(Standing::SignIn),
            404 | 422 => self.standing.set(Standing::Refused),
            _ => {
                self.standing.set(Standing::Again);
                let keeper = self.clone();
                set_timeout(move || keeper.send(), AGAIN);
            }
        }
    }

    /// The server has what was sent: from now on the page shows it. What was ticked meanwhile is next.
    fn saved(&self, sent: &str) {
        for line in sent.lines() {
            if let Some((name, value)) = line.split_once('=') {
                let shown = self.find(&format!("[name=\"{}\"]", name.replacen(TICKED, SHOWN, 1)));
                set(&shown, "value", &value.into());
            }
        }
        let left = without(&self.kept(), sent);
        self.keep(&left);
        if left.is_empty() {
            self.standing.set(Standing::Saved);
        } else {
            self.send();
        }
    }

    fn find(&self, selector: &str) -> JsValue {
        call(&self.element(), "querySelector", &[selector.into()])
    }

    fn form(&self) -> JsValue {
        call(&self.element(), "closest", &["form".into()])
    }

    fn element(&self) -> JsValue {
        self.here.get_untracked().map_or(JsValue::UNDEFINED, JsValue::from)
    }
}
