//! My own record on the home page: how much is met, and what to do next.

use crate::ui::Card;
use domain::judgements::views::OwnWaiting;
use leptos::prelude::*;

#[component]
pub(super) fn OwnRecord(own: OwnWaiting) -> impl IntoView {
    let next = next_steps(own).into_iter().map(|(href, words)| {
        view! {
            <li>
                <a href=href>{words}</a>
            </li>
        }
    });
    let next = next.collect_view();
    view! {
        <Card heading="My competencies" href="/my/competencies">
            <p>{summary(own)}</p>
            <ul>{next}</ul>
        </Card>
    }
}

fn summary(own: OwnWaiting) -> String {
    match own.asked {
        0 => "Nothing is asked of you yet.".to_owned(),
        asked if own.met == asked => {
            format!("You meet all {asked} competencies that your work asks of you.")
        }
        asked => {
            format!("You meet {} of the {asked} competencies that your work asks of you.", own.met)
        }
    }
}

/// What waits, the most pressing first, with where it is done.
fn next_steps(own: OwnWaiting) -> Vec<(&'static str, String)> {
    let assess = |count, kind| {
        format!("Assess yourself in {}{kind}", counted(count, "competency", "competencies"))
    };
    let again = |count, state| {
        format!("Ask again for {} that {state}", counted(count, "confirmation", "confirmations"))
    };
    let (expired, due_soon) =
        ("/my/competencies?status=expired", "/my/competencies?status=due_soon");
    let sent_back = match own.sent_back {
        1 => "See why 1 request was sent back".to_owned(),
        several => format!("See why {several} requests were sent back"),
    };
    let steps = [
        (own.sent_back, "/my/competencies", sent_back),
        (
            own.critical_unassessed,
            "/my/start",
            assess(own.critical_unassessed, " critical to your role"),
        ),
        (own.other_unassessed, "/my/start", assess(own.other_unassessed, "")),
        (own.expired, expired, again(own.expired, "expired")),
        (own.due_soon, due_soon, again(own.due_soon, "will soon be due")),
    ];
    let waiting = steps.into_iter().filter(|(count, ..)| *count > 0);
    waiting.map(|(_, href, words)| (href, words)).collect()
}

fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_pressing_comes_first_and_nothing_is_not_counted() {
        let own = OwnWaiting {
            asked: 12,
            met: 3,
            critical_unassessed: 2,
            expired: 1,
            ..OwnWaiting::default()
        };
        assert_eq!(summary(own), "You meet 3 of the 12 competencies that your work asks of you.");
        let steps: Vec<String> = next_steps(own).into_iter().map(|(_, words)| words).collect();
        assert_eq!(
            steps,
            [
                "Assess yourself in 2 competencies critical to your role",
                "Ask again for 1 confirmation that expired"
            ]
        );
    }
}
