//! The ticks of one form: kept in the browser, sent to the server one request after the other, offered again.

use super::browser::{call, find, get, is_offline, make, set, store, text};
use super::counts::count;
use super::standing::Standing;
use js_sys::Array;
use leptos::prelude::*;
use leptos::web_sys::Event;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What is ticked is named so; beside it stands, under the other name, what the page showed.
pub(super) const TICKED: &str = "came[";
const SHOWN: &str = "was[";
/// A number that is sent with the ticks, and what the page showed of it.
const COUNTED: &str = "service_users";
const COUNT_SHOWN: &str = "service_users_were";
/// Where the form holds the button that was pressed without a connection, and then that it was pressed again.
const PRESSED: &str = "pressed";
/// After how long it is tried again.
const AGAIN: Duration = Duration::from_secs(5);
/// From when on no answer is one, in milliseconds.
const NO_ANSWER: i32 = 15_000;

/// The ticks of one form. They are kept as a form would send them, so that the browser itself reads and writes them.
#[derive(Clone)]
pub(super) struct Keeper {
    pub name: String,
    pub to: String,
    /// Whether an answer is awaited: one after the other, so that the last tick is the last word.
    pub busy: RwSignal<bool>,
    /// A [`Standing`], as a number: for each kind of signal the bundle grows by a kilobyte.
    pub standing: RwSignal<usize>,
}

impl Keeper {
    /// Keeps a tick with what the page showed then: so the server can tell of what others said meanwhile.
    pub fn ticked(&self, target: &JsValue) {
        let name = text(target, "name");
        if let Some(shown) = beside(&name) {
            let kept = self.kept();
            let was = get(&field(&shown), "value");
            call(&kept, "set", &[name.into(), get(target, "value")]);
            call(&kept, "set", &[shown.into(), was]);
            self.keep(&kept);
            count();
            self.send();
        }
    }

    fn kept(&self) -> JsValue {
        let written = call(&store(), "getItem", &[self.key()]).as_string().unwrap_or_default();
        make("URLSearchParams", &[written.into()])
    }

    fn keep(&self, kept: &JsValue) {
        call(&store(), "setItem", &[self.key(), call(kept, "toString", &[])]);
    }

    fn key(&self) -> JsValue {
        self.name.as_str().into()
    }

    fn stands(&self, standing: Standing) {
        self.standing.set(standing as usize);
    }

    /// Puts back what was kept and is not what the page shows, beside what the page showed when it was ticked.
    pub fn offer(&self) {
        let kept = self.kept();
        let all = Array::from(&kept);
        for at in 0..all.length() {
            let (name, value) = pair(&all, at);
            let Some(shown) = beside(&name) else { continue };
            let radio = find(&format!("[name=\"{name}\"][value=\"{value}\"]"));
            let was = call(&kept, "get", &[shown.as_str().into()]);
            // Whoever ticked what was shown again has nothing more to say.
            let says = radio.is_object() && was != value;
            if says && !get(&radio, "checked").is_truthy() {
                set(&radio, "checked", &JsValue::TRUE);
                set(&field(&shown), "value", &was);
                self.stands(Standing::Offered);
            } else {
                forget(&kept, [name, shown]);
            }
        }
        self.keep(&kept);
        count();
    }

    /// Without a connection the browser would leave the page for one of its own: the button then does what each tick does, until the
    /// server has answered, and then what it says. Only as long as the page is open: whoever opens it later may mean something else.
    pub fn hold_back(&self) {
        let keeper = self.clone();
        let submitted: Box<dyn FnMut(Event)> = Box::new(move |event| {
            if is_offline() && get(&form(), PRESSED) != JsValue::TRUE {
                call(&event, "preventDefault", &[]);
                set(&form(), PRESSED, &get(&event, "submitter"));
                keeper.stands(Standing::Offline);
                keeper.send();
            }
        });
        let submitted = Closure::<dyn FnMut(Event)>::wrap(submitted).into_js_value();
        call(&form(), "addEventListener", &["submit".into(), submitted]);
    }

    /// Sends the form as its button would.
    fn send(&self) {
        let nothing = Array::from(&self.kept()).length() == 0 && !get(&form(), PRESSED).is_object();
        if nothing || self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let body = make("FormData", &[form()]);
        let body = make("URLSearchParams", &[body]);
        // All that the server is told, not only what is kept.
        let sent = Array::from(&body);
        let request = make("XMLHttpRequest", &[]);
        call(&request, "open", &["POST".into(), self.to.as_str().into()]);
        set(&request, "timeout", &NO_ANSWER.into());
        let (keeper, answer) = (self.clone(), request.clone());
        let ended = move || keeper.answered(&sent, get(&answer, "status").as_f64());
        let ended = Closure::<dyn FnMut()>::once_into_js(ended);
        call(&request, "addEventListener", &["loadend".into(), ended]);
        call(&request, "send", &[body]);
    }

    fn answered(&self, sent: &Array, status: Option<f64>) {
        self.busy.set(false);
        match status.unwrap_or_default() as u16 {
            200..300 => self.saved(sent),
            401 => self.stands(Standing::SignIn),
            404 | 422 => {
                self.stands(Standing::Refused);
                press_again();
            }
            _ => {
                // Whoever was told that they are offline is told more than that.
                if self.standing.get_untracked() != Standing::Offline as usize {
                    self.stands(Standing::Again);
                }
                let keeper = self.clone();
                set_timeout(move || keeper.send(), AGAIN);
            }
        }
    }

    /// The server has what was sent: from now on the page shows it. What was ticked meanwhile is next.
    fn saved(&self, sent: &Array) {
        let kept = self.kept();
        for at in 0..sent.length() {
            let (name, value) = pair(sent, at);
            let value = JsValue::from(value);
            if name == COUNTED {
                set(&field(COUNT_SHOWN), "value", &value);
            }
            let Some(shown) = beside(&name) else { continue };
            set(&field(&shown), "value", &value);
            let ticked = call(&kept, "get", &[name.as_str().into()]);
            if ticked == value {
                forget(&kept, [name, shown]);
            } else if ticked.is_string() {
                call(&kept, "set", &[shown.into(), value]);
            }
        }
        self.keep(&kept);
        if Array::from(&kept).length() == 0 {
            self.stands(Standing::Saved);
            press_again();
        } else {
            self.send();
        }
    }
}

/// The name of what the page showed beside a tick; none for what is no tick.
fn beside(name: &str) -> Option<String> {
    name.strip_prefix(TICKED).map(|of| format!("{SHOWN}{of}"))
}

/// The form around the ticks.
fn form() -> JsValue {
    get(&find(&format!("[name^=\"{TICKED}\"]")), "form")
}

/// Presses the button that was pressed without a connection: the server has just answered.
fn press_again() {
    let button = get(&form(), PRESSED);
    if button.is_object() {
        set(&form(), PRESSED, &JsValue::TRUE);
        call(&form(), "requestSubmit", &[button]);
    }
}

/// The first field of this name.
fn field(name: &str) -> JsValue {
    find(&format!("[name=\"{name}\"]"))
}

fn forget(kept: &JsValue, names: [String; 2]) {
    for name in names {
        call(kept, "delete", &[name.into()]);
    }
}

/// A name with its value.
fn pair(all: &Array, at: u32) -> (String, String) {
    let pair: Array = all.get(at).unchecked_into();
    let text = |at| pair.get(at).as_string().unwrap_or_default();
    (text(0), text(1))
}
