//! What the page says in words: for whom times are compared, who leads then, and how many have a gap.

use domain::figures::counted;
use domain::sessions::feedback::LEAST_SHOWN;
use domain::sessions::finding::views::{GapLine, TimeLine, TimesPage};

/// Whose time is compared, and whose gaps are counted.
pub(super) fn whom(page: &TimesPage) -> Vec<String> {
    let TimesPage { teams, people, gap_teams, builds, .. } = *page;
    if teams == 0 {
        let nobody =
            "No team is invited yet, so times are compared by who leads the session alone.";
        return vec![nobody.to_owned()];
    }
    let mut told = vec![format!(
        "{} invited, with {}.",
        counted(teams, "team is", "teams are"),
        counted(people, "person in these days", "people in these days")
    )];
    if gap_teams > 0 && builds == 0 {
        told.push(
            "Choose what this session builds to see which gaps it would help to close.".to_owned(),
        );
    }
    if page.counts_gaps() {
        told.push(format!(
            "A gap is a competency of this session that somebody’s role asks for and that they do not hold today, at the level of the \
             session or of the role, whichever is lower. Of fewer than {LEAST_SHOWN} people nothing is shown."
        ));
    }
    if page.counts_gaps() && gap_teams < teams {
        told.push(format!(
            "Gaps are counted in {gap_teams} of the {teams} teams. The others lie outside your access, or share no figures."
        ));
    }
    told
}

/// `Free: Cara Miah. In another session: Dan Reid. Within protected time: Cara Miah. Dan Reid has no protected time.`
pub(super) fn leads(line: &TimeLine) -> String {
    let named = |what: &str, names: &[String]| {
        (!names.is_empty()).then(|| format!("{what}: {}.", names.join(", ")))
    };
    let told = [
        named("Free", &line.free),
        named("In another session", &line.taken),
        named("Within protected time", &line.covered),
    ];
    let told: Vec<String> =
        told.into_iter().flatten().chain(line.lacking.iter().cloned()).collect();
    if told.is_empty() { "Nobody on record leads it yet".to_owned() } else { told.join(" ") }
}

/// `RSK-1 Ask about risk: 12 people`
pub(super) fn gap(GapLine { code, title, people }: &GapLine) -> String {
    format!("{code} {title}: {}", counted(*people, "person", "people"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::sessions::times::Slot;

    /// A time at which these leads are free, in another session, and within their protected time; and what the others lack.
    fn line([free, taken, covered, lacking]: [&[&str]; 4]) -> TimeLine {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        TimeLine {
            slot: Slot { starts: "2026-12-01T13:00:00".parse().unwrap(), minutes: 60 },
            could_come: 0,
            protected: 0,
            free: owned(free),
            taken: owned(taken),
            covered: owned(covered),
            lacking: owned(lacking),
            protected_of: Vec::new(),
            gaps: Vec::new(),
        }
    }

    #[test]
    fn who_leads_is_told_by_whether_they_are_free_and_within_their_protected_time() {
        let lacks = "Dan Reid has no protected time.";
        let both = line([&["Cara Miah"], &["Dan Reid"], &["Cara Miah"], &[lacks]]);
        let expected = "Free: Cara Miah. In another session: Dan Reid. Within protected time: Cara Miah. \
                        Dan Reid has no protected time.";
        assert_eq!(leads(&both), expected);
        let one = line([&["Dan Reid"], &[], &[], &[lacks]]);
        assert_eq!(leads(&one), "Free: Dan Reid. Dan Reid has no protected time.");
        assert_eq!(leads(&line([&[]; 4])), "Nobody on record leads it yet");
    }

    #[test]
    fn a_gap_is_told_by_the_title_of_its_competency_beside_the_code() {
        let line =
            GapLine { code: "RSK-1".to_owned(), title: "Ask about risk".to_owned(), people: 12 };
        assert_eq!(gap(&line), "RSK-1 Ask about risk: 12 people");
    }
}
