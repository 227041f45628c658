//! How many chose each answer, told above the form while it is ticked: the server counts only when it draws the page.

use super::browser::{find_all, get, set, text};
use super::keeper::TICKED;

/// Counts anew wherever the page says that it counts an answer.
pub(super) fn count() {
    let all = find_all("[data-counts]");
    for at in 0..all.length() {
        let shown = all.get(at);
        let answer = text(&get(&shown, "dataset"), "counts");
        let ticked = format!("[name^=\"{TICKED}\"][value=\"{answer}\"]:checked");
        let people = people(find_all(&ticked).length());
        set(&shown, "textContent", &people.into());
    }
}

/// As the server says it, up to where it would write a comma: that would be a larger bundle.
fn people(count: u32) -> String {
    if count == 1 { "1 person".to_owned() } else { format!("{count} people") }
}
