//! What becomes of each competency of the version before: one line and one question for each.

use super::api::{AnswerCrosswalk, draft_crosswalk, read_crosswalk_question};
use super::draft::OpenQuestions;
use super::read_only::ReadOnly;
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{Button, Checkboxes, Choice, Crumb, Field, Form, Page, Radios, StackedTable};
use domain::codes::CrosswalkRelation;
use domain::frameworks::views::{Crosswalk, CrosswalkLine, CrosswalkQuestion};
use leptos::prelude::*;

#[component]
pub fn CrosswalkPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    load(async move { draft_crosswalk(number?).await }, |crosswalk| {
        let Crosswalk { version, from, lines, open_questions, is_open, may_edit } = crosswalk;
        let number = version.number;
        let rows = lines.into_iter().map(|line| row(number, line, may_edit)).collect();
        view! {
            <Page title="Crosswalk" trail=trail(number) wide=true>
                <p>
                    {format!(
                        "What becomes of each competency of version {}. Levels that people hold are carried by it.",
                        from.number,
                    )}
                </p>
                {(!may_edit).then(|| view! { <ReadOnly is_open /> })}
                <StackedTable
                    caption=format!("Competencies of version {}", from.number)
                    head=vec!["Competency", "What becomes of it", "Leads to", "Levels"]
                    rows
                />
                {(!open_questions.is_empty())
                    .then(|| view! { <OpenQuestions questions=open_questions /> })}
            </Page>
        }
    })
}

/// Answered on a page of its own, by whoever may.
fn row(number: i32, line: CrosswalkLine, may_edit: bool) -> Vec<AnyView> {
    let href = format!("/frameworks/{number}/crosswalk/{}", address::segment(&line.code));
    let relation = line.relation.map_or("Not answered", CrosswalkRelation::label);
    let reworded = if line.reworded { ", though worded anew" } else { "" };
    let levels = match line.relation {
        None => "",
        Some(CrosswalkRelation::Retired) => "Not carried",
        Some(CrosswalkRelation::Wider) => "Asked again",
        Some(_) if line.asked_again => "Asked again",
        Some(CrosswalkRelation::Merged) => "Carried where all are held",
        Some(_) => "Carried",
    };
    let to: Vec<String> = line.to.iter().map(|(code, title)| format!("{code} {title}")).collect();
    let to = if to.is_empty() { "Nothing".to_owned() } else { to.join("; ") };
    let name = format!("{} {}", line.code, line.title);
    let name =
        if may_edit { view! { <a href=href>{name}</a> }.into_any() } else { name.into_any() };
    vec![name, format!("{relation}{reworded}").into_any(), to.into_any(), levels.into_any()]
}

#[component]
pub fn CrosswalkQuestionPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    let code = address::path_part("code");
    load(async move { read_crosswalk_question(number?, code).await }, |question| {
        let CrosswalkQuestion { version, line, statement, choices } = question;
        let number = version.number;
        let mut trail = trail(number);
        trail.push(Crumb::new(format!("/frameworks/{number}/crosswalk"), "Crosswalk"));
        view! {
            <Page title=format!("What becomes of {} {}?", line.code, line.title) trail>
                <p>{statement}</p>
                <Question number line choices />
            </Page>
        }
    })
}

fn relations() -> Vec<Choice> {
    let hint = |relation| match relation {
        CrosswalkRelation::Same => "It asks the same. Levels are carried.",
        CrosswalkRelation::Narrower => "It asks less than before. Levels are carried.",
        CrosswalkRelation::Wider => "It asks more than before. Levels are asked again.",
        CrosswalkRelation::Split => "Levels are carried to each part.",
        CrosswalkRelation::Merged => {
            "The lowest level is carried, where all that are merged are held and current."
        }
        CrosswalkRelation::Retired => "It is asked no more.",
    };
    let choice = |relation: &CrosswalkRelation| {
        Choice::new(relation, relation.label()).hint(hint(*relation))
    };
    CrosswalkRelation::ALL.iter().map(choice).collect()
}

#[component]
fn Question(number: i32, line: CrosswalkLine, choices: Vec<(String, String)>) -> impl IntoView {
    let chosen = line.relation.map(|relation| relation.code().to_owned());
    let relation = Field::new("relation", "Answer").values(chosen);
    let leads = line.to.iter().map(|(code, _)| code.clone());
    let to = Field::new("to[]", "Leads to")
        .hint("One; several for a split; none for what is retired.")
        .values(leads);
    let again = if line.asked_again { "yes" } else { "" };
    let asked_again = Choice::new("yes", "Ask levels again, whatever the answer would carry");
    view! {
        <Form<AnswerCrosswalk>>
            <input type="hidden" name="number" value=number />
            <input type="hidden" name="code" value=line.code.clone() />
            <Radios field=relation choices=relations() />
            <Checkboxes field=to choices=super::choices(choices) />
            <Checkboxes
                field=Field::new("asked_again", "Levels").value(again)
                choices=vec![asked_again]
            />
            <p>
                "Where the answer leads elsewhere than before, what roles are asked there starts again from the crosswalk, "
                "and what was edited there is lost. You are told of which roles. An answer that leads where it led keeps "
                "everything."
            </p>
            <Button text="Save the answer" />
        </Form<AnswerCrosswalk>>
    }
}
