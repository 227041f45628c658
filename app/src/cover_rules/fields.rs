//! What a cover rule asks: for whose teams, in what, how many people at which level from how many professions, from when to when.

use crate::judgements::level_named;
use crate::ui::{Choice, Field, FirstAndLastDay, Select, TextInput, TextKind};
use domain::codes::CareSetting;
use domain::coverage::cover::forms::{CoverAsksFields, EVERYWHERE};
use domain::coverage::cover::views::CoverRuleForm;
use domain::frameworks::Level;
use leptos::prelude::*;

#[component]
pub(super) fn AboutFields(form: CoverRuleForm) -> impl IntoView {
    let CoverRuleForm { about, teams, areas, everywhere, items, .. } = form;
    let teams = teams.into_iter().map(|team| Choice::new(team.value, team.label)).collect();
    let settings = CareSetting::ALL.iter().map(|s| Choice::new(s, s.label())).collect();
    let places = areas.into_iter().map(|area| Choice::new(area.code, area.title));
    let all = everywhere.then(|| Choice::new(EVERYWHERE, "Every area"));
    let places = all.into_iter().chain(places).collect();
    let items = items.into_iter().map(|item| Choice::new(item.value, item.label)).collect();
    let team = Field::new("team", "Team, for a rule for one team (optional)")
        .hint("Choose none for a rule for all teams of a care setting");
    let setting = Field::new("setting", "Care setting, for a rule for all its teams (optional)");
    let area = Field::new("area", "Area, if the rule is for a care setting").hint(
        "A rule for a care setting is for its teams in this area, and in everything below it",
    );
    let item = Field::new("item", "In which domain or competency?");
    view! {
        <Select field=team.value(about.team) choices=teams none="No team: a care setting" />
        <Select field=setting.value(about.setting) choices=settings none="No care setting" />
        <Select field=area.value(about.area) choices=places none="No area" />
        <Select field=item.value(about.item) choices=items none="Choose a domain or competency" />
    }
}

#[component]
pub(super) fn AsksFields(asks: CoverAsksFields, begun: bool) -> impl IntoView {
    let levels = Level::ALL.into_iter().map(|level| Choice::new(level, level_named(level)));
    let levels = levels.collect();
    let people = Field::new("people", "How many people must hold each competency?")
        .hint("They need not be the same people for each");
    let level = Field::new("level", "At which level, or above?");
    let professions = Field::new("professions", "From how many professions?")
        .hint("1 if it does not matter. A person counts as the profession of their largest post in the team");
    view! {
        <TextInput field=people.value(asks.people) kind=TextKind::Number width=3 />
        <Select
            field=level.value(asks.level)
            choices=levels
            none="The highest that the team requires, at most 4"
        />
        <TextInput field=professions.value(asks.professions) kind=TextKind::Number width=3 />
        <FirstAndLastDay starts_on=asks.starts_on ends_on=asks.ends_on begun />
    }
}
