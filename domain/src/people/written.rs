//! What staff systems write for a post's status and category, and which of our words it means (rules, section 1).

use crate::codes::{PostCategory, PostStatus, UnknownCode};

/// Small letters, with one space for whatever stood between the words.
fn plain(text: &str) -> String {
    let apart = text.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " ");
    apart.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Beginnings of what is kept only as *away*: why somebody is away is never kept.
const AWAY: [&str; 11] = [
    "away",
    "maternity",
    "paternity",
    "adoption",
    "shared parental",
    "career break",
    "suspen",
    "out on external secondment",
    "internal secondment",
    "secondment",
    "inactive",
];

/// Reads a status as files write it: ours, or ESR's. Blank means active.
///
/// *Acting Up* is a post in which somebody works now, so it is active. A secondment is away, whatever kind it is, as the
/// rule says: where somebody works meanwhile is a post of its own.
///
/// # Errors
/// Returns the list of our words for anything else.
pub fn status(text: &str) -> Result<PostStatus, UnknownCode> {
    let plain = plain(text);
    match plain.as_str() {
        "" | "active" | "active assignment" | "acting up" => Ok(PostStatus::Active),
        "left" | "leaver" => Ok(PostStatus::Left),
        other if other.starts_with("terminat") => Ok(PostStatus::Left),
        other if AWAY.iter().any(|start| other.starts_with(start)) => Ok(PostStatus::Away),
        _ => text.parse(),
    }
}

/// Reads a category as files write it. Blank means permanent.
///
/// # Errors
/// Returns the list of our words for anything that is not among them.
pub fn category(text: &str) -> Result<PostCategory, UnknownCode> {
    match plain(text).as_str() {
        "" => Ok(PostCategory::Permanent),
        "fixed term temp" => Ok(PostCategory::FixedTerm),
        other => other
            .replace(' ', "_")
            .parse()
            .map_err(|e| UnknownCode { written: text.to_owned(), ..e }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_keeps_somebody_away_is_kept_as_away_and_no_more() {
        for text in [
            "away",
            "Maternity & Adoption",
            "maternity_adoption",
            "Career Break",
            "Suspend With Pay",
            "suspended",
            "Out on External Secondment - Paid",
            "Internal Secondment",
            "Inactive Not Worked",
        ] {
            assert_eq!(status(text), Ok(PostStatus::Away), "{text}");
        }
    }

    #[test]
    fn whoever_works_in_the_post_is_active() {
        for text in ["", "Active Assignment", "ACTIVE", "Acting Up"] {
            assert_eq!(status(text), Ok(PostStatus::Active), "{text}");
        }
        assert_eq!(status("Terminate Assignment"), Ok(PostStatus::Left));
        assert!(status("on holiday").is_err());
    }

    #[test]
    fn categories_are_read_in_any_case() {
        assert_eq!(category(""), Ok(PostCategory::Permanent));
        assert_eq!(category("Fixed Term Temp"), Ok(PostCategory::FixedTerm));
        assert_eq!(category("fixed-term"), Ok(PostCategory::FixedTerm));
        assert_eq!(category("Bank"), Ok(PostCategory::Bank));
        assert_eq!(category("Director").unwrap_err().written, "Director");
    }
}
