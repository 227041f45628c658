//! Evidence in words, and as answers that say what each kind supports.

use crate::ui::Choice;
use domain::codes::Evidence;
use domain::judgements::views::OpenRequest;

/// Every kind of evidence with the level it supports.
pub fn evidence_choices(rare_event: bool) -> Vec<Choice> {
    let choice =
        |kind: &Evidence| Choice::new(kind.code(), kind.label()).hint(kind.supports(rare_event));
    Evidence::ALL.iter().map(choice).collect()
}

/// `Case discussion, simulation with a debrief`.
pub fn evidence_named(kinds: &[Evidence]) -> String {
    let labels: Vec<&str> = kinds.iter().map(|kind| kind.label()).collect();
    let mut words = labels.join(", ").to_lowercase();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// Whose sentence stands beside the evidence of a request.
pub fn words_of(request: &OpenRequest) -> String {
    match &request.asked_by {
        None => "In their words".to_owned(),
        Some(by) => format!("In the words of {by}, who asked for them"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_kinds_read_as_one_line() {
        assert_eq!(
            evidence_named(&[Evidence::CaseDiscussion, Evidence::Simulation]),
            "Case discussion, simulation with a debrief"
        );
        assert_eq!(evidence_named(&[]), "");
    }
}
