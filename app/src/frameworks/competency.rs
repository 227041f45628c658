//! One competency of a draft: its words, where it stands, where it comes from, what was said of it.

use super::api::{RemoveCompetency, WordCompetency, read_draft_competency};
use super::comments::{CommentForm, Lines};
use super::read_only::ReadOnly;
use super::{choices, trail};
use crate::address;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Details, Field, Form, Page, Radios, Select,
    SummaryList, SummaryRow, TextInput, TextKind, Textarea,
};
use domain::codes::Strand;
use domain::frameworks::Level;
use domain::frameworks::drafting::{CompetencyFields, STATEMENT_MOST};
use domain::frameworks::views::DraftCompetency;
use leptos::prelude::*;

#[component]
pub fn NewDraftCompetencyPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    let domain = address::query("domain");
    let found = async move { read_draft_competency(number?, String::new(), domain).await };
    load(found, |draft| {
        let number = draft.version.number;
        view! {
            <Page title="Add a competency" trail=trail(number)>
                <Words was=String::new() draft />
            </Page>
        }
    })
}

#[component]
pub fn DraftCompetencyPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    let code = address::path_part("code");
    let found = async move { read_draft_competency(number?, code, String::new()).await };
    load(found, |draft| {
        let (number, is_open, may_edit) = (draft.version.number, draft.is_open, draft.may_edit);
        let title = format!("{} {}", draft.fields.code, draft.fields.title);
        let [was, code, about] = [(); 3].map(|()| draft.fields.code.clone());
        let comes_from = draft.comes_from.clone();
        let comments = draft.comments.clone();
        view! {
            <Page title trail=trail(number)>
                {comes_from.into_iter().map(|from| view! { <p>{from}</p> }).collect_view()}
                {if may_edit {
                    view! {
                        <Words was draft />
                        <Remove number code />
                    }.into_any()
                } else {
                    view! { <Written draft /> }.into_any()
                }}
                <h2>"Comments"</h2>
                <Lines lines=comments may_edit />
                {is_open.then(|| view! { <CommentForm number about /> })}
            </Page>
        }
    })
}

#[component]
fn Remove(number: i32, code: String) -> impl IntoView {
    view! {
        <Details summary="Remove this competency">
            <p>"An old competency that leads only here is then retired. You can change that in the crosswalk."</p>
            <Form<RemoveCompetency>>
                <input type="hidden" name="number" value=number />
                <input type="hidden" name="code" value=code />
                <Button text="Remove this competency" kind=ButtonKind::Warning />
            </Form<RemoveCompetency>>
        </Details>
    }
}

/// The same words for whoever cannot change them.
#[component]
fn Written(draft: DraftCompetency) -> impl IntoView {
    let DraftCompetency { fields, domains, is_open, .. } = draft;
    let domain = domains.into_iter().find(|(code, _)| *code == fields.domain);
    let domain = domain.map_or_else(|| fields.domain.clone(), |(_, title)| title);
    let strand: Option<Strand> = fields.strand.parse().ok();
    let months = format!("Every {} months", fields.refresh_months);
    let rows = vec![
        SummaryRow::new("Domain", domain),
        SummaryRow::new("What somebody does", fields.statement),
        SummaryRow::new("Strand", strand.map_or("", Strand::label)),
        SummaryRow::new("Confirmed again", months),
        SummaryRow::new("Rare event", if fields.rare_event.is_empty() { "No" } else { "Yes" }),
    ];
    let texts = [fields.level_1, fields.level_2, fields.level_3, fields.level_4, fields.level_5];
    let levels = Level::ALL.into_iter().zip(texts).map(|(level, text)| {
        let meaning = if text.is_empty() { level.meaning().to_owned() } else { text };
        SummaryRow::new(level_named(level), meaning)
    });
    let rows = rows.into_iter().chain(levels).collect();
    view! {
        <ReadOnly is_open />
        <SummaryList rows />
    }
}

#[component]
fn Words(was: String, draft: DraftCompetency) -> impl IntoView {
    let DraftCompetency { version, fields, domains, .. } = draft;
    let strands = Strand::ALL.iter().map(|strand| Choice::new(strand, strand.label())).collect();
    let code = Field::new("code", "Code").hint("Short, like RSK-1").value(&fields.code);
    let domain = Field::new("domain", "Domain").value(&fields.domain);
    let statement = Field::new("statement", "What somebody does").value(&fields.statement);
    let strand = Field::new("strand", "Strand").value(&fields.strand);
    view! {
        <Form<WordCompetency>>
            <input type="hidden" name="number" value=version.number />
            <input type="hidden" name="was" value=was />
            <TextInput field=code width=10 />
            <Select field=domain choices=choices(domains) none="Choose a domain" />
            <TextInput
                field=Field::new("place", "Place in its domain (optional)")
                    .hint("1 for the first; the end when left blank")
                    .value(&fields.place)
                kind=TextKind::Number
                width=3
            />
            <TextInput field=Field::new("title", "Title").value(&fields.title) />
            <Textarea field=statement most=STATEMENT_MOST rows=4 />
            <Radios field=strand choices=strands />
            <Refresh fields=fields.clone() />
            <Levels fields />
            <Button text="Save the competency" />
        </Form<WordCompetency>>
    }
}

#[component]
fn Refresh(fields: CompetencyFields) -> impl IntoView {
    let rare = Choice::new("yes", "This is rarely seen in practice")
        .hint("A simulation with a recorded debrief can then show level 4.");
    view! {
        <TextInput
            field=Field::new("refresh_months", "Confirmed again after how many months?")
                .value(&fields.refresh_months)
            kind=TextKind::Number
            width=3
        />
        <Checkboxes
            field=Field::new("rare_event", "Rare event").value(&fields.rare_event)
            choices=vec![rare]
        />
    }
}

#[component]
fn Levels(fields: CompetencyFields) -> impl IntoView {
    let CompetencyFields { level_1, level_2, level_3, level_4, level_5, .. } = fields;
    let texts = [level_1, level_2, level_3, level_4, level_5];
    let areas = Level::ALL.into_iter().zip(texts).map(|(level, text)| {
        let label = format!("What level {level}, {}, means here (optional)", level.name());
        let field = Field::new(format!("level_{level}"), label)
            .hint(format!("When left blank: {}", level.meaning()))
            .value(text);
        view! { <Textarea field most=STATEMENT_MOST rows=3 /> }
    });
    areas.collect_view()
}
