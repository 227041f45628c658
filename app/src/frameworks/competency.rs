//! One competency of a draft: its words, where it stands, where it comes from, what was said of it.

use super::api::{RemoveCompetency, WordCompetency, read_draft_competency};
use super::comments::{CommentForm, Lines};
use super::{choices, trail};
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Details, Field, Form, Page, Radios, Select, TextInput,
    TextKind, Textarea,
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
        let number = draft.version.number;
        let fields = draft.fields.clone();
        let code = fields.code.clone();
        let [was, removed, about] = [code.clone(), code.clone(), code.clone()];
        let comes_from = draft.comes_from.clone();
        let comments = draft.comments.clone();
        view! {
            <Page title=format!("{code} {}", fields.title) trail=trail(number)>
                {comes_from.into_iter().map(|from| view! { <p>{from}</p> }).collect_view()}
                <Words was draft />
                <Details summary="Remove this competency">
                    <p>"An old competency that leads only here is then retired. You can change that in the crosswalk."</p>
                    <Form<RemoveCompetency>>
                        <input type="hidden" name="number" value=number />
                        <input type="hidden" name="code" value=removed />
                        <Button text="Remove this competency" kind=ButtonKind::Warning />
                    </Form<RemoveCompetency>>
                </Details>
                <h2>"Comments"</h2>
                <Lines lines=comments may_edit=true />
                <CommentForm number about />
            </Page>
        }
    })
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
