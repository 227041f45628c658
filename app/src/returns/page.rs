//! One return: where it stands, what waits and for whom, what it says and what it is made of.

use super::acts::{Approve, Correct, Submit, what_is_approved, who_checked};
use super::again::Today;
use super::api::one_return;
use super::changes::Changes;
use super::checks::{Checks, Standing};
use super::files::Files;
use super::steps::{History, Steps};
use super::texts::Texts;
use super::{RETURNS, at, titled};
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, InsetText, Page, SummaryList, SummaryRow};
use domain::codes::GrantKind;
use domain::dates::spoken;
use domain::returns::recipients::NOT_NATIONAL;
use domain::returns::views::{CorrectedBy, MayDo, ReturnPage};
use domain::returns::{ReturnId, Step};
use leptos::prelude::*;

#[component]
pub fn OneReturnPage() -> impl IntoView {
    let id = address::id_part::<ReturnId>("id");
    let page = address::query("page").parse().unwrap_or(1);
    let beside_today = address::query("beside") == "today";
    let asked = async move { one_return(id?, page, beside_today).await };
    load(asked, |found| view! { <One found /> })
}

#[component]
fn One(found: ReturnPage) -> impl IntoView {
    let ReturnPage { line, history, next, may, .. } = found.clone();
    let id = line.id.clone();
    let MayDo { check, revise, .. } = may;
    let to_check = check.then(|| Standing { id: id.clone(), digest: found.digest.clone() });
    // What somebody confirms to have looked at stands above the button that says so.
    view! {
        <Page title=titled(&line) trail=vec![Crumb::new(RETURNS, "Returns")] wide=true>
            <div class="return">
                <SummaryList rows=summary(&found) />
                <Steps stands=line.stands history=history.clone() />
                <Waits found=found.clone() />
                <Figures id=id.clone() findings=found.findings.clone() />
                <Files id=id.clone() files=found.files.clone() digest=found.digest.clone() />
                {found.correction.clone().map(|corrected| view! { <Changes corrected /> })}
                <Texts texts=found.texts.clone() is_open=next.is_some() />
                <Checks concerns=found.concerns.clone() is_open=next.is_some() to_check />
                <Decide found=found.clone() />
                <Today id=id.clone() stands=line.stands drift=found.drift may />
                <History history />
                {found.has_annex.then(|| view! { <ToAnnex id=id.clone() /> })}
                {revise.then(|| view! { <Correct id /> })}
            </div>
        </Page>
    }
}

fn summary(found: &ReturnPage) -> Vec<SummaryRow> {
    let ReturnPage { line, framework, corrected_by, .. } = found;
    let mut rows = vec![
        SummaryRow::new("Name", line.id.to_string()),
        SummaryRow::new("Place", line.place_name.clone()),
        SummaryRow::new("Reference date", spoken(line.id.date)),
        SummaryRow::new("Revision", line.id.revision.to_string()),
        SummaryRow::new("For", line.recipient.clone()),
        SummaryRow::new("Framework", framework.clone()),
    ];
    rows.extend(corrected_by.as_ref().map(|CorrectedBy { id, is_submitted }| {
        let told = match is_submitted {
            true => format!("{id} corrects this return"),
            false => format!("{id} is begun as its correction, and not submitted yet"),
        };
        SummaryRow::new("Corrected", told).see_at(at(id))
    }));
    rows
}

/// What it waits for, and who may do it; and once nothing is left to do here, what is done elsewhere.
#[component]
fn Waits(found: ReturnPage) -> impl IntoView {
    let ReturnPage { line, waits_for, approvers, may, .. } = found;
    let who =
        approvers.filter(|_| !may.approve).map(|names| who_approves(&names, &line.place_name));
    let any = waits_for.is_some() || who.is_some();
    view! {
        {any.then(|| view! {
            <InsetText>
                {waits_for.map(|waits| view! { <p>{waits}</p> })}
                {who.map(|who| view! { <p>{who}</p> })}
            </InsetText>
        })}
        {(line.stands == Step::Submitted)
            .then(|| view! { <HandOver id=line.id recipient=line.recipient hands_over=may.hand_over /> })}
    }
}

/// Who may approve it, and how they come to know; where nobody may, what is done about it.
fn who_approves(names: &[String], place: &str) -> String {
    if names.is_empty() {
        let grant = GrantKind::Approver.label();
        return format!(
            "Nobody may approve it yet. An administrator can give the grant “{grant}” for {place} to somebody who neither prepared nor \
             checked it, and wrote nothing that stands in it."
        );
    }
    let names = names.join(", ");
    format!(
        "{names} may approve it. They are told so on their home page: “1 return waits for you to approve it”."
    )
}

/// Nothing is sent from here.
#[component]
fn HandOver(id: ReturnId, recipient: String, hands_over: bool) -> impl IntoView {
    let files = format!("{}/files.zip", at(&id));
    view! {
        <InsetText>
            <p>{format!("Esteem sends it to nobody. {NOT_NATIONAL}")}</p>
            {hands_over.then(|| view! {
                <p>
                    "What is left to do: " <a href=files>"download all files (ZIP)"</a>
                    {format!(" and send them to {recipient}.")}
                </p>
            })}
        </InsetText>
    }
}

/// What whoever approves or submits it may do now.
#[component]
fn Decide(found: ReturnPage) -> impl IntoView {
    let rows = what_is_approved(&found);
    let checked_by = who_checked(&found.history);
    let ReturnPage { line, may, digest, .. } = found;
    let these = Standing { id: line.id, digest };
    let approve = may.approve.then(|| {
        view! { <Approve approved=these.clone() rows checked_by /> }
    });
    let submit = may.submit.then(|| {
        view! { <Submit submitted=these recipient=line.recipient /> }
    });
    view! { <div class="only-on-screen">{approve} {submit}</div> }
}

/// What the figures say, and the way to all of them.
#[component]
fn Figures(id: ReturnId, findings: Vec<String>) -> impl IntoView {
    let sentences = findings.into_iter().map(|sentence| view! { <li>{sentence}</li> });
    let sentences = sentences.collect_view();
    let (figures, needs) = (format!("{}/figures", at(&id)), format!("{}/needs", at(&id)));
    view! {
        <h2>"What the figures say"</h2>
        <ul>{sentences}</ul>
        <p>
            <a href=figures>"Look at the figures"</a>
        </p>
        <p>
            <a href=needs>"What the place needs, with the lead’s words"</a>
        </p>
    }
}

#[component]
fn ToAnnex(id: ReturnId) -> impl IntoView {
    view! {
        <div class="only-on-screen">
            <h2>"Restricted annex"</h2>
            <p>
                "Exact figures of teams, for named recipients. It is no part of what is published. "
                <a href=format!("{}/annex", at(&id))>"Open the restricted annex"</a>
            </p>
        </div>
    }
}
