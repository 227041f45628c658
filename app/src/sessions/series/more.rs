//! On a session's page, for whoever runs it: what else can be made of it.

use crate::sessions::address_of;
use domain::ids::SessionId;
use domain::sessions::SessionState;
use domain::sessions::scheduling::may_change;
use domain::sessions::series::may_repeat;
use leptos::prelude::*;

#[component]
pub(in crate::sessions) fn More(
    id: SessionId,
    state: SessionState,
    /// Whether it belongs to a series.
    in_series: bool,
) -> impl IntoView {
    let own = address_of(id);
    let repeat = may_repeat(state, in_series).is_ok();
    let several = in_series && may_change(state).is_ok();
    view! {
        <section>
            <h2>"More sessions like it"</h2>
            <ul>
                {repeat.then(|| view! {
                    <li>
                        <a href=format!("{own}/repeat")>"Repeat this session"</a>
                    </li>
                })}
                {several.then(|| view! {
                    <li>
                        <a href=format!("{own}/series")>"Change or cancel several sessions of this series"</a>
                    </li>
                })}
                <li>
                    <a href=format!("/sessions/new?like={id}")>"Plan another like this"</a>
                </li>
            </ul>
        </section>
    }
}
