//! Keeps what is ticked in the form around it until the server has it: in the browser's own store, sent with each tick, tried again
//! while there is no connection, and put back after a sign-in that ended. Without scripts the button of the form does it.

mod browser; // methods of the browser, by their names
mod counts; // how many chose each answer
mod keeper; // what is kept, and sent
mod standing; // how far they have come, in words

use keeper::Keeper;
use leptos::prelude::*;
use standing::words;

#[island]
pub fn KeepTicks(
    /// Under which name the browser keeps it.
    name: String,
    /// The address of the server function that takes the form.
    to: String,
    children: Children,
) -> impl IntoView {
    let (busy, standing) = (RwSignal::new(false), RwSignal::new(0_usize));
    let keeper = Keeper { name, to, busy, standing };
    let offering = keeper.clone();
    Effect::new(move |_| {
        offering.offer();
        offering.hold_back();
    });
    view! {
        <div
            on:input=move |event| {
                if let Some(target) = event.target() {
                    keeper.ticked(&target.into());
                }
            }
        >
            {children()}
        </div>
        <p class="nhsuk-hint only-awake stays-in-sight" role="status">
            {move || words(standing.get())}
        </p>
    }
}
