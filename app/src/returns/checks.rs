//! What the checks of a return came upon: what has to be mended first, and what may stand once somebody says why.

use super::api::CheckReturn;
use crate::forms::{FormScope, was_refused};
use crate::judgements::NO_PATIENTS;
use crate::ui::{Button, Details, Field, Form, InsetText, ListError, Textarea};
use domain::returns::ReturnId;
use domain::returns::checks::{Check, Concern, NOTE_MOST, Severity};
use domain::returns::forms::{by_check, note_key};
use domain::returns::views::Noted;
use leptos::prelude::*;

/// From more than so many of one kind on, one reason may do for all of them.
const SEVERAL: usize = 3;
/// So many of one kind are named above the reason for all of them.
const SHOWN_MOST: usize = 10;
/// The findings count fewer: only those of which the return tells how much is assessed.
const EVERY_PROVISIONAL: &str = "The list below has every such organisation, also those of which the return does not tell how much is assessed.";

/// A revision with the files of it that stand: whoever does something with it has seen these.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub id: ReturnId,
    pub digest: String,
}

#[component]
pub(super) fn Checks(
    concerns: Vec<Noted>,
    /// Whether the return is not submitted yet: whoever sees it then is told that nothing was found, too.
    is_open: bool,
    /// What the reader may check now.
    to_check: Option<Standing>,
) -> impl IntoView {
    let is_must = |noted: &Noted| noted.concern.severity == Severity::Must;
    let (must, may_stand): (Vec<Noted>, Vec<Noted>) = concerns.into_iter().partition(is_must);
    let nothing = must.is_empty() && may_stand.is_empty();
    if nothing && !is_open {
        return ().into_any();
    }
    let to_check = to_check.filter(|_| must.is_empty());
    view! {
        <h2>"What the checks found"</h2>
        {nothing.then(|| view! { <p>"The checks found no problems."</p> })}
        <Must must />
        {match to_check {
            Some(checked) => view! { <ToCheck checked may_stand /> }.into_any(),
            None => view! { <MayStand may_stand /> }.into_any(),
        }}
    }
    .into_any()
}

/// How a concern is mended, and by whom.
fn mended(concern: &Concern) -> String {
    format!("{} ({})", concern.way, concern.who.label().to_lowercase())
}

#[component]
fn Must(must: Vec<Noted>) -> impl IntoView {
    let items = must.into_iter().map(|Noted { concern, .. }| {
        let way = mended(&concern);
        view! {
            <li>
                <strong>{concern.what}</strong>
                <br />
                {way}
            </li>
        }
    });
    let items = items.collect_view();
    (!items.is_empty()).then(|| {
        view! {
            <h3>{Severity::Must.label()}</h3>
            <ul>{items}</ul>
            <InsetText>
                <p>"When all of this is put right, prepare the return again. Then it can be checked."</p>
            </InsetText>
        }
    })
}

/// Why each may stand, for whoever does not say it.
#[component]
fn MayStand(may_stand: Vec<Noted>) -> impl IntoView {
    let items = may_stand.into_iter().map(|Noted { concern, words, .. }| {
        let words = if words.is_empty() { "No reason given yet.".to_owned() } else { words };
        view! {
            <li>
                <strong>{concern.what}</strong>
                <br />
                <span class="kept-lines">{words}</span>
            </li>
        }
    });
    let items = items.collect_view();
    (!items.is_empty()).then(|| {
        view! {
            <h3>"Reasons given"</h3>
            <ul>{items}</ul>
        }
    })
}

/// The form in which whoever checks the return says why each may stand.
#[component]
fn ToCheck(checked: Standing, may_stand: Vec<Noted>) -> impl IntoView {
    let Standing { id, digest } = checked;
    let any = !may_stand.is_empty();
    let is_said_before = may_stand.iter().any(|noted| !noted.before.is_empty());
    let groups = by_check(may_stand, |noted| noted.concern.check);
    let asked = move || {
        groups.into_iter().map(|(check, noted)| view! { <OfCheck check noted /> }).collect_view()
    };
    view! {
        {any.then(|| view! {
            <h3>{Severity::SayWhy.label()}</h3>
            <p>{format!("Whoever approves the return reads your reasons, and they stay with it. {NO_PATIENTS}")}</p>
        })}
        {is_said_before.then(|| view! {
            <p>"Reasons that were given in the revision before stand in the boxes. Change what is not so any more."</p>
        })}
        <Form<CheckReturn>>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="digest" value=digest />
            <OfNotes />
            {asked()}
            <p>"You confirm that you looked at the figures, at what the place needs, and at what the checks found."</p>
            <Button text="I have checked it" />
        </Form<CheckReturn>>
    }
}

/// What is wrong with the reasons together, where the message above leads.
#[component]
fn OfNotes() -> impl IntoView {
    let id = FormScope::around().id("notes");
    view! {
        <div id=id tabindex="-1">
            <ListError name="notes" />
        </div>
    }
}

/// The reasons for what one check came upon. Of many there is one for all, and others for those of which it is not true.
#[component]
fn OfCheck(check: Check, noted: Vec<Noted>) -> impl IntoView {
    let many = noted.len();
    let is_begun = noted.iter().any(|one| !one.words.is_empty() || !one.before.is_empty());
    let whats: Vec<String> =
        noted.iter().take(SHOWN_MOST).map(|one| one.concern.what.clone()).collect();
    let each = move || noted.into_iter().map(|noted| view! { <Reason noted /> }).collect_view();
    let reasons = if many > SEVERAL {
        let label = format!("Why may these {many} stand as they are?");
        let field = Field::new(format!("of_all[{check}]"), label)
            .hint("You can say something else of one of them below");
        let open = is_begun || was_refused::<CheckReturn>();
        view! {
            <Whats whats many />
            <Textarea field most=NOTE_MOST rows=3 />
            <Details summary="Look at each, and say it of one alone" open>
                {each()}
            </Details>
        }
        .into_any()
    } else {
        each().into_any()
    };
    view! {
        <h4>{check.label()}</h4>
        {(check == Check::Provisional).then(|| view! { <p>{EVERY_PROVISIONAL}</p> })}
        {reasons}
    }
}

/// What the reason for all of them is about: the first of them, which stand there again with a box each.
#[component]
fn Whats(whats: Vec<String>, many: usize) -> impl IntoView {
    let more = many.saturating_sub(whats.len());
    let items = whats.into_iter().map(|what| view! { <li>{what}</li> }).collect_view();
    view! {
        <ul>{items}</ul>
        {(more > 0).then(|| view! { <p>{format!("And {more} more, below.")}</p> })}
    }
}

#[component]
fn Reason(noted: Noted) -> impl IntoView {
    let Noted { concern, words, before } = noted;
    let words = if words.is_empty() { before } else { words };
    let name = format!("note[{}]", note_key(concern.check, &concern.subject));
    let hint = mended(&concern);
    let field = Field::new(name, concern.what).hint(hint).value(words);
    view! { <Textarea field most=NOTE_MOST rows=3 /> }
}
