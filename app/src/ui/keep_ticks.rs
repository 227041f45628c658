//! Keeps what is ticked in the form around it until the server has it: in the browser's own store, sent with each tick, tried again
//! while there is no connection, and offered again after a sign-in that ended. Without scripts the button of the form does it.

mod browser; // methods of the browser, by their names
mod keeper; // what is kept, and sent
mod lines; // the ticks as text
mod standing; // how far they have come, in words

use keeper::Keeper;
use leptos::html::Div;
use leptos::prelude::*;
use standing::Standing;

#[island]
pub fn KeepTicks(
    /// Under which name the browser keeps it.
    name: String,
    /// The address of the server function that takes the form.
    to: String,
    children: Children,
) -> impl IntoView {
    let (here, busy) = (NodeRef::<Div>::new(), RwSignal::new(false));
    let standing = RwSignal::new(Standing::Nothing);
    let keeper = Keeper { name, to, here, busy, standing };
    let (ticking, offering) = (keeper.clone(), keeper.clone());
    let (sending, forgetting) = (keeper.clone(), keeper);
    Effect::new(move |_| {
        if here.get().is_some() {
            offering.offer();
        }
    });
    view! {
        <div
            node_ref=here
            on:change=move |event| {
                if let Some(target) = event.target() {
                    ticking.ticked(&target.into());
                }
            }
        >
            {children()}
        </div>
        <div class="only-awake">
            <p class="nhsuk-hint" role="status">
                {move || standing.get().words()}
            </p>
            <div hidden=move || standing.get() != Standing::Offered>
                <div class="row-of-buttons">
                    <button
                        class="nhsuk-button nhsuk-button--secondary"
                        type="button"
                        on:click=move |_| sending.send()
                    >
                        "Save what was kept"
                    </button>
                    <button
                        class="nhsuk-button nhsuk-button--secondary"
                        type="button"
                        on:click=move |_| forgetting.forget()
                    >
                        "Throw it away"
                    </button>
                </div>
            </div>
        </div>
    }
}
