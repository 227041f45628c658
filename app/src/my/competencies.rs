//! The page *My competencies*: what is asked of me, where I stand in words, and where to begin.

use super::api::my_record;
use super::next_steps::FirstSteps;
use super::others::{NotAsked, OTHERS, Others, others_of};
use super::table::CompetencyTable;
use crate::address;
use crate::load::load;
use crate::ui::{Card, EmptyState, InsetText, Page, RowFilter};
use domain::dates::spoken;
use domain::judgements::views::{OwnRecord, Record, RecordDomain, RecordLine};
use domain::sessions::attended::AssessAgain;
use domain::standing::Status;
use leptos::prelude::*;

#[component]
pub fn MyCompetencies() -> impl IntoView {
    let status = address::query("status");
    load(my_record(), move |own| match status.as_str() {
        OTHERS => view! { <NotAsked record=own.record /> }.into_any(),
        status => view! { <Competencies own only=status.parse().ok() /> }.into_any(),
    })
}

#[component]
fn Competencies(own: OwnRecord, only: Option<Status>) -> impl IntoView {
    let OwnRecord { record, steps, steps_in_all, begun, assess_again, can_help } = own;
    let (posts, asks_anything) = (record.posts.join("; "), record.asked().next().is_some());
    let others = others_of(&record);
    view! {
        <Page title="My competencies" wide=true>
            {(!posts.is_empty()).then(|| view! { <p class="nhsuk-lede-text">{posts}</p> })}
            <Elsewhere can_help />
            <AfterSessions assess_again />
            {if asks_anything {
                view! {
                    <Begun domains=titles(&record, &begun) />
                    <Asked record only first=view! { <FirstSteps steps in_all=steps_in_all /> }.into_any() />
                }.into_any()
            } else {
                view! { <NothingAsked record /> }.into_any()
            }}
            <Others count=others />
        </Page>
    }
}

/// What else is mine. Being asked for help is offered to those who can give it.
#[component]
fn Elsewhere(can_help: bool) -> impl IntoView {
    let pages = [
        ("/my/next-steps", "Next steps"),
        ("/my/programmes", "My programmes"),
        ("/my/sessions", "My sessions"),
        ("/my/protected-time", "My protected time"),
        ("/my/evidence", "My evidence"),
        ("/my/revalidation", "Revalidation pack"),
        ("/my/passport", "My passport"),
        ("/my/supervision", "Supervision log"),
    ];
    let help = can_help.then_some(("/my/help", "Being asked for help"));
    let links = pages.into_iter().chain(help);
    let links = links.map(|(href, words)| view! { <li><a href=href>{words}</a></li> });
    view! {
        <nav aria-label="My record">
            <ul class="nhsuk-list row-of-links">{links.collect_view()}</ul>
        </nav>
    }
}

