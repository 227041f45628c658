//! Finding a time for a draft: the days that are looked at, and the best times with who could come.

use super::api_times::{UseSessionTime, session_times};
use super::{id_in_path, trail};
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, EmptyState, Field, FilterPanel, Form, InsetText, Page, StackedTable,
    TextInput, TextKind,
};
use domain::dates::{spoken_day, spoken_time};
use domain::fields::FieldErrors;
use domain::figures::counted;
use domain::ids::SessionId;
use domain::sessions::finding::forms::TimesFields;
use domain::sessions::finding::views::{TimeLine, TimesPage};
use leptos::prelude::*;

#[component]
pub fn SessionTimesPage() -> impl IntoView {
    let id = id_in_path();
    let [from, until] = ["from", "until"].map(address::query);
    let typed = TimesFields { from, until };
    load(async move { session_times(id?, typed).await }, |page| view! { <Times page /> })
}

#[component]
fn Times(page: TimesPage) -> impl IntoView {
    let TimesPage { id, title, slot, fields, errors, why_not, teams, people, times } = page;
    let trail = trail(id, &title);
    let looked_at = why_not.is_none();
    let wrong = !errors.0.is_empty();
    view! {
        <Page title=format!("Find a time for “{title}”") trail wide=true>
            <p>"So far it is on " {slot.words()} "."</p>
            {match why_not {
                Some(why) => view! { <InsetText><p>{why}</p></InsetText> }.into_any(),
                None => view! { <Over fields errors teams people /> }.into_any(),
            }}
            {(looked_at && !wrong).then(|| view! { <Best id times people /> })}
        </Page>
    }
}

/// Which days are looked at, and for whom.
#[component]
fn Over(fields: TimesFields, errors: FieldErrors, teams: usize, people: usize) -> impl IntoView {
    let first = Field::new("from", "From which day?").value(fields.from);
    let last = Field::new("until", "Until which day?").value(fields.until);
    let whom = match teams {
        0 => "No team is invited yet, so times are compared by who leads the session alone."
            .to_owned(),
        teams => format!(
            "{} invited, with {}.",
            counted(teams, "team is", "teams are"),
            counted(people, "person in these days", "people in these days")
        ),
    };
    view! {
        <p>
            "These times are within working hours, from 9am to 5pm on Monday to Friday without bank holidays. They depend on what "
            "those who lead it are in, when invited teams let their people go, and what those people have booked."
        </p>
        <p>{whom}</p>
        <FilterPanel action="Find times" errors>
            <TextInput field=first kind=TextKind::Day width=10 />
            <TextInput field=last kind=TextKind::Day width=10 />
        </FilterPanel>
    }
}

#[component]
fn Best(id: SessionId, times: Vec<TimeLine>, people: usize) -> impl IntoView {
    if times.is_empty() {
        return view! {
            <EmptyState heading="No time is found">
                <p>"Look at other days. A session that is longer than a working day fits into none."</p>
            </EmptyState>
        }
        .into_any();
    }
    let rows = times.into_iter().enumerate().map(|(nth, line)| cells(id, people, (nth, line)));
    let rows = rows.collect();
    let head = vec!["When", "Who could come", "Leads", "Protected time of", "Use"];
    view! { <StackedTable caption="The best times, the best first" head rows /> }.into_any()
}

fn cells(id: SessionId, people: usize, (nth, line): (usize, TimeLine)) -> Vec<AnyView> {
    let TimeLine { slot, could_come, protected, free, taken, protected_of } = line;
    let (starts, ends) = (slot.starts, slot.ends());
    let when = format!(
        "{}, {} to {}",
        spoken_day(starts.date()),
        spoken_time(starts.time()),
        spoken_time(ends.time())
    );
    let come = match people {
        0 => "Not known".to_owned(),
        people => format!("{could_come} of {people}, {protected} in protected time"),
    };
    let inside =
        if protected_of.is_empty() { "No team".to_owned() } else { protected_of.join(", ") };
    let about = when.clone();
    let form = view! {
        <Form<UseSessionTime> about=nth.to_string()>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="starts" value=starts.format("%Y-%m-%dT%H:%M:%S").to_string() />
            <Button text="Use this time" kind=ButtonKind::Secondary about />
        </Form<UseSessionTime>>
    };
    vec![
        when.into_any(),
        come.into_any(),
        leads(&free, &taken).into_any(),
        inside.into_any(),
        form.into_any(),
    ]
}

/// `Free: Cara Miah. In another session: Dan Reid.`
fn leads(free: &[String], taken: &[String]) -> String {
    let told = |what: &str, names: &[String]| {
        (!names.is_empty()).then(|| format!("{what}: {}.", names.join(", ")))
    };
    let told: Vec<String> =
        [told("Free", free), told("In another session", taken)].into_iter().flatten().collect();
    if told.is_empty() { "Nobody on record leads it yet".to_owned() } else { told.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::leads;

    #[test]
    fn who_leads_is_told_by_whether_they_are_free() {
        let [cara, dan] = [["Cara Miah".to_owned()], ["Dan Reid".to_owned()]];
        assert_eq!(leads(&cara, &dan), "Free: Cara Miah. In another session: Dan Reid.");
        assert_eq!(leads(&cara, &[]), "Free: Cara Miah.");
        assert_eq!(leads(&[], &[]), "Nobody on record leads it yet");
    }
}
