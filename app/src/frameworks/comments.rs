//! Comments on a draft, and invitations to write some.

use super::api_review::{CommentOnDraft, InviteToComment, ResolveComment, draft_comments};
use super::trail;
use crate::address;
use crate::answer::ShownOnce;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, DateInput, EmptyState, Field, Form, Page, Select, TextInput, Textarea,
    WarningCallout,
};
use chrono::NaiveDate;
use domain::dates::{spoken, spoken_moment};
use domain::frameworks::drafting::COMMENT_MOST;
use domain::frameworks::views::{CommentLine, Comments};
use leptos::prelude::*;

#[component]
pub fn DraftCommentsPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    load(async move { draft_comments(number?).await }, |found| {
        let Comments { version, stage, lines, invited, choices, may_edit } = found;
        let number = version.number;
        let open = stage.is_open();
        view! {
            <Page title="Comments" trail=trail(number)>
                {use_context::<ShownOnce>().map(|shown| view! { <ReviewLink shown /> })}
                <Lines lines may_edit />
                {open.then(|| view! {
                    <h2>"Add a comment"</h2>
                    <CommentForm number choices />
                })}
                {may_edit.then(|| view! { <Invite number invited /> })}
            </Page>
        }
    })
}

/// Comments, the newest first.
#[component]
pub fn Lines(lines: Vec<CommentLine>, may_edit: bool) -> impl IntoView {
    if lines.is_empty() {
        return view! {
            <EmptyState heading="No comments yet">
                <p>
                    {if may_edit {
                        "Add the first, or invite somebody to comment."
                    } else {
                        "Nobody has said anything of this version."
                    }}
                </p>
            </EmptyState>
        }
        .into_any();
    }
    let items = lines.into_iter().map(|line| view! { <Line line may_edit /> });
    view! { <ul class="nhsuk-list nhsuk-list--border">{items.collect_view()}</ul> }.into_any()
}

#[component]
fn Line(line: CommentLine, may_edit: bool) -> impl IntoView {
    let guest = if line.by_guest { ", invited" } else { "" };
    let when = format!("{}{guest}, {}", line.name, spoken_moment(line.written_at));
    let about = line.about.map(|(code, title)| format!("On {code} {title}: "));
    let is_open = line.resolved.is_none();
    let resolved = line.resolved.map(|(by, at)| format!("Resolved by {by}, {}", spoken_moment(at)));
    let id = line.id.to_string();
    let (value, text) = if is_open { ("yes", "Resolve") } else { ("", "Open again") };
    view! {
        <li>
            <strong>{about}</strong>
            <span class="kept-lines">{line.text.to_string()}</span>
            <br />
            {when.clone()}
            {resolved.map(|resolved| view! { <br />{resolved} })}
            {may_edit.then(|| view! {
                <Form<ResolveComment> about=id.clone()>
                    <input type="hidden" name="id" value=id.clone() />
                    <input type="hidden" name="resolved" value=value />
                    <Button text kind=ButtonKind::Secondary about=format!("the comment by {when}") />
                </Form<ResolveComment>>
            })}
        </li>
    }
}

/// On one competency, or on what is chosen.
#[component]
pub fn CommentForm(
    number: i32,
    #[prop(optional)] about: String,
    #[prop(optional)] choices: Vec<(String, String)>,
) -> impl IntoView {
    let chooses = about.is_empty();
    view! {
        <Form<CommentOnDraft>>
            <input type="hidden" name="number" value=number />
            {if chooses {
                view! { <About choices /> }.into_any()
            } else {
                view! { <input type="hidden" name="about" value=about /> }.into_any()
            }}
            <Textarea field=Field::new("text", "Your comment") most=COMMENT_MOST />
            <Button text="Save the comment" kind=ButtonKind::Secondary />
        </Form<CommentOnDraft>>
    }
}

/// What a comment is about.
#[component]
pub fn About(choices: Vec<(String, String)>) -> impl IntoView {
    view! {
        <Select
            field=Field::new("about", "What is it about?")
            choices=super::choices(choices)
            none="The whole draft"
        />
    }
}

#[component]
fn Invite(number: i32, invited: Vec<(String, NaiveDate)>) -> impl IntoView {
    let known = invited
        .into_iter()
        .map(|(who, ends)| view! { <li>{format!("{who}, until {}", spoken(ends))}</li> });
    let known = known.collect_view();
    view! {
        <h2>"Invite somebody to comment"</h2>
        <p>
            "People without an account read the draft and comment on it with a link: people with lived experience, "
            "carers, partners."
        </p>
        <ul>{known}</ul>
        <Form<InviteToComment>>
            <input type="hidden" name="number" value=number />
            <TextInput field=Field::new("invited", "Who is invited?").hint("A person or a group") />
            <DateInput field=Field::new("ends_on", "Until when does the link work?") />
            <Button text="Make a link" kind=ButtonKind::Secondary />
        </Form<InviteToComment>>
    }
}

#[component]
fn ReviewLink(shown: ShownOnce) -> impl IntoView {
    let ShownOnce(link) = shown;
    view! {
        <WarningCallout heading="Copy this link now. It is not shown again.">
            <p>
                <code class="secret-link">{link}</code>
            </p>
            <p>"Whoever has it can read the draft and comment on it until its last day."</p>
        </WarningCallout>
    }
}
