//! Short names for long statements.

use super::items::Item;

/// The longest title.
const MOST: usize = 300;
/// What Markdown and spreadsheets understand at the beginning of a line.
const MARKS: [char; 8] = ['#', '*', '-', '>', '=', '+', '@', '_'];

/// The item's own short statement, else the beginning of its long one.
pub(super) fn of(item: &Item<'_>) -> String {
    item.short.clone().unwrap_or_else(|| shortened(&item.statement))
}

/// The title of a competency beneath headings that are no domains.
pub(super) fn beneath(headings: &[String], title: &str) -> String {
    let parts: Vec<&str> = headings.iter().map(String::as_str).chain([title]).collect();
    cut(&parts.join(": "))
}

fn shortened(statement: &str) -> String {
    let mut lines = statement
        .lines()
        .map(|line| line.trim_start_matches(|c: char| MARKS.contains(&c) || c.is_whitespace()));
    cut(lines.find(|line| !line.is_empty()).unwrap_or(statement).trim())
}

/// At most as long as a title may be, cut between words where there are any.
fn cut(text: &str) -> String {
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(MOST - 1).collect();
    let whole = kept.rsplit_once(char::is_whitespace).map_or(kept.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_first_line_without_its_marks() {
        assert_eq!(shortened("## Asks *openly*\n\n- about this"), "Asks *openly*");
        assert_eq!(shortened("- =1+1"), "1+1", "nothing that a spreadsheet would run");
        assert_eq!(shortened("মানসিক স্বাস্থ্য"), "মানসিক স্বাস্থ্য");
        let long = cut(&"word ".repeat(100));
        assert!(long.ends_with("word…") && long.chars().count() <= MOST, "{long}");
        assert_eq!(cut(&"字".repeat(400)).chars().count(), MOST);
    }

    #[test]
    fn headings_stand_before_the_title() {
        assert_eq!(beneath(&["Medicines".to_owned()], "Explains them"), "Medicines: Explains them");
    }
}
