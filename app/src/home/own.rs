//! My own record on the home page: how much is met, and what to do next.

use crate::ui::Card;
use domain::figures::counted;
use domain::judgements::views::{OwnStep, OwnWaiting};
use leptos::prelude::*;

#[component]
pub(super) fn OwnRecord(own: OwnWaiting) -> impl IntoView {
    let next = own.steps().into_iter().map(told).map(|(href, words)| {
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

/// Where a step is done, and what it says.
fn told((step, count): (OwnStep, usize)) -> (&'static str, String) {
    let assess =
        |kind| format!("Assess yourself in {}{kind}", counted(count, "competency", "competencies"));
    let again = |state| {
        format!("Ask again for {} that {state}", counted(count, "confirmation", "confirmations"))
    };
    match step {
        OwnStep::ReadWhySentBack => {
            let were = if count == 1 { "was" } else { "were" };
            let why = format!("See why {} {were} sent back", counted(count, "request", "requests"));
            ("/my/competencies", why)
        }
        OwnStep::AssessCritical => ("/my/start", assess(" critical to your role")),
        OwnStep::AssessAgain => {
            let what = counted(count, "competency", "competencies");
            ("/my/competencies", format!("Assess yourself again in {what} after a session"))
        }
        OwnStep::GiveFeedback => {
            let ask = counted(count, "session asks", "sessions ask");
            ("/my/sessions", format!("{ask} for your feedback"))
        }
        OwnStep::AskAgainExpired => ("/my/competencies?status=expired", again("expired")),
        OwnStep::AskAgainDueSoon => ("/my/competencies?status=due_soon", again("will soon be due")),
        OwnStep::AssessOther => ("/my/start", assess("")),
    }
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
            other_unassessed: 4,
            expired: 1,
            assess_again: 2,
            feedback: 1,
            ..OwnWaiting::default()
        };
        assert_eq!(summary(own), "You meet 3 of the 12 competencies that your work asks of you.");
        let steps: Vec<String> = own.steps().into_iter().map(|step| told(step).1).collect();
        assert_eq!(
            steps,
            [
                "Assess yourself in 2 competencies critical to your role",
                "Assess yourself again in 2 competencies after a session",
                "1 session asks for your feedback",
                "Ask again for 1 confirmation that expired",
                "Assess yourself in 4 competencies"
            ]
        );
    }
}
