//! What a team can claim for a year, scheme by scheme, prefilled from what was delivered; and what it has claimed.

use super::api_claims::{MakeClaim, team_claims};
use super::pays;
use crate::address;
use crate::load::load;
use crate::protected_time::OtherYears;
use crate::ui::{
    Button, Checkboxes, Choice, Crumb, EmptyState, Field, Form, InsetText, Page, StackedTable,
    TextInput, TextKind,
};
use domain::dates::spoken;
use domain::figures::counted;
use domain::funding::views::{ClaimLine, ClaimsPage as Claims, SchemeToClaim, ToClaim};
use leptos::prelude::*;

#[component]
pub fn ClaimsPage() -> impl IntoView {
    let (code, year) = (address::path_part("code"), address::query("year"));
    load(team_claims(code, year), |found| view! { <OfTeam found /> })
}

#[component]
fn OfTeam(found: Claims) -> impl IntoView {
    let Claims { team, year, cover, schemes, claims } = found;
    let above = format!("/teams/{}", address::segment(&team.code));
    let trail = vec![Crumb::new("/teams", "Teams"), Crumb::new(above.clone(), team.title.clone())];
    let cover = match cover {
        Some(cover) => format!("{cover}."),
        None => "The team has not said who covers.".to_owned(),
    };
    let nothing = schemes.is_empty();
    let code = team.code;
    let each = schemes.into_iter().map({
        let code = code.clone();
        move |scheme| view! { <Scheme team=code.clone() scheme /> }
    });
    let each = each.collect_view();
    view! {
        <Page title=format!("{}: claims for sessions", team.title) trail wide=true>
            <p class="nhsuk-lede-text">{year.words()}</p>
            <OtherYears year />
            <p>
                "Sessions that invited the team, whose registers are closed, and to which enough of the team came for the scheme. "
                "Cover: "
                {cover} " " <a href=format!("{above}/release")>"Say who covers"</a>
            </p>
            {nothing.then(|| view! {
                <EmptyState heading="There is nothing to claim for">
                    <p>
                        "Sessions are listed here once their registers are closed, in the time of a scheme that is for the team "
                        "and pays for them."
                    </p>
                </EmptyState>
            })}
            {each}
            <Made team=code claims />
        </Page>
    }
}

/// One scheme: the form for what can be claimed, then what is still missing of the rest.
#[component]
fn Scheme(team: String, scheme: SchemeToClaim) -> impl IntoView {
    let SchemeToClaim { id, name, payer, conditions, terms, claimed, branches, sessions } = scheme;
    let (ready, lacking): (Vec<ToClaim>, Vec<ToClaim>) =
        sessions.into_iter().partition(|one| one.lacking.is_empty());
    let asks = terms.conditions();
    let asks = if asks.is_empty() { String::new() } else { format!(" Asks: {}.", asks.join("; ")) };
    let claimed = counted(claimed, "session", "sessions");
    let (pays, which) = (pays(&terms), terms.counts_from.sessions());
    let words = format!("{payer} pays {pays}, for {which}.{asks} Claimed this year: {claimed}.");
    let per_branch = terms.per_branch.0 > 0;
    view! {
        <section>
            <h2>{name}</h2>
            <p>{words}</p>
            {conditions.map(|words| view! { <InsetText><p class="kept-lines">{words}</p></InsetText> })}
            <Ready team id=id.to_string() branches per_branch each=terms.per_session.words() ready />
            <StillMissing lacking />
        </section>
    }
}

#[component]
fn Ready(
    team: String,
    id: String,
    branches: u16,
    per_branch: bool,
    each: String,
    ready: Vec<ToClaim>,
) -> impl IntoView {
    if ready.is_empty() {
        return view! { <p>"No session can be claimed for under it now."</p> }.into_any();
    }
    let choices: Vec<Choice> = ready
        .iter()
        .map(|one| Choice::new(one.id, format!("{}, {}, {each}", one.title, one.slot.words())))
        .collect();
    let ticked: Vec<String> = ready.iter().map(|one| one.id.to_string()).collect();
    let about = id.clone();
    view! {
        <Form<MakeClaim> about=about>
            <input type="hidden" name="team" value=team />
            <input type="hidden" name="scheme" value=id />
            <Checkboxes field=Field::new("sessions[]", "Sessions to claim for").values(ticked) choices />
            {if per_branch {
                let field = Field::new("branches", "How many branches closed for each of them?").value(branches);
                view! { <TextInput field kind=TextKind::Number width=2 /> }.into_any()
            } else {
                view! { <input type="hidden" name="branches" value="" /> }.into_any()
            }}
            <Button text="Make this claim" />
        </Form<MakeClaim>>
    }
    .into_any()
}

/// What the other sessions lack; nothing where none lacks anything.
#[component]
fn StillMissing(lacking: Vec<ToClaim>) -> impl IntoView {
    if lacking.is_empty() {
        return None;
    }
    let rows = lacking.into_iter().map(|one| {
        let why: Vec<&str> = one.lacking.iter().map(|lacking| lacking.label()).collect();
        vec![
            view! { <a href=format!("/sessions/{}", one.id)>{one.title}</a> }.into_any(),
            one.slot.words().into_any(),
            why.join(". ").into_any(),
        ]
    });
    let head = vec!["Session", "When", "Still missing"];
    let rows = rows.collect();
    Some(view! { <StackedTable caption="Not to be claimed for yet" head rows /> })
}

#[component]
fn Made(team: String, claims: Vec<ClaimLine>) -> impl IntoView {
    if claims.is_empty() {
        return None;
    }
    let at = format!("/teams/{}/claims", address::segment(&team));
    let rows = claims.into_iter().map(|line| {
        let day = spoken(line.claimed_on);
        vec![
            view! { <a href=format!("{at}/{}", line.id)>{format!("Claim of {day}")}</a> }
                .into_any(),
            line.scheme.into_any(),
            counted(line.sessions, "session", "sessions").into_any(),
            line.amount.words().into_any(),
        ]
    });
    let head = vec!["Claim", "Scheme", "For", "Amount"];
    let rows = rows.collect();
    Some(view! { <StackedTable caption="Claims for this year" head rows /> })
}
