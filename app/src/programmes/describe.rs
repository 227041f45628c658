//! The forms of a programme: a new one, and one whose description is changed.

use super::api_draft::{ChangeProgramme, StartProgramme, offer_programme};
use super::trail_of_draft;
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, Checkboxes, Choice, Crumb, DateInput, Field, Form, Page, Select, TextInput, Textarea,
};
use domain::codes::CareSetting;
use domain::coverage::views::Heading;
use domain::programmes::forms::{EVERYWHERE, PURPOSE_MOST};
use domain::programmes::views::ProgrammeForm;
use leptos::prelude::*;

#[component]
pub fn NewProgrammePage() -> impl IntoView {
    load(offer_programme(String::new()), |form| {
        let trail = vec![Crumb::new("/", "Home"), Crumb::new("/programmes", "Programmes")];
        view! {
            <Page title="Start a programme" trail>
                <Form<StartProgramme>>
                    <Fields form />
                    <Button text="Start the programme" />
                </Form<StartProgramme>>
            </Page>
        }
    })
}

#[component]
pub fn ChangeProgrammePage() -> impl IntoView {
    load(offer_programme(address::path_part("code")), |form| {
        let (code, title) = (form.fields.code.clone(), form.fields.title.clone());
        let trail = trail_of_draft(&Heading { code: code.clone(), title });
        view! {
            <Page title="Change what it is and whom it is for" trail>
                <Form<ChangeProgramme>>
                    <input type="hidden" name="was" value=code />
                    <Fields form />
                    <Button text="Save the programme" />
                </Form<ChangeProgramme>>
            </Page>
        }
    })
}

#[component]
fn Fields(form: ProgrammeForm) -> impl IntoView {
    let fields = form.fields.clone();
    let code = Field::new("code", "Code").hint("Short, like TH-SMI. It is part of the address");
    let purpose = Field::new("purpose", "What is it for?")
        .hint("Who gains by it, and what will be different. Nothing about patients");
    view! {
        <TextInput field=code.value(fields.code) width=10 />
        <TextInput field=Field::new("title", "Title").value(fields.title) />
        <Textarea field=purpose.value(fields.purpose) most=PURPOSE_MOST rows=4 />
        <Audience form />
        <DateInput field=Field::new("from", "First day").value(fields.from) />
        <DateInput
            field=Field::new("ends_on", "Last day (optional)")
                .hint("Leave blank while nobody knows")
                .value(fields.ends_on)
        />
    }
}

#[component]
fn Audience(form: ProgrammeForm) -> impl IntoView {
    let ProgrammeForm { fields, chosen_roles, chosen_settings, areas, everywhere, roles } = form;
    let named = |one: Heading| Choice::new(&one.code, one.title.clone());
    let everywhere = everywhere.then(|| Choice::new(EVERYWHERE, "Everywhere"));
    let areas: Vec<Choice> = everywhere.into_iter().chain(areas.into_iter().map(named)).collect();
    let only = areas.first().filter(|_| areas.len() == 1).map(|area| area.value.clone());
    let chosen = Some(fields.area).filter(|area| !area.is_empty()).or(only).unwrap_or_default();
    let area = Field::new("area", "Where does it run?")
        .hint("For people in teams there, and in everything below it")
        .value(chosen);
    let settings = CareSetting::ALL.iter().map(|s| Choice::new(s.code(), s.label())).collect();
    view! {
        <Select field=area choices=areas none="Choose an area" />
        <Checkboxes
            field=Field::new("roles[]", "Which roles is it for?")
                .hint("Leave all blank for any role in the care settings below")
                .values(chosen_roles)
            choices=roles.into_iter().map(named).collect()
        />
        <Checkboxes
            field=Field::new("settings[]", "In which care settings? (optional)")
                .hint("Leave all blank for any care setting. Where both are chosen, both must fit")
                .values(chosen_settings)
            choices=settings
        />
    }
}
