//! One return: where it stands, what waits and for whom, what it says and what it is made of.

use super::acts::{Approve, Correct, Submit, Today, what_is_approved};
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
use domain::dates::spoken;
use domain::returns::views::{MayDo, ReturnLine, ReturnPage};
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
    let ReturnPage { line, framework, history, waits_for, next, findings, .. } = found.clone();
    let (id, is_locked) = (line.id.clone(), line.stands == Step::Submitted);
    let (may, has_drifted) = (found.may, found.has_drifted);
    let MayDo { check, revise, .. } = may;
    let to_check = check.then(|| Standing { id: id.clone(), digest: found.digest.clone() });
    view! {
        <Page title=titled(&line) trail=vec![Crumb::new(RETURNS, "Returns")] wide=true>
            <div class="return">
                <SummaryList rows=summary(&line, framework) />
                <Steps stands=line.stands history=history.clone() />
                {waits_for.map(|waits| view! { <InsetText><p>{waits}</p></InsetText> })}
                <Today id=id.clone() is_locked has_drifted may />
                <Texts texts=found.texts.clone() is_open=next.is_some() />
                <Checks concerns=found.concerns.clone() is_open=next.is_some() to_check />
                <Decide found=found.clone() />
                <Figures id=id.clone() findings />
                <Files id=id.clone() files=found.files digest=found.digest />
                {found.correction.map(|corrected| view! { <Changes corrected /> })}
                <History history />
                {found.has_annex.then(|| view! { <ToAnnex id=id.clone() /> })}
                {revise.then(|| view! { <Correct id /> })}
            </div>
        </Page>
    }
}

fn summary(line: &ReturnLine, framework: String) -> Vec<SummaryRow> {
    let mut rows = vec![
        SummaryRow::new("Name", line.id.to_string()),
        SummaryRow::new("Place", line.place_name.clone()),
        SummaryRow::new("Reference date", spoken(line.id.date)),
        SummaryRow::new("Revision", line.id.revision.to_string()),
        SummaryRow::new("For", line.recipient.clone()),
        SummaryRow::new("Framework", framework),
    ];
    if line.is_corrected {
        rows.push(SummaryRow::new("Corrected", "A later revision was begun").see_at(RETURNS));
    }
    rows
}

/// What whoever approves or submits it may do now.
#[component]
fn Decide(found: ReturnPage) -> impl IntoView {
    let rows = what_is_approved(&found);
    let ReturnPage { line, may, digest, .. } = found;
    let these = Standing { id: line.id, digest };
    let approve = may.approve.then(|| {
        view! { <Approve approved=these.clone() rows /> }
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