/// What sessions that I came to were about, until I have assessed myself again. Coming alone changes no level.
#[component]
fn AfterSessions(assess_again: Vec<AssessAgain>) -> impl IntoView {
    let lines = assess_again.into_iter().map(|again| {
        let AssessAgain { code, title, session_title, on } = again;
        let came = format!("You attended “{session_title}” on {}: ", spoken(on));
        view! {
            <li>
                {came} <a href=format!("/my/competencies/{code}")>"assess yourself again in “" {title} "”"</a>
            </li>
        }
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| {
        view! {
            <InsetText>
                <p>"Coming to a session is evidence, and changes no level by itself."</p>
                <ul>{lines}</ul>
            </InsetText>
        }
    })
}

/// Domains in which levels are chosen and not yet saved.
#[component]
fn Begun(domains: Vec<(String, String)>) -> impl IntoView {
    let links = domains.into_iter().map(|(code, title)| {
        view! { <li><a href=format!("/my/domains/{code}")>"Go on with: " {title}</a></li> }
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| {
        view! {
            <InsetText>
                <p>"You kept levels that you have not saved yet. Only you see them."</p>
                <ul>{links}</ul>
            </InsetText>
        }
    })
}

/// Code and title of these domains.
fn titles(record: &Record, codes: &[String]) -> Vec<(String, String)> {
    let begun = record.domains.iter().filter(|domain| codes.contains(&domain.code));
    begun.map(|domain| (domain.code.clone(), domain.title.clone())).collect()
}

#[component]
fn NothingAsked(record: Record) -> impl IntoView {
    let heading = "Nothing is asked of you yet";
    if record.posts.is_empty() {
        return view! {
            <EmptyState heading>
                <p>
                    "Esteem does not know of a post that you hold today. Ask your practice manager or team manager to "
                    "add it."
                </p>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <EmptyState heading>
            <p>
                "No competencies are set for your role yet. You can still "
                <a href="/framework">"read the competency set"</a> "."
            </p>
        </EmptyState>
    }
    .into_any()
}

#[component]
fn Asked(
    record: Record,
    only: Option<Status>,
    /// What can be done next.
    first: AnyView,
) -> impl IntoView {
    let several_roles = record.posts.len() > 1;
    let (critical, uncritical) = (record.unassessed(true), record.unassessed(false));
    let counts = Counts::of(&record);
    let domains = record.domains.into_iter().filter_map(|mut domain| {
        let mut lines = std::mem::take(&mut domain.competencies);
        lines.retain(|line| line.status.is_some() && (only.is_none() || line.status == only));
        (!lines.is_empty()).then(|| view! { <Domain domain lines several_roles /> })
    });
    let domains: Vec<_> = domains.collect();
    let none = domains.is_empty();
    view! {
        <Unassessed critical others=uncritical />
        {first}
        <h2>"What your work asks of you"</h2>
        <Statuses counts only />
        {none.then(|| view! {
            <EmptyState heading="None of your competencies">
                <p>
                    "Nothing that your work asks of you has this status. "
                    <a href="/my/competencies">"Show all of them"</a> "."
                </p>
            </EmptyState>
        })}
        {(!none).then(|| view! { <RowFilter label="Find a competency">{domains}</RowFilter> })}
    }
}

/// *Start here*, while something asked was never assessed.
#[component]
fn Unassessed(critical: usize, others: usize) -> impl IntoView {
    let waits = match (critical, others) {
        (0, 0) => return None,
        (0, others) => format!("You have not assessed yourself in {}.", competencies(others)),
        (critical, 0) => {
            format!("You have not assessed yourself in {critical} critical to your role.")
        }
        (critical, others) => format!(
            "You have not assessed yourself in {}: {critical} critical to your role, and {others} more.",
            competencies(critical + others)
        ),
    };
    Some(view! {
        <Card heading="Start here">
            <p>{waits} " Each takes less than a minute, and you can stop at any time."</p>
            <p>
                <a class="nhsuk-button nhsuk-u-margin-bottom-0" href="/my/start" role="button">
                    "Start"
                </a>
            </p>
        </Card>
    })
}

pub(super) fn competencies(count: usize) -> String {
    if count == 1 { "1 competency".to_owned() } else { format!("{count} competencies") }
}

/// How many of the competencies that are asked stand where.
struct Counts {
    total: usize,
    by_status: Vec<(Status, usize)>,
}

impl Counts {
    fn of(record: &Record) -> Self {
        let counted = Status::ALL.iter().map(|status| (*status, record.count(*status)));
        let by_status = counted.filter(|(_, count)| *count > 0).collect();
        Self { total: record.asked().count(), by_status }
    }
}

/// Where I stand, in words; each count leads to the competencies it counts.
#[component]
fn Statuses(counts: Counts, only: Option<Status>) -> impl IntoView {
    let Counts { total, by_status } = counts;
    let (href, words) = ("/my/competencies".to_owned(), format!("All ({total})"));
    let all = view! { <StatusLink href words here=only.is_none() /> };
    let links = by_status.into_iter().map(|(status, count)| {
        let href = format!("/my/competencies?status={status}");
        view! { <StatusLink href words=format!("{} ({count})", status.label()) here=only == Some(status) /> }
    });
    view! {
        <nav aria-label="Show by status">
            <ul class="nhsuk-list row-of-links">{all} {links.collect_view()}</ul>
        </nav>
    }
}

#[component]
fn StatusLink(href: String, words: String, here: bool) -> impl IntoView {
    view! {
        <li>
            <a href=href aria-current=here.then_some("true")>
                {words}
            </a>
        </li>
    }
}

#[component]
fn Domain(domain: RecordDomain, lines: Vec<RecordLine>, several_roles: bool) -> impl IntoView {
    let RecordDomain { code, title, .. } = domain;
    view! {
        <section class="record">
            <CompetencyTable caption=title.clone() lines several_roles />
            <p>
                <a href=format!("/my/domains/{code}")>
                    "Assess yourself in all of this domain"
                    <span class="nhsuk-u-visually-hidden">": " {title}</span>
                </a>
            </p>
        </section>
    }
}
