//! Asking for confirmation, and the request that is open.

use super::api::{AddEvidenceFirst, AskForConfirmation, ResendRequest, WithdrawRequest};
use crate::address;
use crate::evidence::in_a_line;
use crate::forms::{name_of, was_refused};
use crate::judgements::{NO_PATIENTS, NobodyYet, evidence_choices, level_choices};
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Details, Field, Form, InsetText, Radios, Select,
    SendTo, Textarea,
};
use domain::codes::JudgementKind;
use domain::dates::spoken;
use domain::drafts::Draft;
use domain::evidence::views::EvidenceLine;
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::views::RecordDetail;
use domain::redactions::Words;
use domain::standing::{Requested, Signed};
use leptos::prelude::*;

/// The open request, or the form to make one.
#[component]
pub(super) fn Confirmation(detail: RecordDetail) -> impl IntoView {
    let standing = detail.line.standing;
    if let Some(request) = standing.requested {
        let (by, of) = (detail.requested_by, detail.asked_of);
        return view! { <Open request by of code=detail.line.code /> }.into_any();
    }
    if let Some(signed) = standing.signed {
        return view! { <HalfSigned signed /> }.into_any();
    }
    let refused = was_refused::<AskForConfirmation>() || was_refused::<AddEvidenceFirst>();
    let open = refused || !address::query("ask").is_empty();
    let again = standing.may_ask_again().then(|| {
        let (code, by) = (detail.line.code.clone(), detail.requested_by.clone());
        let why = detail.history.iter().find(|line| line.kind == JudgementKind::SentBack);
        let why = why.and_then(|line| line.note.as_ref()).map(Words::quoted);
        view! { <Again lapsed=standing.lapsed sent_back_on=standing.sent_back_on why by code /> }
    });
    view! {
        {again}
        <p>{explained(&detail)}</p>
        <div id="ask">
            <Details summary="Ask for confirmation" open>
                <AskForm detail />
            </Details>
        </div>
    }
    .into_any()
}

/// A request that came to nothing, and the one step in which it is made again; where somebody else made it, that is not
/// theirs to repeat.
#[component]
fn Again(
    lapsed: Option<Requested>,
    sent_back_on: Option<chrono::NaiveDate>,
    why: Option<String>,
    by: Option<String>,
    code: String,
) -> impl IntoView {
    let whose = by.as_ref().map_or_else(
        || "Your request".to_owned(),
        |by| format!("The request that {by} made for you"),
    );
    let what = match (lapsed, sent_back_on) {
        (Some(request), _) => {
            let (asked_on, lapsed_on) = (spoken(request.asked_on), spoken(request.lapses_on()));
            format!("{whose} on {asked_on} was not answered, so it lapsed after {lapsed_on}.")
        }
        (None, Some(day)) => {
            let why = why.map_or_else(|| ".".to_owned(), |why| format!(": {why}."));
            format!("{whose} was sent back on {}{why}", spoken(day))
        }
        (None, None) => String::new(),
    };
    view! {
        <InsetText>
            {match by {
                Some(_) => view! { <p>{what} " You can ask yourself below."</p> }.into_any(),
                None => view! {
                    <p>{what} " You can send it again with the same evidence, or ask anew below."</p>
                    <Form<ResendRequest>>
                        <input type="hidden" name="code" value=code />
                        <Button text="Send it again" kind=ButtonKind::Secondary />
                    </Form<ResendRequest>>
                }.into_any(),
            }}
        </InsetText>
    }
}

/// What asking would do for somebody who stands here.
fn explained(detail: &RecordDetail) -> &'static str {
    match detail.line.confirmed() {
        None => {
            "Someone who holds this competency can confirm your level. Until then it counts as self-assessed."
        }
        Some(_) => {
            "Ask again when your confirmation is due soon or has expired, or to have another level confirmed."
        }
    }
}

/// What an assessor signed without having been asked.
#[component]
fn HalfSigned(signed: Signed) -> impl IntoView {
    let Signed { level, signed_on, .. } = signed;
    view! {
        <InsetText>
            <p>
                {format!("An assessor signed level {level} on {}. It counts once somebody else has signed it too.", spoken(signed_on))}
                {format!(" If nobody does, it lapses after {}.", spoken(signed.lapses_on()))}
            </p>
        </InsetText>
    }
}

#[component]
fn Open(request: Requested, by: Option<String>, of: Option<String>, code: String) -> impl IntoView {
    let (level, asked_on) = (request.level, spoken(request.asked_on));
    let of = of.unwrap_or_else(|| "any assessor who may confirm it".to_owned());
    let (asked, withdraw) = match by {
        None => (
            format!("You asked {of} to confirm level {level} on {asked_on}."),
            "Withdraw my request",
        ),
        Some(by) => (
            format!("{by} asked {of} to confirm level {level} for you on {asked_on}."),
            "Withdraw this request",
        ),
    };
    view! {
        <InsetText>
            <p>
                {asked}
                {format!(" If nobody answers, the request lapses after {}.", spoken(request.lapses_on()))}
            </p>
        </InsetText>
        <Form<WithdrawRequest>>
            <input type="hidden" name="code" value=code />
            <Button text=withdraw kind=ButtonKind::Secondary />
        </Form<WithdrawRequest>>
    }
}

