//! Why a team is covered in something, or is not: each competency, who holds it, and who else would have to.

use super::tag::CoverTag;
use crate::address::segment;
use crate::cover_rules::RULES;
use crate::coverage::COVER;
use crate::coverage::api::why_covered;
use crate::coverage::around::ToForecast;
use crate::coverage::asked::asked;
use crate::ui::{Crumb, EmptyState, InsetText, Page, StackedTable};
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::views::{CoverLine, CoverReasons, HolderLine};
use domain::dates::spoken;
use domain::figures::counted;
use leptos::prelude::*;

#[component]
pub fn WhyCoveredPage() -> impl IntoView {
    asked(why_covered, |address, reasons| view! { <Why address reasons /> })
}

#[component]
fn Why(address: CoverageAddress, reasons: CoverReasons) -> impl IntoView {
    let cover = format!("Cover of {}", reasons.team.title);
    let trail = vec![Crumb::new(format!("{COVER}?{}", address.to_cover().query()), cover)];
    let title = format!("{}: cover in {}", reasons.team.title, reasons.item.title);
    let as_at = format!("As at {}", spoken(reasons.as_at));
    let rows: Vec<_> = reasons.competencies.iter().cloned().map(cells).collect();
    let is_future = reasons.is_future;
    let today = CoverageAddress { as_at: None, ..address.clone() };
    let today = format!("{COVER}/why?{}", today.query());
    let head = vec!["Competency", "Needed", "Held by", "Professions", "Cover", "Who"];
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{as_at}</p>
            <ToForecast address=address is_future />
            {is_future.then(|| view! {
                <InsetText>
                    <p>
                        "This day is in the future. What is confirmed today counts until it runs out. "
                        <a href=today>"The same today"</a>
                    </p>
                </InsetText>
            })}
            {match reasons.verdict {
                Some(verdict) => view! {
                    <p>
                        <CoverTag verdict />
                    </p>
                    <Enough at_work=reasons.at_work />
                    <StackedTable caption="What the team requires, and who holds it" head rows dense=true />
                }.into_any(),
                None => view! {
                    <EmptyState heading="The team requires nothing of this on this day">
                        <p>"No role of the people at work in it asks for it."</p>
                    </EmptyState>
                }.into_any(),
            }}
            <Arrangements reasons />
        </Page>
    }
}

/// How many are enough does not grow with a team: a rule says so where it should.
#[component]
fn Enough(at_work: usize) -> impl IntoView {
    let people = counted(at_work, "person is at work", "people are at work");
    let told = format!("{people} in the team.");
    view! {
        <p>
            {told}
            " How many of them are needed is the same however large a team is, unless a rule asks for more. "
            <a href=RULES>"Cover rules say how many people are enough"</a>
            "."
        </p>
    }
}

fn cells(line: CoverLine) -> Vec<AnyView> {
    let held = counted(line.holding(), "person", "people");
    let helping = (line.helping > 0).then(|| format!("{} of them by arrangement", line.helping));
    let missing = line.missing().words();
    let professions = professions(&line);
    let verdict = line.verdict;
    let needed = line.need.words();
    vec![
        named(&line),
        view! {
            {needed}
            <br />
            <span class="nhsuk-body-s">{line.rule.clone()}</span>
        }
        .into_any(),
        lines(std::iter::once(held).chain(helping).chain(missing)),
        professions.into_any(),
        view! { <CoverTag verdict /> }.into_any(),
        who(&line),
    ]
}

/// Those that the reader may know of by name, and how many more there are.
fn professions(line: &CoverLine) -> String {
    let named = line.professions.join(", ");
    match (line.professions.len(), line.more_professions) {
        (0, 0) => "None".to_owned(),
        (_, 0) => named,
        (0, others) => counted(others, "profession", "professions"),
        (_, others) => format!("{named}, and {others} more"),
    }
}

/// The competency, and on whom it depends, as far as the reader may see them by name.
fn named(line: &CoverLine) -> AnyView {
    let name = format!("{} {}", line.competency.code, line.competency.title);
    let alone = line.holders.iter().filter(|holder| holder.alone);
    let alone = alone.map(|holder| {
        let told = format!("Without {} it would not be covered", holder.name);
        view! {
            <div>
                <strong class="nhsuk-body-s">{told}</strong>
            </div>
        }
    });
    let alone = alone.collect_view();
    view! { {name} {alone} }.into_any()
}

/// Those whose names the reader may see, then how many more there are.
fn who(line: &CoverLine) -> AnyView {
    let hidden = (line.hidden() > 0).then(|| hidden_words(line.hidden(), line.hidden_alone));
    if line.holding() == 0 {
        return "Nobody".into_any();
    }
    let holders = line.holders.iter().cloned().map(|holder| view! { <Holder holder /> });
    view! {
        {holders.collect_view()}
        {hidden.map(|words| view! { <div>{words}</div> })}
    }
    .into_any()
}

/// How many there are whose names the reader does not see, and how many of them each are needed.
fn hidden_words(hidden: usize, alone: usize) -> String {
    let people = counted(hidden, "person whose name", "people whose names");
    let needed = match (hidden, alone) {
        (_, 0) => String::new(),
        (1, _) => ", without whom it would not be covered".to_owned(),
        (_, alone) => format!(", of whom {alone} are each needed for it to be covered"),
    };
    format!("{people} you do not see{needed}")
}

#[component]
fn Holder(holder: HolderLine) -> impl IntoView {
    let HolderLine { id, name, level, until, profession, helps, .. } = holder;
    let profession = profession.map(|profession| format!(", {profession}")).unwrap_or_default();
    let helps = if helps { ", by arrangement" } else { "" };
    let until = until.map(|day| format!(", until {}", spoken(day))).unwrap_or_default();
    view! {
        <div>
            <a href=format!("/people/{id}")>{name}</a>
            {format!(": level {level}{profession}{helps}{until}")}
        </div>
    }
}

/// A line below the other.
fn lines(lines: impl Iterator<Item = String>) -> AnyView {
    lines.map(|line| view! { <div>{line}</div> }).collect_view().into_any()
}

/// Who comes to the team, and what the reader can do about it.
#[component]
fn Arrangements(reasons: CoverReasons) -> impl IntoView {
    let CoverReasons { team, helpers, may_manage_input, may_keep_rules, .. } = reasons;
    let code = segment(&team.code);
    let nobody = helpers.is_empty();
    let each = helpers.into_iter().map(|helper| view! { <li>{helper}</li> }).collect_view();
    view! {
        <h2>"By arrangement"</h2>
        {if nobody {
            view! {
                <p>"On this day nobody is recorded as coming to this team who could be counted: a person, or a team."</p>
            }.into_any()
        } else {
            view! {
                <p>"These come to the team, and what they hold counts as cover by arrangement:"</p>
                <ul>{each}</ul>
            }.into_any()
        }}
        {may_manage_input.then(|| view! {
            <p>
                <a href=format!("/teams/{code}/input")>"Change who comes to this team"</a>
            </p>
        })}
        {may_keep_rules.then(|| view! {
            <p>
                <a href=format!("{RULES}/add?team={code}")>"Add a cover rule for this team"</a>
            </p>
        })}
    }
}
