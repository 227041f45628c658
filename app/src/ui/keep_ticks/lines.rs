//! The ticks as text, a line each: `came[person-…]=attended`.

/// The lines with one more, in the place of an older one of this name.
pub(super) fn with(lines: &str, name: &str, value: &str) -> String {
    let of_others = |line: &&str| line.split_once('=').is_none_or(|(known, _)| known != name);
    let mut kept: Vec<&str> = lines.lines().filter(of_others).collect();
    let line = format!("{name}={value}");
    kept.push(&line);
    kept.join("\n")
}

/// The lines but for those that were sent.
pub(super) fn without(lines: &str, sent: &str) -> String {
    let is_left = |line: &&str| !sent.lines().any(|one| one == *line);
    lines.lines().filter(is_left).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{with, without};

    #[test]
    fn the_last_tick_about_somebody_is_kept_and_what_was_sent_is_kept_no_more() {
        let one = with("", "came[a]", "attended");
        let two = with(&one, "came[b]", "attended");
        assert_eq!(two, "came[a]=attended\ncame[b]=attended");
        let changed = with(&two, "came[a]", "did_not_attend");
        assert_eq!(changed, "came[b]=attended\ncame[a]=did_not_attend");
        assert_eq!(without(&changed, &two), "came[a]=did_not_attend", "ticked anew meanwhile");
        assert_eq!(without(&two, &two), "");
        assert_eq!(without("", &two), "");
    }
}
