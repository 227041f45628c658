//! What every form of a post asks: team, role, hours, category and line manager.

use crate::ui::{Choice, Field, Select, TextInput};
use domain::codes::PostCategory;
use domain::people::views::{PostForm, PostNow};
use leptos::prelude::*;

#[component]
pub fn PostFieldset(
    form: PostForm,
    /// The code of the team, where the page has chosen it already.
    #[prop(optional, into)]
    team: Option<String>,
) -> impl IntoView {
    let PostForm { teams, roles, line_managers, post, .. } = form;
    let category = post.as_ref().map_or(PostCategory::Permanent, |now| now.category);
    let category = Field::new("category", "Category").value(category.code());
    let categories = PostCategory::ALL.iter().map(|c| Choice::new(c.code(), c.label())).collect();
    let fte =
        Field::new("fte", "Full-time equivalent").hint("For example, 0.60 for three days a week");
    let held = |field: Field, value: Option<String>| match value {
        Some(value) => field.value(value),
        None => field,
    };
    let of_post = |value: fn(&PostNow) -> String| post.as_ref().map(value);
    let manager = post.as_ref().and_then(|now| now.line_manager).map(|id| id.to_string());
    view! {
        {match team {
            Some(code) => view! { <input type="hidden" name="team" value=code /> }.into_any(),
            None => {
                let field = held(Field::new("team", "Team"), of_post(|now| now.team.clone()));
                view! { <Select field choices=offered(teams) none="Choose a team" /> }.into_any()
            }
        }}
        <Select
            field=held(Field::new("role", "Role"), of_post(|now| now.role.clone()))
            choices=offered(roles)
            none="Choose a role"
        />
        <TextInput field=held(fte, of_post(|now| now.fte.exact())) width=5 />
        <Select field=category choices=categories />
        <Select
            field=held(Field::new("line_manager", "Line manager (optional)"), manager)
            choices=offered(line_managers)
            none="No line manager named"
        />
    }
}

fn offered(choices: Vec<domain::judgements::views::Choice>) -> Vec<Choice> {
    choices.into_iter().map(|choice| Choice::new(choice.value, choice.label)).collect()
}
