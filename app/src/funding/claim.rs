//! One claim as it was made: to print, or to download and send.

use super::api_claims::funding_claim;
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, Page, StackedTable, SummaryList, SummaryRow};
use domain::dates::spoken;
use domain::figures::counted;
use domain::funding::views::{ClaimDetail, ClaimedSession};
use domain::ids::FundingClaimId;
use leptos::prelude::*;

#[component]
pub fn ClaimPage() -> impl IntoView {
    let id = address::id_part::<FundingClaimId>("id");
    load(async move { funding_claim(id?).await }, |claim| view! { <Claim claim /> })
}

#[component]
fn Claim(claim: ClaimDetail) -> impl IntoView {
    let team = format!("/teams/{}", address::segment(&claim.team.code));
    let trail = vec![
        Crumb::new("/teams", "Teams"),
        Crumb::new(team.clone(), claim.team.title.clone()),
        Crumb::new(format!("{team}/claims"), "Claims"),
    ];
    let rows = summary(&claim);
    let file = format!("/funding-claims/{}.csv", claim.line.id);
    let sessions = claim.sessions.into_iter().map(cells).collect();
    let head = vec!["Session", "When", "People of the team", "Amount"];
    view! {
        <Page title=format!("Claim of {}", spoken(claim.line.claimed_on)) trail wide=true>
            <SummaryList rows />
            <StackedTable caption="Sessions" head rows=sessions />
            <p>"A claim stays as it was made. Each of its sessions can be claimed for once."</p>
            <p>
                <a href=file>"Download this claim as CSV"</a>
            </p>
        </Page>
    }
}

fn summary(claim: &ClaimDetail) -> Vec<SummaryRow> {
    let branches = usize::from(claim.branches);
    let none = || "Not recorded".to_owned();
    vec![
        SummaryRow::new("Organisation", claim.organisation.clone()),
        SummaryRow::new("Team", format!("{} ({})", claim.team.title, claim.team.code)),
        SummaryRow::new("Scheme", claim.line.scheme.clone()),
        SummaryRow::new("To be paid by", claim.payer.clone()),
        SummaryRow::new("Amount", claim.line.amount.words()),
        SummaryRow::new("For", counted(claim.line.sessions, "session", "sessions")),
        SummaryRow::new("Branches closed for each", counted(branches, "branch", "branches")),
        SummaryRow::new("Cover", claim.cover.clone().unwrap_or_else(none)),
        SummaryRow::new("Claimed by", claim.claimed_by.clone()),
    ]
}

fn cells(session: ClaimedSession) -> Vec<AnyView> {
    let ClaimedSession { code, title, slot, came, amount } = session;
    vec![
        format!("{title} ({code})").into_any(),
        slot.words().into_any(),
        counted(came as usize, "person", "people").into_any(),
        amount.words().into_any(),
    ]
}