#[component]
fn AskForm(detail: RecordDetail) -> impl IntoView {
    let asked = detail.line.asked.map(|asked| asked.level);
    let begun = detail.begun.clone().unwrap_or_default();
    let level = Field::new("level", "Which level should be confirmed?").hint(
        "You can ask for more than your evidence supports. Your assessor then needs more to confirm it, such as what they \
         see.",
    );
    let level = match asked.or(detail.line.standing.self_level) {
        Some(asked) => level.value(asked),
        None => level,
    };
    let has_items = !detail.items.is_empty();
    let second = name_of::<AddEvidenceFirst>(None);
    let reflects = detail.history.iter().any(|line| line.reflection.is_some());
    view! {
        <Form<AskForConfirmation> second=second>
            <input type="hidden" name="code" value=detail.line.code />
            <Radios
                field=as_begun(level, "level", &begun)
                choices=level_choices(&detail.descriptors, asked.map(|level| (level, "asked of you")))
            />
            <Items items=detail.items rare_event=detail.rare_event begun=begun.clone() />
            <Described rare_event=detail.rare_event has_items begun=begun.clone() />
            <AskWhom assessors=detail.assessors begun=begun.clone() />
            <Attach reflects begun />
            <div class="row-of-buttons">
                <Button text="Ask for confirmation" />
                <SendTo<AddEvidenceFirst> text="Add a piece of evidence first" />
            </div>
        </Form<AskForConfirmation>>
    }
}

/// The field with what was typed before the form was left.
fn as_begun(field: Field, name: &str, begun: &Draft) -> Field {
    if begun.answers.is_empty() { field } else { field.value(begun.of(name)) }
}

/// The person's own pieces about this competency; the one just added stands ticked.
#[component]
fn Items(items: Vec<EvidenceLine>, rare_event: bool, begun: Draft) -> impl IntoView {
    let just_added = address::query("ask");
    let ticked: Vec<String> = begun.all("items[]").map(str::to_owned).chain([just_added]).collect();
    let choice = |line: EvidenceLine| {
        let hint = format!("{}. {}", line.kind.supports(rare_event), line.what);
        Choice::new(line.id, in_a_line(&line)).hint(hint)
    };
    let choices: Vec<_> = items.into_iter().map(choice).collect();
    let field = Field::new("items[]", "Which of your evidence shows it?")
        .hint("Choose all that belong here. Assessors who may decide the request see them while it is open")
        .values(ticked);
    (!choices.is_empty()).then(|| view! { <Checkboxes field choices /> })
}

/// Evidence that is nothing but said: enough by itself, and not needed beside a piece.
#[component]
fn Described(rare_event: bool, has_items: bool, begun: Draft) -> impl IntoView {
    let (what, describe) = match has_items {
        true => ("What else shows it? (optional)", "Describe that in a sentence (optional)"),
        false => ("What shows that you can do this?", "Describe it in a sentence"),
    };
    let evidence =
        Field::new("evidence", what).hint("Choose the strongest. Your assessor may add to it.");
    let note = Field::new("note", describe)
        .hint(format!("Say what you did, where and when. {NO_PATIENTS}"));
    view! {
        <Radios field=as_begun(evidence, "evidence", &begun) choices=evidence_choices(rare_event) />
        <Textarea field=as_begun(note, "note", &begun) most=NOTE_MOST rows=3 />
    }
}

#[component]
fn AskWhom(assessors: Vec<domain::judgements::views::Choice>, begun: Draft) -> impl IntoView {
    if assessors.is_empty() {
        return view! { <NobodyYet whose="your" /> }.into_any();
    }
    let choices =
        assessors.into_iter().map(|assessor| Choice::new(assessor.value, assessor.label)).collect();
    let field = Field::new("of", "Who should confirm it?")
        .hint("These people assess your team and may confirm this");
    let field = as_begun(field, "of", &begun);
    view! { <Select field choices none="Any assessor for my team" /> }.into_any()
}

/// Nothing to attach, nothing to ask.
#[component]
fn Attach(reflects: bool, begun: Draft) -> impl IntoView {
    if !reflects {
        return view! { <input type="hidden" name="attach_reflection" value="" /> }.into_any();
    }
    let show = Choice::new("yes", "Show my latest reflection to the assessor")
        .hint("Only while the request is open");
    let field = Field::new("attach_reflection", "Your reflection");
    view! { <Checkboxes field=as_begun(field, "attach_reflection", &begun) choices=vec![show] /> }
        .into_any()
}
