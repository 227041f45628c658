//! Methods of the browser by their names: what `web-sys` would declare one by one, each a feature, would be a larger bundle.

use js_sys::{Array, Function, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};

/// What the browser keeps for this site; nothing where it keeps nothing.
pub(super) fn store() -> JsValue {
    get(&global().into(), "localStorage")
}

/// The first element of the page that a selector means.
pub(super) fn find(selector: &str) -> JsValue {
    call(&get(&global().into(), "document"), "querySelector", &[selector.into()])
}

/// All elements of the page that a selector means.
pub(super) fn find_all(selector: &str) -> Array {
    let document = get(&global().into(), "document");
    Array::from(&call(&document, "querySelectorAll", &[selector.into()]))
}

/// Whether the browser knows that it has no connection.
pub(super) fn is_offline() -> bool {
    !get(&get(&global().into(), "navigator"), "onLine").is_truthy()
}

pub(super) fn text(of: &JsValue, name: &str) -> String {
    get(of, name).as_string().unwrap_or_default()
}

pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

pub(super) fn set(of: &JsValue, name: &str, value: &JsValue) {
    // Fails only for what is no object: then there is nothing to set.
    let _ = Reflect::set(of, &name.into(), value);
}

/// Calls a method by its name; what fails gives nothing.
pub(super) fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> JsValue {
    let method = get(of, name);
    let answer = Reflect::apply(method.unchecked_ref::<Function>(), of, &list(arguments));
    answer.unwrap_or(JsValue::UNDEFINED)
}

pub(super) fn make(name: &str, arguments: &[JsValue]) -> JsValue {
    let of = get(&global().into(), name);
    let made = Reflect::construct(of.unchecked_ref::<Function>(), &list(arguments));
    made.unwrap_or(JsValue::UNDEFINED)
}

fn list(all: &[JsValue]) -> Array {
    let list = Array::new();
    for one in all {
        list.push(one);
    }
    list
}
