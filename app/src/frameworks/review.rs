//! A draft as somebody reads it who was invited with a link, and what they say of it.

use super::api_review::{CommentAsGuest, review_draft};
use super::comments::{About, Lines};
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{Button, Details, Field, Form, Page, SummaryList, SummaryRow, TextInput, Textarea};
use crate::{address, answer};
use domain::dates::spoken;
use domain::frameworks::Level;
use domain::frameworks::drafting::COMMENT_MOST;
use domain::frameworks::views::{CompetencyDetail, DomainDetail, Review};
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn ReviewPage() -> impl IntoView {
    let token = address::path_part("token");
    load(review_draft(token.clone()), move |review| match review {
        Some(review) => Either::Left(view! { <Draft token review /> }),
        None => Either::Right(view! { <NotValid /> }),
    })
}

#[component]
fn Draft(token: String, review: Review) -> impl IntoView {
    let Review { version, invited, ends_on, domains, comments } = review;
    let all = domains.iter().flat_map(|domain| &domain.competencies);
    let choices: Vec<_> = all.map(|of| (of.code.clone(), of.title.clone())).collect();
    let domains = domains.into_iter().map(|domain| view! { <Domain domain /> }).collect_view();
    view! {
        <Page title=format!("Comment on {}", version.title)>
            <p>
                {format!(
                    "{invited} is invited to comment on this draft until {}. Nothing in it is in use yet.",
                    spoken(ends_on),
                )}
            </p>
            {domains}
            <h2>"Comments by this link"</h2>
            <Lines lines=comments may_edit=false />
            <h2>"Add a comment"</h2>
            <p>"Write nothing about patients or by which anybody could be recognised."</p>
            <Form<CommentAsGuest>>
                <input type="hidden" name="token" value=token />
                <TextInput field=Field::new("name", "Your name") width=20 />
                <About choices />
                <Textarea field=Field::new("text", "Your comment") most=COMMENT_MOST />
                <Button text="Send the comment" />
            </Form<CommentAsGuest>>
        </Page>
    }
}

#[component]
fn Domain(domain: DomainDetail) -> impl IntoView {
    let competencies = domain.competencies.into_iter().map(|of| view! { <Competency of /> });
    let competencies = competencies.collect_view();
    view! {
        <h2>{domain.line.title}</h2>
        {competencies}
    }
}

#[component]
fn Competency(of: CompetencyDetail) -> impl IntoView {
    let levels = Level::ALL.into_iter().zip(of.descriptors);
    let rows =
        levels.map(|(level, meaning)| SummaryRow::new(level_named(level), meaning)).collect();
    view! {
        <h3>{format!("{} {}", of.code, of.title)}</h3>
        <p>{of.statement}</p>
        <Details summary=format!("What each level means: {}", of.title)>
            <SummaryList rows />
        </Details>
    }
}

/// The same for a link that is unknown, too old or about a draft that is no more: nobody learns which.
#[component]
fn NotValid() -> impl IntoView {
    answer::status(410);
    view! {
        <Page title="This link does not work any more">
            <p>"A link to a draft works until its last day, and while the draft is open."</p>
            <p>"If you pasted the link, check you copied all of it. Otherwise ask whoever invited you."</p>
        </Page>
    }
}
