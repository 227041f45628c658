//! Counts what is typed in the box inside it, and says so once it is nearly too much. Without scripts it says nothing.

use leptos::prelude::*;

/// From this part of the limit on, in percent.
const SPEAKS_FROM: usize = 80;

#[island]
pub fn CharacterCount(
    /// The most characters the rule behind the form takes.
    most: usize,
    children: Children,
) -> impl IntoView {
    let typed = RwSignal::new(0_usize);
    view! {
        <div on:input=move |event| typed.set(event_target_value(&event).trim().chars().count())>{children()}</div>
        <div class="nhsuk-hint" role="status">{move || words(typed.get(), most)}</div>
    }
}

fn words(typed: usize, most: usize) -> String {
    let characters =
        |n: usize| if n == 1 { "1 character".to_owned() } else { format!("{n} characters") };
    if typed > most {
        format!("You have {} too many", characters(typed - most))
    } else if typed * 100 >= most * SPEAKS_FROM {
        format!("You have {} left", characters(most - typed))
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn it_speaks_only_when_the_end_is_near() {
        assert_eq!(words(399, 500), "");
        assert_eq!(words(400, 500), "You have 100 characters left");
        assert_eq!(words(499, 500), "You have 1 character left");
        assert_eq!(words(502, 500), "You have 2 characters too many");
    }
}
