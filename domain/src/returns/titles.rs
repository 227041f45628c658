//! Job titles that reveal health: whoever holds one has told of an illness of their own, so they are never a published row (rules,
//! section 6).

/// What such titles have in them, in small letters, with spaces for hyphens.
const TELLING: [&str; 10] = [
    "peer support",
    "peer worker",
    "peer mentor",
    "peer trainer",
    "peer specialist",
    "recovery coach",
    "lived experience",
    "expert by experience",
    "experts by experience",
    "service user",
];

/// Whether a job title, or the name of a group of them, reveals the health of whoever holds it.
pub fn tells_of_health(title: &str) -> bool {
    let plain = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    let words: String = title.to_lowercase().chars().map(plain).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    TELLING.iter().any(|telling| words.contains(telling))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_reveal_health_are_told_however_they_are_written() {
        let telling = [
            "Peer support worker",
            "Senior Peer-Support Worker",
            "RECOVERY  COACH",
            "Lived-experience lead",
        ];
        assert!(telling.into_iter().all(tells_of_health));
        let others = [
            "Practice nurse",
            "Recovery worker",
            "Support worker",
            "Health coach",
            "Social prescriber",
        ];
        assert!(!others.into_iter().any(tells_of_health));
    }
}
