//! Buttons that move something in a draft by one place: a form each, so that they work without scripts and by keyboard.

use crate::error::AppError;
use crate::ui::{Button, ButtonKind, Form};
use domain::frameworks::ordering::Direction;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use std::marker::PhantomData;

/// Something among others of its kind.
#[derive(Clone, Debug)]
pub struct Movable {
    code: String,
    title: String,
    directions: Vec<Direction>,
}

impl Movable {
    /// What stands at `at` among `many`: at an end it moves one way only.
    pub fn new(code: &str, title: &str, at: usize, many: usize) -> Self {
        let up = (at > 0).then_some(Direction::Up);
        let down = (at + 1 < many).then_some(Direction::Down);
        let directions = up.into_iter().chain(down).collect();
        Self { code: code.to_owned(), title: title.to_owned(), directions }
    }
}

/// `F` is the server function that moves such things.
#[component]
pub fn UpAndDown<F>(
    number: i32,
    item: Movable,
    #[prop(optional)] function: PhantomData<F>,
) -> impl IntoView
where
    F: ServerFn<Error = AppError>,
{
    let PhantomData = function;
    let Movable { code, title, directions } = item;
    let buttons = directions.into_iter().map(|direction| {
        let (code, title) = (code.clone(), title.clone());
        let about = format!("{code}-{direction}");
        view! {
            <Form<F> about>
                <input type="hidden" name="number" value=number />
                <input type="hidden" name="code" value=code />
                <input type="hidden" name="direction" value=direction.code() />
                <Button text=direction.label() kind=ButtonKind::Secondary about=title />
            </Form<F>>
        }
    });
    let buttons = buttons.collect_view();
    view! { <div class="row-of-buttons">{buttons}</div> }
}
