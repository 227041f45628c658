//! A team's release: the times at which people can go, days on which they cannot, how many stay, and what the team asks.

use super::api::team_release;
use super::asks::Asks;
use super::windows::{Days, Minimums, Windows};
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, Page};
use domain::release::views::ReleaseDetail;
use leptos::prelude::*;

#[component]
pub fn ReleasePage() -> impl IntoView {
    load(team_release(address::path_part("code")), |detail| view! { <Released detail /> })
}

#[component]
fn Released(detail: ReleaseDetail) -> impl IntoView {
    let ReleaseDetail { team, fields, deputy, windows, exceptions, minimums, professions } = detail;
    let above = format!("/teams/{}", address::segment(&team.code));
    let trail = vec![Crumb::new("/teams", "Teams"), Crumb::new(above, team.title.clone())];
    let code = team.code;
    view! {
        <Page title=format!("{}: release for training", team.title) trail>
            <p>
                "Whoever plans a session and whoever books one is told what stands here. Nothing here refuses a booking. Some "
                "bookings wait for you, if you ask for that below."
            </p>
            <Windows team=code.clone() windows />
            <Days team=code.clone() exceptions />
            <Minimums team=code.clone() minimums professions />
            <Asks team=code fields deputy />
            <p>
                <a href="/seat-requests">"Requests for seats"</a>
            </p>
        </Page>
    }
}
