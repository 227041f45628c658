//! What takes a grant that holds everywhere: the policy's list against what the use cases ask for.

use crate::architecture::{files, root};
use domain::policy::{Action, open_to_every_account};
use std::collections::BTreeSet;

/// What stands behind an action that is asked of the whole installation, without white space.
const OF_ALL: &str = ",Resource::Installation";

/// Every action as the use cases name it, and whether it is asked of the whole installation there.
fn asked() -> Vec<(String, bool)> {
    let mut sources = Vec::new();
    files(&root().join("services/src"), ".rs", &mut sources);
    let mut asked = Vec::new();
    for path in sources {
        let mut text = std::fs::read_to_string(path).unwrap();
        text.retain(|c| !c.is_whitespace());
        for rest in text.split("Action::").skip(1) {
            let (name, behind) = rest.split_at(rest.find(|c: char| !c.is_alphanumeric()).unwrap());
            asked.push((name.to_owned(), behind.starts_with(OF_ALL)));
        }
    }
    asked
}

#[test]
fn what_is_only_asked_of_the_whole_installation_is_in_the_list_and_nothing_else() {
    let asked = asked();
    let of = |action: Action| asked.iter().filter(move |(name, _)| *name == format!("{action:?}"));
    // What everybody with an account may do takes no grant at all.
    let all = || Action::ALL.iter().copied().filter(|action| !open_to_every_account(*action));
    let only_of_all = all()
        .filter(|action| of(*action).next().is_some() && of(*action).all(|(_, of_all)| *of_all));
    let only_of_all: BTreeSet<Action> = only_of_all.collect();
    let listed: BTreeSet<Action> =
        all().filter(|action| action.belongs_to_the_installation()).collect();
    assert_eq!(
        only_of_all, listed,
        "left: what services asks of Resource::Installation alone; right: what the policy lists"
    );
    assert!(!listed.is_empty());
}
